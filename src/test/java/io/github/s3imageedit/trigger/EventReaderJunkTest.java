package io.github.s3imageedit.trigger;

import static io.github.s3imageedit.trigger.EventReaderTest.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of no shape that is taken, and such as two readers could understand differently. */
@Timeout(20)
class EventReaderJunkTest {
    private static final String PUT = Shapes.put("tom.png");

    private static void assertUnknown(String event) {
        assertThatThrownBy(() -> read(event)).as(event).isInstanceOf(UnknownEventException.class);
    }

    static Stream<String> shapes() {
        return Stream.of(
                PUT,
                Shapes.ROUTED,
                Shapes.BATCH_1,
                Shapes.BATCH_2,
                Shapes.topic(PUT),
                Shapes.posted(PUT),
                Shapes.batch(Shapes.message("m", PUT)),
                Shapes.failed(PUT),
                Shapes.failedByBus(Shapes.ROUTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\":\"2.0\",\"routeKey\":\"$default\",\"rawPath\":\"/\",\"isBase64Encoded\":false}",
                "{\"awslogs\":{\"data\":\"H4sI\"}}",
                "{\"CodePipeline.job\":{\"id\":\"1\"}}",
                "{\"triggerSource\":\"PreSignUp_SignUp\",\"request\":{}}",
                "{\"Type\":\"SubscriptionConfirmation\",\"Token\":\"t\",\"Message\":\"You have chosen to subscribe\"}",
                "{\"Type\":\"Notification\"}",
                "{\"Type\":\"Notification\",\"Message\":\"\"}",
                "{\"Type\":\"Notification\",\"Message\":\"hello\"}",
                "{\"Message\":\"{}\"}",
                "{\"Event\":\"s3:Other\"}",
                "{\"Records\":[{\"eventSource\":\"aws:dynamodb\",\"eventName\":\"INSERT\",\"dynamodb\":{}}]}",
                "{\"Records\":[{\"eventSource\":\"aws:kinesis\",\"kinesis\":{\"data\":\"e30=\"}}]}",
                "{\"eventSource\":\"aws:kafka\",\"records\":{\"topic-0\":[]}}",
                "{\"invocationId\":\"1\",\"deliveryStreamArn\":\"arn:aws:firehose:x\",\"records\":[]}",
                "{\"source\":\"aws.events\",\"detail-type\":\"Scheduled Event\",\"detail\":{}}",
                "{\"source\":\"aws.ec2\",\"detail-type\":\"Object Created\",\"detail\":{}}",
                "{\"detail-type\":\"Object Created\",\"detail\":{}}",
                "{\"source\":\"aws.s3\",\"detail-type\":\"Object Created\",\"detail\":{}}",
                "{\"source\":\"aws.s3\",\"detail\":{\"bucket\":{\"name\":\"b\"},\"object\":{\"key\":\"k\"}}}",
                "{\"requestContext\":{},\"responsePayload\":{}}"
            })
    void otherServicesEventsAreErrors(String event) {
        assertUnknown(event);
        assertUnknown("{\"requestPayload\":" + event + "}");
        assertUnknown(Shapes.topic(event));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void nothingMayFollowAnEvent(String event) {
        for (String junk : new String[] {"{}", "x", "[1]", "}", event}) {
            assertUnknown(event + junk);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anEventMustBeWhole(String event) {
        String text = event.strip();
        for (int length = 0; length < text.length(); length += 11) {
            assertUnknown(text.substring(0, length));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theOrderOfFieldsDoesNotMatter(String event) throws IOException {
        assertThat(read(Reversed.of(event))).isEqualTo(read(event));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void strangeFieldsBesideDoNotMatter(String event) throws IOException {
        String junk =
                "{\"strange\":{\"Records\":[],\"detail\":{\"requestPayload\":7},\"tasks\":null},\"n\":[[{}],1.5e3],";

        assertThat(read(event.replaceFirst("\\{", junk.replace("\\", "\\\\")))).isEqualTo(read(event));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Records",
                "requestPayload",
                "detail-type",
                "source",
                "invocationSchemaVersion",
                "invocationId",
                "tasks",
                "Type",
                "Message",
                "Event"
            })
    void refusesAFieldThatIsThereTwice(String field) {
        String value =
                field.equals("requestPayload") ? "{\"Records\":[]}" : field.matches("Records|tasks") ? "[]" : "\"x\"";
        String one = "\"" + field + "\":" + value;

        assertThatThrownBy(() -> read("{" + one + "," + one + "}"))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("\"" + field + "\" twice");
    }

    @Test
    void refusesFieldsThatAreTwiceInside() {
        assertUnknown(Shapes.ROUTED.replace("\"key\":", "\"key\":\"other\",\"key\":"));
        assertUnknown(Shapes.ROUTED.replace("\"bucket\":", "\"bucket\":{\"name\":\"other\"},\"bucket\":"));
        assertUnknown(Shapes.topic(PUT).replace("\"Message\":", "\"Message\":\"{}\",\"Message\":"));
        assertUnknown(Shapes.BATCH_2.replace("\"prompt\":", "\"prompt\":\"other\",\"prompt\":"));
        assertUnknown(Shapes.failed(PUT).replace("\"Records\":", "\"Records\":[],\"Records\":"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"x\"]", "{}", "{\"a\":{\"b\":[1]}}", "null", "7", "true", "\"\""})
    void aValueOfAnotherTypeIsAnErrorWhereItMatters(String wrong) {
        for (String field : new String[] {"source", "name", "key", "detail", "bucket", "object"}) {
            assertUnknown(replaced(Shapes.ROUTED, field, wrong));
        }
        assertUnknown(replaced(Shapes.topic(PUT), "Message", wrong));
        assertUnknown(replaced(Shapes.topic(PUT), "Sns", wrong));
        assertUnknown(replaced(Shapes.topic(PUT), "EventSource", wrong));
        assertUnknown(replaced(Shapes.BATCH_1, "invocationSchemaVersion", wrong));
        assertUnknown(replaced(Shapes.BATCH_1, "taskId", wrong));
        assertUnknown(replaced(Shapes.failed(PUT), "requestPayload", wrong));
        assertUnknown(replaced(PUT, "Records", wrong.equals("[]") ? "{}" : wrong));
    }

    private static String replaced(String event, String field, String value) {
        return event.replaceFirst("\"" + field + "\":", "\"" + field + "\":" + value + ",\"was\":");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0", "1", "", "2.0 ", "one"})
    void aJobOfAnotherSchemaIsAnError(String schema) {
        assertThatThrownBy(() -> read(Shapes.BATCH_1.replace("1.0", schema)))
                .isInstanceOf(UnknownEventException.class)
                .hasMessageContaining("1.0 and 2.0");
    }

    @Test
    void bombsAreRefusedWithoutFallingOver() {
        assertUnknown("{\"requestPayload\":".repeat(100_000));
        assertUnknown("{\"detail\":".repeat(100_000));
        assertUnknown("{\"job\":{\"userArguments\":" + "[".repeat(100_000));
        assertUnknown("{\"tasks\":" + "[".repeat(100_000));
        assertUnknown(Shapes.topic("[".repeat(3_000_000)));
        assertUnknown("x".repeat(6_000_000));
    }

    @Test
    void noMessageHoldsWhatTheEventHolds() {
        String secret = "s3cr3t-words";
        for (String event : new String[] {
            "{\"prompt\":\"" + secret + "\"}",
            "{\"prompt\": " + secret + "}",
            secret,
            "{\"" + secret + "\":",
            Shapes.topic("{\"a\":" + secret + "}"),
            Shapes.put(secret).replace("\"inbox\"", "\"\""),
            Shapes.put("x").replace("aws:s3\"", secret + "\""),
            Shapes.ROUTED.replace("aws.s3", secret),
            Shapes.BATCH_1.replace("1.0", secret),
            "{\"requestPayload\":\"" + secret + "\"}",
            Shapes.put("x") + secret
        }) {
            assertThat(catchThrowable(() -> read(event))).as(event).isInstanceOf(UnknownEventException.class);
            assertThat(catchThrowable(() -> read(event))).hasMessageNotContaining(secret);
            assertThat(catchThrowable(() -> read(event)).getCause()).isNull();
        }
    }
}
