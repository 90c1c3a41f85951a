"""Numbers as addresses and forms send them, and as people write them."""

import re
from decimal import Decimal

LONGEST = 18  # digits; more do not fit into the databases' widest whole number


def whole_number(text: object) -> int | None:
    """The number that text spells in the digits 0 to 9; None for anything else, and for more than 18 digits.

    ``str.isdigit`` is true of "²" too, which ``int`` refuses, as it refuses thousands of digits.
    """
    figures = str(text)
    return int(figures) if figures.isascii() and figures.isdigit() and len(figures) <= LONGEST else None


DECIMAL = re.compile(r"[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?|[+-]?\.\d+", re.ASCII)


def parse_decimal(text: str) -> Decimal:
    """The exact number in "58.5", "1,204" or "-3"; commas must stand where thousands do.

    Raises ValueError with a sentence for anything else.
    """
    words = text.strip()
    if not DECIMAL.fullmatch(words) or len(words) > 40:
        raise ValueError(f'"{words[:40]}" is not a number. Write it like 58.5 or 1,204.')
    return Decimal(words.replace(",", ""))


def plain_decimal(value: Decimal) -> str:
    """A figure as people write it: 58.5 and 1,204, without noughts nobody measured."""
    return f"{value.normalize():,f}"
