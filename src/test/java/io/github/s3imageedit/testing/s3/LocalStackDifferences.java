package io.github.s3imageedit.testing.s3;

import io.github.s3imageedit.testing.KnownDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the events of LocalStack 4.14 are known not to be as AWS documents them. */
public final class LocalStackDifferences {
    private static final String NO_STACK = "only buckets made by a stack have AWS's tags";
    private static final String OLDER = "LocalStack writes what AWS wrote before there was one version for all events";
    private static final String ITS_IDS = "LocalStack's request ids are parts of UUIDs";
    private static final String ITS_HOST = "LocalStack's SNS is on this machine";
    private static final String REQUEST = "is not like [0-9A-Z]{16}";
    private static final String TOPIC_URL = "is not like https://sns\\.[a-z]{2}-[a-z]+-\\d\\.amazonaws\\.com/\\S+";

    private static final String NEWER = "AWS added it after LocalStack 4.14";
    private static final String IN_PARTS = is("bb75e1c81b0012dc903c295868569d93-1", "fbd7fd5acb9074eba2f851e67ca96413");
    private static final String PARTS = "the samples' pictures are thought to be uploaded in one piece";

    private LocalStackDifferences() {}

    /** A space is {@code %20}, and the rest as Python quotes. */
    public static String keyInEvent(String key) {
        return UrlCoding.encodeForm(key).replace("+", "%20").replace("%7E", "~").replace("*", "%2A");
    }

    /** In the body of the message that an upload leads to. */
    public static List<KnownDifference> of(EventRoute route, Upload upload, String key) {
        List<KnownDifference> known = new ArrayList<>();
        switch (route) {
            case QUEUE, RAW_TOPIC -> known.addAll(inNotification(upload, key));
            case TOPIC -> {
                known.addAll(inNotification(upload, key));
                known.addAll(inEnvelope());
            }
            case BRIDGE, FIFO_BRIDGE -> known.addAll(inBridge(upload, key));
        }
        return known;
    }

    private static List<KnownDifference> inNotification(Upload upload, String key) {
        return switch (upload) {
            case NONE -> List.of(new KnownDifference("RequestId", REQUEST, ITS_IDS));
            case PUT, COPY -> notification(key, "2.1");
            case TAGS -> notification(key, "2.3");
            case PARTS -> with(notification(key, "2.1"), new KnownDifference("s3.object.eTag", IN_PARTS, PARTS));
        };
    }

    private static List<KnownDifference> notification(String key, String version) {
        List<KnownDifference> known = new ArrayList<>(List.of(
                new KnownDifference("eventVersion", is(version, "2.5"), OLDER),
                new KnownDifference("s3.bucket.awsGeneratedTags", "is missing", NO_STACK),
                new KnownDifference("responseElements.x-amz-request-id", REQUEST, ITS_IDS)));
        if (!keyInEvent(key).equals(UrlCoding.encodeForm(key))) {
            known.add(new KnownDifference(
                    "s3.object.key",
                    is(keyInEvent(key), UrlCoding.encodeForm(key)),
                    "LocalStack writes %20 where AWS writes +"));
        }
        return known;
    }

    /** SNS's envelope. */
    private static List<KnownDifference> inEnvelope() {
        return List.of(
                new KnownDifference("SigningCertURL", TOPIC_URL, ITS_HOST),
                new KnownDifference("UnsubscribeURL", TOPIC_URL, ITS_HOST));
    }

    /** SQS's message. */
    public static List<KnownDifference> inMessage() {
        return List.of(new KnownDifference(
                "attributes.SenderId",
                "is not like A[A-Z0-9]{15,}(:\\S+)?",
                "LocalStack's senders have the account's number, and no identity"));
    }

    private static List<KnownDifference> inBridge(Upload upload, String key) {
        String alike = "LocalStack tells of tags as it tells of new objects";
        List<KnownDifference> known = bridge(key);
        return switch (upload) {
            case NONE, PUT -> known;
            case COPY -> with(known, new KnownDifference("detail.object.has-object-annotation", "is missing", NEWER));
            case TAGS ->
                with(
                        known,
                        new KnownDifference("detail.object.size", "is not in the sample", alike),
                        new KnownDifference("detail.object.sequencer", "is not in the sample", alike));
            case PARTS ->
                with(
                        known,
                        new KnownDifference("detail.object.etag", IN_PARTS, PARTS),
                        new KnownDifference(
                                "detail.reason",
                                is("s3:ObjectCreated:CompleteMultipartUpload", "PutObject"),
                                "the sample is a put's; and AWS would write CompleteMultipartUpload"));
        };
    }

    private static List<KnownDifference> bridge(String key) {
        return List.of(
                new KnownDifference("detail.event-version", "is missing", NEWER),
                new KnownDifference("detail.bucket.aws-generated-tags", "is missing", NO_STACK),
                new KnownDifference("detail.request-id", REQUEST, "LocalStack's request ids are UUIDs"),
                new KnownDifference(
                        "detail.object.key",
                        is(keyInEvent(key), key.replace("\\", "\\\\").replace("\"", "\\\"")),
                        "LocalStack percent-encodes keys that AWS sends raw"));
    }

    private static List<KnownDifference> with(List<KnownDifference> known, KnownDifference... more) {
        return Stream.concat(known.stream(), Stream.of(more)).toList();
    }

    private static String is(String received, String sample) {
        return "is \"" + received + "\", in the sample \"" + sample + "\"";
    }
}
