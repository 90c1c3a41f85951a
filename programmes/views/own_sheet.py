"""The plan out again: in the partnership's own columns, or everything in one workbook."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.generic import View

from core.downloads import download, must_be_table, table_download
from core.permissions import Verb
from core.transfer import XLSX_TYPE, workbook_of
from partnerships.models import Partnership
from partnerships.views import InPartnershipPage
from programmes.models import Action
from programmes.queries.own_sheet import own_sheet


class OwnSheet(InPartnershipPage, View):
    """The plan in the columns, order and words of the spreadsheet it came from."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        must_be_table(self.kwargs["kind"])
        rows = self.rows().live().visible_to(request.user, Verb.EXPORT)
        name = f"{self.partnership.slug}-own"
        return table_download(own_sheet(self.partnership, rows), self.kwargs["kind"], name)


class PartnershipWorkbook(InPartnershipPage, View):
    """Every table of the partnership that the user may take away, a sheet for each."""

    model = Partnership
    lookup = "slug"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.EXPORT, self.partnership)
        content = workbook_of(self.partnership, request.user)
        return download(content, XLSX_TYPE, f"{self.partnership.slug}.xlsx")
