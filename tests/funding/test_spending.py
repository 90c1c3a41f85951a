"""Spending: approved, current and actual; requests with a decision; ledger extracts, all or nothing."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from core.permissions import Role
from core.services import save_row
from funding.models import Actual, ProfileMove
from tests.factories.funding import ActualFactory, PhaseFactory, ProfileMoveFactory, ProfileQuarterFactory
from tests.factories.partnerships import BoardFactory, person_with

SPEND = "/p/tees/money/PH-9/spend/"
EXTRACT = f"{SPEND}extract/"
LINES = "Reference,Date,Description,Amount\nJNL1,07/05/2026,Salaries,4000.50\nJNL2,8 July 2026,Credit,-500\n"


@pytest.fixture
def phase(partnership):
    found = PhaseFactory(
        partnership=partnership,
        reference="PH-9",
        name="Phase 9",
        starts_on=date(2026, 4, 1),
        ends_on=date(2027, 3, 31),
    )
    for number in (1, 2):
        ProfileQuarterFactory(phase=found, quarter_number=number, approved=Decimal(10000 * number))
    return found


@pytest.fixture
def signed_in(client, manager, phase):
    client.force_login(manager)
    return client


def checked(client, text=LINES, name="ledger.csv"):
    return client.post(EXTRACT, {"upload": SimpleUploadedFile(name, text.encode())})


def test_a_request_moves_money_only_once_a_board_has_approved_it(signed_in, partnership):
    board = BoardFactory(partnership=partnership, name="Joint committee")
    form = {
        "kind": "carry_forward",
        "taken_from": "Q1 2026/27",
        "given_to": "Q3 2026/27",
        "amount": "£2,500",
        "asked_on": "2026-07-01",
        "why": "Late recruitment",
    }
    decision = {"state": "approved", "board": board.pk, "decided_on": "2026-07-09", "minute": "JC 61"}
    table = "/p/tees/money/tables/spend.csv?phase=PH-9"

    asked = signed_in.post(f"{SPEND}move/", form)
    before = signed_in.get(table).content.decode("utf-8-sig").splitlines()
    refused = signed_in.post("/p/tees/money/moves/MV-01/", {**decision, "board": "", "version": 1})
    decided = signed_in.post("/p/tees/money/moves/MV-01/", {**decision, "version": 1})
    after = signed_in.get(table).content.decode("utf-8-sig").splitlines()

    assert (asked.status_code, refused.status_code, decided.status_code) == (302, 422, 302)
    assert before[1:3] == [
        "Phase 9,Q1 2026/27,10000.00,10000.00,0,-10000.00",
        "Phase 9,Q2 2026/27,20000.00,20000.00,0,-20000.00",
    ]
    assert after[1:] == [
        "Phase 9,Q1 2026/27,10000.00,7500.00,0,-7500.00",
        "Phase 9,Q2 2026/27,20000.00,20000.00,0,-20000.00",
        "Phase 9,Q3 2026/27,0,2500.00,0,-2500.00",
        "Phase 9,Total,30000.00,30000.00,0,-30000.00",
    ]
    text = signed_in.get(SPEND).content.decode()
    assert "Joint committee, 9 July 2026, minute JC 61" in text
    assert "£2,500 from Q1 2026/27 to Q3 2026/27, asked on 1 July 2026" in text


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"amount": "12000"}, "£12,000 cannot be moved: Q1 2026/27 has £10,000 to spend."),
        ({"given_to": "Q4 2025/26"}, "Money is carried forward to a later quarter than Q1 2026/27."),
        ({"given_to": "next spring"}, "is not a quarter"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused_in_a_sentence(signed_in, changed, sentence):
    form = {
        "kind": "carry_forward",
        "taken_from": "Q1 2026/27",
        "given_to": "Q3 2026/27",
        "amount": "2500",
        "asked_on": "2026-07-01",
        "why": "Late recruitment",
    }

    page = signed_in.post(f"{SPEND}move/", form | changed)

    assert page.status_code == 422
    assert sentence in page.content.decode()
    assert ProfileMove.objects.count() == 0


def test_an_extract_is_checked_shown_and_then_taken_as_one_change(signed_in, manager):
    preview = checked(signed_in)
    shown = preview.content.decode()

    assert preview.status_code == 200
    assert "2 new lines of £3,500.50 together." in shown
    assert Actual.objects.count() == 0

    taken = signed_in.post(EXTRACT, {"checked": preview.context["checked"]})

    assert taken.status_code == 302
    rows = list(Actual.objects.order_by("on"))
    assert [(one.ledger_reference, one.on, one.amount, one.wording) for one in rows] == [
        ("JNL1", date(2026, 5, 7), Decimal("4000.50"), "Salaries"),
        ("JNL2", date(2026, 7, 8), Decimal("-500.00"), "Credit"),
    ]
    past = [one.history.get() for one in rows]
    assert len({one.change_set for one in past}) == 1
    assert {(one.history_user, one.history_change_reason) for one in past} == {
        (manager, "Ledger extract ledger.csv")
    }
    text = signed_in.get(SPEND).content.decode()
    assert "£4,000.50" in text
    assert "JNL2" in text


def test_an_extract_with_one_wrong_line_takes_nothing_and_says_where(signed_in):
    page = checked(signed_in, LINES + "JNL3,9 July 2026,Travel,lots\n")

    assert page.status_code == 422
    text = page.content.decode()
    assert "Nothing is taken: 1 thing is wrong with this file." in text
    assert "ledger.csv, row 4, column D (Amount)" in text
    assert page.context["checked"] == ""
    assert Actual.objects.count() == 0


def test_the_same_extract_again_brings_nothing_new(signed_in):
    signed_in.post(EXTRACT, {"checked": checked(signed_in).context["checked"]})

    page = checked(signed_in)

    assert "There is nothing new in this file. 2 lines are recorded already." in page.content.decode()
    assert Actual.objects.count() == 2


def test_two_people_with_one_file_record_it_once(signed_in):
    mine, theirs = (checked(signed_in).context["checked"] for _ in range(2))
    signed_in.post(EXTRACT, {"checked": theirs})

    page = signed_in.post(EXTRACT, {"checked": mine})

    assert page.status_code == 422
    assert "JNL1 is recorded already. Check the file again; nothing was taken." in page.content.decode()
    assert Actual.objects.count() == 2


def test_a_preview_that_is_not_ours_is_refused(signed_in):
    assert signed_in.post(EXTRACT, {"checked": "made-up"}).status_code == 400
    assert checked(signed_in, "\x00\x01", "virus.exe").status_code == 422
    assert signed_in.post(EXTRACT, {}).status_code == 422


def test_a_ledger_line_never_changes(phase, manager):
    line = ActualFactory(phase=phase)
    line.amount = Decimal(1)

    with pytest.raises(ValidationError, match="A line of the ledger never changes"):
        save_row(line, by=manager)


def test_a_reader_sees_spending_and_changes_nothing(client, phase, partnership):
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=partnership))
    ProfileMoveFactory(partnership=partnership, phase=phase)

    text = client.get(SPEND).content.decode()

    assert ("Ask to move money" in text, "Take a ledger extract" in text) == (False, False)
    assert client.get(EXTRACT).status_code == 403
    assert client.get(f"{SPEND}move/").status_code == 403


def test_the_money_page_asks_no_more_when_the_ledger_grows(
    client, phase, partnership, django_assert_num_queries
):
    client.force_login(person_with(Role.CHIEF_EXECUTIVE, partnership=partnership))
    for count in (1, 20):
        for _ in range(count):
            ActualFactory(phase=phase)
        with django_assert_num_queries(10):
            text = client.get("/p/tees/money/").content.decode()
    assert "£84,000" in text


def test_a_phase_without_a_profile_or_ledger_says_none_and_not_nought_pounds(signed_in, partnership, phase):
    PhaseFactory(partnership=partnership, reference="PH-1", name="Phase 1")
    ActualFactory(phase=phase, amount=Decimal(0))

    rows = signed_in.get("/p/tees/money/").context["spend"]["rows"]

    assert {row.cells for row in rows} == {("Phase 1", "None", "None"), ("Phase 9", "£30,000", "£0")}
