"""Blocks about oversight: risks, decisions, undertakings, findings."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import F
from django.urls import reverse

from core.blocks import Block, BlockContext, Figure, Table, register
from core.domain.moments import london_day
from core.domain.words import NOT_STATED, counted, listed
from core.tables import Column, Row
from governance.models import Decision, Finding, Risk, Undertaking
from governance.oversight.domain.decisions import when_words
from governance.oversight.domain.register import RegisterLine, RiskStanding, score_words
from governance.oversight.domain.risk_score import NOT_SCORED, Score
from governance.oversight.drawing import band_tag
from governance.oversight.queries import risks as queries


@dataclass(frozen=True)
class OversightListing:
    """A block's rows for pages (with mark-up and links) and flattened (plain values)."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    flat: Table
    nothing: str
    counts: tuple[tuple[str, int, str], ...] = ()  # name, number, what it counts


class OversightListingBlock(Block):
    """A block whose result is a table of rows."""

    template = "governance/blocks/listing.html"

    def table(self, result: Any) -> Table | None:
        """The rows as plain values; None when there are none."""
        return result.flat if result.rows else None

    def figures(self, result: Any) -> Mapping[str, Figure]:
        """How many there are, by name."""
        return {name: Figure(number, str(number), meaning) for name, number, meaning in result.counts}


def day_of(context: BlockContext) -> datetime.date:
    """The day a block is drawn for: the moment asked for, the end of a past quarter, else today."""
    if context.moment:
        return london_day(context.moment)
    return min(context.quarter.last_day, context.today) if context.quarter else context.today


@register
class Register(OversightListingBlock):
    """The open risks of the partnership, worst first."""

    key = "governance.risks"
    title = "Risk register"
    about: ClassVar[str] = ""  # the field of Risk that holds the subject

    def result(self, context: BlockContext) -> OversightListing:
        """Scores before, now and as aimed at, on the day of the context."""
        return self.listing(self.lines(context), context)

    def lines(self, context: BlockContext) -> list[RegisterLine]:
        """The risks that were on the register that day and that the viewer may see."""
        day = day_of(context)
        risks = Risk.objects.live().visible_to(context.viewer).filter(partnership=context.partnership)
        if self.about:
            risks = risks.filter(**{self.about: context.subject})
        return queries.register(queries.on_register(risks, day), day)

    def listing(self, lines: Sequence[RegisterLine], context: BlockContext) -> OversightListing:
        headings = ("Reference", "Risk", "Owner", "Before controls", "Now", "Target")
        kinds = ("ref", "main", "", "", "", "")
        scores = [(line.standing.before, line.standing.now, line.standing.target) for line in lines]
        return OversightListing(
            columns=tuple(Column(*pair) for pair in zip(headings, kinds, strict=True)),
            rows=tuple(
                Row(
                    (*_named(line), *(band_tag(score, line.standing.matrix) for score in three)),
                    _url(line, context),
                )
                for line, three in zip(lines, scores, strict=True)
            ),
            flat=Table(
                self.title,
                headings,
                tuple(
                    (*_named(line), *(score_words(score) for score in three))
                    for line, three in zip(lines, scores, strict=True)
                ),
            ),
            nothing="None recorded.",
            counts=_counts(lines),
        )


@register
class HouseTable(Register):
    """The open risks in the columns committee papers print, in words."""

    key = "governance.risk_table"
    title = "Risk table"

    def listing(self, lines: Sequence[RegisterLine], context: BlockContext) -> OversightListing:
        """What it is, before, what is done about it, and after: each as the words of its matrix."""
        headings = (
            "Description",
            "Impact",
            "Likelihood",
            "Mitigating action",
            "Impact after",
            "Likelihood after",
        )
        rows = tuple(
            (
                line.title,
                *_level_words(line.standing, line.standing.before),
                line.mitigation or NOT_STATED,
                *_level_words(line.standing, line.standing.now),
            )
            for line in lines
        )
        return OversightListing(
            columns=tuple(Column(heading, "" if place else "main") for place, heading in enumerate(headings)),
            rows=tuple(Row(cells, _url(line, context)) for cells, line in zip(rows, lines, strict=True)),
            flat=Table(self.title, headings, rows),
            nothing="None recorded.",
            counts=_counts(lines),
        )


@register
class ActionRisks(Register):
    """The risks about one action."""

    key = "governance.action_risks"
    title = "Risks"
    subject = "programmes.Action"
    about = "action"
    in_reports = False


@register
class PhaseRisks(Register):
    """The risks about one phase."""

    key = "governance.phase_risks"
    title = "Risks"
    subject = "funding.Phase"
    about = "phase"
    in_reports = False


@register
class BoardRisks(Register):
    """The risks about one board."""

    key = "governance.board_risks"
    title = "Risks"
    subject = "partnerships.Board"
    about = "board"
    in_reports = False


@register
class Decisions(OversightListingBlock):
    """What was decided, and what is due to be."""

    key = "governance.decisions"
    title = "Decisions"

    def result(self, context: BlockContext) -> OversightListing:
        """Newest first, those without a date last."""
        states = dict(Decision.State.choices())
        decisions = list(
            self.rows(context)
            .order_by(F("decided_last").desc(nulls_last=True), "reference")
            .values_list("reference", "title", "board__name", "decided_wording", "state", "due_on")
        )
        headings = ("Reference", "Decision", "Board", "Decided", "State")
        rows = tuple(
            (
                reference,
                title,
                board or NOT_STATED,
                when_words(decided, state == Decision.State.DUE, due, context.today),
                states[state],
            )
            for reference, title, board, decided, state, due in decisions
        )
        base = reverse("governance:decisions", args=[context.partnership.slug])
        return OversightListing(
            columns=(Column("Reference", "ref"), Column("Decision", "main"), *map(Column, headings[2:])),
            rows=tuple(Row(row, f"{base}{row[0]}/" if context.surface == "page" else "") for row in rows),
            flat=Table(self.title, headings, rows),
            nothing="None recorded.",
            counts=tuple(
                (state.value, sum(row[4] == state for row in decisions), f"decisions {state.label.lower()}")
                for state in Decision.State
            ),
        )

    def rows(self, context: BlockContext) -> Any:
        """The partnership's decisions that the viewer may see."""
        return Decision.objects.live().visible_to(context.viewer).filter(partnership=context.partnership)


@register
class BoardDecisions(Decisions):
    """One board's decisions."""

    key = "governance.board_decisions"
    subject = "partnerships.Board"
    in_reports = False

    def rows(self, context: BlockContext) -> Any:
        """Those of the board alone."""
        return super().rows(context).filter(board=context.subject)


@register
class EarlierCommitments(OversightListingBlock):
    """What was asked or promised before, that one action carries out."""

    key = "governance.action_commitments"
    title = "Earlier commitments"
    subject = "programmes.Action"
    in_reports = False

    def result(self, context: BlockContext) -> OversightListing:
        """The undertakings tied to the action, by reference."""
        rows = Undertaking.objects.live().visible_to(context.viewer).filter(action=context.subject)
        states = dict(Undertaking.State.choices())
        undertakings = rows.order_by("reference").values_list(
            "reference", "wording", "owner__name", "due_wording", "state", "met_at"
        )
        cells = tuple(
            (
                reference,
                wording,
                owner or NOT_STATED,
                due or NOT_STATED,
                f"{states[state]}: {met}" if met else states[state],
            )
            for reference, wording, owner, due, state, met in undertakings
        )
        headings = ("Reference", "What is to be done", "Owner", "Due", "State")
        base = reverse("governance:undertakings", args=[context.partnership.slug])
        return OversightListing(
            columns=tuple(
                Column(heading, kind)
                for heading, kind in zip(headings, ("ref", "main", "", "date", ""), strict=True)
            ),
            rows=tuple(Row(row, f"{base}#{row[0]}") for row in cells),
            flat=Table(self.title, headings, cells),
            nothing="No earlier commitment is tied to this action.",
        )


@dataclass(frozen=True)
class Pointer:
    """How many rows a page holds, in words, and where it is; no words when it holds none."""

    words: str
    url: str


class PointerBlock(Block):
    """A line on the overview that leads to a page with something on it."""

    subject = "partnerships.Partnership"
    template = "governance/blocks/pointer.html"
    in_reports = False
    model: ClassVar[Any]
    address: ClassVar[str]

    def result(self, context: BlockContext) -> Pointer:
        """The viewer's rows of the partnership, counted."""
        rows = self.model.objects.live().visible_to(context.viewer).filter(partnership=context.partnership)
        return Pointer(self.words(rows), reverse(self.address, args=[context.partnership.slug]))

    def words(self, rows: Any) -> str:
        """What there is, in one line; "" for nothing."""
        raise NotImplementedError


@register
class UndertakingsPointer(PointerBlock):
    """How far what was asked or promised has come."""

    key = "governance.undertakings_pointer"
    title = "Undertakings"
    model = Undertaking
    address = "governance:undertakings"

    def words(self, rows: Any) -> str:
        """As in: 7 undertakings: 6 asked and 1 met."""
        states = Counter(rows.values_list("state", flat=True))
        parts = [f"{states[state]} {state.label.lower()}" for state in Undertaking.State if states[state]]
        return f"{counted(states.total(), 'undertaking')}: {listed(parts)}" if parts else ""


@register
class FindingsPointer(PointerBlock):
    """How much of what people said is held."""

    key = "governance.findings_pointer"
    title = "What people said"
    model = Finding
    address = "governance:findings"

    def words(self, rows: Any) -> str:
        """As in: 12 findings under 2 headings."""
        groups = list(rows.values_list("group", flat=True))
        headings = counted(len(set(groups)), "heading")
        return f"{counted(len(groups), 'finding')} under {headings}" if groups else ""


def _named(line: RegisterLine) -> tuple[str, str, str]:
    return line.reference, line.title, line.owner or NOT_STATED


def _url(line: RegisterLine, context: BlockContext) -> str:
    """Where a line leads; nowhere on paper."""
    if context.surface != "page":
        return ""
    return reverse("governance:risk", args=[context.partnership.slug, line.reference])


def _level_words(standing: RiskStanding, score: Score | None) -> tuple[str, str]:
    if score is None:
        return NOT_SCORED, NOT_SCORED
    matrix = standing.matrix
    return matrix.impact_words[score.impact - 1], matrix.likelihood_words[score.likelihood - 1]


def _counts(lines: Sequence[RegisterLine]) -> tuple[tuple[str, int, str], ...]:
    """How many risks, in each band in use, and unscored."""
    words = dict.fromkeys(word for line in lines for _, word in line.standing.matrix.bands)
    scores = [line.standing.now for line in lines]
    bands = [
        (
            word.lower().replace(" ", "_"),
            sum(score is not None and score.band == word for score in scores),
            word.lower(),
        )
        for word in words
    ]
    return (
        ("open", len(lines), counted(len(lines), "open risk")),
        *((name, number, f"open risks scored {word}") for name, number, word in bands),
        ("unscored", scores.count(None), "open risks nobody has scored"),
    )
