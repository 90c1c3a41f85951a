"""The words several partnerships have for the states of their actions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.domain.vocabulary import HOUSE, Vocabulary
from programmes.models import StatusWords


def words_by_partnership(partnerships: Iterable[int]) -> Mapping[int, Vocabulary]:
    """The words of several, by their id; the house's for those that chose none. One query."""
    partnership_ids = set(partnerships)
    if not partnership_ids:
        return {}
    rows = StatusWords.objects.live().filter(partnership__in=partnership_ids)
    return dict.fromkeys(partnership_ids, HOUSE) | {row.partnership_id: row.vocabulary for row in rows}
