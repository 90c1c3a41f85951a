"""Every refusal is a written page with the right status."""

import pytest
from django.test import Client, override_settings
from django.urls import path

from config.urls import urlpatterns as real


def break_down(request):
    raise RuntimeError("secret detail")


urlpatterns = [*real, path("break/", break_down)]


@pytest.fixture
def signed_in(client, manager):
    client.force_login(manager)
    return client


def test_an_unknown_address_is_a_written_404(signed_in):
    page = signed_in.get("/no/such/page/")

    assert page.status_code == 404
    assert b"Joint Plan" in page.content


@override_settings(ROOT_URLCONF="tests.core.test_refusals", DEBUG_PROPAGATE_EXCEPTIONS=False)
def test_a_breakdown_is_a_written_500_without_detail(manager, django_assert_num_queries):
    client = Client(raise_request_exception=False)
    client.force_login(manager)

    page = client.get("/break/")

    assert page.status_code == 500
    assert b"secret detail" not in page.content
    assert b"<h1" in page.content


def test_a_form_from_an_old_page_is_a_written_403(manager):
    client = Client(enforce_csrf_checks=True)
    client.force_login(manager)

    page = client.post("/sign-out/")

    assert page.status_code == 403
    assert b"<h1" in page.content


@override_settings(DATA_UPLOAD_MAX_MEMORY_SIZE=10)
def test_too_much_sent_is_a_written_413(signed_in, board):
    page = signed_in.post("/p/tees/boards/JC/edit/", {"name": "x" * 1000})

    assert page.status_code == 413
    assert b"<h1" in page.content


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=2)
def test_too_many_fields_are_a_written_413(signed_in, board):
    page = signed_in.post("/p/tees/boards/JC/edit/", {str(n): "x" for n in range(5)})

    assert page.status_code == 413


@pytest.mark.parametrize("bad", ["?page=99", "?page=x", "?page=-1"])
def test_a_page_that_is_not_there_is_a_404(signed_in, board, bad):
    assert signed_in.get(f"/p/tees/boards/{bad}").status_code == 404


@pytest.mark.parametrize("address", ["/accessibility/", "/privacy/", "/contact/", "/health/"])
def test_the_pages_about_the_site_need_no_sign_in(client, db, address):
    assert client.get(address).status_code == 200


def test_the_content_policy_allows_nothing_inline(signed_in, board):
    policy = signed_in.get("/p/tees/boards/JC/").headers["Content-Security-Policy"]

    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
