"""Forms of the money pages."""

from funding.forms.money import (
    AgreeOptionForm,
    ContributionStateForm,
    PhaseForm,
    ShareForm,
    SharesFormSet,
    SplitForm,
    TransferForm,
    shares_formset,
)
from funding.forms.spend import DecideMoveForm, ExtractForm, ProfileMoveForm

__all__ = [
    "AgreeOptionForm",
    "ContributionStateForm",
    "DecideMoveForm",
    "ExtractForm",
    "PhaseForm",
    "ProfileMoveForm",
    "ShareForm",
    "SharesFormSet",
    "SplitForm",
    "TransferForm",
    "shares_formset",
]
