"""Pages of one phase: its cost, its options, its splits, and what papers printed about it."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404

from core.domain.words import day_words
from core.permissions import Verb
from core.views import AddPage, DetailPage, EditPage, HistoryPage
from funding import queries, services
from funding.blocks import phase_funding
from funding.blocks.found import Found
from funding.forms import AgreeOptionForm, PhaseForm
from funding.models import Option, Phase
from funding.views.money import PRINTED_COLUMNS, TABLES, MoneyPage, printed_rows
from partnerships.views.shell import admin_actions


class PhaseDetail(MoneyPage, DetailPage):
    """One phase."""

    model = Phase
    template_name = "funding/phase.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The same blocks a report draws, from books opened once."""
        context = super().get_context_data(**kwargs)
        phase: Phase = context["row"]
        here, ref, drawn = phase.get_absolute_url(), phase.reference, self.block_context()
        position = next(one for one in queries.position(self.books).phases if one.phase.reference == ref)
        splits = queries.splits(self.books, phase=phase)
        return context | {
            "title": phase.name,
            "reference": ref,
            "actions": [
                *([("Change", f"{here}edit/")] if context["may_change"] else []),
                *admin_actions(self.request.user, phase, context["may_change"]),
            ],
            "blocks": self.drawn_blocks(phase),
            "facts": _facts(phase, position),
            "cost": TABLES["cost"].draw(drawn, Found((position.phase,), "")),
            "funding": TABLES["funding"].draw(drawn, Found((phase_funding(position),), "")),
            "agreeable": self._agreeable(position, here),
            "position": position,
            "split": TABLES["splits"].draw(drawn, Found(splits, "No split is recorded for this phase.")),
            "split_links": [(one.name, self.money_url(f"splits/{one.reference}/")) for one in splits],
            "printed_columns": PRINTED_COLUMNS,
            "printed": printed_rows(queries.printed_beside(self.books, ref)),
            "history_url": f"{here}history/",
            "files": self.files("cost", "funding", query=f"?phase={ref}"),
            **self.money_shell((phase.name, "")),
        }

    def _agreeable(self, position: Any, here: str) -> list[tuple[str, str]]:
        if not self.edits_money("option"):
            return []
        return [
            (f"Agree {one.name} by a decision", f"{here}options/{one.order}/agree/")
            for one in position.options
            if one.order and not one.is_agreed
        ]


def _facts(phase: Phase, position: Any) -> list[tuple[str, str]]:
    dates = [day_words(day) if day else "Not stated" for day in (phase.starts_on, phase.ends_on)]
    balances = "\n".join(
        f"{one.option.name}: {one.sentence}" if one.option and len(position.balances) > 1 else one.sentence
        for one in position.balances
    )
    return [
        ("State", phase.get_state_display()),
        ("Time", position.phase.period),
        ("First and last day", f"{dates[0]} and {dates[1]}"),
        ("Cost and funding", balances),
        ("Note", phase.note or "None"),
        ("Where this comes from", phase.source or "Not stated"),
    ]


class PhaseEdit(MoneyPage, EditPage):
    """Change a phase."""

    model = Phase
    form_class = PhaseForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Plans are the partnership's own."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        crumbs = ((row.name, row.get_absolute_url()), ("Change", ""))
        return super().context(row, form) | self.money_shell(*crumbs)


class PhaseAdd(MoneyPage, AddPage):
    """Add a phase; its reference is drawn."""

    model = Phase
    form_class = PhaseForm

    def place(self) -> Any:
        """In this partnership."""
        return self.partnership

    def new(self) -> Phase:
        """A phase of this partnership."""
        return Phase(partnership=self.partnership)

    def form_options(self, row: Any) -> dict[str, Any]:
        """Plans are the partnership's own."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Phase:
        """Under the next reference."""
        return services.add_phase(phase=form.instance, by=self.request.user)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        return {
            "form": form,
            "title": "Add a phase",
            "submit_label": "Add this phase",
            "cancel_url": self.money_url(),
            **self.money_shell(("Add a phase", "")),
        }


class PhaseHistory(MoneyPage, HistoryPage):
    """A phase's history."""

    model = Phase

    def extra(self, row: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        return self.money_shell((row.name, row.get_absolute_url()), ("History", ""))


class OnOption(MoneyPage):
    """An option is found by its phase and its place among the phase's options."""

    model = Option

    def row(self) -> Option:
        """The option in the address, or 404."""
        where = {"phase__reference": self.kwargs["reference"], "order": self.kwargs["order"]}
        found: Option = get_object_or_404(self.rows().select_related("phase__partnership"), **where)
        return found

    def option_shell(self, row: Option, last: str) -> dict[str, Any]:
        """With the phase among the breadcrumbs."""
        return self.money_shell((row.phase.name, row.phase.get_absolute_url()), (row.name, ""), (last, ""))


class OptionAgree(OnOption, EditPage):
    """Make an option the agreed one, by a decision."""

    form_class = AgreeOptionForm
    verb = Verb.CHANGE
    saved_message = "This option is now the agreed one. The others stay readable."

    def form_options(self, row: Any) -> dict[str, Any]:
        """Who may decide."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Option:
        """The others become not taken in the same change."""
        return services.agree_option(option=form.instance, by=self.request.user, reason=form.reason)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        words = (
            "The phase's other options become not taken and stay readable. A recommendation agrees nothing."
        )
        return super().context(row, form) | {
            "title": f"Agree {row.name}",
            "lede": words,
            "submit_label": "Agree this option",
            **self.option_shell(row, "Agree"),
        }


class OptionHistory(OnOption, HistoryPage):
    """An option's history."""

    def extra(self, row: Any) -> dict[str, Any]:
        """Inside the partnership's shell."""
        return self.option_shell(row, "History")
