"""Every page of the admin, for every model, by who may use it and by who may not; and what it gives away.

What is expected follows from core.permissions.POLICY, as for our own pages.
"""

import io

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from core.admin import AuditedAdmin
from core.permissions import Verb
from core.transfer import resource_for
from tests.contracts.addresses import Needs, is_shared
from tests.thorough import each_app, kept_when_fast, of_app

MODELS = {
    model._meta.label_lower: model
    for model, registered in admin.site._registry.items()
    if isinstance(registered, AuditedAdmin)
}
LISTS = {"changelist": Verb.VIEW, "add": Verb.ADD, "import": Verb.IMPORT, "export": Verb.EXPORT}
# What has no form of its own for adding: made inside its parent, or by a service alone.
NOT_ADDED_HERE = {
    "programmes.reminder": ("add", "import"),
    "programmes.calendarfeed": ("add", "import"),
    "programmes.partnerlink": ("add", "import"),
    "funding.share": ("add", "import"),
    "governance.publication": ("add", "import"),
    "programmes.datechange": ("add", "import"),
    "programmes.savedview": ("add", "import"),
    "programmes.evidence": ("add",),
    "programmes.milestone": ("add",),
    "programmes.planimport": ("add", "import"),
    "programmes.update": ("add",),
}
PAGES = {"change": Verb.VIEW, "history": Verb.VIEW}
EXPORTS = {"csv": "0", "xlsx": "1"}
NO_STAFF = ("chief executive", "officer", "committee secretary", "partner officer")


def address(label, page, *args):
    """An address of the admin."""
    return reverse(f"admin:{label.replace('.', '_')}_{page}", args=args)


def addresses(label, row):
    """Every address of a model in the admin, with the verb it needs."""
    lists = {address(label, page): verb for page, verb in LISTS.items()}
    return lists | {address(label, page, row.pk): verb for page, verb in PAGES.items()}


def signed_in(user):
    """A client of the person's own."""
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def row_of(world, label):
    """A row of the model in the world; any row for what belongs to the installation."""
    model = MODELS[label]
    rows = model._base_manager.all()
    if not is_shared(label):
        rows = rows.filter(**{model.card.scope: world["partnership"].pk})
    elif label == "partnerships.contact":  # nobody's but the body's own
        rows = rows.filter(organisation=world["organisation"])
    return rows.first()


def content(answer):
    """Everything an answer says."""
    return answer.getvalue().decode(errors="replace")


def test_the_world_has_a_row_of_every_model(world):
    assert [label for label in MODELS if row_of(world, label) is None] == []


@each_app(MODELS)
def test_the_programme_manager_gets_what_the_policy_says(world, app):
    person = world.people["programme manager"]
    client, administrator, wrong = signed_in(person.user), signed_in(world.people["administrator"].user), {}

    for label in of_app(app, MODELS):
        for where, verb in addresses(label, row_of(world, label)).items():
            allowed, got = Needs(verb, label).allows(person, verb), client.get(where).status_code
            # What not even an administrator does there is done by a service: a publication is issued.
            if allowed and got != 200 and got != administrator.get(where).status_code:
                wrong[where] = got
            if not allowed and got not in (403, 404):
                wrong[where] = got

    assert wrong == {}


@each_app(MODELS)
def test_another_partnership_s_programme_manager_finds_nothing_of_this_one(world, elsewhere, app):
    client, told, wrong = signed_in(world.people["programme manager"].user), [], {}

    for label in of_app(app, MODELS):
        row = row_of(elsewhere, label)
        for where in addresses(label, row):
            answer = client.get(where)
            if "lsewhere" in content(answer):
                told.append(where)
            if answer.status_code not in (200, 302, 403, 404):
                wrong[where] = answer.status_code
        own = [client.get(address(label, page, row.pk)).status_code for page in PAGES]
        if not is_shared(label) and own != [302, 404]:
            wrong[label] = own

    assert told == []
    assert wrong == {}


@pytest.mark.parametrize("part", kept_when_fast(NO_STAFF, {"officer"}))
def test_whoever_is_not_staff_is_sent_to_sign_in(world, part):
    client, wrong = signed_in(world.people[part].user), {}

    for label in MODELS:
        for where in addresses(label, row_of(world, label)):
            answer = client.get(where)
            if answer.status_code != 302 or "/login/" not in answer.url:
                wrong[where] = answer.status_code

    assert wrong == {}


@each_app(MODELS)
def test_a_member_of_staff_without_a_grant_sees_nothing(world, app):
    user = world.people["chief executive"].user
    user.grants.all()._raw_delete("default")
    user.is_staff = True
    user.save()
    client = signed_in(user)

    got = {
        where: client.get(where).status_code
        for label in of_app(app, MODELS)
        for where in addresses(label, row_of(world, label))
    }

    assert set(got.values()) <= {302, 403, 404}


@pytest.mark.parametrize("kind", kept_when_fast(EXPORTS, {"csv"}))
def test_a_spreadsheet_names_nothing_of_another_partnership(world, elsewhere, kind):
    client, told, empty = signed_in(world.people["programme manager"].user), [], []

    for label, model in MODELS.items():
        name = resource_for(model).__name__.lower()
        ticked = {f"{name}_{field}": "on" for field in (*resource_for(model).fields,)}
        answer = client.post(address(label, "export"), {"format": EXPORTS[kind], "resource": "", **ticked})
        if answer.status_code == 403:
            continue
        text = sheet_text(answer.getvalue(), kind)
        if "elsewhere" in text.lower():
            told.append(label)
        if "tees" not in text.lower() and not is_shared(label):
            empty.append(label)

    assert told == []
    assert empty == []


def sheet_text(data, kind):
    """All cells of a file."""
    if kind == "csv":
        return data.decode()
    sheet = load_workbook(io.BytesIO(data)).active
    return "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)


def choosers():
    """Every field of the admin, inlines too, that looks rows up while somebody types."""
    for model, registered in admin.site._registry.items():
        parts = [registered, *(inline(model, admin.site) for inline in registered.inlines)]
        for part in parts:
            for name in part.autocomplete_fields:
                yield part.model._meta, name


def test_looking_rows_up_names_nothing_of_another_partnership(world, elsewhere):
    client, told, found = signed_in(world.people["programme manager"].user), [], 0

    for meta, name in sorted(set(choosers()), key=str):
        asked = {"app_label": meta.app_label, "model_name": meta.model_name, "field_name": name, "term": ""}
        answer = client.get(reverse("admin:autocomplete"), asked)
        if "Elsewhere" in content(answer) or answer.status_code not in (200, 403):
            told.append((str(meta), name, answer.status_code))
        found += content(answer).count("of Tees")

    assert told == []
    assert found > 0


def test_people_of_another_partnership_are_not_listed(world, elsewhere):
    stranger = elsewhere.people["officer"].user
    client = signed_in(world.people["programme manager"].user)

    listed = content(client.get("/admin/core/user/"))
    page = client.get(f"/admin/core/user/{stranger.pk}/change/")

    assert "Officer of Tees" in listed
    assert "Elsewhere" not in listed
    assert page.status_code == 302


def test_nobody_chooses_a_row_or_a_person_of_another_partnership(world, elsewhere):
    theme, stranger = world["theme"], elsewhere.people["officer"].user
    lead = theme.leads.get()
    client = signed_in(world.people["programme manager"].user)
    where = address("partnerships.lead", "change", lead.pk)
    shown = client.get(where).context["adminform"].form
    typed = {name: shown[name].value() for name in shown.fields if shown[name].value() is not None}

    answers = [
        client.post(where, typed | other)
        for other in ({"user": stranger.pk}, {"theme": elsewhere["theme"].pk})
    ]

    assert [sorted(answer.context["adminform"].form.errors) for answer in answers] == [["user"], ["theme"]]


@pytest.mark.parametrize(
    "label", ["auth.group", "account.emailaddress", "django_tasks_database.dbtaskresult"]
)
def test_what_libraries_keep_is_no_programme_manager_s(world, label):
    """A second address to sign in with would be another way into somebody's account."""
    client = signed_in(world.people["programme manager"].user)

    assert client.get(address(label, "changelist")).status_code == 403
    assert client.get(address(label, "add")).status_code == 403
    assert label.partition(".")[2] not in content(client.get("/admin/"))


@each_app(MODELS)
def test_an_administrator_reaches_every_page_but_what_services_alone_make(world, app):
    client = signed_in(world.people["administrator"].user)

    refused = {
        where: status
        for label in of_app(app, MODELS)
        for where in addresses(label, row_of(world, label))
        if (status := client.get(where).status_code) != 200
    }

    assert refused == {
        address(label, page): 403 for label in of_app(app, NOT_ADDED_HERE) for page in NOT_ADDED_HERE[label]
    }
