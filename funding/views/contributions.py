"""Pages of contributions: the list, one of them, and its next step."""

from __future__ import annotations

from typing import Any

from core.domain.words import NOT_STATED, day_stated
from core.tables import Column, Row
from core.views import DetailPage, EditPage, HistoryPage, ListPage
from funding import queries, services
from funding.domain.qualifier import qualified
from funding.forms import ContributionStateForm
from funding.models import Contribution
from funding.queries.phases import decision_words
from funding.views.money import MoneyPage
from funding.views.partners import STEP_COLUMNS, step_rows
from partnerships.views.shell import admin_actions

COLUMNS = [
    Column("Reference", "ref"),
    Column("Partner", "main"),
    Column("Phase"),
    Column("How far it has come"),
    Column("Amount", "num"),
]


class OnContribution(MoneyPage):
    """A page about one contribution."""

    model = Contribution

    def below(self, row: Contribution, last: str) -> dict[str, Any]:
        """The shell, with the list and the contribution among the breadcrumbs."""
        list_crumb = ("Contributions", self.money_url("contributions/"))
        return self.money_shell(list_crumb, (row.reference, row.get_absolute_url()), (last, ""))


class ContributionList(MoneyPage, ListPage):
    """Every contribution, fifty at a time."""

    model = Contribution

    def filtered(self) -> tuple[Any, Any]:
        form, rows = super().filtered()
        return form, rows.order_by("reference")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Values only; one query for the page."""
        page = kwargs["page"]
        page.object_list = list(page.object_list.select_related("organisation", "phase"))
        return super().get_context_data(
            title="Contributions",
            columns=COLUMNS,
            rows=[
                Row(
                    (
                        contribution.reference,
                        contribution.organisation.name,
                        contribution.phase.name,
                        contribution.get_state_display(),
                        qualified(contribution.amount, contribution.qualifier),
                    ),
                    self.money_url(f"contributions/{contribution.reference}/"),
                )
                for contribution in page
            ],
            empty={"text": "No contributions are recorded yet. They are added in the admin."},
            **self.money_shell(("Contributions", "")),
            **kwargs,
        )


class ContributionDetail(MoneyPage, DetailPage):
    """One contribution, with each step it took."""

    model = Contribution
    template_name = "funding/contribution.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        contribution: Contribution = context["row"]
        page_url = contribution.get_absolute_url()
        return context | {
            "title": f"{contribution.organisation}, {contribution.phase}",
            "reference": contribution.reference,
            "actions": [
                *([("Change how far it has come", f"{page_url}edit/")] if context["may_change"] else []),
                *admin_actions(self.request.user, contribution, context["may_change"]),
            ],
            "facts": _facts(contribution, queries.condition_of(self.books, contribution)),
            "blocks": self.drawn_blocks(contribution),
            "step_columns": STEP_COLUMNS,
            "steps": step_rows(queries.steps_of([contribution])),
            "history_url": f"{page_url}history/",
            **self.money_shell(
                ("Contributions", self.money_url("contributions/")), (contribution.reference, "")
            ),
        }


def _facts(contribution: Contribution, condition: str) -> list[tuple[str, str]]:
    return [
        ("Amount", qualified(contribution.amount, contribution.qualifier, begins=True)),
        ("How far it has come", contribution.get_state_display()),
        ("Since", day_stated(contribution.state_on)),
        (
            "Decided by",
            decision_words(contribution.board, contribution.decided_on, contribution.minute)
            or "No decision recorded",
        ),
        ("Source", str(contribution.source_of_money) if contribution.source_of_money else NOT_STATED),
        ("Condition", condition),
        ("Where this comes from", contribution.source or NOT_STATED),
    ]


class ContributionMove(OnContribution, EditPage):
    """Take a contribution a step on, with its date and its decision."""

    form_class = ContributionStateForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Who may decide."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Contribution:
        """Only to a state that can follow."""
        return services.move_contribution(
            contribution=form.instance, by=self.request.user, reason=form.reason
        )

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        return super().context(row, form) | self.below(row, "Change")


class ContributionHistory(OnContribution, HistoryPage):
    """A contribution's history: what it was, since when, by whose decision."""

    def extra(self, row: Any) -> dict[str, Any]:
        return self.below(row, "History")
