package io.github.s3imageedit.testing.s3;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes that a {@code Range} header asks for.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-range">RFC 9110, 14.2</a>
 */
record ByteRange(long start, long length, long size) {
    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d*)-(\\d*)");

    /** Empty where no single range is asked for: S3 then sends everything. */
    static Optional<ByteRange> of(S3Call call, long size) {
        return call.header("range")
                .map(SINGLE::matcher)
                .filter(Matcher::matches)
                .filter(range -> range.group().length() > "bytes=-".length())
                .map(range -> of(range, size));
    }

    private static ByteRange of(Matcher range, long size) {
        boolean suffix = range.group(1).isEmpty();
        long first = suffix ? Math.max(0, size - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long last = suffix || range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(range.group(2)));
        if (first >= size || last < first) {
            throw new S3Refusal(
                    416,
                    "InvalidRange",
                    "The requested range is not satisfiable",
                    Map.of("RangeRequested", range.group(), "ActualObjectSize", Long.toString(size)));
        }
        return new ByteRange(first, last - first + 1, size);
    }

    String contentRange() {
        return "bytes " + start + "-" + (start + length - 1) + "/" + size;
    }
}
