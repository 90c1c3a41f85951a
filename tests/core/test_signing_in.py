"""Signing in by e-mail, being invited, being slowed down."""

import re

import pytest
from django.core import mail
from django.core.cache import cache

from tests.factories.core import UserFactory

PASSWORD = "four quiet words here"


@pytest.fixture
def person(db):
    cache.clear()
    user = UserFactory(email="officer@example.org", name="Officer")
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(client, password, email="officer@example.org"):
    return client.post("/sign-in/", {"login": email, "password": password})


def test_an_e_mail_address_and_a_password_open_the_door(client, person):
    page = sign_in(client, PASSWORD)

    assert (page.status_code, page.url) == (302, "/")


def test_a_wrong_password_is_refused_without_saying_whether_the_person_exists(client, person):
    known = sign_in(client, "wrong").content
    unknown = sign_in(client, "wrong", email="nobody@example.org").content

    words = [re.sub(rb"[\w.]+@example.org|[A-Za-z0-9]{64}", b"", page) for page in (known, unknown)]
    assert words[0] == words[1]


def test_guessing_is_stopped_and_the_right_password_then_waits_too(client, person):
    for _ in range(5):
        sign_in(client, "wrong")

    assert sign_in(client, PASSWORD).status_code == 200


def test_nobody_can_sign_themselves_up(client, db):
    page = client.get("/sign-up/")

    assert b"<form" not in page.content.split(b"<main")[1]


def test_an_administrator_invites_and_the_person_sets_a_password(client, administrator):
    cache.clear()
    client.force_login(administrator)
    client.post(
        "/admin/core/user/add/", {"email": "new@example.org", "name": "New officer", "is_active": "on"}
    )
    client.logout()

    link = re.search(r"http://testserver(/password/reset/\S+)", mail.outbox[0].body).group(1)
    form = client.get(link, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": PASSWORD, "password2": PASSWORD})

    assert mail.outbox[0].to == ["new@example.org"]
    assert sign_in(client, PASSWORD, email="new@example.org").status_code == 302


def test_a_programme_manager_cannot_make_users(client, manager):
    client.force_login(manager)

    assert client.get("/admin/core/user/add/").status_code == 403
