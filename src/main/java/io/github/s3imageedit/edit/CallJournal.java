package io.github.s3imageedit.edit;

import java.time.Instant;

/** Follows the calls of one edit, so that whoever comes after a kill knows how far the last one came. */
public interface CallJournal {
    /** A call begins; as long as its permit has not been asked for, nothing has been sent in full. */
    Permit begin(Instant at);

    /** The call has come to an end that is known to have done nothing: another one is free. */
    void ended(Attempt attempt);
}
