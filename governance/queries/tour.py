"""Reads: the four stops of the demonstration's tour, found in whatever a visitor has made of it by now."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse

from core.permissions import Role
from governance.models import Publication, Report
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange, Draft


@dataclass(frozen=True)
class Stop:
    """One thing to see: what it shows in a sentence, and where. ``url`` is empty once it is used up.

    ``role`` is who can open it; None for everybody, signed in or not.
    """

    heading: str
    sentence: str
    label: str
    url: str
    role: Role | None = None


def stops(officer_email: str) -> list[Stop]:
    """An edit and its history, a refused overwrite, a figure a paper got wrong, the PDF. Four queries."""
    return [_history(), _overwrite(officer_email), _wrong_figure(), _pdf()]


def _history() -> Stop:
    moved = (
        DateChange.objects.filter(action__partnership__invented=True, state=DateMoveState.REFUSED)
        .select_related("action__partnership")
        .first()
    )
    url = ""
    if moved:
        place = moved.action.partnership.slug, moved.action.reference
        url = reverse("programmes:action_history", args=place)
    return Stop(
        "An edit and its history",
        "An action that slipped and came back, over seven quarters: every change says who made it, when and "
        "why, field by field, and each version can come back.",
        "Read the history of an action",
        url,
        Role.CHIEF_EXECUTIVE,
    )


def _overwrite(officer_email: str) -> Stop:
    draft = (
        Draft.objects.filter(author__email=officer_email, version__lt=F("update__version"))
        .select_related("update__round", "update__action__partnership")
        .first()
    )
    sentence = (
        "The officer is writing an update that a colleague has saved meanwhile: press Save and submit, and "
        "nothing is overwritten; what both changed is asked about, side by side."
    )
    if draft is None:
        sentence = "The two versions of the officer's update have been settled here, so this stop is done."
    return Stop(
        "A refused overwrite",
        sentence,
        "Open the officer's draft",
        draft.update.get_absolute_url() if draft else "",
        Role.OFFICER,
    )


def _wrong_figure() -> Stop:
    paper = (
        Report.objects.filter(kind=Report.Kind.AS_PRINTED, partnership__slug="vision-derbyshire")
        .select_related("partnership")
        .first()
    )
    return Stop(
        "A figure the paper got wrong",
        "A joint committee's paper of July 2023 prints £375,747 for a cost of £357,747: both figures and "
        "every other disagreement stand beside the paragraphs they are in.",
        "Read the paper with what disagrees in it",
        f"{paper.get_absolute_url()}#p4-25" if paper else "",
        Role.COMMITTEE_SECRETARY,
    )


def _pdf() -> Stop:
    issued = (
        Publication.objects.filter(report__partnership__invented=True, is_public=True, number__gt=1)
        .select_related("report__partnership")
        .order_by("-issued_at")
        .first()
    )
    url = ""
    if issued:
        place = issued.report.partnership.slug, issued.report.reference, issued.number
        url = reverse("governance:public_version_pdf", args=place)
    return Stop(
        "The PDF",
        "A committee paper as it was issued, tagged for screen readers: its tables came from the record and "
        "were frozen with it, and a correction is a second version with a public note.",
        "Download the corrected paper",
        url,
    )
