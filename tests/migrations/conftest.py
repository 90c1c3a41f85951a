"""An empty database to migrate."""

import copy

import pytest
from django.db import connections


@pytest.fixture
def scratch(django_db_blocker):
    """A function that gives an empty database of the engine under test, each time another one.

    Until the test ends it is the default one: a library's migration does not ask which it was called for.
    """
    real = connections["default"]
    settings = copy.deepcopy(real.settings_dict)
    if real.vendor == "sqlite":
        settings["NAME"] = ":memory:"
    else:
        settings["OPTIONS"] = {**settings["OPTIONS"], "options": "-c search_path=scratch"}

    def tidy():
        connection = connections["default"]
        if connection is not real and connection.connection is not None:
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("DROP SCHEMA scratch CASCADE")
            connection.connection.close()

    def empty():
        tidy()
        connections["default"] = connection = type(real)(settings)
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("CREATE SCHEMA scratch")
        return connection

    with django_db_blocker.unblock():
        yield empty
        tidy()
        connections["default"] = real
