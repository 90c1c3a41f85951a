"""An officer's five journeys through a quarter, with their clicks counted against what was promised."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


class Counted:
    """Presses buttons, links and choices, and counts them. Typing is not counted."""

    def __init__(self, page):
        self.page = page
        self.clicks = 0

    def press(self, role, name, **options):
        """A button or a link."""
        self.clicks += 1
        self.page.get_by_role(role, name=name, **options).first.click()

    def choose(self, label):
        """A radio button."""
        self.clicks += 1
        self.page.get_by_label(label, exact=True).check()

    def answer(self, words, confidence="On track"):
        """How far it has come, how sure one is, and what happened; then the next one."""
        self.choose("In progress")
        self.choose(confidence)
        self.page.get_by_label("What happened, and what is next?").fill(words)
        self.press("button", "Save and next")

    def since(self, before):
        """Clicks since a count."""
        return self.clicks - before


def opened(page):
    """The reference of the row that stands open."""
    return page.locator(".task--open .task__ref").inner_text()


def test_four_updates_one_after_the_other_checked_and_submitted_at_once(visitor):
    visitor.sign_in("Officer")
    page, hand = visitor.page, Counted(visitor.page)
    page.goto("/updates/")
    visitor.look()
    assert visitor.fits(320)

    hand.press("link", "Plant 12,000 trees")
    expect(page.locator(".task--open")).to_have_count(1)
    visitor.look()
    assert (opened(page), visitor.fits(320)) == ("CN-02", True)
    assert page.evaluate("document.activeElement.id") == "open"  # the address leads there, and no script
    hand.answer("Planting began on 3 November.")
    assert hand.clicks == 4

    seen = [opened(page)]
    for words in ("The board adopts the list on 2 December.", "96 apprentices are placed."):
        before = hand.clicks
        hand.answer(words)
        seen.append(opened(page))
        assert hand.since(before) == 3
    assert seen == ["JG-03", "SK-01", "SK-03"]

    before = hand.clicks
    hand.press("link", "Same as last quarter")
    expect(page.get_by_label("What happened, and what is next?")).not_to_have_value("")
    hand.press("button", "Save and next")
    assert hand.since(before) == 2

    assert page.url.endswith("/updates/check/")
    visitor.look()
    before = hand.clicks
    hand.press("button", "Submit 4 updates")
    assert hand.since(before) == 1
    visitor.look()
    text = page.locator("main").inner_text()
    assert "Submitted: CN-02, JG-03 and SK-03. The theme's lead agrees them by" in text
    assert "Somebody else saved this update while you were writing. Open it and choose." in text
    assert page.get_by_role("heading", name="SK-01").count() == 1


def test_evidence_is_three_clicks_and_the_words_stay(visitor, tmp_path):
    paper = tmp_path / "planting-plan.pdf"
    paper.write_bytes(b"%PDF-1.7")
    visitor.sign_in("Officer")
    page, hand = visitor.page, Counted(visitor.page)
    page.goto("/updates/?open=northshire/2026-27-q2/CN-02")
    page.get_by_label("What happened, and what is next?").fill("Half a sentence")

    hand.clicks += 1
    page.locator("summary", has_text="Evidence").click()
    hand.clicks += 1
    page.get_by_label("File").set_input_files(paper)
    hand.press("button", "Add this evidence")

    visitor.look()
    assert hand.clicks == 3
    page.locator("summary", has_text="Evidence").click()
    assert page.get_by_text("planting-plan.pdf", exact=True).count() == 1
    assert page.get_by_label("What happened, and what is next?").input_value() == "Half a sentence"


def test_a_milestone_moves_in_two_clicks_and_only_with_a_reason(visitor):
    visitor.sign_in("Officer")
    page, hand = visitor.page, Counted(visitor.page)
    page.goto("/p/northshire/actions/CN-02/")

    hand.press("link", re.compile("^Change date"))
    page.get_by_role("textbox").first.fill("31 December 2027")
    page.get_by_label("Why").first.fill("The ground is frozen until then.")
    hand.clicks += 1
    page.locator("main form button[type=submit]").first.click()

    visitor.look()
    assert hand.clicks == 2
    assert (
        page.get_by_text("The ground is frozen until then.").count()
        + page.get_by_text("31 December 2027").count()
        > 0
    )


def test_a_returned_update_is_mended_in_one_click_under_the_lead_s_note(visitor):
    visitor.sign_in("Officer")
    page, hand = visitor.page, Counted(visitor.page)
    page.goto("/p/northshire/updates/2026-27-q2/JG-03/")
    visitor.look()
    assert page.get_by_text("Say who adopts the list, and when.").count() == 1

    page.get_by_label("What happened, and what is next?").fill("The board adopts the list on 2 December.")
    hand.press("button", "Save and submit")

    assert hand.clicks == 1
    assert "JG-03 is submitted for Q2 2026/27." in page.locator("main").inner_text()


def test_what_is_typed_is_kept_without_a_press(visitor):
    if not visitor.scripts:
        return  # a button keeps it there, and the journeys above press it
    visitor.sign_in("Officer")
    page = visitor.page
    page.goto("/updates/?open=northshire/2026-27-q2/CN-02")

    page.get_by_label("What happened, and what is next?").fill("Half a sentence nobody should lose")
    page.get_by_text("Draft saved on").first.wait_for()
    page.goto("/updates/?open=northshire/2026-27-q2/CN-02")
    kept = page.get_by_label("What happened, and what is next?").input_value()

    page.context.set_offline(True)
    page.get_by_label("What happened, and what is next?").fill("Written on a train")
    page.get_by_text("Not saved, no connection. Your text is on this device.").first.wait_for()
    page.context.set_offline(False)
    page.goto("/updates/?open=northshire/2026-27-q2/CN-02")
    page.get_by_role("button", name="Use the text from this device").click()

    assert kept == "Half a sentence nobody should lose"
    assert page.get_by_label("What happened, and what is next?").input_value() == "Written on a train"
