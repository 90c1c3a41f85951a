"""What people, links and machines get wrong: every address answers with a written page, never a breakdown.

Asked by an administrator, who reaches everything, so that nothing is refused before it is read.
"""

from html.parser import HTMLParser
from urllib.parse import quote_plus, unquote

import pytest
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import resolve, reverse

from tests.contracts.addresses import FORMS, PAGES, PUBLIC, public_address
from tests.contracts.test_every_admin_page import MODELS, address, row_of
from tests.thorough import each_app, of_app

NUL, SURROGATE, HUGE, DIGITS, SQUARE = "%00", "%ED%A0%80", "9" * 20, "9" * 5000, "%C2%B2"
LONG = "x" * 5000
EVERY_PAGE = (
    "page=x&theme=../../&unknown=1",
    f"page={DIGITS}",
    f"page={HUGE}",
    f"page={SQUARE}",
    f"page={NUL}&{NUL}={NUL}&at={SURROGATE}",
)
# What pages read from their address, beside the page of a list.
READ = {
    "programmes:plan": ("text", "theme", "status", "owner", "lead", "overdue", "quarter"),
    "programmes:plan_export": ("text", "theme", "status", "owner", "lead", "overdue", "quarter"),
    "funding:table_csv": ("phase", "option", "split"),
    "funding:table_xlsx": ("phase", "option", "split"),
    "governance:risks": ("state", "band", "owner", "review", "quarter", "sort"),
    "governance:risk_map": ("stage",),
    "governance:decisions": ("state", "board", "sort"),
    "governance:moves": ("state", "decision", "sort"),
    "governance:report_add": ("from",),
    "governance:section_insert": ("after",),
}
LISTS = ("partnerships:list", "governance:all_reports")
VALUES = ("nonsense", "../../", "2026-27-q9", NUL, SURROGATE, HUGE, SQUARE, LONG)
WRONG_PARTS = ("nonsense", "x" * 300, NUL, SURROGATE, HUGE)
WRONG_NUMBERS = (HUGE, "0", "x")
WRONG_QUARTERS = ("2026-27-q9", "2026-29-q1", "1900-01-q1", "2199-00-q4", "1899-00-q1", "9999-00-q4")
TYPED = (
    "nonsense",
    "x" * 20_000,
    NUL,
    SURROGATE,
    HUGE,
    SQUARE,
    "NaN",
    "1e999999",
    "2026-02-30",
    "31/12/9999",
)
TYPED_IN_ADMIN = ("nonsense", LONG, NUL, HUGE)
VERSIONS = ("", "0", "-1", HUGE, DIGITS, SQUARE, "nonsense")
BODIES = {
    "multipart/form-data": b"no boundary",
    "multipart/form-data; boundary=here": b"--here\r\nno disposition",
    "application/json": b"{",
    "application/x-www-form-urlencoded": b"%00=%FF&" + b"a=1&" * 50,
}


@pytest.fixture
def client(world):
    """The administrator's; a breakdown is an answer with status 500, as it is for people."""
    client = Client(raise_request_exception=False)
    client.force_login(world.people["administrator"].user)
    return client


def problem(answer, *allowed):
    """What is wrong with an answer: its status, a traceback, or no written page; nothing when it is right."""
    if answer.status_code not in allowed:
        return answer.status_code
    if answer.status_code == 302 or not answer.headers["Content-Type"].startswith("text/html"):
        return None
    words = answer.getvalue().decode()
    if "Traceback" in words or "DETAIL:" in words:
        return "a traceback"
    return None if "<h1" in words else "no heading"


def every_address(world, rows, app):
    """Each of the app's names once with one of its addresses: of what is done with a round, reopening, which
    needs one."""
    return [(name, rows[name].addresses(world, name)[-1]) for name in of_app(app, rows)]


class Names(HTMLParser):
    """What a page's form would send: fields people fill, hidden ones with their value, buttons."""

    def __init__(self, page):
        super().__init__()
        self.typed, self.hidden, self.buttons = [], {}, []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        name, kind = given.get("name"), given.get("type")
        if not name or name == "csrfmiddlewaretoken":
            return
        if tag == "button":
            self.buttons.append((name, given.get("value", "")))
        elif tag == "input" and kind == "hidden":
            self.hidden[name] = given.get("value", "")
        elif tag in ("input", "select", "textarea") and name not in self.typed:
            self.typed.append(name)


def sent(client, where, pairs):
    """A form sent as given, already encoded."""
    body = "&".join(f"{quote_plus(name)}={value}" for name, value in pairs)
    return client.post(where, body, content_type="application/x-www-form-urlencoded")


def dealt(names, values, turn):
    """A value for each field, dealt out in turn, so that one form holds all of them."""
    return [(name, values[(place + turn) % len(values)]) for place, name in enumerate(names)]


@each_app(PAGES, PUBLIC, LISTS)
def test_every_page_takes_any_query_string(world, client, app):
    wrong = {}

    pages = every_address(world, PAGES, app)
    pages += [(name, public_address(name, world["public"])) for name in of_app(app, PUBLIC)]
    pages += [(name, reverse(name)) for name in of_app(app, LISTS)]
    for _, where in pages:
        for query in EVERY_PAGE:
            if found := problem(client.get(f"{where}?{query}"), 200, 400, 404):
                wrong[f"{where}?{query[:30]}"] = found

    assert wrong == {}


@each_app(READ)
def test_every_filter_takes_any_value(world, client, app):
    wrong = {}

    for name in of_app(app, READ):
        for where in PAGES[name].addresses(world, name):
            for query in [f"{key}={value}" for key in READ[name] for value in VALUES]:
                if found := problem(client.get(f"{where}?{query}"), 200, 400, 404):
                    wrong[f"{where}?{query[:40]}"] = found

    assert wrong == {}


@pytest.mark.parametrize("query", ["unknown=1", "status=nonsense", "theme=../../", "quarter=2026-27-q9"])
def test_a_list_says_in_words_that_it_cannot_be_filtered_like_that(client, query):
    page = client.get(f"/p/tees/plan/?{query}")

    assert page.status_code == 400
    assert "govuk-error-summary" in page.content.decode()


def wrong_parts(where):
    """The address with each of its parts that name a row put wrong."""
    for name, value in resolve(where).kwargs.items():
        text = getattr(value, "slug", str(value))
        if name == "kind" or f"/{text}" not in unquote(where):
            continue
        others = WRONG_NUMBERS if isinstance(value, int) else WRONG_PARTS
        for other in WRONG_QUARTERS if "quarter" in name else others:
            before, after = where.rsplit(text, 1) if name == "number" else where.split(text, 1)
            yield f"{before}{other}{after}"


@each_app(PAGES, FORMS)
def test_an_address_of_nothing_is_a_written_404(world, client, app):
    wrong = {}

    for rows, ask in ((PAGES, client.get), (FORMS, client.post)):
        for _, where in every_address(world, rows, app):
            for other in wrong_parts(where):
                if found := problem(ask(other), 404):
                    wrong[other[:120]] = found

    assert wrong == {}


@each_app(FORMS)
def test_every_form_takes_an_empty_body_and_one_that_is_none(world, client, undone, app):
    wrong = {}

    for _, where in every_address(world, FORMS, app):
        for kind, body in (("application/x-www-form-urlencoded", b""), *BODIES.items()):
            with undone():
                answer = client.post(where, body, content_type=kind)
            if found := problem(answer, 200, 302, 400, 403, 404, 409, 422):
                wrong[where, kind] = found

    assert wrong == {}


@each_app(FORMS)
def test_every_form_takes_anything_that_can_be_typed(world, client, undone, app):
    wrong = {}

    for _, where in every_address(world, FORMS, app):
        form = Names(client.get(where).getvalue().decode())
        bodies = [[*form.hidden.items(), *((name, value) for name in form.typed)] for value in TYPED]
        bodies += [
            [(name, version if name.endswith("version") else kept) for name, kept in form.hidden.items()]
            + [(name, "words") for name in form.typed]
            for version in VERSIONS
        ]
        bodies += [
            [*form.hidden.items(), (name, quote_plus(value)), *((field, "words") for field in form.typed)]
            for name, value in set(form.buttons)
        ]
        for pairs in dict.fromkeys(map(tuple, bodies)):  # a form without a version has one body, not seven
            with undone():
                answer = sent(client, where, pairs)
            if found := problem(answer, 200, 302, 400, 403, 404, 409, 422):
                wrong[where, str(pairs[-2:])[:80]] = found

    assert wrong == {}


def test_a_new_row_without_something_it_needs_is_checked_all_the_same(world):
    """Forms ask a row's own rules although a field was left empty: what is missing is said, not broken on."""
    wrong = {}

    for label, model in MODELS.items():
        kept = row_of(world, label).pk
        for field in [one for one in model._meta.concrete_fields if one.editable and not one.null]:
            row = model._base_manager.get(pk=kept)
            row.pk, row._state.adding = None, True
            setattr(row, field.attname, field.get_default())
            try:
                row.full_clean(exclude=[field.name])
            except ValidationError:
                continue
            except Exception as broken:
                wrong[f"{label}.{field.name}"] = repr(broken)

    assert wrong == {}


@pytest.mark.parametrize("version", [*VERSIONS, NUL])
def test_a_history_has_no_such_version(world, client, version):
    wrong = {}

    for name, needs in FORMS.items():
        if name.endswith("_history"):
            where = needs.addresses(world, name)[-1]
            answer = sent(client, where, [("version", version)])
            if found := problem(answer, 404):
                wrong[where] = found

    assert wrong == {}


@pytest.mark.parametrize("version", ["", "0", "-1", "2", HUGE, SQUARE, "nonsense"])
def test_a_form_of_a_version_that_never_was_saves_nothing_and_says_so(world, client, version):
    board = world["board"]
    where = f"/p/tees/boards/{board.reference}/edit/"
    form = Names(client.get(where).getvalue().decode())

    page = sent(
        client,
        where,
        [(name, version if name == "version" else "words") for name in ("version", *form.typed)],
    )

    board.refresh_from_db()
    assert (page.status_code, board.version) == (422, 1)
    assert "not sent as it was drawn" in page.content.decode()


@each_app(MODELS)
def test_the_admin_takes_any_query_string_and_any_number(world, client, app):
    wrong = {}

    for label in of_app(app, MODELS):
        asked = [f"{address(label, 'changelist')}?{query}" for query in (*EVERY_PAGE, "p=x", "o=x.1", "e=1")]
        asked += [f"{address(label, 'changelist')}?q={value}" for value in (NUL, SURROGATE)]
        for page in ("change", "history", "restore"):
            asked += [address(label, page, "X").replace("X", part) for part in (HUGE, "x", NUL)]
        for where in asked:
            if found := problem(client.get(where), 200, 302, 400, 403, 404):
                wrong[where[:100]] = found

    assert wrong == {}


@each_app(MODELS)
def test_the_admin_s_forms_take_anything(world, client, undone, app):
    wrong = {}

    for label in of_app(app, MODELS):
        row = row_of(world, label)
        # Between the two pages, which share their fields, each field gets each value.
        for where, turns in ((address(label, "add"), (0, 1)), (address(label, "change", row.pk), (2, 3))):
            form = Names(client.get(where).getvalue().decode())
            bodies = [[*form.hidden.items(), *dealt(form.typed, TYPED_IN_ADMIN, turn)] for turn in turns]
            for pairs in ([], *bodies):
                with undone():
                    answer = sent(client, where, pairs)
                if found := problem(answer, 200, 302, 400, 403, 404, 409, 422):
                    wrong[where, str(pairs[-1:])[:60]] = found
        restored = sent(client, address(label, "restore", row.pk), [("version", DIGITS)])
        # 403 where words come back through a service only.
        if found := problem(restored, 302, 403):
            wrong[label] = found

    assert wrong == {}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("0", b"\x00\xff\xfe"),
        ("0", b""),
        ("0", b"partnership\n\x00\n"),
        ("0", b"\r\r\n,reference\nwest,JC\n"),
        ("1", b"no workbook"),
        ("x", b"a,b\n"),
    ],
)
def test_the_admin_says_what_is_wrong_with_a_file(world, client, kind, content):
    wrong = {}

    for label in ("partnerships.board", "programmes.action", "funding.phase"):
        file = SimpleUploadedFile("rows.csv", content)
        answer = client.post(address(label, "import"), {"format": kind, "import_file": file})
        if found := problem(answer, 200, 400):
            wrong[label] = found

    assert wrong == {}
    assert admin.site.is_registered(MODELS["partnerships.board"])
