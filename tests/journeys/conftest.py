"""A real Chromium against a real server with the demonstration loaded."""

import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import sync_playwright

# Playwright keeps an event loop in this thread; the tests' own database calls are synchronous all the same.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory):
    """A database in a file, as people have one: in memory SQLite refuses two at once instead of waiting."""
    database = connections["default"]
    if database.vendor == "sqlite":
        database.settings_dict["TEST"]["NAME"] = str(tmp_path_factory.mktemp("journeys") / "db.sqlite3")


@pytest.fixture(scope="session")
def chromium():
    """One browser for all journeys; a machine without one fails here, it does not skip."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert path, "The journeys need Chromium: apt-get install chromium, or set CHROMIUM."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def demonstration(transactional_db, tmp_path, settings):
    """The demonstration, as ./run.sh loads it: the sign-ins by role."""
    settings.DATA_DIR = tmp_path
    call_command("seed_demo", "--today=2026-11-22", verbosity=0)
    text = (tmp_path / "demo-sign-ins.txt").read_text()
    return {role: (email, password) for role, email, password in re.findall(r"(.+), (.+), (.+)", text)}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def visitor(request, chromium, live_server, demonstration):
    """Somebody at an iPad-sized screen; signs in by role, goes places, and has pages looked at."""
    context = chromium.new_context(
        base_url=live_server.url, viewport={"width": 1180, "height": 820}, java_script_enabled=request.param
    )
    yield Visitor(context, demonstration, scripts=request.param)
    context.close()


class Visitor:
    """A person at a browser."""

    def __init__(self, context, sign_ins, scripts):
        self.scripts = scripts
        self.context = context
        self.page = page = context.new_page()
        self.sign_ins = sign_ins
        self.refused = []
        page.on("console", lambda message: self.refused.append(message.text))

    def sign_in(self, role, page=None):
        """As the demonstration's person with that role."""
        page = page or self.page
        email, password = self.sign_ins[role]
        page.goto("/sign-in/")
        page.get_by_label("Email").fill(email)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()

    def another(self, role):
        """Somebody else's screen, signed in."""
        page = self.context.browser.new_page(base_url=self.page.url.split("/p/")[0])
        self.sign_in(role, page)
        return page

    def look(self):
        """No axe violation and nothing refused by the content policy.

        axe is a script with timers, so it looks when scripts run; the same pages are walked without them.
        """
        if not self.scripts:
            return
        found = Axe().run(self.page, options={"runOnly": TAGS}).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
        assert [words for words in self.refused if "Content Security Policy" in words] == []

    def fits(self, width):
        """Whether the page needs no sideways scrolling at that width."""
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": width, "height": 640})
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size(size)
        return wide <= width
