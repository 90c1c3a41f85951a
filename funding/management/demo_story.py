"""The example's money: splits by their rule, options agreed, contributions step by step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core import services
from core.story import Story, verb
from funding import services as funding
from funding.domain.extract import LedgerLine
from funding.models import Contribution, Option, Phase, ProfileMove, ProfileQuarter, Share, Split
from partnerships.models import Board, Organisation, Partnership

Told = Mapping[str, Any]


def board_of(story: Story) -> Board:
    """The board that decides about money."""
    return Board.objects.get(partnership__slug=story.about["partnership"], reference=story.about["board"])


@verb("split")
def split(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An amount is divided by a rule; the rule works the shares out, to the unit it names."""
    row = story.new("funding.split", told["fields"])
    row.partnership = Partnership.objects.get(slug=story.about["partnership"])
    row.state, row.decided_on = Split.State.AGREED, day
    shares = [
        Share(
            order=place,
            organisation=Organisation.objects.get(code=code),
            weight=Decimal(weight),
            takes_remainder=code == told.get("remainder_to"),
        )
        for place, (code, weight) in enumerate(told["weights"].items(), start=1)
    ]
    funding.save_split(split=row, shares=shares, by=story.person(told["by"]), reason=told["why"])


@verb("agree option")
def agree_option(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The board agrees one of a phase's options; the one agreed before stays readable as not taken."""
    option = Option.objects.get(
        phase__partnership__slug=story.about["partnership"],
        phase__reference=told["phase"],
        order=told["option"],
    )
    option.board, option.decided_on, option.minute = board_of(story), day, told["minute"]
    funding.agree_option(option=option, by=story.person(told["by"]))


@verb("contribution")
def contribution(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A contribution takes its next step, with the decision that made it where one did."""
    row = Contribution.objects.get(partnership__slug=story.about["partnership"], reference=told["reference"])
    row.state, row.state_on = Contribution.State(told["state"]), day
    if "minute" in told:
        row.board, row.decided_on, row.minute = board_of(story), day, told["minute"]
    if "condition_met" in told:
        row.condition_met = told["condition_met"]
    funding.move_contribution(
        contribution=row, by=story.person(told["by"]), reason=story.words(told.get("why", ""))
    )


def phase_of(story: Story, told: Told) -> Phase:
    """The phase an entry is about."""
    return Phase.objects.get(partnership__slug=story.about["partnership"], reference=told["phase"])


@verb("profile")
def profile(story: Story, told: Told, day: date, moment: datetime) -> None:
    """What may be spent in each quarter is approved with the phase."""
    phase = phase_of(story, told)
    for written, amount in told["quarters"].items():
        quarter = story.quarter(written)
        row = ProfileQuarter(
            phase=phase, year=quarter.year.start, quarter_number=quarter.number, approved=Decimal(amount)
        )
        services.save_row(row, by=story.person(told["by"]), reason=told["why"])


@verb("ask to move")
def ask_to_move(story: Story, told: Told, day: date, moment: datetime) -> None:
    """Somebody asks to spend in another quarter what was approved for this one."""
    phase, source, target = phase_of(story, told), story.quarter(told["from"]), story.quarter(told["to"])
    row = ProfileMove(
        partnership=phase.partnership,
        phase=phase,
        kind=ProfileMove.Kind(told["kind"]),
        from_year=source.year.start,
        from_quarter=source.number,
        to_year=target.year.start,
        to_quarter=target.number,
        amount=Decimal(told["amount"]),
        why=story.words(told["why"]),
        asked_on=day,
    )
    funding.ask_for_move(move=row, by=story.person(told["by"]))


@verb("decide a move")
def decide_a_move(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The board approves or refuses such a request."""
    row = ProfileMove.objects.get(partnership__slug=story.about["partnership"], reference=told["reference"])
    row.state = ProfileMove.State(told["state"])
    row.board, row.decided_on, row.minute = board_of(story), day, told["minute"]
    services.save_row(row, by=story.person(told["by"]))


@verb("ledger")
def ledger(story: Story, told: Told, day: date, moment: datetime) -> None:
    """Lines of the host's ledger for one day are taken from an extract."""
    lines = [
        LedgerLine(reference, day, wording, Decimal(amount)) for reference, wording, amount in told["lines"]
    ]
    reason = f"Ledger extract {told['file']}"
    funding.take_extract(phase=phase_of(story, told), lines=lines, by=story.person(told["by"]), reason=reason)
