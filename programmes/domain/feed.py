"""A calendar of deadlines as the text other programs subscribe to: iCalendar, RFC 5545."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

LINE = 75  # octets, section 3.1


@dataclass(frozen=True)
class Deadline:
    """A day by which something is due. ``key`` stays the same when the day moves."""

    key: str
    day: date
    summary: str
    description: str
    url: str


def calendar(name: str, host: str, deadlines: Iterable[Deadline], now: datetime) -> str:
    """The deadlines as whole-day events, earliest first.

    ``host`` makes the events' names unique in the world (section 3.8.4.7); ``now`` is when they were written.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Joint Plan//Deadlines//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{escaped(name)}",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    stamp = f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for deadline in sorted(deadlines, key=lambda deadline: (deadline.day, deadline.key)):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{escaped(deadline.key)}@{host}",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{deadline.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{deadline.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{escaped(deadline.summary)}",
            f"DESCRIPTION:{escaped(deadline.description)}",
            f"URL:{deadline.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{folded(line)}\r\n" for line in lines)


def escaped(text: str) -> str:
    """A text as a value: backslash, comma, semicolon and line break are written so (section 3.3.11)."""
    plain = text.replace("\r\n", "\n").replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\n", "\\n")


def folded(line: str) -> str:
    """A line of any length as lines of at most 75 octets, no character broken (section 3.1)."""
    parts, room, part = [], LINE, ""
    for letter in line:
        size = len(letter.encode())
        if size > room:
            parts.append(part)
            part, room = "", LINE - 1  # the space that begins a continued line
        part += letter
        room -= size
    return "\r\n ".join([*parts, part])
