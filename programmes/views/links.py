"""What an action hangs together with: supporters, actions it waits for, what it serves."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.generic import View

from core.permissions import Verb
from programmes import queries, services
from programmes.domain.dependencies import Needed
from programmes.forms.links import LinksForm
from programmes.models import Action
from programmes.views.place import InActionPage


class ActionLinks(InActionPage, View):
    """Change an action's links. Only what was changed on the page changes, so it clashes with nobody."""

    model = Action

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        action = self._allowed()
        return self._page(action, LinksForm(action=action))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save all of it, or say why not."""
        action = self._allowed()
        form = LinksForm(request.POST, action=action)
        if form.is_valid():
            try:
                added, removed = form.differences()
                services.change_links(
                    action=action, added=added, removed=removed, by=request.user, moment=timezone.now()
                )
                messages.success(request, "Saved.")
                return redirect(action.get_absolute_url())
            except ValidationError as refused:
                form.add_error("needs", ValidationError(refused.messages))
        return self._page(action, form, status=422)

    def _allowed(self) -> Action:
        action = self.action()
        self.must(Verb.CHANGE, action)
        return action

    def _page(self, action: Action, form: LinksForm, status: int = 200) -> HttpResponse:
        context = {
            "title": f"Links of {action.reference}",
            "lede": action.title,
            "form": form,
            "cancel_url": action.get_absolute_url(),
            **self.shell_of(action, ("Links", "")),
        }
        return render(self.request, "core/form.html", context, status=status)


def link_facts(action: Action, links: queries.Links) -> list[tuple[str, object]]:
    """The links as facts of the action's page."""
    base = action.get_absolute_url().removesuffix(f"{action.reference}/")
    return [
        (
            "Waits for",
            _listed(links.needs, base, {needed.reference for needed in links.late}) or "None recorded",
        ),
        ("Waited for by", _listed(links.needed_by, base, set()) or "None recorded"),
        ("Strategies it serves", "\n".join(links.strategies) or "None recorded"),
        ("Partners' objectives it serves", "\n".join(links.objectives) or "None recorded"),
    ]


def _listed(rows: tuple[Needed, ...], base: str, late: set[str]) -> SafeString:
    return format_html_join(
        "\n", "{}", [(_needed(needed, base, needed.reference in late),) for needed in rows]
    )


def _needed(needed: Needed, base: str, is_late: bool) -> SafeString:
    when = "done" if needed.done else f"due {needed.due}" if needed.due else "no date"
    words = f"{when}, which is after this action is due" if is_late else when
    return format_html(
        '<a href="{}{}/">{} {}</a> ({})', base, needed.reference, needed.reference, needed.title, words
    )
