"""Whoever may change an action says how far its assessments are, on its own page."""

from datetime import date

import pytest

from core.permissions import Role
from programmes.models import ImpactAssessment
from tests.factories.partnerships import person_with
from tests.factories.programmes import ImpactAssessmentFactory

pytestmark = pytest.mark.usefixtures("july")

ADD = "/p/tees/actions/ES-01/assessments/add/"
GIVEN = {"kind": "climate", "state": "to_do", "due": "December 2026"}


@pytest.fixture
def leads(client, officer, action):
    client.force_login(officer)
    return client


def lines(page):
    """The fact's lines, without their links."""
    return str(dict(page.context["facts"])["Impact assessments"]).split("\n")


def test_an_officer_adds_one_on_the_page_of_their_action(leads, action, officer):
    assert lines(leads.get(action.get_absolute_url())) == [f'<a href="{ADD}">Add an assessment</a>']

    page = leads.post(ADD, GIVEN, follow=True)

    made = ImpactAssessment.objects.get()
    assert (made.reference, made.action, made.history.get().history_user) == ("IA-01", action, officer)
    assert lines(page)[0].startswith("Climate: to do by December 2026 <a href=")


def test_the_reference_of_a_paper_is_not_drawn_again(leads, partnership):
    ImpactAssessmentFactory(partnership=partnership, reference="IA-01")

    leads.post(ADD, GIVEN)

    assert ImpactAssessment.objects.latest("pk").reference == "IA-02"


def test_it_is_changed_with_a_reason_and_its_history_says_so(leads, partnership, action):
    one = ImpactAssessmentFactory(partnership=partnership, action=action, subject="", reference="IA-07")
    edit = "/p/tees/assessments/IA-07/edit/"
    form = leads.get(edit).context["form"]
    sent = {"kind": "equality", "state": "done", "done_on": "1 July 2026", "version": form["version"].value()}

    answer = leads.post(edit, sent | {"change_reason": "The panel met."})

    one.refresh_from_db()
    assert answer.headers["Location"] == action.get_absolute_url()
    assert (one.state, one.done_on) == ("done", date(2026, 7, 1))
    assert "The panel met." in leads.get("/p/tees/assessments/IA-07/history/").content.decode()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"state": "not_needed"}, "Say why no assessment is needed."),
        ({"state": ""}, "Say how far the assessment is."),
        ({"kind": ""}, "Say what is looked at."),
        (
            {"state": "done", "done_on": "7 July 2026"},
            "7 July 2026 is still to come. Give the day on which it was made.",
        ),
        (
            {"done_on": "1 July 2026"},
            "Only an assessment that was made has a day on which it was.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(leads, given, sentence):
    answer = leads.post(ADD, GIVEN | given)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert ImpactAssessment.objects.count() == 0


def test_two_people_changing_one_are_asked_which(leads, partnership, action):
    ImpactAssessmentFactory(partnership=partnership, action=action, subject="", reference="IA-07")
    edit = "/p/tees/assessments/IA-07/edit/"
    sent = {"kind": "equality", "state": "preliminary", "version": 1}
    leads.post(edit, sent)

    answer = leads.post(edit, sent | {"state": "done"})

    assert answer.status_code == 409
    assert ImpactAssessment.objects.get().state == "preliminary"


def test_an_action_says_why_none_is_needed(leads, partnership, action):
    ImpactAssessmentFactory(
        partnership=partnership, action=action, subject="", state="not_needed", because="Words only."
    )

    assert lines(leads.get(action.get_absolute_url()))[0].startswith("Equality: not needed (Words only.)")


@pytest.mark.parametrize("person", ["other_officer", "chief_executive", "partner_officer"])
def test_nobody_else_adds_or_changes_one(client, request, action, borough, partnership, person):
    action.owner = borough
    action.save()
    ImpactAssessmentFactory(partnership=partnership, action=action, subject="", reference="IA-07")
    client.force_login(request.getfixturevalue(person))

    assert client.post(ADD, GIVEN).status_code == 403
    assert client.post("/p/tees/assessments/IA-07/edit/", GIVEN).status_code == 403
    assert "Add an assessment" not in client.get(action.get_absolute_url()).content.decode()


def test_the_theme_s_lead_may(client, theme_lead, action):
    client.force_login(theme_lead)

    assert client.post(ADD, GIVEN).status_code == 302


def test_assessments_and_their_counts_go_out_as_files(client, partnership, action):
    ImpactAssessmentFactory(
        partnership=partnership, action=action, subject="", reference="IA-07", state="preliminary"
    )
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=partnership))

    listed = client.get("/p/tees/assessments/export.csv").content.decode("utf-8-sig").splitlines()
    counts = client.get("/p/tees/assessments/themes.csv").content.decode("utf-8-sig").splitlines()

    assert listed[1] == "IA-07,ES-01,Share apprenticeship levy,Equality,Preliminary,,,,"
    assert counts[:2] == [
        "Theme,Kind,Actions,Not needed,To do,Preliminary,Done,None recorded",
        "Employment and skills,Equality,1,0,0,1,0,0",
    ]
    assert counts[-1] == "Whole plan,Other,1,0,0,0,0,1"
    assert client.get("/p/tees/assessments/export.xlsx").status_code == 200
    assert client.get("/p/tees/assessments/themes.pdf").status_code == 404


def test_the_progress_report_stands_in_the_side_navigation(leads, action):
    page = leads.get("/p/tees/plan/")

    assert [(one.label, one.url) for one in page.context["side_items"]][1:3] == [
        ("Dashboard", "/p/tees/dashboard/"),
        ("Progress report", "/p/tees/progress/"),
    ]
