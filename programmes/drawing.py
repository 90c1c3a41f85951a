"""Charts on a scale: a figure against its target, and a span of time among quarters.

They keep the rules of core.charts: an image with its finding as title, attributes instead of styles,
lengths in percentages, every label escaped, and never alone: each function names its table.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from core.charts import FUNDING, INK, WHITE, WHOLE, Svg, percent, rect, svg, text

BAR = 22
TOP = 24
SPAN_HEIGHT = 18


def bullet(
    value: Decimal | None, target: Decimal | None, printed: tuple[str, str], title: str, *, uid: str
) -> Svg:
    """A figure as a bar from nought and its target as a tick across it.

    ``printed`` are both in words, as they stand above the bar. Either may be missing, and then is not
    drawn. ``title`` states the finding. Table to go with it: the measure's figures by period.
    Raises ValueError for a number below nought, which has no length.
    """
    given = [number for number in (value, target) if number is not None]
    if any(number < 0 for number in given):
        raise ValueError("A bar cannot show a number below nought. Show it in the table instead.")
    most = max(given, default=Decimal(0)) * Decimal("1.1")  # room beside the end of the longer one
    pieces = [text(printed[0], 16, weight="600")]
    pieces.append(text(printed[1], 16, x="100%", anchor="end"))
    pieces.append(rect("0", TOP, "100%", BAR, WHITE, f' stroke="{INK}"'))
    if value is not None:
        pieces.append(rect("0", TOP + 4, percent(_length(value, most)), BAR - 8, FUNDING, f' stroke="{INK}"'))
    if target is not None:
        place = percent(_length(target, most))
        pieces.append(
            f'<line x1="{place}" x2="{place}" y1="{TOP - 2}" y2="{TOP + BAR + 2}" stroke="{INK}"'
            ' stroke-width="4"/>'
        )
    return svg(uid, title, TOP + BAR + 4, "".join(pieces))


def span(
    whole: tuple[date, date],
    bar: tuple[date, date] | None,
    marks: Sequence[date],
    today: date,
    title: str,
    *,
    uid: str,
    dashed: tuple[date, date] | None = None,
) -> Svg:
    """A time among the days of ``whole``, both ends included: a bar, diamonds at its marks, a line today.

    What lies outside ``whole`` is cut off at its ends. ``dashed`` is an outline for where the bar first
    stood. ``title`` says the dates. Table to go with it: the row it stands in, which has the dates as words.
    """
    pieces = []
    if dashed and (cut := _cut(whole, *dashed)):
        outline = f' stroke="{INK}" stroke-dasharray="3 2"'
        pieces.append(rect(percent(cut[0]), 3, percent(cut[1] - cut[0]), SPAN_HEIGHT - 6, "none", outline))
    if bar and (cut := _cut(whole, *bar)):
        outline = f' stroke="{INK}"'
        pieces.append(rect(percent(cut[0]), 3, percent(cut[1] - cut[0]), SPAN_HEIGHT - 6, FUNDING, outline))
    pieces += [
        f'<svg x="{percent(_place(whole, day))}" y="0" width="1" height="1" overflow="visible">'
        f'<path d="M0 3 6 9 0 15-6 9Z" fill="{WHITE}" stroke="{INK}" stroke-width="1.5"/></svg>'
        for day in marks
        if whole[0] <= day <= whole[1]
    ]
    if whole[0] <= today <= whole[1]:
        place = percent(_place(whole, today))
        pieces.append(
            f'<line x1="{place}" x2="{place}" y1="0" y2="{SPAN_HEIGHT}" stroke="{INK}" stroke-width="2"'
            ' stroke-dasharray="2 2"/>'
        )
    return svg(uid, title, SPAN_HEIGHT, "".join(pieces))


def _length(amount: Decimal, most: Decimal) -> int:
    return int(amount * WHOLE / most) if most else 0


def _place(whole: tuple[date, date], day: date, *, evening: bool = False) -> int:
    """A day's morning, or its evening, as hundredths of a per cent of the time shown."""
    return ((day - whole[0]).days + evening) * WHOLE // ((whole[1] - whole[0]).days + 1)


def _cut(whole: tuple[date, date], first: date, last: date) -> tuple[int, int] | None:
    """Where a span begins and ends, its last day included; None when all of it lies outside."""
    first, last = max(first, whole[0]), min(last, whole[1])
    if last < first:
        return None
    return _place(whole, first), _place(whole, last, evening=True)
