"""A fault in the demonstration's files is said with its file and row, and nothing is loaded."""

import pytest
from django.core.management import CommandError, call_command

from core.permissions import Role
from core.seeding import shifted
from partnerships.models import Organisation, Partnership
from tests.core.conftest import BODY, PEOPLE, WHOLE

pytestmark = pytest.mark.django_db
ROLES = ", ".join(Role)
HOST = {
    "model": "partnerships.host",
    "fields": {
        "partnership": ["town"],
        "organisation": ["town-bc"],
        "effective_from": "2024-05-01",
        "source": "Cabinet, 1 May 2024, paragraph 2.1",
    },
}


def changed(row, **fields):
    """The row with other fields; None takes one out."""
    left = {name: value for name, value in (row["fields"] | fields).items() if value is not None}
    return row | {"fields": left}


def refused():
    """What the command says when it refuses."""
    with pytest.raises(CommandError) as said:
        call_command("seed_demo", "--today", "2024-05-20")
    assert (Partnership.objects.count(), Organisation.objects.count()) == (0, 0)
    return str(said.value).splitlines()


def test_files_without_a_fault_are_loaded(files):
    files([BODY, WHOLE, HOST])

    call_command("seed_demo", "--today", "2024-05-20")

    assert [one.slug for one in Partnership.objects.all()] == ["town"]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (
            changed(HOST, source=None),
            "it does not say where it comes from. Its source has to begin with “Cabinet, 1 May 2024”.",
        ),
        (
            changed(HOST, source="Joint Committee, paragraph 2.1"),
            "it does not say where it comes from. Its source has to begin with “Cabinet, 1 May 2024”.",
        ),
        (
            changed(HOST, source="Cabinet, 1 May 2024"),
            "its source, “Cabinet, 1 May 2024”, names no paragraph, section, slide or heading of the paper.",
        ),
        (
            changed(HOST, effective_from="2024-05-02"),
            "2024-05-02 lies outside its story, which goes from 2024-04-01 to 2024-05-01.",
        ),
        (changed(HOST, effective_from="2024-04-31"), "2024-04-31 is not a day."),
        (
            changed(HOST, effective_from="2024-05-01", effective_to="2024-04-01"),
            "The last day, 1 April 2024, is before the first day, 1 May 2024. Change one of them.",
        ),
        (changed(HOST, organisation=["city"]), "there is no organisation called city before this row."),
        (changed(HOST, colour="red"), "Host has no field named 'colour'"),
    ],
)
def test_a_row_with_a_fault_is_named_and_nothing_is_loaded(files, row, fault):
    files([BODY, WHOLE, row])

    assert refused() == [f"777/01_all.json, row 3 (partnerships.host): {fault}", "Nothing was loaded."]


def test_every_fault_is_said_at_once(files):
    files([changed(BODY, source=None), WHOLE, changed(HOST, effective_from="2023-05-02")])

    assert [line.partition(":")[0] for line in refused()] == [
        "777/01_all.json, row 1 (partnerships.organisation)",
        "777/01_all.json, row 3 (partnerships.host)",
        "Nothing was loaded.",
    ]


def test_people_are_named_by_a_role_there_is(files):
    files([BODY, WHOLE], people=[PEOPLE[0] | {"role": "mayor"}])

    assert refused() == [
        f"people.json, row 1: “mayor” is nobody’s role. The roles are {ROLES}.",
        "Nothing was loaded.",
    ]


def test_a_person_in_a_row_is_the_person_of_a_role(files):
    lead = {
        "model": "governance.risk",
        "fields": {"lead": ["jo@example.org"], "source": "Cabinet, 1 May 2024, paragraph 3.1"},
    }
    files([BODY, WHOLE, lead])

    assert refused() == [
        "777/01_all.json, row 3 (governance.risk): "
        f"“jo@example.org” is nobody’s role. The roles are {ROLES}.",
        "Nothing was loaded.",
    ]


@pytest.mark.parametrize(
    ("year", "number", "quarters", "moved"),
    [(2026, 1, 1, (2026, 2)), (2026, 4, 1, (2027, 1)), (2026, 0, 1, (2027, 0)), (2026, 0, -3, (2026, 0))],
)
def test_a_row_s_quarter_moves_with_the_story_and_a_year_with_its_last_quarter(year, number, quarters, moved):
    found = shifted({"fields": {"year": year, "quarter_number": number}}, quarters)["fields"]

    assert (found["year"], found["quarter_number"]) == moved
