"""Log lines say which request and which actor, by number, and nothing personal."""

import logging

from core.logs import ContextFilter


def lines(caplog):
    keeper = ContextFilter()
    return [(record, keeper.filter(record)) for record in caplog.records]


def test_a_refusal_is_logged_with_request_and_actor_and_without_a_name(client, manager, caplog):
    client.force_login(manager)

    with caplog.at_level(logging.WARNING):
        client.get("/no/such/page/")

    records = [record for record, _kept in lines(caplog) if record.name == "django.request"]
    assert [record.actor_id for record in records] == [str(manager.pk)]
    assert all(len(record.request_id) == 12 for record in records)
    assert manager.email not in caplog.text
    assert manager.name not in caplog.text


def test_outside_a_request_the_ids_are_empty(caplog):
    with caplog.at_level(logging.WARNING):
        logging.getLogger("core").warning("Something")

    [(record, kept)] = lines(caplog)
    assert (record.request_id, record.actor_id, kept) == ("-", "-", True)
