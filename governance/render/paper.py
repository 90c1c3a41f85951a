"""A report's article as a sheet of paper: the whole HTML document the engine lays out, and its PDF."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.domain.words import day_words
from governance.queries.reports import Whole
from governance.render import SAVED, RenderFailed, render, render_pdf

FONTS = {
    "font_uri": "source-sans-3-latin-wght-normal.woff2",
    "font_ext_uri": "source-sans-3-latin-ext-wght-normal.woff2",
}
PAGE_SIZES = ("large", "middle", "small", "columns")
NO_FONTS = f"PDFs cannot be made: the fonts are not in the data folder. {SAVED} Run the set-up again."


def report_pdf(shown: Whole, article: str, *, made_at: datetime) -> bytes:
    """The PDF of a drawn report. Raises governance.render.RenderFailed."""
    return render_pdf(sheet(shown, article), title=title_of(shown), made_at=made_at)


def one_page_pdf(article: str, *, title: str, author: str, description: str, made_at: datetime) -> bytes:
    """An article on one A4 page, in the largest of four settings in which it fits on one.

    What fits in none of them goes over to a second page rather than becoming too small to read.
    Raises governance.render.RenderFailed.
    """
    context = {"title": title, "author": author, "description": description, "draft": False, "slides": False}
    for size in PAGE_SIZES:
        body = f'<div class="one-page one-page--{size}">{article}</div>'
        drawn = render(_document(body, context, plan_css()), title=title, made_at=made_at)
        if drawn.pages == 1:
            break
    return drawn.pdf


def sheet(shown: Whole, article: str) -> str:
    """The document with everything it needs inside, because the engine opens nothing. Raises RenderFailed."""
    facts = shown.facts
    when = f", {day_words(facts.held_on)}" if facts.held_on else ""
    context = {
        "title": title_of(shown),
        "author": facts.board,
        "description": f"Report to {facts.board}{when}",
        "draft": facts.is_draft,
        "slides": facts.is_slides,
    }
    return _document(article, context)


def _document(article: str, context: Mapping[str, Any], more_css: str = "") -> str:
    """The article in the paper shell, with stylesheet and fonts inside. Raises RenderFailed."""
    inside = {
        "article": mark_safe(article),  # noqa: S308 - drawn by our templates, which escape what was typed
        "report_css": report_css() + more_css,
        **{name: font_uri(file) for name, file in FONTS.items()},
    }
    return render_to_string("governance/report/print.html", {**context, **inside})


def title_of(shown: Whole) -> str:
    """The PDF's title: reference and title, and the word draft in front of both while it is one."""
    draft = "Draft: " if shown.facts.is_draft else ""
    return f"{draft}{shown.facts.reference} {shown.document.title}"


@lru_cache(maxsize=1)
def report_css() -> str:
    """The stylesheet of the paper, as text."""
    return (Path(settings.BASE_DIR) / "static/css/report.css").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def plan_css() -> str:
    """What the plan on a page adds to it."""
    return (Path(settings.BASE_DIR) / "static/css/plan_page.css").read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def font_uri(file: str) -> str:
    """A font as a data: address. Raises RenderFailed: another font would make another paper."""
    try:
        content = (Path(settings.VENDOR_DIR) / "fonts" / file).read_bytes()
    except FileNotFoundError as missing:
        raise RenderFailed(NO_FONTS) from missing
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"
