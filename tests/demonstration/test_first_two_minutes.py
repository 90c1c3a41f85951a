"""The demonstration's first two minutes: a button for each role, the tour, and none of it anywhere else."""

import pytest
from django.test import Client
from django.utils.html import escape

from core.models import User
from core.permissions import Role
from fixtures.queries.people import email_of, person, roles_to_try
from fixtures.queries.tour import stops
from programmes.models import Draft

pytestmark = pytest.mark.django_db
ROLES = [role for role in Role if role is not Role.PUBLIC]
BEGINS = {
    Role.ADMINISTRATOR: "/admin/",
    Role.PROGRAMME_MANAGER: "/p/northshire/plan/",
    Role.THEME_LEAD: "/",
    Role.OFFICER: "/",
    Role.COMMITTEE_SECRETARY: "/p/vision-derbyshire/reports/JC-2023-001/",
    Role.CLEARANCE_OFFICER: "/p/northshire/money/PH-2/#split",
    Role.CHIEF_EXECUTIVE: "/p/northshire/dashboard/",
    Role.PARTNER_OFFICER: "/",
}


@pytest.fixture
def demonstration(loaded, settings):
    settings.DEMO = True


def found_at(path, client=None):
    """Status and words of a page."""
    page = (client or Client()).get(path)
    return page.status_code, page.content.decode()


# --- Signing in ---------------------------------------------------------------------------


def test_the_sign_in_page_has_one_button_a_role_each_in_a_form_of_its_own(demonstration):
    _, words = found_at("/sign-in/")

    assert [one.role for one in roles_to_try()] == ROLES
    for role in ROLES:
        form = words.partition(f'action="/sign-in/as/{role.value}/"')[2].partition("</form>")[0]
        assert (form.count("csrfmiddlewaretoken"), form.count("<button")) == (1, 1)
        assert role.label in form


@pytest.mark.parametrize("role", ROLES)
def test_a_button_signs_in_and_lands_where_the_role_s_story_begins(demonstration, role):
    client = Client()

    answer = client.post(f"/sign-in/as/{role.value}/")

    assert (answer.status_code, answer.headers["Location"]) == (302, BEGINS[role])
    assert client.session["_auth_user_id"] == str(person(role).pk)
    assert client.get(BEGINS[role]).status_code == 200


def test_a_button_needs_the_page_s_own_token_and_is_no_link(demonstration):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post("/sign-in/as/officer/").status_code == 403
    assert Client().get("/sign-in/as/officer/").status_code == 405


@pytest.mark.parametrize("role", ["public", "county", "mayor"])
def test_nobody_else_can_be_tried(demonstration, role):
    assert Client().post(f"/sign-in/as/{role}/").status_code == 404


@pytest.mark.parametrize("elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)"])
def test_a_button_leads_to_no_other_site(demonstration, elsewhere):
    answer = Client().post("/sign-in/as/officer/", {"next": elsewhere})

    assert answer.headers["Location"] == "/"


def test_somebody_the_demonstration_left_behind_cannot_be_tried(demonstration):
    User.objects.filter(email=email_of(Role.OFFICER)).update(is_active=False)

    assert [one.role for one in roles_to_try()] == [role for role in ROLES if role is not Role.OFFICER]
    assert Client().post("/sign-in/as/officer/").status_code == 404


def test_in_production_nothing_of_it_exists(demonstration, settings):
    settings.DEMO = False

    status, words = found_at("/sign-in/")

    assert (status, "/sign-in/as/" in words, "/tour/" in words) == (200, False, False)
    asked = [
        ask(path) for path in ("/sign-in/as/officer/", "/tour/") for ask in (Client().get, Client().post)
    ]
    assert [answer.status_code for answer in asked] == [404] * 4


# --- The tour -----------------------------------------------------------------------------


def test_the_tour_has_four_stops_each_with_somewhere_to_go(demonstration):
    found = stops(email_of(Role.OFFICER))
    status, words = found_at("/tour/")

    assert status == 200
    assert [(one.heading, one.url) for one in found] == [
        ("An edit and its history", "/p/northshire/actions/JG-02/history/"),
        ("A refused overwrite", "/p/northshire/updates/2026-27-q2/SK-01/"),
        ("A figure the paper got wrong", "/p/vision-derbyshire/reports/JC-2023-001/#p4-25"),
        ("The PDF", "/public/reports/northshire/JC-2026-001/v2/pdf/"),
    ]
    assert [escape(one.sentence) in words for one in found] == [True] * 4


def test_every_stop_is_followed_by_whoever_has_not_signed_in(demonstration):
    for stop in stops(email_of(Role.OFFICER)):
        client = Client()
        if stop.role is not None:
            answer = client.post(f"/sign-in/as/{stop.role.value}/", {"next": stop.url})
            assert answer.headers["Location"] == stop.url
        assert (stop.heading, client.get(stop.url).status_code) == (stop.heading, 200)


def test_the_wrong_figure_s_stop_lands_on_the_paragraph_with_both_figures_beside_it(demonstration):
    stop = next(one for one in stops("") if one.role is Role.COMMITTEE_SECRETARY)
    client = Client()
    client.force_login(person(stop.role))

    place = stop.url.partition("#")[2]
    after = client.get(stop.url).content.decode().partition(f'<div class="para" id="{place}">')[2]
    note = after.partition("<aside")[2].partition("</aside>")[0]

    assert ("£375,747" in note, "£357,747" in note) == (True, True)


def test_the_draft_is_the_officer_s_to_submit_and_the_rest_anybody_s(demonstration):
    chief, officer = Client(), Client()
    chief.force_login(person(Role.CHIEF_EXECUTIVE))
    officer.force_login(person(Role.OFFICER))

    assert [one for one in (found_at("/tour/", chief)[1]).split('"') if one.startswith("/sign-in/as/")] == [
        "/sign-in/as/officer/"
    ]
    assert "/sign-in/as/" not in found_at("/tour/", officer)[1]


def test_submitting_the_draft_is_refused_and_shows_both_versions(demonstration):
    client = Client()
    client.force_login(person(Role.OFFICER))
    draft = Draft.objects.get(author=person(Role.OFFICER))

    answer = client.post(draft.update.get_absolute_url(), {**draft.typed, "version": draft.version})

    words = answer.content.decode()
    assert answer.status_code == 409
    assert ("91 apprentices are placed" in words, "96 apprentices are placed" in words) == (True, True)


def test_a_stop_that_is_used_up_says_so(demonstration):
    Draft.objects.all().delete()

    words = found_at("/tour/")[1]

    assert "this stop is done" in words
    assert words.count("Open the officer") == 0


# --- Two groups ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/p/", "/"])
def test_partnerships_stand_under_what_they_are(demonstration, path):
    client = Client()
    client.force_login(person(Role.CHIEF_EXECUTIVE))

    words = found_at(path, client)[1]
    places = [
        words.index(one)
        for one in ("Example (invented)", "One Northshire (invented)", "From published papers 2018 to 2023")
    ]

    assert places == sorted(places)
    assert words.index("Vision Derbyshire", places[-1]) > places[-1]
