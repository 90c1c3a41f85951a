"""Many dates moved at once under the rules of a single move, and all that match chosen without ticking."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from core.domain.windows import DateWindow, parse_window
from programmes import services
from programmes.models import Action, DateChange
from tests.factories.partnerships import BoardFactory
from tests.factories.programmes import ActionFactory
from tests.programmes.answers import TODAY

pytestmark = pytest.mark.usefixtures("july")

HERE = "/p/tees/plan/bulk/"
AUGUST = "31 August 2026"


@pytest.fixture
def three(plan, theme):
    """ES-01 is due in Q2, ES-02 in Q1, ES-03 was finished."""

    def due(reference, window, **more):
        return ActionFactory(plan=plan, theme=theme, reference=reference, original=window, **more)

    return [
        due("ES-01", parse_window("31 July 2026")),
        due("ES-02", parse_window("30 June 2026")),
        due("ES-03", parse_window("30 June 2026"), stage="complete", actual_on=date(2026, 6, 1)),
    ]


@pytest.fixture
def manages(client, manager):
    client.force_login(manager)
    return client


def sent(*actions, do="preview", **more):
    rows = [f"{one.pk}.{one.version}" for one in actions]
    given = {"row": rows, "field": "date", "date": AUGUST, "reason": "The grant came late.", "do": do}
    return given | more


def moved(two, manager):
    return services.move_many(
        actions=two, window=parse_window(AUGUST), reason="Late.", by=manager, today=TODAY
    )


def test_the_preview_groups_them_by_what_the_rules_make_of_each(manages, three):
    page = manages.post(HERE, sent(*three))

    said = [getattr(row, "label", None) or row.cells[0] for row in page.context["rows"]]
    assert said == [
        "Cannot move there: 1 action",
        "ES-03",
        "Leaves its quarter or goes too far, so it becomes a change request: 1 action",
        "ES-02",
        "Stays within its quarter, so it moves: 1 action",
        "ES-01",
    ]
    assert page.context["rows"][1].cells[4] == "This is finished, so its date stays as it is."
    assert 'value="apply"' not in page.content.decode()
    assert DateChange.objects.count() == 0


def test_applied_each_follows_its_rule_in_one_change(manages, three, manager):
    page = manages.post(HERE, sent(*three[:2], do="apply"), follow=True)

    inside, outside = DateChange.objects.order_by("action__reference")
    assert [(one.state, one.kind) for one in (inside, outside)] == [
        ("applied", "within_its_quarter"),
        ("proposed", "leaves_its_quarter"),
    ]
    assert [str(Action.objects.get(pk=one.pk).current) for one in three[:2]] == [AUGUST, "30 June 2026"]
    sets = {one.history.get().change_set for one in (inside, outside)}
    assert sets == {three[0].history.first().change_set}
    assert [row.cells[2] for row in page.context["rows"]][1:] == [
        f"Date change 1, applied: 31 July 2026 to {AUGUST}",
        f"Date change 1, proposed: 30 June 2026 to {AUGUST}",
    ]
    assert page.context["may_undo"] is True


def test_both_moves_and_requests_are_taken_back_as_one(manages, three, manager):
    change_set = moved(three[:2], manager)

    page = manages.post(f"/p/tees/plan/changes/{change_set}/", follow=True)

    assert "Taken back in 2 actions." in page.content.decode()
    assert DateChange.objects.count() == 0
    assert str(Action.objects.get(pk=three[0].pk).current) == "31 July 2026"


def test_requests_alone_have_their_page_and_are_taken_back(manages, three, manager):
    change_set = moved(three[1:2], manager)

    assert manages.get(f"/p/tees/plan/changes/{change_set}/").context["title"] == "A change of 1 action"
    manages.post(f"/p/tees/plan/changes/{change_set}/")

    assert DateChange.objects.count() == 0


def test_once_a_board_has_decided_one_nothing_is_taken_back(manages, three, manager, partnership):
    change_set = moved(three[:2], manager)
    request = DateChange.objects.get(state="proposed")
    services.approve_move(
        move=request, board=BoardFactory(partnership=partnership), decided_on=TODAY, by=manager, today=TODAY
    )

    answer = manages.post(f"/p/tees/plan/changes/{change_set}/")

    assert answer.status_code == 409
    assert "changed since. Undoing would lose that" in answer.content.decode()
    assert DateChange.objects.count() == 2


def test_those_that_can_move_are_moved_and_the_others_stay_when_that_is_pressed(manages, three):
    preview = manages.post(HERE, {**sent(), "everything": "on"})
    assert "Apply to the 2 that can take it" in preview.content.decode()

    page = manages.post(HERE, dict(preview.context["hidden"]) | {"do": "able"}, follow=True)

    assert "Asked for the new date in 2 actions." in page.content.decode()
    moved = DateChange.objects.order_by("action__reference").values_list("action__reference", flat=True)
    assert list(moved) == ["ES-01", "ES-02"]


def test_one_that_cannot_move_stops_all_of_them_and_is_named(manages, three):
    answer = manages.post(HERE, sent(*three, do="apply"))

    assert answer.status_code == 422
    assert "ES-03: This is finished, so its date stays as it is." in answer.content.decode()
    assert DateChange.objects.count() == 0


def test_one_changed_meanwhile_stops_all_of_them(manages, three):
    given = sent(*three[:2], do="apply")
    three[0].title = "Newer"
    three[0].save()

    answer = manages.post(HERE, given)

    assert answer.status_code == 422
    assert "ES-01 was changed since this page was drawn. Look at it again." in answer.content.decode()
    assert DateChange.objects.count() == 0


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"reason": " "}, "Say why the dates move."),
        ({"date": ""}, "Give the new date."),
        ({"date": "soon"}, "soon"),
    ],
)
def test_dates_move_with_a_date_and_a_reason_only(manages, three, more, sentence):
    answer = manages.post(HERE, sent(*three[:1], **more))

    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_all_that_match_are_chosen_beyond_the_page_and_the_filter_counts(
    manages, plan, theme, borough, monkeypatch
):
    monkeypatch.setattr("programmes.views.bulk.BulkChange.page_size", 2)
    for number in range(5):
        ActionFactory(plan=plan, theme=theme, reference=f"ES-0{number}", title="Pool training")
    ActionFactory(plan=plan, theme=theme, reference="ES-09", title="Something else")
    where = f"{HERE}?text=Pool"
    given = {"everything": "on", "field": "owner", "owner": borough.pk, "reason": "It joined."}

    form = manages.get(where).context["form"]
    preview = manages.post(where, given | {"do": "preview"})
    hidden = dict(preview.context["hidden"])
    page = manages.post(where, hidden | {"do": "apply"}, follow=True)

    assert form["everything"].label == "All 5 actions that match, on every page, ticked or not"
    assert preview.context["summary"] == "5 actions would change. Nothing is saved yet."
    assert "row" not in hidden
    assert "Changed 5 actions." in page.content.decode()
    assert Action.objects.filter(owner=borough).count() == 5


def test_what_matches_now_has_to_be_what_the_preview_showed(manages, plan, theme, three, borough):
    given = {"everything": "on", "field": "owner", "owner": borough.pk, "reason": "It joined."}
    hidden = dict(manages.post(HERE, given | {"do": "preview"}).context["hidden"])
    ActionFactory(plan=plan, theme=theme, reference="ES-07")

    answer = manages.post(HERE, hidden | {"do": "apply"})

    assert answer.status_code == 422
    assert "The actions that match changed since. Look at before and after again." in answer.content.decode()
    assert Action.objects.filter(owner=borough).count() == 0


def test_more_than_can_be_changed_at_once_is_said_before_the_preview(manages, three, monkeypatch):
    for place in ("programmes.services.MOST_AT_ONCE", "programmes.services.bulk.MOST_AT_ONCE"):
        monkeypatch.setattr(place, 2)

    answer = manages.post(HERE, {"everything": "on", "field": "lead_role", "do": "preview"})

    assert answer.status_code == 422
    assert "At most 2 actions can be changed at once. Narrow the list first." in answer.content.decode()


def test_a_slip_further_than_the_plan_allows_becomes_a_request_too(plan, three, manager):
    plan.tolerance_days = 10
    plan.save()
    fresh = Action.objects.get(pk=three[0].pk)

    moved([fresh], manager)

    assert DateChange.objects.get().kind == "beyond_tolerance"


def test_no_action_is_no_move(manager):
    with pytest.raises(ValidationError, match="Select at least one action"):
        services.move_many(
            actions=[], window=DateWindow.month(2026, 9), reason="Late.", by=manager, today=TODAY
        )
