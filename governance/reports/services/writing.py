"""Writes: reports and what stands in them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from core import blocks
from core.change import change
from core.services import archive, next_reference, save_row
from governance.models import HeadRow, HouseStyle, Meeting, Paragraph, Report, Section
from governance.reports.domain.document import ParagraphKind
from governance.reports.domain.markup import Token
from governance.reports.domain.places import between, spread
from partnerships.models import Board, Partnership
from programmes.models import Round

WHERE_A_FIGURE_GOES = "[[]]"
RISK_TABLE = "governance.risk_table"


# --- A new report -----------------------------------------------------------------------------------------


@transaction.atomic
def add_report(
    *,
    by: Any,
    today: datetime.date,
    partnership: Partnership,
    board: Board,
    title: str,
    house_style: HouseStyle,
    held_on: datetime.date | None = None,
    round: Round | None = None,
    copy_of: Report | None = None,
    reason: str = "",
) -> Report:
    """A new draft with the next reference of its board and year, "JC-2026-014".

    With ``copy_of`` it takes over that report's head rows, sections, sub-headings and recommendations, the
    last as copies somebody has to confirm; never its words or figures. Without it, the sections of the house
    style. Raises ValidationError.
    """
    year = (held_on or today).year
    with change(by=by, reason=reason or (f"Structure of {copy_of.reference}." if copy_of else "")):
        report = Report(
            partnership=partnership,
            reference=_next_reference(partnership, f"{board.reference}-{year}"),
            board=board,
            meeting=meeting_on(board, held_on, by=by),
            house_style=house_style,
            title=title,
            based_on=copy_of,
            round=round,
        )
        save_row(report, by=by)
        if copy_of is not None:
            _copy_structure(copy_of, report, by=by)
        else:
            _lay_out(report, by=by)
    return report


def _next_reference(partnership: Partnership, prefix: str) -> str:
    reference = next_reference(partnership.slug, prefix, width=3)
    # Rows that came from a file did not pass the counter.
    while Report.objects.filter(partnership=partnership, reference=reference).exists():
        reference = next_reference(partnership.slug, prefix, width=3)
    return reference


def _copy_structure(old: Report, new: Report, *, by: Any) -> None:
    for row in old.head_rows.live().order_by("order"):
        save_row(HeadRow(report=new, order=row.order, label=row.label), by=by)
    for section in old.sections.live().order_by("order"):
        copy = Section(
            report=new, order=section.order, key=section.key, heading=section.heading, kind=section.kind
        )
        save_row(copy, by=by)
        _draw_risks(copy, by=by)
        kept = section.paragraphs.live().filter(
            kind__in=[ParagraphKind.SUBHEADING, ParagraphKind.RECOMMENDATION]
        )
        for place, row in enumerate(kept.order_by("order"), start=1):
            paragraph = Paragraph(
                section=copy,
                order=place * 10,
                kind=row.kind,
                verb=row.verb,
                text=row.text,
                is_draft=row.kind == ParagraphKind.RECOMMENDATION,
            )
            save_row(paragraph, by=by)


def _lay_out(report: Report, *, by: Any) -> None:
    """Head rows and sections as the house style names them."""
    for place, label in enumerate(report.house_style.head_labels, start=1):
        save_row(HeadRow(report=report, order=place, label=label), by=by)
    for place, part in enumerate(report.house_style.sections, start=1):
        section = Section(
            report=report,
            order=place,
            key=part["key"],
            heading=part["heading"],
            kind=part.get("kind", Section.Kind.TEXT),
        )
        save_row(section, by=by)
        _draw_risks(section, by=by)


def _draw_risks(section: Section, *, by: Any) -> None:
    """A section for risks shows the register as committee papers print it, without anybody copying it."""
    block = blocks.block(RISK_TABLE)
    if section.kind == Section.Kind.RISKS and block is not None:
        add_paragraph(by=by, section=section, kind=ParagraphKind.BLOCK, block=block.key, caption=block.title)


def meeting_on(board: Board, day: datetime.date | None, *, by: Any) -> Meeting | None:
    """The board's meeting on that day, entered when it is not there yet; None without a day."""
    if day is None:
        return None
    meeting: Meeting | None = Meeting.objects.filter(board=board, held_on=day).first()
    return meeting or save_row(Meeting(board=board, held_on=day), by=by)


@transaction.atomic
def save_report(*, by: Any, form: Any, head: Sequence[Any], held_on: datetime.date | None) -> Report:
    """Save a report's own form, the day of its meeting and its head rows, as one change.

    ``head`` are the valid forms of the head rows. Raises StaleEdit, ValidationError.
    """
    report: Report = form.instance
    with change(by=by, reason=form.reason):
        report.meeting = meeting_on(report.board, held_on, by=by)
        form.save()
        for row in head:
            row.save()
    return report


# --- Paragraphs -------------------------------------------------------------------------------------------


@transaction.atomic
def save_section(*, by: Any, forms: Sequence[Any], reason: str = "") -> None:
    """Save the paragraphs of a section that changed, as one change. Raises StaleEdit."""
    with change(by=by, reason=reason):
        for form in forms:
            row: Paragraph = form.instance
            if row.is_draft and {"text", "verb"} & set(form.changed_data):
                row.is_draft = False  # whoever rewrites a copied recommendation has read it
            form.save()


@transaction.atomic
def add_paragraph(
    *,
    by: Any,
    section: Section,
    after: Paragraph | None = None,
    kind: str = ParagraphKind.PARAGRAPH,
    verb: str = "",
    text: str = "",
    block: str = "",
    block_params: Mapping[str, Any] | None = None,
    caption: str = "",
) -> Paragraph:
    """A new paragraph after another, or at the end of its section. Raises ValidationError."""
    paragraph = Paragraph(
        section=section,
        order=_place_after(section, after, by=by),
        kind=kind,
        verb=verb,
        text=text,
        block=block,
        block_params=dict(block_params or {}),
        caption=caption,
    )
    return save_row(paragraph, by=by)


@transaction.atomic
def move_paragraph(*, by: Any, paragraph: Paragraph, up: bool) -> Paragraph:
    """One place up or down among the paragraphs of its section; at the end of the road nothing happens.

    Only the paragraph moved gets a new place, so the history shows one move. Raises StaleEdit,
    ValidationError.
    """
    row = _locked(paragraph)
    rows = _in_order(row.section)
    index = next(place for place, other in enumerate(rows) if other.pk == row.pk)
    if (up and index == 0) or (not up and index == len(rows) - 1):
        return row
    reason = f"Moved {'up' if up else 'down'}."
    others = [other for other in rows if other.pk != row.pk]
    to = index - 1 if up else index + 1
    place = _room(row.section, others, to)
    if place is None:
        _spread(row.section, by=by)
        return move_paragraph(by=by, paragraph=Paragraph.objects.get(pk=row.pk), up=up)
    row.order = place
    return save_row(row, by=by, reason=reason)


@transaction.atomic
def remove_paragraph(*, by: Any, paragraph: Paragraph, moment: datetime.datetime) -> Paragraph:
    """Take a paragraph out of its report; its history keeps it. Raises StaleEdit, ValidationError."""
    return archive(paragraph, by=by, reason="Removed from the report.", moment=moment)


@transaction.atomic
def put_figure(*, by: Any, paragraph: Paragraph, token: Token) -> Paragraph:
    """Quote a live figure in a paragraph: where "[[]]" stands, else at its end.

    Raises StaleEdit, ValidationError.
    """
    text = paragraph.text
    if WHERE_A_FIGURE_GOES in text:
        paragraph.text = text.replace(WHERE_A_FIGURE_GOES, token.source, 1)
    else:
        paragraph.text = f"{text.rstrip()} {token.source}".strip()
    return save_row(paragraph, by=by, reason="Live figure inserted.")


@transaction.atomic
def confirm_recommendation(*, by: Any, paragraph: Paragraph) -> Paragraph:
    """Say that a copied recommendation's words hold for this report. Raises StaleEdit, ValidationError."""
    paragraph.is_draft = False
    return save_row(paragraph, by=by, reason="The copied words hold.")


@transaction.atomic
def restore_words(*, by: Any, paragraph: Paragraph, past: Any, reason: str) -> Paragraph:
    """Give a paragraph the words it had, where it stands now. Raises StaleEdit, ValidationError."""
    for name in ("kind", "verb", "text", "block", "block_params", "caption"):
        setattr(paragraph, name, getattr(past, name))
    return save_row(paragraph, by=by, reason=reason)


def _locked(paragraph: Paragraph) -> Paragraph:
    """The paragraph with its section held, so that two people's moves wait for each other."""
    Section.objects.select_for_update().get(pk=paragraph.section_id)
    return paragraph


def _in_order(section: Section) -> list[Paragraph]:
    return list(section.paragraphs.live().order_by("order"))


def _place_after(section: Section, after: Paragraph | None, *, by: Any) -> int:
    Section.objects.select_for_update().get(pk=section.pk)
    rows = _in_order(section)
    index = len(rows) if after is None else 1 + next(i for i, row in enumerate(rows) if row.pk == after.pk)
    place = _room(section, rows, index)
    if place is None:
        _spread(section, by=by)
        place = _room(section, _in_order(section), index)
    if place is None:
        raise ValidationError("This section has no room for another paragraph. Start a new section.")
    return place


def _room(section: Section, rows: list[Paragraph], index: int) -> int | None:
    """A free place for a row that is to stand at that index among the others."""
    taken = set(section.paragraphs.values_list("order", flat=True))  # archived rows keep their places
    before = rows[index - 1].order if index else None
    after = rows[index].order if index < len(rows) else None
    place = between(before, after, max(taken, default=0))
    return place if place not in taken else None


def _spread(section: Section, *, by: Any) -> None:
    """Give every row of the section, archived ones too, a new place with room on both sides."""
    rows = list(section.paragraphs.order_by("order"))
    for row, place in zip(rows, spread([row.order for row in rows]), strict=True):
        row.order = place
        save_row(row, by=by, reason="Paragraphs spread out to make room.")
