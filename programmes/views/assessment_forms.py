"""Adding and changing an assessment."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from core.views import AddPage, EditPage, HistoryPage
from partnerships.views import InPartnershipPage
from programmes import services
from programmes.forms import ImpactAssessmentForm
from programmes.models import Action, ImpactAssessment
from programmes.views.place import InActionPage


class AssessmentAdd(InActionPage, AddPage):
    """Say how far an assessment of an action is."""

    model = ImpactAssessment
    form_class = ImpactAssessmentForm

    def place(self) -> Action:
        return self.action()

    def new(self) -> ImpactAssessment:
        """Of this action; the service draws its reference."""
        return ImpactAssessment(action=self.action(), partnership=self.partnership)

    def save(self, form: Any) -> ImpactAssessment:
        """Through the service, which knows the day."""
        return _kept(form, self.request.user)

    def success_url(self, row: ImpactAssessment) -> str:
        """The action's page, where it stands."""
        return _back(row)

    def context(self, row: ImpactAssessment, form: Any) -> dict[str, Any]:
        action = self.action()
        return {
            "form": form,
            "title": f"Add an assessment of {action.reference}",
            "lede": action.title,
            "submit_label": "Add the assessment",
            "cancel_url": action.get_absolute_url(),
            **self.shell_of(action, ("Add an assessment", "")),
        }


class AssessmentPage(InPartnershipPage):
    model = ImpactAssessment

    def crumbs(self, row: ImpactAssessment, last: str) -> dict[str, Any]:
        """The shell with the assessments in the breadcrumbs."""
        listed = reverse("programmes:assessments", args=[self.partnership.slug])
        return self.shell(("Impact assessments", listed), (row.reference, row.get_absolute_url()), (last, ""))


class AssessmentEdit(AssessmentPage, EditPage):
    """Change how far an assessment is."""

    form_class = ImpactAssessmentForm

    def save(self, form: Any) -> ImpactAssessment:
        """Through the service, which knows the day."""
        return _kept(form, self.request.user)

    def success_url(self, row: ImpactAssessment) -> str:
        """The action's page, where it stands."""
        return _back(row)

    def context(self, row: ImpactAssessment, form: Any) -> dict[str, Any]:
        return super().context(row, form) | {
            "title": f"Change assessment {row.reference}",
            "lede": row.about,
            "cancel_url": _back(row),
            **self.crumbs(row, "Change"),
        }


class AssessmentHistory(AssessmentPage, HistoryPage):
    def extra(self, row: ImpactAssessment) -> dict[str, Any]:
        return self.crumbs(row, "History")


def _kept(form: Any, by: Any) -> ImpactAssessment:
    return services.keep_assessment(
        assessment=form.instance, by=by, today=timezone.localdate(), reason=form.reason
    )


def _back(row: ImpactAssessment) -> str:
    """The action's page, or its line where it is about no action."""
    return row.action.get_absolute_url() if row.action else row.get_absolute_url()
