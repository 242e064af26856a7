package io.github.s3imageedit.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.s3imageedit.testing.SidecarSchema;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema takes what is laid down, and nothing else. */
class SidecarSchemaTest {
    private static final SidecarJson JSON = new SidecarJson("0.1.0");
    private static final String SUCCEEDED = JSON.write(Sidecars.succeeded("0.04"));
    private static final String REFUSED = JSON.write(Sidecars.refused());

    @Test
    void isASchemaItself() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        SchemaLocation rules = SchemaLocation.of("https://json-schema.org/draft/2020-12/schema");

        assertThat(registry.getSchema(rules).validate(SidecarSchema.text(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void takesTheExampleOfTheDesign() {
        assertThat(SidecarSchema.problems(DESIGN.replace("HASH", "0".repeat(64))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema",
                "status",
                "edit",
                "source",
                "mask",
                "images",
                "request",
                "outputs",
                "reply",
                "attempts",
                "warnings",
                "timings_ms",
                "software",
                "bucket",
                "key",
                "version_id",
                "etag",
                "bytes",
                "type",
                "width",
                "height",
                "sha256",
                "endpoint",
                "parameters",
                "origins",
                "revised_prompt",
                "request_id",
                "created",
                "size",
                "executed_model",
                "provider",
                "provider_name",
                "cost",
                "cost_currency",
                "usage",
                "at",
                "outcome",
                "duration_ms",
                "queued",
                "decide",
                "store",
                "total",
                "name",
                "version"
            })
    void missesEveryFieldThatIsMissing(String field) {
        assertRefused(SUCCEEDED.replaceFirst(Pattern.quote("\"" + field + "\" :"), "\"other\" :"));
        assertThat(SUCCEEDED).contains("\"" + field + "\" :");
    }

    @ParameterizedTest
    @ValueSource(strings = {"error", "code", "message", "hint", "status", "fault"})
    void missesEveryFieldOfAnError(String field) {
        int error = REFUSED.indexOf("\"error\" :");
        String rest = REFUSED.substring(error).replaceFirst(Pattern.quote("\"" + field + "\" :"), "\"other\" :");
        assertRefused(REFUSED.substring(0, error) + rest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"schema\" : 1'                | '\"schema\" : 2'",
                "'\"status\" : \"succeeded\"'    | '\"status\" : \"failed\"'",
                "'\"status\" : \"succeeded\"'    | '\"status\" : \"done\"'",
                "'\"edit\" : \"3f9a'             | '\"edit\" : \"3F9A'",
                "'\"bytes\" : 183220'            | '\"bytes\" : -1'",
                "'\"bytes\" : 183220'            | '\"bytes\" : \"183220\"'",
                "'\"width\" : 1024'              | '\"width\" : 0'",
                "'\"cost\" : 0.04'               | '\"cost\" : \"0.04\"'",
                "'\"model\" : \"default\"'       | '\"model\" : \"guess\"'",
                "'\"n\" : \"2\"'                 | '\"n\" : 2'",
                "'\"outcome\" : \"unknown\"'     | '\"outcome\" : \"lost\"'",
                "'2026-11-22T10:00:00.000Z'      | '2026-11-22T10:00:00Z'",
                "'\"queued\" : 900'              | '\"queued\" : -1'",
                "'\"name\" : \"s3-image-edit\"'  | '\"name\" : \"other\"'",
                "'https://api.lumenfall.ai/'     | 'not a url '",
                "'\"sha256\" : \"aaaa'           | '\"sha256\" : \"xaaa'",
                "'\"warnings\" : ['              | '\"warnings\" : [ \"\",'",
                "'\"schema\" : 1'                | '\"schema\" : 1, \"extra\" : 1'",
                "'\"queued\" :'                  | '\"extra\" : 1, \"queued\" :'",
                "'\"provider\" :'                | '\"extra\" : 1, \"provider\" :'",
                "'\"etag\" :'                    | '\"extra\" : 1, \"etag\" :'",
                "'\"revised_prompt\" :'          | '\"etag\" : \"x\", \"revised_prompt\" :'"
            })
    void refusesWhatIsWrong(String right, String wrong) {
        assertThat(SUCCEEDED).contains(right);
        assertRefused(SUCCEEDED.replaceFirst(Pattern.quote(right), wrong));
    }

    @Test
    void refusesResultsInAFailureAndErrorsInASuccess() {
        assertRefused(REFUSED.replaceFirst("\"reply\" :", "\"outputs\" : [], \"reply\" :"));
        assertRefused(REFUSED.replace("\"failed\"", "\"succeeded\""));
        assertRefused(SUCCEEDED.replaceFirst("\"reply\" :", "\"error\" : null, \"reply\" :"));
        assertRefused(REFUSED.replace("\"upload\"", "\"nobody\""));
        assertRefused("{}");
        assertRefused("[]");
        assertRefused("not JSON");
    }

    private static void assertRefused(String sidecar) {
        List<String> problems = SidecarSchema.problems(sidecar);
        assertThat(problems).isNotEmpty();
    }

    private static final String DESIGN = """
        {
          "schema": 1, "status": "succeeded", "edit": "3f9a1c20b7de4410",
          "source": {"bucket": "my-inbox", "key": "cats/tom.png", "version_id": null, "etag": "e", "bytes": 183220,
            "type": "image/png", "width": 1024, "height": 768, "sha256": "HASH"},
          "mask": null, "images": [],
          "request": {"endpoint": "https://api.lumenfall.ai/openai/v1/images/edits",
            "parameters": {"model": "gemini-3-pro-image", "prompt": "add a red hat"},
            "origins": {"model": "default", "prompt": "tag"}},
          "outputs": [{"bucket": "my-outbox", "key": "cats/tom.png/3f9a1c20b7de4410.png", "bytes": 1500210,
            "type": "image/png", "width": 1024, "height": 768, "sha256": "HASH", "revised_prompt": "r"}],
          "reply": {"request_id": "req_1", "created": 1702345678, "size": "1024x1024", "model": "gemini-3-pro-image",
            "executed_model": "vertex/gemini-3-pro-image", "provider": "vertex", "provider_name": "Google Vertex AI",
            "cost": 0.04, "cost_currency": "USD", "usage": null},
          "attempts": [{"at": "2026-11-22T10:00:00.000Z", "outcome": "answered", "status": 200, "duration_ms": 8123}],
          "warnings": [], "timings_ms": {"queued": 900, "decide": 40, "edit": 8123, "store": 95, "total": 8300},
          "software": {"name": "s3-image-edit", "version": "0.1.0"}
        }
        """;
}
