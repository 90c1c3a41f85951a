"""Every person of the demonstration walks from page to page."""

from __future__ import annotations

import datetime
import io
import itertools
import random
import re
from collections import Counter, deque
from collections.abc import Iterator
from unittest import mock
from urllib.parse import urldefrag, urljoin, urlsplit

import time_machine
from django.core.management import call_command
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import Resolver404, resolve

from core.models import User
from tests.page_words.reading import PageReader, file_words

MOMENT = datetime.datetime(2026, 11, 22, 9, 30, tzinfo=datetime.UTC)
NOBODY = "nobody"
PEOPLE = (
    "administrator",
    "programme-manager",
    "theme-lead",
    "officer",
    "committee-secretary",
    "clearance-officer",
    "chief-executive",
    "partner-officer",
    NOBODY,
)
STARTS = ("/", "/admin/", "/sign-in/", "/tour/", "/public/reports/", "/help/components/", "/updates/")
MOST_OF_A_KIND = 3  # pages of one route for one person
# What Django's own pages link to in hundreds of combinations, and what holds no words.
LEFT_OUT = re.compile(r"/static/|/admin/jsi18n/|/admin/.*\?|/admin/.*/(export|delete|password)/|/sign-out/")

Words = dict[str, list[str]]


def all_words() -> Words:
    """The lines of every page by person and address; loads the demonstration into the empty database."""
    spoken: Words = {}
    # Tokens, digests and names of files are drawn from the system's random bytes.
    with (
        time_machine.travel(MOMENT, tick=False),
        mock.patch("os.urandom", random.Random(1).randbytes),
        mock.patch("secrets.token_urlsafe", side_effect=(f"token-{number}" for number in itertools.count(1))),
    ):
        call_command("seed_demo", "--today", MOMENT.date().isoformat(), verbosity=0, stdout=io.StringIO())
        for name in PEOPLE:
            client = Client()
            if name != NOBODY:
                client.force_login(User.objects.get(email=f"{name}@example.org"))
            spoken |= {f"{name} {address}": lines for address, lines in walk(client)}
    return spoken


def walk(client: Client) -> Iterator[tuple[str, list[str]]]:
    """Every page that links lead one person to, nearest first, with its lines; a few of each kind."""
    waiting, known = deque(STARTS), set(STARTS)
    read: Counter[str] = Counter()
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        read[kind] += 1
        if read[kind] > MOST_OF_A_KIND:
            continue
        lines, links = page_of(client.get(address))
        yield address, lines
        for link in sorted(links):
            target = urldefrag(urljoin(address, link)).url
            if target.startswith("/") and target not in known and not LEFT_OUT.match(target):
                known.add(target)
                waiting.append(target)


def page_of(response: HttpResponseBase) -> tuple[list[str], set[str]]:
    """An answer's status with its lines, and the addresses it leads to."""
    sent_on = response.headers.get("Location", "")
    content: bytes = response.getvalue()  # type: ignore[attr-defined] # every response of ours has it
    media = response.headers.get("Content-Type", "").split(";")[0]
    status = f"{response.status_code} {sent_on}".strip()
    if media != "text/html":
        return [status, *file_words(content, media)], {sent_on} - {""}
    reader = PageReader()
    reader.feed(content.decode())
    return [status, *reader.words()], {*reader.links, sent_on} - {""}


def kind_of(address: str) -> str:
    """Which kind of page an address is: its route, and the names of what is asked of it."""
    parts = urlsplit(address)
    try:
        route = resolve(parts.path).route
    except Resolver404:
        route = "nowhere"
    return f"{route}?{'&'.join(sorted(part.split('=')[0] for part in parts.query.split('&')))}"


def differences(before: Words, after: Words) -> Iterator[str]:
    """A line for each page that is gone or new, and the first line of words of each page that differs."""
    for place in sorted(before.keys() | after.keys()):
        if place not in after:
            yield f"Gone: {place}"
        elif place not in before:
            yield f"New: {place}"
        elif before[place] != after[place]:
            pairs = itertools.zip_longest(before[place], after[place], fillvalue="")
            was, now = next((was, now) for was, now in pairs if was != now)
            yield f"Other words: {place}\n  - {was[:200]}\n  + {now[:200]}"
