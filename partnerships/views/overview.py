"""The list of partnerships, one at a glance, and who is in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.generic import TemplateView

from core.domain.words import plural
from core.tables import Column, Row
from core.views import ListPage
from partnerships import queries
from partnerships.forms import AsAtFilter
from partnerships.models import Partnership, Statement, Strategy, Theme
from partnerships.views.as_at import as_at_lede
from partnerships.views.shell import InPartnershipPage


class PartnershipList(ListPage):
    model = Partnership
    template_name = "partnerships/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Grouped as invented and from papers, so that nobody mistakes one for the other."""
        groups = queries.by_origin(list(kwargs["page"]), lambda partnership: partnership.invented)
        return super().get_context_data(
            title="Partnerships",
            nav="partnerships",
            columns=[Column("Partnership", "main"), Column("What it is")],
            groups=[
                (f"list-{place}", heading, [_row(partnership) for partnership in group])
                for place, (heading, group) in enumerate(groups, start=1)
            ],
            empty={"text": "You reach no partnership yet. Ask whoever runs yours to invite you."},
            **kwargs,
        )


def _row(partnership: Partnership) -> Row:
    return Row((partnership.name, partnership.summary), partnership.get_absolute_url())


class Overview(InPartnershipPage, TemplateView):
    """What the partnership is, who is in it, what it calls itself."""

    model = Partnership
    template_name = "partnerships/overview.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Facts, members on today's date, statements and brands."""
        partnership, today = self.partnership, timezone.localdate()
        return super().get_context_data(**kwargs) | {
            "title": partnership.name,
            "members": queries.members_on(partnership, today),
            "hosts": partnership.hosts.live().select_related("organisation"),
            "brands": partnership.brands.live(),
            "statements": stated(partnership),
            "strategies": strategies_of(partnership),
            "theme_sets": partnership.theme_sets.live().prefetch_related(
                Prefetch("themes", Theme.objects.live())
            ),
            "today": today,
            "blocks": [block for block in self.drawn_blocks(partnership) if block["body"].strip()],
            **self.shell(),
        }


@dataclass(frozen=True)
class StatementShown:
    """A statement, the lines of its own kind that spell it out, and what of another kind it is part of."""

    title: str
    wording: str
    lines: tuple[str, ...]
    part_of: str


def stated(partnership: Partnership) -> list[tuple[str, list[StatementShown]]]:
    """What it says it stands for, by kind, goals first. One query."""
    statements = list(partnership.statements.live().select_related("parent"))
    groups = [(kind, _of_kind(kind, statements)) for kind in Statement.Kind]
    return [
        (plural(kind.label) if len(of_kind) > 1 else kind.label, of_kind)
        for kind, of_kind in groups
        if of_kind
    ]


def _of_kind(kind: Statement.Kind, statements: Sequence[Statement]) -> list[StatementShown]:
    of_kind = [statement for statement in statements if statement.kind == kind]
    inside = {statement.pk for statement in of_kind if statement.parent and statement.parent.kind == kind}
    return [
        StatementShown(
            title=queries.known(statement.title, statement.inferred),
            wording=statement.wording,
            lines=tuple(part.title for part in of_kind if part.parent_id == statement.pk),
            part_of=str(statement.parent or ""),
        )
        for statement in of_kind
        if statement.pk not in inside
    ]


def strategies_of(partnership: Partnership) -> list[tuple[str, list[Strategy]]]:
    """What it serves, goes on with and rests on, by kind. One query."""
    strategies = list(partnership.strategies.live().select_related("organisation", "board"))
    groups = [
        (kind, [strategy for strategy in strategies if strategy.kind == kind]) for kind in Strategy.Kind
    ]
    return [
        (plural(kind.label) if len(of_kind) > 1 else kind.label, of_kind)
        for kind, of_kind in groups
        if of_kind
    ]


class Partners(InPartnershipPage, TemplateView):
    """Who is in, as what, today or on the day in the address."""

    model = Partnership
    template_name = "partnerships/partners.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; status 400 when the address asks for no day, or for something else than a day."""
        form = AsAtFilter(request.GET, today=timezone.localdate())
        context = self.get_context_data(form=form, **kwargs)
        return self.render_to_response(context, status=200 if form.is_valid() else 400)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Members with their standing."""
        form: AsAtFilter = kwargs.pop("form")
        return super().get_context_data(**kwargs) | {
            "title": "Partners",
            "filter_form": form,
            "chips": form.chips(),
            "clear_url": self.request.path,
            "lede": as_at_lede("Members and their standing", form, self.partnership),
            "members": queries.members_on(self.partnership, form.day),
            "on": form.said() or "today",
            **self.shell(("Partners", "")),
        }
