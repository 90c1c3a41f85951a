"""What pages share that can be shown as they stood on a day."""

from __future__ import annotations

from partnerships.forms import AsAtFilter
from partnerships.models import Partnership
from partnerships.queries import brand_on


def as_at_lede(subject: str, form: AsAtFilter, partnership: Partnership) -> str:
    """The sentence over such a page, with the name the partnership had; empty for today. One query."""
    if form.asked is None:
        return ""
    name = brand_on(partnership, form.asked)
    called = f", when the partnership was called {name}" if name and name != partnership.name else ""
    return f"{subject} {form.said()}{called}. What has no dates is shown on every day."


def nothing_on(form: AsAtFilter, nothing: str) -> dict[str, str]:
    """What an empty list says: that there is nothing at all, nothing on that day, or that it was no day."""
    if form.errors:
        return {"text": "Nothing is shown until the day is one.", "url": "?", "label": "Show today"}
    if form.asked:
        return {"text": f"Nothing is recorded {form.said()}.", "url": "?", "label": "Show today"}
    return {"text": nothing}
