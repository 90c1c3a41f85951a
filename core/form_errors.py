"""What is wrong with a field, as sentences that say what to do.

Django's own messages speak of "this field" and of values that are not "valid". They are replaced
here, once, so that no form has to; a message a form or a rule wrote itself is shown as it is.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField

Sentence = Callable[[BoundField, dict[str, Any]], str]


def field_messages(bound: BoundField) -> list[str]:
    """Every message of a field, Django's stock ones rewritten with the field's name in them."""
    return [text for error in bound.errors.as_data() for text in _texts(bound, error)]


def _texts(bound: BoundField, error: ValidationError) -> list[str]:
    stock = _stock_messages(bound.field)
    if error.code in SENTENCES and (error.code not in stock or str(error.message) == stock[error.code]):
        return [SENTENCES[error.code](bound, error.params or {})]
    if error.code == "invalid" and str(error.message) in stock.values():
        return [_unreadable(bound)]
    return [str(text) for text in error.messages]


def _stock_messages(field: forms.Field) -> dict[str, str]:
    """The messages a field's classes came with, and those of the checks that ran on it."""
    stock: dict[str, str] = {}
    for origin in reversed(type(field).__mro__):
        own = getattr(origin, "default_error_messages", {})
        stock.update({code: str(text) for code, text in own.items()})
    for check in field.validators:
        if getattr(check, "code", "") == "invalid":
            stock["invalid"] = str(getattr(check, "message", ""))
    return stock


def _name(bound: BoundField) -> str:
    """The label as it stands inside a sentence: "Due date" becomes "due date", "NHS lead" stays."""
    label = str(bound.label)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _missing(bound: BoundField, _: dict[str, Any]) -> str:
    widget = bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return f"Tick the box to confirm: {bound.label}"
    if str(bound.label).endswith("?"):
        return f"Answer the question: {bound.label}"
    verb = "Choose" if isinstance(widget, forms.Select | forms.RadioSelect | forms.FileInput) else "Enter"
    return f"{verb} {_article(_name(bound))}"


def _article(name: str) -> str:
    return (
        name
        if name.split(" ")[0] in {"a", "an", "the", "your", "how", "why", "what", "who"}
        else f"the {name}"
    )


def _unreadable(bound: BoundField) -> str:
    field = bound.field
    if isinstance(field, forms.DateField | forms.DateTimeField):
        return f"{bound.label} must be a real date, like 30 June 2026"
    if isinstance(field, forms.EmailField):
        return f"{bound.label} must be an e-mail address, like name@example.org"
    if isinstance(field, forms.IntegerField):
        kind = "whole number" if not isinstance(field, forms.DecimalField) else "number"
        return f"{bound.label} must be a {kind}, in figures"
    return f"{bound.label} cannot be read as it is written. Check it against the hint"


def _too_long(bound: BoundField, params: dict[str, Any]) -> str:
    given = params.get("show_value", params.get("length"))
    limit = params.get("limit_value", params.get("max"))
    return f"{bound.label} must be {limit:,} characters or fewer. It has {given:,}"


def _too_short(bound: BoundField, params: dict[str, Any]) -> str:
    return f"{bound.label} must be at least {params['limit_value']:,} characters long"


def _too_much(bound: BoundField, params: dict[str, Any]) -> str:
    return f"{bound.label} must be {params['limit_value']} or less"


def _too_little(bound: BoundField, params: dict[str, Any]) -> str:
    return f"{bound.label} must be {params['limit_value']} or more"


def _not_listed(bound: BoundField, _: dict[str, Any]) -> str:
    return f"Choose {_article(_name(bound))} from the list. The one sent is not in it"


def _empty_file(bound: BoundField, _: dict[str, Any]) -> str:
    return f"The file chosen for {_name(bound)} is empty. Choose another"


SENTENCES: dict[str, Sentence] = {
    "required": _missing,
    "max_length": _too_long,
    "min_length": _too_short,
    "max_value": _too_much,
    "min_value": _too_little,
    "invalid_choice": _not_listed,
    "invalid_pk_value": _not_listed,
    "invalid_list": _not_listed,
    "empty": _empty_file,
}
