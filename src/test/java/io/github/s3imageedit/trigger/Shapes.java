package io.github.s3imageedit.trigger;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Events of the other senders, as their guides show them. */
final class Shapes {
    static final String QUEUE = "arn:aws:sqs:us-east-2:123456789012:my-queue";

    /** From the S3 user guide, "EventBridge event messages". */
    static final String ROUTED = """
        {
          "version": "0",
          "id": "17793124-05d4-b198-2fde-7ededc63b103",
          "detail-type": "Object Created",
          "source": "aws.s3",
          "account": "111122223333",
          "time": "2021-11-12T00:00:00Z",
          "region": "ca-central-1",
          "resources": ["arn:aws:s3:::amzn-s3-demo-bucket1"],
          "detail": {
            "version": "0",
            "bucket": {"name": "amzn-s3-demo-bucket1"},
            "object": {
              "key": "example-key",
              "size": 5,
              "etag": "b1946ac92492d2347c6235b4d2611184",
              "version-id": "IYV3p45BT0ac8hjHg1houSdS1a.Mro8e",
              "sequencer": "617f08299329d189"
            },
            "request-id": "N4N7GDK58NMKJ12R",
            "requester": "123456789012",
            "source-ip-address": "1.2.3.4",
            "reason": "PutObject"
          }
        }
        """;

    /** From the S3 user guide, "Invoke AWS Lambda function". */
    static final String BATCH_1 = """
        {
            "invocationSchemaVersion": "1.0",
            "invocationId": "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
            "job": {
                "id": "f3cc4f60-61f6-4a2b-8a21-d07600c373ce"
            },
            "tasks": [
                {
                    "taskId": "dGFza2lkZ29lc2hlcmUK",
                    "s3Key": "customerImage1.jpg",
                    "s3VersionId": "1",
                    "s3BucketArn": "arn:aws:s3:us-east-1:0123456788:amzn-s3-demo-bucket1"
                }
            ]
        }
        """;

    /** From the S3 user guide, "Invoke AWS Lambda function". */
    static final String BATCH_2 = """
        {
            "invocationSchemaVersion": "2.0",
            "invocationId": "YXNkbGZqYWRmaiBhc2RmdW9hZHNmZGpmaGFzbGtkaGZza2RmaAo",
            "job": {
                "id": "f3cc4f60-61f6-4a2b-8a21-d07600c373ce",
                "userArguments": {
                    "prompt": "add a red hat",
                    "model": "gpt-image-2"
                }
            },
            "tasks": [
                {
                    "taskId": "dGFza2lkZ29lc2hlcmUK",
                    "s3Key": "customerImage1.jpg",
                    "s3VersionId": null,
                    "s3Bucket": "amzn-s3-demo-bucket"
                }
            ]
        }
        """;

    private Shapes() {}

    static String quoted(String text) {
        return "\"" + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** S3's own event, of objects that were put into {@code inbox}. */
    static String put(String... keys) {
        return Arrays.stream(keys)
                .map(key -> Events.recordOnly("ObjectCreated:Put", "{\"key\":" + quoted(key) + "}"))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    /** What SNS posts where delivery is not raw; from the SNS developer guide, "HTTP/HTTPS notification JSON format". */
    static String posted(String message) {
        return """
            {"Type": "Notification", "MessageId": "22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324",
             "TopicArn": "arn:aws:sns:us-west-2:123456789012:MyTopic", "Subject": "Amazon S3 Notification",
             "Message": %s, "Timestamp": "2012-05-02T00:54:06.655Z", "SignatureVersion": "1", "Signature": "EXAMPLE"}
            """.formatted(quoted(message));
    }

    /** From the Lambda developer guide, "Invoking Lambda functions with Amazon SNS notifications". */
    static String topic(String message) {
        return """
            {"Records": [{
              "EventVersion": "1.0",
              "EventSubscriptionArn": "arn:aws:sns:us-east-1:123456789012:sns-lambda:21be56ed-a058-49f5-8c98",
              "EventSource": "aws:sns",
              "Sns": {
                "SignatureVersion": "1", "Timestamp": "2019-01-02T12:45:07.000Z", "Signature": "tcc6faL2yUC6dgZdmrwh1Y",
                "MessageId": "95df01b4-ee98-5cb9-9903-4c221d41eb5e", "Message": %s,
                "MessageAttributes": {"Test": {"Type": "String", "Value": "TestString"}},
                "Type": "Notification", "TopicArn": "arn:aws:sns:us-east-1:123456789012:sns-lambda", "Subject": "Test"
              }
            }]}
            """.formatted(quoted(message));
    }

    static String batch(String... messages) {
        return "{\"Records\":[" + String.join(",", messages) + "]}";
    }

    static String message(String id, String body) {
        return message(id, body, QUEUE, "\"ApproximateReceiveCount\": \"1\"");
    }

    /** A FIFO queue's message. */
    static String grouped(String id, String group, String body) {
        return message(
                id, body, QUEUE + ".fifo", "\"ApproximateReceiveCount\":\"1\",\"MessageGroupId\":\"" + group + "\"");
    }

    /** From the Lambda developer guide, "Using Lambda with Amazon SQS". */
    static String message(String id, String body, String queue, String attributes) {
        return """
            {"messageId": "%s", "receiptHandle": "receipt-%s", "body": %s,
             "attributes": {%s, "SentTimestamp": "1545082649183", "SenderId": "AIDAIENQZJOLO23YVJ4VO"},
             "messageAttributes": {"myAttribute": {"stringValue": "myValue", "dataType": "String"}},
             "md5OfBody": "e4e68fb7bd0e697a0ae8f1bb342846b3", "eventSource": "aws:sqs", "eventSourceARN": "%s",
             "awsRegion": "us-east-2"}
            """.formatted(id, id, quoted(body), attributes, queue);
    }

    /** From the Lambda developer guide, "Capturing records of Lambda asynchronous invocations". */
    static String failed(String event) {
        return """
            {"version": "1.0", "timestamp": "2019-11-14T18:16:05.568Z",
             "requestContext": {"requestId": "e4b46cbf-b738-xmpl-8880-a18cdf61200e",
               "functionArn": "arn:aws:lambda:us-east-2:123456789012:function:edit:$LATEST",
               "condition": "RetriesExhausted", "approximateInvokeCount": 3},
             "requestPayload": %s,
             "responseContext": {"statusCode": 200, "executedVersion": "$LATEST", "functionError": "Unhandled"},
             "responsePayload": {"errorMessage": "handed back"}}
            """.formatted(event);
    }

    /** The same, where the destination is an event bus. */
    static String failedByBus(String event) {
        return """
            {"version": "0", "id": "1", "detail-type": "Lambda Function Invocation Result - Failure", "source": "lambda",
             "account": "123456789012", "time": "2019-11-14T18:16:05Z", "region": "us-east-2",
             "resources": ["arn:aws:lambda:us-east-2:123456789012:function:edit:$LATEST"], "detail": %s}
            """.formatted(failed(event));
    }
}
