"""Half past midnight on 22 July in London, still 21 July in UTC: every page, paper and file says 22 July."""

import io
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from docx import Document as read_word

from core.permissions import Role
from governance.reports.drawing.word import report_docx
from governance.reports.queries.progress import progress_report
from governance.reports.services.publications import publish_report
from governance.reports.views.pdf import made_on
from programmes import services
from tests.factories.dashboard import action_with, plan_with
from tests.factories.funding import ContributionFactory
from tests.factories.governance_reports import nothing_drawn, written_report
from tests.factories.partnerships import OrganisationFactory, person_with
from tests.factories.programmes import RoundFactory
from tests.programmes.answers import answered

pytestmark = pytest.mark.django_db

MIDNIGHT = datetime(2026, 7, 21, 23, 30, tzinfo=UTC)
THE_DAY, DAY_BEFORE = date(2026, 7, 22), "21 July 2026"
ROUND = "/p/tees/updates/rounds/DP/2026-27-q1/"


@pytest.fixture(autouse=True)
def _night(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(MIDNIGHT, tick=False):
        yield


@pytest.fixture
def officer(partnership):
    return person_with(Role.OFFICER, partnership=partnership)


@pytest.fixture
def asked(partnership, manager, officer):
    """A round answered just after midnight, before it was closed and locked. It was meant for the 19th."""
    plan, (skills, _), rounds = plan_with(partnership)
    action_with(plan, skills, rounds, "ES-04", ("in_progress", "on_track"), None, lead=officer)
    asked = rounds[1]
    asked.state, asked.lock_on = "open", date(2026, 7, 19)
    asked.save()
    update = answered(asked.updates.get())
    services.submit_update(update=update, by=officer, now=MIDNIGHT, today=THE_DAY)
    services.close_round(round=asked, by=manager)
    services.lock_round(round=asked, by=manager, now=MIDNIGHT)
    return asked


@pytest.fixture
def read(client, manager):
    """A page as a manager reads it, its words alone."""

    def words(address):
        client.force_login(manager)
        text = re.sub("<[^>]+>", " ", client.get(address).content.decode())
        return " ".join(text.split())

    return words


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (ROUND, "Locked 22 July 2026"),
        ("/p/tees/dashboard/", "Locked 22 July 2026."),
        ("/p/tees/dashboard/2026-27-q1/", "As at 22 July 2026."),
        ("/p/tees/progress/", "As at 22 July 2026"),
        ("/p/tees/actions/ES-04/", ", 22 July 2026"),
        ("/p/tees/updates/2026-27-q1/ES-04/history/", "22 July 2026 at 12:30am"),
    ],
)
def test_what_was_answered_and_locked_after_midnight_was_that_day(asked, read, address, sentence):
    text = read(address)

    assert (sentence in text, sentence.replace("22 July", "21 July") in text) == (True, False)


def test_a_quarter_that_is_over_ends_on_the_day_it_was_locked(asked, read):
    """Also once a later quarter is the newest, and as the day from which that one's changes count."""
    RoundFactory(
        plan=asked.plan, quarter_number=2, opens_on=None, due_on=None, sign_off_on=None, lock_on=None
    )

    with time_machine.travel(datetime(2026, 10, 20, 9, tzinfo=UTC), tick=False):
        assert "As at 22 July 2026." in read("/p/tees/dashboard/2026-27-q1/")


def test_a_report_issued_after_midnight_was_issued_that_day(partnership, board, manager, read):
    report = written_report(partnership, board, is_public=True)
    with nothing_drawn():
        publish_report(report, by=manager, moment=MIDNIGHT)

    for address in ("/public/reports/", "/p/tees/reports/JC-2026-001/", "/p/tees/reports/JC-2026-001/v1/"):
        text = read(address)
        assert ("22 July 2026" in text, DAY_BEFORE in text) == (True, False), address


def test_a_step_of_the_ledger_recorded_after_midnight_was_recorded_that_day(partnership, read):
    body = OrganisationFactory(code="dales")
    ContributionFactory(partnership=partnership, organisation=body)

    text = read("/p/tees/money/partners/dales/")

    assert ("22 July 2026" in text, DAY_BEFORE in text) == (True, False)


def test_a_word_file_bears_its_moment_in_utc_as_its_format_has_it(asked):
    shown = progress_report(asked.plan, asked.quarter, "Programme manager", THE_DAY)

    about = read_word(io.BytesIO(report_docx(shown, made_at=made_on(THE_DAY)))).core_properties

    assert about.created == datetime(2026, 7, 21, 23, 0, tzinfo=UTC)
