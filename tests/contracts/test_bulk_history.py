"""A row written with thousands of others leaves the history the one save leaves, for every audited model."""

from datetime import UTC, datetime

import pytest

from core.bulk import change_rows, create_rows, delete_rows
from core.change import change
from core.models import kept_fields
from partnerships.models import Organisation
from tests.contracts.test_every_admin_page import MODELS, row_of

MOMENT = datetime(2026, 7, 7, 10, 30, tzinfo=UTC)
OF_THE_CHANGE = {
    "history_id",
    "history_date",
    "history_type",
    "history_user_id",
    "history_change_reason",
    "change_set",
    "version",
}


def newest(model, pk):
    """What the newest history row of a row says, by column."""
    past = model.history.filter(id=pk).order_by("history_id").last()
    return {field.attname: getattr(past, field.attname) for field in past._meta.concrete_fields}


def said_of_the_change(past):
    """What a history row says of the change itself."""
    return {name: value for name, value in past.items() if name in OF_THE_CHANGE - {"history_id"}}


@pytest.mark.parametrize("label", MODELS)
def test_a_row_changed_in_bulk_has_the_history_of_a_saved_one(world, label):
    model, row, by = MODELS[label], row_of(world, label), world.people["programme manager"].user
    saved = newest(model, row.pk)

    with change(by=by, reason="All of them.", moment=MOMENT) as made:
        change_rows([row], ["source"])
    written = newest(model, row.pk)

    assert {name: value for name, value in written.items() if name not in OF_THE_CHANGE} == {
        name: value for name, value in saved.items() if name not in OF_THE_CHANGE
    }
    assert said_of_the_change(written) == {
        "history_date": MOMENT,
        "history_type": "~",
        "history_user_id": by.pk,
        "history_change_reason": "All of them.",
        "change_set": made.change_set,
        "version": saved["version"] + 1,
    }


@pytest.mark.parametrize("label", MODELS)
def test_history_keeps_every_column_that_is_given_and_none_that_follows_from_them(label):
    model = MODELS[label]
    given = {field.attname for field in kept_fields(model)}

    kept = {field.attname for field in model.history.model._meta.concrete_fields}

    assert given - kept == set()
    assert kept - given == OF_THE_CHANGE - {"version"}


def test_rows_added_and_taken_out_in_bulk_say_so_as_a_save_and_a_deletion_do(world):
    by = world.people["programme manager"].user
    with change(by=by, reason="One by one.", moment=MOMENT):
        single = Organisation(code="single", name="A borough")
        single.save()
        one_by_one = [newest(Organisation, single.pk)]
        key = single.pk
        single.delete()
        one_by_one.append(newest(Organisation, key))
    with change(by=by, reason="One by one.", moment=MOMENT):
        several = Organisation(code="single", name="A borough")
        create_rows([several])
        in_bulk = [newest(Organisation, several.pk)]
        delete_rows(Organisation, [several.pk])
        in_bulk.append(newest(Organisation, several.pk))

    own = {"id", "history_id", "change_set"}  # another row, another change
    assert [{name: value for name, value in past.items() if name not in own} for past in in_bulk] == [
        {name: value for name, value in past.items() if name not in own} for past in one_by_one
    ]
    assert [past["history_type"] for past in in_bulk] == ["+", "-"]
