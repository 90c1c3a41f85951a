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
    return [(str(one.person.pk), _words(one)) for one in chasing_by_hand(row, today).digests]


def not_reminded(row: Round, today: date) -> list[str]:
    """Who is missing something and gets no letter now, in sentences."""
    return _silent(chasing_by_hand(row, today))


def remind(row: Round, people: set[str], *, by: Any, now: datetime) -> str:
    """Send the letters of these people, by their ids, and say to whom they went and to whom not."""
    today = london_day(now)
    chosen = [one for one in chasing_by_hand(row, today).digests if str(one.person.pk) in people]
    sent = [one for one in chosen if services.send_digest(one, today=today, now=now, by=by)]
    names = listed([str(one.person) for one in sent])
    said = [f"{counted(len(sent), 'letter')} sent to {names}."] if sent else []
    left = [str(one.person) for one in chosen if one not in sent]
    if left:
        said.append(f"The letter to {listed(left)} could not be sent. Try again later.")
    return " ".join(said) or "Nobody was written to."


def _words(one: Digest) -> str:
    """As in: Officer (ES-01 and ES-02), to Deputy who stands in."""
    about = f"{one.person} ({listed([asked.reference for asked in one.updates])})"
    return f"{about}, to {listed([str(to) for to in one.to])} who stands in" if one.is_in_place else about


def _silent(chasing: Chasing) -> list[str]:
    said = []
    if chasing.had:
        names = listed([str(one) for one in chasing.had])
        said.append(f"{names} had a letter today already. Nobody gets two in one day.")
    said += [
        f"Nobody can be asked for {update}: it has no lead, and its owner no officer."
        for update in chasing.nobody
    ]
    return said
