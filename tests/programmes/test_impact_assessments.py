"""Assessments of impact: what the rules accept, and how they are shown."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from core.domain.windows import DateWindow
from core.permissions import Role
from programmes.models import ImpactAssessment
from tests.factories.partnerships import person_with
from tests.factories.programmes import ActionFactory, ImpactAssessmentFactory

State, Kind = ImpactAssessment.State, ImpactAssessment.Kind

pytestmark = pytest.mark.django_db


def complaints(row):
    """What the rules say about a row, by field."""
    with pytest.raises(ValidationError) as found:
        row.full_clean()
    return found.value.message_dict


def test_what_is_not_needed_says_why():
    one = ImpactAssessmentFactory(state=State.NOT_NEEDED)

    assert complaints(one) == {"because": ["Say why no assessment is needed."]}
    one.because = "The agreement holds outcomes only."
    one.full_clean()


def test_what_is_still_to_do_was_done_on_no_day():
    one = ImpactAssessmentFactory(state=State.TO_DO, done_on=datetime.date(2026, 5, 1))

    assert complaints(one) == {"done_on": ["Only an assessment that was made has a day on which it was."]}
    one.state = State.PRELIMINARY
    one.full_clean()


def test_it_is_about_an_action_or_about_words_and_never_about_both_or_nothing():
    action = ActionFactory()
    both = ImpactAssessmentFactory.build(
        partnership=action.partnership, action=action, subject="All of it", reference="IA-90"
    )
    nothing = ImpactAssessmentFactory.build(partnership=action.partnership, subject="", reference="IA-91")

    wanted = {"__all__": ["Choose an action, or say in words what is assessed; not both."]}
    assert [complaints(both), complaints(nothing)] == [wanted, wanted]


def test_its_action_is_of_the_same_partnership():
    foreign = ImpactAssessmentFactory.build(
        partnership=ActionFactory().partnership, action=ActionFactory(), subject="", reference="IA-92"
    )

    assert complaints(foreign) == {"action": ["This action belongs to another partnership."]}


def test_the_page_lists_each_with_its_standing_and_the_action_shows_its_own(client):
    action = ActionFactory(reference="ES-01", title="Share the levy")
    here = action.partnership
    ImpactAssessmentFactory(
        partnership=here, action=action, subject="", kind=Kind.CLIMATE, due=DateWindow.month(2026, 12)
    )
    ImpactAssessmentFactory(
        partnership=here, subject="The agreement", state=State.NOT_NEEDED, because="Outcomes only."
    )
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=here))

    page = client.get(f"/p/{here.slug}/assessments/")
    shown = client.get(action.get_absolute_url())

    assert [row.cells[1:5] for row in page.context["rows"]] == [
        ("ES-01 Share the levy", "Climate", "To do by December 2026", "Not stated"),
        ("The agreement", "Equality", "Not needed", "Outcomes only."),
    ]
    facts = dict(shown.context["facts"])
    assert facts["Impact assessments"] == "Climate: to do by December 2026"


def test_an_action_without_assessments_says_none_recorded(client):
    action = ActionFactory()
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=action.partnership))

    facts = dict(client.get(action.get_absolute_url()).context["facts"])

    assert facts["Impact assessments"] == "None recorded"


def test_assessments_are_rolled_up_by_theme_and_over_the_plan(client, action, plan, chief_executive):
    other = ActionFactory(plan=plan)
    other.theme.name = "Transport"
    other.theme.order = 2
    other.theme.save()
    ImpactAssessmentFactory(partnership=plan.partnership, subject="", action=action, state="done")
    ImpactAssessmentFactory(partnership=plan.partnership, subject="No action yet")
    client.force_login(chief_executive)

    page = client.get("/p/tees/assessments/")

    assert [row.cells[:3] for row in page.context["rollup"]] == [
        ("Employment and skills", 1, "1 done"),
        ("Transport", 1, "1 none recorded"),
        ("Whole plan", 2, "1 done, 1 none recorded"),
    ]
