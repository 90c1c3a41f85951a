"""Django couples by strings, which import-linter cannot see: foreign keys, templates, addresses."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
STACK = ["core", "partnerships", "programmes", "funding", "governance", "fixtures"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMED = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", re.DOTALL)
PAPER = "base_print.html"  # the PDF engine opens no address, so its shell carries style and fonts within
REVERSED = re.compile(r"""\{%\s*url\s+["'](\w+):""")

# An app above core, or something in one: a module, a model, an address.
ABOVE_CORE = re.compile(rf"(?:{'|'.join(STACK[1:])})(?:[.:]|$)")
POLICY = ROOT / "core" / "permissions.py"  # its table is about kinds of rows, and asks no module for them


def height(app_label: str) -> int:
    """An app's place in the stack; Django's and libraries' own apps lie below all of it."""
    return STACK.index(app_label) if app_label in STACK else -1


def test_foreign_keys_point_down_the_stack():
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.is_relation
        and model._meta.app_label in STACK
        and height(field.related_model._meta.app_label) > height(model._meta.app_label)
    ]

    assert upward == []


def named_above_core(path: Path) -> Iterator[str]:
    """Every string in a file that names an app above core or something in one."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and ABOVE_CORE.match(node.value):
            yield node.value


def files_in(folder: str) -> list[Path]:
    return [path for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts]


def test_core_names_nothing_above_it_by_a_string():
    named = {str(path): list(named_above_core(path)) for path in files_in("core") if path != POLICY}

    assert len(named) > 40
    assert {path: names for path, names in named.items() if names} == {}


def test_the_policy_names_kinds_of_rows_and_apps_and_no_module():
    kinds = {model._meta.label_lower for model in apps.get_models()}

    assert set(named_above_core(POLICY)) - kinds <= set(STACK)


def test_settings_name_two_functions_of_the_apps_and_addresses_their_addresses():
    named = {name for path in files_in("config") for name in named_above_core(path) if "." in name}

    assert named == {settings.GRANT_SOURCE, settings.PEOPLE_SOURCE} | {f"{app}.urls" for app in STACK[1:]}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_templates_use_shells_components_and_their_own_app_only(template):
    home = template.relative_to(ROOT / "templates").parts[0]
    allowed = {home, "components", "core"}

    foreign = [
        name
        for name in NAMED.findall(template.read_text())
        if "/" in name
        and name.split("/")[0] not in allowed
        and not (home == "admin" or name.startswith("django/"))
    ]

    assert foreign == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_templates_reverse_addresses_of_their_own_app_or_below(template):
    home = template.relative_to(ROOT / "templates").parts[0]
    if home not in STACK:
        return

    upward = [app for app in REVERSED.findall(template.read_text()) if height(app) > height(home)]

    assert upward == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_holds_a_style_or_a_script(template):
    text = COMMENT.sub("", template.read_text())
    if template.name == PAPER:
        return

    assert re.findall(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son\w+=|hx-on|javascript:", text) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_only_the_shells_and_the_last_resort_open_a_document(template):
    name = str(template.relative_to(ROOT / "templates"))

    assert ("<html" in template.read_text()) == (
        name in {"base.html", "base_letter.html", "base_print.html", "500.html"}
    )
