"""An agreement from proposal to expiry: approving a signature is not yet signing."""

from datetime import date

from core.domain.lifecycle import Lifecycle, Need, Transition
from core.domain.words import Labelled


class AgreementState(Labelled):
    """How far an agreement between partners has come."""

    PROPOSED = "proposed"
    APPROVED_TO_SIGN = "approved_to_sign"
    SIGNED = "signed"
    IN_DELIVERY = "in_delivery"
    UNDER_REVIEW = "under_review"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


# A report that recommends signing is not the decision to sign, and the decision is not the
# signature; each step asks for the evidence of its own.
DECISION = Need("evidence", "Say which meeting approved signing it.")
SIGNATORY = Need("signatory", "Say which office signed it.")
SIGNED_ON = Need("signed_on", "Give the day it was signed.")
REASON = Need("reason", "Say why.")

_S = AgreementState

AGREEMENT: Lifecycle[AgreementState] = Lifecycle(
    "agreement",
    _S.PROPOSED,
    [
        Transition(_S.PROPOSED, _S.APPROVED_TO_SIGN, "Record approval to sign", (DECISION,)),
        Transition(_S.PROPOSED, _S.WITHDRAWN, "Withdraw", (REASON,)),
        Transition(_S.APPROVED_TO_SIGN, _S.SIGNED, "Record signature", (SIGNATORY, SIGNED_ON)),
        Transition(_S.APPROVED_TO_SIGN, _S.WITHDRAWN, "Withdraw", (REASON,)),
        Transition(_S.SIGNED, _S.IN_DELIVERY, "Start delivery"),
        Transition(_S.SIGNED, _S.WITHDRAWN, "Withdraw", (REASON,)),
        Transition(_S.IN_DELIVERY, _S.UNDER_REVIEW, "Start review"),
        Transition(_S.IN_DELIVERY, _S.EXPIRED, "Record expiry"),
        Transition(_S.IN_DELIVERY, _S.WITHDRAWN, "Withdraw", (REASON,)),
        Transition(_S.UNDER_REVIEW, _S.IN_DELIVERY, "Finish review"),
        Transition(_S.UNDER_REVIEW, _S.EXPIRED, "Record expiry"),
        Transition(_S.UNDER_REVIEW, _S.WITHDRAWN, "Withdraw", (REASON,)),
    ],
)


def expiry_notice(ends_on: date, today: date, notice_days: tuple[int, ...] = (180, 90, 30)) -> int | None:
    """The shortest notice period already reached before an agreement ends, in days.

    None while the end is further away than the longest of them; 0 once it has ended.
    """
    left = (ends_on - today).days
    if left < 0:
        return 0
    return min((days for days in notice_days if left <= days), default=None)
