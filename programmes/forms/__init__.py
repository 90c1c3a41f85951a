"""Forms. They validate shape; the rules are the domain's and the services'."""

from programmes.forms.people import (
    AwayForm,
    PartnerLinkForm,
    ThreeQuestionsForm,
)
from programmes.forms.plan import (
    ActionForm,
    ActionMoveForm,
    ConfirmForm,
    DayInput,
    DecisionForm,
    DoneForm,
    EvidenceForm,
    MilestoneForm,
    MoveForm,
    NewMilestoneForm,
    NoteForm,
    ProseField,
    ReopenRoundForm,
    ReopenUpdatesForm,
    RoundForm,
    UpdateForm,
    in_trouble,
)
from programmes.forms.words import StatusWordsForm

__all__ = [
    "ActionForm",
    "ActionMoveForm",
    "AwayForm",
    "ConfirmForm",
    "DayInput",
    "DecisionForm",
    "DoneForm",
    "EvidenceForm",
    "MilestoneForm",
    "MoveForm",
    "NewMilestoneForm",
    "NoteForm",
    "PartnerLinkForm",
    "ProseField",
    "ReopenRoundForm",
    "ReopenUpdatesForm",
    "RoundForm",
    "StatusWordsForm",
    "ThreeQuestionsForm",
    "UpdateForm",
    "in_trouble",
]
