"""Reports in the admin: everything in reach can be edited, and nothing the pages forbid."""

import pytest
from django.utils import timezone

from core.permissions import Role
from core.transfer import resource_for
from governance.models import HeadRow, Paragraph, Publication, Report, Section
from governance.reports.services.publications import publish_report
from tests.factories.partnerships import person_with
from tests.governance.conftest import paragraph

ADMIN = "/admin/governance/"


@pytest.fixture
def staff_secretary(board):
    """A secretary who may use the admin."""
    user = person_with(Role.COMMITTEE_SECRETARY, board=board)
    user.is_staff = True
    user.save()
    return user


@pytest.fixture
def frozen(report, staff_secretary):
    """The report, published."""
    publish_report(report, by=staff_secretary, moment=timezone.now())
    report.refresh_from_db()
    return report


def section_data(section, **typed):
    """What the admin's page of a section sends."""
    rows = list(section.paragraphs.order_by("order"))
    data = {
        "report": section.report_id,
        "order": section.order,
        "key": section.key,
        "heading": section.heading,
        "kind": section.kind,
        "source": "",
        "version": section.version,
        "change_reason": "Better words.",
        "paragraphs-TOTAL_FORMS": len(rows),
        "paragraphs-INITIAL_FORMS": len(rows),
        "clearances-TOTAL_FORMS": 0,
        "clearances-INITIAL_FORMS": 0,
    }
    for at, row in enumerate(rows):
        name = f"paragraphs-{at}"
        data |= {
            f"{name}-id": row.pk,
            f"{name}-section": section.pk,
            f"{name}-order": row.order,
            f"{name}-kind": row.kind,
            f"{name}-verb": row.verb,
            f"{name}-text": row.text,
            f"{name}-block": row.block,
            f"{name}-block_params": "{}",
            f"{name}-caption": row.caption,
            f"{name}-version": row.version,
        }
    return data | typed


def test_paragraphs_are_edited_inside_their_section_with_one_reason(client, report, staff_secretary):
    section = report.sections.get(key="purpose")
    client.force_login(staff_secretary)

    page = client.post(
        f"{ADMIN}section/{section.pk}/change/", section_data(section, **{"paragraphs-0-text": "Said better."})
    )

    row = paragraph(report, "purpose")
    assert page.status_code == 302
    newest = row.history.first()
    assert (row.text, newest.history_user, newest.history_change_reason) == (
        "Said better.",
        staff_secretary,
        "Better words.",
    )


def test_a_stale_paragraph_gets_the_conflict_page(client, report, staff_secretary):
    section = report.sections.get(key="purpose")
    data = section_data(section, **{"paragraphs-0-text": "Mine."})
    row = paragraph(report, "purpose")
    row.text = "Theirs."
    row.save()
    client.force_login(staff_secretary)

    page = client.post(f"{ADMIN}section/{section.pk}/change/", data)

    assert page.status_code == 409
    assert b"Theirs." in page.content
    assert b"Mine." in page.content


def test_a_report_has_its_pdf_and_its_page_beside_it(client, report, staff_secretary):
    client.force_login(staff_secretary)

    page = client.get(f"{ADMIN}report/{report.pk}/change/").content.decode()

    assert '<a href="/p/tees/reports/JC-2026-001/pdf/">Export PDF</a>' in page
    assert "View on site" in page


@pytest.mark.parametrize("model", ["report", "section", "paragraph", "headrow"])
def test_nothing_of_a_published_report_is_changed_here(client, frozen, staff_secretary, model):
    row = {
        "report": frozen,
        "section": frozen.sections.get(key="purpose"),
        "paragraph": paragraph(frozen, "purpose"),
        "headrow": frozen.head_rows.first(),
    }[model]
    client.force_login(staff_secretary)
    address = f"{ADMIN}{model}/{row.pk}/change/"

    page = client.get(address)
    posted = client.post(address, {"title": "Changed", "text": "Changed", "version": row.version})

    version = row.version
    row.refresh_from_db()
    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert (posted.status_code, row.version) == (403, version)


@pytest.mark.parametrize("model", [Section, Paragraph, HeadRow, Report])
def test_nothing_of_a_published_report_is_archived_from_the_list(client, frozen, staff_secretary, model):
    client.force_login(staff_secretary)
    chosen = list(model.objects.values_list("pk", flat=True))

    page = client.post(
        f"{ADMIN}{model._meta.model_name}/",
        {"action": "archive_rows", "_selected_action": chosen},
        follow=True,
    )

    assert model.objects.filter(archived_at__isnull=False).count() == 0
    assert b"JC-2026-001 is published, so nothing in it changes. Start a correction first." in page.content


def test_nothing_of_a_published_report_comes_back_from_history(client, report, staff_secretary):
    row = paragraph(report, "purpose")
    row.text = "Published words."
    row.save()
    publish_report(report, by=staff_secretary, moment=timezone.now())
    client.force_login(staff_secretary)

    page = client.post(f"{ADMIN}paragraph/{row.pk}/restore/", {"version": "1"})

    row.refresh_from_db()
    assert (page.status_code, row.text) == (403, "Published words.")


def test_nothing_of_a_published_report_is_changed_by_a_spreadsheet(frozen, administrator):
    resource = resource_for(Paragraph)()
    exported = resource.export()
    changed = [list(row) for row in exported]
    at = exported.headers.index("text")
    changed[0][at] = "Changed by a file."
    exported.wipe()
    exported.headers = resource.export().headers
    for row in changed:
        exported.append(row)

    result = resource.import_data(exported, dry_run=False)

    assert [str(error) for row in result.invalid_rows for error in row.error.messages] == [
        "JC-2026-001 is published, so nothing in it changes. Start a correction first."
    ]
    assert Paragraph.objects.filter(text="Changed by a file.").count() == 0


def test_a_spreadsheet_of_a_published_report_comes_back_without_a_change(frozen):
    resource = resource_for(Paragraph)()

    result = resource.import_data(resource.export(), dry_run=False, raise_errors=True)

    assert {row.import_type for row in result.rows} == {"skip"}
    assert result.has_validation_errors() is False


def test_publications_are_read_here_and_never_made_or_changed(client, frozen, staff_secretary, manager):
    issued = Publication.objects.get()
    client.force_login(manager)

    page = client.get(f"{ADMIN}publication/{issued.pk}/change/")

    assert page.status_code == 200
    assert b'name="_save"' not in page.content
    assert client.get(f"{ADMIN}publication/add/").status_code == 403
    assert client.post(f"{ADMIN}publication/{issued.pk}/change/", {"note": "x"}).status_code == 403
    assert client.get(f"{ADMIN}publication/import/").status_code == 403


def test_somebody_elses_reports_do_not_exist_here(client, report, stranger):
    client.force_login(stranger)

    listed = client.get(f"{ADMIN}report/")
    page = client.get(f"{ADMIN}report/{report.pk}/change/")

    assert listed.context["cl"].result_count == 0
    assert page.status_code == 302  # back to the list, with a word that there is no such report


@pytest.mark.parametrize(
    "model", ["report", "section", "paragraph", "headrow", "clearance", "housestyle", "meeting", "decision"]
)
def test_every_list_opens_searches_and_exports(client, report, administrator, model):
    client.force_login(administrator)

    assert client.get(f"{ADMIN}{model}/?q=funding").status_code == 200
    assert client.get(f"{ADMIN}{model}/export/").status_code == 200
    assert client.get(f"{ADMIN}{model}/add/").status_code == 200
