"""Values of parameters that are taken, and those that are refused before anything is made."""

import pytest

import rules
import stack

GOOD = {"InputBucket": "pictures-in", "OutputBucket": "pictures-out"}
TEMPLATE = stack.source()


def refusals(given):
    return rules.Deployment(TEMPLATE, given).refusals()


TAKEN = [
    {},
    {"CreateInputBucket": "false"},
    {"InputPrefix": "in/"},
    {"InputPrefix": "in/", "OutputPrefix": "in/"},
    {"InputSuffix": ".png"},
    {"OutputKey": "x/{edit}/{index}.{ext}"},
    {"OutputKey": "{index}-{edit}.{ext}"},
    {"EditBaseUrl": "http://localhost:8080"},
    {"EditBaseUrl": "https://x.openai.azure.com/openai/deployments/d?api-version=2025-04-01-preview"},
    {"ApiKeyParameter": "/a/b-c_d.e#field"},
    {"ApiKeySecret": "prod/edit@x+y=z.1#key"},
    {"KmsKeyArn": "arn:aws-cn:kms:cn-north-1:123456789012:key/mrk-0123456789abcdef"},
    {"DefaultPrompt": 'Gib dem Bild einen "roten" Hut, 赤い帽子!\nUnd dann $Abend.'},
    {"BatchSize": "10", "BatchWindow": "0"},
    {"BatchSize": "20"},
    {"BatchSize": "50", "BatchWindow": "1"},
    {"MaximumConcurrency": "2"},
    {"ReservedConcurrency": "1000"},
    {"EditTimeout": "0"},
    {"EditTimeout": "900"},
    {"MaxReceiveCount": "1000"},
    {"MaxInputBytes": "2000000000", "MaxResultBytes": "400000000"},
    {"Release": "a1B2c3D4e5"},
    {"AlarmEmail": "a.b+c@example.co.uk"},
    {"SpendAlarm": "0.5"},
    {"Timeout": "900"},
]


@pytest.mark.parametrize("given", TAKEN, ids=str)
def test_takes(given):
    assert refusals(GOOD | given) == []


LONG = "x" * 64
REFUSED = [
    (
        "InputBucket",
        ["", "ab", LONG, "Pictures", "a_b", "-ab", "ab-", "a b", "a/b", "*", "ab\n", "äöü", "${x}", "arn:aws:s3"],
    ),
    ("OutputBucket", ["", "ab", LONG, "Pictures", "a/b", "ab\n", "*"]),
    ("CreateInputBucket", ["", "True", "yes", "true "]),
    ("CreateOutputBucket", ["FALSE", "no"]),
    (
        "InputPrefix",
        ["in", "/", "/in/", "in/out/", "in//", "i n/", "in/\n", "*/", "?/", "${aws:username}/", "ın/", "in/*"],
    ),
    ("OutputPrefix", ["out", "out/put/", "/", "o*/", "out/\n", "out\\/", "${a}/"]),
    ("InputSuffix", ["*.png", ".p?g", "/x", ".png\n", "$", ".png ", "ﬀ"]),
    (
        "OutputKey",
        [
            "",
            "{key}",
            "{edit}.{ext}",
            "{edit}{index}",
            "{edit}{index}.{ext}\n",
            "{edit}\n{index}.{ext}",
            "{edit}{index}.{ext} ",
        ],
    ),
    (
        "KmsKeyArn",
        [
            "alias/mine",
            "0a1b",
            "arn:aws:kms:eu-central-1:123456789012:alias/mine",
            "arn:aws:kms:eu-central-1:123456789012:key/*",
            "arn:aws:kms:eu-central-1:12345678901:key/a",
            "arn:aws:kms:eu-central-1:123456789012:key/a\n",
            "*",
        ],
    ),
    (
        "EditBaseUrl",
        [
            "",
            "api.lumenfall.ai",
            "ftp://x/",
            "https://",
            "https://user:pass@x/v1",
            "https://user@x",
            "https://x/v1#f",
            "https://x/v 1",
            "https://x/v1\n",
            "https:///v1",
            "javascript:alert(1)",
        ],
    ),
    ("EditProfile", ["", "Lumenfall", "azure "]),
    (
        "ApiKeyParameter",
        [
            "",
            "api-key",
            "/",
            "/a/",
            "/a//b",
            "/a b",
            "/*",
            "/a#",
            "/a#b#c",
            "/a#b/c",
            "/a\n",
            "/a$",
            "/ä",
            "/aws/reference/secretsmanager/api-key",
            "arn:aws:ssm:eu-central-1:123456789012:parameter/a",
        ],
    ),
    (
        "ApiKeySecret",
        [
            "a b",
            "a*",
            "a?",
            "a:b",
            "arn:aws:secretsmanager:eu-central-1:123456789012:secret:a-AbCdEf",
            "a#",
            "#b",
            "a#b#c",
            "a\n",
            "${a}",
        ],
    ),
    ("ApiKeyKmsKeyArn", ["*", "alias/aws/ssm", "arn:aws:kms:::key/a"]),
    ("DefaultModel", [""]),
    ("DefaultPrompt", ["x" * 701]),
    ("UnknownOutcome", ["", "retry", "stop\n"]),
    ("SideFiles", ["1", "True"]),
    ("MaxInputBytes", ["0", "-1", "2000000001", "5e7", "50MB", "", " 1", "1_000"]),
    ("MaxResultBytes", ["0", "400000001", "0x10", "NaN", "Infinity"]),
    ("TriggerMode", ["", "queue", "SNS"]),
    ("BatchSize", ["0", "3", "100", "10000", "10.0", "-1"]),
    ("BatchWindow", ["-1", "301", "", "one"]),
    ("MaximumConcurrency", ["0", "1", "1001"]),
    ("MaxReceiveCount", ["0", "29", "1001"]),
    ("ReservedConcurrency", ["-1", "1001"]),
    ("EditTimeout", ["-1", "901"]),
    ("Timeout", ["1", "901", "480.0"]),
    ("MemorySize", ["128", "513"]),
    ("Architecture", ["arm", "x86"]),
    ("SnapStart", ["on", "true"]),
    ("Release", ["0.1.0", "12345678901", "a-b", "a b", "a\n", "é", "\n", "１"]),
    ("AlarmEmail", ["a", "a@b", "a@b.c d", "a@@b.c", "a@b.c\n", " a@b.c"]),
    ("SpendAlarm", ["-1", "-0.01", "ten", "1,5"]),
    ("LogRetention", ["0", "2", "366"]),
    ("Dashboard", ["on", ""]),
    ("NoSuchParameter", ["x"]),
]
BAD = [(name, value) for name, values in REFUSED for value in values]


@pytest.mark.parametrize(("name", "value"), BAD)
def test_refuses(name, value):
    found = refusals(GOOD | {name: value})
    assert len(found) == 1 and found[0].startswith(name + " "), found


def test_tries_every_parameter_that_can_be_wrong():
    """Only these two are lists of anything, whose words the function itself judges."""
    assert set(TEMPLATE["Parameters"]) - {name for name, _ in REFUSED} == {"PassThrough", "ResultHosts"}


def test_wants_both_buckets():
    assert refusals({}) == ["InputBucket must have a value", "OutputBucket must have a value"]


CONSTRAINTS = [
    (name, constraint)
    for name, rule in TEMPLATE["Parameters"].items()
    for constraint in ("AllowedPattern", "AllowedValues", "MinValue", "MaxValue", "MinLength", "MaxLength")
    if constraint in rule
]


@pytest.mark.parametrize(("name", "constraint"), CONSTRAINTS)
def test_bites_on_a_dropped_constraint(name, constraint):
    """Each of them refuses something that nothing else would."""
    broken = stack.source()
    del broken["Parameters"][name][constraint]
    refused = dict(REFUSED)[name]
    assert [value for value in refused if not rules.Deployment(broken, GOOD | {name: value}).refusals()]


@pytest.mark.parametrize("pattern", [r"^\p{L}$", r"a++", r"(?i)a", r"[a&&b]", r"\Qa\E"])
def test_reads_no_pattern_that_java_reads_otherwise(pattern):
    with pytest.raises(ValueError, match="Java"):
        rules.java_pattern(pattern)


def test_reads_points_and_classes_as_java_does():
    assert not rules.java_pattern(".").fullmatch("\r") and not rules.java_pattern(".").fullmatch("\u2028")
    assert rules.java_pattern("[.]").fullmatch(".") and not rules.java_pattern("[.]").fullmatch("a")
    assert rules.java_pattern(r"[^\s]").fullmatch("\u00a0")
    assert not rules.java_pattern(r"\d").fullmatch("١")
