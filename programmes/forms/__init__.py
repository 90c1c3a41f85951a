"""Forms. They validate shape; the rules are the domain's and the services'."""

from programmes.forms.assessments import AssessmentForm
from programmes.forms.people import (
    AwayForm,
    PartnerLinkForm,
    ThreeQuestionsForm,
)
from programmes.forms.plan import (
    ActionForm,
    ActionMoveForm,
    DayInput,
    DecisionForm,
    DoneForm,
    EvidenceForm,
    MilestoneForm,
    MoveForm,
    NewMilestoneForm,
    NoteForm,
    ProseField,
    UpdateForm,
    in_trouble,
)
from programmes.forms.rounds import (
    ConfirmForm,
    ExtendForm,
    OpeningForm,
    RemindForm,
    ReopenRoundForm,
    ReopenUpdatesForm,
    RoundForm,
)
from programmes.forms.words import StatusWordsForm

__all__ = [
    "ActionForm",
    "ActionMoveForm",
    "AssessmentForm",
    "AwayForm",
    "ConfirmForm",
    "DayInput",
    "DecisionForm",
    "DoneForm",
    "EvidenceForm",
    "ExtendForm",
    "MilestoneForm",
    "MoveForm",
    "NewMilestoneForm",
    "NoteForm",
    "OpeningForm",
    "PartnerLinkForm",
    "ProseField",
    "RemindForm",
    "ReopenRoundForm",
    "ReopenUpdatesForm",
    "RoundForm",
    "StatusWordsForm",
    "ThreeQuestionsForm",
    "UpdateForm",
    "in_trouble",
]
