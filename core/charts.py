"""Charts as SVG text, drawn on the server: the same string on a page and in a printed paper.

Rules every chart here keeps. It is an image with a title that states the finding, because a
title is all a screen reader and a tagged PDF get. Looks are attributes, never styles, so the
strict content policy has nothing to refuse. Ids start with the chart's own, so two charts share
a page. Lengths across are percentages of whatever room there is, so words keep their size on a
phone. Every label is escaped. A chart never stands alone: each function names its table.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import escape

from core.domain.money import pounds
from core.domain.status import Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import sentence_case

INK = "#1b1f2a"
WHITE = "#ffffff"
COST = "#0f4c4a"
FUNDING = "#4fb08a"
FONT = "Source Sans 3, Arial, sans-serif"

# What fills a segment: a colour, or the name of a pattern below. Worst first; complete never
# stands beside off track, whose greys are close, and is hatched besides.
FILLS = {
    Status.OFF_TRACK: "#8e1220",
    Status.AT_RISK: "#f5c24b",
    Status.ON_TRACK: "#4fb08a",
    Status.COMPLETE: "complete",
    Status.NOT_STARTED: WHITE,
    Status.PAUSED: "paused",
    Status.STOPPED: "stopped",
    Status.NO_UPDATE: "no-update",
}

# Name: size of the tile, how far it is turned, and what is drawn on its ground.
PATTERNS = {
    "complete": (
        6,
        45,
        '<rect width="6" height="6" fill="#2f5da8"/><rect width="1.5" height="6" fill="#ffffff"/>',
    ),
    "paused": (
        14,
        0,
        '<rect width="14" height="14" fill="#ffffff"/><path d="M3 0v14M7 0v14" stroke="#1b1f2a"/>',
    ),
    "stopped": (
        12,
        0,
        '<rect width="12" height="12" fill="#ffffff"/><path d="M2 6h8" stroke="#1b1f2a" stroke-width="2"/>',
    ),
    "no-update": (
        4,
        45,
        '<rect width="4" height="4" fill="#ffffff"/><rect width=".8" height="4" fill="#4a5162"/>',
    ),
    "gap": (
        8,
        45,
        '<rect width="8" height="8" fill="#ffffff"/><rect width="1.4" height="8" fill="#1b1f2a"/>',
    ),
}

# Drawn in a box 12 units square.
SHAPES = {
    Status.OFF_TRACK: '<path d="M6 .6 11.6 11.2H.4Z" fill="#8e1220" stroke="#1b1f2a" stroke-width=".8"/>',
    Status.AT_RISK: '<path d="M6 .5 11.5 6 6 11.5.5 6Z" fill="#f5c24b" stroke="#1b1f2a"/>',
    Status.ON_TRACK: '<circle cx="6" cy="6" r="5.3" fill="#4fb08a" stroke="#1b1f2a"/>',
    Status.COMPLETE: (
        '<rect x=".5" y=".5" width="11" height="11" rx="1" fill="#2f5da8" stroke="#1b1f2a"/>'
        '<path d="M2.8 6.2 5 8.5 9.3 3.6" fill="none" stroke="#ffffff" stroke-width="1.6"/>'
    ),
    Status.NOT_STARTED: (
        '<circle cx="6" cy="6" r="5.2" fill="#ffffff" stroke="#1b1f2a"'
        ' stroke-width="1.2" stroke-dasharray="2.2 1.4"/>'
    ),
    Status.PAUSED: '<path d="M2 .7h2.8v10.6H2ZM7.2.7H10v10.6H7.2Z" fill="#1b1f2a"/>',
    Status.STOPPED: (
        '<rect x=".3" y=".3" width="11.4" height="11.4" fill="#1b1f2a"/>'
        '<path d="M2.6 6h6.8" stroke="#ffffff" stroke-width="2.2"/>'
    ),
    Status.NO_UPDATE: (
        '<rect x=".6" y=".6" width="10.8" height="10.8" fill="#ffffff" stroke="#1b1f2a"'
        ' stroke-dasharray="2 1.3"/>'
        '<path d="M4 4.4a2 2 0 1 1 3 1.8Q6 6.8 6 7.6" fill="none" stroke="#1b1f2a" stroke-width="1.4"/>'
        '<circle cx="6" cy="9.5" r=".9" fill="#1b1f2a"/>'
    ),
}

WHOLE = 10_000  # hundredths of a per cent: widths are whole numbers, so that they add up exactly
NARROWEST = 100  # one action among a thousand is still seen
ROOM_FOR_SHAPE = 1_200  # a narrower segment shows its number without the shape,
ROOM_FOR_NUMBER = 600  # and one narrower still leaves the number to the key
BAR_HEIGHT = 36
SHAPE_STEP = 18
MOST_SHAPES = 8
LINE = 20
PHASE_BAR = 16
PHASE_HEIGHT = 3 * LINE + 2 * PHASE_BAR + 20
FALL_HEIGHT = LINE + PHASE_BAR + 8
LONGEST_LABEL = 60


class Svg(str):
    """Finished SVG. Templates insert it as it is, because every label in it is already escaped."""

    def __html__(self) -> str:
        return str(self)


@dataclass(frozen=True)
class PhaseBar:
    """One phase of funding: what it costs and what is found for it, in pounds, neither below nought."""

    label: str
    cost: Decimal
    funding: Decimal


@dataclass(frozen=True)
class Fall:
    """One step of a waterfall: what is taken off what was left before, in pounds, not below nought."""

    label: str
    amount: Decimal


def status_bar(counts: Mapping[Status, int], title: str, *, uid: str = "status") -> Svg:
    """One bar of all actions, a segment for each status that has any, worst first.

    ``counts`` may leave statuses out. ``title`` states the finding ("2 of 24 actions are off
    track"). ``uid`` is unique on the page.
    Table to go with it: a row for each status with its count, noughts included.
    """
    present = [status for status in Status if counts.get(status)]
    widths = shares_of_width([counts[status] for status in present])
    starts = [sum(widths[:number]) for number in range(len(widths))]
    pieces = [
        rect(percent(start), 0, percent(width), BAR_HEIGHT, _fill(uid, FILLS[status]))
        for status, start, width in zip(present, starts, widths, strict=True)
    ]
    pieces.append(_frame(BAR_HEIGHT))
    pieces.extend(_placed(start, _divider()) for start in starts[1:])
    pieces.extend(
        _placed(start + width // 2, _plate(status, counts[status], width >= ROOM_FOR_SHAPE))
        for status, start, width in zip(present, starts, widths, strict=True)
        if width >= ROOM_FOR_NUMBER
    )
    if not present:
        pieces.append(text("No actions", 23, x="50%", anchor="middle"))
    used = [FILLS[status] for status in present]
    return svg(uid, title, BAR_HEIGHT, _patterns(uid, used) + "".join(pieces))


def money_bars(phases: Sequence[PhaseBar], title: str, *, uid: str = "money") -> Svg:
    """For each phase a bar of its cost and a bar of its funding, all on one scale from nought.

    What has not been found is hatched, outlined with a broken line and named as a gap; what is
    found beyond the cost is named as over. ``title`` states the finding.
    Table to go with it: a row for each phase with cost, funding and gap, and a row of totals.
    Raises ValueError for an amount below nought, which has no length.
    """
    if any(amount < 0 for phase in phases for amount in (phase.cost, phase.funding)):
        raise ValueError("A bar cannot show an amount below nought. Show it in the table instead.")
    most = max((amount for phase in phases for amount in (phase.cost, phase.funding)), default=Decimal(0))
    pieces = [_phase(uid, phase, most, place * PHASE_HEIGHT) for place, phase in enumerate(phases)]
    height = len(phases) * PHASE_HEIGHT or LINE
    if not phases:
        pieces.append(text("No phases", 15))
    return svg(uid, title, height, _patterns(uid, ["gap"]) + "".join(pieces))


def waterfall(whole: Fall, falls: Sequence[Fall], title: str, *, uid: str = "fall") -> Svg:
    """A whole, each step that brings it down in its place below the last, and what is left or over.

    What is left is hatched and outlined with a broken line, as a gap is in every chart here. ``title``
    states the finding. Table to go with it: a row for the whole, each step and the rest.
    Raises ValueError for an amount below nought, which has no length.
    """
    if any(fall.amount < 0 for fall in (whole, *falls)):
        raise ValueError("A bar cannot show an amount below nought. Show it in the table instead.")
    taken = sum((fall.amount for fall in falls), Decimal(0))
    most = max(whole.amount, taken)
    pieces = [_fall(f"{whole.label} {pounds(whole.amount)}", 0, _length(whole.amount, most), 0, COST)]
    left = whole.amount
    for step, fall in enumerate(falls, start=1):
        start = _length(max(left - fall.amount, Decimal(0)), most)
        width = _length(max(left, fall.amount), most) - start
        pieces.append(_fall(f"{fall.label} {pounds(fall.amount)}", start, width, step * FALL_HEIGHT, FUNDING))
        left = max(left - fall.amount, Decimal(0))
    rest = whole.amount - taken
    words = f"Gap {pounds(rest)}" if rest > 0 else f"Over {pounds(-rest)}" if rest < 0 else "Nothing left"
    broken = f' stroke="{INK}" stroke-dasharray="4 3"'
    fill = _fill(uid, "gap") if rest > 0 else FUNDING
    pieces.append(_fall(words, 0, _length(abs(rest), most), (len(falls) + 1) * FALL_HEIGHT, fill, broken))
    return svg(uid, title, (len(falls) + 2) * FALL_HEIGHT, _patterns(uid, ["gap"]) + "".join(pieces))


def _fall(words: str, start: int, width: int, top: int, fill: str, more: str = "") -> str:
    outline = more or (f' stroke="{INK}"' if width else "")
    return text(words, top + 15) + rect(percent(start), top + LINE, percent(width), PHASE_BAR, fill, outline)


def spark_shapes(statuses: Sequence[Status], title: str, *, uid: str = "trend") -> Svg:
    """The last statuses of one thing as shapes in a row, oldest first, at most eight.

    ``title`` names them in words ("At risk, on track, on track"); `trend_words` writes it.
    Table to go with it: the same statuses by quarter, or the words beside the shapes.
    """
    shown = statuses[-MOST_SHAPES:]
    width = max(len(shown) * SHAPE_STEP - 2, 16)
    shapes = "".join(_shape(status, place * SHAPE_STEP + 2, 2) for place, status in enumerate(shown))
    size = f'width="{width}" height="16" viewBox="0 0 {width} 16"'
    return Svg(_open(uid, title, f'class="spark" {size}') + shapes + "</svg>")


def trend_words(statuses: Sequence[Status], words: Vocabulary) -> str:
    """The statuses of `spark_shapes` as one phrase: "At risk, on track"."""
    phrase = ", ".join(words.inside(status) for status in statuses[-MOST_SHAPES:])
    return sentence_case(phrase)


def shares_of_width(counts: Sequence[int]) -> list[int]:
    """Counts as widths in hundredths of a per cent that add up to the whole, exactly.

    None is narrower than can be seen; the others give that up in proportion, and what rounding
    leaves over goes to the widest.
    """
    if not counts:
        return []
    total, spare = sum(counts), WHOLE - NARROWEST * len(counts)
    widths = [NARROWEST + spare * count // total for count in counts]
    widths[counts.index(max(counts))] += WHOLE - sum(widths)
    return widths


def _phase(uid: str, phase: PhaseBar, most: Decimal, top: int) -> str:
    cost, funding = _length(phase.cost, most), _length(phase.funding, most)
    first = top + 2 * LINE
    second = first + PHASE_BAR + LINE + 4
    gap = ""
    if phase.funding < phase.cost:
        gap = rect(
            percent(funding),
            second,
            percent(cost - funding),
            PHASE_BAR,
            _fill(uid, "gap"),
            f' stroke="{INK}" stroke-dasharray="4 3"',
        )
    outline = f' stroke="{INK}"'
    return "".join(
        [
            text(phase.label, top + 15, weight="700"),
            text(f"Cost {pounds(phase.cost)}", top + LINE + 15),
            rect("0", first, percent(cost), PHASE_BAR, COST),
            text(_funding_words(phase), second - 5),
            rect("0", second, percent(funding), PHASE_BAR, FUNDING, outline if funding else ""),
            gap,
        ]
    )


def _funding_words(phase: PhaseBar) -> str:
    words = f"Funding {pounds(phase.funding)}"
    if phase.funding < phase.cost:
        return f"{words}, gap {pounds(phase.cost - phase.funding)}"
    if phase.funding > phase.cost:
        return f"{words}, {pounds(phase.funding - phase.cost)} over"
    return words


def _length(amount: Decimal, most: Decimal) -> int:
    return int(amount * WHOLE / most) if most else 0


def percent(width: int) -> str:
    return f"{width // 100}.{width % 100:02d}%"


def _fill(uid: str, fill: str) -> str:
    return f"url(#{escape(uid)}-{fill})" if fill in PATTERNS else fill


def _patterns(uid: str, names: Sequence[str]) -> str:
    tiles = [_tile(f"{escape(uid)}-{name}", *PATTERNS[name]) for name in names if name in PATTERNS]
    return f"<defs>{''.join(tiles)}</defs>" if tiles else ""


def _tile(name: str, size: int, turn: int, drawing: str) -> str:
    return (
        f'<pattern id="{name}" width="{size}" height="{size}" patternUnits="userSpaceOnUse"'
        f' patternTransform="rotate({turn})">{drawing}</pattern>'
    )


def rect(x: str, y: int, width: str, height: int, fill: str, more: str = "") -> str:
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{more}/>'


def _frame(height: int) -> str:
    side = f'<rect x="-1" y="0" width="1" height="{height}" fill="{INK}"/>'
    return "".join(
        [
            rect("0", 0, "100%", 1, INK),
            rect("0", height - 1, "100%", 1, INK),
            rect("0", 0, "1", height, INK),
            _placed(WHOLE, side),
        ]
    )


def _placed(place: int, drawing: str) -> str:
    """A drawing in fixed units whose origin lies at a percentage of the width."""
    return f'<svg x="{percent(place)}" y="0" width="1" height="1" overflow="visible">{drawing}</svg>'


def _divider() -> str:
    """Ink, white, ink: neighbours stay apart even where their fills are close in lightness."""
    return (
        f'<rect x="-2" y="0" width="4" height="{BAR_HEIGHT}" fill="{INK}"/>'
        f'<rect x="-1" y="0" width="2" height="{BAR_HEIGHT}" fill="{WHITE}"/>'
    )


def _plate(status: Status, count: int, with_shape: bool) -> str:
    """Number and shape on white, so that they read on every fill and tie the bar to its key."""
    number = str(count)
    width = 8 + 8 * len(number) + (18 if with_shape else 0)
    left = -width // 2
    shape = _shape(status, left + 5, 12) if with_shape else ""
    return (
        f'<rect x="{left}" y="7" width="{width}" height="22" rx="2" fill="{WHITE}" stroke="{INK}"/>{shape}'
        f"{text(number, 23, x=str(left + width - 4), anchor='end', weight='600')}"
    )


def _shape(status: Status, x: int, y: int) -> str:
    return f'<g transform="translate({x} {y})">{SHAPES[status]}</g>'


def text(words: str, y: int, *, x: str = "0", anchor: str = "start", weight: str = "400") -> str:
    shown = words if len(words) <= LONGEST_LABEL else words[: LONGEST_LABEL - 1].rstrip() + "…"
    return (
        f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{INK}" font-family="{FONT}" font-size="15"'
        f' font-weight="{weight}">{escape(shown)}</text>'
    )


def _open(uid: str, title: str, size: str) -> str:
    name = f"{escape(uid)}-title"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{escape(title)}</title>'
    )


def svg(uid: str, title: str, height: int, body: str) -> Svg:
    return Svg(_open(uid, title, f'width="100%" height="{height}"') + body + "</svg>")
