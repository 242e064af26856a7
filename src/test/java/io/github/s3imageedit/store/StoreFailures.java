package io.github.s3imageedit.store;

import java.io.IOException;

/** Failures of S3, for stores that have none. */
public final class StoreFailures {
    private StoreFailures() {}

    /** One that waiting may mend. */
    public static StoreException moment() {
        return new StoreException("S3 answered 503", false, new IOException("scripted"));
    }
}
