"""How forms become GOV.UK mark-up: one renderer, and the facts a field's template needs.

Only the layout of a field is ours. Django's own widget templates stay untouched, so that the
admin, which lays its fields out itself, keeps its look.
"""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from core import form_controls
from core.form_fields import MoneyField, WindowField

CHOICE_KINDS = {"radio": "radios", "checkbox": "checkboxes"}
DATE_HINT = "For example, 30 June 2026"


class GovukRenderer(TemplatesSetting):
    """Forms as GOV.UK form groups. Named in FORM_RENDERER."""

    form_template_name = "django/forms/form.html"
    field_template_name = "django/forms/field.html"

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """The plainest controls straight away, all else through its template."""
        drawn = form_controls.draw(template_name, context)
        return super().render(template_name, context, request) if drawn is None else drawn


@dataclass(frozen=True)
class DrawnChoice:
    """One radio button or checkbox: ``attrs`` is everything inside its <input> tag."""

    id: str
    label: str
    attrs: SafeString
    hint: str


def field_kind(bound: BoundField) -> str:
    """Which template draws a field: hidden, radios, checkboxes, checkbox, select, textarea, file or text."""
    widget = bound.field.widget
    if bound.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return CHOICE_KINDS[str(widget.input_type)]
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.Select):
        return "select"
    if isinstance(widget, forms.Textarea):
        return "textarea"
    return "file" if isinstance(widget, forms.FileInput) else "text"


def field_hint(bound: BoundField) -> str:
    """The hint above a control: the field's own, or an example of a date."""
    return str(bound.help_text or (DATE_HINT if isinstance(bound.field, forms.DateField) else ""))


def field_prefix(bound: BoundField) -> str:
    """What stands in the box before the typed text: a pound sign, or nothing."""
    return "£" if isinstance(bound.field, MoneyField) else ""


def field_limit(bound: BoundField) -> int | None:
    """How many characters a long text may have, when there is a limit to tell people about."""
    limit = getattr(bound.field, "max_length", None)
    return limit if field_kind(bound) == "textarea" else None


def field_described_by(bound: BoundField) -> str:
    """The ids of all that explains a control, in reading order."""
    ids = []
    if field_hint(bound):
        ids.append(f"{bound.auto_id}_helptext")
    if bound.errors:
        ids.append(f"{bound.auto_id}_error")
    if field_limit(bound):
        ids.append(f"{bound.auto_id}_count")
    return " ".join(ids)


def field_control(bound: BoundField, css: str) -> SafeString:
    """The widget's own HTML with GOV.UK's classes added.

    The browser's length limit is taken off: it cuts pasted text without a word, while the
    server keeps all of it and says how much is too much. Placeholders, which vanish when
    somebody starts to type, are left to the hint.
    """
    own = bound.field.widget.attrs.get("class", "")
    wrong = f"{css}--error" if bound.errors else ""
    attrs: dict[str, Any] = {
        "class": " ".join(filter(None, (css, own or _width(bound), wrong))),
        "maxlength": False,
        "placeholder": False,
    }
    if isinstance(bound.field, MoneyField):
        attrs["inputmode"] = "decimal"
    if ids := field_described_by(bound):
        attrs["aria-describedby"] = ids
    if limit := field_limit(bound):
        attrs["data-count-limit"] = str(limit)
    return bound.as_widget(attrs=attrs)


def field_choices(bound: BoundField, css: str) -> list[DrawnChoice]:
    """The buttons of a radio or checkbox field; ``css`` is the class of each <input>."""
    hints = getattr(bound.field.widget, "hints", {})
    return [_choice(part.data, css, hints) for part in bound.subwidgets if part.data.get("type")]


def error_target(bound: BoundField) -> str:
    """The id an error message leads to: the control, or the first button of a group."""
    return f"{bound.auto_id}_0" if field_kind(bound) in ("radios", "checkboxes") else bound.auto_id


def _width(bound: BoundField) -> str:
    """Boxes as wide as what belongs in them, which is a hint in itself."""
    if isinstance(bound.field, MoneyField):
        return "govuk-input--width-10"
    if isinstance(bound.field, forms.DateField | WindowField):
        return "govuk-input--width-20"
    return "govuk-input--width-5" if isinstance(bound.field, forms.IntegerField) else ""


def _choice(data: dict[str, Any], css: str, hints: dict[str, str]) -> DrawnChoice:
    given = {name: value for name, value in data["attrs"].items() if value is not False}
    hint = hints.get(str(data["value"]), "")
    attrs = {
        "type": data["type"],
        "name": data["name"],
        "value": data["value"],
        **given,
        "class": css,
    }
    if hint:
        attrs["aria-describedby"] = f"{given['id']}_hint"
    pairs = [(name, name if value is True else value) for name, value in attrs.items()]
    return DrawnChoice(str(given["id"]), str(data["label"]), format_html_join(" ", '{}="{}"', pairs), hint)
