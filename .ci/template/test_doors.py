"""Who may come in: queues and new buckets take calls from nobody but those who have to, and none without TLS."""

import pytest

import checks
import stack
import variants

VARIANTS = variants.everything()
ACCOUNT = ("StringEquals", "aws:SourceAccount", "123456789012")
RULE = ("ArnEquals", "aws:SourceArn", "arn:aws:events:eu-central-1:123456789012:rule/s3-image-edit-UploadRule")


def expected_senders(bucket):
    """S3 from the input bucket, and of this account, for names go to others; EventBridge by its rule."""
    s3, events = (("Service", "s3.amazonaws.com"),), (("Service", "events.amazonaws.com"),)
    from_bucket = (("ArnEquals", "aws:SourceArn", f"arn:aws:s3:::{bucket}"), ACCOUNT)
    return {
        (s3, "sqs:SendMessage", "s3-image-edit-Queue", from_bucket),
        (events, "sqs:SendMessage", "s3-image-edit-Queue", (RULE,)),
        (events, "sqs:SendMessage", "s3-image-edit-DeadLetterQueue", (RULE,)),
    }


@pytest.mark.parametrize("name", VARIANTS)
def test_admits_nobody_else(name):
    resolved = stack.resolved(VARIANTS[name])
    assert checks.senders(resolved) == expected_senders(VARIANTS[name]["InputBucket"])
    assert checks.plain_http(resolved) == []
    assert checks.public_buckets(resolved) == []


@pytest.mark.parametrize("name", VARIANTS)
def test_only_s3_of_this_account_may_invoke(name):
    permissions = [
        thing["Properties"]
        for thing in stack.concrete(stack.resolved(VARIANTS[name]))["Resources"].values()
        if thing["Type"] == "AWS::Lambda::Permission"
    ]
    assert permissions == [
        {
            "FunctionName": "arn:aws:lambda:eu-central-1:123456789012:function:s3-image-edit-EditFunction:live",
            "Action": "lambda:InvokeFunction",
            "Principal": "s3.amazonaws.com",
            "SourceArn": f"arn:aws:s3:::{VARIANTS[name]['InputBucket']}",
            "SourceAccount": "123456789012",
        }
    ]


@pytest.mark.parametrize("name", VARIANTS)
def test_encrypts_whatever_is_kept(name):
    resolved = stack.resolved(VARIANTS[name])
    key = VARIANTS[name].get("KmsKeyArn")
    for resource in resolved["Resources"].values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::SQS::Queue":
            assert properties["SqsManagedSseEnabled"] is True
        if resource["Type"] == "AWS::S3::Bucket":
            (rule,) = properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]
            by = {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": key} if key else {"SSEAlgorithm": "AES256"}
            assert rule == {"ServerSideEncryptionByDefault": by} | ({"BucketKeyEnabled": True} if key else {})


def expiring(resolved):
    """What is deleted by itself: bucket, prefix and days."""
    return {
        (resource["Properties"]["BucketName"], rule["Prefix"], rule["ExpirationInDays"])
        for resource in resolved["Resources"].values()
        if resource["Type"] == "AWS::S3::Bucket"
        for rule in resource["Properties"]["LifecycleConfiguration"]["Rules"]
        if "ExpirationInDays" in rule and rule["Status"] == "Enabled"
    }


@pytest.mark.parametrize("name", VARIANTS)
def test_keeps_what_was_paid_for(name):
    """With the stack or without, and as shut as it was; the ledger alone goes, after events have."""
    given, resolved = VARIANTS[name], stack.resolved(VARIANTS[name])
    for resource in resolved["Resources"].values():
        if resource["Type"] in ("AWS::S3::Bucket", "AWS::S3::BucketPolicy"):
            assert resource["DeletionPolicy"] == "RetainExceptOnCreate"
            assert resource["UpdateReplacePolicy"] == "Retain"
    new = any(
        resource["Properties"].get("BucketName") == given["OutputBucket"]
        for resource in resolved["Resources"].values()
        if resource["Type"] == "AWS::S3::Bucket"
    )
    ledger = (given["OutputBucket"], given.get("OutputPrefix", "") + ".ledger/", 60)
    assert expiring(resolved) == ({ledger} if new else set())


def _broken(path, change):
    broken = stack.source()
    node = broken["Resources"]
    for step in path:
        node = node[step]
    change(node)
    return stack.resolved(variants.BUCKETS["new"], broken)


def _statement(policy, number):
    return (policy, "Properties", "PolicyDocument", "Statement", number)


POLICIES = ["QueuePolicy", "DeadLetterQueuePolicy", "InputBucketPolicy", "OutputBucketPolicy"]


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize(
    "change",
    [
        lambda statement: statement.update(Effect="Allow"),
        lambda statement: statement.update(Action="s3:GetObject"),
        lambda statement: statement.update(Principal={"AWS": "123456789012"}),
        lambda statement: statement.update(Resource="arn:aws:s3:::elsewhere"),
        lambda statement: statement.update(Condition={"Bool": {"aws:SecureTransport": "true"}}),
        lambda statement: statement.update(Condition={"Bool": {"aws:SecureTransport": "false", "aws:Extra": "true"}}),
    ],
    ids=["effect", "action", "principal", "resource", "condition", "further condition"],
)
def test_bites_on_plain_http(policy, change):
    assert checks.plain_http(_broken(_statement(policy, -1), change))


@pytest.mark.parametrize("policy", POLICIES)
def test_bites_on_a_missing_denial(policy):
    assert checks.plain_http(_broken((policy, "Properties", "PolicyDocument", "Statement"), lambda all_: all_.pop()))


@pytest.mark.parametrize(("policy", "number"), [("QueuePolicy", 0), ("QueuePolicy", 1), ("DeadLetterQueuePolicy", 0)])
@pytest.mark.parametrize(
    "change",
    [
        lambda statement: statement.pop("Condition"),
        lambda statement: statement.update(Principal="*"),
        lambda statement: statement.update(Principal={"Service": "sns.amazonaws.com"}),
        lambda statement: statement.update(Action=["sqs:SendMessage", "sqs:ReceiveMessage"]),
        lambda statement: statement["Condition"]["ArnEquals"].update({"aws:SourceArn": "arn:aws:s3:::*"}),
    ],
    ids=["no condition", "everybody", "another service", "another action", "any bucket"],
)
def test_bites_on_other_senders(policy, number, change):
    assert checks.senders(_broken(_statement(policy, number), change)) != expected_senders("pictures-in")


def test_bites_on_another_account():
    broken = _broken(_statement("QueuePolicy", 0), lambda statement: statement["Condition"].pop("StringEquals"))
    assert checks.senders(broken) != expected_senders("pictures-in")


@pytest.mark.parametrize("bucket", ["InputBucketItself", "OutputBucketItself"])
@pytest.mark.parametrize(
    "change",
    [
        lambda properties: properties.pop("PublicAccessBlockConfiguration"),
        lambda properties: properties["PublicAccessBlockConfiguration"].update(BlockPublicPolicy=False),
        lambda properties: properties.pop("OwnershipControls"),
        lambda properties: properties.update(AccessControl="PublicRead"),
    ],
    ids=["no block", "a gap", "no owner", "canned list"],
)
def test_bites_on_public_buckets(bucket, change):
    assert checks.public_buckets(_broken((bucket, "Properties"), change))


def test_bites_on_expiring_uploads():
    def change(properties):
        properties["LifecycleConfiguration"]["Rules"][1]["Status"] = "Enabled"

    assert len(expiring(_broken(("InputBucketItself", "Properties"), change))) == 2
