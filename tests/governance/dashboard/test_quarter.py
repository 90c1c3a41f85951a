"""The quarterly dashboard: sentences from the record, and numbers that equal the lists they lead to."""

import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pikepdf
import pytest
import time_machine

from core.domain.status import Status
from core.domain.windows import DateWindow
from core.permissions import Role
from funding.models import CostLine, Option, OptionLine, Phase, Post, Source, Split
from funding.queries import Books, position
from governance.dashboard.queries.money import money_position
from governance.dashboard.queries.standing import counts, period
from governance.models import Assessment, Meeting
from governance.reports.render import RenderFailed
from partnerships.models import Theme
from programmes import queries as plans
from programmes.models import Action, Update
from tests.factories.dashboard import Q1, Q4, action_with, mixed_plan, plan_with
from tests.factories.governance_risks import AssessmentFactory, DecisionFactory, MatrixFactory, RiskFactory
from tests.factories.partnerships import MembershipFactory, ThemeFactory, ThemeSetFactory, person_with
from tests.factories.programmes import DateChangeFactory, MilestoneFactory, RoundFactory
from tests.governance.pdf_reading import text_of
from tests.thorough import kept_when_fast

TODAY = datetime(2026, 7, 20, 9, 30, tzinfo=UTC)
OFF, RISK, ON = (("in_progress", confidence) for confidence in ("off_track", "at_risk", "on_track"))
HERE = "/p/tees/dashboard/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield TODAY.date()


@pytest.fixture
def reader(client, chief_executive):
    client.force_login(chief_executive)
    return client


@pytest.fixture
def plan(partnership):
    """Three actions: one fell, one recovered, one is silent."""
    plan, (skills, climate), rounds = plan_with(partnership)
    action_with(plan, skills, rounds, "ES-04", RISK, OFF, title="Apprenticeship levy")
    action_with(plan, climate, rounds, "CC-02", RISK, ON, title="Energy study")
    action_with(plan, climate, rounds, "CC-03", ON, None, title="Tree planting")
    return plan


@pytest.fixture
def money(partnership, plan):
    """A phase that runs to March 2027 and is paid in part by money that ends then."""
    phase = Phase(
        partnership=partnership, reference="PH-2", name="Phase 2", plan=plan,
        starts_on=date(2026, 4, 1), ends_on=date(2027, 3, 31),
    )  # fmt: skip
    phase.save()
    Post(phase=phase, order=1, title="Manager", grade="G12", number=1, unit_cost=Decimal("56623")).save()
    Post(phase=phase, order=2, title="Officer", grade="G9", number=4, unit_cost=Decimal("39350")).save()
    CostLine(phase=phase, order=1, name="Equipment", amount=Decimal("143724")).save()
    option = Option(phase=phase, order=1, name="Option A")
    option.save()
    for order, (name, kind, amount) in enumerate(
        (("County", "recurring", 144000), ("Fund", "recurring", 120000), ("Pool", "one_off", 94000)), start=1
    ):
        source = Source(partnership=partnership, reference=f"S-{order}", name=name, kind=kind)
        source.save()
        OptionLine(option=option, order=order, source_of_money=source, amount=Decimal(amount)).save()
    return phase


def key(page):
    """The chart's key: how many of each status, and how many before."""
    return {entry.status: (entry.count, entry.before) for entry in page.context["entries"]}


def listed(client, url):
    """How many the list says it holds."""
    page = client.get(url)
    assert page.status_code == 200, url
    return page.context["count"]


def words(cells):
    """What a row of a table says."""
    return [re.sub("<[^>]+>", "", str(cell)) for cell in cells]


def read_pdf(content):
    """How many pages a PDF has, and its words with single spaces."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return len(pdf.pages), " ".join(text_of(content).split())


def lines(page, name="attention"):
    return [(line.words, line.reference, line.detail) for line in page.context[name]]


# --- What it says ---------------------------------------------------------------------------


def test_the_verdict_counts_compares_and_names_the_gap(reader, plan, money):
    page = reader.get(HERE)

    assert page.context["verdict"] == (
        "1 of 3 actions is complete or on track, 33.3%. One is off track, one more than last quarter, "
        "and one was not heard from. £93,747 is still to be found from April 2027."
    )


def test_the_newest_quarter_that_started_is_shown_with_its_state_and_what_is_in(reader, plan):
    RoundFactory(plan=plan, quarter_number=2, state="planned")

    page = reader.get(HERE)

    assert (page.context["title"], page.context["months"]) == ("Quarter 1 2026/27", "April to June 2026")
    assert page.context["state"] == "Closed, not locked yet."
    assert page.context["received"].wording == "2 of 3 updates received (67%)"


@pytest.mark.parametrize(
    ("state", "due", "words"),
    [
        ("open", date(2026, 7, 22), "Open. Updates are due by 22 July 2026."),
        ("open", date(2026, 7, 14), "Open. Updates were due by 14 July 2026."),
        ("closed", date(2026, 7, 14), "Closed, not locked yet."),
        ("locked", date(2026, 7, 14), "Locked."),
    ],
)
def test_how_firm_the_figures_are_is_said_in_words(reader, plan, state, due, words):
    newest = plan.rounds.get(year=2026)
    newest.state, newest.due_on = state, due
    newest.save()

    page = reader.get(HERE)

    assert page.context["state"] == words
    assert page.context["is_draft"] == (state != "locked")
    assert (b"Draft. These figures can change" in page.content) == (state != "locked")


def test_what_needs_attention_says_what_was_why_and_what_is_done(reader, partnership, plan, board, money):
    DecisionFactory(
        partnership=partnership, reference="D-02", title="Phase 2 split", board=board, state="due",
        decided=None, due_on=date(2026, 7, 30),
    )  # fmt: skip
    risk = RiskFactory(
        partnership=partnership, reference="R-07", title="Vacancies", owner_role="Head of Skills"
    )
    for day, impact in ((date(2026, 3, 1), 3), (date(2026, 7, 1), 5)):
        AssessmentFactory(risk=risk, impact=impact, likelihood=3, assessed_on=day)

    page = reader.get(HERE)

    assert lines(page) == [
        ("was at risk.", "ES-04", "Legal advice came late. Head of Skills"),
        ("Decision.", "D-02", "Due in 10 days. Joint Committee"),
        ("Risk up.", "R-07", "Up from medium to high. Head of Skills"),
        ("Money.", "PH-2", "£93,747 still to be found from April 2027"),
    ]
    assert page.context["pressing"] == 4
    assert [line.url for line in page.context["attention"]] == [
        "/p/tees/actions/ES-04/",
        "/p/tees/decisions/D-02/",
        "/p/tees/risks/R-07/",
        "/p/tees/money/PH-2/",
    ]


def test_what_changed_is_told_worse_first_with_what_did_not_change_in_a_sentence(reader, partnership, plan):
    _, rounds = plan.theme_set.themes.all(), list(plan.rounds.order_by("year"))
    action_with(plan, plan.theme_set.themes.first(), rounds, "ES-05", ON, ON)
    action_with(plan, plan.theme_set.themes.first(), rounds, "ES-06", "", ON)

    page = reader.get(HERE)

    assert lines(page, "changes") == [
        ("Worse.", "ES-04", "Now off track, was at risk"),
        ("No update.", "CC-03", "Was on track"),
        ("Better.", "CC-02", "Now on track, was at risk"),
        ("New.", "ES-06", ""),
    ]
    assert page.context["unchanged"] == "The one other action or risk did not change."


def test_a_date_that_moved_since_the_quarter_before_was_locked_is_a_change(reader, partnership, plan):
    rounds = list(plan.rounds.order_by("year"))
    june, september = DateWindow.month(2026, 6), DateWindow.month(2026, 9)
    moved = action_with(
        plan, plan.theme_set.themes.first(), rounds, "ES-09", ON, ON, original=june, current=september
    )
    for number, (day, state) in enumerate(
        ((date(2026, 4, 23), "applied"), (date(2026, 7, 1), "refused")), start=1
    ):
        DateChangeFactory(
            action=moved, number=number, asked_on=day, state=state, before=june, after=september
        )

    assert "ES-09" not in [line.reference for line in reader.get(HERE).context["changes"]]
    DateChangeFactory(
        action=moved, number=3, asked_on=date(2026, 4, 24), state="applied", before=june, after=september
    )

    assert ("Worse.", "ES-09", "Due 92 days later, September 2026") in lines(reader.get(HERE), "changes")


def test_an_older_quarter_tells_what_it_reported_and_nothing_that_came_after(
    reader, partnership, plan, money
):
    page = reader.get(f"{HERE}2025-26-q4/")

    assert key(page) == {Status.AT_RISK: (2, None), Status.ON_TRACK: (1, None)}
    assert "1 of 3 actions is complete or on track, 33.3%." in page.context["verdict"]
    assert "£" not in page.context["verdict"]
    assert page.context["has_before"] is False
    assert "Quarter 3 was not reported on" in page.content.decode()


def test_a_partners_officer_is_told_of_their_own_missing_update(client, partnership, plan):
    body = MembershipFactory(partnership=partnership, organisation__code="north").organisation
    silent = Action.objects.get(reference="CC-03")
    silent.owner = body
    silent.save()
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, organisation=body))

    page = client.get(HERE)

    assert [(line.reference, line.detail) for line in page.context["attention"]] == [
        ("ES-04", "Legal advice came late. Head of Skills"),
        ("CC-03", "Nothing was heard. Head of Skills"),
    ]


def test_an_action_more_than_a_fortnight_late_needs_attention_and_one_less_does_not(reader, plan):
    rounds, theme = list(plan.rounds.order_by("year")), plan.theme_set.themes.first()
    for reference, day in (("ES-10", date(2026, 7, 5)), ("ES-11", date(2026, 7, 6))):
        due = DateWindow.day(day)
        action_with(plan, theme, rounds, reference, ON, ON, original=due, current=due)

    found = lines(reader.get(HERE))

    assert [(words, reference) for words, reference, _ in found if words == "Overdue."] == [
        ("Overdue.", "ES-10")
    ]


def test_five_lines_are_shown_and_the_rest_counted_and_listed(reader, plan):
    rounds, theme = list(plan.rounds.order_by("year")), plan.theme_set.themes.first()
    for number in range(10, 17):
        action_with(plan, theme, rounds, f"ES-{number}", RISK, OFF)

    page = reader.get(HERE)

    assert (len(page.context["attention"]), page.context["more_attention"]) == (5, "and 3 more")
    assert (len(page.context["changes"]), page.context["more_changes"]) == (5, "and 5 more")
    assert listed(reader, f"{HERE}2026-27-q1/attention/") == page.context["pressing"] == 8
    assert listed(reader, f"{HERE}2026-27-q1/changes/") == 10


@pytest.mark.parametrize("quarter", kept_when_fast(["2026-27-q1", "2025-26-q4"], {"2026-27-q1"}))
@pytest.mark.parametrize("moves", [[(RISK, OFF)], [(OFF, OFF), (OFF, RISK)], [(ON, ON), (RISK, ON)]])
def test_the_few_lines_shown_are_the_first_of_all_lines(reader, plan, quarter, moves):
    """Off track newly and again, late, or better: whatever fills the lists, and whatever its dates are."""
    rounds, theme = list(plan.rounds.order_by("year")), plan.theme_set.themes.first()
    for number in range(10, 34):
        due = DateWindow.month(2026, 12 - number % 9) if number % 4 else None
        before, now = moves[number % len(moves)]
        made = action_with(plan, theme, rounds, f"ES-{number}", before, now, original=due, current=due)
        if number % 5 == 0:
            DateChangeFactory(action=made, number=1, asked_on=date(2026, 7, 1), state="applied")

    page = reader.get(f"{HERE}{quarter}/")

    for name in ("attention", "changes"):
        every = reader.get(f"{HERE}{quarter}/{name}/").context["lines"]
        assert page.context[name] == every[:5]


def test_below_the_fold_are_themes_risks_what_comes_up_and_decisions_due(reader, partnership, plan, board):
    AssessmentFactory(
        risk=RiskFactory(partnership=partnership, reference="R-01", title="Energy prices"),
        impact=5, likelihood=4, assessed_on=date(2026, 7, 1),
    )  # fmt: skip
    DecisionFactory(
        partnership=partnership, reference="D-02", title="Split", state="due", decided=None, board=board
    )
    Meeting(board=board, held_on=date(2026, 9, 17)).save()
    MilestoneFactory(
        action=Action.objects.get(reference="ES-04"), title="Signed", original=DateWindow.month(2026, 8)
    )

    context = reader.get(HERE).context

    assert [one.label for one in context["theme_columns"]] == ["Theme", "Q4 2025/26", "Now", "Actions"]
    assert [words(row.cells) for row in context["themes"]] == [
        ["Skills", "At risk", "Off track", "1 of 1"],
        ["Climate", "At risk", "No update", "1 of 2"],
    ]
    assert [row.cells[0] for row in context["risks"]] == ["R-01 Energy prices"]
    assert [row.cells for row in context["coming"]] == [
        ("August 2026", "ES-04 Signed", "Milestone"),
        ("17 September 2026", "Joint Committee", "Meeting"),
    ]
    assert [row.cells for row in context["decisions"]] == [
        ("No date", "D-02 Split", "Decision, Joint Committee")
    ]


def test_a_partnership_that_has_not_reported_says_so(reader, partnership):
    plan_with(partnership, rounds=False)

    page = reader.get(HERE)

    assert page.status_code == 200
    assert "No quarter has been reported on yet." in page.content.decode()
    assert "No phase of funding is recorded." in page.content.decode()


def test_a_plan_without_anything_wrong_says_that_in_words(reader, partnership):
    plan, (skills, _), rounds = plan_with(partnership)
    for reference in ("ES-01", "ES-02"):
        action_with(plan, skills, rounds, reference, ON, ON)

    page = reader.get(HERE).content.decode()

    assert "Nothing does: no action is off track or late, and no decision is due." in page
    assert "None of the two actions and risks changed." in page
    assert "No phase of funding is recorded." in page
    assert "None recorded." in page


# --- Every number equals the list it leads to --------------------------------------------------


@pytest.mark.parametrize("quarter", [Q4, Q1], ids=str)
def test_every_count_equals_the_list_it_leads_to(reader, partnership, quarter):
    mixed_plan(partnership, 40)

    page = reader.get(f"{HERE}{quarter.slug}/")

    entries = page.context["entries"]
    assert len(entries) >= 6
    assert {entry.status: listed(reader, entry.url) for entry in entries} == {
        entry.status: entry.count for entry in entries
    }


def test_the_counts_before_are_those_of_the_quarter_before(reader, partnership):
    mixed_plan(partnership, 40)

    before = {status: before for status, (_, before) in key(reader.get(HERE)).items()}
    then = {status: now for status, (now, _) in key(reader.get(f"{HERE}2025-26-q4/")).items()}

    # Whoever took no part in the earlier round is in no count of it, then or now.
    assert {status: number for status, number in before.items() if number} == then


@pytest.mark.parametrize("quarter", [Q4, Q1], ids=str)
def test_the_groups_judge_every_action_as_the_plan_does(partnership, chief_executive, quarter, today):
    plan = mixed_plan(partnership, 40)
    position_then = plans.quarter_position(plan, quarter)

    found = counts(partnership, chief_executive, period(partnership, quarter, today))

    assert found.now == position_then.counts
    assert (found.before or dict.fromkeys(Status, 0)) == position_then.counts_before
    assert found.received == position_then.completeness
    assert found.moved == sum(one.before is not one.status for one in position_then.actions)


def test_each_themes_numbers_equal_their_lists(reader, partnership):
    mixed_plan(partnership, 40)

    for row in reader.get(HERE).context["themes"]:
        url, worst, number = re.fullmatch(r'<a href="(.+)">(\d+) of (\d+)</a>', str(row.cells[-1])).groups()

        assert listed(reader, url.replace("&amp;", "&")) == int(worst)
        assert listed(reader, row.url) == int(number)


@pytest.fixture
def regrouped(partnership, plan):
    """Q4 was locked under Skills and Climate; on 8 May its actions came under one theme of a new set."""
    before = datetime(2026, 3, 31, 12, tzinfo=UTC)
    for one in (*Action.history.all(), *Theme.history.all()):
        one.history_date = before
        one.save()
    locked = plan.rounds.get(year=2025)
    locked.locked_at = datetime(2026, 4, 23, 9, tzinfo=UTC)
    locked.save()
    with time_machine.travel(datetime(2026, 5, 8, tzinfo=UTC), tick=False):
        growth = ThemeFactory(
            theme_set=ThemeSetFactory(partnership=partnership, reference="new"),
            partnership=partnership, reference="GR", name="Growth", order=1,
        )  # fmt: skip
        for action in Action.objects.all():
            action.theme = growth
            action.save()
    return plan


def test_a_locked_quarter_keeps_the_themes_it_was_reported_under(reader, regrouped):
    shown = {
        quarter: [words(row.cells) for row in reader.get(f"{HERE}{quarter.slug}/").context["themes"]]
        for quarter in (Q4, Q1)
    }

    assert shown == {
        Q4: [["Skills", "At risk", "1 of 1"], ["Climate", "At risk", "1 of 2"]],
        Q1: [["Growth", "At risk", "Off track", "1 of 3"]],
    }


@pytest.mark.parametrize("quarter", [Q4, Q1], ids=str)
def test_each_themes_list_is_of_the_themes_of_its_quarter(reader, regrouped, quarter):
    for row in reader.get(f"{HERE}{quarter.slug}/").context["themes"]:
        number = re.search(r">\d+ of (\d+)<", str(row.cells[-1])).group(1)
        page = reader.get(row.url)

        assert page.context["count"] == int(number), row.url
        assert {words(one.cells)[3] for one in page.context["rows"]} == {row.cells[0]}


def test_a_theme_looks_back_over_four_quarters_on_the_actions_it_has_now(reader, partnership):
    plan, (skills, _), rounds = plan_with(partnership)
    dates = {"opens_on": date(2026, 4, 1), "due_on": date(2026, 4, 16)}
    older = [
        RoundFactory(plan=plan, year=2025, quarter_number=number, state="locked", **dates)
        for number in (1, 2, 3)
    ]
    every = [*older, *rounds]
    action_with(plan, skills, every, "ES-01", OFF, RISK, ("complete", ""), "", "")
    action_with(plan, skills, every, "ES-02", OFF, None, ON, RISK, ON)

    page = reader.get(HERE)

    assert [one.label for one in page.context["theme_columns"]] == [
        "Theme", "Q2 2025/26", "Q3 2025/26", "Q4 2025/26", "Now", "Actions"
    ]  # fmt: skip
    assert [words(row.cells) for row in page.context["themes"]] == [
        ["Skills", "At risk", "On track", "At risk", "On track", "1 of 2"]
    ]


@pytest.mark.parametrize("quarter", [Q4, Q1], ids=str)
def test_the_number_of_risks_equals_the_register(reader, partnership, plan, quarter):
    matrix = MatrixFactory()
    for number, values in enumerate(
        (
            {},
            {"raised_on": date(2026, 6, 1)},
            {"state": "closed", "closed_on": date(2026, 5, 1)},
            {"state": "closed", "closed_on": date(2026, 2, 1)},
        )
    ):
        RiskFactory(partnership=partnership, matrix=matrix, reference=f"R-{number:02d}", **values)

    context = reader.get(f"{HERE}{quarter.slug}/").context

    assert context["risk_count"] == "2 open risks"
    assert listed(reader, context["to"].risks) == 2


def test_the_number_of_decisions_due_equals_their_list(reader, partnership, plan):
    for number in range(7):
        DecisionFactory(
            partnership=partnership, reference=f"D-{number}", state="due" if number else "decided"
        )

    context = reader.get(HERE).context

    assert (context["decision_count"], len(context["decisions"])) == ("6 decisions", 5)
    assert listed(reader, "/p/tees/decisions/?state=due") == 6


def test_the_trust_line_leads_to_the_round_that_says_the_same(reader, partnership):
    mixed_plan(partnership, 40)

    context = reader.get(HERE).context
    page = reader.get(context["to"].updates)

    assert dict(page.context["facts"])["Received"] == context["received"].wording


def test_every_link_of_the_page_leads_somewhere(reader, partnership, plan, board, money):
    DecisionFactory(
        partnership=partnership, reference="D-02", state="due", decided=None, due_on=date(2026, 7, 30)
    )
    RiskFactory(partnership=partnership, reference="R-07")
    MilestoneFactory(action=Action.objects.get(reference="ES-04"), original=DateWindow.month(2026, 8))

    page = reader.get(HERE).content.decode()

    body = page[page.index("<main") : page.index("</main>")]
    links = {link.replace("&amp;", "&") for link in re.findall(r'href="(/[^"]+)"', body)}
    assert len(links) >= 20
    assert {link: reader.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_the_money_line_is_worked_out_from_the_same_rows_as_the_money_pages(
    partnership, chief_executive, money
):
    silent = Phase(partnership=partnership, reference="PH-3", name="Phase 3")
    silent.save()
    Post(phase=silent, order=1, title="Post without a printed cost", number=1).save()
    Split(
        partnership=partnership, reference="SP-1", name="Shares", phase=silent, total=Decimal("1000.50")
    ).save()

    quick, whole = money_position(partnership, chief_executive), position(Books(partnership, chief_executive))

    def figures(found):
        return [
            (
                one.phase.reference,
                one.phase.cost,
                [(each.funding, each.difference, each.sentence) for each in one.balances],
                [each.cliff for each in one.endings],
            )
            for one in found.phases
        ]

    assert figures(quick) == figures(whole)
    assert quick.headline == whole.headline


# --- Who may, and what does not exist -----------------------------------------------------------

PAGES = ("", "2026-27-q1/", "2026-27-q1/pdf/", "2026-27-q1/attention/", "2026-27-q1/changes/")


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.PUBLIC])
def test_everybody_in_the_partnership_reads_it(client, partnership, plan, role):
    place = {} if role is Role.ADMINISTRATOR else {"partnership": partnership}
    client.force_login(person_with(role, **place))

    assert {tail: client.get(HERE + tail).status_code for tail in PAGES} == dict.fromkeys(PAGES, 200)


def test_a_stranger_is_told_there_is_no_such_page(client, plan, stranger):
    client.force_login(stranger)

    assert {tail: client.get(HERE + tail).status_code for tail in PAGES} == dict.fromkeys(PAGES, 404)


def test_nobody_is_shown_it_without_signing_in(client, plan):
    assert client.get(HERE).status_code == 302


@pytest.mark.parametrize(
    "slug", ["2031-32-q1", "2026-27-q2", "2026-27-q5", "summer", "2026-29-q1", "Q1-2026-27"]
)
def test_a_quarter_nobody_reported_on_is_not_found(reader, plan, slug):
    RoundFactory(plan=plan, quarter_number=2, state="planned")

    assert reader.get(f"{HERE}{slug}/").status_code == 404


def test_an_action_of_another_partnership_is_in_no_count(reader, plan):
    elsewhere, (theme, _), rounds = plan_with(MembershipFactory().partnership)
    action_with(elsewhere, theme, rounds, "ES-99", ON, OFF, title="Somebody else's")

    page = reader.get(HERE)

    assert sum(entry.count for entry in page.context["entries"]) == 3
    assert b"Somebody else" not in page.content


def test_a_draft_of_an_answer_is_nobodys_status(reader, plan):
    silent = Action.objects.get(reference="CC-03").updates.get(round__year=2026)
    silent.state, silent.stage, silent.confidence, silent.reason = (
        "draft",
        "in_progress",
        "off_track",
        "A secret",
    )
    silent.save()

    page = reader.get(HERE)

    assert key(page)[Status.NO_UPDATE] == (1, 0)
    assert b"A secret" not in page.content


def test_it_leads_to_the_quarters_own_report(reader, plan):
    page = reader.get(f"{HERE}2025-26-q4/")

    assert '<a href="/p/tees/progress/2025-26-q4/">Progress report</a>' in page.content.decode()
    assert reader.get("/p/tees/progress/2025-26-q4/").status_code == 200


# --- On paper, and what it costs ------------------------------------------------------------------


def test_the_one_page_is_an_a4_sheet_that_says_where_it_comes_from_and_keeps_the_draft_band(reader, plan):
    answer = reader.get(f"{HERE}2026-27-q1/pdf/")
    pages, text = read_pdf(answer.content)

    assert (answer.status_code, answer["Content-Type"], pages) == (200, "application/pdf", 1)
    assert "As at 20 July 2026. http://testserver/p/tees/dashboard/2026-27-q1/" in text
    assert "Draft. These figures can change until the quarter is locked." in text
    assert "ES-04 Apprenticeship levy" in text


@pytest.mark.thorough  # the page as it is is drawn in each run
def test_long_titles_and_lists_still_make_one_page_that_says_what_it_leaves_out(
    reader, partnership, plan, board
):
    long = "Bring every employer of the area to one table with the colleges before the year is over " * 2
    theme, rounds = plan.theme_set.themes.first(), list(plan.rounds.order_by("year"))
    for at in range(30):
        due = DateWindow.month(2026, 8)
        reference = f"ES-1{at}"
        action_with(plan, theme, rounds, reference, RISK, OFF, title=long, original=due, current=due)
        risk = RiskFactory(partnership=partnership, reference=f"R-{at}", title=long)
        AssessmentFactory(risk=risk, impact=5, likelihood=4, assessed_on=date(2026, 7, 1))
        DecisionFactory(
            partnership=partnership, reference=f"D-{at}", title=long, board=board, state="due", decided=None
        )

    pages, text = read_pdf(reader.get(f"{HERE}2026-27-q1/pdf/").content)

    assert pages == 1
    shown = re.findall(r"Needs attention \((\d+)\)", text)
    assert (shown, re.findall(r"and (\d+) more", text)) == (["31"], ["30", "32"])


def test_the_same_page_taken_twice_on_a_day_is_the_same_file(reader, plan):
    first, second = (reader.get(f"{HERE}2026-27-q1/pdf/").content for _ in range(2))

    assert first == second


def test_without_the_renderer_the_page_says_why_and_leads_back(reader, plan, monkeypatch):
    def fails(*args, **options):
        raise RenderFailed("The renderer is busy. Try again in a minute.")

    monkeypatch.setattr("governance.dashboard.views.one_page.one_page_pdf", fails)

    answer = reader.get(f"{HERE}2026-27-q1/pdf/")

    assert (answer.status_code, answer.context["sentence"]) == (
        503,
        "The renderer is busy. Try again in a minute.",
    )
    assert f'<a href="{HERE}2026-27-q1/">Back to the dashboard</a>' in answer.content.decode()


@pytest.mark.parametrize("number", [12, 100])
def test_the_dashboard_asks_the_database_as_often_at_any_size(
    reader, partnership, board, money, django_assert_num_queries, number
):
    theme, rounds = money.plan.theme_set.themes.first(), list(money.plan.rounds.order_by("year"))
    for at in range(number):
        due = DateWindow.month(2026, 3 + at % 10)
        made = action_with(
            money.plan,
            theme,
            rounds,
            f"ES-1{at:03d}",
            RISK,
            OFF if at % 2 else None,
            original=due,
            current=due,
        )
        MilestoneFactory(action=made, original=DateWindow.month(2026, 8))
        DateChangeFactory(action=made, number=1, asked_on=date(2026, 7, 1), state="applied")
        RiskFactory(partnership=partnership, reference=f"R-1{at:03d}", action=made)
        DecisionFactory(partnership=partnership, reference=f"D-1{at:03d}", state="due", decided=None)

    with django_assert_num_queries(14):
        assert reader.get(HERE).status_code == 200


def test_a_grant_on_an_organisation_costs_one_query_more(
    client, partnership, plan, django_assert_num_queries
):
    body = MembershipFactory(partnership=partnership).organisation
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, organisation=body))

    with django_assert_num_queries(15):
        client.get(HERE)


def test_assessments_do_not_cost_queries(reader, partnership, plan, django_assert_num_queries):
    risk = RiskFactory(partnership=partnership, reference="R-01")
    for month in range(1, 7):
        AssessmentFactory(risk=risk, stage=Assessment.Stage.NOW, assessed_on=date(2026, month, 1))

    with django_assert_num_queries(14):
        reader.get(HERE)


def test_a_call_for_help_needs_attention_once_and_leads_to_the_action(reader, plan):
    for reference in ("ES-04", "CC-02", "CC-03"):
        update = Update.objects.filter(action__reference=reference).order_by("round__year", "pk").last()
        update.help_wanted = f"A decision about {reference}. More words."
        update.save()

    page = reader.get(HERE)

    owner = Action.objects.get(reference="CC-02").owner
    lines = [(one.reference, one.words, one.detail, one.url) for one in page.context["attention"]]
    assert [line for line in lines if line[0] != "ES-04"] == [
        ("CC-02", "Help wanted.", f"A decision about CC-02. {owner}", "/p/tees/actions/CC-02/")
    ]
    assert [line[0] for line in lines].count("ES-04") == 1
