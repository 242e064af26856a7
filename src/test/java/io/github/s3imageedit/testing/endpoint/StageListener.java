package io.github.s3imageedit.testing.endpoint;

/** Is told of stages while the connection waits for it; may block, or put an end to the client. */
@FunctionalInterface
public interface StageListener {
    /**
     * A call or a fetch has come so far.
     *
     * @param sequence the number of the edit call or, at the last three stages, of the fetch
     */
    void reached(Stage stage, int sequence);
}
