"""The base of every row people argue about: versioned, archived instead of deleted, with history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn, Self

from django.db import models, transaction
from simple_history.manager import HistoryManager
from simple_history.models import HistoricalRecords

from core.card import Card
from core.change import current_change, current_change_set
from core.models.windows import check_windows
from core.permissions import Verb
from core.scope import visible_rows

if TYPE_CHECKING:
    from core.models.user import User


class UntrackedWrite(RuntimeError):
    """A bulk write that would have changed rows without a trace."""


class StaleEdit(Exception):
    """Somebody else saved the row since it was read. Carries the row as it is now."""

    def __init__(self, current: AuditedModel, expected: int) -> None:
        super().__init__(
            f"{current._meta.label} {current.pk} is at version {current.version}, not {expected}"
        )
        self.current = current
        self.expected = expected


class TrackedQuerySet(models.QuerySet[Any]):
    """Refuses writes that leave no history, and knows who may see what."""

    def live(self) -> Self:
        """Rows that are not archived."""
        return self.filter(archived_at__isnull=True)

    def visible_to(self, user: Any, verb: Verb = Verb.VIEW) -> Self:
        """The rows the user may do that to, by the policy and their grants today."""
        reached: Self = visible_rows(self, user, verb)
        return reached

    def update(self, **values: Any) -> int:
        """Only inside core.change.bulk_writes()."""
        self._guard("update()")
        return super().update(**values)

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """Only inside core.change.bulk_writes()."""
        self._guard("bulk_create()")
        return super().bulk_create(objs, *args, **options)

    def bulk_update(self, objs: Iterable[Any], *args: Any, **options: Any) -> int:
        """Only inside core.change.bulk_writes()."""
        self._guard("bulk_update()")
        return super().bulk_update(objs, *args, **options)

    def _guard(self, what: str) -> None:
        if not current_change().in_bulk:
            _refuse(
                f"{self.model._meta.label}.{what} writes no history; save rows, or write theirs yourself."
            )


def _refuse(sentence: str) -> NoReturn:
    raise UntrackedWrite(sentence)


class AuditedManager(models.Manager.from_queryset(TrackedQuerySet)):  # type: ignore[misc]
    """Finds rows by natural key too, for fixtures and imports."""

    def get_by_natural_key(self, *values: Any) -> Any:
        """The row its card's key names."""
        return self.get(**dict(zip(self.model.card.key, values, strict=True)))


class HistoryRow(models.Model):
    """What every history row has beside the library's columns."""

    change_set = models.UUIDField(default=current_change_set, editable=False, db_index=True)

    class Meta:
        abstract = True


class TrailManager(HistoryManager):
    """The library's. It puts its class together anew at each look at a row's history; here it is kept."""

    @classmethod
    @cache
    def from_queryset(
        cls, queryset_class: type[models.QuerySet], class_name: str | None = None
    ) -> type[Self]:
        """The manager with the query set's methods."""
        made: type[Self] = super().from_queryset(queryset_class, class_name)
        return made


def kept_fields(model: type[models.Model] | models.Model) -> list[models.Field[Any, Any]]:
    """The columns whose values are given, and kept in history: not those the database works out of them."""
    return [field for field in model._meta.concrete_fields if not field.generated]


class AuditTrail(HistoricalRecords):
    """The library's history, indexed for the question we ask of it: one row as it was at a moment.

    The library's own composite index has the columns the other way round.
    """

    def fields_included(self, model: type[models.Model]) -> list[models.Field[Any, Any]]:
        """What is given; the rest follows from it."""
        return [field for field in super().fields_included(model) if not field.generated]

    def get_meta_options(self, model: type[models.Model]) -> dict[str, Any]:
        """The library's options and our index."""
        options: dict[str, Any] = super().get_meta_options(model)
        options["indexes"] = (models.Index(fields=[model._meta.pk.attname, "history_date"]),)
        return options


class AuditedModel(models.Model):
    """A row with a version, a history and a source.

    ``version`` rises with every change, and a save with an old version is refused wherever it comes
    from: our pages, the admin and imports all end in ``save()``. ``source`` and ``inferred`` say which
    paragraph of which paper a row was taken from, and whether that was read or concluded.
    """

    card: ClassVar[Card]

    version = models.PositiveIntegerField(default=1, editable=False)
    archived_at = models.DateTimeField(null=True, blank=True, editable=False)
    source = models.CharField(
        "where this comes from",
        max_length=200,
        blank=True,
        help_text="For example: Joint Committee, 20 July 2023, paragraph 4.22.",
    )
    inferred = models.BooleanField(
        default=False, help_text="The paper does not say this; it was concluded from what it says."
    )

    objects: ClassVar[Any] = AuditedManager()
    history = AuditTrail(
        inherit=True,
        history_manager=TrailManager,
        bases=[HistoryRow],
        history_change_reason_field=models.TextField("reason", blank=True, default=""),
    )

    class Meta:
        abstract = True

    def save(self, **options: Any) -> None:
        """Save if something changed; refuse if somebody else saved meanwhile.

        Raises StaleEdit. This is the one place where versions are compared, because every way of
        writing a row (form, admin, import, service) passes here and nowhere else.
        """
        if self._state.adding:
            super().save(**options)
            return
        with transaction.atomic(savepoint=False):
            current = type(self)._base_manager.select_for_update().get(pk=self.pk)
            is_stale = current.version != self.version
            if not is_stale and self._differs_from(current):
                self.version += 1
                super().save(**options)
        if is_stale:  # nothing was written, so whatever else the caller's transaction holds may stand
            raise StaleEdit(current, self.version)

    def clean(self) -> None:
        """Dates that people word have their three columns in step."""
        super().clean()
        check_windows(self)

    def clean_alone(self) -> None:
        """What the stored rows beside it ask besides, when it is saved by itself. Raises ValidationError.

        Whoever saves a row together with those beside it holds them all, and asks the rule of them instead.
        """

    def _differs_from(self, other: Self) -> bool:
        return any(
            getattr(self, field.attname) != getattr(other, field.attname) for field in kept_fields(self)
        )

    def natural_key(self) -> tuple[Any, ...]:
        """The values of the card's key."""
        return tuple(value_at(self, path) for path in self.card.key)

    # The three names the history library looks for on a row; they answer from the change in force.

    @property
    def _history_user(self) -> User | None:
        actor: User | None = current_change().actor
        return actor

    @property
    def _change_reason(self) -> str:
        return current_change().reason

    @property
    def _history_date(self) -> datetime:
        moment = current_change().moment
        if moment is None:
            raise AttributeError("no back-dating: the library takes the clock")
        return moment


def value_at(row: Any, path: str) -> Any:
    """The value at the end of a double-underscore path, or None where the path breaks off."""
    for part in path.split("__"):
        if row is None:
            return None
        row = getattr(row, part)
    return row


__all__ = [
    "AuditTrail",
    "AuditedModel",
    "HistoryRow",
    "StaleEdit",
    "TrackedQuerySet",
    "UntrackedWrite",
    "kept_fields",
]
