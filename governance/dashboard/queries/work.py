"""Reads: what is waiting for one person, over everything they reach."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.urls import reverse

from core.history import KINDS
from core.models import AuditedModel
from core.permissions import Role, Verb
from core.scope import grants_of
from governance.models import Decision, Report, Risk
from partnerships.models import Partnership
from programmes.domain.rounds import RoundState
from programmes.models import Action, Round

RECENT = 10  # lines shown
READ = 30  # versions read of each kind, because one thing may have been saved several times
REVIEW_AHEAD = datetime.timedelta(days=30)
LEADERS = frozenset({Role.CHIEF_EXECUTIVE})


@dataclass(frozen=True)
class ReachedPartnership:
    """A partnership the person reaches."""

    pk: int
    slug: str
    name: str
    invented: bool = False


@dataclass(frozen=True)
class Recent:
    """One saved change of something with a page. ``who`` is "" for the system itself."""

    when: datetime.datetime
    who: str
    kind: str
    noun: str
    reference: str
    title: str
    url: str


@dataclass(frozen=True)
class OwnReport:
    """A report that is being written, and that the person may write."""

    reference: str
    title: str
    board: str
    url: str


@dataclass(frozen=True)
class OwnRisk:
    """A risk the person keeps up to date, whose review is near or late."""

    reference: str
    title: str
    review_on: datetime.date
    url: str


def only_reads(user: Any) -> bool:
    """Whether the person is here to read: a chief executive, and nothing else."""
    roles = {grant.role for grant in grants_of(user)}
    return bool(roles) and roles <= LEADERS


def places(user: Any) -> list[ReachedPartnership]:
    """The partnerships the person reaches, by name. One query."""
    rows = Partnership.objects.live().visible_to(user).order_by("name")
    return [ReachedPartnership(*row) for row in rows.values_list("pk", "slug", "name", "invented")]


def next_opening(reached: Sequence[ReachedPartnership], today: datetime.date) -> tuple[Round, str] | None:
    """The next round to open, with its partnership's name; None when none is planned. One query."""
    round_ = (
        Round.objects.live()
        .filter(
            plan__partnership__in=[partnership.pk for partnership in reached],
            state=RoundState.PLANNED,
            opens_on__gte=today,
        )
        .select_related("plan__partnership")
        .order_by("opens_on", "pk")
        .first()
    )
    return (round_, str(round_.plan.partnership)) if round_ else None


def own_reports(user: Any) -> list[OwnReport]:
    """The drafts the person may write, newest first. One query."""
    rows = (
        Report.objects.live()
        .visible_to(user, Verb.CHANGE)
        .filter(state=Report.State.DRAFT)
        .exclude(kind=Report.Kind.AS_PRINTED)
        .order_by("-pk")
        .values_list("reference", "title", "board__name", "partnership__slug")
    )
    return [
        OwnReport(reference, title, board, reverse("governance:report", args=[slug, reference]))
        for reference, title, board, slug in rows
    ]


def own_risks(user: Any, today: datetime.date) -> list[OwnRisk]:
    """The open risks the person leads whose review is due within thirty days, or was. One query."""
    rows = (
        Risk.objects.live()
        .visible_to(user)
        .filter(lead=user, state=Risk.State.OPEN, review_on__lte=today + REVIEW_AHEAD)
        .order_by("review_on", "reference")
        .values_list("reference", "title", "review_on", "partnership__slug")
    )
    return [
        OwnRisk(reference, title, review_on, reverse("governance:risk", args=[slug, reference]))
        for reference, title, review_on, slug in rows
    ]


# What people name by a reference and look for when they ask what is new.
FOLLOWED: tuple[tuple[type[AuditedModel], str], ...] = (
    (Action, "programmes:action"),
    (Risk, "governance:risk"),
    (Decision, "governance:decision"),
    (Report, "governance:report"),
)


def recent(reached: Sequence[ReachedPartnership]) -> list[Recent]:
    """What changed last in the partnerships reached, each thing once, newest first. One query.

    The newest rows of each history are found by their key before they are put together: sorting
    a history of years by its dates would read all of it for ten lines.
    """
    if not reached:
        return []
    slugs = {partnership.pk: partnership.slug for partnership in reached}
    parts = [_newest(model, list(slugs)) for model, _ in FOLLOWED]
    rows = reduce(lambda rows, other: rows.union(other, all=True), parts)
    nouns = {model._meta.model_name: (str(model._meta.verbose_name), name) for model, name in FOLLOWED}
    newest: dict[str, Recent] = {}
    # Two versions saved in the same moment are told apart by the order they were written in.
    for when, _, kind, pk, reference, title, who, change in sorted(
        rows, key=lambda row: row[:2], reverse=True
    ):
        noun, address = nouns[kind]
        url = reverse(address, args=[slugs[pk], reference])
        newest.setdefault(url, Recent(when, who or "", KINDS[change], noun, reference, title, url))
    return list(newest.values())[:RECENT]


def _newest(model: Any, reached: list[int]) -> QuerySet[Any, Any]:
    history = model.history.model.objects
    last = history.filter(partnership__in=reached).order_by("-history_id").values("history_id")[:READ]
    rows: QuerySet[Any, Any] = (
        history.filter(history_id__in=last)
        .order_by()
        .values_list(
            "history_date",
            "history_id",
            Value(model._meta.model_name, CharField()),
            "partnership",
            "reference",
            "title",
            "history_user__name",
            "history_type",
        )
    )
    return rows
