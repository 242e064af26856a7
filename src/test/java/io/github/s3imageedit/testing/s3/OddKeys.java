package io.github.s3imageedit.testing.s3;

import java.util.List;

/** Keys that S3 takes and that path and form encodings, file systems and proxies like to break. */
public final class OddKeys {
    /** 1,024 bytes of UTF-8, S3's limit, three to a character but for the last. */
    public static final String LONGEST = "語".repeat(341) + "x";

    private OddKeys() {}

    public static List<String> all() {
        return List.of(
                "plain.png",
                "with space.png",
                "two  spaces .png",
                "1+1=2.png",
                "100%.png",
                "%2F.png",
                "a&b=c?d#e;f.png",
                "a//b.png",
                "/leading.png",
                "//twice.png",
                "../up.png",
                "../../far/up.png",
                "a/../b.png",
                "a/./b.png",
                "..",
                ".",
                "folder/",
                "back\\slash.png",
                "quote'\"`.png",
                "<a>&amp;.png",
                "[1]{2}|^~.png",
                "naïve/Ünïcode.png",
                "日本語.png",
                "cat😀.png",
                LONGEST);
    }
}
