"""The large matrices of cases: ./test.sh fast runs a few of each, ./test.sh all runs every one of them.

A matrix tries each role, app or day with everything there is, and its cases resemble one another: some of
each kind run after each change, all of them before a change counts as tested.
"""

import re

import pytest

KEPT_APP = "funding"  # small, and with money, versions, files and pages of every kind
REST = "the rest of funding"
# Of it: rows that hold others and rows that hold none; a page, a list, both kinds of table, a history; forms
# with rows inside, without any, and with a file.
KEPT = {
    "funding.phase",
    "funding.split",
    "funding.actual",
    "funding.contribution",
    "funding:contribution_edit",
    "funding:extract",
    "funding:money",
    "funding:phase",
    "funding:phase_edit",
    "funding:split_edit",
    "funding:split_history",
    "funding:table_csv",
    "funding:table_xlsx",
    "funding:transfers",
}


def kept_when_fast(cases, kept):
    """The cases for a parametrised test; all but the kept ones are marked thorough."""
    assert set(kept) & set(cases), "./test.sh fast would run none of them"
    return [case if case in kept else pytest.param(case, marks=pytest.mark.thorough) for case in cases]


def each_app(*names):
    """Gives a test, as ``app``, each app with one of the names: ``funding:table_csv``, ``funding.phase``."""
    apps = sorted({app_of(name) for several in names for name in several})
    return pytest.mark.parametrize("app", kept_when_fast([*apps, REST], {KEPT_APP}))


def of_app(app, names):
    """Those of the names that are the app's, in their order; the kept app is two cases."""
    if app in (KEPT_APP, REST):
        return [name for name in names if app_of(name) == KEPT_APP and (name in KEPT) == (app == KEPT_APP)]
    return [name for name in names if app_of(name) == app]


def app_of(name):
    """The app an address or a model is named after."""
    return re.split("[:.]", name, maxsplit=1)[0]
