"""A story that cannot be played says which file and which entry, and nothing is loaded."""

import datetime
import json

import pytest
from django.core.management import CommandError, call_command

from core import seeding
from core.permissions import Role
from core.story import Story, StoryWrong
from partnerships.models import Partnership
from tests.core.conftest import PEOPLE, WHOLE

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2026, 11, 22)
MANAGER = {**PEOPLE[0], "role": "programme_manager"}
ABOUT = {
    "partnership": "town",
    "plan": "DP",
    "board": "JC",
    "begins": "2024-12-16",
    "written_in": "Q3 2026/27",
    "leads": {},
}
SUMMARY = {
    "on": "2025-01-06",
    "by": "programme_manager",
    "do": "change",
    "model": "partnerships.partnership",
    "row": ["town"],
    "set": {"summary": "Met on {2025-01-04}, reported for {Q4 2024/25}."},
    "why": "Told.",
}


@pytest.fixture
def told(files, tmp_path, monkeypatch):
    """Write a story of these entries beside a small demonstration."""
    files([WHOLE], people=[MANAGER])
    folder = tmp_path / "tale"
    folder.mkdir()
    monkeypatch.setattr(seeding, "STORIES", ("tale",))

    def write(*entries):
        (folder / "about.json").write_text(json.dumps(ABOUT))
        (folder / "acts.json").write_text(json.dumps(entries))
        return folder

    return write


def refused(entry):
    with pytest.raises(StoryWrong) as wrong:
        seeding.load(TODAY)
    return str(wrong.value).removeprefix(f"stories/tale/acts.json, entry {entry}: ")


def test_dates_in_words_lie_where_today_is_and_an_office_day_is_never_a_saturday(told):
    told(SUMMARY)

    seeding.load(TODAY)
    row = Partnership.objects.get(slug="town")

    # 4 January 2025 is a Saturday.
    assert row.summary == "Met on 6 January 2025, reported for Q4 2024/25."
    assert row.history.first().history_date.date() == datetime.date(2025, 1, 6)
    assert row.history.first().history_user == seeding.person(Role.PROGRAMME_MANAGER)


def test_three_quarters_later_everything_happened_three_quarters_later(told):
    told(SUMMARY)

    seeding.load(datetime.date(2027, 8, 1))

    summary = Partnership.objects.get(slug="town").summary
    assert summary == "Met on 6 October 2025, reported for Q3 2025/26."  # the 4th is a Saturday too


def test_nothing_is_told_ahead_of_today(told):
    story = Story(told(SUMMARY), datetime.date(2026, 10, 5))

    assert story.on("2026-12-21") == datetime.date(2026, 10, 4)
    assert Story(told(SUMMARY), datetime.date(2026, 10, 1)).on("2026-12-21") == datetime.date(2026, 10, 1)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"by": "deputy_mayor"}, "deputy_mayor is nobody in people.json. Nothing was loaded."),
        (
            {"on": "2024-12-15"},
            "15 December 2024 is outside the story, 16 December 2024 to 31 December 2026. "
            "Nothing was loaded.",
        ),
        (
            {"on": "2027-01-01"},
            "1 January 2027 is outside the story, 16 December 2024 to 31 December 2026. Nothing was loaded.",
        ),
        ({"on": "2025-02-30"}, "day is out of range for month. Nothing was loaded."),
        ({"do": "dance"}, "nobody knows how to dance. Nothing was loaded."),
        ({"row": ["southshire"]}, "Partnership matching query does not exist. Nothing was loaded."),
        ({"set": {"name": ""}}, "This field cannot be blank. Nothing was loaded."),
    ],
)
def test_what_cannot_be_played_names_its_file_and_entry(told, changed, sentence):
    told(SUMMARY, {**SUMMARY, **changed})

    assert refused(2) == sentence
    assert Partnership.objects.count() == 0


def test_an_entry_without_what_it_needs_says_what_is_missing(told):
    told({name: value for name, value in SUMMARY.items() if name != "model"})

    assert refused(1) == "model is missing or unknown. Nothing was loaded."


def test_the_command_says_the_same_sentence(told):
    told({**SUMMARY, "by": "deputy_mayor"})

    with pytest.raises(CommandError) as wrong:
        call_command("seed_demo")

    assert str(wrong.value) == (
        "stories/tale/acts.json, entry 1: deputy_mayor is nobody in people.json. Nothing was loaded."
    )
    assert Partnership.objects.count() == 0
