"""cfn-lint and checkov on every variant as it is deployed: both see more where nothing is conditional.

What checkov finds and we leave as it is stands in accepted.yaml, each with its reason; what stands there in vain fails.
"""

import functools
import json
import os
import subprocess
from pathlib import Path

import cfnlint.api
import pytest
import yaml

import stack
import variants

FOLDER = stack.ROOT / "target" / "template-variants"
ACCEPTED = Path(__file__).with_name("accepted.yaml")
CHECKOV = os.environ.get("CHECKOV", str(stack.ROOT / "target" / "checkov" / "bin" / "checkov"))
# With --skip-download it asks nothing of its maker's server; a key to that server would make it.
QUIET = {"LOG_LEVEL": "ERROR", "BC_API_KEY": ""}


def accepted():
    return yaml.safe_load(ACCEPTED.read_text(encoding="utf-8"))


def pairs(entries):
    return {(entry["check"], resource) for entry in entries for resource in entry["resources"]}


@functools.cache
def distinct():
    """Name -> text; variants that are deployed alike are looked at once, under their first name."""
    first = {}
    for name, given in variants.everything().items():
        first.setdefault(json.dumps(stack.resolved(given), indent=1), name)
    return {name: text for text, name in first.items()}


def lint(text):
    config = cfnlint.api.ManualArgs(regions=["eu-central-1", "us-east-1"])
    return [f"{found.rule.id} {found.path}: {found.message}" for found in cfnlint.api.lint(text, config=config)]


@pytest.mark.parametrize("name", distinct())
def test_passes_cfn_lint(name):
    assert lint(distinct()[name]) == []


def checkov(texts, folder):
    """The failed checks: (variant, check, resource)."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.json"):
        old.unlink()
    for name, text in texts.items():
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    done = subprocess.run(
        [
            CHECKOV,
            "--directory",
            str(folder),
            "--framework",
            "cloudformation",
            "--output",
            "json",
            "--quiet",
            "--compact",
            "--skip-download",
            "--soft-fail",
        ],
        env=os.environ | QUIET,
        capture_output=True,
        text=True,
        timeout=170,
        check=False,
    )
    assert done.returncode == 0, done.stderr or done.stdout
    report = json.loads(done.stdout)
    assert report["summary"]["parsing_errors"] == 0 and report["summary"]["passed"] > 30 * len(texts), report["summary"]
    return {
        (Path(failed["file_path"]).stem, failed["check_id"], failed["resource"].split(".")[-1])
        for failed in report["results"]["failed_checks"]
    }


@pytest.fixture(scope="module")
def failed():
    return checkov(distinct(), FOLDER)


def unaccepted(failed, entries):
    return {
        (variant, check, resource) for variant, check, resource in failed if (check, resource) not in pairs(entries)
    }


def vain(failed, entries):
    return pairs(entries) - {(check, resource) for _, check, resource in failed}


def test_checkov_finds_nothing_but_what_is_accepted(failed):
    assert unaccepted(failed, accepted()) == set()


def test_nothing_is_accepted_in_vain(failed):
    assert vain(failed, accepted()) == set()


@pytest.mark.parametrize("entry", accepted(), ids=lambda entry: entry["check"])
def test_bites_on_what_is_accepted_no_more(failed, entry):
    assert unaccepted(failed, [other for other in accepted() if other != entry])


def test_bites_on_what_is_accepted_in_vain(failed):
    further = {"check": "CKV_AWS_27", "resources": ["EditLogs"], "reason": ""}
    assert vain(failed, [*accepted(), further]) == {("CKV_AWS_27", "EditLogs")}


def test_everything_that_is_accepted_has_its_reason():
    entries = accepted()
    for entry in entries:
        assert set(entry) == {"check", "resources", "reason"}, entry
        assert len(entry["reason"].split()) >= 8 and entry["reason"].endswith("."), entry
        assert entry["resources"] and "*" not in "".join(entry["resources"]), entry
    assert len({entry["check"] for entry in entries}) == len(entries)


def _broken(change):
    broken = stack.source()
    change(broken["Resources"])
    return json.dumps(stack.resolved(variants.BUCKETS["new"], broken), indent=1)


def _open(resources):
    resources["OutputBucketItself"]["Properties"].pop("PublicAccessBlockConfiguration")
    resources["EditPolicy"]["Properties"]["PolicyDocument"]["Statement"].append(
        {"Effect": "Allow", "Action": "*", "Resource": "*"}
    )


def test_bites_by_checkov(tmp_path):
    found = unaccepted(checkov({"broken": _broken(_open)}, tmp_path), accepted())
    assert {resource for _, _, resource in found} == {"EditPolicy", "OutputBucketItself"}, found


@pytest.mark.parametrize(
    ("words", "change"),
    [
        ("E3012", lambda resources: resources["Queue"]["Properties"].update(MessageRetentionPeriod="long")),
        ("E3002", lambda resources: resources["Queue"]["Properties"].update(NoSuchProperty=1)),
        ("E3005", lambda resources: resources["UploadRule"].update(DependsOn=["Nothing"])),
        (
            "E1010",
            lambda resources: resources["UploadRule"]["Properties"].update(RoleArn={"Fn::GetAtt": ["Nothing", "Arn"]}),
        ),
    ],
)
def test_bites_by_cfn_lint(words, change):
    assert any(found.startswith(words) for found in lint(_broken(change)))
