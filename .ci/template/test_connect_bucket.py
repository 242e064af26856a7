"""What bin/connect-bucket makes of a bucket's configuration; ConnectBucketIT runs it whole, on LocalStack."""

import importlib.machinery
import importlib.util

import pytest

import stack

PLACE = str(stack.ROOT / "bin" / "connect-bucket")
LOADER = importlib.machinery.SourceFileLoader("connect_bucket", PLACE)
connect_bucket = importlib.util.module_from_spec(importlib.util.spec_from_loader("connect_bucket", LOADER))
LOADER.exec_module(connect_bucket)

SQS = "arn:aws:sqs:eu-central-1:123456789012:"
LAMBDA = "arn:aws:lambda:eu-central-1:123456789012:function:"
FOUND = {"QueueArn": SQS + "pics-Queue-NEW1", "EditFunctionArn": LAMBDA + "pics-EditFunction-NEW1:live"}


def test_gives_rules_of_the_older_form_the_newer_one():
    """S3 takes no lifecycle in which both stand: "Filter element can only be used in Lifecycle V2". LocalStack has no older form."""
    older = {"ID": "old", "Status": "Enabled", "Prefix": "tmp/", "Expiration": {"Days": 1}}
    bare = {"ID": "all", "Status": "Enabled", "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}}
    newer = {"ID": "new", "Status": "Enabled", "Filter": {"Tag": {"Key": "a", "Value": "b"}}}
    assert connect_bucket.filtered(older) == {**newer_form(older), "Filter": {"Prefix": "tmp/"}}
    assert connect_bucket.filtered(bare) == {**bare, "Filter": {"Prefix": ""}}
    assert connect_bucket.filtered(newer) == newer


def newer_form(rule):
    return {key: value for key, value in rule.items() if key != "Prefix"}


@pytest.mark.parametrize(
    "arn",
    [
        SQS + "pics-Queue-NEW1",
        SQS + "pics-Queue-1A2B3C",
        LAMBDA + "pics-EditFunction-NEW1:live",
        LAMBDA + "pics-EditFunction-1A2B3C:live",
    ],
)
def test_knows_what_a_stack_of_this_name_had(arn):
    assert connect_bucket.is_own("pics", FOUND, {"Id": "any"}, arn)


@pytest.mark.parametrize(
    "arn",
    [
        SQS + "pics-DeadLetterQueue-1A2B3C",
        SQS + "my-pics-Queue-1A2B3C",
        SQS + "pics-Queue",
        SQS + "pics-Queue-of-others",
        LAMBDA + "pics-BatchFunction-1A2B3C:live",
        LAMBDA + "others-EditFunction-1A2B3C:live",
    ],
)
def test_leaves_alone_what_others_have(arn):
    assert not connect_bucket.is_own("pics", FOUND, {"Id": "any"}, arn)


def test_knows_its_own_entries_by_their_ids():
    assert connect_bucket.is_own("pics", FOUND, {"Id": "pics-created"}, SQS + "whatever")
    assert not connect_bucket.is_own("pics", FOUND, {"Id": "created"}, SQS + "whatever")


@pytest.mark.parametrize("mode", ["Queue", "EventBridge", "Direct", None])
def test_keeps_every_other_notification(mode):
    topic = {"Id": "t", "TopicArn": "arn:aws:sns:eu-central-1:123456789012:t", "Events": ["s3:ObjectRemoved:*"]}
    queue = {"Id": "q", "QueueArn": SQS + "others", "Events": ["s3:ObjectRemoved:*"]}
    function = {"Id": "f", "LambdaFunctionArn": LAMBDA + "others", "Events": ["s3:ObjectRestore:*"]}
    before = {
        "TopicConfigurations": [topic],
        "QueueConfigurations": [queue, {"Id": "gone", "QueueArn": SQS + "pics-Queue-OLD", "Events": ["s3:ObjectCreated:*"]}],
        "LambdaFunctionConfigurations": [function],
        "EventBridgeConfiguration": {},
    }
    after = connect_bucket.with_stack(before, "pics", FOUND, mode)
    assert after["TopicConfigurations"] == [topic]
    assert after["QueueConfigurations"][0] == queue and after["LambdaFunctionConfigurations"][0] == function
    assert after["EventBridgeConfiguration"] == {}
    own = {"Queue": (3, 1), "Direct": (1, 3)}.get(mode, (1, 1))
    assert (len(after["QueueConfigurations"]), len(after["LambdaFunctionConfigurations"])) == own
    assert connect_bucket.with_stack(after, "pics", FOUND, mode) == after
