"""Every model of partnerships in the admin: pages open, parts are edited inside, choices stay in reach."""

from datetime import date

import pytest
from django.apps import apps
from django.contrib.admin.widgets import AutocompleteMixin
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from core.change import change
from core.models import AuditedModel
from partnerships.models import Agreement, Board, Grant, Lead, Organisation, Signatory, Theme
from tests.factories import partnerships as factories
from tests.factories.partnerships import (
    AgreementFactory,
    OrganisationFactory,
    SignatoryFactory,
    ThemeFactory,
    ThemeLinkFactory,
    ThemeSetFactory,
)
from tests.thorough import kept_when_fast

MODELS = [
    model for model in apps.get_app_config("partnerships").get_models() if issubclass(model, AuditedModel)
]
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
# Of the whole installation, private, with a life cycle, and one that others point to.
KEPT = {Agreement, Grant, Organisation, Theme}
each_admin = pytest.mark.parametrize("model", kept_when_fast(MODELS, KEPT), ids=lambda model: model.__name__)


def address(model, tail, *args):
    return reverse(f"admin:partnerships_{model._meta.model_name}_{tail}", args=args)


def factory_of(model):
    """Every model has a factory of its own name."""
    return getattr(factories, f"{model.__name__}Factory")


@each_admin
def test_an_administrator_lists_searches_adds_and_opens_rows(client, model, administrator):
    row = factory_of(model)()
    client.force_login(administrator)

    pages = [
        client.get(address(model, "changelist")),
        client.get(address(model, "changelist"), {"q": "council"}),
        client.get(address(model, "add")),
        client.get(address(model, "change", row.pk)),
        client.get(address(model, "history", row.pk)),
    ]

    assert [page.status_code for page in pages] == [200] * 5


@each_model
def test_every_row_that_is_made_without_thought_is_one_the_rules_accept(model, db):
    factory_of(model)().full_clean()


@each_model
def test_every_row_leads_to_a_page_that_shows_it(client, model, administrator):
    if model.__name__ == "Grant":
        return  # private: seen in the admin only
    row = factory_of(model)()
    client.force_login(administrator)

    assert client.get(row.get_absolute_url()).status_code == 200


def questions(client, model):
    """How many times the list asks the database."""
    with CaptureQueriesContext(connection) as asked:
        client.get(address(model, "changelist"))
    return len(asked)


@each_admin
def test_a_list_asks_the_same_number_of_questions_for_one_row_and_three(client, model, administrator):
    factory_of(model)()
    client.force_login(administrator)
    client.get(address(model, "changelist"))
    for_one = questions(client, model)
    factory_of(model).create_batch(2)

    assert questions(client, model) == for_one


@each_admin
def test_every_foreign_key_is_searched_not_scrolled(client, model, administrator):
    client.force_login(administrator)
    form = client.get(address(model, "add")).context["adminform"].form

    scrolled = [
        name
        for name, field in form.fields.items()
        if hasattr(field, "queryset") and not isinstance(field.widget.widget, AutocompleteMixin)
    ]

    assert scrolled == []


def inline_data(prefix, rows, initial):
    """A formset's fields as a browser sends them."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": initial}
    for number, row in enumerate(rows):
        data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data


def theme_form(theme, leads=(), **values):
    data = {
        "partnership": theme.partnership_id,
        "reference": theme.reference,
        "theme_set": theme.theme_set_id,
        "order": theme.order,
        "name": theme.name,
        "board": "",
        "summary": "",
        "source": "",
        "version": theme.version,
    }
    return (
        data
        | inline_data("leads", leads, 0)
        | inline_data("links_back", [], 0)
        | inline_data("links_on", [], 0)
        | values
    )


@pytest.fixture
def theme(partnership):
    """A theme of the partnership a test is about."""
    return ThemeFactory(theme_set=ThemeSetFactory(partnership=partnership), reference="ES", name="Skills")


def test_a_lead_is_added_inside_its_theme_with_the_pages_reason(client, theme, manager):
    client.force_login(manager)
    lead = {"kind": "lead_officer", "state": "vacant", "order": 1, "role": "", "organisation": "", "user": ""}

    page = client.post(
        address(type(theme), "change", theme.pk),
        theme_form(theme, [lead], name="Employment and skills", change_reason="Agreed."),
    )

    assert page.status_code == 302
    added = Lead.objects.get()
    theme.refresh_from_db()
    assert (added.state, theme.name) == ("vacant", "Employment and skills")
    assert [row.history.first().history_change_reason for row in (added, theme)] == ["Agreed.", "Agreed."]
    assert added.history.first().history_user == manager


def test_a_theme_cannot_be_moved_under_the_themes_of_another_partnership(client, theme, administrator):
    elsewhere = ThemeSetFactory()
    client.force_login(administrator)

    page = client.post(address(type(theme), "change", theme.pk), theme_form(theme, theme_set=elsewhere.pk))

    assert "This set of themes belongs to another partnership." in page.content.decode()
    theme.refresh_from_db()
    assert theme.theme_set != elsewhere


def test_two_partnerships_themes_cannot_be_linked(theme):
    link = ThemeLinkFactory.build(predecessor=theme, successor=ThemeFactory())

    with pytest.raises(ValidationError, match="belongs to another partnership"):
        link.full_clean()


def test_a_theme_cannot_carry_itself_on(theme):
    link = ThemeLinkFactory.build(predecessor=theme, successor=theme)

    with pytest.raises(ValidationError, match="cannot carry itself on"):
        link.full_clean()


def test_a_board_answers_to_a_board_of_the_same_home(board):
    board.parent = factories.BoardFactory()

    with pytest.raises(ValidationError, match="another partnership or organisation"):
        board.full_clean()


def test_a_date_whose_days_are_the_wrong_way_round_is_refused_in_words(partnership):
    agreement = AgreementFactory.build(
        partnership=partnership, ends_first="2027-03-31", ends_last="2027-03-01", ends_wording="March 2027"
    )

    with pytest.raises(ValidationError, match="The last day must be on or after 31 March 2027"):
        agreement.full_clean()


def test_a_fact_that_ends_before_it_begins_is_refused_in_words():
    standing = factories.MembershipStatusFactory.build(
        effective_from=date(2023, 1, 2), effective_to=date(2023, 1, 1)
    )

    with pytest.raises(ValidationError, match="1 January 2023, is before the first day, 2 January 2023"):
        standing.clean()


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"ends_first": "2027-03-31"}, "Give both the first and the last day"),
        ({"ends_first": "2027-03-31", "ends_last": "2027-03-31"}, "Say the date in words too"),
    ],
)
def test_a_date_given_in_part_is_refused_in_words(partnership, values, words):
    agreement = AgreementFactory.build(partnership=partnership, **values)

    with pytest.raises(ValidationError, match=words):
        agreement.full_clean()


def test_a_stale_party_inside_an_agreement_gets_the_conflict_page(
    client, partnership, manager, administrator
):
    party = SignatoryFactory(agreement__partnership=partnership, role="Leader")
    agreement = party.agreement
    row = {
        "id": party.pk,
        "agreement": agreement.pk,
        "organisation": party.organisation_id,
        "role": "Mine",
        "state": "not_stated",
        "signed_on": "",
        "version": 1,
    }
    dates = {
        f"{name}_{part}": "" for name in ("starts", "ends", "review") for part in ("first", "last", "wording")
    }
    form = {
        "partnership": partnership.pk,
        "reference": agreement.reference,
        "title": agreement.title,
        "edition": "",
        "state": agreement.state,
        "legal_effect": "not_stated",
        "summary": "",
        "source": "",
        "version": 1,
    }
    with change(by=administrator):
        party.role = "Theirs"
        party.save()
    client.force_login(manager)

    page = client.post(
        address(type(agreement), "change", agreement.pk),
        form | dates | inline_data("signatories", [row], 1),
    )

    assert page.status_code == 409
    assert Signatory.objects.get().role == "Theirs"


def test_choices_found_by_typing_are_those_in_reach(client, board, manager):
    factories.BoardFactory(name="Joint Committee elsewhere")
    client.force_login(manager)

    found = client.get(
        reverse("admin:autocomplete"),
        {"term": "Joint", "app_label": "partnerships", "model_name": "board", "field_name": "parent"},
    )

    assert [one["text"] for one in found.json()["results"]] == ["Joint Committee"]


def test_an_organisation_found_by_an_earlier_name_is_listed_once(client, administrator):
    body = OrganisationFactory(name="Present Council")
    factories.OrganisationNameFactory(organisation=body, name="Former Council")
    factories.OrganisationNameFactory(organisation=body, name="Former Urban Council")
    client.force_login(administrator)

    page = client.get(address(type(body), "changelist"), {"q": "former"})

    assert list(page.context["cl"].queryset) == [body]


def test_a_programme_manager_lists_only_boards_in_reach(client, board, manager):
    factories.BoardFactory()
    client.force_login(manager)

    page = client.get(address(Board, "changelist"))

    assert list(page.context["cl"].queryset) == [board]
