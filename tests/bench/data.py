"""A scratch partnership of any size: the same words, dates and states on every run."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils import timezone

from core.change import bulk_writes, change
from core.domain.money import apportion
from core.domain.periods import FinancialYear, Quarter
from core.domain.status import Confidence, Stage
from core.models import AuditedModel, User, kept_fields
from core.permissions import Role
from funding.models import (
    Actual,
    Contribution,
    CostLine,
    Option,
    OptionLine,
    Phase,
    Share,
    Source,
    Split,
)
from partnerships.models import Grant, Membership, Organisation, Partnership, Theme, ThemeSet
from programmes.domain.rounds import RoundState, UpdateState
from programmes.forms import ActionForm
from programmes.models import Action, Milestone, Plan, Round, Update

REVISIONS = 10
EDIT_SAVED = "edit, saved"  # measured by sending the form, not by asking for it
YEARS, PARTIES = 10, 12
LINES_IN = 5  # actions for each cost line: 200 lines beside 1,000 actions
QUARTERS = (Quarter(FinancialYear(2025), 4), Quarter(FinancialYear(2026), 1))
# Every eighth action is off track, and so on: the mix of a plan with something to report.
MIX = (
    (Stage.IN_PROGRESS, Confidence.OFF_TRACK),
    (Stage.IN_PROGRESS, Confidence.AT_RISK),
    (Stage.IN_PROGRESS, Confidence.ON_TRACK),
    (Stage.IN_PROGRESS, Confidence.ON_TRACK),
    (Stage.IN_PROGRESS, Confidence.ON_TRACK),
    (Stage.COMPLETE, ""),
    (Stage.NOT_STARTED, ""),
    (Stage.PAUSED, ""),
)


def build(size: int) -> dict[str, str]:
    """Make a partnership with ``size`` actions, two rounds of updates and ten revisions of each action.

    Returns the addresses to measure by name, and the manager's e-mail under "user".
    """
    slug = f"bench-{size}"
    with change(reason="Benchmark data."):
        plan, themes, bodies, manager = _frame(slug)
        rounds = [_round(plan, quarter, state) for quarter, state in zip(QUARTERS, _STATES, strict=True)]
        _money(plan, bodies, size // LINES_IN)
    with bulk_writes():
        actions = _actions(plan, themes, bodies, manager, rounds[-1], size)
        _updates(actions, rounds)
        _milestones(actions)
    base = f"/p/{slug}"
    return {
        "user": manager.email,
        "list": f"{base}/plan/",
        "list, search": f"{base}/plan/?text=scheme",
        "list, owner": f"{base}/plan/?owner={slug}-body-3",
        "list, filtered": f"{base}/plan/?status=off-track&text=scheme",
        "detail": f"{base}/actions/{actions[0].reference}/",
        "edit form": f"{base}/actions/{actions[0].reference}/edit/",
        EDIT_SAVED: f"{base}/actions/{actions[0].reference}/edit/",
        "timeline": f"{base}/plan/timeline/",
        "update form": f"{base}/updates/{QUARTERS[-1].slug}/{actions[0].reference}/",
        "dashboard": f"{base}/dashboard/{QUARTERS[-1].slug}/",
        "money": f"{base}/money/",
        "my work": "/",
        "my updates": "/updates/",
    }


_STATES = (RoundState.LOCKED, RoundState.OPEN)


def _frame(slug: str) -> tuple[Plan, list[Theme], list[Organisation], User]:
    manager, _ = User.objects.get_or_create(
        email=f"{slug}@example.org", defaults={"name": "Programme manager", "is_staff": True}
    )
    partnership = Partnership.objects.create(slug=slug, name=f"Benchmark of {slug}", invented=True)
    Grant.objects.create(user=manager, role=Role.PROGRAMME_MANAGER, partnership=partnership)
    bodies = [Organisation.objects.create(code=f"{slug}-body-{n}", name=f"Council {n}") for n in range(1, 13)]
    for body in bodies:
        Membership.objects.create(partnership=partnership, organisation=body)
    themes_of = ThemeSet.objects.create(partnership=partnership, reference="now", name="Themes")
    themes = [
        Theme.objects.create(
            partnership=partnership, theme_set=themes_of, reference=f"T{n}", name=f"Theme {n}", order=n
        )
        for n in range(1, 7)
    ]
    plan = Plan.objects.create(
        partnership=partnership, reference="P1", name="Delivery plan", theme_set=themes_of
    )
    return plan, themes, bodies, manager


def _round(plan: Plan, quarter: Quarter, state: RoundState) -> Round:
    return Round.objects.create(
        plan=plan,
        year=quarter.year.start,
        quarter_number=quarter.number,
        state=state,
        due_on=quarter.last_day + datetime.timedelta(days=14),
    )


def _money(plan: Plan, bodies: list[Organisation], lines: int) -> None:
    """Ten years with a phase each, so many cost lines and ledger lines, twelve parties, three sources."""
    partnership = plan.partnership
    sources = [
        Source.objects.create(
            partnership=partnership,
            reference=f"SO-{number}",
            name=f"Source {number}",
            kind=kind,
            holder=bodies[number],
        )
        for number, kind in enumerate((Source.Kind.RECURRING, Source.Kind.RECURRING, Source.Kind.ONE_OFF), 1)
    ]
    for year in range(YEARS):
        phase = _phase(plan, year, lines // YEARS)
        option = Option.objects.create(phase=phase, name="Proposal")
        for order, (source, amount) in enumerate(zip(sources, ("144000", "120000", "94000"), strict=True), 1):
            OptionLine.objects.create(
                option=option, order=order, source_of_money=source, amount=Decimal(amount)
            )
        split = Split.objects.create(
            partnership=partnership,
            phase=phase,
            reference=f"SP-{year}",
            name=f"Shares of {phase.name}",
            total=Decimal(358000),
            rule=Split.Rule.EQUAL,
            remainder=Split.Remainder.LARGEST,
        )
        shares = apportion(split.total, [1] * PARTIES)
        for order, (body, amount) in enumerate(zip(bodies[:PARTIES], shares, strict=True), 1):
            Share.objects.create(split=split, order=order, organisation=body, amount=amount)
            Contribution.objects.create(
                partnership=partnership,
                reference=f"C-{year:02d}{order:02d}",
                phase=phase,
                organisation=body,
                amount=amount,
            )


def _phase(plan: Plan, year: int, lines: int) -> Phase:
    """One year's phase with its cost lines, and as many ledger lines."""
    first = datetime.date(2026 + year, 4, 1)
    phase = Phase.objects.create(
        partnership=plan.partnership,
        plan=plan,
        reference=f"PH-{year}",
        name=f"Phase {year + 1}",
        starts_on=first,
        ends_on=datetime.date(2027 + year, 3, 31),
    )
    amounts = apportion(Decimal(357747), [1] * lines)
    with bulk_writes():
        CostLine.objects.bulk_create(
            CostLine(phase=phase, order=order, name=f"Line {order}", amount=amount)
            for order, amount in enumerate(amounts, 1)
        )
        Actual.objects.bulk_create(
            Actual(phase=phase, ledger_reference=f"JNL{order}", on=first, wording="Salaries", amount=amount)
            for order, amount in enumerate(amounts, 1)
        )
    return phase


def _actions(
    plan: Plan,
    themes: list[Theme],
    bodies: list[Organisation],
    manager: User,
    latest: Round,
    size: int,
) -> list[Action]:
    rows = []
    for number in range(size):
        theme = themes[number % len(themes)]
        stage, confidence = MIX[number % len(MIX)]
        row = Action(
            partnership=plan.partnership,
            plan=plan,
            theme=theme,
            reference=f"{theme.reference}-{number // len(themes) + 1:04d}",
            title=f"Deliver scheme {number} with every partner that takes part",
            description="What it is for and who gains by it, in about as many words as officers write.",
            owner=bodies[number % len(bodies)],
            lead=manager if number < 6 else None,
            lead_role="Head of service",
            stage=stage,
            confidence=confidence,
            reported_in=latest,
            version=REVISIONS,
        )
        day = datetime.date(2026, 4, 1) + datetime.timedelta(days=number % 700)
        row.original_first = row.original_last = row.current_first = row.current_last = day
        row.original_wording = row.current_wording = f"{day.day} {day:%B %Y}"
        rows.append(row)
    made = Action.objects.bulk_create(rows, batch_size=500)
    _past(Action, made)
    return made


def _past(model: type[AuditedModel], rows: list[Any]) -> None:
    """Ten revisions of each row, a week apart, each with another title."""
    names = [field.attname for field in kept_fields(model)]
    history: type[models.Model] = model.history.model
    start = timezone.now() - datetime.timedelta(weeks=REVISIONS)
    past = []
    for row in rows:
        values = {name: getattr(row, name) for name in names}
        for revision in range(1, REVISIONS + 1):
            values |= {"version": revision, "title": f"{row.title}, revision {revision}"}
            past.append(
                history(
                    **values,
                    history_date=start + datetime.timedelta(weeks=revision),
                    history_type="+" if revision == 1 else "~",
                    history_change_reason="Benchmark data.",
                )
            )
    history._default_manager.bulk_create(past, batch_size=500)


def _updates(actions: list[Action], rounds: list[Round]) -> None:
    rows = []
    for round_ in rounds:
        for number, action in enumerate(actions):
            stage, confidence = MIX[(number + (round_ is rounds[0])) % len(MIX)]
            silent = round_ is rounds[-1] and number % 10 == 9
            off = confidence == Confidence.OFF_TRACK
            rows.append(
                Update(
                    round=round_,
                    action=action,
                    state=UpdateState.NOT_STARTED if silent else UpdateState.SIGNED_OFF,
                    stage="" if silent else stage,
                    confidence="" if silent else confidence,
                    words="" if silent else "The first stage is done and the second is under way.",
                    reason="A supplier withdrew." if off else "",
                    recovery="Buy again." if off else "",
                    recovery_owner="Head of service" if off else "",
                    recovery_on=datetime.date(2026, 9, 30) if off else None,
                )
            )
    Update.objects.bulk_create(rows, batch_size=500)


def _milestones(actions: list[Action]) -> None:
    rows = []
    for action in actions:
        for number in range(1, 4):
            row = Milestone(action=action, number=number, title=f"Milestone {number}")
            row.original = row.current = action.current
            rows.append(row)
    Milestone.objects.bulk_create(rows, batch_size=500)


class EditForm:
    """What a browser sends when it changes an action's title again and again: each time another one."""

    def __init__(self, address: str) -> None:
        reference = address.rstrip("/").split("/")[-2]
        slug = address.split("/")[2]
        action = Action.objects.get(partnership__slug=slug, reference=reference)
        form = ActionForm(instance=action, partnership=action.partnership)
        values = {name: form[name].value() for name in form.fields}
        self.data = {name: "" if value is None else str(value) for name, value in values.items()}
        self.version = action.version

    def next(self) -> dict[str, str]:
        """The form drawn from the version the last one made."""
        sent = self.data | {"version": str(self.version), "title": f"Deliver it, version {self.version}"}
        self.version += 1
        return sent
