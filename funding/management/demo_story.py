"""The example's money: splits by their rule, options agreed, contributions step by step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core.story import Story, verb
from funding import services as funding
from funding.models import Contribution, Option, Share, Split
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
