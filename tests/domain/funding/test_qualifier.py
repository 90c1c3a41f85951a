"""What papers say about an amount beside the amount, and savings."""

from decimal import Decimal

import pytest

from funding.domain.qualifier import qualified
from funding.domain.saving import SavingState, saving_problems


@pytest.mark.parametrize(
    ("qualifier", "words", "first"),
    [
        ("", "£17,000", "£17,000"),
        ("in_the_region_of", "in the region of £17,000", "In the region of £17,000"),
        ("estimated", "£17,000, estimated", "£17,000, estimated"),
        ("up_to", "up to £17,000", "Up to £17,000"),
    ],
)
def test_an_amount_is_printed_with_what_is_said_about_it(qualifier: str, words: str, first: str) -> None:
    assert qualified(Decimal(17000), qualifier) == words
    assert qualified(Decimal(17000), qualifier, begins=True) == first


@pytest.mark.parametrize(
    ("state", "realised", "codes"),
    [
        (SavingState.ESTIMATED, None, []),
        (SavingState.REALISED, Decimal(90000), []),
        (SavingState.NOT_REALISED, None, []),
        (SavingState.REALISED, None, ["required"]),
        (SavingState.ESTIMATED, Decimal(90000), ["not_realised"]),
        (SavingState.NOT_REALISED, Decimal(0), ["not_realised"]),
    ],
)
def test_only_a_realised_saving_has_an_amount_realised(
    state: SavingState, realised: Decimal | None, codes: list[str]
) -> None:
    assert [problem.code for problem in saving_problems(state, realised)] == codes
