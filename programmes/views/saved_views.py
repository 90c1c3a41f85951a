"""Keeping a view of the plan, changing it, taking it away."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from core import services as kernel
from core.permissions import Verb
from core.views import AddPage, EditPage
from partnerships.views import InPartnershipPage
from programmes import services
from programmes.filters import PlanFilter
from programmes.forms.saved_views import NewSavedViewForm, SavedViewForm
from programmes.models import Action, SavedView


class SavedViewAdd(InPartnershipPage, AddPage):
    """Keep the list in the address under a name."""

    model = SavedView
    form_class = NewSavedViewForm
    saved_message = "Saved. It stands on the plan's page."

    def place(self) -> Any:
        return self.partnership

    def must(self, verb: Verb, row: Any = None, *, model: Any = None) -> None:
        """Whoever reads the plan may keep a list of it: it says nothing they do not see."""
        super().must(Verb.VIEW, model=Action)

    def new(self) -> SavedView:
        """A view of this partnership's plan; it belongs to the user who saves it."""
        return SavedView(partnership=self.partnership, owner=self.request.user, reference="V-0")

    def form_options(self, row: SavedView) -> dict[str, Any]:
        """The filters in the address."""
        filters = PlanFilter(
            self.request.GET,
            partnership=self.partnership,
            user=self.request.user,
            today=timezone.localdate(),
        )
        return {"filters": filters}

    def save(self, form: Any) -> SavedView:
        """Through the service, which draws the reference."""
        return services.save_view(view=form.save(commit=False), by=self.request.user)

    def context(self, row: SavedView, form: Any) -> dict[str, Any]:
        """What the view narrows the plan to, in words."""
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        filters = "; ".join(chip.label for chip in form.filters.chips())
        return {
            "form": form,
            "title": "Save this view",
            "lede": filters or "The whole plan, without a filter.",
            "cancel_url": plan,
            **self.shell(("Plan", plan), ("Save this view", "")),
        }


class SavedViewEdit(InPartnershipPage, EditPage):
    """Change a view's name or who sees it, or take it away."""

    model = SavedView
    form_class = SavedViewForm
    template_name = "programmes/saved_view.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Save it, or archive it by the second button."""
        if request.POST.get("do") != "remove":
            return super().post(request, *args, **kwargs)
        row = self.row()
        self.must(Verb.ARCHIVE, row)
        try:
            kernel.archive(row, by=request.user, reason="", moment=timezone.now())
            messages.success(request, f"{row} is taken away.")
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
        return redirect("programmes:plan", self.partnership.slug)

    def context(self, row: SavedView, form: Any) -> dict[str, Any]:
        plan = reverse("programmes:plan", args=[self.partnership.slug])
        return super().context(row, form) | {
            "title": f"Change the view {row}",
            "cancel_url": plan,
            **self.shell(("Plan", plan), (str(row), "")),
        }
