"""The quick drawing of plain controls gives Django's own HTML."""

import re
from datetime import date

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from core.form_controls import DRAWINGS, draw
from core.form_renderer import GovukRenderer

HOSTILE = "<b>&\"'"
CHOICES = [("", "None"), ("1", HOSTILE), (HOSTILE, "Two"), ("Group <", [("3", "Three"), (4, "Four")])]
ATTRS = {
    "id": "id_one",
    "class": HOSTILE,
    "required": True,
    "disabled": False,
    "maxlength": 5,
    "data-note": "",
}
CONTROLS = [
    (forms.TextInput(), HOSTILE),
    (forms.TextInput(), None),
    (forms.TextInput(), ""),
    (forms.EmailInput(), "a@example.org"),
    (forms.NumberInput(), 0),
    (forms.PasswordInput(), "secret"),
    (forms.URLInput(), "https://example.org/?a=1&b=2"),
    (forms.HiddenInput(), HOSTILE),
    (forms.DateInput(), date(2026, 6, 30)),
    (forms.CheckboxInput(), True),
    (forms.CheckboxInput(), False),
    (forms.FileInput(), None),
    (forms.Textarea(), f"\n{HOSTILE}\nmore"),
    (forms.Textarea(), None),
    (forms.Select(choices=CHOICES), "1"),
    (forms.Select(choices=CHOICES), HOSTILE),
    (forms.Select(choices=CHOICES), None),
    (forms.SelectMultiple(choices=CHOICES), ["1", "4"]),
    (forms.NullBooleanSelect(), True),
    (forms.Select(choices=[]), None),
]


def evened(markup):
    """White space between tags is Django's taste, not meaning; inside a text area it is kept."""
    head, area, words = markup.partition("<textarea")
    return re.sub(r">\s+<", "><", head) + area + words


@pytest.mark.parametrize("attrs", [ATTRS, {}])
@pytest.mark.parametrize(("widget", "value"), CONTROLS)
def test_a_control_is_the_one_its_template_draws(widget, value, attrs):
    ours, theirs = (
        widget.render("one", value, attrs, renderer) for renderer in (GovukRenderer(), TemplatesSetting())
    )

    assert evened(ours) == evened(theirs)


def test_every_quick_drawing_is_compared():
    assert set(DRAWINGS) <= {widget.template_name for widget, _ in CONTROLS}


def test_a_control_not_known_is_left_to_its_template():
    assert draw("django/forms/widgets/radio.html", {}) is None
    assert "<div" in forms.RadioSelect(choices=CHOICES).render("one", "1", renderer=GovukRenderer())


@pytest.mark.parametrize("typed", ["30 June 2026", "30/06/2026", "30 Jun 2026", "2026-06-30", "30.06.2026"])
def test_a_date_is_read_as_the_hints_say_it_may_be_written(typed):
    assert forms.DateField().clean(typed) == date(2026, 6, 30)


def test_a_date_in_figures_is_read_day_first():
    assert forms.DateField().clean("07/08/2026") == date(2026, 8, 7)
