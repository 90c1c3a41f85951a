"""The example's oversight: risks and how they moved, meetings, decisions, reports written and published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from core import services
from core.domain.windows import DateWindow
from core.story import Story, verb
from governance.models import Assessment, DecidedMove, Decision, HouseStyle, Meeting, Paragraph, Report, Risk
from governance.oversight.services import risks as register
from governance.oversight.services import ties
from governance.reports.services import publications
from governance.reports.services import writing as reports
from partnerships.models import Board, Partnership
from programmes.management.demo_story import round_of
from programmes.models import DateChange

Told = Mapping[str, Any]


def partnership_of(story: Story) -> Partnership:
    """The partnership the story is about."""
    return Partnership.objects.get(slug=story.about["partnership"])


def board_of(story: Story) -> Board:
    """The board that meets."""
    return Board.objects.get(partnership__slug=story.about["partnership"], reference=story.about["board"])


# --- Risks --------------------------------------------------------------------------------


@verb("raise risk")
def raise_risk(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A risk enters the register with its first scores: before controls, now and as aimed at."""
    risk = story.new("governance.risk", told["fields"])
    risk.partnership, risk.raised_on = partnership_of(story), day
    by = story.person(told["by"])
    register.add_risk(by=by, risk=risk)
    for stage, (impact, likelihood) in told["scores"].items():
        _assess(story, risk, stage, impact, likelihood, by, day)


@verb("assess")
def assess(story: Story, told: Told, day: date, moment: datetime) -> None:
    """Somebody says where a risk stands now."""
    risk = Risk.objects.get(partnership=partnership_of(story), reference=told["risk"])
    impact, likelihood = told["score"]
    note = story.words(told["note"])
    _assess(story, risk, Assessment.Stage.NOW, impact, likelihood, story.person(told["by"]), day, note)


def _assess(
    story: Story, risk: Risk, stage: str, impact: int, likelihood: int, by: Any, day: date, note: str = ""
) -> None:
    given = Assessment(
        risk=risk, stage=stage, assessed_on=day, impact=impact, likelihood=likelihood, note=note
    )
    register.assess_risk(by=by, assessment=given, today=day)


@verb("close risk")
def close_risk(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A risk that can no longer happen leaves the open ones."""
    risk = Risk.objects.get(partnership=partnership_of(story), reference=told["risk"])
    risk.state, risk.closed_on = Risk.State.CLOSED, day
    services.save_row(risk, by=story.person(told["by"]), reason=told["why"])


# --- Meetings and decisions ---------------------------------------------------------------


@verb("call meeting")
def call_meeting(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A meeting of the board is put into the calendar."""
    held_on = story.office_day(told["held_on"])
    row = Meeting(board=board_of(story), held_on=held_on, place=told.get("place", ""))
    services.save_row(row, by=story.person(told["by"]))


@verb("decide")
def decide(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A decision is entered: from the minutes of the day's meeting, or as due on a later day."""
    row = story.new("governance.decision", told["fields"])
    row.partnership, row.board = partnership_of(story), board_of(story)
    if "due_on" in told:
        row.state, row.due_on = Decision.State.DUE, story.office_day(told["due_on"])
    else:
        row.meeting = Meeting.objects.get(board=row.board, held_on=story.office_day(told["on"]))
        row.decided = DateWindow.day(row.meeting.held_on)
    services.save_row(row, by=story.person(told["by"]))


@verb("tie decision")
def tie_decision(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A recorded decision is named as the one that let a date move, found by its minute."""
    move = DateChange.objects.get(action__partnership=partnership_of(story), minute=told["minute"])
    decision = story.row("governance.decision", story.about["partnership"], told["decision"])
    ties.tie_decision(
        tie=DecidedMove(move=move, decision=decision), by=story.person(told["by"]), reason=told["why"]
    )


# --- Reports ------------------------------------------------------------------------------


@verb("write report")
def write_report(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A report is started and its sections are written. ``known_as`` names it for later entries."""
    by = story.person(told["by"])
    report = reports.add_report(
        by=by,
        today=day,
        partnership=partnership_of(story),
        board=board_of(story),
        title=story.words(told["title"]),
        house_style=HouseStyle.objects.get(code=told["house_style"]),
        held_on=story.office_day(told["meeting"]),
        round=round_of(story, told["quarter"]),
    )
    for section in report.sections.live():
        for paragraph in told["sections"].get(section.key, ()):
            _write(story, section, paragraph, by)
    if "author_role" in told or "stated" in told:
        report.author_role = told.get("author_role", "")
        report.paper = report.reference if "stated" in told else ""
        services.save_row(report, by=by)
    for number, figure in enumerate(told.get("stated", ()), start=1):
        _state(story, report, number, figure, by)


def _write(story: Story, section: Any, told: Told, by: Any) -> None:
    reports.add_paragraph(
        by=by,
        section=section,
        kind=told.get("kind", Paragraph.Kind.PARAGRAPH),
        verb=told.get("verb", ""),
        text=story.words(told.get("text", "")),
        block=told.get("block", ""),
        block_params=told.get("params"),
        caption=story.words(told.get("caption", "")),
    )


def _state(story: Story, report: Report, number: int, told: Told, by: Any) -> None:
    """A figure the report states, so that it is held against the others and the record."""
    row = story.new("funding.statedfigure", told)
    row.partnership, row.paper, row.number = report.partnership, report.reference, number
    services.save_row(row, by=by)


def report_of(story: Story, told: Told) -> Report:
    """The report to the meeting an entry names by its day."""
    return Report.objects.get(board=board_of(story), meeting__held_on=story.office_day(told["meeting"]))


@verb("publish")
def publish(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A report is frozen and issued, as page and PDF."""
    by = story.person(told["by"])
    publications.publish_report(report_of(story, told), by=by, moment=moment, note=told.get("note", ""))


@verb("correct report")
def correct_report(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A published report's words are opened again, and one of its paragraphs is put right."""
    by = story.person(told["by"])
    report = publications.open_correction(report_of(story, told), by=by, reason=told["why"])
    paragraph = Paragraph.objects.get(section__report=report, text=story.words(told["from"]))
    paragraph.text = story.words(told["to"])
    services.save_row(paragraph, by=by, reason=told["why"])
