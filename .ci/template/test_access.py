"""The roles allow what the functions were seen to ask for, what AWS does in their name, and nothing else."""

import pytest

import access
import stack
import variants
from access import Role
from needs import Needs

VARIANTS = {
    name: variants.everything()[name]
    for name in (
        "queue-new",
        "queue-exist",
        "queue-shared",
        "direct-shared-exists",
        "queue-new-prefix",
        "queue-new-secret",
        "queue-new-secret-own-key",
        "queue-new-own-key",
        "queue-new-kms",
        "queue-new-splendid",
        "eventbridge-shared-splendid",
    )
}
CASES = [(name, function) for name in VARIANTS for function in access.ROLES]


def role(name, function, template=None):
    return Role.of(function, stack.resolved(VARIANTS[name], template))


def allowed(role_, needs):
    """Everything that a role allows anywhere, of all that there is."""
    everything = needs.everything()
    return {
        access.Call(action, resource, via)
        for action in access.universe()
        for resource in (everything if role_.concerned(action) else ())
        for via in needs.ways(resource)
        if role_.allows(access.Call(action, resource, via))
    }


def test_saw_both_functions_ask():
    seen = access.seen()
    assert set(seen) == set(access.ROLES)
    assert {call["action"] for call in seen["EditFunction"]} - {call["action"] for call in seen["BatchFunction"]} == {
        "sqs:ChangeMessageVisibility"
    }


@pytest.mark.parametrize(("name", "function"), CASES)
def test_allows_all_that_is_needed(name, function):
    needs = Needs(VARIANTS[name])
    assert role(name, function).denied(needs.calls(function)) == []


@pytest.mark.parametrize(("name", "function"), CASES)
def test_allows_nothing_else(name, function):
    needs = Needs(VARIANTS[name])
    found = role(name, function)
    assert found.faults() == []
    assert len(access.universe()) > 1000 and len(needs.everything()) > 40
    assert allowed(found, needs) == needs.examples(function)


@pytest.mark.parametrize("name", VARIANTS)
def test_only_lambda_has_the_roles_and_there_are_no_others(name):
    resources = stack.resolved(VARIANTS[name])["Resources"]
    assert {key for key, thing in resources.items() if thing["Type"].startswith("AWS::IAM::")} == {
        "EditPolicy",
        *access.ROLES.values(),
    }
    # With a name of its own it would want CAPABILITY_NAMED_IAM, and stand in the way of a second stack.
    assert not {"RoleName", "ManagedPolicyName"} & {
        field for thing in resources.values() for field in thing["Properties"]
    }
    for key in access.ROLES.values():
        (statement,) = resources[key]["Properties"]["AssumeRolePolicyDocument"]["Statement"]
        assert statement == {
            "Effect": "Allow",
            "Principal": {"Service": "lambda.amazonaws.com"},
            "Action": "sts:AssumeRole",
        }


@pytest.mark.parametrize("name", VARIANTS)
def test_the_batch_function_has_no_queue(name):
    actions = {
        action for statement in role(name, "BatchFunction").statements for action in access.listed(statement["Action"])
    }
    assert not [action for action in actions if action.startswith("sqs:")]


@pytest.mark.parametrize(("name", "function"), CASES)
def test_nothing_can_be_taken_away(name, function):
    """Every statement, action and resource is there because something would be denied without it."""
    calls = Needs(VARIANTS[name]).calls(function)
    smaller = list(role(name, function).smaller())
    assert len(smaller) > 8
    assert [without for without, rest in smaller if not rest.denied(calls)] == []


@pytest.mark.parametrize("name", VARIANTS)
def test_keys_decrypt_only_by_the_services_that_hold_them(name):
    for statement in role(name, "EditFunction").statements:
        if any(action.startswith("kms:") for action in access.listed(statement["Action"])):
            (condition,) = statement["Condition"].items()
            assert condition[0] == "StringEquals" and set(condition[1]) == {"kms:ViaService"}
        else:
            assert "Condition" not in statement


def _surplus(template, name, function):
    needs = Needs(VARIANTS[name])
    found = role(name, function, template)
    return found.faults() or sorted(allowed(found, needs) - needs.examples(function))


def _statements(template):
    return template["Resources"]["EditPolicy"]["Properties"]["PolicyDocument"]["Statement"]


WIDER = {
    "all of S3": {"Action": "s3:*"},
    "a star at the end": {"Action": ["s3:GetObject*"]},
    "misspelt": {"Action": ["s3:GetObjects"]},
    "deleting": {"Action": ["s3:GetObject", "s3:GetObjectVersion", "s3:DeleteObject"]},
    "every bucket": {"Resource": "*"},
    "every object": {"Resource": "arn:aws:s3:::*/*"},
    "a bucket's neighbours": {"Resource": {"Fn::Sub": "arn:aws:s3:::${InputBucket}*"}},
    "no prefix": {"Resource": {"Fn::Sub": "arn:aws:s3:::${InputBucket}/*"}},
    "all but": {"NotResource": "arn:aws:s3:::other"},
}


@pytest.mark.parametrize("wider", WIDER)
def test_bites_on_a_wider_statement(wider):
    broken = stack.source()
    _statements(broken)[0].update(WIDER[wider])
    assert _surplus(broken, "queue-shared", "EditFunction")


@pytest.mark.parametrize(
    ("role_name", "function"), [("BatchRole", "BatchFunction"), ("EditRole", "EditFunction")], ids=["batch", "edit"]
)
@pytest.mark.parametrize("action", ["sqs:PurgeQueue", "sqs:SendMessage"])
def test_bites_on_a_further_permission(role_name, function, action):
    broken = stack.source()
    broken["Resources"][role_name]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"].append(
        {"Sid": "More", "Effect": "Allow", "Action": action, "Resource": {"Fn::GetAtt": ["Queue", "Arn"]}}
    )
    assert _surplus(broken, "queue-new", function)


def test_bites_on_a_missing_policy():
    broken = stack.source()
    del broken["Resources"]["BatchRole"]["Properties"]["ManagedPolicyArns"]
    needs = Needs(VARIANTS["queue-new"])
    assert role("queue-new", "BatchFunction", broken).denied(needs.calls("BatchFunction"))


def _conditional(template, sid):
    """A statement that a condition switches on."""
    (statement,) = [
        one["Fn::If"][1] for one in _statements(template) if "Fn::If" in one and one["Fn::If"][1]["Sid"] == sid
    ]
    return statement


def test_bites_on_a_secret_without_its_six_characters():
    broken = stack.source()
    statement = _conditional(broken, "ReadSecret")
    statement["Resource"]["Fn::Sub"][0] = statement["Resource"]["Fn::Sub"][0].replace("-??????", "*")
    assert _surplus(broken, "queue-new-secret", "EditFunction")
    statement["Resource"]["Fn::Sub"][0] = statement["Resource"]["Fn::Sub"][0].replace("*", "")
    needs = Needs(VARIANTS["queue-new-secret"])
    assert role("queue-new-secret", "EditFunction", broken).denied(needs.calls("EditFunction"))


def test_bites_on_a_key_without_its_condition():
    broken = stack.source()
    statement = _conditional(broken, "UseBucketKey")
    del statement["Condition"]
    assert _surplus(broken, "queue-new-kms", "EditFunction")


def test_reads_patterns_as_iam_does():
    allows = Role(
        [{"Sid": "One", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::a.b/x+(1)?/*"}]
    ).allows
    assert allows(access.Call("s3:GetObject", "arn:aws:s3:::a.b/x+(1)y/z/\\$.png"))
    assert not allows(access.Call("s3:GetObject", "arn:aws:s3:::aab/x+(1)y/z"))
    assert not allows(access.Call("s3:GetObject", "arn:aws:s3:::a.b/xx(1)y/z"))
    assert not allows(access.Call("s3:GetObject", "arn:aws:s3:::a.b/x+(1)/z"))
    assert not allows(access.Call("s3:GetObjectAcl", "arn:aws:s3:::a.b/x+(1)y/z"))
