"""The example's plan: leads, rounds, updates, moved dates and evidence, as the screens' services do them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from core import services
from core.domain.calendar import add_working_days
from core.domain.periods import Quarter
from core.models import User
from core.story import Story, telling, verb
from partnerships.models import Board, Organisation
from programmes import services as programmes
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundDates, round_dates
from programmes.models import Action, DateChange, Milestone, Plan, Round, Support, Update

MANAGER = "programme_manager"
PLAIN = ("stage", "confidence", "words", "reason", "recovery", "recovery_owner", "help_wanted")
DUE_IN, SIGN_OFF_IN, LOCK_IN = 5, 8, 10  # working days from today, where the usual days are over

Told = Mapping[str, Any]


# --- Finding things -----------------------------------------------------------------------


def plan_of(story: Story) -> Plan:
    """The plan as it is now."""
    return Plan.objects.get(partnership__slug=story.about["partnership"], reference=story.about["plan"])


def action_of(story: Story, reference: str) -> Action:
    """An action as it is now."""
    found: Action = Action.objects.select_related("theme").get(
        partnership__slug=story.about["partnership"], reference=reference
    )
    return found


def round_of(story: Story, quarter: str) -> Round:
    """A round as it is now."""
    moved = story.quarter(quarter)
    found: Round = Round.objects.get(plan=plan_of(story), year=moved.year.start, quarter_number=moved.number)
    return found


def update_of(story: Story, told: Told) -> Update:
    """The update an entry is about, as it is now."""
    quarter = story.quarter(told["quarter"])
    found: Update = Update.objects.select_related("round__plan", "action").get(
        round__plan__partnership__slug=story.about["partnership"],
        round__year=quarter.year.start,
        round__quarter_number=quarter.number,
        action__reference=told["action"],
    )
    return found


def reporter(story: Story, reference: str) -> User:
    """Who reports on an action: its lead."""
    return story.person(story.about["leads"][reference])


# --- A round ------------------------------------------------------------------------------


@telling("round")
def round_entries(story: Story, told: Told) -> Iterator[dict[str, Any]]:
    """A round from its opening to its lock, or as far as it has come: each step on its own working day."""
    quarter = story.quarter(told["quarter"])
    dates = open_dates(story, quarter) if told.get("is_open") else round_dates(quarter)
    base = {"quarter": told["quarter"], "by": MANAGER}
    yield base | {"do": "open round", "at": dates.opens, "dates": dates if told.get("is_open") else None}
    for number, (reference, answer) in enumerate(told["answers"].items()):
        answered = story.not_ahead(add_working_days(dates.opens, 1 + number % 8))
        about = {"quarter": told["quarter"], "action": reference}
        yield about | {"do": "answer", "at": answered, "answer": answer}
        if not told.get("is_open"):
            yield about | {"do": "sign off", "at": dates.sign_off, "by": signer(told, reference)}
    if not told.get("is_open"):
        yield base | {"do": "close round", "at": dates.sign_off}
        yield base | {"do": "lock round", "at": dates.lock}


def signer(told: Told, reference: str) -> str:
    """Who agrees an action's updates: its theme's lead, else the programme manager."""
    name: str = told.get("signed_by", {}).get(reference.partition("-")[0], MANAGER)
    return name


def open_dates(story: Story, quarter: Quarter) -> RoundDates:
    """An open round's usual days, its deadlines moved ahead of today where they are over."""
    usual, today = round_dates(quarter), story.today
    due = max(usual.due, add_working_days(today, DUE_IN))
    sign_off = max(usual.sign_off, add_working_days(today, SIGN_OFF_IN))
    lock = max(usual.lock, add_working_days(today, LOCK_IN))
    return RoundDates(story.not_ahead(usual.opens), due, sign_off, lock)


@verb("open round")
def open_round(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A round opens; its actions are asked."""
    programmes.open_round(
        plan=plan_of(story),
        quarter=story.quarter(told["quarter"]),
        by=story.person(told["by"]),
        today=day,
        dates=told["dates"],
    )


@verb("close round")
def close_round(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The time for writing ends."""
    programmes.close_round(round=round_of(story, told["quarter"]), by=story.person(told["by"]))


@verb("lock round")
def lock_round(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The quarter is frozen."""
    programmes.lock_round(round=round_of(story, told["quarter"]), by=story.person(told["by"]), now=moment)


# --- Updates ------------------------------------------------------------------------------


@verb("answer")
def answer(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An action's lead submits an answer."""
    update, given = update_of(story, told), told["answer"]
    fill(story, update, given)
    programmes.submit_update(update=update, by=reporter(story, told["action"]), now=moment, today=day)


def fill(story: Story, update: Update, given: Told) -> None:
    """Set an answer on an update: what it does not say is empty."""
    for name in PLAIN:
        setattr(update, name, story.words(given.get(name, "")))
    update.actual_on = story.day(given["actual_on"]) if "actual_on" in given else None
    update.recovery_on = story.day(given["recovery_on"]) if "recovery_on" in given else None
    update.forecast = story.window(given["forecast"]) if "forecast" in given else None


@verb("draft")
def draft(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An action's lead saves what they have so far."""
    programmes.save_draft(
        update=update_of(story, told), typed=told["typed"], by=reporter(story, told["action"]), now=moment
    )


@verb("save update")
def save_update(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A colleague saves an update in the admin, without submitting it."""
    update = update_of(story, told)
    fill(story, update, told["answer"])
    services.save_row(update, by=story.person(told["by"]), reason=told["why"])


@verb("sign off")
def sign_off(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A lead agrees an answer."""
    programmes.sign_off_update(update=update_of(story, told), by=story.person(told["by"]), now=moment)


@verb("return")
def send_back(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A lead sends an answer back."""
    programmes.return_update(
        update=update_of(story, told), note=story.words(told["note"]), by=story.person(told["by"])
    )


# --- Actions, milestones and their dates --------------------------------------------------


@telling("name leads")
def leads_entries(story: Story, told: Told) -> Iterator[dict[str, Any]]:
    """Everybody who leads an action from the start is named."""
    for reference in told["actions"]:
        yield {**told, "do": "name lead", "action": reference}


@verb("name lead")
def name_lead(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An action gets the person who leads it."""
    row = action_of(story, told["action"])
    row.lead = reporter(story, told["action"])
    services.save_row(row, by=story.person(told["by"]), reason=told["why"])


@verb("name theme lead")
def name_theme_lead(story: Story, told: Told, day: date, moment: datetime) -> None:
    """One of a theme's leads is somebody who signs in here."""
    lead = story.row("partnerships.lead", *told["lead"])
    lead.user = story.person(told["who"])
    services.save_row(lead, by=story.person(told["by"]), reason=told["why"])


@telling("regroup")
def regroup_entries(story: Story, told: Told) -> Iterator[dict[str, Any]]:
    """Every action goes to the theme that carries on its work; none is lost on the way."""
    about = {name: told[name] for name in ("on", "by", "why")}
    for theme, actions in told["themes"].items():
        for reference, outcome in actions.items():
            yield about | {"do": "regroup one", "theme": theme, "action": reference, "outcome": outcome}


@verb("regroup one")
def regroup(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An action's theme and outcome change; its reference stays."""
    row, own = action_of(story, told["action"]), story.about["partnership"]
    row.theme = story.row("partnerships.theme", own, told["theme"])
    row.outcome = story.row("partnerships.outcome", own, told["outcome"]) if told["outcome"] else None
    services.save_row(row, by=story.person(told["by"]), reason=told["why"])


@verb("add action")
def add_action(story: Story, told: Told, day: date, moment: datetime) -> None:
    """An action enters the plan with its milestones, under a reference nobody has had."""
    row = story.new("programmes.action", told["fields"])
    row.plan, row.partnership = plan_of(story), plan_of(story).partnership
    row.lead, by = reporter(story, row.reference), story.person(told["by"])
    row.original = row.current = story.window(told["due"])
    if "starts" in told:
        row.starts = story.window(told["starts"])
    programmes.add_action(action=row, by=by, reason=story.words(told["why"]))
    for title, due in told["milestones"]:
        programmes.add_milestone(action=row, title=title, window=story.window(due), by=by)
    for code, part in told["supports"]:
        body = Organisation.objects.get(code=code)
        services.save_row(Support(action=row, organisation=body, contribution=part), by=by)


@verb("reach")
def reach(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A milestone is reached, and said so."""
    action = action_of(story, told["action"])
    programmes.complete_milestone(
        milestone=Milestone.objects.get(action=action, number=told["milestone"]),
        actual_on=min(story.day(told["on"]), day),
        by=reporter(story, told["action"]),
        today=day,
    )


@verb("move")
def move(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A date is moved, or asked to be where that leaves its quarter."""
    dated: Any = action_of(story, told["action"])
    if "milestone" in told:
        dated = Milestone.objects.get(action=dated, number=told["milestone"])
    by, window = reporter(story, told["action"]), story.window(told["to"])
    programmes.move_date(dated=dated, window=window, reason=story.words(told["why"]), by=by, today=day)


def waiting_move(story: Story, told: Told) -> DateChange:
    """The move of an action or of one of its milestones that waits for a decision."""
    return DateChange.objects.get(
        action=action_of(story, told["action"]),
        milestone__number=told.get("milestone"),
        state=DateMoveState.PROPOSED,
    )


@verb("approve move")
def approve(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The plan's board approves a move."""
    board = Board.objects.get(partnership__slug=story.about["partnership"], reference=story.about["board"])
    programmes.approve_move(
        move=waiting_move(story, told),
        board=board,
        decided_on=day,
        by=story.person(told["by"]),
        today=day,
        minute=told["minute"],
    )


@verb("refuse move")
def refuse(story: Story, told: Told, day: date, moment: datetime) -> None:
    """The plan's board refuses one."""
    programmes.refuse_move(
        move=waiting_move(story, told), reason=told["why"], by=story.person(told["by"]), today=day
    )


@verb("show evidence")
def show_evidence(story: Story, told: Told, day: date, moment: datetime) -> None:
    """A link that shows what an action says."""
    programmes.add_evidence(
        action=action_of(story, told["action"]),
        title=told["title"],
        link=told["link"],
        by=reporter(story, told["action"]),
        moment=moment,
    )
