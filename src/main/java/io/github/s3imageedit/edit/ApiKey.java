package io.github.s3imageedit.edit;

/** The endpoint's key, read once and kept. */
public interface ApiKey {
    /**
     * The key as it was last read.
     *
     * @throws ApiKeyUnavailableException if it cannot be had now
     */
    String value();

    /**
     * Reads the key again, for it may have been changed.
     *
     * @return false if it is the same as before
     * @throws ApiKeyUnavailableException if it cannot be had now
     */
    boolean refresh();

    /** A key that never changes. */
    static ApiKey fixed(String key) {
        return new ApiKey() {
            @Override
            public String value() {
                return key;
            }

            @Override
            public boolean refresh() {
                return false;
            }
        };
    }
}
