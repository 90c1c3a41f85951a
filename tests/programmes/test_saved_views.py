"""Views of the plan that people keep for themselves or share: a question under a name, never an answer."""

import pytest

from programmes.models import SavedView
from tests.factories.programmes import SavedViewFactory

HERE = "/p/tees/plan/"
ADD = f"{HERE}views/add/"


def names(client):
    page = client.get(HERE)
    assert page.status_code == 200
    return [view.name for view in page.context["saved"]]


def test_a_view_is_kept_with_the_filters_of_its_list_and_leads_back_to_it(client, action, officer):
    client.force_login(officer)

    page = client.get(f"{ADD}?lead=me&page=1")
    answer = client.post(f"{ADD}?lead=me&page=1", {"name": "Mine"})

    assert (page.context["lede"], answer.url) == ("Lead: Me", f"{HERE}?lead=me")
    assert names(client) == ["Mine"]
    view = SavedView.objects.get()
    assert (view.owner, view.reference, view.query, view.shared) == (officer, "V-01", "lead=me", False)


def test_an_own_view_is_its_keeper_s_alone_and_a_shared_one_everybody_s(
    client, partnership, action, officer, chief_executive, partner_officer
):
    SavedViewFactory(partnership=partnership, owner=officer, name="Private")
    SavedViewFactory(partnership=partnership, owner=officer, name="For all", shared=True)
    seen = []
    for person in (officer, chief_executive, partner_officer):
        client.force_login(person)
        seen.append(names(client))

    assert seen == [["For all", "Private"], ["For all"], ["For all"]]


def test_a_shared_list_of_me_is_about_whoever_reads_it(client, partnership, action, officer, chief_executive):
    view = SavedViewFactory(partnership=partnership, owner=officer, query="lead=me", shared=True)
    found = []
    for person in (officer, chief_executive):
        client.force_login(person)
        found.append(len(client.get(view.get_absolute_url()).context["rows"]))

    assert found == [1, 0]


@pytest.mark.parametrize("query", ["colour=red", "status=lovely", "quarter=2026-29-q1"])
def test_filters_the_plan_does_not_have_are_not_kept(client, action, officer, query):
    client.force_login(officer)

    answer = client.post(f"{ADD}?{query}", {"name": "Odd"})

    assert (answer.status_code, SavedView.objects.count()) == (422, 0)
    assert "These filters are none the plan has." in answer.content.decode()


def test_a_view_is_renamed_shared_and_taken_away_by_its_keeper(client, partnership, action, officer):
    view = SavedViewFactory(partnership=partnership, owner=officer)
    address = f"{HERE}views/{view.reference}/"
    client.force_login(officer)

    client.post(address, {"name": "Late ones", "shared": "on", "version": 1})
    view.refresh_from_db()
    shared = (view.name, view.shared)
    client.post(address, {"do": "remove"})

    assert shared == ("Late ones", True)
    assert (names(client), view.history.count()) == ([], 3)


def test_nobody_finds_or_takes_away_a_view_of_somebody_else(
    client, partnership, action, officer, chief_executive
):
    view = SavedViewFactory(partnership=partnership, owner=officer, shared=True)
    client.force_login(chief_executive)

    answer = client.post(f"{HERE}views/{view.reference}/", {"do": "remove"})

    view.refresh_from_db()
    assert (answer.status_code, view.archived_at) == (404, None)


def test_a_view_without_a_name_is_asked_for_one(client, action, officer):
    client.force_login(officer)

    assert client.post(ADD, {"name": " "}).status_code == 422
