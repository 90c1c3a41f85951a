"""Who reaches which row is asked of the database, and answered from the grants alone where these say it.

Both ways have to give the same answer, for every model and every part anybody plays.
"""

import pytest
from django.apps import apps

from core.models import AuditedModel
from core.permissions import Verb
from core.scope import _holds, _reach, grants_of, seen
from tests.contracts.test_every_url import every_part

MODELS = [one for one in apps.get_models() if issubclass(one, AuditedModel)]
SCOPED = [one for one in MODELS if one.card.scope]


@pytest.fixture
def everybody(world, elsewhere):
    """The grants of all people of both partnerships."""
    people = [*world.people.values(), *elsewhere.people.values()]
    return [granted for person in people for granted in grants_of(person.user)]


@pytest.mark.parametrize("model", MODELS, ids=lambda one: one._meta.label)
def test_what_a_grant_reaches_is_the_same_of_a_row_in_hand_and_in_the_database(everybody, model):
    rows = list(model._base_manager.all())

    for granted in everybody:
        for verb in (Verb.VIEW, Verb.CHANGE):
            in_hand = {row.pk for row in rows if _holds(granted, verb, row)}
            assert in_hand == set(
                model._base_manager.filter(_reach(granted, verb, model)).values_list("pk", flat=True)
            )


@every_part
def test_a_page_of_a_partnership_shows_those_of_its_rows_that_are_in_reach(world, elsewhere, part):
    user = world.people[part].user

    for here in (world["partnership"], elsewhere["partnership"]):
        for model in SCOPED:
            rows = model.objects.filter(**{model.card.scope: here.pk})
            assert set(seen(rows, user, here)) == set(rows.visible_to(user)), model._meta.label
