"""Pages of one phase: its cost, its options, its splits, and what papers printed about it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.shortcuts import get_object_or_404

from core.domain.money import pounds
from core.domain.words import NOT_STATED, day_stated
from core.permissions import Verb
from core.tables import Column, Row
from core.views import AddPage, DetailPage, EditPage, HistoryPage
from funding import queries, services
from funding.blocks import PhaseShares, fall, phase_funding
from funding.blocks.found import Found
from funding.domain.phase_facts import CostRow, PhaseCost
from funding.forms import AgreeOptionForm, PhaseForm
from funding.models import Option, Phase
from funding.views.money import PRINTED_COLUMNS, TABLES, MoneyPage, printed_rows
from partnerships.views.shell import admin_actions


class PhaseDetail(MoneyPage, DetailPage):
    model = Phase
    template_name = "funding/phase.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The same blocks a report draws, from books opened once."""
        context = super().get_context_data(**kwargs)
        phase: Phase = context["row"]
        phase_url, ref, drawn = phase.get_absolute_url(), phase.reference, self.block_context()
        position = next(
            phase_position
            for phase_position in queries.position(self.books).phases
            if phase_position.phase.reference == ref
        )
        splits = queries.splits(self.books, phase=phase)
        return context | {
            "title": phase.name,
            "reference": ref,
            "actions": [
                *([("Change", f"{phase_url}edit/")] if context["may_change"] else []),
                ("Spending", f"{phase_url}spend/"),
                *admin_actions(self.request.user, phase, context["may_change"]),
            ],
            "blocks": self.drawn_blocks(phase),
            "facts": _facts(phase, position),
            "cost": self._cost(position.phase),
            "line_shares": self._line_shares(phase, position.phase),
            "funding": TABLES["funding"].draw(drawn, Found((phase_funding(position),), "")),
            "falls": [
                fall(position.phase, balance, place) for place, balance in enumerate(position.balances)
            ],
            "agreeable": self._agreeable(position, phase_url),
            "position": position,
            "split": TABLES["splits"].draw(drawn, Found(splits, "No split is recorded for this phase.")),
            "split_links": [(split.name, self.money_url(f"splits/{split.reference}/")) for split in splits],
            "printed_columns": PRINTED_COLUMNS,
            "printed": printed_rows(queries.printed_beside(self.books, ref)),
            "history_url": f"{phase_url}history/",
            "files": self.files("cost", "funding", "lines", query=f"?phase={ref}"),
            **self.money_shell((phase.name, "")),
        }

    def _cost(self, cost: PhaseCost) -> dict[str, Any]:
        """Its posts and lines, fifty at a time, and the sums of all of them."""
        amounts = cost.for_its_time
        rows = list(zip(cost.rows, amounts or [None] * len(cost.rows), strict=True))
        page = self.page_of(rows)
        columns = [
            Column("Line", "main"),
            Column("Cost of one", "num"),
            Column(cost.cost_heading, "num"),
            *([Column("For its own time", "num")] if amounts and not cost.is_one_sum else []),
        ]
        width = len(columns)
        return {
            "columns": columns,
            "rows": [Row(_cost_cells(row, amount)[:width]) for row, amount in page],
            "totals": [Row(("Total", "", _pounds(cost.total), _pounds(cost.cost))[:width])],
            "page": page,
            "words": _cost_words(cost),
            "caption": f"Posts and other lines: cost {cost.span}, with on-costs",
        }

    def _line_shares(self, phase: Phase, cost: PhaseCost) -> Any:
        shares = PhaseShares(cost, queries.line_shares(self.books, phase, cost))
        if not any(line.shares for line in shares.divided.lines):
            return ""
        return TABLES["lines"].draw(self.block_context(), Found((shares,), ""))

    def _agreeable(self, position: Any, phase_url: str) -> list[tuple[str, str]]:
        if not self.edits_money("option"):
            return []
        return [
            (f"Agree {option.name} by a decision", f"{phase_url}options/{option.order}/agree/")
            for option in position.options
            if option.order and not option.is_agreed
        ]


def _cost_cells(row: CostRow, amount: Decimal | None) -> tuple[str, ...]:
    notes = [
        row.theme,
        f"{row.months} months" if row.months else "",
        "capital" if row.is_capital else "",
        f"divided like {row.rule}" if row.rule else "",
    ]
    notes_words = ", ".join(note for note in notes if note)
    label = f"{row.label} ({notes_words})" if notes_words else row.label
    unit_cost = _pounds(row.unit_cost) if row.is_post else ""
    return (label, unit_cost, _pounds(row.cost), _pounds(amount))


def _pounds(amount: Decimal | None) -> str:
    return NOT_STATED if amount is None else pounds(amount)


def _cost_words(cost: PhaseCost) -> str:
    team = ""
    if cost.lines and cost.team_total is not None:
        team = f"Posts come to {pounds(cost.team_total)} {cost.span}."
    return " ".join(filter(None, [cost.working, team, cost.kinds_words]))


def _facts(phase: Phase, position: Any) -> list[tuple[str, str]]:
    dates = [day_stated(day) for day in (phase.starts_on, phase.ends_on)]
    balances = "\n".join(
        f"{balance.option.name}: {balance.sentence}"
        if balance.option and len(position.balances) > 1
        else balance.sentence
        for balance in position.balances
    )
    return [
        ("State", phase.get_state_display()),
        ("Time", position.phase.period),
        ("First and last day", f"{dates[0]} and {dates[1]}"),
        ("Cost and funding", balances),
        ("Note", phase.note or "None"),
        ("Where this comes from", phase.source or NOT_STATED),
    ]


class PhaseEdit(MoneyPage, EditPage):
    model = Phase
    form_class = PhaseForm

    def form_options(self, row: Any) -> dict[str, Any]:
        """Plans are the partnership's own."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        crumbs = ((row.name, row.get_absolute_url()), ("Change", ""))
        return super().context(row, form) | self.money_shell(*crumbs)


class PhaseAdd(MoneyPage, AddPage):
    """Add a phase under the next reference."""

    model = Phase
    form_class = PhaseForm

    def place(self) -> Any:
        return self.partnership

    def new(self) -> Phase:
        return Phase(partnership=self.partnership)

    def form_options(self, row: Any) -> dict[str, Any]:
        """Plans are the partnership's own."""
        return {"partnership": self.partnership}

    def save(self, form: Any) -> Phase:
        return services.add_phase(phase=form.instance, by=self.request.user)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        return {
            "form": form,
            "title": "Add a phase",
            "submit_label": "Add this phase",
            "cancel_url": self.money_url(),
            **self.money_shell(("Add a phase", "")),
        }


class PhaseHistory(MoneyPage, HistoryPage):
    model = Phase

    def extra(self, row: Any) -> dict[str, Any]:
        return self.money_shell((row.name, row.get_absolute_url()), ("History", ""))


class OnOption(MoneyPage):
    """An option is found by its phase and its place among the phase's options."""

    model = Option

    def row(self) -> Option:
        """The option in the address, or 404."""
        lookup = {"phase__reference": self.kwargs["reference"], "order": self.kwargs["order"]}
        option: Option = get_object_or_404(self.rows().select_related("phase__partnership"), **lookup)
        return option

    def option_shell(self, row: Option, last: str) -> dict[str, Any]:
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
    def extra(self, row: Any) -> dict[str, Any]:
        return self.option_shell(row, "History")
