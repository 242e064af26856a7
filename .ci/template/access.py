"""What the functions' roles allow, asked of moto's evaluator of IAM policies, and what they have to.

moto knows actions and resources. Three things it does not do as AWS does are done here: it takes resources for regular
expressions (a secret's six question marks are none), a condition without its value for a denial, and it compares
conditions in its own way; ours are of one kind, `StringEquals`, in a few lines.
"""

import functools
import json
import re
from typing import NamedTuple

import botocore.session
from moto.iam.access_control import IAMPolicyStatement, PermissionResult

import stack

SEEN = stack.ROOT / "target" / "seen-calls.json"
MAKE_SEEN = "mvn verify -Dit.test=SeenCallsIT -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false"
ROLES = {"EditFunction": "EditRole", "BatchFunction": "BatchRole"}
REFERENCE = "/aws/reference/secretsmanager/"
VIA = "kms:ViaService"
SERVICES = (
    "cloudformation",
    "dynamodb",
    "events",
    "iam",
    "kms",
    "lambda",
    "logs",
    "s3",
    "s3control",
    "secretsmanager",
    "sns",
    "sqs",
    "ssm",
    "sts",
)
# Permissions at S3 that go by no operation's name. Source: service authorization reference, "Amazon S3".
OF_S3_ALONE = """
    AbortMultipartUpload BypassGovernanceRetention DeleteObjectVersion DeleteObjectVersionTagging
    GetBucketPublicAccessBlock GetEncryptionConfiguration GetInventoryConfiguration GetLifecycleConfiguration
    GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes GetObjectVersionForReplication
    GetObjectVersionTagging GetObjectVersionTorrent GetReplicationConfiguration InitiateReplication
    ListAllMyBuckets ListBucket ListBucketMultipartUploads ListBucketVersions ListMultipartUploadParts
    ObjectOwnerOverrideToBucketOwner PutEncryptionConfiguration PutLifecycleConfiguration PutObjectVersionAcl
    PutObjectVersionTagging PutReplicationConfiguration ReplicateDelete ReplicateObject ReplicateTags
    """.split()


class Call(NamedTuple):
    action: str
    resource: str
    via: str = ""


@functools.cache
def universe():
    """Every action of the services that the account might have something at."""
    session = botocore.session.get_session()
    named = {
        f"{service.replace('s3control', 's3')}:{operation}"
        for service in SERVICES
        for operation in session.get_service_model(service).operation_names
    }
    return sorted(named | {f"s3:{name}" for name in OF_S3_ALONE})


@functools.cache
def seen():
    """Function -> what SeenCallsIT saw it ask of AWS."""
    if not SEEN.exists():
        raise FileNotFoundError(f"{SEEN} is missing; it is made by: {MAKE_SEEN}")
    return json.loads(SEEN.read_text(encoding="utf-8"))


class Role:
    """The statements of a role's policies, managed and inline."""

    def __init__(self, statements):
        self.statements = statements
        self._readers = [_Reader(statement) for statement in statements]
        self._concerned = {}

    @staticmethod
    def of(function, resolved):
        resources = stack.concrete(resolved)["Resources"]
        names = stack.Names(resolved)
        managed = {
            names.ref(name): thing["Properties"]["PolicyDocument"]
            for name, thing in resources.items()
            if thing["Type"] == "AWS::IAM::ManagedPolicy"
        }
        assert resources[function]["Properties"]["Role"] == names.attribute(ROLES[function], "Arn")
        properties = resources[ROLES[function]]["Properties"]
        documents = [managed[arn] for arn in properties.get("ManagedPolicyArns", [])]
        documents += [policy["PolicyDocument"] for policy in properties.get("Policies", [])]
        return Role([statement for document in documents for statement in document["Statement"]])

    def allows(self, call):
        return any(reader.allows(call) for reader in self.concerned(call.action))

    def concerned(self, action):
        """Those statements that speak of it; of most actions none does, whatever the resource."""
        if action not in self._concerned:
            self._concerned[action] = [reader for reader in self._readers if reader.concerns(action)]
        return self._concerned[action]

    def denied(self, calls):
        return sorted(call for call in calls if not self.allows(call))

    def faults(self):
        """Words that would make the answers here worth nothing."""
        known = set(universe())
        found = []
        for statement in self.statements:
            if set(statement) - {"Sid", "Effect", "Action", "Resource", "Condition"} or statement["Effect"] != "Allow":
                found.append(f"{statement['Sid']} says more than what is allowed where")
            found += [
                f"{statement['Sid']} allows {action}" for action in listed(statement["Action"]) if action not in known
            ]
            if "*" in listed(statement["Resource"]):
                found.append(f"{statement['Sid']} goes for everything")
        return found

    def smaller(self):
        """This role without one statement, one action or one resource, each time another, and what it is without."""
        for number, statement in enumerate(self.statements):
            before, after = self.statements[:number], self.statements[number + 1 :]
            yield statement["Sid"], Role(before + after)
            for field in ("Action", "Resource"):
                # Where both buckets are one, its name stands there twice.
                values = set(listed(statement[field]))
                for value in sorted(values) if len(values) > 1 else []:
                    yield (
                        f"{statement['Sid']} {value}",
                        Role([*before, statement | {field: sorted(values - {value})}, *after]),
                    )


def listed(value):
    return value if isinstance(value, list) else [value]


def _regular(pattern):
    """A resource's pattern in the words that moto hands on to `re`: it makes `.*` of stars itself."""
    return re.escape(pattern).replace(r"\*", "*").replace(r"\?", ".")


class _Reader:
    """moto's reading of one statement."""

    def __init__(self, statement):
        self.condition = statement.get("Condition", {})
        action = {"Effect": "Allow", "Action": statement["Action"]}
        resources = statement.get("Resource", statement.get("NotResource"))
        # Without a resource moto's statement is one that goes for all.
        self.action = IAMPolicyStatement(action)
        self.whole = IAMPolicyStatement(action | {"Resource": [_regular(resource) for resource in listed(resources)]})

    def concerns(self, action):
        return self.action.is_action_permitted(action) is PermissionResult.PERMITTED

    def allows(self, call):
        permitted = self.whole.is_action_permitted(call.action, call.resource) is PermissionResult.PERMITTED
        return permitted and _meets(self.condition, call)


def _meets(condition, call):
    for operator, keys in condition.items():
        if operator != "StringEquals" or set(keys) != {VIA}:
            raise ValueError(f"this evaluator does not know {operator} {sorted(keys)}")
        if call.via not in listed(keys[VIA]):
            return False
    return True
