"""Every address, by every role, compared with the policy. An address without a row in addresses.py fails.

200 where the policy allows, 403 where the row can be read but not that, 404 where it cannot be read at
all, and the sign-in page for whoever has not signed in.
"""

import pytest
from django.test import Client
from django.urls import reverse

from tests.contracts import addresses
from tests.contracts.addresses import (
    DEMONSTRATION,
    FORMS,
    OPEN,
    OWN_FORMS,
    PAGES,
    PUBLIC,
    SECRET,
    SIGNED_IN,
    STAFF,
)
from tests.thorough import kept_when_fast

PARTS = (
    "administrator",
    "programme manager",
    "theme lead",
    "lead of another theme",
    "officer",
    "officer of another action",
    "committee secretary",
    "committee secretary of the board",
    "clearance officer",
    "chief executive",
    "partner officer",
    "officer of another partner",
)
# Whose work it is: reads most, sends what is theirs, and is refused the rest.
KEPT = ("officer",)
every_part = pytest.mark.parametrize("part", kept_when_fast(PARTS, KEPT))
SHARED = {name for name, needs in (PAGES | FORMS).items() if addresses.is_shared(needs.model)}
REFUSED = (403, 404, 405)
# Where pages about signing in send somebody who has: home, or to setting and changing the password.
ELSEWHERE = ("/", "/password/set/", "/password/first/", "/password/change/")


def signed_in(user):
    """A client of the person's own."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def test_every_address_has_a_row():
    kinds = [set(PAGES), SIGNED_IN, STAFF, OPEN, PUBLIC, SECRET, DEMONSTRATION]

    assert {name for name, _ in addresses.named()} == set().union(*kinds)
    assert sum(map(len, kinds)) == len(set().union(*kinds))


def test_every_form_has_a_row():
    ours = {name for name, view in addresses.named() if addresses.takes_forms(view)}

    assert {name for name in ours if ":" in name} == set(FORMS) | OWN_FORMS


def test_every_part_is_played(world):
    assert tuple(world.people) == PARTS
    assert {person.role.value for person in world.people.values()} | {"public"} == set(
        one.value for one in addresses.POLICY
    )


@every_part
def test_each_role_reads_what_the_policy_says_and_no_draft_of_somebody_else(world, part):
    person, wrong, drafts = world.people[part], {}, []
    client = signed_in(person.user)

    for name, needs in PAGES.items():
        for address in needs.addresses(world, name):
            want, answer = needs.expected(person), client.get(address)
            if answer.status_code != want:
                wrong[address] = (want, answer.status_code)
            if b"Tees draft words" in answer.getvalue():
                drafts.append(name)

    assert wrong == {}
    assert drafts == (["programmes:update"] if part in ("officer", "theme lead") else [])


@every_part
def test_each_role_sends_what_the_policy_says(world, part, undone):
    person, wrong = world.people[part], {}
    client = signed_in(person.user)

    for name, needs in FORMS.items():
        for address in needs.addresses(world, name):
            with undone():
                got = client.post(address, needs.data).status_code
            want = needs.expected(person)
            if (want == 200 and (got in REFUSED or got >= 500)) or (want != 200 and got != want):
                wrong[address] = (want, got)

    assert wrong == {}


def test_another_partnership_s_programme_manager_finds_nothing(world, elsewhere):
    client, wrong, told = signed_in(elsewhere.people["programme manager"].user), {}, []

    for rows, method in ((PAGES, client.get), (FORMS, client.post)):
        for name, needs in rows.items():
            for address in needs.addresses(world, name):
                got = method(address).status_code
                if got != 404 and name not in SHARED:
                    wrong[address] = got
    for name, needs in PAGES.items():
        for address in needs.addresses(elsewhere, name):
            if "Tees" in client.get(address).getvalue().decode(errors="replace"):
                told.append(address)

    assert wrong == {}
    assert told == []


def test_rows_of_the_whole_installation_are_read_by_all_and_changed_by_administrators(world, elsewhere):
    body = {"code": world["organisation"].code}
    page = reverse("partnerships:organisation", kwargs=body)
    history = reverse("partnerships:organisation_history", kwargs=body)
    client = signed_in(elsewhere.people["programme manager"].user)

    assert [client.get(one).status_code for one in (page, history)] == [200, 200]
    assert client.post(history, {"version": "1"}).status_code == 403
    assert world["partnership"].name not in client.get(page).content.decode()


@every_part
def test_everybody_signed_in_reaches_the_common_pages(world, elsewhere, part):
    person, wrong = world.people[part], {}
    client = signed_in(person.user)

    for name in SIGNED_IN | OPEN:
        page = client.get(addresses.plain_address(name))
        if page.status_code != 200 and page.headers.get("Location") not in ELSEWHERE:
            wrong[name] = page.status_code
    lists = [client.get(reverse(name)) for name in ("partnerships:list", "governance:all_reports")]
    gallery = client.get(reverse("components")).status_code

    assert wrong == {}
    assert [b"of Tees" in page.content for page in lists] == [True, True]
    assert [b"Elsewhere" in page.content for page in lists] == [part == "administrator"] * 2
    assert gallery == (200 if person.user.is_staff else 403)


def test_nobody_gets_in_without_signing_in(world):
    client, wrong = Client(), {}
    asked = [(name, needs, client.get) for name, needs in PAGES.items()]
    asked += [(name, needs, client.post) for name, needs in FORMS.items()]
    calls = [(address, ask) for name, needs, ask in asked for address in needs.addresses(world, name)]
    calls += [(addresses.plain_address(name), client.get) for name in STAFF | SIGNED_IN - {"account_logout"}]

    for address, ask in calls:
        answer = ask(address)
        if answer.status_code != 302 or answer.url != f"/sign-in/?next={address}":
            wrong[address] = (answer.status_code, answer.headers.get("Location"))

    assert wrong == {}


def test_anybody_opens_what_is_open(db):
    client = Client()

    wrong = {
        name: got
        for name in OPEN
        if (got := client.get(addresses.plain_address(name), follow=True).status_code) != 200
    }

    assert wrong == {}


@pytest.mark.parametrize(("report", "status"), [("public", 200), ("internal", 404), ("draft", 404)])
def test_the_public_reads_published_public_reports_and_nothing_else(world, report, status):
    client = Client()

    got = {name: client.get(addresses.public_address(name, world[report])).status_code for name in PUBLIC}

    assert got == dict.fromkeys(PUBLIC, status)


@pytest.mark.parametrize("demo", [True, False])
def test_nobody_finds_the_demonstration_s_pages_where_it_is_not_loaded(world, settings, demo):
    settings.DEMO = demo
    visitors = [Client(), signed_in(world.people["administrator"].user)]

    got = {
        (name, method): [getattr(one, method)(addresses.plain_address(name)).status_code for one in visitors]
        for name, method in (("fixtures:tour", "get"), ("fixtures:try_role", "post"))
    }

    assert got == {("fixtures:tour", "get"): [404, 404], ("fixtures:try_role", "post"): [404, 404]}
