package io.github.s3imageedit.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.ReplyFacts;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads ledger objects. Nothing in them is guessed: what is not as it was written is refused. */
record EntryReader(LedgerEntry entry, String nonce) {
    /** @throws IOException if this is no ledger object of a kind that is known */
    static EntryReader read(String text) throws IOException {
        try {
            JsonFields fields = JsonFields.read(text);
            if (fields.number("schema") != EntryWriter.SCHEMA) {
                throw new IOException("schema " + fields.number("schema"));
            }
            return new EntryReader(
                    new LedgerEntry(fields.text("holder"), history(fields), stage(fields)), fields.required("nonce"));
        } catch (JsonProcessingException e) {
            throw new IOException(e.getOriginalMessage(), e);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static History history(JsonFields fields) {
        return new History(
                fields.count("calls"),
                fields.count("lost"),
                fields.list("attempts").stream().map(EntryReader::attempt).toList());
    }

    private static Attempt attempt(JsonFields fields) {
        return new Attempt(
                Instant.parse(fields.required("at")),
                Attempt.Result.valueOf(fields.required("outcome").toUpperCase(Locale.ROOT)),
                fields.text("status").map(Integer::valueOf),
                Duration.ofMillis(fields.number("duration_ms")),
                fields.optionalObject("charge")
                        .map(charge ->
                                new Charge(charge.text("request_id"), charge.text("cost"), charge.text("currency"))));
    }

    private static Stage stage(JsonFields fields) {
        return switch (fields.required("stage")) {
            case "open" -> new Stage.Open();
            case "sent" ->
                new Stage.Sent(new SentCall(
                        fields.count("call"),
                        Instant.parse(fields.required("at")),
                        Duration.ofMillis(fields.number("lasted_ms"))));
            case "received" -> new Stage.Received(receipt(fields));
            case "failed" -> new Stage.Failed(fields.required("code"), fields.required("sidecar"));
            case String other -> throw new IllegalArgumentException("stage " + other);
        };
    }

    private static Receipt receipt(JsonFields fields) {
        return new Receipt(
                Instant.parse(fields.required("at")),
                facts(fields.object("reply")),
                fields.truth("complete"),
                fields.list("pictures").stream().map(EntryReader::picture).toList(),
                hashes(fields));
    }

    private static Map<String, String> hashes(JsonFields fields) {
        Map<String, String> hashes = new TreeMap<>();
        JsonFields found = fields.object("hashes");
        found.values().keySet().forEach(etag -> hashes.put(etag, found.required(etag)));
        return hashes;
    }

    private static ReceivedPicture picture(JsonFields fields) {
        return new ReceivedPicture(
                fields.count("index"), fields.text("link"), fields.text("key"), fields.text("revised_prompt"));
    }

    private static ReplyFacts facts(JsonFields fields) {
        return new ReplyFacts(
                fields.text("request_id"),
                fields.text("created").map(Long::valueOf),
                fields.text("size"),
                fields.text("output_format"),
                fields.text("model"),
                fields.text("executed_model"),
                fields.text("provider"),
                fields.text("provider_name"),
                fields.text("cost"),
                fields.text("cost_currency"),
                fields.text("usage"));
    }
}
