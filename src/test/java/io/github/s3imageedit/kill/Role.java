package io.github.s3imageedit.kill;

import io.github.s3imageedit.testing.s3.S3Call;
import java.util.Locale;

/** What the object of a request is for. */
public enum Role {
    INPUT,
    LEDGER,
    PICTURE,
    SIDECAR;

    static final String LEDGER_FOLDER = ".ledger/";

    public static Role of(S3Call call, String inbox) {
        if (call.bucket().equals(inbox)) {
            return INPUT;
        }
        if (call.key().startsWith(LEDGER_FOLDER)) {
            return LEDGER;
        }
        return call.key().endsWith(".json") ? SIDECAR : PICTURE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
