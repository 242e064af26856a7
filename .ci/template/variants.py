"""The ways to deploy the stack that differ in more than a text."""

KEY = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000001"
OWN_KEY = "arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-000000000002"
MODES = ("Queue", "EventBridge", "Direct")

_TWO = {"InputBucket": "pictures-in", "OutputBucket": "pictures-out"}
_ONE = {"InputBucket": "pictures", "OutputBucket": "pictures", "InputPrefix": "in/", "OutputPrefix": "out/"}
BUCKETS = {
    "new": _TWO,
    "input-exists": _TWO | {"CreateInputBucket": "false"},
    "output-exists": _TWO | {"CreateOutputBucket": "false"},
    "exist": _TWO | {"CreateInputBucket": "false", "CreateOutputBucket": "false"},
    "shared": _ONE,
    "shared-exists": _ONE | {"CreateInputBucket": "false"},
}
SPLENDID = {
    "AlarmEmail": "ops@example.com",
    "Dashboard": "On",
    "KmsKeyArn": KEY,
    "ApiKeyKmsKeyArn": OWN_KEY,
    "ReservedConcurrency": "20",
    "InputPrefix": "in/",
    "InputSuffix": ".png",
    "OutputPrefix": "out/",
    "Release": "1764000000",
}
OTHERWISE = {
    "kms": {"KmsKeyArn": KEY},
    "own-key": {"ApiKeyKmsKeyArn": OWN_KEY},
    "secret": {"ApiKeySecret": "s3-image-edit/api-key#key"},
    "secret-own-key": {"ApiKeySecret": "s3-image-edit/api-key", "ApiKeyKmsKeyArn": OWN_KEY},
    "watched": {"AlarmEmail": "ops@example.com", "Dashboard": "On"},
    "unwatched": {"SpendAlarm": "0"},
    "no-snapstart": {"SnapStart": "Off", "Architecture": "x86_64"},
    "prefix": {"InputPrefix": "in/"},
    "suffix": {"InputSuffix": ".png"},
    "slow": {"Timeout": "900", "BatchSize": "50", "BatchWindow": "5", "MaximumConcurrency": "1000"},
    "splendid": SPLENDID,
}


def everything():
    """Each by its name: every mode with every pair of buckets, and the rest where it may matter."""
    named = {
        f"{mode}-{buckets}".lower(): given | {"TriggerMode": mode}
        for mode in MODES
        for buckets, given in BUCKETS.items()
    }
    named |= {f"queue-new-{name}": _TWO | given for name, given in OTHERWISE.items()}
    for mode in MODES:
        named[f"{mode}-shared-splendid".lower()] = _ONE | SPLENDID | {"TriggerMode": mode}
        named[f"{mode}-exist-splendid".lower()] = BUCKETS["exist"] | SPLENDID | {"TriggerMode": mode}
    return named


# Every text and number that has no variant of its own, unlike its default and unlike the others.
TOLD = {
    "OutputKey": "made/{key}/{index}/{edit}.{ext}",
    "EditBaseUrl": "https://pictures.example.com/v1",
    "EditProfile": "azure",
    "ApiKeyParameter": "/elsewhere/key#field",
    "DefaultModel": "gpt-image-1",
    "DefaultPrompt": "add a red hat",
    "UnknownOutcome": "stop",
    "SideFiles": "false",
    "PassThrough": "seed,style",
    "ResultHosts": "cdn.example.com",
    "EditTimeout": "77",
    "MaxInputBytes": "1001",
    "MaxResultBytes": "1002",
    "BatchSize": "5",
    "BatchWindow": "9",
    "MaximumConcurrency": "7",
    "MaxReceiveCount": "41",
    "ReservedConcurrency": "13",
    "MemorySize": "1769",
    "SpendAlarm": "2.5",
    "LogRetention": "90",
}


def told():
    """Those in which every parameter has another value than its default at least once."""
    timeouts = ("120", "300", "480", "900")
    named = everything() | {f"timeout-{seconds}": _TWO | {"Timeout": seconds} for seconds in timeouts}
    return named | {"told": _TWO | TOLD, "told-shared": _ONE | TOLD, "shared-kms": _ONE | {"KmsKeyArn": KEY}}
