package io.github.s3imageedit.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose fault is it? Every documented code and status, and every form in which it comes. */
final class FailuresTest {
    private static final String HTML = "<!DOCTYPE html>\n<html><body>Edge.</body></html>";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "401, AUTHENTICATION_FAILED, Denied",
        "402, INSUFFICIENT_BALANCE, Denied",
        "400, INVALID_REQUEST, Rejected",
        "400, CONTENT_POLICY_VIOLATION, Rejected",
        "403, CONTENT_POLICY_VIOLATION, Rejected",
        "500, CONTENT_POLICY_VIOLATION, Rejected",
        "404, MODEL_NOT_FOUND, Denied",
        "404, MODEL_DISABLED, Denied",
        "400, MODEL_NOT_FOUND, Denied",
        "429, RATE_LIMITED, Busy",
        "502, ALL_PROVIDERS_EXHAUSTED, Busy",
        "400, UPSTREAM_ERROR, Rejected",
        "422, UPSTREAM_ERROR, Rejected",
        "429, UPSTREAM_ERROR, Busy",
        "500, UPSTREAM_ERROR, Busy",
        "504, UPSTREAM_ERROR, Busy",
        "500, INTERNAL_ERROR, Busy"
    })
    void knowsTheCodesOfLumenfall(int status, String code, String kind) {
        assertThat(kindOf(status, nested(code))).isEqualTo(kind);
        assertThat(kindOf(status, flat(code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, unknown_parameter, Rejected",
        "400, unsupported_file_mimetype, Rejected",
        "400, invalid_image_file, Rejected",
        "400, invalid_mask_image_format, Rejected",
        "400, moderation_blocked, Rejected",
        "400, content_policy_violation, Rejected",
        "400, billing_hard_limit_reached, Denied",
        "401, invalid_api_key, Denied",
        "403, unsupported_country_region_territory, Denied",
        "404, model_not_found, Denied",
        "429, rate_limit_exceeded, Busy",
        "429, insufficient_quota, Denied",
        "500, server_error, Busy",
        "503, server_error, Busy"
    })
    void knowsTheCodesOfOpenAi(int status, String code, String kind) {
        assertThat(kindOf(status, nested(code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "400, contentFilter, Rejected",
        "400, content_filter, Rejected",
        "400, ResponsibleAIPolicyViolation, Rejected",
        "401, 401, Denied",
        "403, AccessDenied, Denied",
        "404, 404, Denied",
        "404, DeploymentNotFound, Denied",
        "429, 429, Busy",
        "429, RateLimitReached, Busy",
        "503, ServiceUnavailable, Busy"
    })
    void knowsTheCodesOfAzure(int status, String code, String kind) {
        assertThat(kindOf(status, nested(code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "300, Denied", "301, Denied", "302, Denied", "304, Denied", "307, Denied", "308, Denied",
        "400, Rejected", "401, Denied", "402, Denied", "403, Denied", "404, Denied", "405, Denied",
        "406, Denied", "408, Busy", "409, Busy", "410, Denied", "411, Denied", "413, Rejected",
        "415, Rejected", "418, Denied", "422, Rejected", "425, Busy", "429, Busy", "451, Rejected",
        "500, Busy", "501, Busy", "502, Busy", "503, Busy", "504, Busy", "520, Busy",
        "522, Busy", "524, Busy", "527, Busy", "529, Busy", "530, Busy", "599, Busy"
    })
    void goesByTheStatusWhereTheCodeSaysNothing(int status, String kind) {
        assertThat(kindOf(status, nested("SOMETHING_NEW"))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 504, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529})
    void leavesTheOutcomeUnknownWhereOnlyAnEdgeAnswered(int status) {
        for (String body : new String[] {HTML, "", "{\"error\":{\"code\":\"X", "null", "[]", "{}"}) {
            assertThat(read(status, body)).isInstanceOfSatisfying(EditReply.Unknown.class, unknown -> {
                assertThat(unknown.status()).contains(status);
                assertThat(unknown.message()).contains(String.valueOf(status));
            });
        }
    }

    /** API gateways and edges have JSON of their own, and it says as little as their HTML. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        504 | {"message":"Endpoint request timed out"}
        504 | {"message":"The upstream server is timing out"}
        504 | {"detail":"Gateway Timeout"}
        524 | {"type":"about:blank","title":"Error 524: A timeout occurred","status":524,"detail":"slow"}
        """)
    void leavesTheOutcomeUnknownWhereTheEdgeAnsweredInJsonOfItsOwn(int status, String body) {
        assertThat(kindOf(status, body)).isEqualTo("Unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "301, Denied",
        "400, Rejected",
        "401, Denied",
        "403, Denied",
        "404, Denied",
        "413, Rejected",
        "429, Busy",
        "500, Busy",
        "502, Busy",
        "503, Busy",
        "530, Busy"
    })
    void needsNoJsonForAnyOtherStatus(int status, String kind) {
        for (String body : new String[] {HTML, "", "{\"error\":{\"code\":\"X", "{}", "[1]", "\"no\"", "\u0000"}) {
            assertThat(kindOf(status, body)).as(body).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"error":{"message":"m","type":"t","code":"RATE_LIMITED"}}    | RATE_LIMITED | m
        {"error":{"message":"m","type":"RATE_LIMITED","code":null}}   | RATE_LIMITED | m
        {"error":{"message":"m","param":["p"],"code":429}}            | 429          | m
        {"error_code":"RATE_LIMITED","error_message":"m"}             | RATE_LIMITED | m
        {"error_code":"RATE_LIMITED","message":"m"}                   | RATE_LIMITED | m
        {"error_code":"RATE_LIMITED","error":"m"}                     | RATE_LIMITED | m
        {"error":"m"}                                                 |              | m
        {"code":"RATE_LIMITED","message":"m"}                         | RATE_LIMITED | m
        {"detail":"m"}                                                |              | m
        {"x":{"code":"no"},"error":{"inner":{"code":"no"},"message":"m"}} |          | m
        """)
    void findsCodeAndWordsInEveryEnvelope(String body, String code, String message) {
        assertThat(read(429, body))
                .isEqualTo(new EditReply.Busy(
                        new EndpointError(429, Optional.ofNullable(code), Optional.of(message)), Reading.RETRY_AFTER));
    }

    @ParameterizedTest
    @CsvSource({
        "RATE_LIMITED, Busy",
        "CONTENT_POLICY_VIOLATION, Rejected",
        "AUTHENTICATION_FAILED, Denied",
        "MODEL_NOT_FOUND, Denied",
        "UPSTREAM_ERROR, Unusable",
        "500, Unusable"
    })
    void knowsErrorsUnder200(String code, String kind) {
        assertThat(kindOf(200, nested(code))).isEqualTo(kind);
        assertThat(kindOf(200, flat(code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        404 | {"error":{"code":"MODEL_NOT_FOUND","message":"no"}}
        404 | {"error":{"code":"model_not_found","message":"no"}}
        404 | {"error":{"code":"MODEL_DISABLED","message":"no"}}
        404 | {"error":{"code":"404","message":"The Model 'x' does not exist"}}
        404 | {"error":"model not found"}
        404 | {"error":{"code":"DeploymentNotFound","message":"The API deployment does not exist."}}
        200 | {"error":{"code":"MODEL_NOT_FOUND","message":"no"}}
        """)
    void blamesWhoeverNamedTheModel(int status, String body) {
        assertThat(new Reading(folder).toARequestWithModelNamed(true).of(status, body))
                .isInstanceOf(EditReply.Rejected.class);
        assertThat(new Reading(folder).toARequestWithModelNamed(false).of(status, body))
                .isInstanceOf(EditReply.Denied.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {HTML, "", "{\"error\":{\"code\":\"NOT_FOUND\",\"message\":\"No such route.\"}}"})
    void blamesNoUploadForAWrongUrl(String body) {
        assertThat(new Reading(folder).toARequestWithModelNamed(true).of(404, body))
                .isInstanceOf(EditReply.Denied.class);
    }

    @Test
    void tellsStatusAndCodeOfItsOwnWhereTheEndpointGaveNone() {
        assertThat(read(503, HTML))
                .isInstanceOfSatisfying(
                        EditReply.Busy.class,
                        busy -> assertThat(busy.error())
                                .isEqualTo(
                                        EndpointError.of(503, "http_503", "The endpoint answered with status 503.")));
    }

    /** It may quote the prompt. */
    @Test
    void keepsTheMessageOutOfTheErrorsLogForm() {
        assertThat(EndpointError.of(400, "INVALID_REQUEST", "your prompt: secret words"))
                .hasToString("status 400, code INVALID_REQUEST");
    }

    @Test
    void survivesHugeNestingAndMegabytesOfJunk() {
        assertThat(kindOf(500, "{\"a\":".repeat(100_000))).isEqualTo("Busy");
        assertThat(kindOf(400, "[".repeat(100_000))).isEqualTo("Rejected");
        assertThat(kindOf(500, "junk ".repeat(2_000_000))).isEqualTo("Busy");
        assertThat(kindOf(500, "{\"junk\":\"" + "j".repeat(10_000_000))).isEqualTo("Busy");
        assertThat(kindOf(401, "{\"junk\":" + " ".repeat(10_000_000) + "1}")).isEqualTo("Denied");
    }

    private String kindOf(int status, String body) {
        return read(status, body).getClass().getSimpleName();
    }

    private EditReply read(int status, String body) {
        return new Reading(folder).of(status, body);
    }

    private static String nested(String code) {
        return "{\"error\":{\"message\":\"words\",\"type\":\"t\",\"param\":null,\"code\":\"" + code + "\"}}";
    }

    private static String flat(String code) {
        return "{\"error_code\":\"" + code + "\",\"error_message\":\"words\"}";
    }
}
