"""Forms of an import: the file, what its columns mean, what its words mean, and yes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from core.domain.periods import Quarter
from core.domain.sheets import SheetTable, text_of
from core.domain.words import counted
from core.sheets import LARGEST_FILE, MEGABYTE
from programmes.domain.sheets.columns import PlanColumn
from programmes.domain.sheets.reading import ADD, DATES, DAYS, KEEP
from programmes.domain.sheets.rows import WordQuestion

EXAMPLES = 3
LONGEST_EXAMPLE = 60
OWN = "Keep as a column of its own"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Your spreadsheet",
        help_text="XLSX or CSV, 20 MB or smaller. One row for each action, with headings above them.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
        error_messages={
            "required": "Choose the file that holds the plan.",
            "empty": "This file has nothing in it. Choose the file that holds the plan.",
        },
    )

    def clean_file(self) -> Any:
        """Refused by its size before it is read."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST_FILE:
            size = f"{file.name} is {file.size / MEGABYTE:.0f} MB."
            raise ValidationError(f"{size} Files must be 20 MB or smaller. Save it without pictures.")
        return file


class ColumnsForm(forms.Form):
    """A choice for each heading, with what stands below it; the sheets; the quarter of the statuses."""

    def __init__(
        self,
        data: Any = None,
        *,
        tables: Sequence[SheetTable],
        chosen: Iterable[str],
        columns: Mapping[str, PlanColumn | None],
        uncertain: frozenset[str],
        filled_down: Iterable[str],
        quarters: Sequence[Quarter],
        quarter: Quarter | None,
    ) -> None:
        super().__init__(data)
        self.headings = list(columns)
        if len(tables) > 1:
            self.fields["sheets"] = forms.MultipleChoiceField(
                label="Sheets that hold the plan",
                choices=[(table.sheet, table.sheet) for table in tables],
                initial=list(chosen),
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
        self.sheet = tables[0].sheet
        self.fields["quarter"] = forms.ChoiceField(
            label="Quarter its statuses belong to",
            choices=[
                ("", "It has no statuses"),
                *((quarter.slug, quarter.long_label) for quarter in quarters),
            ],
            initial=quarter.slug if quarter else "",
            required=False,
        )
        choices = [("", OWN), *PlanColumn.choices()]
        self.examples = [_examples(tables, heading) for heading in self.headings]
        self.uncertain = [heading in uncertain for heading in self.headings]
        for number, (heading, column) in enumerate(columns.items()):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=f"What {heading} is",
                choices=choices,
                initial=column.value if column else "",
                required=False,
            )
            if _has_gaps(tables, heading):
                self.fields[f"repeats_{number}"] = forms.BooleanField(
                    label=f"An empty cell of {heading} repeats the cell above",
                    initial=heading in filled_down,
                    required=False,
                )

    def lines(self) -> Iterator[tuple[str, str, bool, Any, Any]]:
        """A line for each heading: the heading, examples, whether it is uncertain, the two fields."""
        for number, heading in enumerate(self.headings):
            repeats = self[f"repeats_{number}"] if f"repeats_{number}" in self.fields else None
            yield heading, self.examples[number], self.uncertain[number], self[f"column_{number}"], repeats

    def above(self) -> list[Any]:
        """The fields that are about the whole file."""
        return [self[name] for name in ("sheets", "quarter") if name in self.fields]

    @property
    def chosen(self) -> dict[str, Any]:
        """The answers as services.match_columns takes them."""
        cleaned = self.cleaned_data
        return {
            "sheets": cleaned.get("sheets", [self.sheet]),
            "columns": {
                heading: PlanColumn(cleaned[f"column_{number}"]) if cleaned[f"column_{number}"] else None
                for number, heading in enumerate(self.headings)
            },
            "filled_down": [
                heading for number, heading in enumerate(self.headings) if cleaned.get(f"repeats_{number}")
            ],
            "quarter": Quarter.parse(cleaned["quarter"]) if cleaned["quarter"] else None,
        }

    def refuse(self, refused: ValidationError) -> None:
        """Each sentence at its column."""
        _refuse(self, refused, {heading: f"column_{number}" for number, heading in enumerate(self.headings)})


def _refuse(form: forms.Form, refused: ValidationError, places: Mapping[str, str]) -> None:
    """Each sentence at the field its place names, or at one of that name; the others above the form."""
    if not hasattr(refused, "error_dict"):
        form.add_error(None, refused)
        return
    for name, sentences in refused.message_dict.items():
        field = places.get(name, name)
        for words in sentences:
            form.add_error(field if field in form.fields else None, words)


def _examples(tables: Sequence[SheetTable], heading: str) -> str:
    examples: dict[str, None] = {}
    for table in tables:
        if heading not in table.headings:
            continue
        index = table.headings.index(heading)
        for row in table.rows:
            words = " ".join(text_of(row.cells[index]).split())
            if words and words != heading:
                examples[words if len(words) <= LONGEST_EXAMPLE else f"{words[:LONGEST_EXAMPLE]}…"] = None
            if len(examples) == EXAMPLES:
                break
    return "; ".join(list(examples)[:EXAMPLES]) or "Empty in every row"


def _has_gaps(tables: Sequence[SheetTable], heading: str) -> bool:
    """Whether the column has empty cells below filled ones."""
    for table in tables:
        if heading in table.headings:
            index = table.headings.index(heading)
            cells = [row.cells[index] for row in table.rows]
            first = next((place for place, cell in enumerate(cells) if cell is not None), len(cells))
            if any(cell is None for cell in cells[first:]):
                return True
    return False


class WordsForm(forms.Form):
    """One field for each word that is not certain."""

    def __init__(
        self,
        data: Any = None,
        *,
        questions: Sequence[WordQuestion],
        names: Mapping[PlanColumn, Sequence[Any]],
    ) -> None:
        super().__init__(data)
        self.questions = questions
        for number, question in enumerate(questions):
            self.fields[f"word_{number}"] = _word_field(question, names.get(question.column, ()))

    @property
    def answers(self) -> dict[tuple[PlanColumn, str], str]:
        """What was answered, by question."""
        return {
            (question.column, question.key): self.cleaned_data[f"word_{number}"]
            for number, question in enumerate(self.questions)
        }

    def refuse(self, refused: ValidationError) -> None:
        """Each sentence at its word."""
        places = {
            f"{question.column.value}:{question.key}": f"word_{number}"
            for number, question in enumerate(self.questions)
        }
        _refuse(self, refused, places)


def _word_field(question: WordQuestion, names: Sequence[tuple[str, Any]]) -> forms.Field:
    quoted = f"“{question.text}”" if question.text else "No theme given"
    label = f"{question.column.label}: {quoted}"
    rows = counted(question.rows, "row")
    hint = f"In {rows}, first in {question.place}."
    error_messages = {"required": "Say what is meant, so that nothing is guessed."}
    if question.column in DATES or question.column in DAYS:
        example = "30 June 2026" if question.column in DAYS else "30 June 2026, June 2026 or End of 2026/27"
        hint = f"{hint} Write the date meant, such as {example}, or none to keep the words beside the action."
        return forms.CharField(label=label, help_text=hint, max_length=60, error_messages=error_messages)
    return forms.ChoiceField(
        label=label, help_text=hint, choices=[("", "Choose"), *names], error_messages=error_messages
    )


def name_choices(
    column: PlanColumn, rows: Iterable[tuple[str, Any]], *, may_add: bool
) -> list[tuple[str, Any]]:
    """What a name can mean: one of those there are (rows, or groups of them), a new one, or words to keep."""
    noun = column.label.lower()
    new = [(ADD, f"Add it as a new {noun}")] if may_add else []
    keep = [] if column is PlanColumn.THEME else [(KEEP, "None of these: keep the words beside the action")]
    return [*new, *keep, *rows]


class ImportConfirmForm(forms.Form):
    """Yes, to exactly what was shown."""

    seal = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, needs_reason: bool, **options: Any) -> None:
        super().__init__(data, **options)
        if needs_reason:
            self.fields["reason"] = forms.CharField(
                label="Why these dates move",
                help_text="Kept with every date this import moves, where the file does not say why itself.",
                widget=forms.Textarea(attrs={"rows": 3}),
                max_length=600,
                error_messages={"required": "Say why these dates move."},
            )
