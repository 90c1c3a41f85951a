"""Django couples by strings, which import-linter cannot see: foreign keys, templates, addresses."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
STACK = ["core", "partnerships", "programmes", "funding", "governance"]
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMED = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
COMMENT = re.compile(r"\{% comment %\}.*?\{% endcomment %\}|\{#.*?#\}", re.DOTALL)
PAPER = "base_print.html"  # the PDF engine opens no address, so its shell carries style and fonts within
REVERSED = re.compile(r"""\{%\s*url\s+["'](\w+):""")


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
