"""The invented example's story, clause by clause: what a visitor is told happened, happened."""

import datetime
from collections import Counter
from decimal import Decimal

import pytest

from core import services
from core.domain.periods import Quarter
from core.permissions import Role
from fixtures.queries.people import person
from funding.models import Contribution, Split
from funding.queries import Books, position
from governance.models import Meeting, Paragraph, Publication, Report, Risk
from governance.reports.queries import checking, documents
from partnerships.models import Brand, Host, Lead, MembershipStatus, ThemeLink, ThemeSet
from programmes.models import Action, DateChange, Draft, Milestone, Plan, Round, Update
from programmes.queries import milestones_due, my_updates, quarter_position
from tests.demonstration.conftest import TODAY

pytestmark = pytest.mark.django_db
OPEN = "Q2 2026/27"
QUARTERS = [
    "Q4 2024/25", "Q1 2025/26", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26", "Q1 2026/27", OPEN,
]  # fmt: skip
GOING_WELL = ("complete", "on-track")


@pytest.fixture(autouse=True)
def example(loaded):
    """Every test here reads the demonstration."""


def plan():
    return Plan.objects.get(partnership__slug="northshire")


def at(label):
    """Where the plan stood in a quarter."""
    return quarter_position(plan(), Quarter.parse(label))


def tally(label):
    return {status.value: number for status, number in at(label).counts.items() if number}


def status_of(reference):
    """An action's status in every quarter it took part in."""
    quarters = [
        one.quarter.label for one in Round.objects.filter(plan=plan()).order_by("year", "quarter_number")
    ]
    found = [one for label in quarters for one in at(label).actions if one.reference == reference]
    return [one.status.value for one in found]


def finance():
    return Books(plan().partnership, person(Role.ADMINISTRATOR))


# --- Quarters ------------------------------------------------------------------------------


def test_six_quarters_are_locked_and_a_seventh_is_open():
    rounds = Round.objects.filter(plan=plan()).order_by("year", "quarter_number")

    assert [(one.quarter.label, one.state) for one in rounds] == [
        ("Q4 2024/25", "locked"),
        ("Q1 2025/26", "locked"),
        ("Q2 2025/26", "locked"),
        ("Q3 2025/26", "locked"),
        ("Q4 2025/26", "locked"),
        ("Q1 2026/27", "locked"),
        (OPEN, "open"),
    ]


def test_a_county_hosts_and_a_city_that_had_reserved_its_position_joins_in_the_fifth_quarter():
    hosts = Host.objects.filter(partnership__slug="northshire").values_list("organisation__kind", flat=True)
    city = MembershipStatus.objects.filter(membership__organisation__code="averley-city").order_by("order")

    assert set(hosts) == {"county_council"}
    assert [(one.state, one.effective_from) for one in city] == [
        ("position_reserved", datetime.date(2024, 12, 16)),
        ("participating", datetime.date(2026, 2, 25)),
    ]
    assert Quarter.of(city[1].effective_from).label == "Q4 2025/26"
    kinds = Counter(plan().partnership.memberships.values_list("organisation__kind", flat=True))
    assert kinds == {
        "county_council": 1,
        "district_or_borough_council": 3,
        "unitary_council": 1,
        "university_or_college": 2,
        "health_body": 1,
        "charity": 1,
    }


def test_in_the_first_quarter_seven_owners_are_silent_and_none_of_them_is_green():
    silent = [one for one in at("Q4 2024/25").actions if one.status.value == "no-update"]

    assert len({one.owner for one in silent}) == len(silent) == 7
    assert tally("Q4 2024/25") == {"on-track": 16, "not-started": 7, "no-update": 7}


def test_of_the_forty_actions_of_the_sixth_quarter_twenty_six_go_well():
    counts = tally("Q1 2026/27")

    assert sum(counts.values()) == 40
    assert sum(counts[name] for name in GOING_WELL) == 26


def test_in_the_open_quarter_twenty_four_of_forty_updates_are_in():
    assert at(OPEN).completeness.wording == "24 of 40 updates received (60%)"
    assert Round.objects.get(plan=plan(), state="open").due_on > TODAY


def test_the_officer_has_four_due_of_which_one_is_a_draft_and_one_returned():
    due = [one for one in my_updates(person(Role.OFFICER), TODAY) if not one.is_in]

    assert {one.reference: str(one.state) for one in due} == {
        "CN-02": "not_started",
        "JG-03": "returned",
        "SK-01": "draft",
        "SK-03": "not_started",
    }
    assert [one.reference for one in due if one.draft_saved_at] == ["SK-01"]


def test_a_colleague_has_just_saved_the_one_the_officer_drafts():
    draft = Draft.objects.get(author=person(Role.OFFICER))
    saved = draft.update.history.first()

    assert draft.update.action.reference == "SK-01"
    assert draft.version < draft.update.version
    assert saved.history_user == person(Role.PROGRAMME_MANAGER)
    assert saved.history_date > draft.saved_at


# --- The action that slipped ---------------------------------------------------------------


def test_the_shops_are_at_risk_then_off_track_and_at_last_back_on_track():
    assert status_of("JG-02") == [
        "on-track",
        "at-risk",
        "at-risk",
        "off-track",
        "off-track",
        "on-track",
        "on-track",
    ]


def test_off_track_says_why_what_is_done_and_by_whom():
    silent = Update.objects.filter(confidence="off_track").filter(reason="", recovery="", recovery_owner="")

    assert silent.count() == 0
    assert Update.objects.filter(action__reference="JG-02", confidence="off_track").count() == 2


def test_the_milestone_moved_with_the_boards_approval_and_still_counts_as_not_met_as_promised():
    moved = DateChange.objects.get(action__reference="JG-02", state="approved")
    due = milestones_due(plan(), Quarter.parse("Q2 2025/26"), TODAY)
    shops = next(one for one in due if (one.action_reference, one.number) == ("JG-02", 2))

    assert (moved.board.reference, moved.decided_on, moved.minute) == (
        "JC",
        datetime.date(2025, 8, 7),
        "JC 27",
    )
    assert (str(shops.promised), shops.outcome_words) == (
        "30 September 2025",
        "Not met as promised: date moved",
    )


def test_a_second_move_was_refused_and_the_date_stayed():
    refused = DateChange.objects.get(action__reference="JG-02", state="refused")
    milestone = Milestone.objects.get(action__reference="JG-02", number=2)

    assert (str(refused.after), str(milestone.current)) == ("31 March 2026", "31 December 2025")
    assert (str(milestone.original), milestone.actual_on) == (
        "30 September 2025",
        datetime.date(2026, 3, 20),
    )


# --- Names, themes, people -----------------------------------------------------------------


def test_four_themes_became_six_by_a_mapping_and_no_action_was_lost():
    sets = ThemeSet.objects.filter(partnership__slug="northshire")
    links = ThemeLink.objects.filter(predecessor__partnership__slug="northshire")
    actions = Action.objects.filter(partnership__slug="northshire")

    assert {one.reference: (one.state, one.themes.count()) for one in sets} == {
        "four": ("replaced", 4),
        "six": ("in_force", 6),
    }
    assert links.values("predecessor").distinct().count() == 4
    assert links.values("successor").distinct().count() == 6
    assert set(actions.values_list("theme__theme_set__reference", flat=True)) == {"six"}
    mapped = {
        (link.predecessor.reference, link.successor.reference)
        for link in links.select_related("predecessor", "successor")
    }
    assert {
        (one.reference.partition("-")[0], one.theme.reference)
        for one in actions.select_related("theme")
        if one.reference.partition("-")[0] in {old for old, _ in mapped}
    } == mapped


def test_each_quarter_still_counts_under_the_themes_it_was_reported_under():
    themes = {label: sorted({one.theme_reference for one in at(label).actions}) for label in QUARTERS}

    four, six = ["CN", "HC", "JG", "SK"], ["BJ", "EN", "HS", "HW", "SL", "TR"]
    assert themes == dict.fromkeys(QUARTERS[:5], four) | dict.fromkeys(QUARTERS[5:], six)


def test_papers_keep_the_name_and_the_themes_they_were_published_with():
    brands = Brand.objects.filter(partnership__slug="northshire").values_list("name", "state")
    issued = Publication.objects.filter(report__partnership__slug="northshire").order_by("issued_at")

    assert dict(brands) == {"Northshire Together": "retired", "One Northshire": "in_use"}
    assert [
        (str(one), one.html.count("<h3"), "Northshire Together Joint Committee" in one.html) for one in issued
    ] == [
        ("JC-2025-001 version 1", 4, True),
        ("JC-2026-001 version 1", 4, True),
        ("JC-2026-001 version 2", 4, True),
        ("JC-2026-002 version 1", 6, False),
    ]


def test_a_lead_post_is_vacant_and_its_risk_rises():
    vacant = Lead.objects.get(state="vacant", theme__partnership__slug="northshire")
    scores = Risk.objects.get(reference="R-11", partnership__slug="northshire").assessments.filter(
        stage="now"
    )

    assert (vacant.theme.reference, vacant.kind) == ("SL", "lead_officer")
    assert [one.impact * one.likelihood for one in scores] == [9, 16]


# --- Money ---------------------------------------------------------------------------------


def shares(reference):
    return [
        (one.organisation.code, one.amount)
        for one in Split.objects.get(reference=reference, partnership__slug="northshire").shares.all()
    ]


def test_both_splits_are_kept_and_the_rule_gives_the_lost_pound_to_the_host():
    first, second = (
        Split.objects.get(reference=one, partnership__slug="northshire") for one in ("SP-02", "SP-03")
    )
    plain = [(first.total * weight / 19).quantize(Decimal("1"), "ROUND_HALF_UP") for weight in (10, 3, 3, 3)]

    assert (first.state, second.state, first.total, second.total) == (
        "replaced",
        "agreed",
        Decimal("234450"),
        Decimal("234450"),
    )
    assert first.total - sum(plain) == 1
    assert [amount for _, amount in shares("SP-02")] == [plain[0] + 1, *plain[1:]]
    assert shares("SP-02")[0] == ("northshire-cc", Decimal("123396"))
    assert shares("SP-03") == [
        ("northshire-cc", Decimal("97687.50")),
        ("calderwick-bc", Decimal("29306.25")),
        ("fenmoor-dc", Decimal("29306.25")),
        ("harrowdale-dc", Decimal("29306.25")),
        ("averley-city", Decimal("48843.75")),
    ]


def test_the_grant_lapses_and_leaves_a_gap_in_the_next_year():
    phase = position(finance()).phases[-1]
    ending = phase.endings[0].cliff

    assert (phase.phase.cost, phase.balances[0].difference) == (Decimal("312600"), Decimal("0"))
    assert (ending.ends_on, ending.lapses.amount, ending.gap.amount) == (
        datetime.date(2027, 3, 31),
        Decimal("78150"),
        Decimal("78150"),
    )


def test_what_the_councils_give_after_the_city_joined_is_the_second_split():
    given = Contribution.objects.filter(phase__reference="PH-2", partnership__slug="northshire")

    assert sum(one.amount for one in given.exclude(state="withdrawn")) == Decimal("234450")
    assert given.filter(state="withdrawn").count() == 4


# --- Oversight -----------------------------------------------------------------------------


def test_a_dozen_risks_move_and_eight_meetings_are_in_the_calendar():
    risks = Risk.objects.filter(partnership__slug="northshire")
    moved = [
        one
        for one in risks
        if len({each.impact * each.likelihood for each in one.assessments.filter(stage="now")}) > 1
    ]

    assert (risks.count(), len(moved)) == (12, 12)
    assert Meeting.objects.filter(board__partnership__slug="northshire").count() == 8


def test_three_reports_are_published_and_one_was_corrected_with_a_public_note():
    published = Report.objects.filter(partnership__slug="northshire", state="published")
    corrected = Publication.objects.get(report__in=published, number=2)

    assert (published.count(), Publication.objects.filter(report__in=published).count()) == (3, 4)
    assert corrected.is_public
    assert corrected.note.startswith(
        "Paragraph 3.2 of version 1 said that four actions were complete. Two were."
    )
    wrong, right = corrected.report.publications.order_by("number")
    assert ("Four actions are complete" in wrong.html, "2 actions are complete" in right.html) == (True, True)
    assert tally("Q3 2025/26")["complete"] == 2


def found_in_draft():
    draft = Report.objects.get(partnership__slug="northshire", state="draft")
    secretary = person(Role.COMMITTEE_SECRETARY)
    return draft, checking.disagreements(
        draft, documents.live_of(draft, viewer=secretary, today=TODAY)
    ).sentences


def test_the_draft_has_five_faults_and_the_record_finds_each():
    _, sentences = found_in_draft()

    assert [sentence for sentence, _ in sentences] == [
        "Paragraph 1.1 says 27 for actions complete or on track. The table in 3.1 says 26. They are 1 apart.",
        "Paragraph 4.2 says £321,600 for the cost of phase 2. Paragraph 2.2 says £312,600, and so does the "
        "record. The digits are the same in another order, £9,000 apart.",
        "The tables in 4.4 and 4.5 show the same thing and differ: Harrowdale District Council £29,306.25 "
        "and £28,843.75 and Averley City Council £48,843.75 and £49,306.25.",
        "The county's share before the city joined is printed as 40%, but £123,396 is 39.47% of the "
        "cost (£312,600). It would be 40% of £308,490.",
        "Paragraph 4.1 says six months. By its dates phase 1 lasts seven. At £156,000 a year that costs "
        "£91,000, £13,000 more than six months.",
    ]


def test_a_fault_that_is_put_right_in_the_words_is_no_longer_found():
    draft, before = found_in_draft()
    paragraph = Paragraph.objects.get(section__report=draft, text__contains="£321,600")
    paragraph.text = paragraph.text.replace("£321,600", "£312,600")
    services.save_row(paragraph, by=person(Role.COMMITTEE_SECRETARY))

    assert found_in_draft()[1] == tuple(one for one in before if "£321,600" not in one[0])
    assert len(before) == 5
