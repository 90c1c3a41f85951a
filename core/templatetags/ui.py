"""Words and marks for templates. Nothing here calculates: figures arrive finished.

Filters take None and say so in words, because an empty cell reads as nought.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template.loader import get_template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from core import form_errors, form_renderer
from core.domain.moments import in_london
from core.domain.money import pounds
from core.domain.periods import Quarter
from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import NOT_STATED, day_words
from core.tables import Column, Group, Row, table_body

register = template.Library()


@register.filter
def money(amount: Decimal | None) -> str:
    """£357,747, or "Not stated" when nobody has given a figure."""
    return NOT_STATED if amount is None else pounds(amount)


@register.filter
def pct(share: Decimal | None) -> str:
    """A finished percentage with its sign, as many places as it has; "Not stated" for None."""
    return NOT_STATED if share is None else f"{share:f}%"


@register.filter
def quarter(value: Quarter | None) -> str:
    """Q1 2026/27."""
    return NOT_STATED if value is None else value.label


@register.filter
def day(value: date | None) -> str:
    """20 July 2023; for a moment, the day it was here."""
    if value is None:
        return NOT_STATED
    return day_words(_here(value) if isinstance(value, datetime) else value)


@register.filter
def moment(value: datetime | None) -> str:
    """20 July 2023 at 2:05pm, in the time zone of the reader."""
    if value is None:
        return NOT_STATED
    here = _here(value)
    half = "am" if here.hour < 12 else "pm"
    return f"{day_words(here)} at {here.hour % 12 or 12}:{here.minute:02d}{half}"


@register.simple_tag
def trend(now: Status | None, before: Status | None, words: Vocabulary) -> str:
    """What became of a status since last time, in words: "was at risk", "no change", "new"."""
    if now is None:
        return ""
    if before is None:
        return "new"
    return "no change" if now == before else f"was {words.inside(_status(before))}"


@register.simple_tag
def status_tag(status: Status | str | None, words: Vocabulary) -> SafeString:
    """A status as shape and word. Made once for each status and vocabulary; nothing known is no update."""
    return _tags(words)[_status(status)]


@register.simple_tag
def status_key(
    status: Status | str, count: int, words: Vocabulary, url: str = "", before: int | None = None
) -> SafeString:
    """One entry of a chart's key: shape, count and word, as a link when it leads somewhere."""
    known = _status(status)
    entry = format_html("{} {}", count, words.inside(known))
    if url:
        entry = format_html('<a href="{}">{}</a>', url, entry)
    was = "" if before is None else format_html(" (was {})", before)
    return format_html('<li class="key__item shape shape--{}">{}{}</li>', known.value, entry, was)


@register.inclusion_tag("components/table.html")
def table(
    id: str, caption: str, columns: Sequence[Column], rows: Iterable[Row | Group], **optional: Any
) -> dict[str, Any]:
    """A table; ``optional``: the caption_hidden, totals, source and wide of components/table.html."""
    return {"id": id, "caption": caption, "columns": columns, "rows": rows, **optional}


@register.simple_tag
def table_rows(columns: Sequence[Column], rows: Iterable[Row | Group]) -> SafeString:
    """The body of a table; see core.tables, which also escapes every cell."""
    return mark_safe(table_body(columns, rows))  # noqa: S308 - every part is escaped there


@register.simple_tag
def page_numbers(page: Page[Any]) -> list[int | str]:
    """The page numbers worth showing: the ends, the neighbours, and a gap sign between."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.simple_tag
def hidden_version(version: int | None) -> SafeString:
    """The version a form was opened on, sent back so that a save over newer work is noticed."""
    return format_html('<input type="hidden" name="version" value="{}">', "" if version is None else version)


@register.simple_tag
def field_error_summary(*forms: Any) -> SafeString:
    """All that is wrong on the page, each message a link to its field; takes forms and formsets."""
    problems = [problem for form in forms for problem in _problems(form)]
    if not problems:
        return SafeString("")
    return mark_safe(get_template("components/error_summary.html").render({"problems": problems}))  # noqa: S308


@register.filter
def field_kind(bound: BoundField) -> str:
    """Which GOV.UK part draws this field."""
    return form_renderer.field_kind(bound)


@register.filter
def field_hint(bound: BoundField) -> str:
    """The sentence above the control."""
    return form_renderer.field_hint(bound)


@register.filter
def field_prefix(bound: BoundField) -> str:
    """The sign standing in the box before the typed text."""
    return form_renderer.field_prefix(bound)


@register.filter
def field_limit(bound: BoundField) -> int | None:
    """The most characters a long text may have."""
    return form_renderer.field_limit(bound)


@register.filter
def field_described_by(bound: BoundField) -> str:
    """The ids of a field's hint and error."""
    return form_renderer.field_described_by(bound)


@register.filter
def field_control(bound: BoundField, css: str) -> SafeString:
    """The widget with GOV.UK's class."""
    return form_renderer.field_control(bound, css)


@register.filter
def field_choices(bound: BoundField, css: str) -> list[form_renderer.DrawnChoice]:
    """The buttons of a radio or checkbox field."""
    return form_renderer.field_choices(bound, css)


@register.filter
def field_messages(bound: BoundField) -> list[str]:
    """What is wrong with a field, in sentences that stand on their own."""
    return form_errors.field_messages(bound)


def _here(value: datetime) -> datetime:
    return in_london(value) if timezone.is_aware(value) else value


def _status(status: Status | str | None) -> Status:
    return Status(status) if status else Status.NO_UPDATE


def _problems(form: Any) -> list[dict[str, str]]:
    if not isinstance(form, BaseForm):
        inner = [problem for part in form.forms for problem in _problems(part)]
        return [{"text": str(text), "target": ""} for text in form.non_form_errors()] + inner
    problems = [{"text": str(text), "target": ""} for text in form.non_field_errors()]
    for bound in form:
        target = "" if bound.is_hidden else form_renderer.error_target(bound)
        problems += [{"text": text, "target": target} for text in form_errors.field_messages(bound)]
    return problems


@lru_cache(maxsize=256)
def _tags(words: Vocabulary) -> dict[Status, SafeString]:
    return {
        status: format_html('<span class="tag tag--{}">{}</span>', status.value, words.word(status))
        for status in Status
    }
