"""Statements, strategies and groups of bodies: what the rules accept, and what they say when they do not."""

import pytest
from django.core.exceptions import ValidationError

from core.permissions import Role
from partnerships.models import OrganisationKind, Statement
from tests.factories.partnerships import (
    BoardFactory,
    OrganisationFactory,
    PartnershipFactory,
    StatementFactory,
    StrategyFactory,
    person_with,
)

pytestmark = pytest.mark.django_db


def complaints(row):
    """What the rules say about a row, by field."""
    with pytest.raises(ValidationError) as found:
        row.full_clean()
    return found.value.message_dict


def test_an_activity_is_part_of_a_workstream_of_its_own_partnership():
    stream = StatementFactory(kind=Statement.Kind.WORKSTREAM)
    StatementFactory(kind=Statement.Kind.ACTIVITY, partnership=stream.partnership, parent=stream).full_clean()

    foreign = StatementFactory.build(
        kind=Statement.Kind.ACTIVITY, partnership=PartnershipFactory(), parent=stream, order=9
    )

    assert complaints(foreign) == {"parent": ["This statement belongs to another partnership."]}


def test_no_statement_is_part_of_itself_by_whatever_way_round():
    outer = StatementFactory()
    inner = StatementFactory(partnership=outer.partnership, parent=outer)
    outer.parent = inner

    assert complaints(outer) == {"parent": ["A statement cannot be part of itself. Choose another one."]}


def test_a_strategy_is_owned_by_a_board_of_its_own_partnership():
    strategy = StrategyFactory()
    strategy.board = BoardFactory(partnership=strategy.partnership)
    strategy.full_clean()
    strategy.board = BoardFactory()

    assert complaints(strategy) == {"board": ["This board belongs to another partnership."]}


def test_a_body_is_part_of_a_group_and_only_a_group_counts_its_members():
    group = OrganisationFactory(kind=OrganisationKind.GROUP, members_counted=8)
    group.full_clean()
    named = OrganisationFactory(kind=OrganisationKind.DISTRICT, part_of=group)
    named.full_clean()
    other = OrganisationFactory(kind=OrganisationKind.DISTRICT, part_of=named, members_counted=2)

    assert complaints(other) == {
        "members_counted": ["Only a group of bodies has a number of members."],
    }
    other.members_counted = None
    assert complaints(other) == {
        "part_of": [f"{named} is one body, no group of bodies. Choose a group."],
    }


def test_a_body_is_not_part_of_itself():
    group = OrganisationFactory(kind=OrganisationKind.GROUP)
    group.part_of = group

    assert complaints(group) == {"part_of": ["A body cannot be part of itself. Choose another one."]}


def test_the_overview_puts_lines_under_what_they_spell_out_and_says_what_else_a_thing_is_part_of(client):
    ambition = StatementFactory(kind=Statement.Kind.AMBITION, title="A great place", order=1)
    here = ambition.partnership
    StatementFactory(partnership=here, kind=Statement.Kind.AMBITION, title="Proud people", parent=ambition)
    StatementFactory(partnership=here, kind=Statement.Kind.ACTIVITY, title="A symposium", parent=ambition)
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=here))

    page = client.get(here.get_absolute_url())

    shown = [
        (heading, [(one.title, one.lines, one.part_of) for one in ones])
        for heading, ones in page.context["statements"]
    ]
    assert shown == [
        ("Ambition", [("A great place", ("Proud people",), "")]),
        ("Activity", [("A symposium", (), "A great place")]),
    ]
