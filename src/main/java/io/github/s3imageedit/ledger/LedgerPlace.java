package io.github.s3imageedit.ledger;

import io.github.s3imageedit.job.EditId;
import io.github.s3imageedit.job.ObjectRef;

/**
 * Where ledger objects lie.
 *
 * @param prefix before every key, as it stands
 */
public record LedgerPlace(String bucket, String prefix) {
    /** Without an extension: whoever takes pictures or sidecars by theirs never sees it. */
    ObjectRef of(EditId edit) {
        return ObjectRef.latest(bucket, prefix + ".ledger/" + edit.value());
    }
}
