"""Letters that are sent by hand: to whom they can go, to whom not and why, and what went."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from core.domain.moments import london_day
from core.domain.words import counted, listed
from programmes import services
from programmes.models import Round
from programmes.queries.chasing import Chasing, Digest, chasing_by_hand


def to_remind(row: Round, today: date) -> list[tuple[str, str]]:
    """The people who can be written to now, with what they have not sent."""
    return [(str(digest.person.pk), _words(digest)) for digest in chasing_by_hand(row, today).digests]


def not_reminded(row: Round, today: date) -> list[str]:
    """Who is missing something and gets no letter now, in sentences."""
    return _silent(chasing_by_hand(row, today))


def remind(row: Round, people: set[str], *, by: Any, now: datetime) -> str:
    """Send the letters of these people, by their ids, and say to whom they went and to whom not."""
    today = london_day(now)
    chosen = [digest for digest in chasing_by_hand(row, today).digests if str(digest.person.pk) in people]
    sent = [digest for digest in chosen if services.send_digest(digest, today=today, now=now, by=by)]
    names = listed([str(digest.person) for digest in sent])
    sentences = [f"{counted(len(sent), 'letter')} sent to {names}."] if sent else []
    left = [str(digest.person) for digest in chosen if digest not in sent]
    if left:
        sentences.append(f"The letter to {listed(left)} could not be sent. Try again later.")
    return " ".join(sentences) or "Nobody was written to."


def _words(digest: Digest) -> str:
    """As in: Officer (ES-01 and ES-02), to Deputy who stands in."""
    about = f"{digest.person} ({listed([update.reference for update in digest.updates])})"
    return (
        f"{about}, to {listed([str(to) for to in digest.to])} who stands in" if digest.is_in_place else about
    )


def _silent(chasing: Chasing) -> list[str]:
    sentences = []
    if chasing.had:
        names = listed([str(person) for person in chasing.had])
        sentences.append(f"{names} had a letter today already. Nobody gets two in one day.")
    sentences += [
        f"Nobody can be asked for {update}: it has no lead, and its owner no officer."
        for update in chasing.nobody
    ]
    return sentences
