package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * A successful reply's JSON, in its dialect's shape.
 *
 * @param data empty leaves the field out, a fault
 */
record EditReplyBody(
        Dialect dialect,
        EditOrder order,
        String requestId,
        long created,
        Dimensions size,
        Optional<List<DataEntry>> data)
        implements ReplyBody {
    static final String COST = "0.0400";

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(out)) {
            json.writeStartObject();
            writeBeforeData(json);
            writeData(json);
            writeAfterData(json);
            json.writeEndObject();
        }
    }

    private void writeBeforeData(JsonGenerator json) throws IOException {
        if (dialect == Dialect.LUMENFALL) {
            json.writeStringField("id", requestId);
        }
        json.writeNumberField("created", created);
        if (dialect == Dialect.GENERIC) {
            return;
        }
        json.writeStringField("size", size.toString());
        json.writeStringField("output_format", order.format());
        if (dialect.likeOpenAi()) {
            json.writeStringField("background", "opaque");
            json.writeStringField("quality", "high");
        }
    }

    private void writeData(JsonGenerator json) throws IOException {
        if (data.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("data");
        for (DataEntry entry : data.get()) {
            json.writeStartObject();
            entry.writeTo(json, dialect == Dialect.LUMENFALL);
            if (dialect == Dialect.LUMENFALL && !order.prompt().isEmpty()) {
                json.writeStringField("revised_prompt", "Stand-in: " + order.prompt());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeAfterData(JsonGenerator json) throws IOException {
        switch (dialect) {
            case LUMENFALL -> writeMetadata(json);
            case OPENAI, AZURE -> writeUsage(json);
            case GENERIC -> {}
        }
    }

    private void writeMetadata(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("metadata");
        json.writeStringField("model", order.model());
        json.writeStringField("executed_model", order.executedModel());
        json.writeStringField("provider", order.provider());
        json.writeStringField("provider_name", "Stand-in for " + order.provider());
        // A literal: what is money must arrive digit for digit.
        json.writeFieldName("cost");
        json.writeNumber(COST);
        json.writeStringField("cost_currency", "USD");
        json.writeEndObject();
    }

    private static void writeUsage(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("usage");
        json.writeNumberField("total_tokens", 1394);
        json.writeNumberField("input_tokens", 338);
        json.writeNumberField("output_tokens", 1056);
        json.writeObjectFieldStart("input_tokens_details");
        json.writeNumberField("text_tokens", 15);
        json.writeNumberField("image_tokens", 323);
        json.writeEndObject();
        json.writeEndObject();
    }
}
