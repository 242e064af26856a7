"""Which deployments publish another version. SAM names a version by its code, and sees no parameter: hence Release."""

import functools
import re

import pytest

import checks
import rules
import stack
import variants

TEMPLATE = stack.source()
FUNCTIONS = ("EditFunction", "BatchFunction")
BASE = variants.BUCKETS["new"]
OTHER = {
    "InputBucket": "others-in",
    "OutputBucket": "others-out",
    "InputPrefix": "in/",
    "OutputPrefix": "out/",
    "OutputKey": "{edit}/{index}.{ext}",
    "EditBaseUrl": "https://api.openai.com/v1",
    "EditProfile": "openai",
    "ApiKeyParameter": "/other",
    "ApiKeySecret": "other",
    "DefaultModel": "gpt-image-1",
    "DefaultPrompt": "Add a hat.",
    "UnknownOutcome": "stop",
    "SideFiles": "false",
    "PassThrough": "fps",
    "ResultHosts": "example.com",
    "EditTimeout": "60",
    "MaxInputBytes": "1000",
    "MaxResultBytes": "1000",
    "Timeout": "900",
    "MemorySize": "1024",
    "Architecture": "x86_64",
    "SnapStart": "Off",
    "ReservedConcurrency": "7",
    "Release": "2",
}


def reaching_functions(template):
    """Parameters that functions' properties name, themselves or by a condition."""
    parts = [template["Globals"]["Function"]] + [template["Resources"][name]["Properties"] for name in FUNCTIONS]
    conditions = {name: checks.references(test) for name, test in template["Conditions"].items()}
    named = {name for part in parts for name in checks.references(part)}
    named |= {name for part in parts for condition in _conditions(part) for name in conditions[condition]}
    return named & set(template["Parameters"])


def _conditions(node):
    if isinstance(node, list):
        return {name for value in node for name in _conditions(value)}
    if not isinstance(node, dict):
        return set()
    own = {node["Fn::If"][0]} if "Fn::If" in node else set()
    return own | {name for value in node.values() for name in _conditions(value)}


def versions(given, code="s3://bucket/code", template=None):
    """The logical id of each function's version, to which its alias must point."""
    return dict(_versions(tuple(sorted(given.items())), code) if template is None else _found(given, code, template))


@functools.cache
def _versions(given, code):
    return _found(dict(given), code, None)


def _found(given, code, template):
    resources = stack.resolved(BASE | given, template, code)["Resources"]
    found = {}
    for function in FUNCTIONS:
        (version,) = [
            name
            for name, thing in resources.items()
            if thing["Type"] == "AWS::Lambda::Version" and thing["Properties"]["FunctionName"] == {"Ref": function}
        ]
        alias = resources[f"{function}Aliaslive"]["Properties"]
        assert alias["FunctionVersion"] == {"Fn::GetAtt": [version, "Version"]}
        assert alias["Name"] == "live" and alias["FunctionName"] == {"Ref": function}
        assert re.fullmatch("[A-Za-z0-9]+", version), version
        found[function] = version
    return found


def assert_all_differ(one, other):
    assert all(one[function] != other[function] for function in FUNCTIONS), (one, other)


def test_knows_another_value_of_each_parameter_that_reaches_a_function():
    assert reaching_functions(TEMPLATE) == set(OTHER)
    for name, value in OTHER.items():
        assert rules.Deployment(TEMPLATE, BASE | {name: value}).refusals() == [], name


@pytest.mark.parametrize("name", sorted(set(OTHER) - {"Release"}))
def test_a_parameter_is_published_with_release_and_not_without(name):
    changed = {name: OTHER[name]}
    assert_all_differ(versions({"Release": "1"}), versions({"Release": "2"} | changed))
    # If this ever fails, SAM has learnt to see parameters, and Release can go.
    assert versions(changed) == versions({})
    assert versions({"Release": "1"} | changed) == versions({"Release": "1"})
    before, after = (stack.resolved(BASE | given)["Resources"] for given in ({}, changed))
    assert any(before[function] != after[function] for function in FUNCTIONS), f"{name} reaches no function"


def test_code_is_published_without_release_and_not_with_the_same():
    assert_all_differ(versions({}), versions({}, code="s3://bucket/other"))
    assert versions({"Release": "1"}) == versions({"Release": "1"}, code="s3://bucket/other")
    assert_all_differ(versions({"Release": "1"}), versions({"Release": "2"}, code="s3://bucket/other"))


def test_release_given_is_another_version_than_release_empty():
    assert_all_differ(versions({}), versions({"Release": "1"}))


@pytest.mark.parametrize(
    "words", [("1764000000", "1764000001"), ("a", "A"), ("1", "11"), ("a", "aa"), ("123456789", "1234567890")]
)
def test_words_that_are_taken_are_told_apart(words):
    for word in words:
        assert rules.Deployment(TEMPLATE, BASE | {"Release": word}).refusals() == []
    assert_all_differ(*(versions({"Release": word}) for word in words))


def test_words_that_sam_takes_for_the_same_are_refused():
    """It looks at ten characters of each."""
    one, other = "1234567890a", "1234567890b"
    assert versions({"Release": one}) == versions({"Release": other})
    for word in (one, other):
        assert rules.Deployment(TEMPLATE, BASE | {"Release": word}).refusals()


def test_bites_on_a_longer_release():
    broken = stack.source()
    broken["Parameters"]["Release"]["AllowedPattern"] = "^[A-Za-z0-9]{0,11}$"
    assert rules.Deployment(broken, BASE | {"Release": "1234567890a"}).refusals() == []


@pytest.mark.parametrize("function", FUNCTIONS)
def test_bites_on_a_function_that_does_not_follow_release(function):
    broken = stack.source()
    del broken["Resources"][function]["Properties"]["AutoPublishCodeSha256"]
    one, other = (versions({"Release": word}, template=broken) for word in "12")
    assert one[function] == other[function]


def test_bites_on_a_parameter_that_nobody_tries():
    broken = stack.source()
    broken["Globals"]["Function"]["Environment"]["Variables"]["DAYS"] = {"Ref": "LogRetention"}
    assert reaching_functions(broken) != set(OTHER)
