"""Who may add what, where: a role's own rows are added in its own places only."""

import pytest

from core.permissions import Role
from tests.factories.partnerships import PartnershipFactory, person_with
from tests.factories.programmes import ActionFactory


@pytest.fixture
def action(partnership):
    """An action without a lead."""
    return ActionFactory(plan__partnership=partnership)


def may_add(person, model, place):
    return person.has_perm(f"programmes.add_{model}", place)


def test_an_officer_adds_milestones_to_their_own_action_only(partnership, action):
    officer = person_with(Role.OFFICER, partnership=partnership)
    assert not may_add(officer, "milestone", action)

    action.lead = officer
    action.save()

    assert may_add(officer, "milestone", action)
    assert not may_add(officer, "milestone", partnership)


def test_a_manager_adds_them_anywhere_in_the_partnership(manager, action):
    assert may_add(manager, "milestone", action)
    assert not may_add(manager, "milestone", ActionFactory())


def test_a_theme_lead_adds_actions_to_the_partnership(partnership):
    lead = person_with(Role.THEME_LEAD, partnership=partnership)

    assert may_add(lead, "action", partnership)
    assert not may_add(lead, "action", PartnershipFactory())


def test_an_administrator_adds_anything_anywhere(administrator, action):
    assert may_add(administrator, "milestone", action)


def test_a_reader_adds_nothing(chief_executive, action, partnership):
    assert not may_add(chief_executive, "milestone", action)
    assert not may_add(chief_executive, "action", partnership)


def test_what_a_grant_reaches_is_known_without_asking_the_database(
    manager, action, partnership, django_assert_num_queries
):
    manager.has_perm("programmes.add_milestone")  # the grants are read once

    with django_assert_num_queries(0):
        assert may_add(manager, "milestone", action)
        assert may_add(manager, "action", partnership)
