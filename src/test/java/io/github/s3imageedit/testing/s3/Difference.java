package io.github.s3imageedit.testing.s3;

/** What a backend may do otherwise than S3, and than the contract says; one that has a difference skips its cases. */
enum Difference {
    /** Takes longer tags than S3 does, and more of them in the header. */
    TAGS_WITHOUT_LIMIT,

    /** Answers 500 to a header's tag that starts with {@code aws:}. */
    SYSTEM_TAGS_BREAK,

    /** Answers 500 to the page after a key beyond ASCII. */
    PAGES_IN_ASCII
}
