"""The values that the template fixes, and those that it takes from one parameter each, as they have to be deployed.

They are written out once more, and not read from the template: a value that changes there by mistake is a difference.
Names are those that `stack.concrete` gives. Who may come in, and what S3 tells whom, is held by other tests.
"""

import alarms

FORTNIGHT = 14 * 24 * 3600
VISIBILITY = {"120": 720, "300": 1800, "480": 2880, "900": 2880}
ARN = "arn:aws:{}:eu-central-1:123456789012:{}s3-image-edit-{}"
QUEUE, DEAD_LETTERS = ARN.format("sqs", "", "Queue"), ARN.format("sqs", "", "DeadLetterQueue")
EDIT, BATCH = (ARN.format("lambda", "function:", name) + ":live" for name in ("EditFunction", "BatchFunction"))
# For whoever deploys without saying more.
DEFAULTS = {
    "CreateInputBucket": "true",
    "CreateOutputBucket": "true",
    "InputPrefix": "",
    "InputSuffix": "",
    "OutputPrefix": "",
    "OutputKey": "{key}/{edit}{index}.{ext}",
    "KmsKeyArn": "",
    "EditBaseUrl": "https://api.lumenfall.ai/openai/v1",
    "EditProfile": "auto",
    "ApiKeyParameter": "/s3-image-edit/api-key",
    "ApiKeySecret": "",
    "ApiKeyKmsKeyArn": "",
    "DefaultModel": "gemini-3-pro-image",
    "DefaultPrompt": "",
    "UnknownOutcome": "retry-once",
    "SideFiles": "true",
    "PassThrough": "",
    "ResultHosts": "",
    "EditTimeout": "0",
    "MaxInputBytes": "52428800",
    "MaxResultBytes": "52428800",
    "TriggerMode": "Queue",
    "BatchSize": "10",
    "BatchWindow": "1",
    "MaximumConcurrency": "5",
    "MaxReceiveCount": "30",
    "ReservedConcurrency": "0",
    "Timeout": "480",
    "MemorySize": "512",
    "Architecture": "arm64",
    "SnapStart": "On",
    "Release": "",
    "AlarmEmail": "",
    "SpendAlarm": "10",
    "LogRetention": "30",
    "Dashboard": "Off",
}
VARIABLES = {
    "INPUT_BUCKETS": "InputBucket",
    "INPUT_PREFIX": "InputPrefix",
    "OUTPUT_BUCKET": "OutputBucket",
    "OUTPUT_PREFIX": "OutputPrefix",
    "OUTPUT_KEY": "OutputKey",
    "EDIT_BASE_URL": "EditBaseUrl",
    "EDIT_PROFILE": "EditProfile",
    "DEFAULT_MODEL": "DefaultModel",
    "DEFAULT_PROMPT": "DefaultPrompt",
    "UNKNOWN_OUTCOME": "UnknownOutcome",
    "SIDE_FILES": "SideFiles",
    "PASS_THROUGH": "PassThrough",
    "RESULT_HOSTS": "ResultHosts",
    "MAX_INPUT_BYTES": "MaxInputBytes",
    "MAX_RESULT_BYTES": "MaxResultBytes",
}


def variables(given):
    """Neither a key in clear text nor an endpoint of AWS's services: both are for tests alone."""
    key = given["ApiKeyParameter"]
    if given["ApiKeySecret"]:
        key = "/aws/reference/secretsmanager/" + given["ApiKeySecret"]
    timeout = {} if given["EditTimeout"] == "0" else {"EDIT_TIMEOUT": given["EditTimeout"]}
    return (
        {name: given[parameter] for name, parameter in VARIABLES.items()} | {"EDIT_API_KEY_PARAMETER": key} | timeout
    )


def _function(given, handler, role, logs):
    return {
        "Handler": f"io.github.s3imageedit.trigger.{handler}",
        "Runtime": "java25",
        "Architectures": [given["Architecture"]],
        "MemorySize": given["MemorySize"],
        "Timeout": given["Timeout"],
        "Role": f"arn:aws:iam::123456789012:role/s3-image-edit-{role}",
        "SnapStart": {"ApplyOn": "PublishedVersions" if given["SnapStart"] == "On" else "None"},
        "LoggingConfig": {"LogFormat": "JSON", "LogGroup": f"s3-image-edit-{logs}"},
        "Environment": {"Variables": variables(given)},
    }


def functions(given):
    edit = _function(given, "EditHandler", "EditRole", "EditLogs")
    if given["ReservedConcurrency"] != "0":
        edit["ReservedConcurrentExecutions"] = given["ReservedConcurrency"]
    return {
        "EditFunction": edit,
        "BatchFunction": _function(given, "S3BatchHandler", "BatchRole", "BatchLogs"),
        "EditLogs": {"RetentionInDays": given["LogRetention"]},
        "BatchLogs": {"RetentionInDays": given["LogRetention"]},
        # Six hours, as by the queue, and then where nothing is lost.
        "EditFunctionEventInvokeConfig": {
            "FunctionName": "s3-image-edit-EditFunction",
            "Qualifier": "live",
            "MaximumRetryAttempts": 2,
            "MaximumEventAgeInSeconds": 6 * 3600,
            "DestinationConfig": {"OnFailure": {"Destination": DEAD_LETTERS}},
        },
    }


def queues(given):
    queue = {"SqsManagedSseEnabled": True, "MessageRetentionPeriod": FORTNIGHT}
    return {
        "Queue": queue
        | {
            "VisibilityTimeout": VISIBILITY[given["Timeout"]],
            "RedrivePolicy": {"deadLetterTargetArn": DEAD_LETTERS, "maxReceiveCount": given["MaxReceiveCount"]},
        },
        "DeadLetterQueue": queue,
        "QueueMapping": {
            "EventSourceArn": QUEUE,
            "FunctionName": EDIT,
            "BatchSize": given["BatchSize"],
            "MaximumBatchingWindowInSeconds": given["BatchWindow"],
            "FunctionResponseTypes": ["ReportBatchItemFailures"],
            "ScalingConfig": {"MaximumConcurrency": given["MaximumConcurrency"]},
        },
    }


def _bucket(given, name, ledger):
    by = {"SSEAlgorithm": "AES256"}
    if given["KmsKeyArn"]:
        by = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": given["KmsKeyArn"]}
    encryption = {"ServerSideEncryptionByDefault": by} | ({"BucketKeyEnabled": True} if given["KmsKeyArn"] else {})
    rules = [
        {"Id": "incomplete-uploads", "Status": "Enabled", "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7}},
        {
            "Id": "ledger",
            "Status": ledger,
            "Prefix": given["OutputPrefix"] + ".ledger/",
            # Above 14 days in the queue and 14 more after a redrive: without its entry an edit would be paid again.
            "ExpirationInDays": 60,
            "NoncurrentVersionExpiration": {"NoncurrentDays": 1},
        },
    ]
    return {
        "BucketName": name,
        "BucketEncryption": {"ServerSideEncryptionConfiguration": [encryption]},
        "LifecycleConfiguration": {"Rules": rules},
    }


def buckets(given):
    one, expected = given["InputBucket"] == given["OutputBucket"], {}
    if given["CreateInputBucket"] == "true":
        # Of two, the input bucket holds no ledger, and uploads may lie where it would.
        expected["InputBucketItself"] = _bucket(given, given["InputBucket"], "Enabled" if one else "Disabled")
    if given["CreateOutputBucket"] == "true" and not one:
        bridge = {"NotificationConfiguration": {"EventBridgeConfiguration": {"EventBridgeEnabled": True}}}
        expected["OutputBucketItself"] = _bucket(given, given["OutputBucket"], "Enabled") | bridge
    return expected


def outputs(given):
    always = {
        "InputBucket": given["InputBucket"],
        "OutputBucket": given["OutputBucket"],
        "TriggerMode": given["TriggerMode"],
        "QueueUrl": "s3-image-edit-Queue",
        "QueueArn": QUEUE,
        "QueueMapping": "s3-image-edit-QueueMapping",
        "DeadLetterQueueUrl": "s3-image-edit-DeadLetterQueue",
        "DeadLetterQueueArn": DEAD_LETTERS,
        "EditFunctionArn": EDIT,
        "BatchFunctionArn": BATCH,
        "EditLogGroup": "s3-image-edit-EditLogs",
        "BatchLogGroup": "s3-image-edit-BatchLogs",
    }
    # CloudFormation refuses an output that is empty.
    return always | {name: given[name] for name in ("InputPrefix", "InputSuffix", "OutputPrefix") if given[name]}


def expected(given):
    """The properties of every resource of the kinds that differences.py names, by the resource's name."""
    dashboard = {"EditDashboard": {"DashboardBody": alarms.WIDGETS}} if given["Dashboard"] == "On" else {}
    return (
        functions(given) | queues(given) | buckets(given) | alarms.alarms(given) | alarms.topics(given) | dashboard
    )
