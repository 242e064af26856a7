package io.github.s3imageedit.job;

/** Why nothing is done, unpaid and with nothing written. */
public enum SkipReason {
    OTHER_BUCKET("its bucket is not one of INPUT_BUCKETS"),
    OUTSIDE_PREFIX("it is not below INPUT_PREFIX"),
    OWN_OUTPUT("it is a result of this program"),
    FOLDER_MARKER("it is a folder's marker"),
    SIDE_FILE_ALONE("it is a side file, and no picture lies beside it"),
    ASKS_NOTHING("it asks for no edit: no tag \"prompt\" or \"scale_factor\""),
    NOT_A_PICTURE("it is no picture, and only the defaults ask for an edit"),
    SUPERSEDED("it was deleted or replaced since"),
    UNTAGGED("its tags were taken away, which asks for nothing new");

    private final String words;

    SkipReason(String words) {
        this.words = words;
    }

    /** Whether there is no such upload; by another spelling of its key there may be one. */
    public boolean isAbsence() {
        return this == SUPERSEDED || this == SIDE_FILE_ALONE || this == OUTSIDE_PREFIX;
    }

    /** Ends a sentence that begins with the object's name and "skipped:". */
    public String words() {
        return words;
    }
}
