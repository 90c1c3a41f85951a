"""An agreement from proposal to expiry."""

from datetime import date

import pytest

from core.domain.problems import Problem
from partnerships.domain.agreement_lifecycle import AGREEMENT, AgreementState, expiry_notice


def test_a_proposal_cannot_be_signed_before_signing_is_approved() -> None:
    assert AGREEMENT.allowed(AgreementState.PROPOSED) == (
        AgreementState.APPROVED_TO_SIGN,
        AgreementState.WITHDRAWN,
    )


def test_a_signature_needs_an_office_and_a_day() -> None:
    problems = AGREEMENT.problems(AgreementState.APPROVED_TO_SIGN, AgreementState.SIGNED, {})

    assert problems == [
        Problem("signatory", "required", "Say which office signed it."),
        Problem("signed_on", "required", "Give the day it was signed."),
    ]


def test_what_has_expired_or_been_withdrawn_stays_so() -> None:
    assert AGREEMENT.allowed(AgreementState.EXPIRED) == ()
    assert AGREEMENT.allowed(AgreementState.WITHDRAWN) == ()


@pytest.mark.parametrize(
    ("today", "notice"),
    [
        (date(2026, 1, 1), None),
        (date(2026, 4, 4), 180),
        (date(2026, 7, 3), 90),
        (date(2026, 9, 15), 30),
        (date(2026, 9, 30), 30),
        (date(2026, 10, 1), 0),
    ],
)
def test_notice_of_expiry_shortens_as_the_end_comes_closer(today: date, notice: int | None) -> None:
    assert expiry_notice(date(2026, 9, 30), today) == notice
