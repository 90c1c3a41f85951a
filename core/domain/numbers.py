"""Whole numbers as addresses and forms send them."""

LONGEST = 18  # digits; more do not fit into the databases' widest whole number


def whole_number(text: object) -> int | None:
    """The number that text spells in the digits 0 to 9; None for anything else, and for more than 18 digits.

    ``str.isdigit`` is true of "²" too, which ``int`` refuses, as it refuses thousands of digits.
    """
    said = str(text)
    return int(said) if said.isascii() and said.isdigit() and len(said) <= LONGEST else None
