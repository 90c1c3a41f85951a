"""Five minutes before a meeting: what is off track, what changed, where the money stands."""

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
    page.get_by_role("link", name="One page").click()
    visitor.look()
    paper = page.pdf(path=tmp_path / "one.pdf", format="A4")
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") + paper.count(b"/Type /Page/") <= 1
