"""A committee secretary: reads the July 2023 paper in both versions, starts a new report, exports a PDF."""

import io
import re

import pikepdf
import pytest

pytestmark = pytest.mark.browser


def test_what_disagrees_stands_beside_and_a_new_report_becomes_a_pdf(visitor):
    page = visitor.page
    visitor.sign_in("Committee secretary")
    page.goto("/p/vision-derbyshire/reports/JC-2023-001/")
    visitor.look()
    assert page.get_by_text("£375,747").count() > 0

    page.goto("/p/vision-derbyshire/reports/JC-2023-002/")
    visitor.look()
    assert visitor.fits(320)
    assert page.get_by_text("£18,000 apart").count() > 0

    page.get_by_role("link", name="Copy its structure").click()
    visitor.look()
    page.get_by_label("Title").fill("Progress and funding")
    page.get_by_role("button", name="Start the report").click()
    visitor.look()
    new = page.url.split("/reports/")[1].split("/")[0]

    page.goto(f"/p/vision-derbyshire/reports/{new}/edit/purpose/")
    page.get_by_role("button", name="Add a paragraph").click()
    page.locator("main textarea[name$=-text]").last.fill("Phase 2 costs [[funding.phase_cost:PH-2.total]].")
    page.get_by_role("button", name="Save").first.click()
    page.goto(f"/p/vision-derbyshire/reports/{new}/edit/purpose/insert/")
    visitor.look()
    page.get_by_role("button", name=re.compile("Insert the table .*Phase 2")).first.click()
    page.goto(f"/p/vision-derbyshire/reports/{new}/")
    visitor.look()
    assert "Phase 2 costs £357,747." in page.locator("main").inner_text()

    answer = page.request.get(f"/p/vision-derbyshire/reports/{new}/pdf/")
    with pikepdf.open(io.BytesIO(answer.body())) as paper:
        assert paper.Root.Lang == "en-GB"
        assert "/StructTreeRoot" in paper.Root
