"""One paragraph's words as HTML, which page, paper and Word file take."""

from __future__ import annotations

from django.utils.html import escape, format_html

from governance.reports.domain.document import DocumentParagraph, LiveChart, ParagraphKind
from governance.reports.domain.markup import Token, plain, render


def html_of(paragraph: DocumentParagraph) -> str:
    """Safe HTML: mark-up as governance.reports.domain.markup allows it, a block as its own template drew it.

    "" for a table without a chart, whose cells its own template draws, and for a live table that is missing.
    """
    if paragraph.kind is ParagraphKind.BLOCK:
        return _chart(paragraph.chart) if paragraph.chart else paragraph.drawn
    if paragraph.table is not None:
        return ""
    if paragraph.is_literal:
        return f"<p>{escape(paragraph.text)}</p>"

    def printed(token: Token) -> str | None:
        return paragraph.figures.get(token.source)

    if paragraph.kind is ParagraphKind.SUBHEADING and (words := plain(paragraph.text, printed)):
        return escape(words)
    return render(paragraph.text, printed)


def _chart(chart: LiveChart) -> str:
    return format_html(
        '<figure class="chart paper"><figcaption>{}</figcaption>{}</figure>', chart.title, chart.svg
    )
