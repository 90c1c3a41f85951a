"""What an action hangs together with: who supports it, what it waits for, what it serves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from core import services as kernel
from core.change import change
from core.models import AuditedModel
from partnerships.models import Partnership
from programmes.models import Action, Dependency, Purpose, Support

# Each kind of link: its model, and the column that names the other end.
LINK_KINDS: Mapping[str, tuple[type[AuditedModel], str]] = {
    "supporters": (Support, "organisation"),
    "needs": (Dependency, "needs"),
    "strategies": (Purpose, "strategy"),
    "objectives": (Purpose, "objective"),
}


def linked(action: Action, kind: str) -> list[Any]:
    """The rows at the other end of the action's live links of that kind, in the links' order. One query."""
    model, name = LINK_KINDS[kind]
    rows = model.objects.live().filter(action=action, **{f"{name}__isnull": False}).select_related(name)
    return [getattr(link, name) for link in rows]


@transaction.atomic
def change_links(
    *,
    action: Action,
    added: Mapping[str, Iterable[AuditedModel]],
    removed: Mapping[str, Iterable[AuditedModel]],
    by: Any,
    moment: datetime,
) -> None:
    """Add and take out links by kind ("supporters", "needs", "strategies", "objectives"), all or none.

    Only what is named changes, so two people who link different things meet no conflict. What is taken
    out is archived, and comes back as the same row. Raises ValidationError.
    """
    # Two people who close a ring from both ends take turns, and the second is refused.
    Partnership.objects.select_for_update().get(pk=action.partnership_id)
    with change(by=by):
        for kind, targets in removed.items():
            for target in targets:
                _take_out(action, kind, target, moment)
        for kind, targets in added.items():
            for target in targets:
                _add(action, kind, target)


def _add(action: Action, kind: str, target: AuditedModel) -> None:
    model, name = LINK_KINDS[kind]
    ends = {"action": action, name: target}
    row = model.objects.filter(**ends).first() or model(**ends)
    row.archived_at = None
    row.full_clean()
    row.save()


def _take_out(action: Action, kind: str, target: AuditedModel, moment: datetime) -> None:
    model, name = LINK_KINDS[kind]
    row = model.objects.live().filter(action=action, **{name: target}).first()
    if row:
        kernel.archive(row, by=None, reason="", moment=moment)
