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
from funding.forms.spend import DecideMoveForm, ExtractForm, MoveForm

__all__ = [
    "AgreeOptionForm",
    "ContributionStateForm",
    "DecideMoveForm",
    "ExtractForm",
    "MoveForm",
    "PhaseForm",
    "ShareForm",
    "SharesFormSet",
    "SplitForm",
    "TransferForm",
    "shares_formset",
]
