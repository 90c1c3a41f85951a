"""Every page is drawn in every state of every kind: each two values of what a page depends on meet once."""

import random
from datetime import date
from itertools import combinations, product

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from core.change import bulk_writes
from core.domain.status import Confidence, Stage
from funding.models import Contribution, Phase, Split
from governance.models import Risk
from programmes.domain.rounds import RoundState, UpdateState
from tests.battery.covering import covering
from tests.battery.taken_back import taken_back
from tests.contracts.addresses import PAGES
from tests.contracts.test_every_url import PARTS
from tests.contracts.world import build_world
from tests.factories.governance_reports import nothing_drawn

WRITTEN = {200, 302, 403, 404}  # the page, its place elsewhere, or a refusal in words
# The row of the world and the column that each state is set in.
STATES = {
    "round": ("round", "state", list(RoundState)),
    "update": ("update", "state", list(UpdateState)),
    "answer": ("update", "stage", ["", *Stage]),
    "stage": ("action", "stage", list(Stage)),
    "confidence": ("action", "confidence", ["", *Confidence]),
    "due": ("action", "current_last", [None, date(2026, 3, 31), date(2026, 7, 6), date(2031, 1, 1)]),
    "owner": ("action", "owner", [None, "kept"]),
    "phase": ("phase", "state", list(Phase.State)),
    "split": ("split", "state", list(Split.State)),
    "contribution": ("contribution", "state", list(Contribution.State)),
    "risk": ("risk", "state", list(Risk.State)),
}
DAYS = [date(2026, 3, 31), date(2026, 4, 1), date(2026, 7, 14), date(2026, 7, 15), date(2028, 2, 29)]
FACTORS = {name: values for name, (_row, _column, values) in STATES.items()} | {
    "page": list(PAGES),
    "part": list(PARTS),
    "day": DAYS,
}


def test_every_two_values_meet():
    factors = {"a": [1, 2, 3], "b": ["x", "y"], "c": [True, False, None], "d": [0, 1]}

    rows = covering(factors, random.Random(7))

    for one, other in combinations(factors, 2):
        met = {(row[one], row[other]) for row in rows}
        assert met == set(product(factors[one], factors[other]))
    assert len(rows) < 3 * 2 * 3 * 2 / 2


@pytest.mark.battery
@pytest.mark.django_db
def test_every_page_is_written_in_every_pair_of_states(draw, seed, clock, tell, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with nothing_drawn():
        world = build_world("tees", "Tees")
        clients = {part: signed_in(world.people[part].user) for part in PARTS}
        rows, drawn, impossible, wrong = covering(FACTORS, draw), 0, 0, []
        while rows and clock.has_time():
            row = rows.pop()
            with time_machine.travel(row["day"], tick=False), taken_back():
                if not placed(world, row):
                    impossible += 1
                    continue
                wrong += [f"{problem} in {row}" for problem in problems(world, clients, row)]
            drawn += 1
    print(
        f"{drawn} pages drawn in pairs of states, {impossible} states that no rule allows, {len(rows)} left"
    )
    assert wrong == [], f"seed {seed}"
    assert drawn >= 20


def signed_in(user):
    """A client of the person's own; a breakdown is an answer, as it is for people."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def placed(world, row):
    """Whether the database lets the world be in these states; it then is."""
    try:
        with transaction.atomic(), bulk_writes():
            for name, (place, column, _values) in STATES.items():
                if row[name] != "kept":
                    held = world[place]
                    type(held)._base_manager.filter(pk=held.pk).update(**columns(held, column, row[name]))
    except IntegrityError:
        return False
    return True


def columns(held, column, value):
    """The columns that hold the value: a date that people word has three, and a round's plan is one's own."""
    if column == "current_last":
        wording = f"{value.day} {value:%B %Y}" if value else ""
        return {"current_first": value, "current_last": value, "current_wording": wording}
    return {column: value}


def problems(world, clients, row):
    """What is wrong with the answers of the row's page, in words."""
    for address in PAGES[row["page"]].addresses(world, row["page"]):
        answer = clients[row["part"]].get(address)
        if answer.status_code not in WRITTEN:
            yield f"{address} answered {answer.status_code}"
