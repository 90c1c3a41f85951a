"""The assessments of a partnership's actions, rolled up by theme and over the whole plan."""

from __future__ import annotations

from partnerships.models import Partnership
from programmes.domain.assessed import Rollup, rollup
from programmes.models import Action, ImpactAssessment

WHOLE = "Whole plan"
LEAST_FAR_FIRST = ("to_do", "preliminary", "done", "not_needed")


def assessed_by_theme(partnership: Partnership) -> list[Rollup]:
    """One for each theme with live actions, in the themes' order, and the whole plan last. Two queries."""
    states: dict[tuple[int, str], list[str]] = {}
    rows = ImpactAssessment.objects.live().filter(partnership=partnership, action__isnull=False)
    for action, kind, state in rows.values_list("action", "kind", "state"):
        states.setdefault((action, kind), []).append(state)
    themes: dict[str, list[int]] = {}
    actions = Action.objects.live().filter(partnership=partnership).order_by("theme__order", "reference")
    for pk, theme in actions.values_list("pk", "theme__name"):
        themes.setdefault(theme, []).append(pk)
    everything = [pk for keys in themes.values() for pk in keys]
    kinds = [kind.value for kind in ImpactAssessment.Kind]
    return [
        rollup(name, keys, states, kinds, LEAST_FAR_FIRST)
        for name, keys in (*themes.items(), (WHOLE, everything))
        if keys
    ]
