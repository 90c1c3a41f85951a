"""What holds for every paper, whatever it is about."""

import re

import pytest

from tests.papers.conftest import loaded_alone
from tests.papers.facts import PAPERS, sourced_rows

# How every row of a paper says where in it it stands.
SOURCES = {
    "000": (
        r"Cabinet, 19 September 2023"
        r"(, (paragraphs? \d+\.\d+|section \d+|heading|decision information|document information).*)?"
    ),
    "001": (
        r"Health and Wellbeing Board, 2018"
        r"(, (paragraphs? \d+\.\d+|Appendix [123]|[A-Z ]{7,}|approval panel|contact panel).*)?"
    ),
    "002": (
        r"Joint Committee, 20 July 2023"
        r"(, (paragraphs? \d+\.\d+|section \d+|heading( before paragraph \d+\.\d+)?|document information).*)?"
    ),
    "003": (
        r"Cabinet, 25 February 2020"
        r"(, (paragraphs? \d+\.\d+|section \d+|heading|decision information|document information).*)?"
    ),
    "004": r"Scrutiny review board, July 2021(, slides? \d+(, line \d+|(, \d+)* and \d+)?)?",
}


@pytest.fixture(scope="module", params=SOURCES)
def paper_alone(request, django_db_setup, django_db_blocker):
    """The name of the paper that is held, one after the other."""
    with loaded_alone(request.param, django_db_blocker):
        yield request.param


def test_every_paper_that_is_held_is_looked_at():
    assert sorted(SOURCES) == sorted(folder.name for folder in PAPERS.iterdir())


def test_every_row_says_where_in_the_paper_it_comes_from(paper_alone, db):
    source = re.compile(SOURCES[paper_alone])

    assert [str(row) for row in sourced_rows() if not source.fullmatch(row.source)] == []


def test_every_row_is_one_the_screens_would_have_accepted(paper_alone, db):
    rows = sourced_rows()
    assert rows != []

    for row in rows:
        row.full_clean()
