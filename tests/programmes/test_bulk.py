"""One thing changed in many actions: preview, apply as one change, and all of it taken back as one."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from core.change import change
from core.undo import undo_change_set
from programmes import services
from programmes.models import Action
from tests.factories.partnerships import BoardFactory, OutcomeFactory, ThemeFactory
from tests.factories.programmes import ActionFactory, DateChangeFactory
from tests.programmes.answers import submitted

HERE = "/p/tees/plan/bulk/"


@pytest.fixture
def two(plan, theme, action):
    """ES-01 and ES-02."""
    return [action, ActionFactory(plan=plan, theme=theme, reference="ES-02", title="Pool training")]


def ticks(*actions):
    return [f"{one.pk}.{one.version}" for one in actions]


def test_many_actions_take_a_new_owner_as_one_change_with_its_reason(client, two, borough, manager):
    client.force_login(manager)
    data = {"row": ticks(*two), "field": "owner", "owner": borough.pk, "reason": "The borough joined."}

    preview = client.post(HERE, data | {"do": "preview"})
    untouched = Action.objects.filter(owner=borough).count()
    answer = client.post(HERE, data | {"do": "apply"}, follow=True)

    assert [row.cells[3] for row in preview.context["rows"]] == ["Example Borough"] * 2
    assert (untouched, Action.objects.filter(owner=borough).count()) == (0, 2)
    past = [one.history.first() for one in two]
    assert len({one.change_set for one in past}) == 1
    assert {one.history_change_reason for one in past} == {"The borough joined."}
    assert "Changed 2 actions." in answer.content.decode()


def test_a_change_is_taken_back_as_one_and_that_is_a_change_too(client, two, borough, manager):
    before = [one.owner for one in two]
    change_set = services.change_many(actions=two, field="owner", value=borough, by=manager, reason="")
    client.force_login(manager)

    answer = client.post(f"/p/tees/plan/changes/{change_set}/", follow=True)

    assert "Taken back in 2 actions." in answer.content.decode()
    for one, owner in zip(two, before, strict=True):
        one.refresh_from_db()
        assert (one.owner, one.version) == (owner, 3)
    assert len({one.history.first().change_set for one in two} - {change_set}) == 1


def test_what_somebody_changed_since_is_not_thrown_away(client, two, borough, manager):
    change_set = services.change_many(actions=two, field="owner", value=borough, by=manager, reason="")
    with change():
        two[1].title = "Somebody's work"
        two[1].save()
    client.force_login(manager)

    answer = client.post(f"/p/tees/plan/changes/{change_set}/")

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "ES-02 Somebody&#x27;s work changed since. Undoing would lose that, so nothing is undone." in text
    assert Action.objects.filter(owner=borough).count() == 2


def test_a_change_that_reaches_another_partnership_is_not_undone_from_this_one(client, two, borough, manager):
    elsewhere = ActionFactory()
    change_set = services.change_many(
        actions=[*two, elsewhere], field="owner", value=borough, by=manager, reason=""
    )
    client.force_login(manager)

    answer = client.post(f"/p/tees/plan/changes/{change_set}/")

    assert answer.status_code == 409
    assert "Some of what changed is not yours to take back" in answer.content.decode()
    assert Action.objects.filter(owner=borough).count() == 3


def test_the_change_of_an_update_is_no_change_to_take_back_in_its_action_alone(
    client, update, officer, manager
):
    submitted(update, officer)
    past = update.action.history.first()
    client.force_login(manager)

    answer = client.post(f"/p/tees/plan/changes/{past.change_set}/")

    assert answer.status_code == 409
    assert "More than actions and their dates changed then" in answer.content.decode()
    assert update.action.history.count() == 2


def test_a_board_s_decision_is_not_taken_back_with_the_action_s_date(client, action, manager):
    move = DateChangeFactory(action=action, state="proposed")
    with change(by=manager) as decided:
        services.approve_move(
            move=move,
            board=BoardFactory(partnership=action.partnership),
            decided_on=date(2026, 7, 4),
            by=manager,
            today=date(2026, 7, 4),
        )
    client.force_login(manager)

    answer = client.post(f"/p/tees/plan/changes/{decided.change_set}/")

    move.refresh_from_db()
    assert (answer.status_code, move.state) == (409, "approved")


def test_a_long_list_of_what_changed_since_is_cut_short(plan, theme, borough, manager):
    rows = [ActionFactory(plan=plan, theme=theme, title="One") for _ in range(8)]
    change_set = services.change_many(actions=rows, field="owner", value=borough, by=manager, reason="")
    services.change_many(actions=rows, field="lead_role", value="Head", by=manager, reason="")

    with pytest.raises(ValidationError, match="and 3 other rows changed since"):
        undo_change_set(change_set, [Action], by=manager, reason="")


def test_one_action_changed_meanwhile_stops_all_of_them(client, two, borough, manager):
    drawn = ticks(*two)
    with change():
        two[0].title = "Newer"
        two[0].save()
    client.force_login(manager)

    answer = client.post(
        HERE, {"row": drawn, "field": "owner", "owner": borough.pk, "reason": "", "do": "apply"}
    )

    assert answer.status_code == 422
    assert "ES-01 was changed since this page was drawn. Look at it again." in answer.content.decode()
    assert Action.objects.filter(owner=borough).count() == 0


def test_the_preview_says_which_action_cannot_take_it_and_offers_no_apply(client, partnership, two, manager):
    other = ThemeFactory(theme_set=two[0].plan.theme_set, reference="BS", name="Business")
    outcome = OutcomeFactory(theme=two[0].theme)
    with change():
        two[0].outcome = outcome
        two[0].save()
    client.force_login(manager)

    page = client.post(HERE, {"row": ticks(*two), "field": "theme", "theme": other.pk, "do": "preview"})

    assert [row.cells[4] for row in page.context["rows"]] == [
        "This outcome belongs to another theme.",
        "Nothing",
    ]
    assert 'value="apply"' not in page.content.decode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ({"field": "owner"}, "Select at least one action."),
        ({"row": "x.y", "field": "owner"}, "Select at least one action."),
        ({"row": "9" * 40, "field": "owner"}, "Select at least one action."),
        ({}, "Choose what changes."),
        ({"field": "stage"}, "from the list. The one sent is not in it"),
        ({"field": "theme"}, "Choose the new theme."),
        (
            {"field": "owner", "owner": "99999"},
            "Choose the new owner from the list. The one sent is not in it",
        ),
    ],
)
def test_what_cannot_be_done_is_said_and_the_list_stays(client, two, manager, data, sentence):
    client.force_login(manager)

    answer = client.post(HERE, data | {"do": "preview"})

    assert (answer.status_code, sentence in answer.content.decode()) == (422, True)
    assert [row.cells[1] for row in answer.context["rows"]] == ["ES-01", "ES-02"]


def test_what_was_ticked_stays_ticked(client, two, manager):
    client.force_login(manager)

    text = client.post(HERE, {"row": ticks(two[1]), "do": "preview"}).content.decode()

    assert text.count(" checked>") == 1


def test_a_date_is_not_changed_in_many_actions_at_once(two, manager):
    with pytest.raises(ValidationError, match="cannot be changed in many actions at once"):
        services.change_many(actions=two, field="current_last", value=date(2030, 1, 1), by=manager, reason="")


def test_more_than_a_thousand_are_refused(two, manager):
    with pytest.raises(ValidationError, match="At most 1,000 actions"):
        services.change_many(actions=two * 501, field="lead_role", value="", by=manager, reason="")


def test_those_who_may_not_change_every_action_are_not_offered_it(client, two, officer, chief_executive):
    got = []
    for person in (officer, chief_executive):
        client.force_login(person)
        got.append((client.get(HERE).status_code, b"plan/bulk" in client.get("/p/tees/plan/").content))

    assert got == [(403, False), (403, False)]


def test_a_change_of_another_partnership_or_none_is_no_page(client, two, borough, manager, stranger):
    change_set = services.change_many(actions=two, field="owner", value=borough, by=manager, reason="")
    client.force_login(manager)
    none = client.get(f"/p/tees/plan/changes/{uuid4()}/").status_code
    client.force_login(stranger)

    assert (none, client.get(f"/p/tees/plan/changes/{change_set}/").status_code) == (404, 404)


def test_the_page_of_a_change_costs_the_same_for_any_number_of_actions(
    client, plan, theme, borough, manager, django_assert_num_queries
):
    client.force_login(manager)
    for size in (2, 9):
        rows = [ActionFactory(plan=plan, theme=theme) for _ in range(size)]
        done = services.change_many(actions=rows, field="owner", value=borough, by=manager, reason="")
        client.get(f"/p/tees/plan/changes/{done}/")
        with django_assert_num_queries(12):
            client.get(f"/p/tees/plan/changes/{done}/")
