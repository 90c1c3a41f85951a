"""A twelve-page report for measuring the PDF engine: the same words every time, and no database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from core.charts import PhaseBar, money_bars, status_bar
from core.domain.moments import london_day
from core.domain.status import Status
from governance.reports.domain.document import (
    Document,
    DocumentHeadRow,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
    TableData,
)
from governance.reports.domain.head_block import HeadFacts, Paper, head_rows
from governance.reports.domain.numbering import numbered
from governance.reports.drawing import article, paper
from governance.reports.render import Rendered, render

MOMENT = datetime(2026, 7, 20, 9, 14, tzinfo=UTC)
WORDS = (
    "The partners agreed in the spring that the work is paid for in two phases, that the host employs "
    "the team, and that every council sees the figures of the others. This paragraph is as long as most. "
)
SECTIONS = 13
PARAGRAPHS = 4
LONG_TABLES = frozenset({4, 6, 8})
CHARTS = {
    5: status_bar(
        dict(zip(Status, (2, 4, 11, 5, 2, 1, 0, 1), strict=True)), "Two of 26 actions are off track"
    ),
    9: money_bars(
        [
            PhaseBar("Phase 1", Decimal(70161), Decimal(70161)),
            PhaseBar("Phase 2", Decimal(357747), Decimal(300000)),
        ],
        "Phase 2 is short by £57,747",
    ),
}


def twelve_pages() -> str:
    """The whole HTML document of a report: thirteen sections, three tables of 32 rows and two charts."""
    shown = _whole()
    return paper.sheet(shown, article.draw(shown))


def measure(times: int = 5) -> list[Rendered]:
    """Draw it so many times in the warm renderer, after once that is not counted. Raises RenderFailed."""
    html = twelve_pages()
    return [render(html, title="Benchmark", made_at=MOMENT) for _ in range(times + 1)][1:]


def _whole() -> Paper:
    facts = HeadFacts(
        "JC-2026-014", "version 1", "Joint Committee", london_day(MOMENT), "Head of Policy", True
    )
    head = head_rows((DocumentHeadRow("Date", ""), DocumentHeadRow("Sponsor", "Chief Executive")), facts)
    document = Document("Twelve pages", head, tuple(_section(at) for at in range(1, SECTIONS + 1)))
    return Paper(numbered(document), facts)


def _section(at: int) -> DocumentSection:
    paragraphs = [
        DocumentParagraph(f"{at}-{place}", ParagraphKind.PARAGRAPH, WORDS + WORDS)
        for place in range(PARAGRAPHS)
    ]
    if at in LONG_TABLES:
        rows = tuple(
            (f"Source {row} of the programme", "Committed", f"{row * 1250:,}") for row in range(1, 33)
        )
        table = TableData("What each source gives", ("Source", "State", "Amount (£)"), rows, frozenset({2}))
        paragraphs[-1] = replace(paragraphs[-1], kind=ParagraphKind.TABLE, table=table)
    if at in CHARTS:
        figure = f'<figure class="chart"><figcaption>A chart</figcaption>{CHARTS[at]}</figure>'
        paragraphs.append(DocumentParagraph(f"{at}-chart", ParagraphKind.BLOCK, drawn=figure, block="chart"))
    kind = SectionKind.RECOMMENDATIONS if at == 2 else SectionKind.TEXT
    return DocumentSection(f"section-{at}", f"Section number {at}", kind, tuple(paragraphs))
