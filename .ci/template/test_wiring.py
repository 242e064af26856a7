"""How the parts refer to each other, in every variant; and what the template says of itself."""

import re
import xml.etree.ElementTree

import pytest

import checks
import stack
import variants

VARIANTS = variants.everything()
TEMPLATE = stack.source()


@pytest.mark.parametrize("name", VARIANTS)
def test_nothing_waits_for_itself_or_for_what_is_not_there(name):
    resolved = stack.resolved(VARIANTS[name])
    assert checks.circles(resolved) == []
    assert checks.dangling(resolved) == []


def test_depends_on_nothing_conditional():
    assert checks.conditional_dependencies(stack.translated(variants.BUCKETS["new"])) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_the_bucket_waits_for_whoever_hears_it(name):
    """S3 tries a queue or a function when it is named; a rule that is not there yet would miss uploads unseen."""
    bucket = stack.resolved(VARIANTS[name])["Resources"].get("InputBucketItself")
    assert (bucket is None) == (VARIANTS[name].get("CreateInputBucket") == "false")
    if bucket:
        assert set(bucket["DependsOn"]) == {"QueuePolicy", "UploadRule", "InvokePermission"}


def test_explains_shows_and_uses_every_parameter():
    assert checks.parameter_faults(TEMPLATE) == []


def test_uses_every_condition_and_mapping():
    text = stack.TEMPLATE.read_text(encoding="utf-8")
    for name in TEMPLATE["Conditions"]:
        assert len(re.findall(rf"(?<![A-Za-z]){name}(?![A-Za-z])", text)) > 1, f"condition {name} is not used"
    for name in TEMPLATE["Mappings"]:
        assert f"FindInMap [{name}," in text, f"mapping {name} is not used"


def test_knows_the_visibility_of_every_timeout():
    """A timeout that is added to the parameter has to be added to the mapping; SQS wants visibility above timeout."""
    timeouts = TEMPLATE["Parameters"]["Timeout"]["AllowedValues"]
    visibility = TEMPLATE["Mappings"]["Visibility"]
    assert set(timeouts) == set(visibility)
    for timeout in timeouts:
        seconds = visibility[timeout]["Seconds"]
        assert 3 * int(timeout) <= seconds <= 3600, f"{timeout}: {seconds}"


@pytest.mark.parametrize("name", VARIANTS)
def test_messages_come_again_and_are_set_aside(name):
    """Without ReportBatchItemFailures Lambda would take every answer for success, and delete what was handed back."""
    resources = stack.resolved(VARIANTS[name])["Resources"]
    mapping = resources["QueueMapping"]["Properties"]
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert mapping["FunctionName"] == {"Fn::Sub": "${EditFunction.Arn}:live"}
    assert resources["Queue"]["Properties"]["RedrivePolicy"] == {
        "deadLetterTargetArn": {"Fn::GetAtt": ["DeadLetterQueue", "Arn"]},
        "maxReceiveCount": 30,
    }
    fortnight = 14 * 24 * 3600
    for queue in ("Queue", "DeadLetterQueue"):
        assert resources[queue]["Properties"]["MessageRetentionPeriod"] == fortnight


def test_goes_by_the_partition_that_it_is_in():
    """China's and GovCloud's ARNs begin otherwise."""
    assert "arn:aws:" not in stack.TEMPLATE.read_text(encoding="utf-8")


def test_alarms_say_where_to_read_on():
    resolved = stack.resolved(variants.BUCKETS["new"])
    assert checks.alarm_faults(resolved) == []
    endings = [
        resource["Properties"]["AlarmDescription"].split(" - ")[1].rstrip(".")
        for resource in resolved["Resources"].values()
        if resource["Type"] == "AWS::CloudWatch::Alarm"
    ]
    assert len(endings) == len(set(endings)) == 8


def test_the_readme_tells_what_to_do_about_every_alarm():
    readme = (stack.ROOT / "README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| `")]
    for name, resource in stack.resolved(variants.BUCKETS["new"])["Resources"].items():
        if resource["Type"] == "AWS::CloudWatch::Alarm":
            ending = resource["Properties"]["AlarmDescription"].split(" - ")[1].rstrip(".")
            assert any(row.startswith(f"| `{name}` | {ending}: ") for row in rows), name


def test_has_the_version_of_the_project():
    version = TEMPLATE["Metadata"]["AWS::ServerlessRepo::Application"]["SemanticVersion"]
    pom = xml.etree.ElementTree.parse(stack.ROOT / "pom.xml").getroot()
    assert version == pom.findtext("{http://maven.apache.org/POM/4.0.0}version").removesuffix("-SNAPSHOT")
    changelog = (stack.ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"(?m)^## {re.escape(version)}(,| |$)", changelog), f"CHANGELOG.md has no heading for {version}"


def test_bites_on_a_bucket_that_its_own_policy_refers_to():
    broken = stack.source()
    broken["Resources"]["QueuePolicy"]["Properties"]["PolicyDocument"]["Statement"][0]["Condition"]["ArnEquals"] = {
        "aws:SourceArn": {"Fn::GetAtt": ["InputBucketItself", "Arn"]}
    }
    assert {"InputBucketItself", "QueuePolicy"} <= set(checks.circles(stack.resolved(variants.BUCKETS["new"], broken)))


def test_bites_on_a_bucket_that_the_function_refers_to():
    broken = stack.source()
    broken["Globals"]["Function"]["Environment"]["Variables"]["INPUT_BUCKETS"] = {"Ref": "InputBucketItself"}
    assert "EditFunction" in checks.circles(stack.resolved(variants.BUCKETS["new"], broken))
    assert checks.dangling(stack.resolved(variants.BUCKETS["exist"], broken))


def test_bites_on_what_is_switched_off():
    broken = stack.source()
    broken["Resources"]["DeadLettersAlarm"]["Properties"]["AlarmActions"] = [{"Ref": "AlarmTopic"}]
    assert checks.dangling(stack.resolved(variants.BUCKETS["new"], broken)) == ["DeadLettersAlarm refers to AlarmTopic"]
    broken["Outputs"]["InputBucket"]["Value"] = {"Fn::Sub": "${InputBucketItself.Arn}"}
    assert "output InputBucket refers to InputBucketItself" in checks.dangling(
        stack.resolved(variants.BUCKETS["exist"], broken)
    )


def test_bites_on_a_conditional_dependency():
    broken = stack.source()
    broken["Resources"]["QueueMapping"]["DependsOn"] = ["EditFunctionAliaslive", "InputBucketItself"]
    assert checks.conditional_dependencies(stack.translated(variants.BUCKETS["new"], broken)) == [
        "QueueMapping depends on InputBucketItself"
    ]


@pytest.mark.parametrize(
    "fault", ["is not used", "is in 0 groups", "has no description", "a pattern that nothing explains"]
)
def test_bites_on_a_parameter_that_is_left_alone(fault):
    broken = stack.source()
    broken["Parameters"]["Further"] = {"Type": "String", "AllowedPattern": "a"}
    assert any(fault in found for found in checks.parameter_faults(broken))


def test_bites_on_an_alarm_that_says_nothing():
    broken = stack.source()
    broken["Resources"]["ErrorsAlarm"]["Properties"]["AlarmDescription"] = "Errors."
    assert checks.alarm_faults(stack.resolved(variants.BUCKETS["new"], broken))
