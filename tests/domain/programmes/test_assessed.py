"""Assessments of many actions counted by kind: every action counts once, silence included."""

from hypothesis import given
from hypothesis import strategies as some

from programmes.domain.assessed import NOTHING, rollup

ORDER = ("to_do", "preliminary", "done", "not_needed")
answers = some.dictionaries(
    some.tuples(some.integers(0, 6), some.sampled_from(["equality", "climate"])),
    some.lists(some.sampled_from(ORDER), max_size=3),
)


def test_of_several_the_one_least_far_counts_and_silence_is_counted():
    states = {(1, "equality"): ["done", "to_do"], (2, "equality"): ["done"], (9, "equality"): ["done"]}

    found = rollup("Skills", [1, 2, 3], states, ["equality"], ORDER)

    assert found.counts == {"equality": {"to_do": 1, "done": 1, NOTHING: 1}}
    assert found.words("equality", {"done": "Done", "to_do": "To do"}) == "1 done, 1 to do"


@given(answers, some.sets(some.integers(0, 6)))
def test_every_action_counts_once_for_each_kind(states, actions):
    found = rollup("Any", actions, states, ["equality", "climate"], ORDER)

    assert {sum(one.values()) for one in found.counts.values()} == {len(actions)}
