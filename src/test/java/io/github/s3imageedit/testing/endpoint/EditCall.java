package io.github.s3imageedit.testing.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One edit call that reached the stand-in, and what it got.
 *
 * @param opening the first 16 KB of the body, a character per byte
 * @param outcome a status with its error code, or the name of the fault
 * @param paid whether the real endpoint would have billed it
 */
public record EditCall(
        int sequence,
        Instant at,
        String target,
        Headers headers,
        long contentLength,
        List<ReceivedPart> parts,
        String opening,
        String outcome,
        boolean paid) {
    public EditCall {
        parts = List.copyOf(parts);
    }

    /** As it came, of whatever form. */
    public Optional<String> traceparent() {
        return TraceParent.of(headers).map(TraceParent::text);
    }

    /** The 32 digits of a well-formed {@code traceparent}. */
    public Optional<String> traceId() {
        return TraceParent.of(headers).flatMap(TraceParent::traceId);
    }

    public Optional<String> field(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .flatMap(part -> part.value().stream())
                .findFirst();
    }

    /** The names of all parts, in wire order. */
    public List<String> names() {
        return parts.stream().map(ReceivedPart::name).toList();
    }

    public List<ReceivedPart> files() {
        return parts.stream().filter(part -> part.fileName().isPresent()).toList();
    }

    String line() {
        return "edit " + sequence + ": " + contentLength + " bytes, " + String.join(" ", names()) + " -> " + outcome
                + (paid ? " (paid)" : "");
    }
}
