package io.github.s3imageedit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What CloudWatch takes for metrics. */
public final class EmfSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text(), InputFormat.JSON);

    private EmfSchema() {}

    private static String text() {
        try (InputStream stream = EmfSchema.class.getResourceAsStream("/emf.schema.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with a line, and what a schema cannot say: every name has its value at the root. */
    public static List<String> problems(String line) {
        List<String> problems = new ArrayList<>(SCHEMA.validate(line, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList());
        JsonNode root = JsonMapper.shared().readTree(line);
        for (JsonNode metric : root.at("/_aws/CloudWatchMetrics/0/Metrics")) {
            if (!root.path(metric.path("Name").asString()).isNumber()) {
                problems.add("no number for " + metric);
            }
        }
        for (JsonNode dimension : root.at("/_aws/CloudWatchMetrics/0/Dimensions/0")) {
            if (!root.path(dimension.asString()).isString()) {
                problems.add("no text for " + dimension);
            }
        }
        return problems;
    }
}
