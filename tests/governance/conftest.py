"""People, a report, and blocks that exist for a test only."""

from decimal import Decimal
from types import SimpleNamespace

import pytest
import time_machine

from core import blocks
from core.blocks import Block, Figure, Table
from core.permissions import Role
from governance.models import Paragraph
from tests.factories.crowd import NOW
from tests.factories.crowd_oversight import add_oversight
from tests.factories.governance_reports import written_report
from tests.factories.partnerships import person_with


@pytest.fixture
def secretary(board):
    """The secretary of the board."""
    return person_with(Role.COMMITTEE_SECRETARY, board=board)


@pytest.fixture
def report(partnership, board):
    """A draft with something in every section."""
    return written_report(partnership, board)


def paragraph(report, key, place=0):
    """The section's paragraph at that place."""
    return Paragraph.objects.filter(section__report=report, section__key=key).order_by("order")[place]


class Costs(Block):
    """What a phase costs: figures, and a table that changes with the record."""

    key = "test.costs"
    title = "What a phase costs"
    template = "components/money.html"

    def __init__(self):
        self.total = Decimal("357747")

    def result(self, context):
        if context.params.get("phase") == "broken":
            raise RuntimeError("The record is in disorder.")
        return self.total

    def table(self, result):
        return Table(
            caption="Cost",
            headings=("Phase", "Line", "Amount (£)"),
            rows=(("Phase 2", "Team", result - 75000), ("Phase 2", "Programme", Decimal(75000))),
            numeric=frozenset({2}),
            total=("Phase 2", "Total", result),
            note="Posts with on-costs.",
        )

    def figures(self, result):
        return {"PH-2.total": Figure(result, f"£{result:,}", "the cost of Phase 2")}


class Silent(Block):
    """A block that fails whatever it is asked."""

    key = "test.broken"
    title = "A broken block"
    template = "components/money.html"

    def result(self, context):
        raise RuntimeError("The record is in disorder.")


@pytest.fixture
def offer(monkeypatch):
    """Register a block for one test; what real apps offer is out of sight."""
    monkeypatch.setattr(blocks, "_registry", {})

    def register(block):
        blocks._registry[block.key] = block
        return block

    return register


@pytest.fixture
def costs(offer):
    """The block of what a phase costs."""
    return offer(Costs())


class Stated(Block):
    """What disagrees in a paper, as the funding app answers it."""

    key = "funding.stated"
    title = "What disagrees"
    template = "components/money.html"
    in_reports = False

    def __init__(self, *found):
        self.found = found

    def result(self, context):
        assert context.params == {"paper": "JC-2023-001"}
        findings = tuple(
            SimpleNamespace(
                sentence=sentence, places=tuple(SimpleNamespace(paragraph=number) for number in numbers)
            )
            for sentence, *numbers in self.found
        )
        return SimpleNamespace(items=(("JC-2023-001", findings),))


@pytest.fixture(scope="module")
def crowd_once(crowd_once):
    """With what boards see of both partnerships."""
    with time_machine.travel(NOW, tick=False):
        for place in (crowd_once.here, crowd_once.there):
            add_oversight(place)
    return crowd_once
