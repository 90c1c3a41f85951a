"""Files people take away: under the name they know them by, and as nothing else."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from core.blocks import Table
from core.transfer import file_of

TABLE_KINDS = ("csv", "xlsx")


def download(content: bytes, media_type: str, name: str) -> HttpResponse:
    """A file made for whoever asks, which nobody keeps on the way and no browser guesses about."""
    return HttpResponse(
        content,
        content_type=media_type,
        headers={
            "Content-Disposition": content_disposition_header(True, name) or "attachment",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        },
    )


def must_be_table(kind: str) -> None:
    """404 for an address that ends in anything else than a table can be."""
    if kind not in TABLE_KINDS:
        raise Http404("Lists can be downloaded as CSV or XLSX.")


def table_download(table: Table, kind: str, name: str) -> HttpResponse:
    """A table as CSV or XLSX, numbers as numbers; ``name`` comes without its ending."""
    must_be_table(kind)
    content, media_type = file_of(table, kind)
    return download(content, media_type, f"{name}.{kind}")
