"""Django's plainest controls, drawn without its template engine.

A choice among a hundred people takes Django's templates some six milliseconds, as long as the
rest of the page; here it takes a few hundredths of that. The HTML is the same: a test compares
the two, and any control not named here is still drawn by its template.
"""

from collections.abc import Callable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from core.tables import cell_html

Drawing = Callable[[dict[str, Any]], str]
WIDGETS = "django/forms/widgets"


def draw(template_name: str, context: dict[str, Any]) -> SafeString | None:
    """The control's HTML from the context its template would get; None for a control not known here."""
    drawing = DRAWINGS.get(template_name)
    if drawing is None:
        return None
    return mark_safe(drawing(context["widget"]))  # noqa: S308 - each drawing escapes what it is given


def _attributes(attrs: dict[str, Any]) -> str:
    """As Django's attrs.html: False leaves an attribute out, True leaves it bare."""
    parts = []
    for name, value in attrs.items():
        if value is True:
            parts.append(f" {cell_html(name)}")
        elif value is not False:
            parts.append(f' {cell_html(name)}="{cell_html(value)}"')
    return "".join(parts)


def _input(widget: dict[str, Any]) -> str:
    value = widget["value"]
    given = "" if value is None else f' value="{cell_html(value)}"'
    name = cell_html(widget["name"])
    return f'<input type="{widget["type"]}" name="{name}"{given}{_attributes(widget["attrs"])}>'


def _textarea(widget: dict[str, Any]) -> str:
    name, words = cell_html(widget["name"]), cell_html(widget["value"] or "")
    return f'<textarea name="{name}"{_attributes(widget["attrs"])}>\n{words}</textarea>'


def _select(widget: dict[str, Any]) -> str:
    parts = [f'<select name="{cell_html(widget["name"])}"{_attributes(widget["attrs"])}>']
    for group, options, _ in widget["optgroups"]:
        if group:
            parts.append(f'<optgroup label="{cell_html(group)}">')
        parts.extend(_option(option) for option in options)
        if group:
            parts.append("</optgroup>")
    return "\n".join([*parts, "</select>"])


def _option(option: dict[str, Any]) -> str:
    value, label = cell_html(option["value"]), cell_html(option["label"])
    return f'<option value="{value}"{_attributes(option["attrs"])}>{label}</option>'


DRAWINGS: dict[str, Drawing] = {
    **dict.fromkeys(
        (f"{WIDGETS}/{name}.html" for name in ("text", "email", "number", "password", "url")), _input
    ),
    **dict.fromkeys((f"{WIDGETS}/{name}.html" for name in ("hidden", "date", "checkbox", "file")), _input),
    f"{WIDGETS}/textarea.html": _textarea,
    f"{WIDGETS}/select.html": _select,
}
