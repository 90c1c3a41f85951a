"""What is due from whom: my updates, and a round's chase list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.db.models.functions import Coalesce, Greatest

from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import day_words
from core.permissions import Role, Verb
from core.scope import grants_of
from partnerships.models import ClosedDay
from programmes.domain.completeness import Completeness, completeness, completeness_by
from programmes.domain.rounds import RoundState, UpdateState
from programmes.models import Action, Draft, PartnerLink, Plan, Round, Update
from programmes.queries.words import words_by_partnership

NOTHING = Q(pk__in=[])
NOT_OWNED = "No owner"
# The later of the round's day and its own, as `Update.due` has it; Greatest gives none where one is none.
SOONEST = Greatest(Coalesce("due_on", "round__due_on"), Coalesce("round__due_on", "due_on"))
# An archived round, or one of an archived plan, asks nobody and is no part of what was said.
IN_LIVE_ROUNDS = Q(round__archived_at=None, round__plan__archived_at=None)
# Updates of open rounds, those returned, and those reopened by name.
WRITABLE = (
    Q(round__state=RoundState.OPEN)
    | Q(state=UpdateState.RETURNED, round__state=RoundState.CLOSED)
    | Q(reopened_at__isnull=False)
)


@dataclass(frozen=True)
class MyUpdate:
    """One update that somebody has to write. ``before`` is the action's status the quarter before,
    None when it took no part in it; ``draft_saved_at`` that of the person's own draft, and ``is_ready``
    whether they finished with it. ``key`` names it in an address, and ``vocabulary`` is what its partnership
    calls the statuses."""

    pk: int
    action: int
    key: str
    partnership: str
    quarter: Quarter
    reference: str
    title: str
    url: str
    before: Status | None
    status: Status
    state: UpdateState
    due_on: date | None
    is_late: bool
    note: str
    draft_saved_at: datetime | None
    is_ready: bool
    vocabulary: Vocabulary

    @property
    def is_in(self) -> bool:
        """Whether nothing more is due."""
        return self.state.is_in

    @property
    def waits(self) -> bool:
        """Whether there is still something to write."""
        return not (self.is_in or self.is_ready)


@dataclass(frozen=True)
class Chase:
    """A round as its manager chases it: all of it, by organisation, and what is missing."""

    whole: Completeness
    by_owner: Mapping[str, Completeness]
    missing: tuple[tuple[str, str, str, str, str], ...]  # reference, title, owner, lead, state
    unsigned: tuple[tuple[str, str, str], ...]  # reference, title, owner


@dataclass(frozen=True)
class DraftShown:
    """Somebody's unfinished words, for those who may see them."""

    author: str
    saved_at: datetime
    words: str


def mine(user: Any) -> Q:
    """The condition for updates of the actions a person leads, stands in for the lead of, or whose partner
    body owns them; and of those they have begun to write.
    """
    grants = grants_of(user)
    bodies = {grant.organisation for grant in grants if grant.role is Role.PARTNER_OFFICER}
    people = {user.pk, *(grant.acting_for for grant in grants)}
    led = Q(lead__in=people - {None})
    if bodies - {None}:
        led |= Q(owner__in=bodies - {None})
    begun = Draft.objects.filter(author=user).order_by().values("update")
    actions = Action.objects.filter(led).order_by().values("pk")
    # One after the other, not "or": each way has an index, and their or has none.
    led_by_them = Update.objects.filter(action__in=actions).order_by().values("pk")
    return Q(pk__in=led_by_them.union(begun))


def my_updates(user: Any, today: date, *, rows: Any = None) -> list[MyUpdate]:
    """What the person has to write now, over every partnership, soonest first. Five queries at most.

    The updates of open rounds, those returned, and those reopened by name. ``rows`` narrows them, to
    one partnership say.
    """
    writable = (
        (Update.objects.all() if rows is None else rows)
        .live()
        .visible_to(user, Verb.ANSWER)
        .filter(mine(user), action__archived_at=None)
        .filter(WRITABLE, IN_LIVE_ROUNDS)
        .select_related("round", "action__partnership")
        .order_by(SOONEST, "action__partnership__name", "action__reference")
    )
    updates = list(writable)
    begun = Draft.objects.filter(update__in=updates, author=user).order_by()
    drafts = {draft.update_id: draft for draft in begun}
    before = answers_before(updates)
    words = words_by_partnership(update.action.partnership_id for update in updates)
    return [
        _mine(
            update, drafts.get(update.pk), before.get(update.pk), words[update.action.partnership_id], today
        )
        for update in updates
    ]


def _mine(
    update: Update, draft: Draft | None, before: Update | None, vocabulary: Vocabulary, today: date
) -> MyUpdate:
    quarter, reference = update.round.quarter, update.action.reference
    return MyUpdate(
        pk=update.pk,
        action=update.action_id,
        key=f"{update.action.partnership.slug}/{quarter.slug}/{reference}",
        partnership=str(update.action.partnership),
        quarter=quarter,
        reference=reference,
        title=update.action.title,
        url=update.get_absolute_url(),
        before=before.status if before else None,
        status=update.status,
        state=UpdateState(update.state),
        due_on=update.due,
        is_late=not update.is_in and update.due is not None and today > update.due,
        note=update.returned_note if update.state == UpdateState.RETURNED else update.reopened_why,
        draft_saved_at=draft.saved_at if draft else None,
        is_ready=draft is not None and draft.is_ready,
        vocabulary=vocabulary,
    )


def asked_of(link: PartnerLink) -> list[Update]:
    """The updates a link asks its organisation about, while they may be written. One query."""
    rows = (
        Update.objects.live()
        .filter(
            round__plan=link.plan_id,
            action__owner=link.organisation_id,
            action__archived_at=None,
        )
        .filter(WRITABLE, IN_LIVE_ROUNDS)
    )
    return list(rows.select_related("round__plan", "action__partnership").order_by("action__reference"))


def next_of_mine(tasks: Sequence[MyUpdate], after: int) -> MyUpdate | None:
    """The next of a person's updates with something to write: below the update ``after``, else the first."""
    place = next((number for number, task in enumerate(tasks) if task.pk == after), -1)
    return next(
        (task for task in (*tasks[place + 1 :], *tasks[: place + 1]) if task.waits and task.pk != after), None
    )


def ready_drafts(user: Any) -> list[Draft]:
    """What the person has finished and not submitted, in the order of their list. Two queries at most."""
    rows = Draft.objects.filter(author=user, is_ready=True).select_related(
        "update__round__plan__partnership", "update__action__partnership__status_words"
    )
    order = ("update__round__due_on", "update__action__partnership__name", "update__action__reference")
    may = Update.objects.visible_to(user, Verb.ANSWER).live()
    return list(rows.filter(update__in=may).order_by(*order))


def answer_before(update: Update) -> Update | None:
    """The action's update of the quarter before, when it was in. One query."""
    before = update.round.quarter.previous()
    answer: Update | None = (
        Update.objects.live()
        .filter(action=update.action_id, round__year=before.year.start, round__quarter_number=before.number)
        .filter(round__archived_at=None)
        .select_related("round")
        .first()
    )
    if answer is None or not answer.is_in:
        return None
    answer.action = update.action
    return answer


def drafts_shown(update: Update, viewer: Any) -> list[DraftShown]:
    """Other people's drafts that the viewer may read: only the action's leads may. One or two queries."""
    leads = update.action.lead_id, *update.action.theme.leads.live().values_list("user", flat=True)
    if viewer.pk not in leads:
        return []
    rows = update.drafts.exclude(author=viewer).select_related("author")
    return [DraftShown(str(row.author), row.saved_at, str(row.typed.get("words", ""))) for row in rows]


def chase_list(chased: Round) -> Chase:
    """How much of a round is in, by organisation, and what is missing or unsigned. One query.

    Shows states, never words: a draft is known to exist and is not read.
    """
    rows = list(
        chased.updates.live()
        .filter(action__archived_at=None)
        .order_by("action__owner__name", "action__reference")
        .values_list(
            "action__reference",
            "action__title",
            "action__owner__name",
            "action__lead__name",
            "state",
            "due_on",
        )
    )
    states = [(owner or NOT_OWNED, UpdateState(state)) for _, _, owner, _, state, _ in rows]
    return Chase(
        whole=completeness(state for _, state in states),
        by_owner=completeness_by(states),
        missing=tuple(
            (reference, title, owner or NOT_OWNED, lead or "Vacant", _state_words(state, own, chased.due_on))
            for reference, title, owner, lead, state, own in rows
            if not UpdateState(state).is_in
        ),
        unsigned=tuple(
            (reference, title, owner or NOT_OWNED)
            for reference, title, owner, _, state, _ in rows
            if state == UpdateState.SUBMITTED
        ),
    )


def _state_words(state: str, own_due: date | None, due: date | None) -> str:
    """An update's state, with its own day where it has more time than its round."""
    label = UpdateState(state).label
    if own_due is None or (due is not None and own_due <= due):
        return label
    return f"{label}, until {day_words(own_due)}"


def answers_before(updates: Iterable[Update]) -> dict[int, Update]:
    """For each update that of the same action the quarter before, where it took part."""
    by_place = {(update.action_id, update.round.quarter.previous()): update.pk for update in updates}
    quarters = {quarter for _, quarter in by_place}
    in_quarters = (
        Q(round__year=quarter.year.start, round__quarter_number=quarter.number) for quarter in quarters
    )
    rows = (
        Update.objects.live()
        .filter(reduce(or_, in_quarters, NOTHING), action__in={action for action, _ in by_place})
        .filter(round__archived_at=None)
        .exclude(round__state=RoundState.PLANNED)
        .select_related("round")
        .order_by()
    )
    places = {(row.action_id, row.round.quarter): row for row in rows}
    return {pk: places[place] for place, pk in by_place.items() if place in places}


def next_quarter(plan: Plan, today: date) -> Quarter:
    """The quarter whose round comes next: after the newest one, else the quarter that ended last."""
    newest = plan.rounds.live().exclude(state=RoundState.PLANNED).order_by("-year", "-quarter_number").first()
    if newest is None:
        return Quarter.of(today).previous()
    return Quarter(FinancialYear(newest.year), newest.quarter_number).next()


def closures(plan: Plan) -> frozenset[date]:
    """The days on which the partnership's host keeps its offices shut. One query."""
    hosts = plan.partnership.hosts.live().values("organisation")
    return frozenset(ClosedDay.objects.live().filter(organisation__in=hosts).values_list("day", flat=True))
