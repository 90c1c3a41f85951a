"""The PDF of a report, looked into: PDF/UA-1 as far as it can be checked without its validator."""

import io
import re
import subprocess
import tempfile
from pathlib import Path

import pikepdf
import pytest
from django.utils import timezone
from PIL import Image

from core.charts import status_bar
from core.domain.status import Status
from governance.reports.drawing import paper
from governance.reports.queries import documents
from governance.reports.services.publications import publish_report
from tests.bench import report as bench_report
from tests.factories.governance_reports import ParagraphFactory
from tests.governance.conftest import Costs, paragraph
from tests.governance.pdf_reading import text_of

PAGE = "/p/tees/reports/JC-2026-001/"


class Charted(Costs):
    """A block with a chart above its table."""

    key = "test.charted"

    def result(self, context):
        return self

    chart = status_bar({Status.OFF_TRACK: 2, Status.ON_TRACK: 3}, "Two of five actions are off track")

    def table(self, result):
        return super().table(self.total)


@pytest.fixture
def full(report, offer):
    """The report with a long table, a live table and a chart in it, so that it runs over several pages."""
    offer(Charted())
    section = report.sections.get(key="details")
    rows = "\n".join(f"| Source {at} | {at * 1000:,} |" for at in range(1, 61))
    ParagraphFactory(
        section=section,
        order=80,
        kind="table",
        caption="What each source gives",
        text=f"| Source | Amount (£) |\n|---|---:|\n{rows}\n| **Total** | **1,830,000** |",
    )
    ParagraphFactory(section=section, order=90, kind="live_table", text="", block="test.charted")
    return report


KEPT = {}


@pytest.fixture
def issued(request):
    """Its publication's bytes, made for the first test that asks and the same for the others."""
    if "bytes" not in KEPT:
        report, secretary = request.getfixturevalue("full"), request.getfixturevalue("secretary")
        publication = publish_report(report, by=secretary, moment=timezone.now())
        with publication.pdf.content.open("rb") as file:
            KEPT["bytes"] = file.read()
    return KEPT["bytes"]


@pytest.fixture
def pdf(issued):
    """The same, opened."""
    with pikepdf.open(io.BytesIO(issued)) as opened:
        yield opened


def elements(node):
    """The structure elements under a node, in reading order."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid)


def tags(pdf):
    """Every structure element of the file."""
    return list(elements(pdf.Root.StructTreeRoot))


def test_it_says_it_is_pdf_ua_and_names_its_language_and_title(pdf):
    xmp = bytes(pdf.Root.Metadata.read_bytes()).decode()

    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
    assert re.search(r'pdfuaid:part="(\d)"', xmp)[1] == "1"
    assert (
        re.search(r"<dc:title>.*?<rdf:li[^>]*>([^<]+)<", xmp, re.DOTALL)[1] == "JC-2026-001 Phase 2 funding"
    )
    assert str(pdf.docinfo["/Title"]) == "JC-2026-001 Phase 2 funding"


def test_headings_go_down_one_step_at_a_time(pdf):
    levels = [int(str(tag.S)[2:]) for tag in tags(pdf) if re.fullmatch(r"/H\d", str(tag.S))]

    assert levels == [1, 2, 2, 2, 3, 2]


def test_every_table_has_headings_and_a_caption_and_its_head_again_on_every_page(pdf, issued):
    tables = [tag for tag in tags(pdf) if tag.S == "/Table"]

    # The head block, the printed table, the long one on its two pages or more, the live one.
    assert len(tables) >= 5
    for table in tables:
        assert [tag for tag in elements(table) if tag.S == "/TH"]
    captions = [tag for tag in tags(pdf) if tag.S == "/Caption"]
    assert len(captions) >= 3
    pages = text_of(issued, "-layout").split("\f")
    with_long_table = [page for page in pages if "Source 2" in page or "Source 60" in page]
    assert len(with_long_table) >= 2
    assert [page for page in with_long_table if not re.search(r"Source +Amount \(£\)", page)] == []


def test_every_chart_has_words_in_place_of_the_picture(pdf):
    figures = [tag for tag in tags(pdf) if tag.S == "/Figure"]

    assert [str(figure.Alt) for figure in figures] == ["Two of five actions are off track"]


def test_every_font_travels_inside(pdf):
    names, loose = set(), []
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            names.add(str(one.FontName).partition("+")[2])
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()):
                loose.append(str(one.FontName))

    assert loose == []
    assert {name.split("-Bold")[0].split("-Semi")[0].rstrip(",") for name in names} == {"Source-Sans-3"}


def test_every_drawn_thing_is_tagged_or_marked_as_decoration(pdf):
    """Each page's content opens as many marked sequences as it closes, and draws text in none but those."""
    for page in pdf.pages:
        depth, bare = 0, 0
        for _operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in {"BDC", "BMC"}) - (name == "EMC")
            bare += name in {"Tj", "TJ"} and depth == 0
        assert (depth, bare) == (0, 0)


def test_bookmarks_are_the_headings(pdf):
    with pdf.open_outline() as outline:
        top = [str(item.title) for item in outline.root]
        below = [str(item.title) for item in outline.root[0].children]

    assert top == ["Phase 2 funding"]
    assert below == [
        "1.0 Purpose of the report",
        "2.0 Recommendations",
        "3.0 Report details",
        "Document information",
    ]


def test_numbers_are_words_and_heads_and_feet_say_where_one_is(issued):
    first, *others = [page for page in text_of(issued, "-layout").split("\f") if page.strip()]
    number_of_pages = 1 + len(others)

    assert re.search(r"1\.1 +To agree how Phase 2 is paid for\.", first)
    assert re.search(r"2\.2 +Note progress\.", first)
    assert re.search(rf"JC-2026-001 version 1 +Page 1 of {number_of_pages}", first)
    for at, page in enumerate(others, start=2):
        assert re.match(r"\s*Joint Committee +For publication\n", page)
        assert re.search(rf"JC-2026-001 version 1 +Page {at} of {number_of_pages}", page)
    assert not re.match(r"\s*Joint Committee +For publication\n", first)


def test_nothing_is_attached_and_nothing_leads_out(pdf):
    addresses = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/URI" in one]

    assert dict(pdf.attachments) == {}
    assert addresses == []


def test_what_people_typed_into_a_report_opens_nothing(client, report, secretary, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("The accounts nobody may see")
    row = paragraph(report, "purpose")
    row.text = (
        f'<link rel="attachment" href="file://{secret}"> <img src="file://{secret}"> ![x](file://{secret}) '
        f"[y](file://{secret}) <style>@import 'file://{secret}'</style>"
    )
    row.save()
    client.force_login(secretary)

    content = client.get(f"{PAGE}pdf/").content

    with pikepdf.open(io.BytesIO(content)) as opened:
        assert dict(opened.attachments) == {}
    assert "nobody may see" not in text_of(content)
    assert f'<linkrel="attachment"href="file://{secret}">' in "".join(text_of(content).split())


def test_a_draft_says_so_in_its_title_on_its_first_page_and_behind_every_page(client, full, secretary):
    client.force_login(secretary)

    content = client.get(f"{PAGE}pdf/").content

    with pikepdf.open(io.BytesIO(content)) as opened:
        title = str(opened.docinfo["/Title"])
    pages = [page for page in text_of(content).split("\f") if page.strip()]
    assert title == "Draft: JC-2026-001 Phase 2 funding"
    assert "Draft. This report has not been published and may change." in pages[0]
    assert watermarked(content) == [True] * len(pages)


def test_what_is_published_has_no_draft_behind_it(issued):
    assert set(watermarked(issued)) == {False}
    assert "draft" not in text_of(issued).lower()


def test_the_draft_behind_the_page_is_not_read_out(client, full, secretary):
    client.force_login(secretary)

    assert "DRAFT" not in text_of(client.get(f"{PAGE}pdf/").content)


def watermarked(content):
    """For each page whether the pale grey of the watermark is on it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "in.pdf").write_bytes(content)
        subprocess.run(
            ["pdftoppm", "-r", "30", "-png", "in.pdf", "page"],  # noqa: S607
            cwd=folder,
            check=True,
        )
        found = []
        for picture in sorted(Path(folder).glob("page*.png")):
            with Image.open(picture) as page:
                colours = {colour: count for count, colour in page.convert("RGB").getcolors(100_000)}
            found.append(colours.get((238, 239, 242), 0) > 100)
    return found


def test_notes_and_links_of_the_page_never_print(client, report, secretary, costs):
    row = paragraph(report, "details", 1)
    row.text = "Phase 2 costs £375,747."
    row.save()
    client.force_login(secretary)

    page, content = client.get(PAGE), client.get(f"{PAGE}pdf/").content

    assert b"the same digits in another order" in page.content
    assert "the same digits in another order" not in " ".join(text_of(content).split())


def test_the_sheet_carries_everything_inside(full, secretary):
    shown = documents.whole(full, viewer=secretary, today=timezone.localdate(), surface="print")

    html = paper.sheet(shown, "<p>Words</p>")

    addresses = re.findall(r"""(?:src|href)\s*=\s*["']([^"']{0,5})|url\(["']?([^"')]{0,5})""", html)
    assert {first or second for first, second in addresses} == {"data:"}


@pytest.mark.thorough  # a measurement, and 36 pages to draw
def test_the_benchmarks_report_has_twelve_pages_and_says_what_they_took():
    once, again = bench_report.measure(2)

    assert (once.pages, again.pages) == (12, 12)
    assert once.pdf == again.pdf
    assert 0 < again.cpu_seconds < 20
