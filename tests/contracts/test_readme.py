"""What the README and the map of the code say is what the code does."""

import re
from pathlib import Path

from django.apps import apps

from core.policy_text import policy_table

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
MAP = (ROOT / "docs/map.md").read_text()
MODEL = re.compile(r"`(\w+)\.([A-Z]\w+)`((?:, `[A-Z]\w+`)*)")


def test_the_policy_it_prints_is_the_policy_in_force():
    printed = README.split("<!-- policy -->\n")[1].split("\n<!-- /policy -->")[0]

    assert printed == policy_table()


def test_the_files_it_names_are_there():
    named = [words.split(")")[0] for words in README.split("](")[1:]]

    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_place_on_the_map_is_there():
    places = [
        name.replace("<app>", "*")
        for name in re.findall(r"`([^`\s]+/[^`\s]*)`", MAP)
        if not name.startswith("/")
    ]

    assert len(places) > 20
    # A place without its ending is a module in one app and a package in another.
    assert [one for one in places if not any(list(ROOT.glob(each)) for each in (one, f"{one}.py"))] == []


def test_every_word_on_the_map_that_is_a_row_has_its_table():
    named = [
        (app, name)
        for app, first, others in MODEL.findall(MAP)
        for name in (first, *re.findall(r"[A-Z]\w+", others))
    ]

    assert len(named) > 30
    assert [one for one in named if one[1].lower() not in apps.all_models[one[0]]] == []
