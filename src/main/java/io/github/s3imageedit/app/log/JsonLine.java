package io.github.s3imageedit.app.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.Level;

/**
 * One JSON object in one line, whatever its texts hold. By level and timestamp Lambda filters.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-log-level.html">Log-level
 *     filtering</a>
 */
final class JsonLine {
    private static final JsonFactory JSON = new JsonFactory().setCharacterEscapes(new Unseen());

    private JsonLine() {}

    /** Writes the fields of an object, after those that every line has. */
    @FunctionalInterface
    interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    static String of(Instant time, Level level, Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(
                    "timestamp", time.truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeStringField("level", level.name());
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes everything", impossible);
        }
        return text.toString();
    }

    /** JSON lets characters stand that end a line elsewhere, or turn its direction. */
    private static final class Unseen extends CharacterEscapes {
        private static final long serialVersionUID = 1L;
        private static final int DELETE = 0x7f;

        private final int[] ascii = standardAsciiEscapesForJSON();

        Unseen() {
            ascii[DELETE] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii.clone();
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return isSeen(character) ? null : new SerializedString(String.format("\\u%04x", character));
        }

        private static boolean isSeen(int character) {
            return switch (Character.getType(character)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> false;
                // A half alone would not survive the encoding; two halves mean the same, escaped or not.
                case Character.SURROGATE -> false;
                default -> true;
            };
        }
    }
}
