"""The block about a paper: what its printed figures disagree with."""

from __future__ import annotations

from core.blocks import Block, BlockContext, Table, register
from funding import queries
from funding.blocks.found import Found, asked, nothing_of, opened
from funding.domain.stated import PrintedFinding


@register
class StatedBlock(Block):
    """What a paper's printed figures disagree with. Stands beside a report and never prints.

    Params: paper (its reference); without it every paper.
    """

    key = "funding.stated"
    title = "What disagrees in a paper"
    template = "funding/blocks/stated.html"
    in_reports = False

    def result(self, context: BlockContext) -> Found[tuple[str, tuple[PrintedFinding, ...]]]:
        """Pairs of a paper and what was found in it."""
        books, wanted = opened(context), asked(context, "paper")
        papers = [paper for paper in queries.papers(books) if wanted in ("", paper)]
        findings = tuple((paper, queries.findings_in(books, paper)) for paper in papers)
        return Found(findings, nothing_of("printed figure", wanted))

    def table(self, result: Found[tuple[str, tuple[PrintedFinding, ...]]]) -> Table:
        """A row for every finding, with its places and how far apart the figures are."""
        rows = [
            (paper, finding.code.label, finding.sentence, ", ".join(_places(finding)), finding.difference)
            for paper, findings in result.items
            for finding in findings
        ]
        headings = ("Paper", "Kind", "What disagrees", "Paragraphs", "Difference")
        return Table("What disagrees", headings, tuple(rows), frozenset({4}))


def _places(finding: PrintedFinding) -> list[str]:
    return list(dict.fromkeys(place.paragraph for place in finding.places))
