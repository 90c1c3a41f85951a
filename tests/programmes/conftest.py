"""One partnership with a plan, a theme, an action under way and an open round."""

import pytest
import time_machine

from core.permissions import Role
from partnerships.models import Lead
from tests.factories.partnerships import (
    MembershipFactory,
    OrganisationFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)
from tests.factories.programmes import ActionFactory, PlanFactory, RoundFactory, UpdateFactory
from tests.programmes.answers import NOW


@pytest.fixture
def july():
    """6 July 2026: early in Q2, and the updates of Q1 are due on 14 July."""
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def plan(partnership):
    """Its delivery plan."""
    themes = ThemeSetFactory(partnership=partnership, reference="vision")
    return PlanFactory(partnership=partnership, theme_set=themes, reference="DP", name="Delivery plan")


@pytest.fixture
def theme(plan):
    """Employment and skills, ES."""
    return ThemeFactory(theme_set=plan.theme_set, reference="ES", name="Employment and skills")


@pytest.fixture
def officer(partnership):
    """Leads the action."""
    return person_with(Role.OFFICER, partnership=partnership)


@pytest.fixture
def other_officer(partnership):
    """Leads another action of the same partnership."""
    return person_with(Role.OFFICER, partnership=partnership)


@pytest.fixture
def theme_lead(partnership, theme):
    """Leads the theme, and so signs its updates off."""
    person = person_with(Role.THEME_LEAD, partnership=partnership)
    Lead(theme=theme, kind=Lead.Kind.OFFICER, user=person, role="Head of Skills").save()
    return person


@pytest.fixture
def borough(partnership):
    """A partner body, a member."""
    body = OrganisationFactory(code="borough", name="Example Borough")
    MembershipFactory(partnership=partnership, organisation=body)
    return body


@pytest.fixture
def partner_officer(borough):
    """An officer of the partner body."""
    return person_with(Role.PARTNER_OFFICER, organisation=borough)


@pytest.fixture
def action(plan, theme, officer):
    """ES-01, due in June 2026."""
    return ActionFactory(
        plan=plan, theme=theme, reference="ES-01", title="Share apprenticeship levy", lead=officer
    )


@pytest.fixture
def round(plan):
    """Q1 2026/27, open until 14 July."""
    return RoundFactory(plan=plan)


@pytest.fixture
def update(round, action):
    """ES-01 in Q1, not started."""
    return UpdateFactory(round=round, action=action)
