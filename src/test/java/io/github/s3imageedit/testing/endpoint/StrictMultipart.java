package io.github.s3imageedit.testing.endpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Reads multipart/form-data by the letter of RFC 2046 and RFC 7578, without the leniency that they allow to readers.
 *
 * <p>No preamble, no epilogue but one line end, CRLF everywhere, no blanks behind boundaries.
 */
final class StrictMultipart {
    private static final int MAX_PARTS = 100;
    private static final int MAX_HEADER_LINE = 4096;
    private static final long MAX_TEXT = 1024 * 1024;

    private final BoundaryScanner scanner;
    private final String delimiter;
    private final Workspace workspace;
    private final List<FormPart> parts = new ArrayList<>();

    StrictMultipart(InputStream body, String boundary, Workspace workspace) {
        this.scanner = new BoundaryScanner(body);
        this.delimiter = "\r\n--" + boundary;
        this.workspace = workspace;
    }

    /** Those read so far, even where {@link #read} refused the rest. */
    List<FormPart> parts() {
        return List.copyOf(parts);
    }

    void read() throws IOException, Refusal {
        if (!"\r\n".concat(scanner.next(delimiter.length() - 2)).equals(delimiter)) {
            throw Refusal.invalid("Malformed multipart: the body does not begin with the boundary.");
        }
        while (anotherPartFollows()) {
            if (parts.size() == MAX_PARTS) {
                throw Refusal.invalid("More than " + MAX_PARTS + " parts.");
            }
            parts.add(part(PartHead.parse(headerLines())));
        }
        String epilogue = scanner.next(3);
        if (!epilogue.isEmpty() && !epilogue.equals("\r\n")) {
            throw Refusal.invalid("Malformed multipart: bytes after the closing boundary.");
        }
    }

    private boolean anotherPartFollows() throws IOException, Refusal {
        return switch (scanner.next(2)) {
            case "\r\n" -> true;
            case "--" -> false;
            default -> throw Refusal.invalid("Malformed multipart: a boundary is followed by neither CRLF nor --.");
        };
    }

    private List<String> headerLines() throws IOException, Refusal {
        List<String> lines = new ArrayList<>();
        String line = scanner.line(MAX_HEADER_LINE);
        while (!line.isEmpty()) {
            lines.add(line);
            line = scanner.line(MAX_HEADER_LINE);
        }
        return lines;
    }

    private FormPart part(PartHead head) throws IOException, Refusal {
        boolean isFile = head.fileName().isPresent();
        Path content = workspace.newFile();
        MessageDigest digest = sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(content), digest)) {
            if (!scanner.copyUntil(
                    delimiter.getBytes(StandardCharsets.US_ASCII), isFile ? Long.MAX_VALUE : MAX_TEXT, out)) {
                throw Refusal.invalid("Malformed multipart: no closing boundary.");
            }
        } catch (Refusal | IOException failure) {
            workspace.delete(content);
            throw failure;
        }
        Optional<String> value =
                isFile ? Optional.empty() : Optional.of(Utf8.decode(Files.readAllBytes(content), head.name()));
        return new FormPart(head, Files.size(content), HexFormat.of().formatHex(digest.digest()), value, content);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
