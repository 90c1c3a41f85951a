"""Files as they come when something went wrong: bytes lost, doubled and changed, workbooks whose parts are
missing or say something else, tables cut up and saved under another name."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

HOSTILE = (
    "\x00",
    "=1+1",
    "9" * 400,
    "x" * 40_000,
    "-1",
    "1e309",
    "NaN",
    "31/02/2026",
    "0000-00-00",
    "é\u202e\ufeff",
    '"',
    '"""\n"',
    "\r\r\n",
)
# Between the tags of a workbook's parts and inside them: what a broken program writes.
NUMBERS = ("-1", "0", "99999999999", "1e400", "x", "", "16385", "1048577")
ENCODINGS = ("utf-16", "utf-32", "latin-1", "utf-8-sig", "cp1252", "utf-7")


def mutated(content: bytes, name: str, draw: random.Random) -> tuple[bytes, str]:
    """The file after one to three accidents, and the name it comes under."""
    for _ in range(draw.randint(1, 3)):
        accidents = [*ANY, *(OF_WORKBOOKS if zipfile.is_zipfile(io.BytesIO(content)) else OF_TABLES)]
        content = draw.choice(accidents)(content, draw)
    if draw.random() < 0.1:
        name = draw.choice(("plan.xlsx", "plan.csv", "plan.xls", "plan.xlsm", "plan", ".csv", "plan.PDF"))
    return content, name


# --- Any file -------------------------------------------------------------------------------


def bytes_changed(content: bytes, draw: random.Random) -> bytes:
    """Some bytes are others."""
    changed = bytearray(content)
    for _ in range(draw.choice((1, 4, 40))):
        if changed:
            changed[draw.randrange(len(changed))] = draw.randrange(256)
    return bytes(changed)


def piece_lost(content: bytes, draw: random.Random) -> bytes:
    """A piece is missing, most often the end."""
    first, last = sorted(draw.randrange(len(content) + 1) for _ in range(2))
    return content[:first] if draw.random() < 0.4 else content[:first] + content[last:]


def piece_doubled(content: bytes, draw: random.Random) -> bytes:
    """A piece comes twice."""
    first, last = sorted(draw.randrange(len(content) + 1) for _ in range(2))
    return content[:last] + content[first:last] + content[last:]


# --- Tables of text -------------------------------------------------------------------------


def line_moved(content: bytes, draw: random.Random) -> bytes:
    """A line stands elsewhere, or twice, or not at all."""
    lines = content.split(b"\n")
    line = lines.pop(draw.randrange(len(lines)))
    for _ in range(draw.randrange(3)):
        lines.insert(draw.randint(0, len(lines)), line)
    return b"\n".join(lines)


def cell_replaced(content: bytes, draw: random.Random) -> bytes:
    """A cell holds what nobody expects there."""
    cells = content.split(b",")
    cells[draw.randrange(len(cells))] = draw.choice(HOSTILE).encode()
    return b",".join(cells)


def other_sign(content: bytes, draw: random.Random) -> bytes:
    """Another sign between the cells."""
    return content.replace(b",", draw.choice((b";", b"\t", b"|", b"", b",,", b'","')))


def other_encoding(content: bytes, draw: random.Random) -> bytes:
    """Saved by a program that writes letters another way."""
    return content.decode(errors="replace").encode(draw.choice(ENCODINGS), errors="replace")


# --- Workbooks ------------------------------------------------------------------------------


def part_lost(content: bytes, draw: random.Random) -> bytes:
    """A part of the workbook is missing, empty or cut off."""

    def lose(parts: dict[str, bytes]) -> None:
        name = draw.choice(sorted(parts))
        parts[name] = draw.choice((b"", parts[name][: len(parts[name]) // 2]))
        if draw.random() < 0.5:
            del parts[name]

    return _with_parts(content, lose)


def parts_swapped(content: bytes, draw: random.Random) -> bytes:
    """Two parts of the workbook stand in each other's place."""

    def swap(parts: dict[str, bytes]) -> None:
        one, other = draw.choice(sorted(parts)), draw.choice(sorted(parts))
        parts[one], parts[other] = parts[other], parts[one]

    return _with_parts(content, swap)


def number_replaced(content: bytes, draw: random.Random) -> bytes:
    """A number in a part, a row's place or a style's, is another."""
    return _with_text(content, draw, rb"(?<=[\">])[0-9]+(?=[\"<])", lambda: draw.choice(NUMBERS).encode())


def value_replaced(content: bytes, draw: random.Random) -> bytes:
    """A value between two tags is what nobody expects there."""
    return _with_text(content, draw, rb"(?<=>)[^<>]+(?=<)", lambda: draw.choice(HOSTILE).encode())


def tag_lost(content: bytes, draw: random.Random) -> bytes:
    """A tag is missing or comes twice."""
    return _with_text(content, draw, rb"<[^<>]+>", lambda: draw.choice((b"", b"<c><c>", b"</row>", b"<v/>")))


def attribute_replaced(content: bytes, draw: random.Random) -> bytes:
    """What an attribute says is something else: a reference to nowhere, a kind there is not."""
    values = ("", "A0", "ZZZZ1", "A1:A1048577", "inlineStr", "e", "b", "d", "rId99", "../../x", "-1")
    return _with_text(content, draw, rb"(?<==\")[^\"<>]*(?=\")", lambda: draw.choice(values).encode())


def _with_text(content: bytes, draw: random.Random, pattern: bytes, other: Callable[[], bytes]) -> bytes:
    def change(parts: dict[str, bytes]) -> None:
        name = draw.choice(sorted(parts))
        places = list(re.finditer(pattern, parts[name]))
        if places:
            place = draw.choice(places)
            parts[name] = parts[name][: place.start()] + other() + parts[name][place.end() :]

    return _with_parts(content, change)


def _with_parts(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The workbook with its parts changed, packed again; as it is when it cannot be unpacked any more."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = {name: packed.read(name) for name in packed.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return content
    if not parts:
        return content
    change(parts)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name or "part", part)
    return written.getvalue()


ANY = (bytes_changed, piece_lost, piece_doubled)
OF_TABLES = (line_moved, cell_replaced, other_sign, other_encoding)
OF_WORKBOOKS = (
    part_lost, parts_swapped, number_replaced, value_replaced, value_replaced, tag_lost, attribute_replaced,
)  # fmt: skip
