package io.github.s3imageedit.testing;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields whose values no two events share, by name, with the form that they all have. */
final class OwnForms {
    private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String REQUEST = "[0-9A-Z]{16}";
    private static final String HOST = "[\\w+/=]{32,}";
    private static final String REGION = "[a-z]{2}-[a-z]+-\\d";
    private static final String ACCOUNT = "\\d{12}";
    private static final String MILLISECONDS = "\\d{4}(-\\d\\d){2}T\\d\\d(:\\d\\d){2}\\.\\d{3}Z";
    private static final String BUCKET = "inbox(-" + ID + ")?";
    private static final String BUCKET_ARN = "arn:aws:s3:::" + BUCKET;
    private static final String ADDRESS = "\\d{1,3}(\\.\\d{1,3}){3}";
    private static final String ARN_OF = ":" + REGION + ":" + ACCOUNT + ":[\\w-]+";
    private static final String TOPIC_URL = "https://sns\\." + REGION + "\\.amazonaws\\.com/\\S+";

    private static final Map<String, Pattern> FORMS = Stream.of(
                    Map.ofEntries(
                            entry("messageId", ID),
                            entry("receiptHandle", "[\\w+/=]{100,}"),
                            entry("md5OfBody", "[0-9a-f]{32}"),
                            entry("SentTimestamp", "\\d{13}"),
                            entry("ApproximateFirstReceiveTimestamp", "\\d{13}"),
                            entry("SenderId", "A[A-Z0-9]{15,}(:\\S+)?"),
                            entry("SequenceNumber", "\\d{20}"),
                            entry("MessageDeduplicationId", "[0-9a-f]{64}"),
                            entry("eventSourceARN", "arn:aws:sqs" + ARN_OF + "(\\.fifo)?")),
                    Map.ofEntries(
                            entry("MessageId", ID),
                            entry("TopicArn", "arn:aws:sns" + ARN_OF),
                            entry("Timestamp", MILLISECONDS),
                            entry("Signature", "[\\w+/]{300,}={0,2}"),
                            entry("SigningCertURL", TOPIC_URL),
                            entry("UnsubscribeURL", TOPIC_URL)),
                    Map.ofEntries(
                            entry("awsRegion", REGION),
                            entry("eventTime", MILLISECONDS),
                            entry("principalId", "(AWS:)?A[A-Za-z0-9]{13,}"),
                            entry("sourceIPAddress", ADDRESS),
                            entry("x-amz-request-id", REQUEST),
                            entry("x-amz-id-2", HOST),
                            entry("configurationId", "[\\w-]+"),
                            entry("name", BUCKET),
                            entry("arn", BUCKET_ARN),
                            entry("sequencer", "[0-9A-Fa-f]{16,18}")),
                    Map.ofEntries(
                            entry("Time", MILLISECONDS),
                            entry("Bucket", BUCKET),
                            entry("RequestId", REQUEST),
                            entry("HostId", HOST)),
                    Map.ofEntries(
                            entry("id", ID),
                            entry("account", ACCOUNT),
                            entry("time", MILLISECONDS.replace("\\.\\d{3}", "")),
                            entry("region", REGION),
                            entry("resources", BUCKET_ARN),
                            entry("request-id", REQUEST),
                            entry("requester", ACCOUNT),
                            entry("source-ip-address", ADDRESS)))
            .flatMap(shape -> shape.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, own -> Pattern.compile(own.getValue())));

    private OwnForms() {}

    static Optional<Pattern> of(String field) {
        return Optional.ofNullable(FORMS.get(field));
    }
}
