"""The large matrices of cases: ./test.sh fast runs a few of each, ./test.sh all runs every one of them.

A matrix tries each role, app or day with everything there is, and its cases resemble one another: some of
each kind run after each change, all of them before a change counts as tested.
"""

import re

import pytest

KEPT_APP = "funding"  # small, and with money, versions, files and pages of every kind


def kept_when_fast(cases, kept):
    """The cases for a parametrised test; all but the kept ones are marked thorough."""
    assert set(kept) & set(cases), "./test.sh fast would run none of them"
    return [case if case in kept else pytest.param(case, marks=pytest.mark.thorough) for case in cases]


def each_app(*names):
    """Gives a test, as ``app``, each app with one of the names: ``funding:table_csv``, ``funding.phase``."""
    apps = sorted({app_of(name) for one in names for name in one})
    return pytest.mark.parametrize("app", kept_when_fast(apps, {KEPT_APP}))


def of_app(app, names):
    """Those of the names that are the app's, in their order."""
    return [name for name in names if app_of(name) == app]


def app_of(name):
    """The app an address or a model is named after."""
    return re.split("[:.]", name, maxsplit=1)[0]
