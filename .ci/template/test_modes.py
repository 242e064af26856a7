"""A change of TriggerMode turns the input bucket's notification, and nothing that an upload under way could miss."""

import pytest

import stack
import variants

BUCKETS = {
    "plain": variants.BUCKETS,
    "splendid": {name: given | variants.SPLENDID for name, given in variants.BUCKETS.items()},
}
CASES = [(kind, name) for kind, buckets in BUCKETS.items() for name in buckets]
ALWAYS = {
    "Queue": "AWS::SQS::Queue",
    "DeadLetterQueue": "AWS::SQS::Queue",
    "QueuePolicy": "AWS::SQS::QueuePolicy",
    "QueueMapping": "AWS::Lambda::EventSourceMapping",
    "UploadRule": "AWS::Events::Rule",
    "InvokePermission": "AWS::Lambda::Permission",
    "EditFunction": "AWS::Lambda::Function",
    "EditFunctionEventInvokeConfig": "AWS::Lambda::EventInvokeConfig",
    "BatchFunction": "AWS::Lambda::Function",
}
NOTIFICATION = ("Resources", "InputBucketItself", "Properties", "NotificationConfiguration")
STATE = ("Resources", "UploadRule", "Properties", "State")
ECHO = ("Outputs", "TriggerMode", "Value")


def differences(one, other, place=()):
    """The places where two templates say different things."""
    if isinstance(one, dict) and isinstance(other, dict):
        return {
            found
            for key in one.keys() | other.keys()
            for found in differences(one.get(key), other.get(key), (*place, key))
        }
    return set() if one == other else {place}


def modes(given, template=None):
    return {mode: stack.resolved(given | {"TriggerMode": mode}, template) for mode in variants.MODES}


def strays(given, template=None):
    """Differences between modes other than those that make a mode."""
    by_mode = modes(given, template)
    found = set()
    for mode in variants.MODES:
        for place in differences(by_mode["Queue"], by_mode[mode]):
            if place[: len(NOTIFICATION)] != NOTIFICATION and place not in (STATE, ECHO):
                found.add(place)
    return found


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_modes_differ_in_the_notification_alone(kind, name):
    given = BUCKETS[kind][name]
    assert strays(given) == set()
    for mode, resolved in modes(given).items():
        assert resolved["Outputs"]["TriggerMode"]["Value"] == mode
        assert resolved["Resources"]["UploadRule"]["Properties"]["State"] == (
            "ENABLED" if mode == "EventBridge" else "DISABLED"
        )
        assert {part: resolved["Resources"][part]["Type"] for part in ALWAYS} == ALWAYS


def _filter(given):
    rules = [
        {"Name": kind, "Value": given[parameter]}
        for kind, parameter in (("prefix", "InputPrefix"), ("suffix", "InputSuffix"))
        if given.get(parameter)
    ]
    return {"Filter": {"S3Key": {"Rules": rules}}} if rules else {}


def expected_notification(given, mode):
    """What S3 tells whom; one bucket tells EventBridge in every mode, as an output bucket does."""
    target = {
        "Queue": {"Queue": {"Fn::GetAtt": ["Queue", "Arn"]}},
        "Direct": {"Function": {"Fn::Sub": "${EditFunction.Arn}:live"}},
    }
    expected = {}
    if mode in target:
        expected["QueueConfigurations" if mode == "Queue" else "LambdaConfigurations"] = [
            {"Event": event} | target[mode] | _filter(given) for event in ("s3:ObjectCreated:*", "s3:ObjectTagging:Put")
        ]
    if mode == "EventBridge" or given["InputBucket"] == given["OutputBucket"]:
        expected["EventBridgeConfiguration"] = {"EventBridgeEnabled": True}
    return expected


@pytest.mark.parametrize("mode", variants.MODES)
@pytest.mark.parametrize(("kind", "name"), CASES)
def test_tells_of_uploads_and_tags_in_each_mode(kind, name, mode):
    given = BUCKETS[kind][name]
    resources = modes(given)[mode]["Resources"]
    assert ("InputBucketItself" in resources) == (given.get("CreateInputBucket") != "false")
    assert ("OutputBucketItself" in resources) == (name in ("new", "input-exists"))
    if "InputBucketItself" in resources:
        properties = resources["InputBucketItself"]["Properties"]
        assert properties["NotificationConfiguration"] == expected_notification(given, mode)


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_the_rule_takes_what_the_notification_takes(kind, name):
    given = BUCKETS[kind][name]
    pattern = modes(given)["EventBridge"]["Resources"]["UploadRule"]["Properties"]["EventPattern"]
    key = given.get("InputPrefix", "") + "*" + given.get("InputSuffix", "")
    assert pattern == {
        "source": ["aws.s3"],
        "detail-type": ["Object Created", "Object Tags Added"],
        "detail": {"bucket": {"name": [given["InputBucket"]]}, "object": {"key": [{"wildcard": key}]}},
    }


def test_bites_on_a_mapping_that_only_one_mode_has():
    broken = stack.source()
    broken["Resources"]["QueueMapping"]["Condition"] = "ByQueue"
    assert ("Resources", "QueueMapping") in strays(variants.BUCKETS["new"], broken)


def test_bites_on_a_mapping_that_one_mode_switches_off():
    broken = stack.source()
    broken["Resources"]["QueueMapping"]["Properties"]["Enabled"] = {"Fn::If": ["Directly", False, True]}
    assert ("Resources", "QueueMapping", "Properties", "Enabled") in strays(variants.BUCKETS["shared"], broken)
