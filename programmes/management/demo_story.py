"""The invented example's year, told through the services the screens use, laid out backwards from today.

The story was written for one quarter and is moved by whole quarters, so that it never goes stale: three
quarters are locked and the last one is open, with its due date ahead. What happened on a day is recorded
on that day; nothing is recorded for a day still to come.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from core import seeding, services
from core.change import change
from core.domain.calendar import add_working_days
from core.domain.periods import Quarter
from core.domain.shift import quarters_between, shift_day, shift_window
from core.domain.windows import DateWindow, parse_window
from core.models import User
from core.permissions import Role
from partnerships.models import Board, Lead
from programmes import services as programmes
from programmes.domain.rounds import RoundDates, round_dates
from programmes.models import Action, Milestone, Plan, Round, Update

STORY = seeding.ROOT / "stories" / "northshire.json"
PLAIN = ("stage", "confidence", "words", "reason", "recovery", "recovery_owner", "help_wanted")
DUE_IN, SIGN_OFF_IN, LOCK_IN = 5, 8, 10  # working days from today, where the usual days are over


@dataclass(frozen=True)
class Event:
    """Something somebody did on a day. ``what`` is called with the day and the moment."""

    day: date
    what: Callable[[date, datetime], object]


def play(today: date) -> None:
    """Tell the whole story, day by day."""
    story = Story(json.loads(STORY.read_text(encoding="utf-8")), today)
    told: dict[date, int] = {}
    for event in sorted(story.events(), key=lambda event: event.day):
        told[event.day] = told.get(event.day, 0) + 1
        moment = seeding.moment_of(event.day) + timedelta(minutes=told[event.day])
        with change(moment=moment):
            event.what(event.day, moment)


class Story:
    """One partnership's story, with every date moved to where today is."""

    def __init__(self, told: dict[str, Any], today: date) -> None:
        self.told, self.today = told, today
        self.moved = quarters_between(Quarter.parse(told["written_in"]), Quarter.of(today))
        self.plan = Plan.objects.get(partnership__slug=told["partnership"], reference=told["plan"])
        self.board = Board.objects.get(partnership=self.plan.partnership, reference=told["board"])
        self.manager = seeding.person(Role.PROGRAMME_MANAGER)

    def events(self) -> Iterator[Event]:
        """Everything that happened, in the order it was written down."""
        yield Event(self.plan.starts_on or self.today, lambda day, moment: self.name_leads())
        *closed, last = self.told["rounds"]
        for told in closed:
            yield from self.closed_round(told)
        for reference, number, done in self.told["milestones_done"]:
            yield self.milestone_done(reference, number, self.day(done))
        for move in self.told["moves"]:
            yield from self.move(move)
        for shown in self.told["evidence"]:
            yield self.evidence(shown)
        yield from self.open_round(last)

    # --- Finding things ---------------------------------------------------------------------

    def day(self, written: str) -> date:
        """A day as written, where it lies now."""
        return shift_day(date.fromisoformat(written), self.moved)

    def window(self, written: str) -> DateWindow:
        """A date in words, where it lies now."""
        return shift_window(parse_window(written), self.moved)

    def quarter(self, written: str) -> Quarter:
        """A quarter as written, where it lies now."""
        return Quarter.of(shift_day(Quarter.parse(written).first_day, self.moved))

    def action(self, reference: str) -> Action:
        """An action as it is now."""
        return Action.objects.select_related("theme").get(
            partnership=self.plan.partnership, reference=reference
        )

    def reporter(self, reference: str) -> User:
        """Who reports on an action: its lead, else the programme manager."""
        role = self.told["leads"].get(reference)
        return seeding.person(Role(role)) if role else self.manager

    def signer(self, reference: str) -> User:
        """Who signs an action's updates off: its theme's lead, else the programme manager."""
        role = self.told["theme_leads"].get(reference.partition("-")[0])
        return seeding.person(Role(role)) if role else self.manager

    # --- Telling ----------------------------------------------------------------------------

    def name_leads(self) -> None:
        """Give actions and themes the people who lead them."""
        for reference in self.told["leads"]:
            action = self.action(reference)
            action.lead = self.reporter(reference)
            services.save_row(action, by=self.manager, reason="Leads named when the plan was agreed.")
        for theme, role in self.told["theme_leads"].items():
            lead = Lead.objects.get(
                theme__partnership=self.plan.partnership, theme__reference=theme, kind=Lead.Kind.OFFICER
            )
            lead.user = seeding.person(Role(role))
            services.save_row(lead, by=self.manager, reason="Leads named when the plan was agreed.")

    def closed_round(self, told: dict[str, Any]) -> Iterator[Event]:
        """A round opened, answered, signed off, closed and locked on its own days."""
        quarter = self.quarter(told["quarter"])
        dates = round_dates(quarter)
        yield Event(dates.opens, lambda day, moment: self.open(quarter, day, None))
        for number, (reference, answer) in enumerate(told["updates"].items()):
            answered = add_working_days(dates.opens, 1 + number % 8)
            yield Event(answered, self.answering(quarter, reference, answer))
            yield Event(dates.sign_off, self.signing(quarter, reference))
        yield Event(
            dates.sign_off,
            lambda day, moment: programmes.close_round(round=self.round(quarter), by=self.manager),
        )
        yield Event(
            dates.lock,
            lambda day, moment: programmes.lock_round(round=self.round(quarter), by=self.manager, now=moment),
        )

    def open_round(self, told: dict[str, Any]) -> Iterator[Event]:
        """The last round: open today, its due date still to come, some answers in and some not."""
        quarter = self.quarter(told["quarter"])
        dates = self.open_dates(quarter)
        yield Event(dates.opens, lambda day, moment: self.open(quarter, day, dates))
        for number, (reference, answer) in enumerate(told["updates"].items()):
            day = self.not_ahead(add_working_days(dates.opens, 1 + number), dates.opens)
            yield Event(day, self.answering(quarter, reference, answer))
            if answer.get("signed_off"):
                yield Event(day, self.signing(quarter, reference))
            if "returned" in answer:
                yield Event(day, self.returning(quarter, reference, answer["returned"]))

    def open_dates(self, quarter: Quarter) -> RoundDates:
        """The round's usual days, its deadlines moved ahead of today where they are over."""
        usual = round_dates(quarter)
        due = max(usual.due, add_working_days(self.today, DUE_IN))
        sign_off = max(usual.sign_off, add_working_days(self.today, SIGN_OFF_IN))
        lock = max(usual.lock, add_working_days(self.today, LOCK_IN))
        return RoundDates(min(usual.opens, self.today), due, sign_off, lock)

    def not_ahead(self, day: date, opens: date) -> date:
        """The day, or the last one that is over; the opening day when nothing has passed since."""
        return min(day, max(opens, self.today - timedelta(days=1)))

    def open(self, quarter: Quarter, day: date, dates: RoundDates | None) -> None:
        """Open a round; its actions are asked."""
        programmes.open_round(plan=self.plan, quarter=quarter, by=self.manager, today=day, dates=dates)

    def round(self, quarter: Quarter) -> Round:
        """A round as it is now."""
        return Round.objects.get(plan=self.plan, year=quarter.year.start, quarter_number=quarter.number)

    def update(self, quarter: Quarter, reference: str) -> Update:
        """An action's update in a round, as it is now."""
        return Update.objects.select_related("round__plan", "action").get(
            round=self.round(quarter), action__reference=reference
        )

    def answering(
        self, quarter: Quarter, reference: str, answer: dict[str, Any]
    ) -> Callable[[date, datetime], object]:
        """Somebody submits an answer, or saves a draft of one."""

        def act(day: date, moment: datetime) -> None:
            update, by = self.update(quarter, reference), self.reporter(reference)
            if "draft" in answer:
                programmes.save_draft(update=update, typed=answer["draft"], by=by, now=moment)
                return
            for name in PLAIN:
                setattr(update, name, answer.get(name, ""))
            update.actual_on = self.day(answer["actual_on"]) if "actual_on" in answer else None
            update.recovery_on = self.day(answer["recovery_on"]) if "recovery_on" in answer else None
            update.forecast = self.window(answer["forecast"]) if "forecast" in answer else None
            programmes.submit_update(update=update, by=by, now=moment, today=day)

        return act

    def signing(self, quarter: Quarter, reference: str) -> Callable[[date, datetime], object]:
        """A lead agrees an answer."""
        return lambda day, moment: programmes.sign_off_update(
            update=self.update(quarter, reference), by=self.signer(reference), now=moment
        )

    def returning(self, quarter: Quarter, reference: str, note: str) -> Callable[[date, datetime], object]:
        """A lead sends an answer back."""
        return lambda day, moment: programmes.return_update(
            update=self.update(quarter, reference), note=note, by=self.signer(reference)
        )

    def milestone_done(self, reference: str, number: int, done: date) -> Event:
        """A milestone is reached, and said so the same day."""
        return Event(
            done,
            lambda day, moment: programmes.complete_milestone(
                milestone=Milestone.objects.get(action=self.action(reference), number=number),
                actual_on=done,
                by=self.reporter(reference),
                today=day,
            ),
        )

    def move(self, told: dict[str, Any]) -> Iterator[Event]:
        """A date is moved; where it leaves its quarter the board may have approved that."""
        moves: list[Any] = []

        def ask(day: date, moment: datetime) -> None:
            action = self.action(told["action"])
            dated: Any = action
            if "milestone" in told:
                dated = Milestone.objects.get(action=action, number=told["milestone"])
            by, window = self.reporter(told["action"]), self.window(told["to"])
            moves.append(
                programmes.move_date(dated=dated, window=window, reason=told["why"], by=by, today=day)
            )

        yield Event(self.day(told["on"]), ask)
        if "approved_on" in told:
            approved = self.day(told["approved_on"])
            yield Event(
                approved,
                lambda day, moment: programmes.approve_move(
                    move=moves[0],
                    board=self.board,
                    decided_on=approved,
                    by=self.manager,
                    today=day,
                    minute=told["minute"],
                ),
            )

    def evidence(self, told: dict[str, Any]) -> Event:
        """A link that shows what an action says."""
        return Event(
            self.day(told["on"]),
            lambda day, moment: programmes.add_evidence(
                action=self.action(told["action"]),
                title=told["title"],
                link=told["link"],
                by=self.reporter(told["action"]),
                moment=moment,
            ),
        )
