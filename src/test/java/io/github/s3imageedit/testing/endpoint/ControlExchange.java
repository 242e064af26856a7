package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** The door for other processes: script faults, read the calls, begin anew. */
final class ControlExchange {
    private final StandInState state;
    private final RequestHead head;
    private final Wire wire;

    ControlExchange(StandInState state, RequestHead head, Wire wire) {
        this.state = state;
        this.head = head;
        this.wire = wire;
    }

    void run() throws IOException {
        try {
            wire.send(Reply.text(200, "application/json", answer()));
        } catch (Refusal refusal) {
            wire.send(state.refusal(refusal));
        }
    }

    private String answer() throws IOException, Refusal {
        String body = head.headers().has("Content-Length") ? body() : "";
        return switch (head.method() + " " + head.path()) {
            case "POST /control/faults" -> queue(specifications(body));
            case "GET /control/calls" -> CallsJson.of(state.calls());
            case "GET /control/counts" -> CallsJson.counts(state.calls());
            case "POST /control/reset" -> {
                state.reset();
                yield "{}";
            }
            default -> throw Refusal.of(ErrorCode.NOT_FOUND, "No such control.");
        };
    }

    private String body() throws IOException, Refusal {
        long length = head.contentLength();
        return new String(wire.body(head, length).readAllBytes(), StandardCharsets.UTF_8);
    }

    private String queue(List<String> specifications) throws Refusal {
        try {
            FaultSpecification.addTo(state.script(), specifications);
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw Refusal.invalid(String.valueOf(malformed.getMessage()));
        }
        return "{\"queued\":" + specifications.size() + "}";
    }

    /** The strings of any JSON, or the lines of a text. */
    private static List<String> specifications(String body) throws IOException {
        if (!body.startsWith("[") && !body.startsWith("{")) {
            return body.lines().filter(line -> !line.isBlank()).toList();
        }
        List<String> specifications = new ArrayList<>();
        try (JsonParser json = JsonText.FACTORY.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    specifications.add(json.getText());
                }
            }
        }
        return specifications;
    }
}
