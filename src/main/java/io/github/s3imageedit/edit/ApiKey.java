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
     * Reads the key again, for it may have been changed, unless somebody else has done so meanwhile.
     *
     * @param refused the key that the endpoint did not take
     * @return false if there is no other
     * @throws ApiKeyUnavailableException if it cannot be had now
     */
    boolean refresh(String refused);

    /** A key that never changes. */
    static ApiKey fixed(String key) {
        return new ApiKey() {
            @Override
            public String value() {
                return key;
            }

            @Override
            public boolean refresh(String refused) {
                return false;
            }
        };
    }
}
