"""Forms of plans and updates."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q

from core.domain.status import Confidence, Stage
from core.domain.vocabulary import Vocabulary
from core.form_fields import WindowField
from core.forms import AuditedForm
from core.models import User
from core.widgets import HintedRadios
from partnerships.models import Board, Organisation, Outcome, Partnership, Theme
from programmes.domain.updates import LONGEST_WORDS
from programmes.models import Action, DateChange, Milestone, Plan, Update, words_of

STAGE_HINTS = {
    Stage.NOT_STARTED: "Nothing has been done yet.",
    Stage.IN_PROGRESS: "Work is under way.",
    Stage.PAUSED: "Work rests for now and will go on.",
    Stage.COMPLETE: "All of it is done.",
    Stage.STOPPED: "It will not be done.",
}
CONFIDENCE_HINTS = {confidence: confidence.definition for confidence in Confidence}


class ProseField(forms.CharField):
    """A few lines of text; a line break counts as one character, as people count it."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        options.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        options.setdefault("max_length", LONGEST_WORDS)
        options.setdefault("required", False)
        super().__init__(**options)

    def to_python(self, value: Any) -> Any:
        """The text with one kind of line break."""
        return super().to_python(value).replace("\r\n", "\n")


class ActionForm(AuditedForm):
    """What an action is. Its agreed date is given once here; afterwards it is moved, with a reason."""

    class Meta:
        model = Action
        fields = ("plan", "theme", "outcome", "title", "description", "owner", "lead", "lead_role")
        windows = ("starts", "original")
        labels = {"title": "What will be done", "lead": "Lead", "lead_role": "Lead's role", "owner": "Owner"}
        help_texts = {"lead": "Who gives its updates. Leave empty for a vacancy."}

    def __init__(self, *args: Any, partnership: Partnership, **options: Any) -> None:
        super().__init__(*args, **options)
        self._choose(partnership)
        if self.instance.original is not None and not self.instance._state.adding:
            del self.fields["original"]
        else:
            self.fields["original"].label = "Date it is due"
            self.fields["original"].help_text = (
                "For example, 30 June 2026, June 2026 or Q2 2026/27. "
                "It is kept as the original date; later moves need a reason."
            )

    def _choose(self, partnership: Partnership) -> None:
        plans = Plan.objects.live().filter(partnership=partnership)
        self._offer("plan", plans)
        if len(plans) == 1:
            self.instance.plan = plans[0]
            del self.fields["plan"]
        self._offer("theme", Theme.objects.live().filter(theme_set__plans__in=plans).distinct())
        self._offer("outcome", Outcome.objects.live().filter(partnership=partnership))
        members = Q(memberships__partnership=partnership) | Q(pk=self.instance.owner_id)
        self._offer("owner", Organisation.objects.live().filter(members).distinct())
        here = Q(grants__partnership=partnership) | Q(
            grants__organisation__memberships__partnership=partnership
        )
        people = User.objects.filter(here | Q(pk=self.instance.lead_id), is_active=True).distinct()
        self._offer("lead", people)

    def _offer(self, name: str, rows: Any) -> None:
        self.fields[name].queryset = rows  # type: ignore[attr-defined]


class MilestoneForm(AuditedForm):
    """A milestone's words. Its date is moved, and it is marked done, on pages of their own."""

    class Meta:
        model = Milestone
        fields = ("title",)
        labels = {"title": "What will have happened"}


class NewMilestoneForm(MilestoneForm):
    """A milestone and the date it is due."""

    class Meta(MilestoneForm.Meta):
        windows = ("original",)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["original"].label = "Date it is due"
        self.fields["original"].required = True


class DayInput(forms.DateInput):
    """A day, shown as people write it and as the hint does."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%-d %B %Y")


class DoneForm(AuditedForm):
    """The day a milestone was reached."""

    change_reason = None  # type: ignore[assignment]

    class Meta:
        model = Milestone
        fields = ("actual_on",)
        labels = {"actual_on": "Day it was done"}
        widgets = {"actual_on": DayInput}


class DateMoveForm(AuditedForm):
    """A new date, and why. Works for an action and for a milestone: Meta.model is set by the page."""

    change_reason = None  # type: ignore[assignment]
    date = WindowField(label="New date", error_messages={"required": "Give the new date."})
    reason = ProseField(
        label="Why the date moves",
        max_length=2000,
        required=True,
        error_messages={"required": "Say why the date moves."},
    )

    class Meta:
        model = Milestone
        fields = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial.setdefault("date", self.instance.current)

    field_order = ("date", "reason")


class ActionMoveForm(DateMoveForm):
    """The same for an action's own date."""

    class Meta:
        model = Action
        fields = ()


class DecisionForm(AuditedForm):
    """A board's approval of a moved date, or a refusal."""

    change_reason = None  # type: ignore[assignment]
    reason = ProseField(label="Why it is refused", max_length=2000, help_text="Only when you refuse it.")

    class Meta:
        model = DateChange
        fields = ("board", "decided_on", "minute")
        labels = {"board": "Board that decided", "decided_on": "Day it was approved or noted"}
        help_texts = {"minute": "For example, minute 14.2."}
        widgets = {"decided_on": DayInput}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        action = self.instance.action
        members = action.partnership.memberships.live().values("organisation")
        boards = Board.objects.live().filter(
            Q(partnership=action.partnership_id) | Q(organisation__in=members)
        )
        self.fields["board"].queryset = boards  # type: ignore[attr-defined]
        for name in ("board", "decided_on", "reason"):
            self.fields[name].conditional = True  # type: ignore[attr-defined]


class EvidenceForm(forms.Form):
    """A link or a file that shows what an update says."""

    title = forms.CharField(
        label="What it shows",
        max_length=200,
        required=False,
        help_text="Leave it empty to show the file's name or the link.",
    )
    link = forms.URLField(
        label="Link",
        required=False,
        assume_scheme="https",
        help_text="For example, https://www.example.org/paper",
    )
    upload = forms.FileField(label="File", required=False, help_text="A document or picture, at most 20 MB.")

    def evidence(self) -> dict[str, Any]:
        """What was given, as services.add_evidence takes it."""
        cleaned = self.cleaned_data
        upload, link = cleaned["upload"], cleaned["link"]
        name = upload.name if upload else ""
        return {
            "title": cleaned["title"] or (name or link)[:200],
            "link": link,
            "content": upload.read() if upload else None,
            "name": name,
        }


def in_trouble(words: Vocabulary) -> str:
    """The two statuses that owe a reason: "at risk or off track"."""
    return f"{words.inside(Confidence.AT_RISK)} or {words.inside(Confidence.OFF_TRACK)}"


class UpdateForm(AuditedForm):
    """An action's answer in a round, in the order an officer thinks of it."""

    change_reason = None  # type: ignore[assignment]
    stage = forms.ChoiceField(
        label="How far has it come?",
        error_messages={"required": "Say which stage the action has reached."},
        widget=HintedRadios(hints=STAGE_HINTS),
    )
    confidence = forms.ChoiceField(
        label="How sure are you of its date?",
        required=False,
        widget=HintedRadios(hints=CONFIDENCE_HINTS),
    )
    words = ProseField(
        label="What happened, and what is next?",
        rows=5,
        required=True,
        error_messages={"required": "Say what happened and what is next."},
        help_text="One fact and one date say more than a paragraph.",
    )
    reason = ProseField(label="")  # set in the partnership's words when the form is made
    recovery = ProseField(label="What will bring it back")
    help_wanted = ProseField(
        label="Do you need help or a decision?",
        help_text="It goes on the leads' list of what needs attention.",
    )

    class Meta:
        model = Update
        fields = (
            "stage",
            "confidence",
            "words",
            "reason",
            "recovery",
            "recovery_owner",
            "recovery_on",
            "actual_on",
            "help_wanted",
        )
        windows = ("forecast",)
        labels = {
            "recovery_owner": "Who will do that",
            "recovery_on": "By when",
            "actual_on": "Day it was finished",
        }
        widgets = {"recovery_on": DayInput, "actual_on": DayInput}
        help_texts = {
            "recovery_on": "For example, 30 June 2026.",
        }

    # Owed under some answers only, so neither required nor called optional.
    CONDITIONAL = ("confidence", "reason", "recovery", "recovery_owner", "recovery_on", "actual_on")

    field_order = (
        "stage",
        "confidence",
        "forecast",
        "words",
        "reason",
        "recovery",
        "recovery_owner",
        "recovery_on",
        "actual_on",
        "help_wanted",
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["forecast"].label = "When do you expect it to be done?"
        self.fields[
            "forecast"
        ].help_text = "For example, 30 June 2026, June 2026 or Q2 2026/27. It moves no agreed date."
        self._speak(words_of(self.instance.action.partnership))
        self.order_fields(self.field_order)
        for name in self.CONDITIONAL:
            self.fields[name].conditional = True  # type: ignore[attr-defined]

    def _speak(self, words: Vocabulary) -> None:
        """Choices, labels and hints in the partnership's own words."""
        fields: Any = self.fields
        fields["stage"].choices, fields["confidence"].choices = (
            words.choices(*Stage),
            words.choices(*Confidence),
        )
        fields["confidence"].help_text = f"Only for what is {words.inside(Stage.IN_PROGRESS)}."
        fields["reason"].label = f"Why it is {in_trouble(words)}"
        fields["recovery"].help_text = f"Only when it is {words.inside(Confidence.OFF_TRACK)}."
        done = words.inside(Stage.COMPLETE)
        fields["actual_on"].help_text = f"For example, 30 June 2026. Only when it is {done}."

    def clean_confidence(self) -> str:
        """A radio button cannot be unchosen, so what the stage has no use for is dropped."""
        stage, chosen = self.cleaned_data.get("stage"), str(self.cleaned_data.get("confidence", ""))
        return chosen if not stage or Stage(stage).takes_confidence else ""

    def typed(self) -> dict[str, str]:
        """What stands in the form, word for word."""
        return {name: self.data.get(self.add_prefix(name), "") for name in self.field_order}


class NoteForm(forms.Form):
    """Why an update goes back to its officer."""

    note = ProseField(
        label="What has to change, when you return it", help_text="It stands above the officer's form."
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["note"].conditional = True  # type: ignore[attr-defined]
