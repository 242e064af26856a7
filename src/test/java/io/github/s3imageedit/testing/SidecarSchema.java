package io.github.s3imageedit.testing;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Objects;

/** Holds a sidecar against the published schema. */
public final class SidecarSchema {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Objects.requireNonNull(
                    SidecarSchema.class.getResourceAsStream("/io/github/s3imageedit/sidecar.schema.json")));

    private SidecarSchema() {}

    /** What is wrong with a sidecar; empty where all is right. */
    public static List<String> problems(String sidecar) {
        return SCHEMA.validate(sidecar, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
