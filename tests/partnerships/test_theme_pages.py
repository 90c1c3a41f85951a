"""Themes: who leads them, vacancies included, and how one set became another."""

import pytest

from partnerships.models import Lead
from tests.factories.partnerships import (
    BoardFactory,
    LeadFactory,
    OrganisationFactory,
    OutcomeFactory,
    ThemeFactory,
    ThemeLinkFactory,
    ThemeSetFactory,
)


@pytest.fixture
def old(partnership):
    """The set in force."""
    return ThemeSetFactory(partnership=partnership, reference="old", name="Ambitions")


@pytest.fixture
def new(partnership):
    """The set a paper proposes."""
    return ThemeSetFactory(partnership=partnership, reference="new", name="New themes", state="proposed")


@pytest.fixture
def theme(old):
    """One theme of the set in force."""
    return ThemeFactory(theme_set=old, reference="SI", name="Seize innovation")


def cells(rows):
    """The rows of a table as tuples of text."""
    return [tuple(str(cell) for cell in row.cells) for row in rows]


def test_the_list_counts_leads_by_what_is_known_of_them(client, theme, chief_executive):
    LeadFactory(theme=theme, kind=Lead.Kind.LEADER, state=Lead.State.FILLED)
    LeadFactory(theme=theme, kind=Lead.Kind.OFFICER, state=Lead.State.VACANT, role="")
    client.force_login(chief_executive)

    page = client.get("/p/tees/themes/")

    assert cells(page.context["rows"]) == [
        ("SI", "Seize innovation", "Ambitions", "In force", "1 filled and 1 vacant")
    ]


def test_a_theme_names_all_three_leads_and_keeps_vacant_apart_from_not_stated(client, theme, chief_executive):
    LeadFactory(theme=theme, kind=Lead.Kind.OFFICER, state=Lead.State.VACANT, role="")
    LeadFactory(theme=theme, kind=Lead.Kind.LEADER, state=Lead.State.NOT_STATED, role="", inferred=True)
    client.force_login(chief_executive)

    page = client.get("/p/tees/themes/SI/")

    assert [(lead.kind, lead.holder) for lead in page.context["leads"]] == [
        ("Lead leader", "Not stated (inferred)"),
        ("Lead chief executive", "None recorded"),
        ("Lead officer", "Vacant"),
    ]


def test_a_lead_who_left_is_not_shown(client, theme, chief_executive):
    LeadFactory(theme=theme, kind=Lead.Kind.LEADER, effective_to="2020-05-01", role="Former leader")
    client.force_login(chief_executive)

    page = client.get("/p/tees/themes/SI/")

    assert b"Former leader" not in page.content


def test_the_mapping_is_followed_to_its_end_and_says_what_was_concluded(
    client, partnership, theme, new, chief_executive
):
    deal = ThemeFactory(
        theme_set__partnership=partnership, theme_set__name="Deal", reference="BE", name="Business"
    )
    growth = ThemeFactory(theme_set=new, reference="EG", name="Growth")
    ThemeLinkFactory(predecessor=theme, successor=deal)
    ThemeLinkFactory(predecessor=deal, successor=growth, inferred=True, note="Merged cells")
    client.force_login(chief_executive)

    early = client.get("/p/tees/themes/SI/")
    late = client.get("/p/tees/themes/EG/")

    assert ("Leads in the end to", "Growth (inferred)") in early.context["facts"]
    assert cells(early.context["after"]) == [("Business", "Deal", "Printed", "", "Not stated")]
    assert [row.url for row in early.context["after"]] == ["/p/tees/themes/BE/"]
    assert cells(late.context["before"]) == [("Business", "Deal", "Inferred", "Merged cells", "Not stated")]


def test_the_mapping_stands_in_a_table_for_each_pair_of_sets(
    client, partnership, theme, new, chief_executive
):
    ThemeLinkFactory(predecessor=theme, successor=ThemeFactory(theme_set=new, reference="EG", name="Growth"))
    client.force_login(chief_executive)

    page = client.get("/p/tees/themes/")

    assert [(one.title, cells(one.rows)) for one in page.context["mappings"]] == [
        ("Ambitions to New themes", [("Seize innovation", "Growth", "Printed", "", "Not stated")])
    ]


def test_a_set_carried_on_in_part_says_which_theme_was_lost(client, theme, old, new, chief_executive):
    ThemeFactory(theme_set=old, reference="RA", name="Relentless ambition")
    ThemeLinkFactory(predecessor=theme, successor=ThemeFactory(theme_set=new))
    client.force_login(chief_executive)

    page = client.get("/p/tees/themes/")

    assert page.context["lost"] == [
        "Ambitions: Nothing says where Relentless ambition goes. Link it to at least one new theme."
    ]


def test_outcomes_stand_on_their_themes_page(client, theme, chief_executive):
    OutcomeFactory(theme=theme, wording="More start-ups survive")
    client.force_login(chief_executive)

    assert b"More start-ups survive" in client.get("/p/tees/themes/SI/").content


def test_strangers_find_no_theme_and_readers_no_button(client, theme, stranger, chief_executive):
    client.force_login(stranger)
    assert client.get("/p/tees/themes/").status_code == 404
    assert client.get("/p/tees/themes/SI/").status_code == 404
    assert client.get("/p/tees/themes/SI/history/").status_code == 404

    client.force_login(chief_executive)
    page = client.get("/p/tees/themes/SI/")
    assert (page.status_code, page.context["actions"]) == (200, [])


def test_a_programme_manager_gets_the_way_into_the_admin(client, theme, manager):
    client.force_login(manager)

    page = client.get("/p/tees/themes/SI/")

    assert page.context["actions"] == [
        ("Change in the admin", f"/admin/partnerships/theme/{theme.pk}/change/")
    ]
    assert client.get(page.context["actions"][0][1]).status_code == 200


def test_history_of_a_theme_is_a_page_of_its_own(client, theme, manager):
    client.force_login(manager)

    page = client.get("/p/tees/themes/SI/history/")

    assert [entry.kind for entry in page.context["entries"]] == ["Added"]


@pytest.mark.parametrize("themes", [1, 3])
def test_the_list_asks_the_same_number_of_questions_for_one_theme_and_three(
    client, old, new, chief_executive, themes, django_assert_num_queries
):
    for number in range(themes):
        theme = ThemeFactory(theme_set=old, board=BoardFactory(partnership=old.partnership))
        LeadFactory(theme=theme, kind=Lead.Kind.LEADER, organisation=OrganisationFactory())
        ThemeLinkFactory(predecessor=theme, successor=ThemeFactory(theme_set=new, reference=f"N{number}"))
    client.force_login(chief_executive)
    client.get("/p/tees/themes/")

    with django_assert_num_queries(8):
        client.get("/p/tees/themes/")


@pytest.mark.parametrize("others", [1, 3])
def test_a_theme_asks_the_same_number_of_questions_with_one_lead_and_three(
    client, theme, new, chief_executive, others, django_assert_num_queries
):
    for kind in list(Lead.Kind)[:others]:
        LeadFactory(theme=theme, kind=kind, organisation=OrganisationFactory())
        ThemeLinkFactory(predecessor=theme, successor=ThemeFactory(theme_set=new))
        OutcomeFactory(theme=theme)
    client.force_login(chief_executive)
    client.get("/p/tees/themes/SI/")

    with django_assert_num_queries(10):
        client.get("/p/tees/themes/SI/")
