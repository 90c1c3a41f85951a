"""What three answers of a partner body make of an update."""

from datetime import date

import pytest

from core.domain.status import Status
from core.domain.vocabulary import HOUSE
from programmes.domain.partner import GOING_HINTS, needs_more, partner_facts
from programmes.domain.updates import update_problems

TODAY = date(2026, 7, 6)


@pytest.mark.parametrize("going", [one for one in GOING_HINTS if not needs_more(one)])
def test_three_answers_are_enough_for_what_goes_as_it_should_or_may_recover(going):
    assert update_problems(partner_facts(going, "Forty firms have signed.", ""), TODAY, HOUSE) == []


@pytest.mark.parametrize(
    ("going", "fields"),
    [(Status.OFF_TRACK, ["recovery", "recovery_owner", "recovery_on"]), (Status.COMPLETE, ["actual_on"])],
)
def test_what_only_somebody_who_asks_on_can_complete(going, fields):
    problems = update_problems(partner_facts(going, "Late", "We need the county's panel."), TODAY, HOUSE)

    assert needs_more(going) is True
    assert [one.field for one in problems] == fields


def test_the_third_answer_explains_what_is_at_risk_and_the_second_where_there_is_none():
    assert partner_facts(Status.AT_RISK, "Late", "We need a panel.").reason == "We need a panel."
    assert partner_facts(Status.AT_RISK, "Late", " ").reason == "Late"
    assert partner_facts(Status.ON_TRACK, "Going well", "A room").reason == ""


def test_silence_is_no_answer():
    assert set(Status) - set(GOING_HINTS) == {Status.NO_UPDATE}
