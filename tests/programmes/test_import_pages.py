"""Bringing a spreadsheet in on the pages, without JavaScript: upload, match, explain, look, confirm, undo."""

import io
import re
import zipfile
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from core.permissions import Role
from programmes.models import Action, PlanImport
from tests.factories.partnerships import (
    MembershipFactory,
    OrganisationFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)
from tests.programmes.messy import messy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _placed(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(date(2026, 7, 6), tick=False):
        yield


@pytest.fixture
def manager(partnership):
    return person_with(Role.PROGRAMME_MANAGER, partnership=partnership)


@pytest.fixture
def page(client, manager):
    client.force_login(manager)
    return client


def words_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def sent(page, partnership, content, name="plan.csv"):
    file = SimpleUploadedFile(name, content if isinstance(content, bytes) else content.encode())
    return page.post(f"/p/{partnership.slug}/plan/imports/add/", {"file": file})


def drawn(response):
    """The fields of the form on the page with what they hold."""
    form = response.context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None}


def brought_in(page, partnership, content, name="plan.csv"):
    """Uploaded and matched as the page proposes; the page that follows."""
    columns = sent(page, partnership, content, name)
    assert columns.status_code == 302, words_of(columns)
    matched = page.post(columns.url, drawn(page.get(columns.url)) | {"quarter": "2026-27-q1"})
    assert matched.status_code == 302, words_of(matched)
    return page.get(matched.url)


def test_a_workbook_becomes_a_plan_in_five_pages(page, partnership):
    OrganisationFactory(code="borough", name="Example Borough")
    words = brought_in(page, partnership, messy(), "plan.xlsx")
    assert "Theme: “Employment and skills”" in words_of(words)
    labels = {name: field.label for name, field in words.context["form"].fields.items()}
    said = {
        "Theme: “Employment and skills”": "+",
        "Theme: “Homes”": "+",
        "Owner organisation: “EB”": "borough",
        "Status: “Blue”": "complete",
        "Original date: “summer 2027”": "June to August 2027",
    }
    assert sorted(labels.values()) == sorted(said)
    here = words.request["PATH_INFO"]
    answered = page.post(here, {name: said[label] for name, label in labels.items()})
    preview = page.get(answered.url)
    assert "6 rows read, 5 created, 0 changed, 0 unchanged." in words_of(preview)
    confirmed = page.post(answered.url, drawn(preview), follow=True)
    assert "Imported. 6 rows read, 5 created" in words_of(confirmed)
    assert Action.objects.count() == 5


def test_names_stand_where_a_file_is_asked_about_and_in_what_will_change(page, partnership):
    MembershipFactory(
        partnership=partnership, organisation=OrganisationFactory(code="borough", name="Borough")
    )
    OrganisationFactory(code="county", name="County")
    themes = ThemeSetFactory(partnership=partnership)
    ThemeFactory(theme_set=themes, reference="SL", name="Skills for life")
    old = ThemeSetFactory(partnership=partnership, state="replaced")
    ThemeFactory(theme_set=old, reference="SK", name="Skills")
    words = brought_in(page, partnership, "Ref,Action,Theme,Owner\nXX-01,Fair,Skills for life,Boro\n")

    field = words.context["form"].fields["word_0"]
    answered = page.post(words.request["PATH_INFO"], {"word_0": "borough"})
    preview = words_of(page.get(answered.url))

    assert field.choices[-2:] == [
        ("Partners", [("borough", "Borough")]),
        ("Other organisations", [("county", "County")]),
    ]
    assert "Theme: Skills for life Owner organisation: Borough" in preview

    asked = brought_in(page, partnership, "Ref,Action,Theme\nXX-02,Fair,Skils\n")
    assert [one for one, _ in asked.context["form"].fields["word_0"].choices] == ["", "+", "SL"]


@pytest.fixture
def small(page, partnership):
    """One action, imported."""
    brought_in(page, partnership, "Ref,Action,Theme,Ward\nES-01,Share,Skills,North\n")
    imported = PlanImport.objects.get()
    here = f"/p/{partnership.slug}/plan/imports/{imported.number}/"
    page.post(f"{here}words/", {"word_0": "+"})
    page.post(here, drawn(page.get(here)))
    return here


def test_an_import_is_undone_with_one_press(page, small):
    assert Action.objects.count() == 1
    assert "What it added goes again" in words_of(page.get(f"{small}undo/"))
    after = page.post(f"{small}undo/", follow=True)
    assert "Import 1 is undone. Its file is kept." in words_of(after)
    assert Action.objects.count() == 0


def test_a_refused_undo_says_why(page, small):
    action = Action.objects.get()
    action.title = "Share more"
    action.save()
    refused = page.post(f"{small}undo/")
    assert refused.status_code == 409
    assert "ES-01 Share more changed since." in words_of(refused)


def test_the_same_file_again_says_that_nothing_changes(page, partnership, small):
    again = brought_in(page, partnership, "Ref,Action,Theme,Ward\nES-01,Share,Skills,North\n")
    assert "Nothing: the plan says all of this already." in words_of(again)


def test_refused_cells_are_listed_by_cell_and_cannot_be_confirmed(page, partnership, small):
    shown = brought_in(page, partnership, "Ref,Action,Theme,Milestone\nES-01,Share,Skills,Plans\n")
    assert "plan.csv, row 2, column D (Milestone) Plans A milestone needs the date it is due." in words_of(
        shown
    )
    assert "Import this" not in words_of(shown)
    cells = page.get(f"{shown.request['PATH_INFO']}cells.csv").content.decode("utf-8-sig")
    assert cells.splitlines() == [
        "Sheet,Row,Cell,Heading,Value,Rule,Sentence,Refused",
        "plan.csv,2,D2,Milestone,Plans,no_date,A milestone needs the date it is due. Give one.,Yes",
    ]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("plan.csv", b"", "This file has nothing in it. Choose the file that holds the plan."),
        ("plan.xls", b"\xd0\xcf\x11\xe0", "plan.xls is an old .xls file or has a password."),
        ("plan.csv", b"Dear all", "plan.csv has no row of headings we know"),
    ],
)
def test_a_file_that_is_not_taken_gets_a_sentence(page, partnership, name, content, sentence):
    refused = sent(page, partnership, content, name)
    assert refused.status_code == 422
    assert sentence in words_of(refused)
    assert PlanImport.objects.count() == 0


def workbook_with(**parts):
    """A small plan as a workbook, with further parts in its archive."""
    out, book = io.BytesIO(), Workbook()
    for row in (("Ref", "Action", "Theme", "Cost"), ("ES-01", "Share", "Skills", "=1+1")):
        book.active.append(row)
    book.save(out)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(f"xl/{name}", content)
    return out.getvalue()


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"vbaProject.bin": b"macro"}, "plan.xlsx has macros, which are not taken. Save it as .xlsx"),
        ({"bomb.xml": b"0" * (150 * 1024 * 1024)}, "plan.xlsx unpacks to 150 MB"),
    ],
)
def test_macros_and_zip_bombs_are_refused_on_the_page_and_nothing_is_kept(page, partnership, parts, sentence):
    refused = sent(page, partnership, workbook_with(**parts), "plan.xlsx")

    assert refused.status_code == 422
    assert sentence in words_of(refused)
    assert PlanImport.objects.count() == 0


def test_a_formula_without_a_result_is_named_by_its_cell_and_keeps_everything_out(page, partnership, small):
    shown = brought_in(page, partnership, workbook_with(), "plan.xlsx")

    assert "Sheet, row 2, column D" in words_of(shown)
    assert "Import this" not in words_of(shown)
    assert Action.objects.get().extra == {"Ward": "North"}


def test_a_milestone_before_its_action_is_named_by_its_cell(page, partnership, small):
    shown = brought_in(
        page,
        partnership,
        "Ref,Action,Theme,Start,Milestone,Milestone date\n"
        "ES-01,Share,Skills,1 September 2026,Sign,1 August 2026\n",
    )

    assert (
        "plan.csv, row 2, column F (Milestone date) 1 August 2026 "
        "The action starts 1 September 2026. A milestone cannot be due before that."
    ) in words_of(shown)
    assert "Import this" not in words_of(shown)


def test_a_file_of_30_megabytes_is_refused_by_its_size(page, partnership):
    refused = sent(page, partnership, b"x" * (30 * 1024 * 1024))
    assert (refused.status_code, "plan.csv is 30 MB." in words_of(refused)) == (422, True)


def test_a_preview_that_is_out_of_date_is_shown_anew(page, partnership, small):
    shown = brought_in(page, partnership, "Ref,Action,Theme,Lead officer\nES-01,Share,Skills,Head\n")
    here, old = shown.request["PATH_INFO"], drawn(shown)
    Action.objects.get().save()
    action = Action.objects.get()
    action.lead_role = "Another"
    action.save()
    stale = page.post(here, old)
    assert stale.status_code == 409
    assert "The plan was changed since this preview" in words_of(stale)
    assert page.post(here, drawn(stale), follow=True).status_code == 200
    action.refresh_from_db()
    assert action.lead_role == "Head"


def test_the_plan_leads_managers_to_it_and_nobody_else(page, partnership, client):
    assert "Bring in your spreadsheet" in words_of(page.get(f"/p/{partnership.slug}/plan/"))
    client.force_login(person_with(Role.OFFICER, partnership=partnership))
    assert "Bring in your spreadsheet" not in words_of(client.get(f"/p/{partnership.slug}/plan/"))
