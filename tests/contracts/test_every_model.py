"""What is true of every audited model, tested over all of them, once."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models

from core.admin import AuditedAdmin, AuditedInline
from core.card import Card
from core.models import AuditedModel
from core.models.audited import value_at
from core.transfer import columns_of

AUDITED = [model for model in apps.get_models() if issubclass(model, AuditedModel)]
every_model = pytest.mark.parametrize("model", AUDITED, ids=lambda model: model._meta.label)


def path_exists(model, path):
    """Whether a double-underscore path leads somewhere."""
    for part in path.split("__"):
        if part == "pk":
            return True
        field = model._meta.get_field(part)
        model = field.related_model or model
    return True


@every_model
def test_it_has_a_card_whose_paths_exist(model):
    card = model.card

    assert isinstance(card, Card)
    for path in (*card.key, card.scope, card.board, card.organisation, *card.users, *card.organisations):
        assert path is None or path_exists(model, path)


@every_model
def test_its_natural_key_is_unique_in_the_database(model):
    """A key that names two rows would import one row over another."""
    first = {path.partition("__")[0] for path in model.card.key}
    unique = [set(one.fields) for one in model._meta.constraints if isinstance(one, models.UniqueConstraint)]
    unique += [{field.name} for field in model._meta.fields if field.unique and not field.primary_key]

    assert any(fields <= first for fields in unique) or model._meta.label == "partnerships.Grant"


@every_model
def test_its_history_has_actor_reason_and_change_set(model):
    fields = {field.name for field in model.history.model._meta.fields}

    assert {"history_user", "history_change_reason", "change_set", "history_date", "version"} <= fields
    assert isinstance(model.history.model._meta.get_field("history_change_reason"), models.TextField)


@every_model
def test_its_history_is_indexed_for_one_row_at_a_moment(model):
    indexes = [index.fields for index in model.history.model._meta.indexes]

    assert ["id", "history_date"] in indexes


@every_model
def test_no_foreign_key_changes_rows_without_history(model):
    wrong = [
        field.name
        for field in model._meta.concrete_fields
        if field.is_relation and field.remote_field.on_delete not in (models.PROTECT, models.CASCADE)
    ]

    assert wrong == []


@every_model
def test_it_says_what_it_is_and_can_be_edited_in_the_admin(model):
    registered = admin.site._registry.get(model)

    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")
    assert isinstance(registered, AuditedAdmin)
    assert registered.search_fields
    assert all(issubclass(inline, AuditedInline) for inline in registered.inlines)


@every_model
def test_a_spreadsheet_of_it_holds_no_person_and_no_secret(model):
    columns = {field.name for field in columns_of(model)}

    assert columns & {"password", "email", "telephone", "token", "secret"} <= (
        {"email", "telephone"} if model._meta.label == "partnerships.Contact" else set()
    )


@every_model
def test_constraints_refuse_in_words(model):
    silent = [
        one.name
        for one in model._meta.constraints
        if isinstance(one, models.CheckConstraint)
        and str(one.violation_error_message).startswith("Constraint ")
    ]

    assert silent == []


def test_value_at_stops_where_a_path_breaks_off():
    assert value_at(None, "partnership__slug") is None
