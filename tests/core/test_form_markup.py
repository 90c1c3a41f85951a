"""Forms: GOV.UK mark-up, sentences for mistakes, and nothing typed cut off on the way."""

import re

import pytest
from django import forms
from django.forms import formset_factory

from core.form_errors import field_messages
from core.form_fields import MoneyField
from core.gallery import SampleForm
from core.templatetags.ui import field_error_summary
from core.widgets import HintedRadios
from tests.markup import tight

HOSTILE = "<b>&"
TOO_LONG = "Title must be 3 characters or fewer. It has 4"
NO_DATE = "Due date must be a real date, like 30 June 2026"
NO_ADDRESS = "E-mail must be an e-mail address, like name@example.org"
NO_AMOUNT = '"lots" is not an amount of money. Write it like £1,250 or 1250.50.'


def group(form, name):
    """The form group of one field, as a browser lays it out."""
    return tight(form[name].as_field_group())


def summary(form):
    """What is wrong on the page, as a browser lays it out."""
    return tight(field_error_summary(form))


def attributes(markup, tag):
    """The attributes of the first such tag."""
    found = re.search(rf"<{tag} ([^>]*)>", markup)
    return dict(re.findall(r'([\w-]+)="([^"]*)"', found[1]))


@pytest.fixture
def empty():
    return SampleForm()


@pytest.fixture
def wrong():
    return SampleForm(
        {
            "title": "x" * 75,
            "owner": "nobody",
            "words": "y" * 130,
            "cost": "lots",
            "due": "soon",
            "theme": "zz",
        }
    )


def test_a_text_field_is_a_govuk_form_group(empty):
    assert group(empty, "title") == (
        '<div class="govuk-form-group"><label class="govuk-label" for="id_title">Title</label>'
        '<input type="text" name="title" class="govuk-input" required id="id_title"></div>'
    )


def test_a_field_that_may_stay_empty_says_so(empty):
    assert '<label class="govuk-label" for="id_due">Due date (optional)</label>' in group(empty, "due")


def test_hint_and_error_are_read_with_the_control(wrong):
    control = attributes(group(wrong, "owner"), "input")

    assert (control["aria-describedby"], control["aria-invalid"]) == (
        "id_owner_helptext id_owner_error",
        "true",
    )
    assert 'id="id_owner_helptext"' in group(wrong, "owner")
    assert 'id="id_owner_error"' in group(wrong, "owner")


def test_a_wrong_field_is_marked_and_keeps_what_was_typed(wrong):
    control = attributes(group(wrong, "title"), "input")

    assert (control["class"], control["value"]) == ("govuk-input govuk-input--error", "x" * 75)


@pytest.mark.parametrize("name", ["title", "words"])
def test_the_browser_is_not_told_to_cut_long_text(empty, name):
    assert "maxlength" not in group(empty, name)


def test_a_long_text_says_how_much_fits(empty):
    markup = group(empty, "words")

    assert attributes(markup, "textarea")["data-count-limit"] == "120"
    assert 'id="id_words_count" data-count-for="id_words">You can enter up to 120 characters</div>' in markup


def test_money_has_a_pound_sign_before_it_and_a_keypad_for_figures(empty):
    markup = group(empty, "cost")

    assert '<div class="govuk-input__prefix" aria-hidden="true">£</div>' in markup
    assert attributes(markup, "input")["inputmode"] == "decimal"


def test_radio_buttons_stand_in_a_fieldset_each_with_its_hint(empty):
    markup = group(empty, "confidence")

    assert '<legend class="govuk-fieldset__legend">How is it going?</legend>' in markup
    assert attributes(markup, "input") == {
        "type": "radio",
        "name": "confidence",
        "value": "on_track",
        "required": "required",
        "id": "id_confidence_0",
        "class": "govuk-radios__input",
        "aria-describedby": "id_confidence_0_hint",
    }
    assert markup.count('class="govuk-hint govuk-radios__hint"') == 3


def test_the_choice_made_before_is_still_made():
    form = SampleForm({"confidence": "at_risk", "boards": ["sg"]})

    assert chosen(group(form, "confidence")) == ["at_risk"]
    assert chosen(group(form, "boards")) == ["sg"]


def chosen(markup):
    return [
        re.search(r'value="(\w+)"', tag)[1]
        for tag in re.findall(r"<input [^>]*>", markup)
        if "checked" in tag
    ]


def test_only_choices_with_something_to_add_have_a_hint(empty):
    assert re.findall(r'id="(\w+)_hint"', group(empty, "boards")) == ["id_boards_1"]


def test_words_from_people_are_escaped():
    class Form(forms.Form):
        choice = forms.ChoiceField(
            label=HOSTILE,
            help_text=HOSTILE,
            choices=[(HOSTILE, HOSTILE)],
            widget=HintedRadios(hints={HOSTILE: HOSTILE}),
        )

    markup = group(Form(), "choice")

    assert (HOSTILE in markup, markup.count("&lt;b&gt;&amp;")) == (False, 5)


def test_the_whole_form_is_its_hidden_fields_and_its_groups():
    class Form(forms.Form):
        version = forms.IntegerField(widget=forms.HiddenInput)
        title = forms.CharField()

    markup = str(Form())

    assert (markup.count('type="hidden"'), markup.count("govuk-form-group")) == (1, 1)


class TestSummary:
    def test_every_mistake_is_a_link_to_its_field(self, wrong):
        links = re.findall(r'<li><a href="#([\w-]+)">', summary(wrong))

        assert links == [
            "id_title",
            "id_owner",
            "id_words",
            "id_due",
            "id_cost",
            "id_theme",
            "id_confidence_0",
            "id_agreed",
        ]

    def test_the_words_are_those_beside_the_field(self, wrong):
        for name in wrong.errors:
            assert (
                field_error_summary(wrong).count(field_messages(wrong[name])[0].replace('"', "&quot;")) == 1
            )

    def test_nothing_wrong_is_no_summary(self):
        assert (field_error_summary(SampleForm()), field_error_summary()) == ("", "")

    def test_a_mistake_of_the_whole_form_comes_first_and_leads_nowhere(self):
        form = SampleForm({"title": ""})
        form.add_error(None, "The shares add up to £358,000. The phase costs £357,747.")

        first = re.search(r"<li>(.*?)</li>", summary(form))
        assert first[1] == "The shares add up to £358,000. The phase costs £357,747."

    def test_a_mistake_in_a_hidden_field_is_said_without_a_link(self):
        class Form(forms.Form):
            version = forms.IntegerField(label="Version", widget=forms.HiddenInput)

        assert "<li>Enter the version</li>" in summary(Form({}))

    def test_rows_of_a_formset_are_part_of_it(self):
        Rows = formset_factory(SampleForm)
        rows = Rows({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-title": ""})

        assert 'href="#id_form-0-title">Enter the title</a>' in field_error_summary(rows)


class TestSentences:
    @pytest.mark.parametrize(
        ("field", "given", "sentence"),
        [
            (forms.CharField(label="Title"), "", "Enter the title"),
            (forms.CharField(label="Your name"), "", "Enter your name"),
            (forms.CharField(label="NHS lead"), "", "Enter the NHS lead"),
            (forms.ChoiceField(label="Theme", choices=[("a", "A")]), "", "Choose the theme"),
            (
                forms.ChoiceField(label="Theme", choices=[("a", "A")]),
                "b",
                "Choose the theme from the list. The one sent is not in it",
            ),
            (forms.ChoiceField(label="Is it late?", choices=[]), "", "Answer the question: Is it late?"),
            (forms.BooleanField(label="I have read it"), "", "Tick the box to confirm: I have read it"),
            (forms.CharField(label="Title", max_length=3), "four", TOO_LONG),
            (forms.CharField(label="Title", min_length=3), "x", "Title must be at least 3 characters long"),
            (forms.DateField(label="Due date"), "31 June 2026", NO_DATE),
            (forms.EmailField(label="E-mail"), "nobody", NO_ADDRESS),
            (forms.IntegerField(label="Posts"), "two", "Posts must be a whole number, in figures"),
            (forms.DecimalField(label="Share"), "half", "Share must be a number, in figures"),
            (forms.IntegerField(label="Posts", min_value=1), "0", "Posts must be 1 or more"),
            (forms.IntegerField(label="Posts", max_value=9), "10", "Posts must be 9 or less"),
            (MoneyField(label="Cost"), "lots", NO_AMOUNT),
            (forms.CharField(error_messages={"required": "Say why it is late."}), "", "Say why it is late."),
        ],
    )
    def test_a_mistake_is_said_in_a_sentence_with_the_field_in_it(self, field, given, sentence):
        form = forms.Form({"one": given})
        form.fields["one"] = field

        assert field_messages(form["one"]) == [sentence]

    def test_a_rule_of_our_own_keeps_its_words(self):
        form = SampleForm({"title": "Levy"})
        form.add_error("title", "There is already an action with this title.")

        assert field_messages(form["title"]) == ["There is already an action with this title."]
