"""Publishing: frozen once, served as issued, corrected by a further version, read by the public."""

import hashlib

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from governance.models import Publication, Report
from governance.reports import render
from governance.reports.drawing import paper
from governance.reports.services.publications import open_correction, publish_report, software
from tests.factories.governance_reports import written_report
from tests.governance.conftest import paragraph

PAGE = "/p/tees/reports/JC-2026-001/"
PUBLIC = "/public/reports/tees/JC-2026-001/"


@pytest.fixture
def issue(secretary):
    """Publish a report as its secretary."""

    def publish(report, note=""):
        return publish_report(report, by=secretary, moment=timezone.now(), note=note)

    return publish


def file_of(publication):
    """A publication's stored bytes."""
    with publication.pdf.content.open("rb") as file:
        return file.read()


def look(client):
    """What the publish page sends back with its button."""
    return {"seen": client.get(f"{PAGE}publish/").context["form"].initial["seen"]}


# --- Publishing -------------------------------------------------------------------------------------------


def test_the_secretary_publishes_after_a_last_look(client, report, secretary):
    client.force_login(secretary)

    page = client.post(f"{PAGE}publish/", look(client))

    report.refresh_from_db()
    issued = report.publications.get()
    assert page.url == PAGE
    assert (report.state, issued.number, issued.issued_by, issued.is_public) == (
        "published",
        1,
        secretary,
        True,
    )
    assert issued.sha256 == hashlib.sha256(issued.html.encode()).hexdigest()
    assert issued.made_with == software() == "Joint Plan 0.1.0 with WeasyPrint 70.0"
    assert (issued.pdf.name, issued.pdf.media_type) == ("JC-2026-001 Phase 2 funding.pdf", "application/pdf")
    assert issued.pdf.sha256 == hashlib.sha256(file_of(issued)).hexdigest()


def test_values_are_kept_beside_the_words_they_were_printed_in(report, issue, costs):
    row = paragraph(report, "purpose")
    row.text = "It costs [[test.costs:PH-2.total]]."
    row.save()

    issued = issue(report)

    assert issued.values == {
        "figures": {
            "[[test.costs:PH-2.total]]": {
                "printed": "£357,747",
                "value": "357747",
                "meaning": "the cost of Phase 2",
            }
        },
        "tables": [
            {
                "title": "Table 1: Phase 2 funding",
                "headings": ["Source", "Amount (£)"],
                "rows": [["County", "144,000"]],
                "total": ["Total", "144,000"],
                "note": "",
            }
        ],
    }


def test_what_is_published_is_served_byte_for_byte_whatever_the_record_says_later(
    client, report, issue, costs, secretary
):
    row = paragraph(report, "purpose")
    row.text = "It costs [[test.costs:PH-2.total]]."
    row.save()
    issued = issue(report)
    client.force_login(secretary)

    costs.total += 1000
    page, version, pdf = client.get(PAGE), client.get(f"{PAGE}v1/"), client.get(f"{PAGE}pdf/")

    assert issued.html in page.content.decode()
    assert issued.html in version.content.decode()
    assert "£357,747" in issued.html
    assert pdf.content == file_of(issued) == client.get(f"{PAGE}v1/pdf/").content


def test_the_file_is_a_download_under_the_reports_name_and_nothing_else(client, report, issue, secretary):
    issue(report)
    client.force_login(secretary)

    page = client.get(f"{PAGE}pdf/")

    assert page.headers["Content-Type"] == "application/pdf"
    assert page.headers["Content-Disposition"] == 'attachment; filename="JC-2026-001 Phase 2 funding.pdf"'
    assert page.headers["X-Content-Type-Options"] == "nosniff"


def test_a_draft_is_exported_as_a_draft_and_the_same_draft_is_the_same_file(client, report, secretary):
    client.force_login(secretary)

    first, second = client.get(f"{PAGE}pdf/"), client.get(f"{PAGE}pdf/")

    assert (
        first.headers["Content-Disposition"] == 'attachment; filename="Draft JC-2026-001 Phase 2 funding.pdf"'
    )
    assert first.content == second.content
    assert Publication.objects.count() == 0


def test_readers_export_the_draft_and_strangers_find_nothing(client, report, chief_executive, stranger):
    answers = []
    for person in (chief_executive, stranger):
        client.force_login(person)
        answers.append(client.get(f"{PAGE}pdf/").status_code)

    assert answers == [200, 404]


def test_what_must_be_fixed_keeps_a_report_from_being_published(client, report, issue, secretary, costs):
    row = paragraph(report, "details", 1)
    row.text = "Phase 2 costs £375,747."
    row.save()
    client.force_login(secretary)

    page = client.get(f"{PAGE}publish/")
    posted = client.post(f"{PAGE}publish/", {"seen": page.context["form"].initial["seen"]})

    assert page.context["verdict"] == "Not ready to publish because 1 thing must be fixed."
    assert b'<button class="govuk-button" type="submit">Publish</button>' not in page.content
    assert posted.status_code == 422
    assert Publication.objects.count() == 0
    with pytest.raises(ValidationError, match="the same digits in another order"):
        issue(report)


def test_a_report_that_changed_since_the_last_look_is_not_published(client, report, secretary):
    client.force_login(secretary)
    seen = look(client)
    row = paragraph(report, "purpose")
    row.text = "Other words."
    row.save()

    page = client.post(f"{PAGE}publish/", seen)

    assert page.status_code == 409
    assert b"Somebody changed the report after you opened this page." in page.content
    assert Publication.objects.count() == 0
    assert client.post(f"{PAGE}publish/", {"seen": page.context["form"].initial["seen"]}).status_code == 302


def test_a_word_changed_while_the_pdf_is_made_stops_the_publication(report, issue, monkeypatch):
    def change_meanwhile(*args, **options):
        row = paragraph(report, "purpose")
        row.text = "Other words."
        row.save()
        return b"%PDF-"

    monkeypatch.setattr("governance.reports.services.publications.report_pdf", change_meanwhile)

    with pytest.raises(ValidationError, match="Somebody changed the report while its PDF was made"):
        issue(report)
    report.refresh_from_db()
    assert (report.state, Publication.objects.count()) == ("draft", 0)


@pytest.mark.parametrize("tail", ["pdf/", "publish/"])
def test_without_a_renderer_the_answer_is_a_sentence_and_nothing_is_lost(
    client, report, secretary, settings, tmp_path, tail
):
    client.force_login(secretary)
    seen = look(client)
    settings.RENDERER_SOCKET = tmp_path / "none.sock"
    settings.RENDERER_STARTS_ITSELF = False

    page = client.get(f"{PAGE}pdf/") if tail == "pdf/" else client.post(f"{PAGE}publish/", seen)

    report.refresh_from_db()
    assert page.status_code == 503
    assert render.NOT_RUNNING.encode() in page.content
    assert (report.state, Publication.objects.count()) == ("draft", 0)


def test_without_its_font_there_is_no_paper(client, report, secretary, settings, tmp_path):
    paper.font_uri.cache_clear()
    settings.VENDOR_DIR = tmp_path
    client.force_login(secretary)

    page = client.get(f"{PAGE}pdf/")

    paper.font_uri.cache_clear()
    assert page.status_code == 503
    assert b"the fonts are not in the data folder" in page.content


# --- Frozen -----------------------------------------------------------------------------------------------


def test_a_publication_cannot_be_saved_again(report, issue):
    issued = issue(report)
    issued.html = "<p>Something else</p>"

    with pytest.raises(PermissionDenied, match="What is published is never changed"):
        issued.save()


def test_a_published_report_is_not_published_twice_without_a_correction(client, report, issue, secretary):
    issue(report)
    client.force_login(secretary)

    assert client.get(f"{PAGE}publish/").status_code == 403
    with pytest.raises(ValidationError, match="JC-2026-001 is already published"):
        issue(report)


def test_a_report_as_printed_is_not_issued_again(client, partnership, board, issue, secretary):
    held = written_report(partnership, board, kind="as_printed")
    client.force_login(secretary)

    page = client.get(f"{held.get_absolute_url()}publish/")
    offered = client.get(held.get_absolute_url()).context["actions"]

    assert page.status_code == 403
    assert b"held as its paper printed it" in page.content
    assert [label for label, _ in offered] == ["Export PDF", "Copy its structure", "History"]
    with pytest.raises(ValidationError, match="held as its paper printed it"):
        issue(held)
    assert Publication.objects.count() == 0

    held.state = "published"
    held.save()
    with pytest.raises(ValidationError, match="held as its paper printed it"):
        open_correction(held, by=secretary, reason="A typing slip.")


# --- Corrections ------------------------------------------------------------------------------------------


def test_a_correction_is_a_further_version_with_a_note_and_the_first_stays(client, report, issue, secretary):
    first = issue(report)
    client.force_login(secretary)

    client.post(f"{PAGE}correct/", {"reason": "A wrong date in 1.1."})
    row = paragraph(report, "purpose")
    row.text = "To agree how Phase 3 is paid for."
    row.save()
    silent = client.post(f"{PAGE}publish/", look(client) | {"note": ""})
    client.post(f"{PAGE}publish/", look(client) | {"note": "Paragraph 1.1 named the wrong phase."})

    second, kept = Publication.objects.filter(report=report).order_by("-number")
    assert silent.status_code == 422
    assert (second.number, second.note) == (2, "Paragraph 1.1 named the wrong phase.")
    assert "Phase 3" in second.html
    assert (kept.html, file_of(kept)) == (first.html, file_of(first))
    assert "JC-2026-001 version 2" in second.html


def test_while_a_correction_is_written_the_public_reads_what_was_published(client, report, issue, secretary):
    first = issue(report)
    open_correction(report, by=secretary, reason="A wrong date.")
    row = paragraph(report, "purpose")
    row.text = "Not yet public."
    row.save()

    page = client.get(PUBLIC)

    assert page.status_code == 200
    assert first.html in page.content.decode()
    assert "Not yet public." not in page.content.decode()


def test_a_correction_needs_a_reason_and_a_published_report(client, report, issue, secretary):
    client.force_login(secretary)

    too_early = client.post(f"{PAGE}correct/", {"reason": "Because."})
    issue(report)
    no_reason = client.post(f"{PAGE}correct/", {"reason": " "})

    report.refresh_from_db()
    assert (too_early.status_code, no_reason.status_code, report.state) == (422, 422, "published")


def test_a_programme_manager_neither_publishes_nor_corrects(client, report, issue, manager):
    issue(report)
    client.force_login(manager)

    assert client.get(f"{PAGE}correct/").status_code == 403
    assert client.post(f"{PAGE}correct/", {"reason": "Because."}).status_code == 403


# --- The public -------------------------------------------------------------------------------------------


def test_the_public_reads_a_published_public_report_and_its_file(client, report, issue):
    issued = issue(report)

    page, pdf = client.get(PUBLIC), client.get(f"{PUBLIC}pdf/")

    assert page.status_code == 200
    assert issued.html in page.content.decode()
    assert issued.sha256 in page.content.decode()
    assert pdf.content == file_of(issued)


def test_the_public_s_list_names_the_newest_issue_of_each_public_report_and_leads_to_it(
    client, report, issue, django_assert_num_queries
):
    before = client.get("/public/reports/").content.decode()
    assert "No report has been published for everybody yet." in before
    issue(report)

    with django_assert_num_queries(2):
        page = client.get("/public/reports/")

    rows = page.context["rows"]
    assert [(row.cells[0], row.url) for row in rows] == [("JC-2026-001", PUBLIC)]
    assert 'href="/public/reports/"' in page.content.decode()


@pytest.mark.parametrize("tail", ["", "pdf/", "v1/", "v1/pdf/", "v2/"])
def test_the_public_finds_no_draft(client, report, tail):
    assert client.get(PUBLIC + tail).status_code == 404


@pytest.mark.parametrize(
    "change", [{"is_public": False}, {"state": "withdrawn"}, {"archived_at": timezone.now()}]
)
def test_the_public_finds_nothing_that_is_private_withdrawn_or_archived(client, report, issue, change):
    if "is_public" in change:
        report.is_public = False
        report.save()
    issue(report)
    report.refresh_from_db()
    for name, value in change.items():
        setattr(report, name, value)
    report.save()

    assert [client.get(PUBLIC + tail).status_code for tail in ("", "pdf/", "v1/", "v1/pdf/")] == [404] * 4


def test_the_public_finds_no_report_of_another_address(client, report, issue):
    issue(report)

    assert client.get("/public/reports/tees/JC-2026-999/").status_code == 404
    assert client.get("/public/reports/elsewhere/JC-2026-001/").status_code == 404
    assert client.get(f"{PUBLIC}v9/").status_code == 404


def test_an_older_version_stays_and_says_that_there_is_a_newer_one(client, report, issue, secretary):
    issue(report)
    open_correction(report, by=secretary, reason="A wrong date.")
    row = paragraph(report, "purpose")
    row.text = "Corrected."
    row.save()
    issue(Report.objects.get(pk=report.pk), note="Paragraph 1.1 was wrong.")

    old, new = client.get(f"{PUBLIC}v1/"), client.get(PUBLIC)

    assert b"There is a newer version." in old.content
    assert b"Corrected." not in old.content
    assert b"There is a newer version." not in new.content
    assert b"Paragraph 1.1 was wrong." in new.content
    assert client.get(f"{PUBLIC}v1/pdf/").content != client.get(f"{PUBLIC}v2/pdf/").content


@pytest.mark.parametrize("number", [1, 3])
def test_public_reading_takes_as_many_queries_for_three_versions_as_for_one(
    client, report, issue, secretary, django_assert_num_queries, number
):
    issue(report)
    for _ in range(number - 1):
        open_correction(report, by=secretary, reason="Again.")
        issue(Report.objects.get(pk=report.pk), note="Again.")

    with django_assert_num_queries(1):
        client.get(PUBLIC)
