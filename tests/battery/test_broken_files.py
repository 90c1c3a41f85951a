"""Whatever became of a spreadsheet, the page that takes it reads it or says what is wrong with it."""

import csv
import io
import re
from collections import Counter

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from tests.battery.mutations import mutated
from tests.battery.taken_back import taken_back
from tests.contracts.world import build_world
from tests.factories.governance_reports import nothing_drawn
from tests.programmes.answers import NOW
from tests.programmes.messy import HEADINGS, messy, rows

pytestmark = [pytest.mark.battery, pytest.mark.django_db]
LEDGER = (
    "Reference,Date,Amount,Description\n"
    "J1,01/04/2026,1200.50,Salaries\nJ2,2026-05-01,£800,Equipment\nJ3,1 June 2026,-40,Refund\n"
)
BOARDS = (
    "partnership,reference,name,kind\ntees,JC-2,Executive,joint_committee\ntees,JC-3,Skills,thematic_board\n"
)
# What a page says when it does not take a file: ours beside the field, the admin's at its own.
SENTENCE = re.compile(
    r'(?:govuk-error-summary__list|class="errorlist|class="import-error|class="validation-error|<h2>Errors</h2>|errornote)'
    r".*?[a-z]{3,} [a-z]",
    re.DOTALL,
)
ADMIN_KINDS = {"csv": "0", "xlsx": "1"}
SHOWN = (200, 400, 409, 413, 422)


def plan_as_text():
    """The councils' workbook as they export it."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADINGS, *rows()])
    return text.getvalue().encode()


class Doors:
    """The pages that take a spreadsheet. Each returns whether it was read; what is wrong is an assertion."""

    def __init__(self, world, part):
        self.client = Client()  # a breakdown is raised, with its traceback
        self.client.force_login(world.people[part].user)
        self.money = reverse("funding:extract", kwargs=world.kwargs("phase"))

    def plan(self, content, name):
        """The plan's own import: file, columns, words, preview, and all of it where nothing is in the way."""
        answer = self.sent("/p/tees/plan/imports/add/", {"file": SimpleUploadedFile(name, content)})
        if answer.status_code != 302:
            return self.refused(answer)
        columns = self.client.get(answer.url)
        matched = self.sent(answer.url, drawn(columns) | {"quarter": "2026-27-q1"})
        if matched.status_code != 302:
            return self.refused(matched)
        asked = self.client.get(matched.url)
        if "words" in matched.url:
            answered = self.sent(matched.url, answers(asked))
            if answered.status_code != 302:
                return self.refused(answered)
            asked = self.client.get(answered.url)
        assert asked.status_code == 200
        if asked.context.get("form"):
            confirmed = self.sent(asked.request["PATH_INFO"], drawn(asked))
            assert confirmed.status_code == 302 or not self.refused(confirmed)
        return True  # its preview was shown, whatever stood in the way of the rest

    def ledger(self, content, name):
        """The check of a ledger extract."""
        answer = self.sent(self.money, {"upload": SimpleUploadedFile(name, content)})
        return answer.status_code == 200 or bool(answer.context["extract"]) or self.refused(answer)

    def admin(self, content, name):
        """The admin's import of boards."""
        kind = "xlsx" if name.endswith("xlsx") else "csv"
        file = SimpleUploadedFile(name, content)
        address = "/admin/partnerships/board/import/"
        answer = self.sent(address, {"format": ADMIN_KINDS[kind], "import_file": file})
        if "confirm_form" not in (answer.context or {}):
            return self.refused(answer)
        values = answer.context["confirm_form"].initial
        confirmed = self.sent("/admin/partnerships/board/process_import/", values)
        return confirmed.status_code == 302 or self.refused(confirmed)

    def sent(self, address, values):
        """The answer to a form: a written page or the way to the next."""
        answer = self.client.post(address, values)
        assert answer.status_code in (302, *SHOWN), (address, answer.status_code)
        return answer

    def refused(self, answer):
        """Not read, and the page says why."""
        assert SENTENCE.search(answer.content.decode()), answer.content.decode()
        return False


def answers(page):
    """For each word nobody knows the first thing that can be said about it; dates are typed."""
    fields = page.context["form"].fields
    said = {name: [key for key, _ in getattr(field, "choices", ()) if key] for name, field in fields.items()}
    return {name: keys[0] if keys else "June 2027" for name, keys in said.items()}


def drawn(page):
    """The fields of the form on the page with what they hold."""
    form = page.context["form"]
    return {name: form[name].value() for name in form.fields if form[name].value() is not None}


def test_a_broken_spreadsheet_is_read_or_refused_in_words(draw, seed, clock, tell, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    files, taken = 0, Counter()
    with nothing_drawn(), time_machine.travel(NOW, tick=False):
        doors = Doors(build_world("tees", "Tees"), "administrator")
        whole = [
            (doors.plan, messy(), "plan.xlsx"),
            (doors.plan, plan_as_text(), "plan.csv"),
            (doors.ledger, LEDGER.encode(), "ledger.csv"),
            (doors.ledger, workbook(LEDGER), "ledger.xlsx"),
            (doors.admin, BOARDS.encode(), "boards.csv"),
            (doors.admin, workbook(BOARDS), "boards.xlsx"),
        ]
        for door, content, name in whole:
            with taken_back():
                assert door(content, name), f"{name} is whole, and {door.__name__} did not read it"
        while clock.has_time():
            door, content, name = draw.choice(whole)
            broken, called = mutated(content, name, draw)
            (tmp_path / "broken").write_bytes(broken)
            files += 1
            with taken_back():
                taken[tried(door, broken, called, f"seed {seed}, file {files}, kept in {tmp_path}")] += 1
    tell(f"{files} broken spreadsheets: {taken[True]} were read, {taken[False]} refused in words.")
    assert taken[True] >= 5
    assert taken[False] >= 5


def tried(door, content, name, where):
    """What the door says, and on a breakdown also which file it was."""
    try:
        return door(content, name)
    except Exception as broken:
        broken.add_note(f"{name} into {door.__name__}: {where}")
        raise


def workbook(text):
    """The table of text as a workbook."""
    book = Workbook()
    for line in csv.reader(io.StringIO(text)):
        book.active.append(line)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
