"""The plan out again: in the partnership's own columns, or everything in one workbook."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import View

from core.permissions import Verb
from core.transfer import XLSX_TYPE, file_of, workbook_of
from partnerships.models import Partnership
from partnerships.views import InPartnershipPage
from programmes.models import Action
from programmes.queries.own_sheet import own_sheet


class OwnSheet(InPartnershipPage, View):
    """The plan in the columns, order and words of the spreadsheet it came from."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        kind = self.kwargs["kind"]
        if kind not in ("csv", "xlsx"):
            raise Http404("The plan goes out as CSV or XLSX.")
        rows = self.rows().live().visible_to(request.user, Verb.EXPORT)
        content, media_type = file_of(own_sheet(self.partnership, rows), kind)
        return _sent(content, media_type, f"{self.partnership.slug}-own.{kind}")


class PartnershipWorkbook(InPartnershipPage, View):
    """Every table of the partnership that the user may take away, a sheet for each."""

    model = Partnership
    lookup = "slug"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The file."""
        self.must(Verb.EXPORT, self.partnership)
        content = workbook_of(self.partnership, request.user)
        return _sent(content, XLSX_TYPE, f"{self.partnership.slug}.xlsx")


def _sent(content: bytes, media_type: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
