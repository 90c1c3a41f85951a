"""What an action hangs together with: supporters, what it waits for, strategies, objectives, commitments."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError

from core.domain.windows import parse_window
from partnerships.models import Strategy
from programmes import queries, services
from programmes.models import Action, Dependency, Support
from tests.factories.governance_risks import UndertakingFactory
from tests.factories.partnerships import MembershipFactory, OrganisationFactory
from tests.factories.programmes import (
    ActionFactory,
    DependencyFactory,
    ObjectiveFactory,
    PlanFactory,
    PurposeFactory,
    SupportFactory,
)

HERE = "/p/tees/actions/ES-01/"
NOW = datetime(2026, 7, 6, 9, 42, tzinfo=UTC)


@pytest.fixture
def later(plan, theme):
    """ES-02, due after ES-01."""
    return ActionFactory(
        plan=plan, theme=theme, reference="ES-02", title="Buy the tools", original=parse_window("July 2026")
    )


def sent(page, **values):
    """The form as it was drawn, with some of it changed."""
    form = page.context["form"]
    drawn = {name: form.initial.get(name, field.initial) or "" for name, field in form.fields.items()}
    return drawn | values


def test_supporters_waits_strategies_and_objectives_are_chosen_on_one_page(
    client, partnership, action, later, borough, officer
):
    strategy = Strategy.objects.create(partnership=partnership, name="Growth strategy")
    aim = ObjectiveFactory(partnership=partnership, organisation=borough)
    client.force_login(officer)

    page = client.get(f"{HERE}links/")
    data = sent(page, needs="es-02", supporters=[borough.pk], strategies=[strategy.pk], objectives=[aim.pk])
    answer = client.post(f"{HERE}links/", data)

    assert answer.status_code == 302
    found = queries.links_of(action)
    assert [one.reference for one in found.needs] == ["ES-02"]
    assert (found.strategies, found.objectives) == (
        ("Growth strategy",),
        ("Example Borough: A town centre people choose to visit",),
    )
    assert services.linked(action, "supporters") == [borough]


def test_the_action_says_what_it_waits_for_and_what_comes_too_late(client, action, later, officer):
    DependencyFactory(action=action, needs=later)
    client.force_login(officer)

    text = client.get(HERE).content.decode()

    assert "ES-02 Buy the tools</a> (due July 2026, which is after this action is due)" in text
    assert (
        "ES-01 Share apprenticeship levy</a> (due June 2026)"
        in client.get("/p/tees/actions/ES-02/").content.decode()
    )


def test_a_ring_is_refused_with_the_ring_named_and_nothing_is_saved(client, action, later, officer, manager):
    DependencyFactory(action=later, needs=action)
    client.force_login(manager)

    page = client.get(f"{HERE}links/")
    answer = client.post(f"{HERE}links/", sent(page, needs="ES-02"))

    assert answer.status_code == 422
    sentence = "ES-01 cannot wait for ES-02: ES-01 waits for ES-02 waits for ES-01"
    assert sentence in answer.content.decode()
    assert list(Dependency.objects.values_list("action__reference", "needs__reference")) == [
        ("ES-02", "ES-01")
    ]


def test_a_ring_is_refused_in_the_admin_too(client, action, later, manager):
    DependencyFactory(action=later, needs=action)
    client.force_login(manager)

    page = client.post(
        "/admin/programmes/dependency/add/", {"action": action.pk, "needs": later.pk, "note": ""}
    )

    assert (page.status_code, Dependency.objects.count()) == (200, 1)
    assert "ES-01 cannot wait for ES-02: ES-01 waits for ES-02 waits for ES-01" in page.content.decode()


@pytest.mark.parametrize("typed", ["ES-99", "nonsense", "ES-02; ES-01"])
def test_a_reference_that_is_no_action_is_named(client, action, later, officer, typed):
    client.force_login(officer)
    page = client.get(f"{HERE}links/")

    answer = client.post(f"{HERE}links/", sent(page, needs=typed))

    assert answer.status_code == 422
    assert "There is no action " in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "words"),
    [("ES-02\x00", "Null characters are not allowed."), ("ES-02 " * 80, "400 characters or fewer")],
)
def test_what_is_no_list_of_references_is_refused_before_the_database_is_asked(
    client, action, later, officer, typed, words
):
    client.force_login(officer)
    page = client.get(f"{HERE}links/")

    answer = client.post(f"{HERE}links/", sent(page, needs=typed))

    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_an_action_of_another_partnership_is_no_action_here(client, action, officer):
    ActionFactory(plan=PlanFactory(), reference="XX-01")
    client.force_login(officer)
    page = client.get(f"{HERE}links/")

    assert client.post(f"{HERE}links/", sent(page, needs="XX-01")).status_code == 422


def test_two_people_who_link_different_things_meet_no_conflict(
    client, partnership, action, later, borough, officer
):
    other = OrganisationFactory()
    MembershipFactory(partnership=partnership, organisation=other)
    client.force_login(officer)
    drawn = client.get(f"{HERE}links/")
    SupportFactory(action=action, organisation=other)  # somebody else, meanwhile

    client.post(f"{HERE}links/", sent(drawn, supporters=[borough.pk]))

    assert set(services.linked(action, "supporters")) == {borough, other}


def test_what_was_taken_out_comes_back_as_the_same_row_with_its_words(
    client, action, later, borough, officer
):
    row = SupportFactory(action=action, organisation=borough, contribution="Lends a desk")
    client.force_login(officer)

    client.post(f"{HERE}links/", sent(client.get(f"{HERE}links/"), supporters=[]))
    gone = Support.objects.live().filter(action=action).count()
    client.post(f"{HERE}links/", sent(client.get(f"{HERE}links/"), supporters=[borough.pk]))

    row.refresh_from_db()
    assert (gone, row.contribution, row.archived_at, row.version) == (0, "Lends a desk", None, 3)


def test_everything_one_page_changes_is_one_change_in_the_history(action, later, borough, officer):
    services.change_links(
        action=action,
        added={"supporters": [borough], "needs": [later]},
        removed={},
        by=officer,
        moment=NOW,
    )

    sets = {model.history.get().change_set for model in (Support, Dependency)}
    assert len(sets) == 1


def test_nobody_links_an_action_they_may_only_read(client, action, other_officer):
    client.force_login(other_officer)

    assert client.get(f"{HERE}links/").status_code == 403


def test_what_it_serves_is_the_partnership_s_own(action):
    with pytest.raises(ValidationError, match=r"This objective belongs to another partnership."):
        PurposeFactory.build(action=action, objective=ObjectiveFactory()).full_clean()


def test_a_purpose_is_a_strategy_or_an_objective_and_not_both(partnership, action):
    strategy = Strategy.objects.create(partnership=partnership, name="Growth strategy")
    row = PurposeFactory.build(
        action=action, objective=ObjectiveFactory(partnership=partnership), strategy=strategy
    )

    with pytest.raises(ValidationError, match=r"Choose a strategy or an objective, one of the two."):
        row.full_clean()


def test_an_earlier_commitment_stands_on_the_page_of_the_action_that_carries_it_out(
    client, partnership, action, chief_executive
):
    UndertakingFactory(partnership=partnership, action=action, wording="Report back in a year")
    client.force_login(chief_executive)

    text = client.get(HERE).content.decode()

    assert ("Earlier commitments" in text, "Report back in a year" in text) == (True, True)


def test_a_commitment_is_carried_out_by_an_action_of_its_own_partnership(partnership):
    row = UndertakingFactory.build(partnership=partnership, action=ActionFactory())

    with pytest.raises(ValidationError, match=r"This action belongs to another partnership."):
        row.clean()


def test_a_reference_is_never_given_again_even_when_its_action_was_deleted(plan, theme, manager):
    first = services.add_action(
        action=Action(partnership=plan.partnership, plan=plan, theme=theme, title="First"), by=manager
    )
    taken = first.reference
    first.delete()

    second = services.add_action(
        action=Action(partnership=plan.partnership, plan=plan, theme=theme, title="Second"), by=manager
    )
    again = Action(partnership=plan.partnership, plan=plan, theme=theme, title="Third", reference=taken)

    assert second.reference != taken
    with pytest.raises(ValidationError, match="A reference is never given again"):
        services.add_action(action=again, by=manager)
