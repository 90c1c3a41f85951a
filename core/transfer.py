"""Spreadsheets in and out, for every model with a card."""

from __future__ import annotations

import csv
import io
import re
from typing import Any

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db.models import Field, ForeignKey, Model
from import_export import fields, resources, widgets
from import_export.formats.base_formats import BINARY_FORMATS, CSV, XLSX
from import_export.results import Error
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from tablib import Dataset

from core.blocks import Table
from core.change import current_change
from core.domain.numbers import whole_number
from core.models import AuditedModel, StaleEdit
from core.permissions import Verb

JOIN = " / "
XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NOT_IN_TITLES, LONGEST_TITLE = re.compile(r"[\[\]:*?/\\]"), 31
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")


class NaturalKeyWidget(widgets.Widget):
    """A related row by its natural key, "vision / ES", never by a number only this database knows."""

    def __init__(self, model: Any, **options: Any) -> None:
        super().__init__(**options)
        self.model = model

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        """The row named, or a sentence when there is none."""
        if value in (None, ""):
            return None
        parts = [part.strip() for part in str(value).split(JOIN.strip() if JOIN not in str(value) else JOIN)]
        try:
            return self.model._default_manager.get_by_natural_key(*parts)
        except (ObjectDoesNotExist, ValueError, ValidationError) as missing:
            raise ValueError(f"There is no {self.model._meta.verbose_name} called {value}.") from missing

    def render(self, value: Any, obj: Any = None, **kwargs: Any) -> str:
        """The key's parts, joined."""
        return JOIN.join(str(part) for part in value.natural_key()) if value else ""


class PlainError(Error):
    """What is wrong with a file or a row, in words and without a traceback."""

    traceback = ""

    def __init__(self, error: Exception, row: Any = None, number: int | None = None) -> None:
        words = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        super().__init__(words, row, number)


class AuditedResource(resources.ModelResource):
    """Rows found by natural key, checked as forms check them, refused when stale or out of reach."""

    @classmethod
    def get_error_result_class(cls) -> type[PlainError]:
        """Errors are read by people."""
        return PlainError

    def before_import(self, dataset: Dataset, **kwargs: Any) -> None:
        """Unknown headings and repeated keys are said before anything is read."""
        known = {field.column_name for field in self.get_import_fields()}
        unknown = [heading for heading in dataset.headers or [] if heading and heading not in known]
        if unknown:
            raise ValidationError(
                f"The file has headings this list does not know: {', '.join(unknown)}. "
                f"It knows: {', '.join(sorted(known))}."
            )
        keys = [self.fields[name].column_name for name in self._meta.import_id_fields]
        for name in (name for name in keys if name not in (dataset.headers or [])):
            if not self._meta.model._meta.get_field(name).null:
                raise ValidationError(f"The file needs a column {name}: rows are found by {', '.join(keys)}.")
            dataset.append_col([""] * len(dataset), header=name)
        seen: set[tuple[str, ...]] = set()
        for number, row in enumerate(dataset.dict, start=2):
            key = tuple(str(row.get(name) or "") for name in keys)
            if key in seen:
                raise ValidationError(
                    f"Row {number} repeats {', '.join(filter(None, key))}. Each row may appear once."
                )
            seen.add(key)

    def before_save_instance(self, instance: AuditedModel, row: Any, **kwargs: Any) -> None:
        """The rows stored beside it, the version the file was exported at, and the policy."""
        instance.clean_alone()
        version = whole_number(row.get("version") or "")
        if version and instance.pk:
            instance.version = version
        actor = current_change().actor
        if actor and instance.pk and not actor.has_perm(_perm("change", instance), instance):
            raise ValidationError(f"You cannot change {instance}.")

    def after_save_instance(self, instance: AuditedModel, row: Any, **kwargs: Any) -> None:
        """A new row must lie within the importer's reach; the transaction takes it back otherwise."""
        actor = current_change().actor
        if actor and not actor.has_perm(_perm("view", instance), instance):
            raise ValidationError(f"You cannot add {instance} there.")

    def save_instance(self, instance: AuditedModel, is_create: bool, row: Any, **kwargs: Any) -> None:
        """A stale row is a row error in words."""
        try:
            super().save_instance(instance, is_create, row, **kwargs)
        except StaleEdit as stale:
            raise ValidationError(
                f"{instance} was changed after this file was exported (it is now at version "
                f"{stale.current.version}, the file has {stale.expected}). Export it again."
            ) from stale


def _perm(verb: str, row: Model) -> str:
    return f"{row._meta.app_label}.{verb}_{row._meta.model_name}"


def columns_of(model: type[AuditedModel]) -> list[Field[Any, Any]]:
    """The fields a spreadsheet of the model has: its card's, else all that people edit, and the version."""
    names = model.card.transfer
    columns = [
        field
        for field in model._meta.concrete_fields
        if (field.name in names if names else field.editable and not field.primary_key)
    ]
    return [*columns, model._meta.get_field("version")]


def resource_for(model: type[AuditedModel]) -> type[AuditedResource]:
    """The spreadsheet resource of a model, made from its card."""
    columns = columns_of(model)
    key = tuple(dict.fromkeys(path.partition("__")[0] for path in model.card.key))
    declared: dict[str, Any] = {
        field.name: fields.Field(
            attribute=field.name, column_name=field.name, widget=NaturalKeyWidget(field.related_model)
        )
        for field in columns
        if isinstance(field, ForeignKey)
    }
    declared["version"] = fields.Field(attribute="version", column_name="version", readonly=True)
    declared["Meta"] = type(
        "Meta",
        (),
        {
            "model": model,
            "fields": tuple(dict.fromkeys([*key, *(field.name for field in columns)])),
            "import_id_fields": key,
            "clean_model_instances": True,
            "skip_unchanged": True,
            "report_skipped": True,
            "use_bulk": False,  # bulk writes would leave no history
        },
    )
    return type(f"{model.__name__}Resource", (AuditedResource,), declared)


def safe_text(value: Any) -> Any:
    """Text that no spreadsheet takes for a formula; numbers and everything else unchanged."""
    if not isinstance(value, str) or not value.startswith(DANGEROUS):
        return value
    try:
        float(value)
    except ValueError:
        return "'" + value
    return value


class SafeCSV(CSV):
    """CSV in which nothing is a formula."""

    def export_data(self, dataset: Dataset, **kwargs: Any) -> str:
        """The file's text."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(dataset.headers)
        writer.writerows([safe_text(value) for value in row] for row in dataset)
        return out.getvalue()

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> Dataset:
        """Our own guard mark is taken off again on the way in."""
        dataset = super().create_dataset(in_stream, **kwargs)
        if len(dataset) and not dataset.headers:
            raise ValueError("The first line is empty. The headings stand there.")
        return _without_marks(dataset)


class SafeXLSX(XLSX):
    """XLSX with real numbers and dates, in which text is never a formula."""

    def export_data(self, dataset: Dataset, **kwargs: Any) -> bytes:
        """The file's bytes."""
        book = Workbook(write_only=True)
        _add_sheet(book, sheet_title(dataset.title or "Sheet"), dataset)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()


def file_of(table: Table, kind: str) -> tuple[bytes, str]:
    """A block's table as a file, "csv" or "xlsx", and its media type. Numbers stay numbers."""
    rows = [*table.rows, *([table.total] if table.total else [])]
    dataset = Dataset(*rows, headers=table.headings, title=table.caption)
    if kind == "xlsx":
        return SafeXLSX().export_data(dataset), XLSX_TYPE
    return str(SafeCSV().export_data(dataset)).encode("utf-8-sig"), "text/csv; charset=utf-8"


def sheet_title(words: str) -> str:
    """Words as a spreadsheet program takes them for the name of a sheet."""
    return NOT_IN_TITLES.sub(" ", words)[:LONGEST_TITLE].strip() or "Sheet"


def workbook_of(place: AuditedModel, user: Any) -> bytes:
    """Everything in a partnership that the user may take away: one sheet for each kind of row, as XLSX.

    ``place`` is the row that cards' scopes lead to. A kind without a row has no sheet.
    """
    book = Workbook(write_only=True)
    for model in apps.get_models():
        if not issubclass(model, AuditedModel) or model.card.scope is None:
            continue
        rows = model.objects.live().visible_to(user, Verb.EXPORT)
        rows = (
            rows.filter(pk=place.pk) if model.card.scope == "pk" else rows.filter(**{model.card.scope: place})
        )
        data = resource_for(model)().export(rows.select_related(*_named(model)))
        if len(data):
            _add_sheet(book, sheet_title(str(model._meta.verbose_name_plural).capitalize()), data)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _named(model: type[AuditedModel]) -> list[str]:
    """The rows that a spreadsheet of the model names, so that they are read with it."""
    return [field.name for field in columns_of(model) if isinstance(field, ForeignKey)]


def _add_sheet(book: Workbook, title: str, data: Dataset) -> None:
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for row in [data.headers, *data]:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)


# The library decides by this list whether numbers and dates reach the file as such.
BINARY_FORMATS.append(SafeXLSX)


def _without_marks(dataset: Dataset) -> Dataset:
    clean = Dataset(headers=dataset.headers)
    for row in dataset:
        clean.append(
            [
                value[1:]
                if isinstance(value, str) and value[:1] == "'" and value[1:].startswith(DANGEROUS)
                else value
                for value in row
            ]
        )
    return clean
