"""An officer's quarter: what is due, how it goes, what somebody else saved meanwhile, who changed what."""

import pytest

pytestmark = pytest.mark.browser
UPDATE = "/p/northshire/updates/2026-27-q2/CN-02/"


def test_an_officer_gives_an_update_and_sees_who_changed_what(visitor):
    page = visitor.page
    visitor.sign_in("Officer")
    visitor.look()
    page.get_by_role("link", name="Plant 12,000 trees").first.click()
    visitor.look()

    page.get_by_label("In progress").check()
    page.get_by_label("What happened, and what is next?").fill("Planting began on 3 November.")
    page.get_by_role("button", name="Save and submit").click()
    visitor.look()
    assert page.locator(".govuk-error-summary").count() == 1
    assert (
        page.get_by_label("What happened, and what is next?").input_value() == "Planting began on 3 November."
    )

    page.get_by_label("On track", exact=True).check()
    page.get_by_role("button", name="Save and submit").click()
    page.goto("/p/northshire/actions/CN-02/")
    visitor.look()
    assert visitor.fits(320)

    assert page.get_by_text("Planting began on 3 November.").count() == 1
    assert page.get_by_text("by Officer").count() > 0


def test_a_milestone_moves_only_with_a_reason_and_keeps_its_first_date(visitor):
    page = visitor.page
    visitor.sign_in("Officer")
    page.goto("/p/northshire/actions/CN-02/milestones/add/")
    page.get_by_label("What will have happened").fill("Half of the trees are planted")
    page.get_by_label("Date it is due").fill("31 January 2027")
    page.get_by_role("button", name="Add the milestone").click()
    visitor.look()

    page.get_by_role("link", name="Change date").last.click()
    visitor.look()
    page.get_by_role("textbox").first.fill("28 February 2027")
    page.locator("main form button[type=submit]").first.click()
    assert page.locator(".govuk-error-summary").count() == 1
    visitor.look()

    page.get_by_label("Why").first.fill("The ground is frozen until then.")
    page.locator("main form button[type=submit]").first.click()
    visitor.look()

    row = page.get_by_role("row", name="Half of the trees are planted").first  # its date change stands below
    assert "31 January 2027" in row.inner_text()
    assert "28 February 2027" in row.inner_text()


def test_what_two_people_write_at_once_is_asked_about_and_nothing_is_lost(visitor):
    page = visitor.page
    visitor.sign_in("Officer")
    page.goto(UPDATE)
    other = visitor.another("Programme manager")
    other.goto(UPDATE)
    for writer, words in ((other, "The manager’s words."), (page, "The officer’s words.")):
        writer.get_by_label("In progress").check()
        if writer.get_by_label("On track", exact=True).count():
            writer.get_by_label("On track", exact=True).check()
        writer.get_by_label("What happened, and what is next?").fill(words)
        writer.get_by_role("button", name="Save and submit").click()
        if writer.locator(".govuk-error-summary").count():
            writer.get_by_label("On track", exact=True).check()
            writer.get_by_role("button", name="Save and submit").click()

    visitor.look()
    assert page.get_by_text("The manager’s words.").count() > 0
    assert page.get_by_text("The officer’s words.").count() > 0
    page.get_by_label("The officer’s words.").first.check()
    page.get_by_role("button", name="Save what I chose").click()
    page.goto("/p/northshire/actions/CN-02/")

    assert page.get_by_text("The officer’s words.").count() > 0
