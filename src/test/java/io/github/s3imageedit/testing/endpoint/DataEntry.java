package io.github.s3imageedit.testing.endpoint;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** One entry of a reply's {@code data}. */
sealed interface DataEntry {
    /** Only a link. */
    record Linked(String url) implements DataEntry {}

    /** The bytes themselves, encoded while they are sent. */
    record Inline(Path file) implements DataEntry {}

    /** Whatever text stands where base64 should. */
    record Text(String base64) implements DataEntry {}

    /** Neither link nor bytes. */
    record Nothing() implements DataEntry {}

    /** Lumenfall writes the absent one as null, others leave it out. */
    default void writeTo(JsonGenerator json, boolean withNulls) throws IOException {
        switch (this) {
            case Linked linked -> {
                json.writeStringField("url", linked.url());
                writeNull(json, "b64_json", withNulls);
            }
            case Inline inline -> {
                writeNull(json, "url", withNulls);
                json.writeFieldName("b64_json");
                try (InputStream bytes = Files.newInputStream(inline.file())) {
                    json.writeBinary(bytes, -1);
                }
            }
            case Text text -> {
                writeNull(json, "url", withNulls);
                json.writeStringField("b64_json", text.base64());
            }
            case Nothing nothing -> {
                writeNull(json, "url", true);
                writeNull(json, "b64_json", true);
            }
        }
    }

    private static void writeNull(JsonGenerator json, String name, boolean wanted) throws IOException {
        if (wanted) {
            json.writeNullField(name);
        }
    }
}
