package io.github.s3imageedit.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The published schema of sidecars, which every sidecar that a test makes must keep to. */
public final class SidecarSchema {
    private static final String PLACE = "/io/github/s3imageedit/sidecar.schema.json";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private SidecarSchema() {}

    /** What is wrong with a sidecar, one sentence each; empty where nothing is. */
    public static List<String> problems(String json) {
        try {
            return SCHEMA
                    .validate(
                            json,
                            InputFormat.JSON,
                            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                    .stream()
                    .map(Error::toString)
                    .toList();
        } catch (JacksonException unreadable) {
            return List.of("not JSON: " + unreadable.getMessage());
        }
    }

    /** The same sidecar, which must keep to the schema. */
    public static String checked(String json) {
        List<String> problems = problems(json);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems + " in " + json);
        }
        return json;
    }

    /** The schema as it is published. */
    public static String text() {
        try (InputStream stream = SidecarSchema.class.getResourceAsStream(PLACE)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + PLACE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
