"""Who has to be reminded today, and of what: one letter for each person, over all partnerships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.models import Dated, User
from core.permissions import Role
from partnerships.models import Grant, Lead
from programmes.domain.chasing import Occasion, occasion_on
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Draft, Reminder, Round, Update
from programmes.queries.words import words_by_partnership
from programmes.queries.work import SOONEST, answers_before, closures

Due = tuple[int, date]  # a round by its id, and the day on which some of its updates are due


@dataclass(frozen=True)
class Asked:
    """One update that is missing, as a letter names it. ``before`` is last quarter's status in words."""

    partnership: str
    quarter: str
    reference: str
    title: str
    before: str
    state: str
    due_on: date


@dataclass(frozen=True)
class Digest:
    """One person's letter. ``to`` are those who stand in while they are away, else they themselves.

    ``copies`` go to leads of what is late. ``occasions`` are the
    rounds it is sent for, each with its due date.
    """

    person: User
    to: tuple[User, ...]
    copies: tuple[User, ...]
    updates: tuple[Asked, ...]
    occasions: tuple[tuple[Round, Occasion, date], ...]

    @property
    def due_on(self) -> date:
        """The earliest due date in it."""
        return min(update.due_on for update in self.updates)

    @property
    def is_in_place(self) -> bool:
        """Whether it goes to somebody else, because the person is away."""
        return self.person not in self.to


@dataclass(frozen=True)
class Chasing:
    """The letters of a day, and the updates for which nobody can be asked.

    ``had`` are the people who are missing something and had a letter that day already.
    """

    digests: tuple[Digest, ...]
    nobody: tuple[str, ...]
    had: tuple[User, ...] = ()


@dataclass(frozen=True)
class _Day:
    """What a day's letters are made from, asked once for all of them."""

    rounds: dict[int, Round]
    occasions: dict[Due, tuple[Occasion, date] | None]
    sent: set[tuple[Any, ...]]
    covers: dict[int, tuple[User, ...]]
    leads: dict[int, list[User]]
    asked: dict[int, Asked]

    def digest(self, person: User, updates: list[Update]) -> Digest | None:
        """One person's letter; None when every round that calls for one has had it."""
        fresh = tuple(self._fresh(person, sorted({_when(update) for update in updates})))
        if not fresh:
            return None
        late = {(row.pk, due) for row, occasion, due in fresh if occasion is Occasion.LATE}
        to = self.covers.get(person.pk, (person,))
        themes = {update.action.theme_id for update in updates if _when(update) in late}
        copies = {lead for theme in themes for lead in self.leads.get(theme, ())} - {person, *to}
        in_order = tuple(sorted(copies, key=lambda lead: lead.email))
        return Digest(person, to, in_order, tuple(self.asked[update.pk] for update in updates), fresh)

    def _fresh(self, person: User, dues: Iterable[Due]) -> Iterator[tuple[Round, Occasion, date]]:
        called: set[tuple[int, Occasion, date]] = set()
        for due in dues:
            if (about := self.occasions[due]) is None:
                continue
            occasion, day = about
            if (due[0], person.pk, occasion, day) in self.sent or (due[0], occasion, day) in called:
                continue
            called.add((due[0], occasion, day))
            yield self.rounds[due[0]], occasion, day


def chasing_on(today: date) -> Chasing:
    """What has to be sent on a day. A round whose updates are all in asks nobody.

    Who had a letter by hand that day is left to the next. About ten queries, and one for each open
    round's closed days.
    """
    rounds = {open_round.pk: open_round for open_round in _open_rounds()}
    missing = _missing(rounds)
    shut = {pk: closures(open_round.plan) for pk, open_round in rounds.items()}
    occasions: dict[Due, tuple[Occasion, date] | None] = {}
    for due in {_when(update) for update in missing}:
        occasion = occasion_on(today, rounds[due[0]].opens_on, due[1], shut[due[0]])
        occasions[due] = (occasion, due[1]) if occasion else None
    by_hand = Reminder.objects.filter(occasion=Occasion.ASKED, due_on=today)
    had = set(by_hand.values_list("person", flat=True))
    return _chasing(rounds, missing, occasions, had, today)


def chasing_by_hand(row: Round, today: date) -> Chasing:
    """The letters that can be sent about one open round at once, to people who had none that day.

    A round without a due date has none. About ten queries.
    """
    rounds = {open_round.pk: open_round for open_round in _open_rounds() if open_round.pk == row.pk}
    missing = _missing(rounds)
    occasions = {_when(update): (Occasion.ASKED, today) for update in missing}
    had = set(Reminder.objects.filter(sent_at__date=today).values_list("person", flat=True))
    return _chasing(rounds, missing, {**occasions}, had, today)


def _chasing(
    rounds: dict[int, Round],
    missing: list[Update],
    occasions: dict[Due, tuple[Occasion, date] | None],
    had: set[int],
    today: date,
) -> Chasing:
    writers = _writers(missing, today)
    by_person: dict[User, list[Update]] = {}
    for update in missing:
        for person in writers[update.pk]:
            by_person.setdefault(person, []).append(update)
    reminders = Reminder.objects.filter(round__in=rounds)
    day = _Day(
        rounds=rounds,
        occasions=occasions,
        sent=set(reminders.values_list("round", "person", "occasion", "due_on")),
        covers=_covers(by_person, today),
        leads=_leads(missing, today),
        asked=_asked(missing),
    )
    people = sorted(by_person, key=lambda person: person.email)
    letters = (day.digest(person, by_person[person]) for person in people if person.pk not in had)
    nobody = (str(update) for update in missing if not writers[update.pk] and occasions[_when(update)])
    return Chasing(
        tuple(filter(None, letters)), tuple(nobody), tuple(person for person in people if person.pk in had)
    )


def _open_rounds() -> list[Round]:
    rows = Round.objects.live().filter(state=RoundState.OPEN, due_on__isnull=False)
    return list(rows.filter(plan__archived_at=None).select_related("plan__partnership"))


def _when(update: Update) -> Due:
    """The round an update is asked in, and the day it is due."""
    due = update.due
    assert due is not None  # only rounds with a due date are asked for
    return update.round_id, due


def _missing(rounds: Iterable[int]) -> list[Update]:
    received = (UpdateState.SUBMITTED, UpdateState.SIGNED_OFF)
    rows = (
        Update.objects.live().filter(round__in=rounds, action__archived_at=None).exclude(state__in=received)
    )
    return list(
        rows.select_related("round", "action__partnership", "action__lead").order_by(
            SOONEST, "action__partnership__name", "action__reference"
        )
    )


def _writers(missing: Iterable[Update], today: date) -> dict[int, list[User]]:
    """Who writes each update: the action's lead, else the owner body's partner officers."""
    bodies = {update.action.owner_id for update in missing if update.action.lead is None}
    officers: dict[Any, list[User]] = {}
    grants = Grant.objects.live().filter(
        Dated.on(today), role=Role.PARTNER_OFFICER, organisation__in=bodies, acting_for=None
    )
    for grant in grants.select_related("user"):
        officers.setdefault(grant.organisation_id, []).append(grant.user)
    writers_of = {}
    for update in missing:
        lead = update.action.lead
        writers = [lead] if lead else officers.get(update.action.owner_id, [])
        writers_of[update.pk] = [person for person in writers if person.is_active]
    return writers_of


def _covers(people: Iterable[User], today: date) -> dict[int, tuple[User, ...]]:
    """Who stands in today, by the person who is away."""
    grants = Grant.objects.live().filter(Dated.on(today), acting_for__in=list(people), user__is_active=True)
    covers: dict[int, dict[int, User]] = {}
    for grant in grants.select_related("user").order_by("user__email"):
        covers.setdefault(grant.acting_for_id, {})[grant.user_id] = grant.user
    return {away: tuple(standing.values()) for away, standing in covers.items()}


def _leads(missing: Iterable[Update], today: date) -> dict[int, list[User]]:
    rows = Lead.objects.live().filter(
        Dated.on(today), theme__in={update.action.theme_id for update in missing}
    )
    leads: dict[int, list[User]] = {}
    for row in rows.filter(user__is_active=True).select_related("user"):
        leads.setdefault(row.theme_id, []).append(row.user)
    return leads


def _asked(missing: list[Update]) -> dict[int, Asked]:
    before = answers_before(missing)
    words = words_by_partnership(update.action.partnership_id for update in missing)
    ready = set(Draft.objects.filter(update__in=missing, is_ready=True).values_list("update", flat=True))
    return {
        update.pk: Asked(
            partnership=str(update.action.partnership),
            quarter=update.round.quarter.label,
            reference=update.action.reference,
            title=update.action.title,
            before=words[update.action.partnership_id].word(before[update.pk].status)
            if update.pk in before
            else "New",
            state="Ready, not submitted" if update.pk in ready else UpdateState(update.state).label,
            due_on=_when(update)[1],
        )
        for update in missing
    }
