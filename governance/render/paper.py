"""A report's article as a sheet of paper: the whole HTML document the engine lays out, and its PDF."""

from __future__ import annotations

import base64
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.domain.words import day_words
from governance.queries.reports import Whole
from governance.render import SAVED, RenderFailed, render_pdf

FONTS = {
    "font_uri": "source-sans-3-latin-wght-normal.woff2",
    "font_ext_uri": "source-sans-3-latin-ext-wght-normal.woff2",
}
NO_FONTS = f"PDFs cannot be made: the fonts are not in the data folder. {SAVED} Run the set-up again."


def report_pdf(shown: Whole, article: str, *, made_at: datetime) -> bytes:
    """The PDF of a drawn report. Raises governance.render.RenderFailed."""
    return render_pdf(sheet(shown, article), title=title_of(shown), made_at=made_at)


def sheet(shown: Whole, article: str) -> str:
    """The document with everything it needs inside, because the engine opens nothing. Raises RenderFailed."""
    facts = shown.facts
    when = f", {day_words(facts.held_on)}" if facts.held_on else ""
    return render_to_string(
        "governance/report/print.html",
        {
            "title": title_of(shown),
            "author": facts.board,
            "description": f"Report to {facts.board}{when}",
            "draft": facts.is_draft,
            "slides": facts.is_slides,
            "article": mark_safe(article),  # noqa: S308 - from governance.queries.drawing.article()
            "report_css": report_css(),
            **{name: font_uri(file) for name, file in FONTS.items()},
        },
    )


def title_of(shown: Whole) -> str:
    """The PDF's title: reference and title, and the word draft in front of both while it is one."""
    draft = "Draft: " if shown.facts.is_draft else ""
    return f"{draft}{shown.facts.reference} {shown.document.title}"


@lru_cache(maxsize=1)
def report_css() -> str:
    """The stylesheet of the paper, as text."""
    return (Path(settings.BASE_DIR) / "static/css/report.css").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def font_uri(file: str) -> str:
    """A font as a data: address. Raises RenderFailed: another font would make another paper."""
    try:
        content = (Path(settings.VENDOR_DIR) / "fonts" / file).read_bytes()
    except FileNotFoundError as missing:
        raise RenderFailed(NO_FONTS) from missing
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"
