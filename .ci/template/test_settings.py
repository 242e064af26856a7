"""Fixed values, and where each parameter lands, in every variant; settings.py and alarms.py say which.

LocalStack passes over many of them: SnapStart, MaximumConcurrency, LoggingConfig, DestinationConfig of an alias, alarms
on expressions, dashboards. What nothing else holds, this does.
"""

import pytest

import differences
import settings
import stack
import variants

TEMPLATE = stack.source()
NEW = variants.BUCKETS["new"]
WATCHED = NEW | {"Dashboard": "On", "AlarmEmail": "ops@example.com"}
SHARED = variants.BUCKETS["shared"]
KMS = NEW | {"KmsKeyArn": variants.KEY}
CASES = variants.told()


def deployed(given, template=None):
    return stack.concrete(stack.resolved(given, template))


@pytest.mark.parametrize("name", CASES)
def test_sets_what_it_should(name):
    assert differences.faults(deployed(CASES[name]), CASES[name]) == []


def test_knows_every_default():
    assert settings.DEFAULTS == stack.with_defaults(TEMPLATE, {})


def test_tries_every_parameter():
    """One that always has the same value could land anywhere."""
    for name in TEMPLATE["Parameters"]:
        assert len({stack.with_defaults(TEMPLATE, given)[name] for given in CASES.values()}) > 1, name


def test_has_a_dashboard_only_where_one_is_asked_for():
    assert "EditDashboard" not in deployed(NEW)["Resources"]
    assert "EditDashboard" in deployed(WATCHED)["Resources"]


@pytest.mark.parametrize("name", CASES)
def test_the_environment_holds_no_key_and_no_other_aws(name):
    for function in ("EditFunction", "BatchFunction"):
        named = deployed(CASES[name])["Resources"][function]["Properties"]["Environment"]["Variables"]
        assert not named.keys() & {"EDIT_API_KEY", "AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_S3"}


GONE = object()
ALARMS = sorted(name for name, thing in TEMPLATE["Resources"].items() if thing["Type"] == "AWS::CloudWatch::Alarm")
SUMS = [name for name in ALARMS if "Metrics" in TEMPLATE["Resources"][name]["Properties"]]
BUCKETS = ["InputBucketItself", "OutputBucketItself"]
ENVIRONMENT = "Globals/Function/Environment/Variables/"
LEDGER = "Properties/LifecycleConfiguration/Rules/1/"
ENCRYPTION = "Properties/BucketEncryption/ServerSideEncryptionConfiguration/0"
LOST = {"Ref": "AWS::NoValue"}
DASHBOARD = TEMPLATE["Resources"]["EditDashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]

# Of which deployment, where in template.yaml, and what is there instead.
BROKEN = [
    (NEW, "EditFunction/Properties/EventInvokeConfig", GONE),
    (NEW, "EditFunction/Properties/EventInvokeConfig/DestinationConfig", GONE),
    (NEW, "EditFunction/Properties/EventInvokeConfig/MaximumEventAgeInSeconds", 60),
    (NEW, "EditFunction/Properties/EventInvokeConfig/MaximumRetryAttempts", 0),
    (NEW, "EditFunction/Properties/Handler", "io.github.s3imageedit.trigger.S3BatchHandler"),
    (NEW, "QueueMapping/Properties/ScalingConfig", GONE),
    (NEW, "QueueMapping/Properties/ScalingConfig/MaximumConcurrency", GONE),
    (CASES["told"], "QueueMapping/Properties/ScalingConfig/MaximumConcurrency", 5),
    (CASES["told"], "QueueMapping/Properties/BatchSize", 10),
    (CASES["told"], "QueueMapping/Properties/MaximumBatchingWindowInSeconds", 1),
    (NEW, "QueueMapping/Properties/FunctionResponseTypes", GONE),
    (NEW, "QueueMapping/Properties/FunctionName", {"Fn::GetAtt": "EditFunction.Arn"}),
    (NEW, "QueueMapping/Properties/Enabled", False),
    (CASES["told"], "EditLogs/Properties/RetentionInDays", 30),
    (NEW, "BatchLogs/Properties/RetentionInDays", GONE),
    (NEW, "EditLogs/DeletionPolicy", "Retain"),
    (NEW, "Queue/Properties/MessageRetentionPeriod", 345600),
    (NEW, "DeadLetterQueue/Properties/MessageRetentionPeriod", GONE),
    (NEW, "Queue/Properties/RedrivePolicy", GONE),
    (CASES["told"], "Queue/Properties/RedrivePolicy/maxReceiveCount", 30),
    (NEW, "Queue/Properties/SqsManagedSseEnabled", False),
    (CASES["timeout-120"], "Queue/Properties/VisibilityTimeout", 2880),
    (CASES["timeout-900"], "Mappings/Visibility/900/Seconds", 3600),
    (NEW, "Globals/Function/SnapStart/ApplyOn", "None"),
    (CASES["queue-new-no-snapstart"], "Globals/Function/SnapStart/ApplyOn", "PublishedVersions"),
    (NEW, "Globals/Function/SnapStart", GONE),
    (NEW, "Globals/Function/Runtime", "java21"),
    (CASES["told"], "Globals/Function/MemorySize", 512),
    (CASES["timeout-900"], "Globals/Function/Timeout", 480),
    (CASES["queue-new-no-snapstart"], "Globals/Function/Architectures", ["arm64"]),
    (NEW, ENVIRONMENT + "EDIT_API_KEY", ""),
    (NEW, ENVIRONMENT + "AWS_ENDPOINT_URL", "http://localhost:4566"),
    (NEW, ENVIRONMENT + "AWS_ENDPOINT_URL_S3", "http://localhost:4566"),
    (NEW, ENVIRONMENT + "EDIT_TIMEOUT", {"Ref": "EditTimeout"}),
    (CASES["told"], ENVIRONMENT + "EDIT_TIMEOUT", LOST),
    (CASES["told"], ENVIRONMENT + "MAX_INPUT_BYTES", {"Ref": "MaxResultBytes"}),
    (CASES["queue-new-secret"], ENVIRONMENT + "EDIT_API_KEY_PARAMETER", {"Ref": "ApiKeyParameter"}),
    (CASES["told"], ENVIRONMENT + "EDIT_API_KEY_PARAMETER", "/elsewhere/key"),
    (WATCHED, "EditDashboard/Properties/DashboardBody/Fn::Sub", DASHBOARD.replace("]}}", "]}", 1)),
    (WATCHED, "EditDashboard/Properties/DashboardBody/Fn::Sub", DASHBOARD.replace("${DeadLetterQueue.", "${Queue.")),
    (NEW, "EditDashboard/Condition", GONE),
    (WATCHED, "AlarmTopic/Properties/Subscription", GONE),
    (NEW | {"SpendAlarm": "0"}, "SpendRateAlarm/Condition", GONE),
    (CASES["told"], "SpendRateAlarm/Properties/Threshold", 10),
    (NEW, "Outputs/QueueMapping", GONE),
    (NEW, "Outputs/DeadLetterQueueArn/Value", {"Fn::GetAtt": "Queue.Arn"}),
    (NEW, "Outputs/EditFunctionArn/Value", {"Fn::GetAtt": "EditFunction.Arn"}),
    (NEW, "Outputs/OutputPrefix/Condition", GONE),
    (NEW, "InputBucketItself/" + LEDGER + "Status", "Enabled"),
    (SHARED, "InputBucketItself/" + LEDGER + "Status", "Disabled"),
    (NEW, "OutputBucketItself/" + LEDGER + "Status", "Disabled"),
    (NEW, "OutputBucketItself/Properties/NotificationConfiguration", GONE),
]
for name in ("EditFunction", "BatchFunction"):
    BROKEN += [
        (NEW, f"{name}/Properties/LoggingConfig", GONE),
        (NEW, f"{name}/Properties/LoggingConfig/LogFormat", "Text"),
        (NEW, f"{name}/Properties/LoggingConfig/LogGroup", {"Ref": "EditLogs" if name[0] == "B" else "BatchLogs"}),
    ]
for name in BUCKETS:
    BROKEN += [
        (NEW, f"{name}/Properties/LifecycleConfiguration/Rules/0", GONE),
        (NEW, f"{name}/Properties/LifecycleConfiguration/Rules/0/Status", "Disabled"),
        (NEW, f"{name}/{LEDGER}ExpirationInDays", 13),
        (NEW, f"{name}/{LEDGER}NoncurrentVersionExpiration", GONE),
        (variants.SPLENDID | NEW, f"{name}/{LEDGER}Prefix", ".ledger/"),
        (NEW, f"{name}/{LEDGER}Prefix", GONE),
        (NEW, f"{name}/{ENCRYPTION}/ServerSideEncryptionByDefault/SSEAlgorithm", "aws:kms"),
        (KMS, f"{name}/{ENCRYPTION}/ServerSideEncryptionByDefault/SSEAlgorithm", "AES256"),
        (KMS, f"{name}/{ENCRYPTION}/ServerSideEncryptionByDefault/KMSMasterKeyID", GONE),
        (KMS, f"{name}/{ENCRYPTION}/BucketKeyEnabled", GONE),
    ]
for name in ("InputBucketItself", "OutputBucketItself", "InputBucketPolicy", "OutputBucketPolicy"):
    BROKEN += [(NEW, f"{name}/DeletionPolicy", "Delete"), (NEW, f"{name}/UpdateReplacePolicy", GONE)]
for name in ALARMS:
    BROKEN += [
        (NEW, f"{name}/Properties/Threshold", 1e9),
        (NEW, f"{name}/Properties/ComparisonOperator", "LessThanThreshold"),
        (NEW, f"{name}/Properties/TreatMissingData", "missing"),
        (NEW, f"{name}/Properties/EvaluationPeriods", 3),
        (NEW, f"{name}/Properties/DatapointsToAlarm", 2),
        (WATCHED, f"{name}/Properties/AlarmActions", GONE),
        (NEW, f"{name}/Properties/AlarmActions", ["arn:aws:sns:eu-central-1:123456789012:elsewhere"]),
        (NEW, f"{name}/Properties/ActionsEnabled", False),
    ]
for name in SUMS:
    BROKEN += [
        (NEW, f"{name}/Properties/Metrics/2", GONE),
        (NEW, f"{name}/Properties/Metrics/1", GONE),
        (NEW, f"{name}/Properties/Metrics/0/Expression", "edit"),
        (NEW, f"{name}/Properties/Metrics/2/MetricStat/Stat", "Average"),
        (NEW, f"{name}/Properties/Metrics/1/MetricStat/Period", 60),
        (NEW, f"{name}/Properties/Metrics/2/MetricStat/Metric/Dimensions/0/Value", {"Ref": "EditFunction"}),
        (NEW, f"{name}/Properties/Metrics/1/MetricStat/Metric/Namespace", "s3-image-edits"),
    ]
for name in sorted(set(ALARMS) - set(SUMS)):
    BROKEN += [
        (NEW, f"{name}/Properties/Dimensions", GONE),
        (NEW, f"{name}/Properties/Dimensions/0/Value", {"Ref": "BatchFunction"}),
        (NEW, f"{name}/Properties/Statistic", "SampleCount"),
        (NEW, f"{name}/Properties/Period", 86400),
        (NEW, f"{name}/Properties/MetricName", "Edits"),
    ]


def broken(place, value):
    template = stack.source()
    steps = place.split("/")
    node = template if steps[0] in template else template["Resources"]
    for step in steps[:-1]:
        node = node[int(step) if isinstance(node, list) else step]
    last = int(steps[-1]) if isinstance(node, list) else steps[-1]
    if value is GONE:
        del node[last]
    else:
        assert last not in node or node[last] != value, "nothing is broken"
        node[last] = value
    return template


def word(value):
    return "gone" if value is GONE else str(value)[:30]


@pytest.mark.parametrize(("given", "place", "value"), BROKEN, ids=[f"{place}={word(to)}" for _, place, to in BROKEN])
def test_bites(given, place, value):
    """And says where: what all functions have (Globals) shows in each of them."""
    section, name, *_ = place.split("/")
    found = differences.faults(deployed(given, broken(place, value)), given)
    assert found
    assert all((name if section in TEMPLATE else section) in fault for fault in found), found


def changes(node):
    """Changes each value once, in place, and takes it away once; mends it before the next."""
    for key in list(node) if isinstance(node, dict) else range(len(node)):
        value = node[key]
        if isinstance(value, dict | list) and value:
            yield from changes(value)
        else:
            node[key] = f"{value}x"
            yield key
        if isinstance(node, dict):
            del node[key]
            yield key
            node[key] = value
        else:
            del node[key]
            yield key
            node.insert(key, value)


@pytest.mark.parametrize("given", [WATCHED | variants.SPLENDID | variants.TOLD, SHARED], ids=["splendid", "shared"])
def test_bites_on_every_single_value(given):
    template = deployed(given)
    count = 0
    for name in differences.actual(template):
        properties = template["Resources"][name]["Properties"]
        for unheld in differences.ELSEWHERE | differences.ELSEWHERE_TOO.get(name, set()):
            properties.pop(unheld, None)
        for key in changes(properties):
            count += 1
            assert differences.faults(template, given), f"{name}: nobody sees another {key}"
    assert differences.faults(template, given) == []
    assert count > 500
