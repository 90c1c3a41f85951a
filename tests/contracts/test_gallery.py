"""Every component, in a real browser: no barrier axe can find, nothing wider than the screen."""

import json
import os

import pytest
from django.conf import settings

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SCREENS = {
    "tablet": {"viewport": {"width": 1180, "height": 820}},
    "portrait": {"viewport": {"width": 820, "height": 1180}},
    "phone": {"viewport": {"width": 320, "height": 640}},
    "dark": {"viewport": {"width": 1180, "height": 820}, "color_scheme": "dark"},
    "forced colours": {"viewport": {"width": 1180, "height": 820}, "forced_colors": "active"},
}


@pytest.fixture(scope="module")
def browser():
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - not installed for ./test.sh fast

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # the driver runs a loop in this thread
        with sync_playwright() as driver:
            path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
            chromium = driver.chromium.launch(
                executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
            )
            yield chromium
            chromium.close()


@pytest.fixture
def gallery(browser, live_server, client, administrator, request):
    """The gallery opened on one screen, and what the browser complained of while opening it."""
    client.force_login(administrator)
    context = browser.new_context(**SCREENS[request.param])
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda entry: page.complaints.append(entry.text) if entry.type == "error" else None)
    page.goto(f"{live_server.url}/help/components/")
    yield page
    context.close()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gallery", SCREENS, indirect=True)
def test_there_is_no_barrier_nothing_refused_and_nothing_wider_than_the_screen(gallery):
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 - not installed for ./test.sh fast

    found = Axe().run(gallery, options={"runOnly": RULES}).response

    assert len(found["passes"]) > 30
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == [], json.dumps(
        found["violations"]
    )
    assert gallery.complaints == []
    assert gallery.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gallery", ["phone"], indirect=True)
def test_the_summary_of_mistakes_has_the_focus_and_leads_to_the_field(gallery):
    assert gallery.evaluate("document.activeElement.className") == "govuk-error-summary"

    gallery.get_by_role("link", name="Title must be 60 characters or fewer").click()

    assert gallery.evaluate("document.activeElement.id") == "id_wrong-title"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gallery", ["phone"], indirect=True)
def test_a_long_text_counts_what_is_left(gallery):
    gallery.fill("#id_empty-words", "x" * 119)

    assert gallery.inner_text("#id_empty-words_count") == "You have 1 character remaining"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("gallery", ["tablet", "phone"], indirect=True)
def test_the_pages_of_a_partnership_stand_open_beside_a_page_and_fold_above_it(gallery):
    wide = gallery.viewport_size["width"] > 900

    assert gallery.locator(".side__list").is_visible() is wide
    assert gallery.locator(".side summary").is_visible() is not wide
