"""A report's article as a sheet of paper: the whole HTML document the engine lays out, and its PDF."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from core.domain.words import day_words
from governance.reports.domain.head_block import Paper
from governance.reports.render import SAVED, RenderFailed, render, render_pdf

FONTS = {
    "font_uri": "source-sans-3-latin-wght-normal.woff2",
    "font_ext_uri": "source-sans-3-latin-ext-wght-normal.woff2",
}
NO_FONTS = f"PDFs cannot be made: the fonts are not in the data folder. {SAVED} Run the set-up again."


def report_pdf(shown: Paper, article: str, *, made_at: datetime) -> bytes:
    """The PDF of a drawn report. Raises governance.reports.render.RenderFailed."""
    return render_pdf(sheet(shown, article), title=title_of(shown), made_at=made_at)


def one_page_pdf(
    bodies: Iterable[str], stylesheet: str, *, title: str, author: str, description: str, made_at: datetime
) -> bytes:
    """The first of the bodies that fits on one A4 page, else the last of them.

    Each is the same article as HTML, set tighter or cut shorter than the one before; the next is asked
    for only when that one was too long. ``stylesheet`` is a file of static/css laid over the paper's own.
    Raises governance.reports.render.RenderFailed.
    """
    context = {"title": title, "author": author, "description": description, "draft": False, "slides": False}
    css = stylesheet_text("report.css") + stylesheet_text(stylesheet)
    pdf = b""
    for body in bodies:
        drawn = render(_document(body, context, css), title=title, made_at=made_at)
        pdf = drawn.pdf
        if drawn.pages == 1:
            break
    return pdf


def sheet(shown: Paper, article: str) -> str:
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
    return _document(article, context, stylesheet_text("report.css"))


def _document(article: str, context: Mapping[str, Any], css: str) -> str:
    """The article in the paper shell, with stylesheet and fonts inside. Raises RenderFailed."""
    inside = {
        "article": mark_safe(article),  # noqa: S308 - drawn by our templates, which escape what was typed
        "report_css": css,
        **{name: font_uri(file) for name, file in FONTS.items()},
    }
    return render_to_string("governance/report/print.html", {**context, **inside})


def title_of(shown: Paper) -> str:
    """The PDF's title: reference and title, and the word draft in front of both while it is one."""
    draft = "Draft: " if shown.facts.is_draft else ""
    return f"{draft}{shown.facts.reference} {shown.document.title}"


@lru_cache
def stylesheet_text(name: str) -> str:
    """One of our own stylesheets, as text: the engine opens no file."""
    return (Path(settings.BASE_DIR) / "static/css" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=4)
def font_uri(file: str) -> str:
    """A font as a data: address. Raises RenderFailed: another font would make another paper."""
    try:
        content = (Path(settings.VENDOR_DIR) / "fonts" / file).read_bytes()
    except FileNotFoundError as missing:
        raise RenderFailed(NO_FONTS) from missing
    return f"data:font/woff2;base64,{base64.b64encode(content).decode()}"
