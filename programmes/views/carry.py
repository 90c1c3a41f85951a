"""Actions left under replaced themes are put under the themes in force, and none is lost on the way."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.generic import View

from core.domain.words import counted
from core.permissions import Verb
from partnerships.models import Theme
from partnerships.views import InPartnershipPage
from programmes import queries, services
from programmes.forms.carry import CarryForm
from programmes.models import Action
from programmes.views.round_acts import say_refusal

LEDE = (
    "These actions stand under themes that were replaced. Where one link leads on, it is filled in. "
    "Quarters that are locked keep the themes they were reported under, and references stay."
)


class CarryOver(InPartnershipPage, View):
    """Where each action goes, looked through and done as one change that can be taken back as one."""

    model = Action

    @cached_property
    def now(self) -> list[Theme]:
        """The themes an action may be put under."""
        return queries.themes_in_force(self.partnership)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The actions and where they would go."""
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry them over, all or none."""
        form = self._form(request.POST)
        if form.is_valid():
            placed = form.placed()
            try:
                change_set = services.carry_actions(
                    placed=placed, by=request.user, reason=form.cleaned_data["reason"]
                )
            except ValidationError as refused:
                form = self._redrawn()
                say_refusal(form, refused)
            else:
                messages.success(request, f"Carried over {counted(len(placed), 'action')}.")
                return redirect("programmes:change", self.partnership.slug, change_set)
        return self._page(form, status=422)

    def _form(self, data: Any = None) -> CarryForm:
        self.must(Verb.CHANGE, self.partnership)
        rows = self.rows().live().visible_to(self.request.user, Verb.CHANGE)
        return CarryForm(data, left=queries.left_behind(self.partnership, rows, self.now), now=self.now)

    def _redrawn(self) -> CarryForm:
        """What was chosen, beside the actions as they are now, so that a second look can be sent."""
        data = self.request.POST.copy()
        for name, version in self._form().versions.items():
            data[name] = str(version)
        return self._form(data)

    def _page(self, form: CarryForm, status: int = 200) -> HttpResponse:
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        context = {
            "title": "Carry actions over to the new themes",
            "lede": LEDE if form.left else "No action stands under a theme that was replaced.",
            "form": form,
            "submit_label": "Carry them over",
            "cancel_url": plan,
            **self.shell(("Plan", plan), ("Carry over", "")),
        }
        return render(self.request, "programmes/carry.html", context, status=status)
