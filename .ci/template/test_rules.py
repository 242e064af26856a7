"""Parameters that do not go together: refused by the template's Rules, in words that CloudFormation knows there."""

import itertools
import random

import pytest

import rules
import stack

GOOD = {"InputBucket": "pictures-in", "OutputBucket": "pictures-out"}
ONE = {"InputBucket": "pictures", "OutputBucket": "pictures"}
TEMPLATE = stack.source()
OVERLAP = "where InputBucket and OutputBucket are the same"


def refusals(given, template=TEMPLATE):
    return rules.Deployment(template, given).refusals()


@pytest.mark.parametrize(
    ("prefixes", "words"),
    [
        ({}, ["InputPrefix must be set", "OutputPrefix must be set", "must differ"]),
        ({"InputPrefix": "in/"}, ["OutputPrefix must be set"]),
        ({"OutputPrefix": "out/"}, ["InputPrefix must be set"]),
        ({"InputPrefix": "same/", "OutputPrefix": "same/"}, ["InputPrefix and OutputPrefix must differ"]),
    ],
)
def test_refuses_one_bucket_with_overlapping_prefixes(prefixes, words):
    found = refusals(ONE | prefixes)
    assert len(found) == len(words)
    assert all(word in sentence and OVERLAP in sentence for word, sentence in zip(words, found, strict=True))


def test_refuses_a_prefix_below_the_other_by_its_pattern():
    found = refusals(ONE | {"InputPrefix": "in/", "OutputPrefix": "in/out/"})
    assert found == ["OutputPrefix must be empty or one folder with its slash, such as out/"]


@pytest.mark.parametrize(("size", "window"), [("20", "0"), ("50", "0")])
def test_refuses_large_batches_without_a_window(size, window):
    assert refusals(GOOD | {"BatchSize": size, "BatchWindow": window}) == [
        "SQS gathers more than ten messages only with a BatchWindow of at least one second."
    ]


def test_large_batches_are_all_those_above_ten():
    """A size that is added to the parameter has to be added to the rule."""
    sizes = TEMPLATE["Parameters"]["BatchSize"]["AllowedValues"]
    for size in map(str, sizes):
        assert bool(refusals(GOOD | {"BatchSize": size, "BatchWindow": "0"})) == (int(size) > 10)


def _prefixes():
    """All words of up to four letters over what matters, and some at random."""
    letters = "ab./-A"
    few = ["".join(word) for length in range(5) for word in itertools.product(letters, repeat=length)]
    chance = random.Random(6)
    many = ["".join(chance.choices("ab/./_-AZ09 *$\n", k=chance.randrange(1, 9))) for _ in range(2000)]
    return sorted(set(few + many))


def overlaps(template):
    """Pairs of prefixes in one bucket that pass, though results would be taken for uploads or uploads for results."""
    words = _prefixes()
    fit = {
        name: [word for word in words if not rules.Deployment(template, GOOD | {name: word}).refusals()]
        for name in ("InputPrefix", "OutputPrefix")
    }
    # Only those that begin alike can overlap.
    return [
        (one, other)
        for one in fit["InputPrefix"]
        for other in fit["OutputPrefix"]
        if (one.startswith(other) or other.startswith(one))
        and not rules.Deployment(template, ONE | {"InputPrefix": one, "OutputPrefix": other}).refusals()
    ]


def test_no_two_prefixes_of_one_bucket_overlap():
    assert overlaps(TEMPLATE) == []
    assert refusals(ONE | {"InputPrefix": "a/", "OutputPrefix": "b/"}) == []
    assert refusals(ONE | {"InputPrefix": "a/", "OutputPrefix": "a./"}) == []


def test_rules_use_only_what_cloudformation_knows_there():
    assert rules.foreign_functions(TEMPLATE) == []


@pytest.mark.parametrize(
    "foreign",
    [
        {"Fn::Select": ["0", {"Fn::Split": ["/", {"Ref": "InputPrefix"}]}]},
        {"Fn::Sub": "${InputPrefix}"},
        {"Fn::Join": ["", [{"Ref": "InputPrefix"}]]},
        {"Fn::If": ["OneBucket", "a", "b"]},
        {"Condition": "OneBucket"},
    ],
    ids=str,
)
def test_bites_on_other_functions_in_rules(foreign):
    broken = stack.source()
    broken["Rules"]["OneBucketNeedsTwoPrefixes"]["Assertions"][0]["Assert"] = {"Fn::Equals": [foreign, "x"]}
    assert rules.foreign_functions(broken)
    with pytest.raises(rules.UnknownFunction):
        refusals(ONE | {"InputPrefix": "a/", "OutputPrefix": "b/"}, broken)


@pytest.mark.parametrize("number", range(3))
def test_bites_on_a_dropped_assertion(number):
    broken = stack.source()
    del broken["Rules"]["OneBucketNeedsTwoPrefixes"]["Assertions"][number]
    given = [{"OutputPrefix": "a/"}, {"InputPrefix": "a/"}, {"InputPrefix": "a/", "OutputPrefix": "a/"}][number]
    assert refusals(ONE | given) and not refusals(ONE | given, broken)


@pytest.mark.parametrize("pattern", ["^([A-Za-z0-9_.-]+/)*$", "^[A-Za-z0-9_./-]*$", "^([A-Za-z0-9_.-]+/?)?$"])
def test_bites_on_a_pattern_that_lets_prefixes_nest(pattern):
    broken = stack.source()
    broken["Parameters"]["OutputPrefix"]["AllowedPattern"] = pattern
    assert overlaps(broken)


@pytest.mark.parametrize("rule", ["OneBucketNeedsTwoPrefixes", "LargeBatchesNeedAWindow"])
def test_bites_on_a_dropped_rule(rule):
    broken = stack.source()
    del broken["Rules"][rule]
    given = {
        "OneBucketNeedsTwoPrefixes": ONE,
        "LargeBatchesNeedAWindow": GOOD | {"BatchSize": "20", "BatchWindow": "0"},
    }[rule]
    assert refusals(given) and not refusals(given, broken)
