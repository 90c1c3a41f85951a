"""My work: what waits for one person, and what everybody else is spared."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from core.change import change
from core.permissions import Role
from partnerships.models import Lead
from programmes.models import Draft, Update
from tests.factories.governance_reports import ReportFactory
from tests.factories.governance_risks import RiskFactory
from tests.factories.partnerships import (
    GrantFactory,
    PartnershipFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)
from tests.factories.programmes import ActionFactory, PlanFactory, RoundFactory, UpdateFactory

NOW = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(NOW, tick=False):
        yield NOW.date()


@pytest.fixture
def plan(partnership):
    themes = ThemeSetFactory(partnership=partnership, reference="themes")
    return PlanFactory(partnership=partnership, theme_set=themes, reference="DP")


@pytest.fixture
def theme(plan):
    return ThemeFactory(theme_set=plan.theme_set, partnership=plan.partnership, reference="ES", name="Skills")


@pytest.fixture
def round(plan):
    return RoundFactory(plan=plan, due_on=date(2026, 7, 22))


@pytest.fixture
def officer(partnership):
    return person_with(Role.OFFICER, partnership=partnership)


def asked(round, theme, lead, reference, **values):
    """An update the person has to give."""
    action = ActionFactory(plan=round.plan, theme=theme, reference=reference, title="Levy", lead=lead)
    return UpdateFactory(round=round, action=action, **values)


def work(client, user):
    client.force_login(user)
    page = client.get("/")
    assert page.status_code == 200
    return page


def cells(rows):
    return [row.cells for row in rows]


def test_an_officer_is_shown_the_updates_they_owe_and_no_others(client, round, theme, officer):
    asked(round, theme, officer, "ES-01")
    asked(round, theme, officer, "ES-02", state="submitted", stage="not_started")
    asked(round, theme, person_with(Role.OFFICER, partnership=round.plan.partnership), "ES-03")

    page = work(client, officer)

    assert cells(page.context["due"]) == [("ES-01", "Levy", "Tees Example", "22 July 2026", "Not started")]
    assert page.context["due"][0].url == "/p/tees/updates/2026-27-q1/ES-01/"
    assert "Due from you (1)" in page.content.decode()


def test_a_late_update_a_draft_and_a_returned_one_say_so(client, round, theme, officer):
    round.due_on = date(2026, 7, 14)
    round.save()
    draft = asked(round, theme, officer, "ES-01")
    Draft.objects.create(update=draft, author=officer, version=1, saved_at=NOW)
    asked(round, theme, officer, "ES-02", state="returned", returned_note="Say by when.")

    due = cells(work(client, officer).context["due"])

    assert [row[3:] for row in due] == [
        ("14 July 2026, late", "Draft saved 20 July 2026 at 10:30am"),
        ("14 July 2026, late", "Returned: Say by when."),
    ]


def test_updates_of_every_partnership_are_in_one_list(client, round, theme, officer):
    asked(round, theme, officer, "ES-01")
    other = PlanFactory(partnership=PartnershipFactory(slug="other", name="Other Example"))
    GrantFactory(user=officer, role=Role.OFFICER, partnership=other.partnership)
    elsewhere = ThemeFactory(theme_set=other.theme_set, partnership=other.partnership, reference="HC")
    asked(RoundFactory(plan=other, due_on=date(2026, 7, 15)), elsewhere, officer, "HC-01")

    due = cells(work(client, officer).context["due"])

    assert [(row[0], row[2]) for row in due] == [("HC-01", "Other Example"), ("ES-01", "Tees Example")]


@pytest.mark.parametrize(
    ("opens", "sentence"),
    [
        (date(2026, 10, 1), "Nothing is due from you. Q2 2026/27 opens in Tees Example on 1 October 2026."),
        (None, "Nothing is due from you. No further round of updates is planned yet."),
    ],
)
def test_nothing_due_is_a_sentence_that_says_what_comes_next(client, plan, officer, opens, sentence):
    if opens:
        RoundFactory(plan=plan, quarter_number=2, state="planned", opens_on=opens)

    assert sentence in work(client, officer).content.decode()


def test_a_lead_is_shown_what_waits_to_be_signed_off(client, round, theme, officer):
    lead = person_with(Role.THEME_LEAD, partnership=round.plan.partnership)
    Lead(theme=theme, kind=Lead.Kind.OFFICER, user=lead, role="Head of Skills").save()
    asked(
        round, theme, officer, "ES-01", state="submitted", stage="in_progress", confidence="off_track",
        submitted_by=officer,
    )  # fmt: skip

    page = work(client, lead)

    assert page.context["sign_words"] == "1 update waits for your agreement."
    assert [row.cells[:3] for row in page.context["sign"]] == [("ES-01", "Levy", "Q1 2026/27")]
    assert "To sign off" not in work(client, officer).content.decode()


def test_a_secretary_is_shown_the_reports_in_hand_and_an_officer_is_not(client, partnership, officer):
    ReportFactory(partnership=partnership, reference="JC-1", title="Progress", board__name="Joint Committee")
    ReportFactory(partnership=partnership, reference="JC-0", kind="as_printed")

    page = work(client, person_with(Role.COMMITTEE_SECRETARY, partnership=partnership))

    assert cells(page.context["reports"]) == [("JC-1", "Progress", "Joint Committee")]
    assert work(client, officer).context["reports"] == []


def test_whoever_keeps_a_risk_is_told_when_its_review_is_near(client, partnership, officer):
    for reference, day in (
        ("R-01", date(2026, 7, 19)),
        ("R-02", date(2026, 8, 19)),
        ("R-03", date(2026, 8, 20)),
    ):
        RiskFactory(partnership=partnership, reference=reference, title="Prices", lead=officer, review_on=day)
    RiskFactory(partnership=partnership, reference="R-04", review_on=date(2026, 7, 1))

    assert cells(work(client, officer).context["risks"]) == [
        ("R-01", "Prices", "19 July 2026, late"),
        ("R-02", "Prices", "19 August 2026"),
    ]


def test_a_chief_executive_is_led_to_the_dashboard_and_spared_the_rest(client, partnership, chief_executive):
    page = work(client, chief_executive).content.decode()

    assert 'class="govuk-button" href="/p/tees/dashboard/"' in page
    assert "Due from you" not in page


def test_a_chief_executive_who_also_writes_updates_is_shown_them(
    client, round, theme, partnership, chief_executive
):
    GrantFactory(user=chief_executive, role=Role.OFFICER, partnership=partnership)
    asked(round, theme, chief_executive, "ES-01")

    assert "Due from you (1)" in work(client, chief_executive).content.decode()


def test_what_changed_last_names_each_thing_once_says_who_and_leads_to_it(
    client, partnership, officer, manager
):
    with change(by=manager):
        risk = RiskFactory(partnership=partnership, reference="R-01", title="Prices")
        risk.title = "Energy prices"
        risk.save()

    recent = work(client, officer).context["recent"]

    assert [(row.cells, row.url) for row in recent] == [
        (
            ("20 July 2026 at 10:30am", "R-01 Energy prices", manager.name, "Changed risk"),
            "/p/tees/risks/R-01/",
        )
    ]


def test_only_the_last_ten_changes_are_shown_and_none_of_other_partnerships(client, partnership, officer):
    for number in range(12):
        RiskFactory(partnership=partnership, reference=f"R-{number}")
    RiskFactory(reference="R-99", title="Somebody else's")

    page = work(client, officer)

    assert len(page.context["recent"]) == 10
    assert b"Somebody else" not in page.content


def test_somebody_without_access_is_told_whom_to_ask(client, django_user_model):
    user = django_user_model.objects.create_user("new@example.org")

    assert "You have not been given access to a partnership." in work(client, user).content.decode()


def test_somebody_not_signed_in_is_asked_to_sign_in(client):
    assert client.get("/").url == "/sign-in/?next=/"


@pytest.mark.parametrize("number", [1, 3])
def test_my_work_asks_the_database_as_often_for_one_row_as_for_three(
    client, round, theme, officer, django_assert_num_queries, number
):
    earlier = RoundFactory(plan=round.plan, year=2025, quarter_number=4, state="closed")
    for at in range(number):
        update = asked(round, theme, officer, f"ES-{at:02d}")
        UpdateFactory(round=earlier, action=update.action)
        RiskFactory(partnership=round.plan.partnership, lead=officer, review_on=date(2026, 7, 1))
    client.force_login(officer)

    with django_assert_num_queries(10):
        assert len(client.get("/").context["due"]) == number
    assert Update.objects.count() == 2 * number


@pytest.mark.parametrize("path", ["/p/", "/"])
def test_without_an_invented_partnership_or_in_production_there_are_no_groups(
    administrator, settings, client, path
):
    client.force_login(administrator)
    PartnershipFactory(name="Real Partnership")
    settings.DEMO = True
    assert "From published papers" not in client.get(path).content.decode()

    PartnershipFactory(name="Made up", invented=True)
    settings.DEMO = False

    assert "Example (invented)" not in client.get(path).content.decode()
