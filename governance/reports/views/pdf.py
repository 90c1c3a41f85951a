"""What every page that answers with a PDF shares: the file, its date, and the page when there is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from core.downloads import download

PDF = "application/pdf"


def made_on(day: date) -> datetime:
    """The moment a file of that day bears: the day, not the minute, so that the same page taken twice on a
    day is the same file."""
    return timezone.make_aware(datetime.combine(day, time.min))


def pdf_response(content: bytes, name: str) -> HttpResponse:
    return download(content, PDF, name)


def no_pdf(
    request: HttpRequest, sentence: str, shell: Mapping[str, Any], *, back: str, back_to: str
) -> HttpResponse:
    """The page that says why there is no PDF and what to do, with status 503.

    ``back`` is the address it leads back to, ``back_to`` what that is ("the report").
    """
    context = {"title": "No PDF this time", "sentence": sentence, "back": back, "back_to": back_to, **shell}
    return render(request, "governance/no_pdf.html", context, status=503)
