package io.github.s3imageedit.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import io.github.s3imageedit.edit.Attempt;
import io.github.s3imageedit.edit.Charge;
import io.github.s3imageedit.edit.ReplyFacts;
import io.github.s3imageedit.image.ImageHeader;
import io.github.s3imageedit.image.ImageHeader.Dimensions;
import io.github.s3imageedit.job.EditJob;
import io.github.s3imageedit.job.Picture;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Writes sidecars as JSON, the fields always in the same order. */
final class SidecarJson {
    private static final int SCHEMA = 1;
    private static final JsonFactory JSON = new JsonFactory();
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final String version;

    /** @param version of this program */
    SidecarJson(String version) {
        this.version = version;
    }

    String write(Sidecar sidecar) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(INDENTER).withArrayIndenter(INDENTER));
            new Writing(json).sidecar(sidecar, version);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes everything", impossible);
        }
        return text.append('\n').toString();
    }

    /** One sidecar on its way out. */
    private record Writing(JsonGenerator json) {

        void sidecar(Sidecar sidecar, String version) throws IOException {
            EditJob job = sidecar.job();
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeStringField("status", sidecar.error().isEmpty() ? "succeeded" : "failed");
            json.writeStringField("edit", job.id().value());
            picture("source", Optional.of(job.source()), sidecar);
            picture("mask", job.mask(), sidecar);
            json.writeArrayFieldStart("images");
            for (Picture image : job.images()) {
                picture(image, sidecar);
            }
            json.writeEndArray();
            request(job, sidecar.endpoint());
            if (sidecar.error().isPresent()) {
                error(sidecar.error().get());
            } else {
                outputs(sidecar);
            }
            reply(sidecar.reply());
            attempts(sidecar);
            strings("warnings", sidecar.warnings());
            timings(sidecar.timings());
            json.writeObjectFieldStart("software");
            json.writeStringField("name", "s3-image-edit");
            json.writeStringField("version", version);
            json.writeEndObject();
            json.writeEndObject();
        }

        private void picture(String name, Optional<Picture> picture, Sidecar sidecar) throws IOException {
            json.writeFieldName(name);
            if (picture.isPresent()) {
                picture(picture.get(), sidecar);
            } else {
                json.writeNull();
            }
        }

        private void picture(Picture picture, Sidecar sidecar) throws IOException {
            json.writeStartObject();
            json.writeStringField("bucket", picture.object().bucket());
            json.writeStringField("key", picture.object().key());
            // S3 says "null" of what was written while versions were off.
            string("version_id", picture.object().version().filter(id -> !id.equals("null")));
            json.writeStringField("etag", picture.etag());
            content(picture);
            string("sha256", Optional.ofNullable(sidecar.hashes().get(picture.etag())));
            json.writeEndObject();
        }

        private void content(Picture picture) throws IOException {
            Optional<Dimensions> dimensions = picture.header().flatMap(ImageHeader::dimensions);
            json.writeNumberField("bytes", picture.bytes());
            string("type", picture.header().map(header -> header.type().mediaType()));
            number("width", dimensions.map(found -> (long) found.width()));
            number("height", dimensions.map(found -> (long) found.height()));
        }

        private void request(EditJob job, String endpoint) throws IOException {
            json.writeObjectFieldStart("request");
            json.writeStringField("endpoint", endpoint);
            json.writeObjectFieldStart("parameters");
            for (var entry : job.parameters().byName().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue().value());
            }
            json.writeEndObject();
            json.writeObjectFieldStart("origins");
            for (var entry : job.parameters().byName().entrySet()) {
                json.writeStringField(entry.getKey(), entry.getValue().origin().label());
            }
            json.writeEndObject();
            json.writeEndObject();
        }

        private void outputs(Sidecar sidecar) throws IOException {
            json.writeArrayFieldStart("outputs");
            for (Output output : sidecar.outputs()) {
                json.writeStartObject();
                json.writeStringField("bucket", output.picture().object().bucket());
                json.writeStringField("key", output.picture().object().key());
                content(output.picture());
                json.writeStringField("sha256", output.sha256());
                string("revised_prompt", output.revisedPrompt());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void error(SidecarError error) throws IOException {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", error.code());
            json.writeStringField("message", error.message());
            json.writeStringField("hint", error.hint());
            number("status", error.status().map(Integer::longValue));
            json.writeStringField("fault", error.fault().label());
            json.writeEndObject();
        }

        private void reply(Optional<ReplyFacts> reply) throws IOException {
            json.writeFieldName("reply");
            if (reply.isEmpty()) {
                json.writeNull();
                return;
            }
            ReplyFacts facts = reply.get();
            json.writeStartObject();
            string("request_id", facts.requestId());
            number("created", facts.created());
            string("size", facts.size());
            string("model", facts.model());
            string("executed_model", facts.executedModel());
            string("provider", facts.provider());
            string("provider_name", facts.providerName());
            raw("cost", facts.cost());
            string("cost_currency", facts.costCurrency());
            raw("usage", facts.usage());
            json.writeEndObject();
        }

        private void attempts(Sidecar sidecar) throws IOException {
            json.writeArrayFieldStart("attempts");
            for (Attempt attempt : sidecar.attempts()) {
                json.writeStartObject();
                json.writeStringField("at", time(attempt.at()));
                json.writeStringField("outcome", attempt.outcome().label());
                number("status", attempt.status().map(Integer::longValue));
                json.writeNumberField("duration_ms", attempt.duration().toMillis());
                if (attempt.charge().isPresent()) {
                    charge(attempt.charge().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        private void charge(Charge charge) throws IOException {
            string("request_id", charge.requestId());
            raw("cost", charge.cost());
            string("cost_currency", charge.currency());
        }

        private void timings(Timings timings) throws IOException {
            json.writeObjectFieldStart("timings_ms");
            number("queued", timings.queued().map(Duration::toMillis));
            json.writeNumberField("decide", timings.decide().toMillis());
            json.writeNumberField("edit", timings.edit().toMillis());
            json.writeNumberField("store", timings.store().toMillis());
            json.writeNumberField("total", timings.total().toMillis());
            json.writeEndObject();
        }

        private void strings(String name, Iterable<String> values) throws IOException {
            json.writeArrayFieldStart(name);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }

        private void string(String name, Optional<String> value) throws IOException {
            json.writeStringField(name, value.orElse(null));
        }

        private void number(String name, Optional<Long> value) throws IOException {
            json.writeFieldName(name);
            if (value.isPresent()) {
                json.writeNumber(value.get());
            } else {
                json.writeNull();
            }
        }

        /** Copied as it came: money and usage keep every digit. */
        private void raw(String name, Optional<String> value) throws IOException {
            json.writeFieldName(name);
            json.writeRawValue(value.orElse("null"));
        }

        private static String time(Instant instant) {
            return MILLIS.format(instant);
        }
    }
}
