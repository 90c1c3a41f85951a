"""Pages of a phase's spending: by quarter, requests to move money, ledger extracts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.generic import TemplateView, View

from core.domain.money import pounds
from core.domain.words import counted, day_words
from core.permissions import Verb
from core.sheets import UnreadableFile, read_sheets
from core.tables import Column, Row
from core.views import AddPage, EditPage
from funding import queries, services
from funding.blocks.found import Found
from funding.domain.extract import Extract, Fault, LedgerLine, read_extract
from funding.domain.spend import MoveRequest, ProfileMoveState
from funding.forms import DecideMoveForm, ExtractForm, ProfileMoveForm
from funding.models import Actual, Phase, ProfileMove
from funding.views.money import TABLES, MoneyPage

MOST_LINES = 5_000
SIGNED_FOR = "funding.extract"
MOVE_COLUMNS = [
    Column("Reference", "ref"),
    Column("Request", "main"),
    Column("Kind"),
    Column("State"),
    Column("Decision"),
    Column("Why"),
]
LINE_COLUMNS = [
    Column("Reference", "ref"),
    Column("What for", "main"),
    Column("Date", "date"),
    Column("Amount", "num"),
]
FAULT_COLUMNS = [Column("Where", "main"), Column("What is wrong")]


class OnPhase(MoneyPage):
    """A page about the spending of one phase."""

    @cached_property
    def phase(self) -> Phase:
        """The phase in the address, or 404."""
        reached = Phase.objects.visible_to(self.request.user).live().filter(partnership=self.partnership)
        phase: Phase = get_object_or_404(reached, reference=self.kwargs["reference"])
        return phase

    @property
    def spend_url(self) -> str:
        return f"{self.phase.get_absolute_url()}spend/"

    def spend_shell(self, *crumbs: tuple[str, str]) -> dict[str, Any]:
        """The shell, with the phase and its spending among the breadcrumbs."""
        phase_crumb = (self.phase.name, self.phase.get_absolute_url())
        return self.money_shell(phase_crumb, ("Spending", self.spend_url if crumbs else ""), *crumbs)


class Spend(OnPhase, TemplateView):
    """Approved, current and actual by quarter; every request; every ledger line, fifty at a time."""

    model = Phase
    template_name = "funding/spend.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """From the same books as every table of money."""
        ref, user = self.phase.reference, self.request.user
        (spend,) = queries.spending(self.books, ref)
        lines = sorted(
            self.books.actuals[self.phase.pk], key=lambda actual: (actual.on, actual.ledger_reference)
        )
        page = self.page_of(lines)
        may_decide = self.edits_money("profilemove")
        adds = [
            ("Ask to move money", "move/", user.has_perm("funding.add_profilemove", self.partnership)),
            ("Take a ledger extract", "extract/", user.has_perm("funding.add_actual", self.partnership)),
        ]
        return super().get_context_data(**kwargs) | {
            "title": f"Spending of {self.phase.name}",
            "sentence": spend.sentence(timezone.localdate()),
            "spend": TABLES["spend"].draw(self.block_context(), Found((spend,), ""))
            if spend.quarters
            else "",
            "move_columns": MOVE_COLUMNS,
            "moves": [self._move_row(move, may_decide) for move in queries.moves(self.books, self.phase)],
            "line_columns": LINE_COLUMNS,
            "lines": [
                Row((actual.ledger_reference, actual.wording, day_words(actual.on), pounds(actual.amount)))
                for actual in page
            ],
            "page": page,
            "actions": [(label, self.spend_url + tail) for label, tail, may in adds if may],
            "files": self.files("spend", query=f"?phase={ref}"),
            **self.spend_shell(),
        }

    def _move_row(self, move: MoveRequest, may_decide: bool) -> Row:
        is_open = move.state is ProfileMoveState.REQUESTED
        asked = f", asked on {day_words(move.asked_on)}" if move.asked_on else ""
        return Row(
            (
                move.reference,
                f"{move.sentence}{asked}",
                move.kind.label,
                move.state.label,
                move.decision or "No decision recorded",
                move.why,
            ),
            self.money_url(f"moves/{move.reference}/") if is_open and may_decide else "",
        )


class MoveAdd(OnPhase, AddPage):
    """Ask for money to be spent in another quarter; it is given the next reference."""

    model = ProfileMove
    form_class = ProfileMoveForm
    saved_message = "Asked for. Nothing moves until it is decided."

    def place(self) -> Any:
        return self.partnership

    def new(self) -> ProfileMove:
        """A request about this phase, asked today."""
        return ProfileMove(partnership=self.partnership, phase=self.phase, asked_on=timezone.localdate())

    def save(self, form: Any) -> ProfileMove:
        return services.ask_for_move(move=form.instance, by=self.request.user)

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        return {
            "form": form,
            "title": "Ask to move money",
            "lede": "What is approved stays. When a board approves the request, the current profile moves.",
            "submit_label": "Ask",
            "cancel_url": self.spend_url,
            **self.spend_shell(("Ask to move money", "")),
        }


class MoveDecide(MoneyPage, EditPage):
    """Record the decision about a request."""

    model = ProfileMove
    form_class = DecideMoveForm
    saved_message = "The decision is recorded."

    def form_options(self, row: Any) -> dict[str, Any]:
        """Who may decide."""
        return {"partnership": self.partnership}

    def context(self, row: Any, form: Any) -> dict[str, Any]:
        moved = (
            f"{pounds(row.amount)} from {row.source_quarter.label} to {row.target_quarter.label}. {row.why}"
        )
        return super().context(row, form) | {
            "title": f"Decide {row.reference}",
            "lede": moved,
            **self.money_shell((row.phase.name, row.phase.get_absolute_url()), ("Decide", "")),
        }


class TakeExtract(OnPhase, View):
    """Check a ledger extract, show what would be taken, and take all of it or nothing."""

    model = Actual
    template_name = "funding/extract.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must(Verb.ADD, self.partnership)
        return self.shown(ExtractForm())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A file is checked; what was checked is taken."""
        self.must(Verb.ADD, self.partnership)
        if "checked" in request.POST:
            return self.take(request.POST["checked"])
        form = ExtractForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.shown(form, status=422)
        upload = form.cleaned_data["upload"]
        try:
            sheets = read_sheets(upload.read(), upload.name)
        except UnreadableFile as refused:
            form.add_error("upload", str(refused))
            return self.shown(form, status=422)
        extract = read_extract(
            sheets, queries.recorded_lines(self.phase), self.phase.starts_on, self.phase.ends_on
        )
        if len(extract.new) > MOST_LINES:
            too_many = (
                f"The file has {len(extract.new):,} new lines. Split it into files of {MOST_LINES:,} lines."
            )
            extract = replace(extract, faults=(Fault("The file", too_many),))
        return self.shown(ExtractForm(), extract, upload.name, status=422 if extract.faults else 200)

    def take(self, checked: str) -> HttpResponse:
        """What the preview showed, signed by us; refused when somebody took it meanwhile."""
        try:
            preview = signing.loads(checked, salt=SIGNED_FOR, max_age=24 * 60 * 60)
        except signing.BadSignature as tampered:
            raise SuspiciousOperation(
                "This preview is too old or not ours. Check the file again."
            ) from tampered
        if preview["phase"] != self.phase.pk:
            raise SuspiciousOperation("This preview is of another phase. Check the file again.")
        try:
            taken = services.take_extract(
                phase=self.phase,
                lines=[_line(line) for line in preview["lines"]],
                by=self.request.user,
                reason=f"Ledger extract {preview['name']}",
            )
        except ValidationError as refused:
            form = ExtractForm({})
            form.add_error("upload", refused)
            return self.shown(form, status=422)
        messages.success(self.request, f"{counted(taken, 'line was', 'lines were')} recorded.")
        return redirect(self.spend_url)

    def shown(
        self, form: ExtractForm, extract: Extract | None = None, name: str = "", status: int = 200
    ) -> HttpResponse:
        """The page, with what the file would do where one was checked."""
        context = {
            "form": form,
            "title": f"Take a ledger extract for {self.phase.name}",
            "extract": extract,
            "name": name,
            "fault_columns": FAULT_COLUMNS,
            "faults": [Row((fault.place, fault.message)) for fault in extract.faults] if extract else [],
            "line_columns": LINE_COLUMNS,
            "lines": [_line_row(line) for line in extract.new[:50]] if extract else [],
            "checked": self._signed(extract, name) if extract and extract.new and not extract.faults else "",
            "cancel_url": self.spend_url,
            **self.spend_shell(("Take a ledger extract", "")),
        }
        return render(self.request, self.template_name, context, status=status)

    def _signed(self, extract: Extract, name: str) -> str:
        lines = [
            [line.reference, line.on.isoformat(), line.wording, str(line.amount)] for line in extract.new
        ]
        preview = {"phase": self.phase.pk, "name": name[:80], "lines": lines}
        return signing.dumps(preview, salt=SIGNED_FOR, compress=True)


def _line(values: list[str]) -> LedgerLine:
    reference, on, wording, amount = values
    return LedgerLine(reference, date.fromisoformat(on), wording, Decimal(amount))


def _line_row(line: LedgerLine) -> Row:
    return Row((line.reference, line.wording, day_words(line.on), pounds(line.amount)))
