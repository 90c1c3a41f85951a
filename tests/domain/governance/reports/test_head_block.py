"""The rows under a report's title."""

from dataclasses import replace
from datetime import date

import pytest

from governance.reports.domain.document import DocumentHeadRow
from governance.reports.domain.head_block import HeadFacts, head_rows

FACTS = HeadFacts(
    reference="JC-2026-014",
    issue="version 3",
    board="Joint Committee",
    held_on=date(2026, 7, 20),
    author="Head of Policy",
    is_public=True,
)


def printed(label, value="", facts=FACTS):
    return head_rows((DocumentHeadRow(label, value),), facts)[0].printed


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Date", "20 July 2026"),
        ("Meeting", "Joint Committee, 20 July 2026"),
        ("Meeting date", "20 July 2026"),
        ("For publication", "Yes"),
        ("Publication", "For publication"),
        ("Report author", "Head of Policy"),
        ("Key ambition area", "Not stated"),
    ],
)
def test_an_empty_row_says_what_the_record_knows(label, words):
    assert printed(label) == words


@pytest.mark.parametrize(("label", "words"), [("Date", "Not stated"), ("Meeting", "Joint Committee")])
def test_without_a_meeting_no_day_is_made_up(label, words):
    assert printed(label, facts=replace(FACTS, held_on=None)) == words


def test_what_was_typed_stands():
    assert printed("Date", "To be confirmed") == "To be confirmed"


def test_a_private_report_says_so():
    private = replace(FACTS, is_public=False)

    assert (printed("Publication", facts=private), printed("For publication", facts=private)) == (
        "Not for publication",
        "No",
    )


def test_the_reference_and_issue_come_last():
    assert head_rows((DocumentHeadRow("Sponsor", "Chief Executive"),), FACTS) == (
        DocumentHeadRow("Sponsor", "Chief Executive"),
        DocumentHeadRow("Report reference", "JC-2026-014 version 3"),
    )
