"""The stack that CloudFormation would make of template.yaml and some parameters, as a plain template.

SAM's own translator expands the functions; conditions, mappings and what follows from parameters alone are then put in
their places, and what a false condition switches off is gone. References from one resource to another stay, for the
tests of the wiring look at them; `concrete` replaces these, too, by names as AWS would give them.
"""

import copy
import functools
import json
import logging
import os
import re
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-central-1")

from samtranslator.translator.managed_policy_translator import ManagedPolicyLoader  # noqa: E402
from samtranslator.translator.transform import transform  # noqa: E402
from samtranslator.yaml_helper import yaml_parse  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"
# Its metrics go nowhere, and it says so at the end.
logging.getLogger("samtranslator.metrics").setLevel(logging.ERROR)

NO_VALUE = "AWS::NoValue"
PSEUDO = {
    "AWS::AccountId": "123456789012",
    "AWS::Partition": "aws",
    "AWS::Region": "eu-central-1",
    "AWS::StackId": "arn:aws:cloudformation:eu-central-1:123456789012:stack/s3-image-edit/1",
    "AWS::StackName": "s3-image-edit",
    "AWS::URLSuffix": "amazonaws.com",
}
VARIABLE = re.compile(r"\$\{([^!}][^}]*)}")


class NoPolicies(ManagedPolicyLoader):
    """Asks no IAM for AWS's own policies: the template uses none."""

    def __init__(self):
        pass

    def load(self):
        return {}


@functools.cache
def _source():
    return yaml_parse(TEMPLATE.read_text(encoding="utf-8"))


def source():
    """template.yaml itself, anew each time: tests may break it."""
    return copy.deepcopy(_source())


def with_defaults(template, parameters):
    defaults = {name: str(given["Default"]) for name, given in template["Parameters"].items() if "Default" in given}
    return defaults | parameters


def translated(parameters, template=None, code="s3://bucket/code"):
    """After SAM's transform, with the conditions and parameters still in it."""
    template = copy.deepcopy(template) if template else source()
    template["Globals"]["Function"]["CodeUri"] = code
    return transform(template, with_defaults(template, parameters), NoPolicies())


@functools.cache
def _resolved(parameters):
    return json.dumps(Resolver(translated(dict(parameters)), dict(parameters)).template())


def resolved(parameters, template=None, code="s3://bucket/code"):
    """What is deployed: no parameter, condition or mapping is left."""
    if template is None and code == "s3://bucket/code":
        return json.loads(_resolved(tuple(sorted(parameters.items()))))
    return Resolver(translated(parameters, template, code), parameters).template()


class Resolver:
    def __init__(self, template, parameters):
        self.whole = template
        self.parameters = with_defaults(template, parameters)
        self.types = {name: given["Type"] for name, given in template["Parameters"].items()}

    def template(self):
        kept = {key: self.whole[key] for key in ("AWSTemplateFormatVersion", "Description") if key in self.whole}
        for section in ("Resources", "Outputs"):
            kept[section] = {
                name: {key: self.value(part) for key, part in thing.items() if key != "Condition"}
                for name, thing in self.whole[section].items()
                if "Condition" not in thing or self.condition(thing["Condition"])
            }
        return kept

    def condition(self, name):
        return self.truth(self.whole["Conditions"][name])

    def truth(self, test):
        ((function, operands),) = test.items()
        match function:
            case "Condition":
                return self.condition(operands)
            case "Fn::Equals":
                # CloudFormation compares texts.
                left, right = (str(self.value(operand)) for operand in operands)
                return left == right
            case "Fn::Not":
                return not self.truth(operands[0])
            case "Fn::And":
                return all(self.truth(operand) for operand in operands)
            case "Fn::Or":
                return any(self.truth(operand) for operand in operands)
        raise ValueError(f"a condition uses {function}")

    def value(self, node):
        if isinstance(node, list):
            return [value for value in map(self.value, node) if value != NO_VALUE]
        if not isinstance(node, dict):
            return node
        if len(node) == 1:
            ((function, operand),) = node.items()
            if function == "Ref" or function.startswith("Fn::"):
                return self.intrinsic(function, operand)
        values = {key: self.value(value) for key, value in node.items()}
        return {key: value for key, value in values.items() if value != NO_VALUE}

    def intrinsic(self, function, operand):
        match function:
            case "Ref":
                return self.ref(operand)
            case "Fn::If":
                return self.value(operand[1] if self.condition(operand[0]) else operand[2])
            case "Fn::FindInMap":
                name, key, field = map(self.value, operand)
                return self.whole["Mappings"][name][str(key)][field]
            case "Fn::Sub":
                return self.sub(operand)
            case "Fn::Select":
                index, values = map(self.value, operand)
                return values[int(index)] if isinstance(values, list) else {function: [index, values]}
            case "Fn::Split":
                separator, text = map(self.value, operand)
                return text.split(separator) if isinstance(text, str) else {function: [separator, text]}
            case "Fn::GetAtt":
                return {function: operand if isinstance(operand, list) else operand.split(".", 1)}
        raise ValueError(f"the template uses {function}")

    def ref(self, name):
        if name == NO_VALUE:
            return NO_VALUE
        if name in PSEUDO:
            return PSEUDO[name]
        if name in self.parameters:
            text = self.parameters[name]
            return int(text) if self.types[name] == "Number" and re.fullmatch(r"-?\d+", text) else text
        return {"Ref": name}

    def sub(self, operand):
        text, own = (operand, {}) if isinstance(operand, str) else operand
        values = {name: self.value(value) for name, value in own.items()}

        def found(variable):
            value = values.get(variable[1], self.ref(variable[1]))
            return variable[0] if isinstance(value, dict) else str(value)

        text = VARIABLE.sub(found, text)
        return {"Fn::Sub": text} if VARIABLE.search(text) else text


def concrete(template, names=None):
    """The resolved template with every resource's name and ARN as AWS might have given them."""
    return _concrete(template, names or Names(template))


def _concrete(node, names):
    if isinstance(node, list):
        return [_concrete(value, names) for value in node]
    if not isinstance(node, dict):
        return node
    if len(node) == 1:
        ((function, operand),) = node.items()
        match function:
            case "Ref":
                return names.ref(operand)
            case "Fn::GetAtt":
                return names.attribute(*operand)
            case "Fn::Sub":
                return VARIABLE.sub(lambda variable: names.variable(variable[1]), operand)
    return {key: _concrete(value, names) for key, value in node.items()}


class Names:
    """Whatever has no pattern of its own here is a mistake, not a guess."""

    def __init__(self, template):
        self.types = {name: thing["Type"] for name, thing in template["Resources"].items()}

    def ref(self, name):
        if self.types[name] == "AWS::IAM::ManagedPolicy":
            return self.attribute(name, "Arn")
        return f"s3-image-edit-{name}"

    def attribute(self, name, attribute):
        if attribute in ("QueueName", "Version"):
            return f"s3-image-edit-{name}"
        if attribute != "Arn":
            raise ValueError(f"{name}.{attribute} has no pattern here")
        account = PSEUDO["AWS::AccountId"]
        where = f"{PSEUDO['AWS::Region']}:{account}"
        patterns = {
            "AWS::Events::Rule": f"arn:aws:events:{where}:rule/s3-image-edit-{name}",
            "AWS::IAM::ManagedPolicy": f"arn:aws:iam::{account}:policy/s3-image-edit-{name}",
            "AWS::IAM::Role": f"arn:aws:iam::{account}:role/s3-image-edit-{name}",
            "AWS::Lambda::Function": f"arn:aws:lambda:{where}:function:s3-image-edit-{name}",
            "AWS::SQS::Queue": f"arn:aws:sqs:{where}:s3-image-edit-{name}",
        }
        return patterns[self.types[name]]

    def variable(self, text):
        name, dot, attribute = text.partition(".")
        return self.attribute(name, attribute) if dot else self.ref(name)
