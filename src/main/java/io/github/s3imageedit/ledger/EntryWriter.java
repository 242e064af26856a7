package io.github.s3imageedit.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.ReplyFacts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Writes ledger objects; what is empty is left out, and money is text. */
record EntryWriter(JsonGenerator json) {
    static final int SCHEMA = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** @param nonce makes the object's bytes, and so its ETag, differ from all that ever stood there */
    static String write(LedgerEntry entry, String nonce) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            new EntryWriter(json).entry(entry, nonce);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes everything", impossible);
        }
        return text.toString();
    }

    private void entry(LedgerEntry entry, String nonce) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeStringField("nonce", nonce);
        text("holder", entry.holder());
        json.writeNumberField("calls", entry.history().calls());
        json.writeNumberField("lost", entry.history().lost());
        json.writeArrayFieldStart("attempts");
        for (Attempt attempt : entry.history().attempts()) {
            attempt(attempt);
        }
        json.writeEndArray();
        switch (entry.stage()) {
            case Stage.Open open -> json.writeStringField("stage", "open");
            case Stage.Sent sent -> sent(sent.call());
            case Stage.Received received -> received(received.receipt());
            case Stage.Failed failed -> {
                json.writeStringField("stage", "failed");
                json.writeStringField("code", failed.code());
                json.writeStringField("sidecar", failed.sidecar());
            }
        }
        json.writeEndObject();
    }

    private void attempt(Attempt attempt) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", attempt.at().toString());
        json.writeStringField("outcome", attempt.outcome().label());
        if (attempt.status().isPresent()) {
            json.writeNumberField("status", attempt.status().get());
        }
        json.writeNumberField("duration_ms", attempt.duration().toMillis());
        if (attempt.charge().isPresent()) {
            Charge charge = attempt.charge().get();
            json.writeObjectFieldStart("charge");
            text("request_id", charge.requestId());
            text("cost", charge.cost());
            text("currency", charge.currency());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void sent(SentCall call) throws IOException {
        json.writeStringField("stage", "sent");
        json.writeNumberField("call", call.number());
        json.writeStringField("at", call.at().toString());
        json.writeNumberField("lasted_ms", call.lasted().toMillis());
    }

    private void received(Receipt receipt) throws IOException {
        json.writeStringField("stage", "received");
        json.writeStringField("at", receipt.at().toString());
        json.writeBooleanField("complete", receipt.complete());
        facts(receipt.facts());
        json.writeArrayFieldStart("pictures");
        for (ReceivedPicture picture : receipt.pictures()) {
            json.writeStartObject();
            json.writeNumberField("index", picture.index());
            text("link", picture.link());
            text("key", picture.key());
            text("revised_prompt", picture.revisedPrompt());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("hashes");
        for (Map.Entry<String, String> hash : receipt.hashes().entrySet()) {
            json.writeStringField(hash.getKey(), hash.getValue());
        }
        json.writeEndObject();
    }

    private void facts(ReplyFacts facts) throws IOException {
        json.writeObjectFieldStart("reply");
        text("request_id", facts.requestId());
        text("created", facts.created().map(String::valueOf));
        text("size", facts.size());
        text("output_format", facts.outputFormat());
        text("model", facts.model());
        text("executed_model", facts.executedModel());
        text("provider", facts.provider());
        text("provider_name", facts.providerName());
        text("cost", facts.cost());
        text("cost_currency", facts.costCurrency());
        text("usage", facts.usage());
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }
}
