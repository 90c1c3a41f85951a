"""Actions that wait for each other: no rings, however long; what is due too late is pointed out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as some

from core.domain.windows import parse_window
from programmes.domain.dependencies import Needed, due_too_late, ring, ring_problems

NAMES = [f"A-{number}" for number in range(6)]
graphs = some.lists(some.tuples(some.sampled_from(NAMES), some.sampled_from(NAMES)), max_size=20)


def waits(edges):
    needs = {}
    for one, other in edges:
        needs.setdefault(one, []).append(other)
    return needs


def reachable(needs, start):
    """Everything one comes to by walking on, worked out the plain way."""
    seen, ahead = set(), [start]
    while ahead:
        at = ahead.pop()
        if at not in seen:
            seen.add(at)
            ahead += needs.get(at, ())
    return seen


def test_an_action_cannot_wait_for_itself():
    assert [one.message for one in ring_problems({}, "ES-01", "ES-01")] == [
        "ES-01 cannot wait for itself. Name another action."
    ]


def test_the_sentence_names_every_action_of_the_ring():
    needs = {"ES-04": ["ES-02"], "ES-02": ["ES-01"]}

    assert [one.message for one in ring_problems(needs, "ES-01", "ES-04")] == [
        "ES-01 cannot wait for ES-04: ES-01 waits for ES-04 waits for ES-02 waits for ES-01, "
        "so none of them could begin. Take one of them out."
    ]


def test_of_two_rings_the_shorter_one_is_named():
    needs = {"B": ["C", "A"], "C": ["A"]}

    assert ring(needs, "A", "B") == ("A", "B", "A")


def test_waiting_for_the_same_action_twice_over_is_no_ring():
    assert ring({"B": ["D"], "C": ["D"]}, "A", "B") == ()


@given(graphs, some.sampled_from(NAMES), some.sampled_from(NAMES))
def test_a_ring_is_found_exactly_when_the_other_leads_back(edges, action, wanted):
    needs = waits(edges)

    found = ring(needs, action, wanted)

    assert bool(found) == (action in reachable(needs, wanted))


@given(graphs, some.sampled_from(NAMES), some.sampled_from(NAMES))
def test_every_step_of_a_ring_is_a_wait_that_was_asked_for(edges, action, wanted):
    needs = waits([*edges, (action, wanted)])

    found = ring(waits(edges), action, wanted)

    assert all(other in needs[one] for one, other in pairwise(found))
    assert not found or (found[0], found[1], found[-1]) == (action, wanted, action)


def test_what_is_due_only_after_the_action_is_pointed_out_unless_it_is_done():
    june, autumn = parse_window("June 2026"), parse_window("September 2026")
    rows = [
        Needed("ES-02", "Late", autumn, done=False),
        Needed("ES-03", "Done", autumn, done=True),
        Needed("ES-04", "In time", parse_window("30 June 2026"), done=False),
        Needed("ES-05", "Undated", None, done=False),
    ]

    assert [one.reference for one in due_too_late(june, rows)] == ["ES-02"]
    assert due_too_late(None, rows) == []
