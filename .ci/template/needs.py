"""What each function needs in a variant: what it was seen to ask for, and what AWS does in its role's name."""

import access
import stack
import variants
from access import REFERENCE, Call

ACCOUNT = stack.PSEUDO["AWS::AccountId"]
WHERE = f"{stack.PSEUDO['AWS::Region']}:{ACCOUNT}"
PARAMETER = "/s3-image-edit/api-key"
VIA_S3 = "s3.eu-central-1.amazonaws.com"
VIA_SSM = "ssm.eu-central-1.amazonaws.com"
VIA_SECRETS = "secretsmanager.eu-central-1.amazonaws.com"

# What nobody's code asks for, and the role must allow all the same; each with the page that says so.
PLATFORM = {
    "EditFunction": {
        # Lambda developer guide, "Creating and configuring an Amazon SQS event source mapping".
        ("sqs:ReceiveMessage", "queue"),
        ("sqs:DeleteMessage", "queue"),
        ("sqs:GetQueueAttributes", "queue"),
        # Lambda developer guide, "Capturing records of Lambda asynchronous invocations".
        ("sqs:SendMessage", "dead-letter-queue"),
        # Lambda developer guide, "Sending Lambda function logs to CloudWatch Logs"; the group is there already.
        ("logs:CreateLogStream", "edit-log"),
        ("logs:PutLogEvents", "edit-log"),
    },
    "BatchFunction": {
        ("logs:CreateLogStream", "batch-log"),
        ("logs:PutLogEvents", "batch-log"),
    },
}
WITH_BUCKET_KEY = {
    # S3 user guide, "Using server-side encryption with AWS KMS keys": reading and writing, in the caller's name.
    ("kms:Decrypt", "bucket-key"),
    ("kms:GenerateDataKey", "bucket-key"),
}
# Systems Manager user guide, "Referencing AWS Secrets Manager secrets from Parameter Store parameters".
WITH_SECRET = {("secretsmanager:GetSecretValue", "secret")}
# KMS developer guide, "How AWS Systems Manager Parameter Store uses AWS KMS"; Secrets Manager user guide, "Secret
# encryption and decryption". Through the reference either may be the one that asks.
WITH_OWN_KEY = {("kms:Decrypt", "own-key")}


class Needs:
    def __init__(self, given):
        self.given = given
        self.inbox = (given["InputBucket"], given.get("InputPrefix", ""))
        self.outbox = (given["OutputBucket"], given.get("OutputPrefix", ""))
        self.secret = given.get("ApiKeySecret", "").split("#")[0]

    def kinds(self, function):
        """Action and kind of thing, such as s3:PutObject at an output-object."""
        found = {(call["action"], call["resource"]) for call in self._seen(function)} | PLATFORM[function]
        found |= WITH_SECRET if self.secret else set()
        found |= WITH_OWN_KEY if self.given.get("ApiKeyKmsKeyArn") else set()
        found |= WITH_BUCKET_KEY if self.given.get("KmsKeyArn") else set()
        return found

    def _seen(self, function):
        """The key is read from one place or the other."""
        return [
            call
            for call in access.seen()[function]
            if call["resource"] != "parameter" or call["name"].startswith(REFERENCE) == bool(self.secret)
        ]

    def calls(self, function):
        """All of them, those that were seen with the very keys that they were seen with."""
        found = {Call(call["action"], self._resource(call["resource"], call["name"])) for call in self._seen(function)}
        return found | self.examples(function)

    def examples(self, function):
        """For each kind the examples of it."""
        return {
            Call(action, resource, via)
            for action, kind in self.kinds(function)
            for resource in self.within(kind)
            for via in self.vias(kind)
        }

    @staticmethod
    def vias(kind):
        return {"bucket-key": [VIA_S3], "own-key": [VIA_SSM, VIA_SECRETS]}.get(kind, [""])

    def within(self, kind):
        names = ("x.png", "a/b c/ü+%.png", ".ledger/0123456789abcdef", "*", "?")
        return (
            [self._resource(kind, name) for name in names] if kind.endswith("-object") else [self._resource(kind, "")]
        )

    def _resource(self, kind, name):
        bucket, prefix = self.inbox if kind.startswith("input") else self.outbox
        return {
            "input-bucket": f"arn:aws:s3:::{bucket}",
            "output-bucket": f"arn:aws:s3:::{bucket}",
            "input-object": f"arn:aws:s3:::{bucket}/{prefix}{name}",
            "output-object": f"arn:aws:s3:::{bucket}/{prefix}{name}",
            "parameter": f"arn:aws:ssm:{WHERE}:parameter{REFERENCE + self.secret if self.secret else PARAMETER}",
            "secret": f"arn:aws:secretsmanager:{WHERE}:secret:{self.secret}-a1B2c3",
            "queue": f"arn:aws:sqs:{WHERE}:s3-image-edit-Queue",
            "dead-letter-queue": f"arn:aws:sqs:{WHERE}:s3-image-edit-DeadLetterQueue",
            "edit-log": f"arn:aws:logs:{WHERE}:log-group:s3-image-edit-EditLogs:log-stream:2026/11/28/[1]0a",
            "batch-log": f"arn:aws:logs:{WHERE}:log-group:s3-image-edit-BatchLogs:log-stream:2026/11/28/[1]0a",
            "bucket-key": variants.KEY,
            "own-key": variants.OWN_KEY,
        }[kind]

    def everything(self):
        """Whatever the account has that is near: what somebody needs, and its neighbours, which nobody does."""
        kinds = (
            "input-bucket",
            "output-bucket",
            "input-object",
            "output-object",
            "parameter",
            "secret",
            "queue",
            "dead-letter-queue",
            "edit-log",
            "batch-log",
            "bucket-key",
            "own-key",
        )
        near = {resource for kind in kinds for resource in self.within(kind)}
        buckets = {self.inbox[0], self.outbox[0]}
        neighbours = {
            f"arn:aws:s3:::{bucket}{rest}" for bucket in buckets for rest in ("2", "2/x.png", "2/in/x.png", "-x/in/x")
        }
        neighbours |= {f"arn:aws:s3:::{bucket}/{key}" for bucket in buckets for key in self._outside()}
        neighbours |= {
            "*",
            "arn:aws:s3:::elsewhere",
            "arn:aws:s3:::elsewhere/in/x.png",
            f"arn:aws:ssm:{WHERE}:parameter/other",
            f"arn:aws:ssm:{WHERE}:parameter{PARAMETER}2",
            f"arn:aws:ssm:{WHERE}:parameter{PARAMETER}/x",
            f"arn:aws:ssm:{WHERE}:parameter{REFERENCE}other",
            f"arn:aws:ssm:us-east-1:{ACCOUNT}:parameter{PARAMETER}",
            f"arn:aws:ssm:eu-central-1:999999999999:parameter{PARAMETER}",
            f"arn:aws:secretsmanager:{WHERE}:secret:other-a1B2c3",
            f"arn:aws:secretsmanager:{WHERE}:secret:{self.secret}",
            f"arn:aws:secretsmanager:{WHERE}:secret:{self.secret}-a1B2c",
            f"arn:aws:secretsmanager:{WHERE}:secret:{self.secret}-a1B2c3d",
            f"arn:aws:secretsmanager:{WHERE}:secret:{self.secret}-other-a1B2c3",
            f"arn:aws:sqs:{WHERE}:other",
            f"arn:aws:sqs:{WHERE}:s3-image-edit-Queue2",
            f"arn:aws:sqs:us-east-1:{ACCOUNT}:s3-image-edit-Queue",
            f"arn:aws:logs:{WHERE}:log-group:other:log-stream:x",
            f"arn:aws:logs:{WHERE}:log-group:s3-image-edit-EditLogs",
            f"arn:aws:logs:{WHERE}:log-group:s3-image-edit-EditLogs2:log-stream:x",
            f"arn:aws:kms:{WHERE}:key/0a1b2c3d-0000-4000-8000-000000000003",
            f"arn:aws:lambda:{WHERE}:function:s3-image-edit-EditFunction",
            f"arn:aws:iam::{ACCOUNT}:role/s3-image-edit-EditRole",
            f"arn:aws:dynamodb:{WHERE}:table/ledger",
            f"arn:aws:sns:{WHERE}:s3-image-edit-AlarmTopic",
            f"arn:aws:events:{WHERE}:rule/s3-image-edit-UploadRule",
        }
        return sorted(near | neighbours)

    def _outside(self):
        """Keys beside the prefixes; without one there is no outside."""
        prefixes = {prefix for _, prefix in (self.inbox, self.outbox)}
        return [] if "" in prefixes else ["x.png", "other/x.png", "inx.png", "out", "In/x.png", "/in/x.png"]

    @staticmethod
    def ways(resource):
        return (
            ["", VIA_S3, VIA_SSM, VIA_SECRETS, "dynamodb.eu-central-1.amazonaws.com"] if ":kms:" in resource else [""]
        )
