"""What governance has to say of dates that moved: what a board made of it, and the decision recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from core.blocks import Block, BlockContext, Cell, Table, register
from core.permissions import Verb
from core.tables import Column, Row
from governance.models import DecidedMove, Decision
from governance.oversight.blocks.registers import OversightListing, OversightListingBlock
from governance.oversight.domain.ties import WHY_NOT
from governance.oversight.drawing import decision_link
from governance.oversight.queries.moves import decided_words, decisions_of, what_moved
from programmes.domain.moves import DateMoveState
from programmes.models import DateChange

NOT_TIED = "None tied"
NOT_OWED = "None needed"
NOT_YET = "Not yet"
HEADINGS = ("What moved", "From", "To", "What became of it", "Recorded decision")
KINDS = ("main", "date", "date", "", "")


@register
class ActionMoves(OversightListingBlock):
    """Every move of an action's dates, and the decision that let it stand."""

    key = "governance.action_moves"
    title = "Date changes"
    subject = "programmes.Action"
    in_reports = False

    def result(self, context: BlockContext) -> OversightListing:
        """In the order they were asked for. Two queries."""
        moves = list(context.subject.date_changes.live().select_related("milestone", "board"))
        for move in moves:
            move.action = context.subject
        decisions = decisions_of(moves, context.viewer)
        cells = [move_cells(move, decisions) for move in moves]
        return OversightListing(
            columns=move_columns(),
            rows=tuple(
                Row((*row[:-1], decision_link(decisions.get(move.pk), row[-1])), move.get_absolute_url())
                for move, row in zip(moves, cells, strict=True)
            ),
            flat=Table(self.title, HEADINGS, tuple(cells)),
            nothing="No date has moved.",
        )


@register
class DecisionMoves(OversightListingBlock):
    """The date changes one decision let stand."""

    key = "governance.decision_moves"
    title = "Date changes it let stand"
    subject = "governance.Decision"
    in_reports = False

    def result(self, context: BlockContext) -> OversightListing:
        """By action."""
        ties = DecidedMove.objects.live().visible_to(context.viewer).filter(decision=context.subject)
        rows = ties.select_related("move__action__partnership", "move__milestone", "move__board")
        moves = [tie.move for tie in rows.order_by("move__action__reference", "move__number")]
        cells = tuple((move.action.reference, *move_cells(move, {})[:-1]) for move in moves)
        return OversightListing(
            columns=(Column("Action", "ref"), *move_columns()[:-1]),
            rows=tuple(Row(row, move.get_absolute_url()) for row, move in zip(cells, moves, strict=True)),
            flat=Table(self.title, ("Action", *HEADINGS[:-1]), cells),
            nothing="No date change is tied to this decision.",
        )


@dataclass(frozen=True)
class Behind:
    """The decision behind one move: "" for what is not there. ``tie_url`` is for those who may name it."""

    words: str
    decision: str
    decision_url: str
    tie_url: str
    tie_label: str


@register
class MoveDecision(Block):
    """The recorded decision behind one date change, and where it is named."""

    key = "governance.move_decision"
    title = "The decision as it is recorded"
    subject = "programmes.DateChange"
    template = "governance/blocks/move_decision.html"
    in_reports = False

    def result(self, context: BlockContext) -> Behind:
        """What is tied, and whether the viewer may change that."""
        move: DateChange = context.subject
        tied = decisions_of([move], context.viewer).get(move.pk)
        may = context.viewer.has_perm(f"governance.{Verb.ADD}_decidedmove", move)
        is_decided = DateMoveState(move.state) in DateMoveState.decided()
        words = WHY_NOT.get(DateMoveState(move.state), "No recorded decision is tied to this date change.")
        return Behind(
            words="" if tied else words,
            decision=str(tied or ""),
            decision_url=tied.get_absolute_url() if tied else "",
            tie_url=_tie_url(move) if is_decided and may else "",
            tie_label="Name another decision, or none" if tied else "Tie a recorded decision to it",
        )


def move_columns() -> tuple[Column, ...]:
    """The columns of a list of date changes."""
    return tuple(Column(*pair) for pair in zip(HEADINGS, KINDS, strict=True))


def move_cells(move: DateChange, decisions: Mapping[int, Decision]) -> tuple[Cell, ...]:
    """One date change as plain values, in the order of HEADINGS."""
    missing = {
        DateMoveState.APPLIED: NOT_OWED,
        DateMoveState.REFUSED: NOT_OWED,
        DateMoveState.PROPOSED: NOT_YET,
    }
    decision = str(decisions.get(move.pk) or missing.get(DateMoveState(move.state), NOT_TIED))
    return (
        what_moved(move),
        str(move.before or "No date"),
        str(move.after),
        decided_words(move),
        decision,
    )


def _tie_url(move: DateChange) -> str:
    action = move.action
    return reverse("governance:move_decision", args=[action.partnership.slug, action.reference, move.number])
