package io.github.s3imageedit.edit;

/** What the endpoint's own records say of a call whose answer did not come. */
public sealed interface CallRecord {
    /**
     * Nothing: the call may have been made all the same.
     *
     * @param isKeptNowhere whether the endpoint keeps no records at all
     */
    record Absent(boolean isKeptNowhere) implements CallRecord {}

    /** It is still at work. */
    record Pending() implements CallRecord {}

    /** The picture was made, and is lost. */
    record Completed(Charge charge) implements CallRecord {}

    /** There was no picture. */
    record Failed(Charge charge) implements CallRecord {}

    /** The records cannot be read just now. */
    record Unavailable(String reason) implements CallRecord {}
}
