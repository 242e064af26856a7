package io.github.s3imageedit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What breaks a sample is found, wherever it lies. */
class EventDifferencesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OBJECT = "/Records/0/s3/object";

    static List<SampleEvent> samples() {
        return SampleEvent.all();
    }

    private static JsonNode read(String sample) {
        return JSON.readTree(SampleEvent.named(sample).text());
    }

    private static List<String> found(String sample, String pointer, Consumer<ObjectNode> breaking) {
        JsonNode broken = read(sample);
        breaking.accept((ObjectNode) broken.at(pointer));
        return EventDifferences.between(broken, read(sample)).stream()
                .map(EventDifference::toString)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noneIsFoundWhereNothingDiffers(SampleEvent sample) {
        assertThat(EventDifferences.between(read(sample.name()), read(sample.name())))
                .isEmpty();
    }

    @Test
    void aFieldTooManyOrTooFewIsFound() {
        assertThat(found("s3-put.json", OBJECT, object -> object.put("owner", "x")))
                .containsExactly("Records[0].s3.object.owner is missing");
        assertThat(found("s3-put.json", OBJECT, object -> object.remove("size")))
                .containsExactly("Records[0].s3.object.size is not in the sample");
    }

    @Test
    void anotherTypeIsFound() {
        assertThat(found("s3-put.json", OBJECT, object -> object.put("size", "24147")))
                .containsExactly("Records[0].s3.object.size is NUMBER, in the sample STRING");
        assertThat(found("s3-put.json", OBJECT, object -> object.put("sequencer", 5)))
                .containsExactly("Records[0].s3.object.sequencer is STRING, in the sample NUMBER");
        assertThat(found("s3-put.json", OBJECT, object -> object.putNull("eTag")))
                .containsExactly("Records[0].s3.object.eTag is STRING, in the sample NULL");
        assertThat(found("s3-put.json", "", event -> event.putObject("Records")))
                .containsExactly("Records is ARRAY, in the sample OBJECT");
    }

    @Test
    void anotherValueIsFound() {
        assertThat(found("s3-put.json", "/Records/0", record -> record.put("eventSource", "aws.s3")))
                .containsExactly("Records[0].eventSource is \"aws:s3\", in the sample \"aws.s3\"");
        assertThat(found("s3-put.json", OBJECT, object -> object.put("size", 1)))
                .containsExactly("Records[0].s3.object.size is 24147, in the sample 1");
    }

    @Test
    void aValueOfOnesOwnInAnotherFormIsFound() {
        assertThat(found("s3-put.json", "/Records/0", record -> record.put("awsRegion", "us-east-1")))
                .isEmpty();
        assertThat(found("s3-put.json", "/Records/0", record -> record.put("awsRegion", "Frankfurt")))
                .containsExactly("Records[0].awsRegion is in the sample not like [a-z]{2}-[a-z]+-\\d");
    }

    @Test
    void theWholeOfALongListIsCompared() {
        assertThat(found("sqs-fifo.json", "/Records/3", message -> message.put("eventSource", "aws:s3")))
                .containsExactly("Records[3].eventSource is \"aws:sqs\", in the sample \"aws:s3\"");
        assertThat(found("sqs-fifo.json", "", event -> ((ArrayNode) event.get("Records")).remove(3)))
                .containsExactly("Records has 4, in the sample 3");
    }

    @Test
    void whatLiesInTextsIsCompared() {
        assertThat(found("sqs-sns-s3-put.json", "/Records/0", EventDifferencesTest::breakInnermost))
                .containsExactly("Records[0].body.Message.Records[0].s3.object.size is not in the sample");
        assertThat(found("sqs-s3-put.json", "/Records/0", message -> message.put("body", "[]")))
                .singleElement()
                .asString()
                .startsWith("Records[0].body is ");
    }

    private static void breakInnermost(ObjectNode message) {
        ObjectNode envelope = (ObjectNode) JSON.readTree(message.get("body").asString());
        JsonNode event = JSON.readTree(envelope.get("Message").asString());
        ((ObjectNode) event.at(OBJECT)).remove("size");
        envelope.put("Message", event.toString());
        message.put("body", envelope.toString());
    }

    @Test
    void onlyTheListedIsExcused() {
        EventDifference version = new EventDifference("body.Records[0].eventVersion", "is missing");
        EventDifference other = new EventDifference("body.Records[0].otherVersion", "is missing");
        KnownDifference known = new KnownDifference("eventVersion", "is missing", "for a test");
        KnownDifference stale = new KnownDifference("Version", "is missing", "for a test");

        assertThat(KnownDifference.unknown(List.of(version, other), List.of(known, stale)))
                .containsExactly(other);
        assertThat(KnownDifference.gone(List.of(version, other), List.of(known, stale)))
                .containsExactly(stale);
    }
}
