"""What a paper says about an amount beside the amount: that it is estimated, or no more than a limit."""

from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import Labelled, sentence_case


class Qualifier(Labelled):
    """The papers' words. An amount without one is meant as it stands."""

    REGION = "in_the_region_of"
    ESTIMATED = "estimated"
    UP_TO = "up_to"


def qualified(amount: Decimal, qualifier: str, *, begins: bool = False) -> str:
    """An amount with its qualifier: "in the region of £350,000", "£17,000, estimated".

    ``qualifier`` is a value of Qualifier or ""; ``begins`` gives the first word its capital.
    """
    if not qualifier:
        return pounds(amount)
    if qualifier == Qualifier.ESTIMATED:
        return f"{pounds(amount)}, estimated"
    words = f"{Qualifier(qualifier).label.lower()} {pounds(amount)}"
    return sentence_case(words) if begins else words
