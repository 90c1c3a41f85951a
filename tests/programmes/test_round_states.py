"""Whatever people do in whatever order, no state of a round or an update is skipped and nothing locked moves.

A machine presses every button at random, allowed or not, and keeps its own short account of what should
be; the database has to agree after each step.
"""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.models import StaleEdit
from core.permissions import Role
from programmes import services
from programmes.domain.rounds import ROUND, UPDATE, RoundState, UpdateState
from programmes.models import Draft, Round, Update
from tests.factories.partnerships import PartnershipFactory, ThemeSetFactory, person_with
from tests.factories.programmes import ActionFactory, PlanFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW, TODAY, answered

pytestmark = pytest.mark.django_db
REFUSED = (ValidationError, StaleEdit)
# What one press may do to an update: a step of its life cycle, or two that a service takes as one.
PRESSES = {(one.source, one.target) for one in UPDATE.transitions} | {
    (UpdateState.DRAFT, UpdateState.NOT_STARTED),  # throwing away what was begun
    (UpdateState.SUBMITTED, UpdateState.SUBMITTED),  # taking back and submitting again
}


class Quarter(RuleBasedStateMachine):
    """One round with one update, an officer, a lead and a manager."""

    @initialize(signs_off=st.booleans())
    def begin(self, signs_off):
        """A round that is open; in a small partnership nobody signs off."""
        partnership = PartnershipFactory()
        plan = PlanFactory(
            partnership=partnership, theme_set=ThemeSetFactory(partnership=partnership), signs_off=signs_off
        )
        self.officer, self.lead = (person_with(Role.OFFICER, partnership=partnership) for _ in range(2))
        round = RoundFactory(plan=plan)
        update = UpdateFactory(round=round, action=ActionFactory(plan=plan, lead=self.officer))
        self.round_pk, self.update_pk = round.pk, update.pk
        self.words = 0
        self.note(self.update)

    @property
    def round(self):
        return Round.objects.select_related("plan").get(pk=self.round_pk)

    @property
    def update(self):
        return Update.objects.select_related("round__plan", "action").get(pk=self.update_pk)

    def note(self, row):
        """Remember how things stand before the next press: the update as it is in the record now."""
        self.seen = {name: getattr(row, name) for name in Update.ANSWER}
        self.state, self.reopened = UpdateState(row.state), row.is_reopened
        self.round_state, self.version = RoundState(row.round.state), row.version

    def press(self, do, **given):
        """Do it, or be refused and change nothing."""
        try:
            do(**given)
        except REFUSED:
            self.was_refused = True
        else:
            self.was_refused = False

    @rule(confidence=st.sampled_from(["on_track", "at_risk", "off_track"]))
    def submit(self, confidence):
        self.words += 1
        row = answered(self.update, confidence=confidence, words=f"Answer {self.words}", reason="Late")
        self.press(services.submit_update, update=row, by=self.officer, now=NOW, today=TODAY)

    @rule()
    def submit_the_same_again(self):
        row = self.update
        self.press(services.submit_update, update=row, by=self.officer, now=NOW, today=TODAY)

    @rule()
    def submit_what_was_read_before(self):
        row = answered(self.update, words="Written on an older page")
        row.version -= 1
        if row.version:
            self.press(services.submit_update, update=row, by=self.officer, now=NOW, today=TODAY)

    @rule()
    def save_a_draft(self):
        self.press(services.save_draft, update=self.update, typed={"words": "Half"}, by=self.officer, now=NOW)

    @rule()
    def throw_the_draft_away(self):
        self.press(services.discard_draft, update=self.update, by=self.officer)

    @rule(note=st.sampled_from(["", "Which firms?"]))
    def send_back(self, note):
        self.press(services.return_update, update=self.update, note=note, by=self.lead)

    @rule()
    def two_leads_agree_at_once(self):
        first, second = self.update, self.update
        self.press(services.sign_off_update, update=first, by=self.lead, now=NOW)
        if not self.was_refused:
            with pytest.raises((ValidationError, StaleEdit)):
                services.sign_off_update(update=second, by=self.officer, now=NOW)
            assert self.update.signed_by == self.lead

    @rule()
    def close(self):
        self.press(services.close_round, round=self.round, by=self.lead)

    @rule(reason=st.sampled_from(["", "Half was missing"]))
    def open_again(self, reason):
        due = TODAY + timedelta(days=7)
        self.press(services.reopen_round, round=self.round, due_on=due, reason=reason, by=self.lead)

    @rule()
    def lock(self):
        """Only a closed round locks; one that is open is refused, then closed and locked in two presses."""
        self.press(services.lock_round, round=self.round, by=self.lead, now=NOW)
        if self.was_refused and self.round.state == RoundState.OPEN:
            services.close_round(round=self.round, by=self.lead)
            self.round_state = RoundState.CLOSED
            self.press(services.lock_round, round=self.round, by=self.lead, now=NOW)

    @rule(reason=st.sampled_from(["", "A wrong figure"]))
    def reopen_the_update(self, reason):
        self.press(
            services.reopen_updates,
            round=self.round,
            updates=[self.update],
            reason=reason,
            by=self.lead,
            now=NOW,
        )

    @invariant()
    def every_step_is_one_of_the_life_cycle(self):
        """The account and the record agree; then the account begins again from the record."""
        row = self.update
        state, after = UpdateState(row.state), RoundState(row.round.state)
        if after is not self.round_state:
            assert ROUND.transition(self.round_state, after) is not None
        if state is not self.state:
            assert (self.state, state) in PRESSES
        changed = {name for name in Update.ANSWER if getattr(row, name) != self.seen[name]}
        if changed:
            assert (self.state, state) in PRESSES
            assert state is UpdateState.SUBMITTED
            assert self.round_state is not RoundState.LOCKED or self.reopened
            assert self.round_state is RoundState.OPEN or self.reopened or self.state is UpdateState.RETURNED
        if self.round_state is RoundState.LOCKED and not self.reopened and not row.is_reopened:
            assert row.version == self.version
        assert row.version >= self.version
        assert row.history.filter(version=row.version).count() == 1
        assert (row.signed_by is None) == (state is not UpdateState.SIGNED_OFF)
        assert Draft.objects.filter(update=row).count() <= 1
        self.note(row)
        self.the_action_shows_what_is_in_and_nothing_else(row)

    def the_action_shows_what_is_in_and_nothing_else(self, row):
        """Its stage is the update's while that is in, and "not started" while nobody has answered."""
        shown = row.action
        assert shown.reported_in_id == (row.round_id if row.is_in else None)
        assert shown.confidence == (row.confidence if row.is_in else "")


PRESSED = settings(
    stateful_step_count=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


class TestQuarter(TestCase, Quarter.TestCase):
    """Each run in a transaction of its own."""

    settings = settings(PRESSED, max_examples=10)


@pytest.mark.thorough
class TestManyQuarters(TestCase, Quarter.TestCase):
    """Longer."""

    settings = settings(PRESSED, max_examples=40)
