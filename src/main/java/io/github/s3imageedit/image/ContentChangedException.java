package io.github.s3imageedit.image;

/** Content that was described is gone, or has been replaced by other bytes; unchecked, to pass through HTTP clients. */
public final class ContentChangedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String content;

    /**
     * Says which content.
     *
     * @param content for example as {@code s3://bucket/key}
     */
    public ContentChangedException(String content) {
        super(content + " was deleted or replaced while it was being read");
        this.content = content;
    }

    /** Whether it is this content that changed. */
    public boolean isOf(String otherContent) {
        return content.equals(otherContent);
    }
}
