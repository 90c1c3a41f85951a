"""Forms. They validate shape; the rules are the domain's and the services'."""

from programmes.forms.assessments import ImpactAssessmentForm
from programmes.forms.people import (
    AwayForm,
    PartnerLinkForm,
    ThreeQuestionsForm,
)
from programmes.forms.plan import (
    ActionForm,
    ActionMoveForm,
    DateMoveForm,
    DayInput,
    DecisionForm,
    DoneForm,
    EvidenceForm,
    MilestoneForm,
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
    "AwayForm",
    "ConfirmForm",
    "DateMoveForm",
    "DayInput",
    "DecisionForm",
    "DoneForm",
    "EvidenceForm",
    "ExtendForm",
    "ImpactAssessmentForm",
    "MilestoneForm",
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
