"""A stranger's first two minutes: what this is, a button to look at it as somebody, four stops of a tour."""

import io

import pikepdf
import pytest

pytestmark = pytest.mark.browser


def follow(page, heading):
    """The stop's link, or the button that makes the visitor somebody who can open it."""
    page.goto("/tour/")
    stop = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name=heading))
    (stop.get_by_role("link").or_(stop.get_by_role("button"))).click()


def test_a_button_a_role_leads_to_where_its_story_begins(visitor):
    page = visitor.page
    page.goto("/sign-in/")
    visitor.look()
    assert visitor.fits(320)
    assert page.get_by_role("button", name="Partner officer").bounding_box()["y"] < 820

    page.get_by_role("button", name="Officer", exact=True).click()
    visitor.look()
    assert page.get_by_role("heading", name="Due from you (4)").count() == 1
    assert page.get_by_role("heading", name="Example (invented)").count() == 1

    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_role("button", name="Chief executive").click()
    assert page.url.endswith("/p/northshire/dashboard/")
    visitor.look()


def test_the_four_stops_of_the_tour(visitor):
    page = visitor.page
    page.goto("/tour/")
    visitor.look()
    assert visitor.fits(320)

    follow(page, "An edit and its history")
    visitor.look()
    assert page.get_by_role("heading", level=1).inner_text().startswith("History of JG-02")

    follow(page, "A refused overwrite")
    page.get_by_role("button", name="Save and submit").click()
    visitor.look()
    words = page.locator("main").inner_text()
    assert ("91 apprentices are placed" in words, "96 apprentices are placed" in words) == (True, True)
    assert visitor.fits(320)

    follow(page, "A figure the paper got wrong")
    visitor.look()
    assert page.get_by_text("£375,747").count() > 0

    page.goto("/tour/")
    link = page.get_by_role("link", name="Download the corrected paper").get_attribute("href")
    with pikepdf.open(io.BytesIO(page.request.get(link).body())) as paper:
        assert paper.Root.Lang == "en-GB"
        assert "/StructTreeRoot" in paper.Root
