"""What the README and the map of the code say is what the code does."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from django.apps import apps

from core.policy_text import policy_table
from tests.contracts.test_layers import STACK

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text()
MAP = (ROOT / "docs/map.md").read_text()
GUIDES = "".join(path.read_text() for path in sorted((ROOT / "docs/how-to").glob("*.md")))
COMMENT = re.compile(r"\{% comment %\}(.*?)\{% endcomment %\}", re.DOTALL)
CLASS = re.compile(r"\b((?:[a-z_]+\.)+)([A-Z]\w*[a-z]\w*)")
MODEL = re.compile(r"`(\w+)\.([A-Z]\w+)`((?:, `[A-Z]\w+`)*)")


def test_the_policy_it_prints_is_the_policy_in_force():
    printed = README.split("<!-- policy -->\n")[1].split("\n<!-- /policy -->")[0]

    assert printed == policy_table()


def test_the_files_it_names_are_there():
    named = [words.split(")")[0] for words in README.split("](")[1:]]

    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("text", [MAP, GUIDES], ids=["map", "guides"])
def test_every_place_on_the_map_and_in_the_guides_is_there(text):
    places = [
        name.replace("<app>", "*")
        for name in re.findall(r"`([^`\s]+/[^`\s]*)`", text)
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


def modules_of_classes():
    """{name of a class: the modules that hold one of that name}, over our apps."""
    modules = defaultdict(set)
    for path in ROOT.glob("*/**/*.py"):
        folders = path.relative_to(ROOT).parts
        if folders[0] in STACK and "migrations" not in folders:
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            for name in re.findall(r"^class (\w+)", path.read_text(), re.MULTILINE):
                modules[name].add(module)
    return modules


def test_a_class_named_at_the_head_of_a_template_is_where_it_says():
    """A package may stand for its modules; what begins in the template's own app needs no app before it."""
    modules, named, wrong = modules_of_classes(), 0, []
    for template in sorted((ROOT / "templates").rglob("*.html")):
        for comment in COMMENT.findall(template.read_text()):
            for place, name in CLASS.findall(comment):
                named += 1
                if not any(f".{place}" in f".{module}." for module in modules[name]):
                    wrong.append(f"{template.relative_to(ROOT)}: {place}{name}")

    assert named > 40
    assert wrong == []
