"""Marks and links of the registers as HTML."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from governance.models import Decision
from governance.oversight.domain.risk_score import NOT_SCORED, MatrixFacts, Score

LEVELS = ("low", "medium", "high", "severe")


def band_tag(score: Score | None, matrix: MatrixFacts) -> SafeString | str:
    """A score with its band's word, darker the higher the band; "Not scored" is words alone."""
    if score is None:
        return NOT_SCORED
    return _band_tag(score.value, score.band, score.band_number, len(matrix.bands))


@lru_cache(maxsize=512)
def _band_tag(value: int, word: str, number: int, bands: int) -> SafeString:
    level = number if bands <= len(LEVELS) else round(number * (len(LEVELS) - 1) / (bands - 1))
    return format_html('<span class="band band--{}">{} {}</span>', LEVELS[level], value, word)


def decision_link(decision: Decision | None, words: object) -> object:
    """The decision as a link to its page; the words where there is none."""
    if decision is None:
        return words
    return format_html('<a href="{}">{}</a>', decision.get_absolute_url(), words)
