"""Five minutes before a meeting: what is off track, what changed, where the money stands."""

import pikepdf
import pytest

pytestmark = pytest.mark.browser


def test_the_first_screen_answers_and_prints_on_one_page(visitor, tmp_path):
    page = visitor.page
    visitor.sign_in("Chief executive")
    visitor.look()
    page.goto("/p/northshire/dashboard/")
    visitor.look()

    for heading in ("Needs attention", "Changed since"):
        box = page.get_by_role("heading", name=heading).bounding_box()
        assert box["y"] + box["height"] <= 820
    assert page.get_by_text("still to be found").first.bounding_box()["y"] <= 820
    assert visitor.fits(320)

    page.get_by_role("link", name="off track").first.click()
    visitor.look()
    assert page.get_by_role("link", name="SK-02").count() + page.get_by_text("SK-02").count() > 0

    page.goto("/p/northshire/dashboard/")
    with page.expect_download() as taken:
        page.get_by_role("link", name="One page").click()
    taken.value.save_as(tmp_path / "one.pdf")
    with pikepdf.open(tmp_path / "one.pdf") as paper:
        assert len(paper.pages) == 1
    page.emulate_media(media="print")
    assert page.pdf(format="A4").count(b"/Type /Page\n") == 1
