"""A demonstration so small that loading it takes no time."""

import datetime
import json

import pytest

from core import seeding
from core.seeding import Folder

PAPER = Folder(
    "papers/777",
    "Taken from the paper.",
    datetime.date(2024, 5, 2),
    cites="Cabinet, 1 May 2024",
    span=(datetime.date(2024, 4, 1), datetime.date(2024, 5, 1)),
)
BODY = {
    "model": "partnerships.organisation",
    "fields": {"code": "town-bc", "name": "Town", "source": "Cabinet, 1 May 2024, paragraph 1.1"},
}
WHOLE = {
    "model": "partnerships.partnership",
    "fields": {"slug": "town", "name": "Town Together", "source": "Cabinet, 1 May 2024"},
}
PEOPLE = [{"role": "officer", "job_title": "Officer", "is_staff": False, "grants": []}]


@pytest.fixture
def files(settings, tmp_path, monkeypatch):
    """Write a demonstration of one paper, and of stories where wanted, into a folder of its own."""
    settings.DEMO, settings.DATA_DIR = True, tmp_path / "data"
    (tmp_path / "data").mkdir()
    monkeypatch.setattr(seeding, "ROOT", tmp_path)
    monkeypatch.setattr(seeding, "PEOPLE", tmp_path / "people.json")
    monkeypatch.setattr(seeding, "FOLDERS", (PAPER,))
    monkeypatch.setattr(seeding, "STORIES", ())

    def write(rows, people=PEOPLE):
        (tmp_path / "papers/777").mkdir(parents=True)
        (tmp_path / "papers/777/01_all.json").write_text(json.dumps(rows))
        (tmp_path / "people.json").write_text(json.dumps(people))

    return write
