"""Where a template has other values than settings.py and alarms.py say; whatever it has too much counts, too."""

import alarms
import settings

# Held whole, but for what follows; a further resource of these kinds is a difference as well.
KINDS = {
    "AWS::CloudWatch::Alarm",
    "AWS::CloudWatch::Dashboard",
    "AWS::Lambda::EventInvokeConfig",
    "AWS::Lambda::EventSourceMapping",
    "AWS::Lambda::Function",
    "AWS::Logs::LogGroup",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
}
# Texts for people and SAM's own; and what test_doors.py holds, and test_modes.py of the input bucket.
ELSEWHERE = {"AlarmDescription", "Description", "Code", "Tags", "OwnershipControls", "PublicAccessBlockConfiguration"}
ELSEWHERE_TOO = {"InputBucketItself": {"NotificationConfiguration"}}
# What becomes of each kind with the stack, and where it is replaced; of the others CloudFormation decides.
_OUTLIVES = {"DeletionPolicy": "RetainExceptOnCreate", "UpdateReplacePolicy": "Retain"}
KEPT = {
    "AWS::S3::Bucket": _OUTLIVES,
    "AWS::S3::BucketPolicy": _OUTLIVES,
    "AWS::Logs::LogGroup": {"DeletionPolicy": "Delete", "UpdateReplacePolicy": "Delete"},
    # SAM's: a function that goes takes its versions along.
    "AWS::Lambda::Version": {"DeletionPolicy": "Retain"},
}



def actual(template):
    found = {}
    for name, resource in template["Resources"].items():
        if resource["Type"] in KINDS:
            held = resource["Properties"].keys() - ELSEWHERE - ELSEWHERE_TOO.get(name, set())
            found[name] = {key: value for key, value in resource["Properties"].items() if key in held}
            if resource["Type"] == "AWS::CloudWatch::Dashboard":
                found[name]["DashboardBody"] = alarms.shown(resource["Properties"].get("DashboardBody", ""))
    return found


def _leaves(node, place):
    """Every value by its place; as texts, for CloudFormation takes "480" for 480."""
    if not isinstance(node, dict | list) or not node:
        return {place: str(node)}
    parts = node.items() if isinstance(node, dict) else enumerate(node)
    return {where: value for key, part in parts for where, value in _leaves(part, f"{place}.{key}").items()}


def _differences(wanted, found, place):
    wanted, found = _leaves(wanted, place), _leaves(found, place)
    return [
        f"{where} is {found.get(where)}, not {wanted.get(where)}"
        for where in sorted(wanted.keys() | found.keys())
        if wanted.get(where) != found.get(where)
    ]


def faults(template, given):
    """What a concrete template has that it should not, and the other way round."""
    given = settings.DEFAULTS | given
    resources = template["Resources"].items()
    kept = {name: {key: part for key, part in thing.items() if key in _OUTLIVES} for name, thing in resources}
    keep = {name: KEPT.get(thing["Type"], {}) for name, thing in resources}
    told = {name: output["Value"] for name, output in template["Outputs"].items()}
    return (
        _differences(settings.expected(given), actual(template), "resource")
        + _differences(keep, kept, "kept")
        + _differences(settings.outputs(given), told, "output")
    )
