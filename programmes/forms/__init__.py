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
    OpeningForm,
    ProseField,
    ReopenRoundForm,
    ReopenUpdatesForm,
    RoundForm,
    UpdateForm,
)

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
    "OpeningForm",
    "PartnerLinkForm",
    "ProseField",
    "ReopenRoundForm",
    "ReopenUpdatesForm",
    "RoundForm",
    "ThreeQuestionsForm",
    "UpdateForm",
]
