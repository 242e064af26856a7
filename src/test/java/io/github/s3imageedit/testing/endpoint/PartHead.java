package io.github.s3imageedit.testing.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a part's header lines say; RFC 7578 allows two of them. */
record PartHead(String name, Optional<String> fileName, Optional<String> mediaType) {
    private static final Pattern LINE = Pattern.compile("([A-Za-z-]+): ?(.*)");
    private static final Pattern DISPOSITION =
            Pattern.compile("form-data; ?name=\"([^\"\\\\\r\n]+)\"(?:; ?filename=\"([^\"\\\\\r\n]*)\")?");

    static PartHead parse(List<String> lines) throws Refusal {
        Optional<Matcher> disposition = Optional.empty();
        Optional<String> mediaType = Optional.empty();
        for (String text : lines) {
            Matcher line = line(text);
            String name = line.group(1);
            if (name.equalsIgnoreCase("Content-Disposition") && disposition.isEmpty()) {
                disposition = Optional.of(disposition(line.group(2)));
            } else if (name.equalsIgnoreCase("Content-Type") && mediaType.isEmpty()) {
                mediaType = Optional.of(line.group(2));
            } else {
                throw Refusal.invalid("Malformed multipart: unexpected or repeated part header " + name + ".");
            }
        }
        Matcher found = disposition.orElseThrow(
                () -> Refusal.invalid("Malformed multipart: a part has no Content-Disposition."));
        return new PartHead(found.group(1), Optional.ofNullable(found.group(2)), mediaType);
    }

    private static Matcher line(String text) throws Refusal {
        Matcher line = LINE.matcher(text);
        if (!line.matches() || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            throw Refusal.invalid("Malformed multipart: a part's header line is malformed.");
        }
        return line;
    }

    private static Matcher disposition(String value) throws Refusal {
        Matcher disposition = DISPOSITION.matcher(value);
        if (!disposition.matches()) {
            throw Refusal.invalid("Malformed multipart: unexpected Content-Disposition of a part.");
        }
        return disposition;
    }
}
