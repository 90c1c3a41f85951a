"""Where an organisation stands towards a partnership."""

from datetime import date

import pytest

from core.domain.dated import Span
from core.domain.problems import Problem
from partnerships.domain.membership import (
    MEMBERSHIP,
    MembershipPeriod,
    MembershipState,
    state_on,
)

HISTORY = [
    MembershipPeriod(
        "Borough", MembershipState.EXPRESSED_INTEREST, Span(date(2020, 1, 10), date(2022, 4, 4))
    ),
    MembershipPeriod("Borough", MembershipState.PARTICIPATING, Span(first=date(2022, 4, 4))),
    MembershipPeriod("City", MembershipState.POSITION_RESERVED, Span(first=date(2020, 1, 10))),
]


def test_the_six_positions_read_as_people_say_them() -> None:
    assert [state.label for state in MembershipState] == [
        "Invited",
        "Expressed interest",
        "Position reserved",
        "Full member",
        "Not participating",
        "Withdrawn",
    ]


def test_full_membership_needs_a_date_and_a_decision() -> None:
    problems = MEMBERSHIP.problems(
        MembershipState.EXPRESSED_INTEREST, MembershipState.PARTICIPATING, {"effective_from": None}
    )

    assert problems == [
        Problem("effective_from", "required", "Give the day from which this holds."),
        Problem("evidence", "required", "Say which decision of its own made it a full member."),
    ]


def test_leaving_needs_a_reason() -> None:
    problems = MEMBERSHIP.problems(
        MembershipState.PARTICIPATING, MembershipState.WITHDRAWN, {"effective_from": date(2024, 3, 31)}
    )

    assert problems == [Problem("reason", "required", "Say why the organisation is leaving.")]


def test_a_full_member_cannot_drift_back_to_interest() -> None:
    problems = MEMBERSHIP.problems(MembershipState.PARTICIPATING, MembershipState.EXPRESSED_INTEREST, {})

    assert problems == [
        Problem(
            "",
            "transition",
            "This membership stands at full member and cannot move to expressed interest from there. "
            "It can move to withdrawn.",
        )
    ]


@pytest.mark.parametrize("state", list(MembershipState))
def test_every_position_can_be_left_again(state: MembershipState) -> None:
    assert MEMBERSHIP.allowed(state) != ()


def test_on_the_day_of_a_change_the_new_position_counts() -> None:
    borough = HISTORY[:2]

    positions = [state_on(borough, day) for day in (date(2019, 1, 1), date(2022, 4, 3), date(2022, 4, 4))]

    assert positions == [None, MembershipState.EXPRESSED_INTEREST, MembershipState.PARTICIPATING]
