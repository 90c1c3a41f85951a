"""A plan with something to report: two quarters of answers of every kind."""

import random
from datetime import date

from core.domain.periods import FinancialYear, Quarter
from core.domain.windows import DateWindow
from programmes.services.updates import show_latest
from tests.factories.partnerships import ThemeFactory, ThemeSetFactory
from tests.factories.programmes import ActionFactory, PlanFactory, RoundFactory, UpdateFactory

Q4 = Quarter(FinancialYear(2025), 4)
Q1 = Q4.next()
ANSWERS = (
    ("in_progress", "off_track"),
    ("in_progress", "at_risk"),
    ("in_progress", "on_track"),
    ("in_progress", "on_track"),
    ("complete", ""),
    ("not_started", ""),
    ("paused", ""),
    ("stopped", ""),
)


def plan_with(partnership, *, rounds=True):
    """A plan with two themes, Q4 locked and Q1 closed. Returns plan, themes and the two rounds."""
    themes = ThemeSetFactory(partnership=partnership, reference="themes")
    plan = PlanFactory(partnership=partnership, theme_set=themes, reference="DP")
    made = [
        ThemeFactory(theme_set=themes, partnership=partnership, reference=reference, name=name, order=order)
        for order, (reference, name) in enumerate((("ES", "Skills"), ("CC", "Climate")), start=1)
    ]
    if not rounds:
        return plan, made, []
    dates = {"opens_on": date(2026, 4, 1), "due_on": date(2026, 4, 16), "sign_off_on": date(2026, 4, 21)}
    earlier = RoundFactory(
        plan=plan, year=2025, quarter_number=4, state="locked", lock_on=date(2026, 4, 23), **dates
    )
    return plan, made, [earlier, RoundFactory(plan=plan, state="closed")]


def action_with(plan, theme, rounds, reference, *answers, **values):
    """An action that answered like this in each round.

    An answer is a pair of stage and confidence, None for silence, "" for a round it was not asked in.
    """
    due = values.pop("original", DateWindow.month(2026, 12))
    values = {"current": due, "lead_role": "Head of Skills"} | values
    action = ActionFactory(plan=plan, theme=theme, reference=reference, original=due, **values)
    for one, given in zip(rounds, answers, strict=True):
        if given is None:
            UpdateFactory(round=one, action=action)
        elif given:
            stage, confidence = given
            UpdateFactory(
                round=one, action=action, state="submitted", stage=stage, confidence=confidence,
                reason="Legal advice came late.", words="Work went on.",
            )  # fmt: skip
    show_latest(action)
    return action


def mixed_plan(partnership, number, seed=1):
    """So many actions, each with answers drawn at random but the same on every run."""
    plan, themes, rounds = plan_with(partnership)
    draw = random.Random(seed)
    for at in range(number):
        before = draw.choice([*ANSWERS, None, ""])
        ended = before in (("complete", ""), ("stopped", ""))
        now = "" if ended else draw.choice([*ANSWERS, None])
        due = DateWindow.month(2026, draw.randint(3, 12))
        theme = themes[at % 2]
        action_with(
            plan, theme, rounds, f"{theme.reference}-{at:03d}", before, now, original=due, current=due
        )
    return plan
