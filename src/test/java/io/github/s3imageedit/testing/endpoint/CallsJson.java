package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** The recorded calls as JSON, of the headers only {@code traceparent}: others hold the key. */
final class CallsJson {
    private CallsJson() {}

    static String of(CallLog calls) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("received", calls.received());
            json.writeNumberField("paid", calls.paid());
            json.writeArrayFieldStart("calls");
            for (EditCall call : calls.edits()) {
                write(json, call);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("fetches");
            for (FetchCall fetch : calls.fetches()) {
                write(json, fetch);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("log_reads");
            for (LogRead read : calls.logReads()) {
                write(json, read);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** How many there were, for those who only wait. */
    static String counts(CallLog calls) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeNumberField("received", calls.received());
            json.writeNumberField("paid", calls.paid());
            json.writeNumberField("fetches", calls.fetches().size());
            json.writeNumberField("log_reads", calls.logReads().size());
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, EditCall call) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", call.sequence());
        json.writeStringField("at", call.at().toString());
        json.writeStringField("target", call.target());
        json.writeNumberField("content_length", call.contentLength());
        json.writeStringField("traceparent", call.traceparent().orElse(null));
        json.writeStringField("trace_id", call.traceId().orElse(null));
        json.writeStringField("outcome", call.outcome());
        json.writeBooleanField("paid", call.paid());
        json.writeArrayFieldStart("parts");
        for (ReceivedPart part : call.parts()) {
            write(json, part);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ReceivedPart part) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", part.name());
        json.writeStringField("file_name", part.fileName().orElse(null));
        json.writeStringField("media_type", part.mediaType().orElse(null));
        json.writeNumberField("length", part.length());
        json.writeStringField("sha256", part.sha256());
        json.writeStringField("value", part.value().orElse(null));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, LogRead read) throws IOException {
        json.writeStartObject();
        json.writeStringField("at", read.at().toString());
        json.writeStringField("target", read.target());
        json.writeStringField("outcome", read.outcome());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, FetchCall fetch) throws IOException {
        json.writeStartObject();
        json.writeNumberField("sequence", fetch.sequence());
        json.writeStringField("at", fetch.at().toString());
        json.writeStringField("target", fetch.target());
        json.writeStringField("outcome", fetch.outcome());
        json.writeEndObject();
    }
}
