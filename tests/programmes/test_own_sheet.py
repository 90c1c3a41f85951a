"""The plan out again in the partnership's own columns, and back in without a change."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from core.domain.windows import DateWindow
from core.permissions import Verb
from core.transfer import file_of, workbook_of
from programmes.domain.rounds import UpdateState
from programmes.models import Action, SheetLayout
from programmes.queries import imports as queries
from programmes.queries.own_sheet import own_sheet
from tests.factories.partnerships import OrganisationFactory
from tests.factories.programmes import MilestoneFactory, SupportFactory, UpdateFactory
from tests.programmes.messy import HEADINGS
from tests.programmes.test_plan_import import (
    Q1,
    TODAY,
    WRITTEN,
    _files,
    confirm,
    done,
    history_of,
    manager,
    owner,
    upload,
)

pytestmark = pytest.mark.django_db
__all__ = ["_files", "done", "manager", "owner"]


def out(partnership):
    return own_sheet(partnership, Action.objects.live().filter(partnership=partnership))


def test_it_goes_out_in_the_columns_order_and_words_of_the_file(done, partnership):
    table = out(partnership)
    assert (table.caption, table.headings) == ("Plan 26-27", HEADINGS)
    shown = [dict(zip(HEADINGS, row, strict=True)) for row in table.rows]
    assert [(row["Ref"], row["Key action"], row["BRAG"], row["Budget (£)"]) for row in shown] == [
        ("ES 01", "Share the levy", "Red", "£12,500"),
        ("ES 01", "", "", ""),
        ("ES 02", "Open a hub", "Blue", ""),
        ("1.3", "Build homes", "G", "2000"),
        ("HO-04", "Licence landlords", "", ""),
        ("HO-05", "Retrofit", "Amber", ""),
    ]
    assert (shown[0]["Revised date"], shown[0]["Start date"], shown[1]["Milestone"]) == (
        "End of FY 2026/27".replace("FY ", ""),
        date(2026, 4, 1),
        "Enrol apprentices",
    )


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_out_and_in_again_changes_nothing_and_writes_no_history(done, partnership, manager, kind):
    content, _ = file_of(out(partnership), kind)
    before = history_of(*WRITTEN, SheetLayout)
    again = upload(partnership, manager, content, f"own.{kind}", Q1)
    examined = queries.examine(again, TODAY)
    assert [one for one in examined.changes.actions if one.differences] == []
    assert (examined.questions, examined.refused, examined.counts["unchanged"]) == ([], [], 5)
    confirm(again, manager)
    assert history_of(*WRITTEN) == before[:-1]


def test_what_people_write_on_the_pages_goes_out_and_in_unchanged_too(partnership, manager, action, round):
    """Awkward on purpose: words no rule reads, two bodies of one name, a name with a comma, a formula."""
    twin = OrganisationFactory(code="twin-1", name="Twin Council")
    OrganisationFactory(code="twin-2", name="Twin Council")
    action.owner, action.title, action.extra = twin, "=1+1 is not a formula", {"Budget": "-5"}
    action.starts = DateWindow(date(2026, 4, 1), date(2026, 6, 30), "Before the summer")
    action.description = "Two lines,\n\nand 'quotes'"
    action.save()
    OrganisationFactory(code="port", name="Port Authority")
    SupportFactory(action=action, organisation=OrganisationFactory(code="health", name="Health Board"))
    MilestoneFactory(action=action, number=1, title="First")
    MilestoneFactory(action=action, number=2, title="Second", actual_on=date(2026, 6, 1))
    update = UpdateFactory(round=round, action=action)
    update.state, update.stage, update.confidence = UpdateState.SUBMITTED, "in_progress", "at_risk"
    update.words, update.reason = "+ good news", "Late."
    update.save()
    for kind in ("csv", "xlsx"):
        content, _ = file_of(out(partnership), kind)
        examined = queries.examine(upload(partnership, manager, content, f"own.{kind}", Q1), TODAY)
        assert [one.message for one in examined.questions] == []
        assert [one.message for one in examined.refused] == []
        assert [one.differences for one in examined.changes.actions] == [[]]


def test_every_table_is_a_sheet_of_one_workbook(done, partnership, manager, client):
    client.force_login(manager)
    answer = client.get(f"/p/{partnership.slug}/workbook.xlsx")
    book = load_workbook(io.BytesIO(answer.content))
    assert [book["Actions"].max_row, book["Updates"].max_row, book["Partnerships"].max_row] == [6, 6, 2]
    names = [cell.value for cell in book["Actions"][1]]
    assert book["Actions"].cell(2, names.index("title") + 1).value == "Build homes"


def test_the_workbook_has_only_what_its_reader_may_take_away(done, partnership, manager):
    book = load_workbook(io.BytesIO(workbook_of(partnership, manager)))
    assert "Grants" in book.sheetnames
    officer = type("Nobody", (), {"is_authenticated": False, "is_active": False})()
    assert Action.objects.visible_to(officer, Verb.EXPORT).count() == 0


def test_the_pages_offer_both(done, partnership, manager, client):
    client.force_login(manager)
    page = client.get(f"/p/{partnership.slug}/plan/imports/").content.decode()
    assert f'href="/p/{partnership.slug}/plan/own.xlsx"' in page
    sent = client.get(f"/p/{partnership.slug}/plan/own.csv")
    assert sent.headers["Content-Disposition"] == f'attachment; filename="{partnership.slug}-own.csv"'
    assert sent.content.decode("utf-8-sig").startswith("Ref,Theme,Key action")
    assert client.get(f"/p/{partnership.slug}/plan/own.pdf").status_code == 404
