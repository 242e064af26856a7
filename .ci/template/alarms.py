"""What the alarms and the dashboard have to watch, written out once more: the template cannot lose it unseen."""

import json

EDIT, BATCH = "s3-image-edit-EditFunction", "s3-image-edit-BatchFunction"
QUEUE, DEAD_LETTERS = "s3-image-edit-Queue", "s3-image-edit-DeadLetterQueue"
OWN = "s3-image-edit"
# What is handed back comes again every 20 minutes: 25 minutes of one trouble are one alarm.
ONCE = {"EvaluationPeriods": 5, "DatapointsToAlarm": 1}
AT_ONCE = {"EvaluationPeriods": 1}


def _dimension(name, value):
    return {"Dimensions": [{"Name": name, "Value": value}]}


def _one(namespace, metric, dimension, period, threshold):
    return {
        "Namespace": namespace,
        "MetricName": metric,
        "Statistic": "Maximum",
        "Period": period,
        "Threshold": threshold,
    } | dimension


def _sum(label, namespace, metric, period=300, threshold=0):
    """Of both functions: what an S3 Batch Operations job does is paid for, too."""

    def part(name, function):
        of = {"Namespace": namespace, "MetricName": metric} | _dimension("FunctionName", function)
        return {"Id": name, "ReturnData": False, "MetricStat": {"Stat": "Sum", "Period": period, "Metric": of}}

    total = {"Id": "both", "Label": label, "Expression": "SUM(METRICS())"}
    return {"Metrics": [total, part("edit", EDIT), part("batch", BATCH)], "Threshold": threshold}


def alarms(given):
    of_queue, of_dead = _dimension("QueueName", QUEUE), _dimension("QueueName", DEAD_LETTERS)
    of_edit = _dimension("FunctionName", EDIT)
    expected = {
        "DeadLettersAlarm": _one("AWS/SQS", "ApproximateNumberOfMessagesVisible", of_dead, 60, 0) | AT_ONCE,
        # Links to results live for an hour.
        "OldestMessageAlarm": _one("AWS/SQS", "ApproximateAgeOfOldestMessage", of_queue, 300, 3600) | AT_ONCE,
        # The same hour, in milliseconds.
        "WaitingAlarm": _one(OWN, "Waited", of_edit, 300, 3600000) | ONCE,
        "ErrorsAlarm": _sum("Errors", "AWS/Lambda", "Errors") | AT_ONCE,
        "OwnFaultsAlarm": _sum("Own faults", OWN, "OwnFaults") | ONCE,
        "DeniedAlarm": _sum("Denied", OWN, "Denied") | ONCE,
        "ThrottlesAlarm": _sum("Throttles", "AWS/Lambda", "Throttles") | AT_ONCE,
    }
    if given["SpendAlarm"] != "0":
        expected["SpendRateAlarm"] = _sum("Cost", OWN, "Cost", 3600, given["SpendAlarm"]) | AT_ONCE
    # Silence is no trouble: most of these metrics are there only where something happens.
    always = {"ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"}
    if given["AlarmEmail"]:
        always["AlarmActions"] = ["s3-image-edit-AlarmTopic"]
    return {name: alarm | always for name, alarm in expected.items()}


def topics(given):
    if not given["AlarmEmail"]:
        return {}
    subscription = {"Protocol": "email", "Endpoint": given["AlarmEmail"]}
    return {"AlarmTopic": {"DisplayName": "s3-image-edit", "Subscription": [subscription]}}


def _edit(*metrics):
    return [[OWN, metric, "FunctionName", EDIT] for metric in metrics]


_RESULTS = ("Edits", "UploadFaults", "ServiceFaults", "OwnFaults", "HandedBack", "DuplicatesPrevented", "Denied")
_DEPTH = ("AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName")
WIDGETS = {
    "Uploads": ["Sum", 300, _edit(*_RESULTS)],
    "Cost": ["Sum", 3600, [*_edit("Cost"), [OWN, "Cost", "FunctionName", BATCH]]],
    "Time (ms)": ["p90", 300, _edit("UpstreamLatency", "Overhead", "Waited")],
    "Queue": [
        "Maximum",
        60,
        [[*_DEPTH, QUEUE], [*_DEPTH, DEAD_LETTERS], ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", QUEUE]],
    ],
}


def _written_out(rows):
    """A dot stands for the same place of the row before, three dots for all places that are not given."""
    before, full = [], []
    for row in rows:
        row = [part for part in row if isinstance(part, str)]
        if row[0] == "...":
            row = before[: len(before) - len(row) + 1] + row[1:]
        before = [before[place] if part == "." else part for place, part in enumerate(row)]
        full.append(before)
    return full


def shown(body):
    """The dashboard's widgets by their titles, or what is wrong with its text."""
    try:
        widgets = [widget["properties"] for widget in json.loads(body)["widgets"]]
        return {
            widget["title"]: [widget["stat"], widget["period"], _written_out(widget["metrics"])]
            for widget in widgets
            if widget["region"] == "eu-central-1"
        }
    except (ValueError, KeyError, IndexError) as failed:
        return f"no dashboard: {failed}"
