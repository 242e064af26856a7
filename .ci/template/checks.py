"""What must hold of a template, as functions that tell what does not: tests call them, and break templates for them."""

import re

from stack import VARIABLE, concrete

POLICIES = ("AWS::SQS::QueuePolicy", "AWS::S3::BucketPolicy")


def references(node):
    """The logical names that a part of a template names, pseudo parameters and a Sub's own words left out."""
    if isinstance(node, list):
        return {name for value in node for name in references(value)}
    if not isinstance(node, dict):
        return set()
    if len(node) == 1:
        ((function, operand),) = node.items()
        if function == "Ref":
            return set() if operand.startswith("AWS::") else {operand}
        if function == "Fn::GetAtt":
            return {operand.split(".")[0] if isinstance(operand, str) else operand[0]}
        if function == "Fn::Sub":
            return _substituted(operand)
        if function == "Condition":
            return set()
    return {name for value in node.values() for name in references(value)}


def _substituted(operand):
    text, own = (operand, {}) if isinstance(operand, str) else operand
    named = {variable.split(".")[0] for variable in VARIABLE.findall(text)}
    return {name for name in named if name not in own and not name.startswith("AWS::")} | references(own)


def _depends_on(resource):
    named = resource.get("DependsOn", [])
    return {named} if isinstance(named, str) else set(named)


def graph(template):
    """What each resource waits for."""
    return {
        name: references(resource.get("Properties", {})) | _depends_on(resource)
        for name, resource in template["Resources"].items()
    }


def circles(template):
    """Resources that wait for each other."""
    waiting = graph(template)
    while waiting:
        ready = {name for name, needs in waiting.items() if not needs & waiting.keys()}
        if not ready:
            return sorted(waiting)
        waiting = {name: needs for name, needs in waiting.items() if name not in ready}
    return []


def dangling(resolved):
    """References to what is not there, be it misspelt or switched off."""
    there = set(resolved["Resources"])
    found = [
        f"{name} refers to {missing}" for name, needs in graph(resolved).items() for missing in sorted(needs - there)
    ]
    return found + [
        f"output {name} refers to {missing}"
        for name, output in resolved["Outputs"].items()
        for missing in sorted(references(output) - there)
    ]


def conditional_dependencies(template):
    """DependsOn takes no resource that may not be made; CloudFormation refuses the whole template for it."""
    return [
        f"{name} depends on {other}"
        for name, resource in template["Resources"].items()
        for other in sorted(_depends_on(resource))
        if "Condition" in template["Resources"][other]
    ]


def parameter_faults(template):
    """Parameters that nothing uses, that no group shows, or that nobody explains."""
    parameters = set(template["Parameters"])
    groups = template["Metadata"]["AWS::CloudFormation::Interface"]["ParameterGroups"]
    shown = [name for group in groups for name in group["Parameters"]]
    used = {
        name for section in ("Conditions", "Globals", "Resources", "Outputs") for name in references(template[section])
    }
    return (
        [f"{name} is not used" for name in sorted(parameters - used)]
        + [f"{name} is in {shown.count(name)} groups" for name in sorted(parameters) if shown.count(name) != 1]
        + [f"{name} is in a group and no parameter" for name in sorted(set(shown) - parameters)]
        + [f"{name} has no description" for name, rule in template["Parameters"].items() if not rule.get("Description")]
        + [
            f"{name} has a pattern that nothing explains"
            for name, rule in template["Parameters"].items()
            if "AllowedPattern" in rule and not rule.get("ConstraintDescription")
        ]
    )


def alarm_faults(resolved):
    """Who is woken wants to know where to read on."""
    return [
        f"{name} does not say where in the README to read on"
        for name, resource in resolved["Resources"].items()
        if resource["Type"] == "AWS::CloudWatch::Alarm"
        and not re.search(
            r'README, "When an alarm rings" - [a-z -]+\.$', resource["Properties"].get("AlarmDescription", "")
        )
    ]


def _statements(resolved, kind):
    for name, resource in concrete(resolved)["Resources"].items():
        if resource["Type"] == kind:
            for statement in resource["Properties"]["PolicyDocument"]["Statement"]:
                yield name, resource["Properties"], statement


def _list(value):
    return value if isinstance(value, list) else [value]


def _denies_plain_http(statement, action, resources):
    return (
        statement["Effect"] == "Deny"
        and statement["Principal"] == "*"
        and _list(statement["Action"]) == [action]
        and sorted(_list(statement["Resource"])) == sorted(resources)
        and statement["Condition"] == {"Bool": {"aws:SecureTransport": "false"}}
    )


def plain_http(resolved):
    """New buckets and queues that would talk without TLS."""
    names = concrete(resolved)
    found = []
    for kind, policy, action, field in (
        ("AWS::SQS::Queue", "AWS::SQS::QueuePolicy", "sqs:*", "Queues"),
        ("AWS::S3::Bucket", "AWS::S3::BucketPolicy", "s3:*", "Bucket"),
    ):
        for name, resource in names["Resources"].items():
            if resource["Type"] != kind:
                continue
            arn = _arn(name, resource)
            resources = [arn, arn + "/*"] if kind == "AWS::S3::Bucket" else [arn]
            if not any(
                _denies_plain_http(statement, action, resources) and f"s3-image-edit-{name}" in _list(properties[field])
                for _, properties, statement in _statements(resolved, policy)
            ):
                found.append(f"{name} is not denied to plain HTTP")
    return found


def _arn(name, resource):
    if resource["Type"] == "AWS::S3::Bucket":
        return f"arn:aws:s3:::{resource['Properties']['BucketName']}"
    return f"arn:aws:sqs:eu-central-1:123456789012:s3-image-edit-{name}"


def senders(resolved):
    """Who may send where, and on which condition: every statement of queues' policies that allows."""
    found = set()
    for _, _, statement in _statements(resolved, "AWS::SQS::QueuePolicy"):
        if statement["Effect"] == "Allow":
            conditions = tuple(
                (operator, key, value)
                for operator, keys in sorted(statement.get("Condition", {}).items())
                for key, value in sorted(keys.items())
            )
            who = (
                tuple(sorted((kind, name) for kind, name in dict(statement["Principal"]).items()))
                if isinstance(statement["Principal"], dict)
                else statement["Principal"]
            )
            for action in _list(statement["Action"]):
                for resource in _list(statement["Resource"]):
                    found.add((who, action, resource.rsplit(":", 1)[1], conditions))
    return found


def public_buckets(resolved):
    """New buckets that could be opened to everybody, by mistake or not."""
    shut = {"BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets"}
    found = []
    for name, resource in resolved["Resources"].items():
        if resource["Type"] == "AWS::S3::Bucket":
            properties = resource["Properties"]
            block = properties.get("PublicAccessBlockConfiguration", {})
            if {key for key, value in block.items() if value is True} != shut:
                found.append(f"{name} does not block public access")
            if properties.get("OwnershipControls") != {"Rules": [{"ObjectOwnership": "BucketOwnerEnforced"}]}:
                found.append(f"{name} has access lists")
            if "AccessControl" in properties:
                found.append(f"{name} has a canned access list")
    found += [
        f"{name} allows more than it denies"
        for name, _, statement in _statements(resolved, "AWS::S3::BucketPolicy")
        if statement["Effect"] != "Deny"
    ]
    return found
