"""What CloudFormation refuses before it makes anything: the constraints of parameters, and the template's Rules.

LocalStack passes all of it over, and cfn-lint takes functions in Rules that CloudFormation does not know there.
Sources: CloudFormation user guide, "Parameters", "Rules" and "Rule-specific intrinsic functions".
"""

import re
from decimal import Decimal, InvalidOperation

RULE_FUNCTIONS = {
    "Ref",
    "Fn::And",
    "Fn::Contains",
    "Fn::EachMemberEquals",
    "Fn::EachMemberIn",
    "Fn::Equals",
    "Fn::Not",
    "Fn::Or",
    "Fn::RefAll",
    "Fn::ValueOf",
    "Fn::ValueOfAll",
}
# In Java a point stands for none of these; in Python for all but the first.
_LINE_ENDS = r"[^\n\r\u0085\u2028\u2029]"
# What Python reads in another way than Java, or not at all.
_FOREIGN = re.compile(r"\\[pPQEGRXhHkvVzZAbB]|\(\?(?!!)|[*+?}]\+|&&|\[[^\]]*\[")


class UnknownFunction(ValueError):
    pass


def java_pattern(pattern):
    """Matches what Java's Pattern does with it, as far as the two agree on its words."""
    if _FOREIGN.search(pattern):
        raise ValueError(f"{pattern} says what Java and Python may not read alike")
    parts, in_class, position = [], False, 0
    while position < len(pattern):
        here = pattern[position]
        if here == "\\":
            parts.append(pattern[position : position + 2])
            position += 2
            continue
        in_class = here == "[" or (in_class and here != "]")
        parts.append(_LINE_ENDS if here == "." and not in_class else here)
        position += 1
    # Java's \s, \d and \w are ASCII.
    return re.compile("".join(parts), re.ASCII)


def _number(text):
    try:
        # Spaces and underlines are Python's own idea.
        return Decimal(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text) else None
    except InvalidOperation:
        return None


def _constraint(given, value):
    """What is wrong with a value, if anything is."""
    if given["Type"] == "Number":
        number = _number(value)
        if number is None:
            return "is no number"
        if "MinValue" in given and number < Decimal(str(given["MinValue"])):
            return f"is below {given['MinValue']}"
        if "MaxValue" in given and number > Decimal(str(given["MaxValue"])):
            return f"is above {given['MaxValue']}"
    if "AllowedValues" in given and value not in [str(allowed) for allowed in given["AllowedValues"]]:
        return "is none of " + ", ".join(str(allowed) for allowed in given["AllowedValues"])
    if len(value) < int(given.get("MinLength", 0)):
        return f"is shorter than {given['MinLength']}"
    if len(value) > int(given.get("MaxLength", 4096)):
        return f"is longer than {given.get('MaxLength', 4096)}"
    # The whole value has to match: a newline at its end, which $ alone would pass over, does not.
    if "AllowedPattern" in given and not java_pattern(given["AllowedPattern"]).fullmatch(value):
        return given["ConstraintDescription"]
    return None


class Deployment:
    """Parameters as somebody gives them to `sam deploy`."""

    def __init__(self, template, given):
        self.template = template
        self.given = given
        self.values = {
            name: given.get(name, str(rule.get("Default", ""))) for name, rule in template["Parameters"].items()
        }

    def refusals(self):
        """Everything that CloudFormation would object to; rules are judged where the parameters pass."""
        return self._unknown() + self._missing() + self._bad() or self._broken_rules()

    def _unknown(self):
        return [f"{name} is no parameter" for name in self.given if name not in self.template["Parameters"]]

    def _missing(self):
        return [
            f"{name} must have a value"
            for name, rule in self.template["Parameters"].items()
            if "Default" not in rule and name not in self.given
        ]

    def _bad(self):
        found = {name: _constraint(rule, self.values[name]) for name, rule in self.template["Parameters"].items()}
        missing = {name for name, rule in self.template["Parameters"].items() if "Default" not in rule} - set(
            self.given
        )
        return [f"{name} {wrong}" for name, wrong in found.items() if wrong and name not in missing]

    def _broken_rules(self):
        return [
            assertion["AssertDescription"]
            for rule in self.template["Rules"].values()
            if self._truth(rule.get("RuleCondition", {"Fn::Equals": ["", ""]}))
            for assertion in rule["Assertions"]
            if not self._truth(assertion["Assert"])
        ]

    def _truth(self, test):
        ((function, operands),) = test.items()
        match function:
            case "Fn::And":
                return all(self._truth(operand) for operand in operands)
            case "Fn::Or":
                return any(self._truth(operand) for operand in operands)
            case "Fn::Not":
                return not self._truth(operands[0])
            case "Fn::Equals":
                return self._text(operands[0]) == self._text(operands[1])
            case "Fn::Contains":
                return self._text(operands[1]) in [str(member) for member in operands[0]]
        raise UnknownFunction(f"Rules use {function}, which this evaluator does not know")

    def _text(self, operand):
        if not isinstance(operand, dict):
            return str(operand)
        if set(operand) != {"Ref"}:
            raise UnknownFunction(f"Rules use {operand}, which this evaluator does not know")
        return self.values[operand["Ref"]]


def functions(node):
    """The names of all intrinsic functions within."""
    if isinstance(node, list):
        return {name for value in node for name in functions(value)}
    if not isinstance(node, dict):
        return set()
    own = {key for key in node if key in ("Ref", "Condition") or key.startswith("Fn::")}
    return own | {name for value in node.values() for name in functions(value)}


def foreign_functions(template):
    """Those in Rules that CloudFormation refuses there, though cfn-lint may not."""
    return sorted(functions(template.get("Rules", {})) - RULE_FUNCTIONS)
