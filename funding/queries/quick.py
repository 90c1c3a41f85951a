"""The rows a position is made of, fetched in one query, for pages that have many other things to ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any, TypeVar

from django.db.models import (
    Case,
    CharField,
    DateField,
    DecimalField,
    IntegerField,
    Min,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from core.scope import seen
from funding.models import (
    Contribution,
    CostLine,
    Option,
    OptionLine,
    Phase,
    Post,
    Share,
    Source,
    Split,
)
from funding.queries.books import NO_DATE, Books
from partnerships.models import Organisation

Row = TypeVar("Row", Post, CostLine, Option, OptionLine)
NO_AMOUNT = Cast(Value(None), DecimalField(max_digits=14, decimal_places=2))
ONE_SUM = Case(
    When(is_one_sum=True, then=Value(1)), output_field=DecimalField(max_digits=14, decimal_places=2)
)
HOLDER = Concat(
    "source_of_money__holder__code", Value(" "), "source_of_money__holder__name", output_field=CharField()
)
OTHER_LINES = Value("Other lines", CharField())
NO_DAY = Cast(Value(None), DateField())
NO_NUMBER = Cast(Value(None), IntegerField())


class QuickBooks(Books):
    """The rows a position is made of, fetched together: each table is small, and six questions are not.

    Only how the rows are fetched is told here; what they mean is the same as of any books. They hold what a
    position, a list of splits and who pays need, and are of today. Lines that are no posts come as one sum.
    """

    @cached_property
    def _found(self) -> Mapping[str, list[tuple[Any, ...]]]:
        """Rows by kind: key, parent, order, name, word, amount, number, first day, last day, reference, more.

        Posts come first: the columns of the first part say how all the others' are read.
        """
        scope = {"phase__partnership": self.partnership, "phase__archived_at": None}
        options = {"option__phase__partnership": self.partnership, "option__archived_at": None}
        parts = (
            _part(
                Post.objects.filter(**scope), "post", "phase", "order", "title", "grade", "unit_cost",
                number="number", first="starts_on", reference=Cast("months", CharField()),
            ),
            _part(
                CostLine.objects.filter(**scope).values("phase").annotate(sum=Sum("amount"), first=Min("pk")),
                "line", "phase", "", OTHER_LINES, OTHER_LINES, "sum", key="first",
            ),
            _part(Option.objects.filter(**scope), "option", "phase", "order", "name", "state"),
            _part(
                OptionLine.objects.filter(**options), "option line", "option", "order",
                "source_of_money__name", "source_of_money__kind", "amount",
                first="source_of_money__expires_on", reference="source_of_money__reference", more=HOLDER,
            ),
            _part(
                self._own(Phase), "phase", "pk", "months_charged", "name", "state", number=ONE_SUM,
                first="starts_on", last="ends_on", reference="reference",
            ),
            _part(
                self._own(Split), "split", "phase", "", "name", "state", "total", reference="reference",
                more="qualifier",
            ),
        )  # fmt: skip
        rows_by_kind: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for kind, *row in parts[0].union(*parts[1:], all=True):
            rows_by_kind[kind].append(tuple(row))
        return rows_by_kind

    @cached_property
    def paid(self) -> Mapping[int, list[tuple[str, str, Decimal]]]:
        """Name, code and amount of every share, by split; no rows are made of them."""
        return _grouped(
            Share.objects.live()
            .filter(split__in=[split.pk for split in self.splits])
            .order_by("split", "order")
            .values_list("split", "organisation__name", "organisation__code", "amount")
        )

    @cached_property
    def given(self) -> Mapping[tuple[str, str, str], Decimal]:
        """What each partner gives, by name, code and how far it has come, added up by the database."""
        rows: Any = self._own(Contribution)
        named = ("organisation__name", "organisation__code", "state")
        sums = rows.live().order_by(named[0]).values_list(*named).annotate(sum=Sum("amount"))
        return {(name, code, state): amount for name, code, state, amount in sums}

    def _own(self, model: Any) -> QuerySet[Any]:
        rows: QuerySet[Any] = seen(
            model.objects.filter(partnership=self.partnership), self.viewer, self.partnership
        )
        return rows

    @cached_property
    def phases(self) -> list[Phase]:
        phases = [
            Phase(
                pk=key, partnership=self.partnership, months_charged=months, name=name, state=state,
                starts_on=first, ends_on=last, reference=reference, is_one_sum=one_sum is not None,
            )
            for key, _, months, name, state, _, one_sum, first, last, reference, _ in self._found["phase"]
        ]  # fmt: skip
        return sorted(phases, key=lambda phase: (phase.starts_on or NO_DATE, phase.reference))

    @cached_property
    def posts(self) -> Mapping[int, list[Post]]:
        return _by_parent(
            (
                parent,
                Post(
                    pk=key,
                    phase_id=parent,
                    order=order,
                    title=title,
                    grade=grade,
                    unit_cost=cost,
                    number=number,
                    starts_on=starts_on,
                    months=int(months) if months else None,
                ),
            )
            for key, parent, order, title, grade, cost, number, starts_on, _, months, _ in self._found["post"]
        )

    @cached_property
    def lines(self) -> Mapping[int, list[CostLine]]:
        return _by_parent(
            (parent, CostLine(pk=key, phase_id=parent, name=name, amount=amount))
            for key, parent, _, name, _, amount, *_ in self._found["line"]
        )

    @cached_property
    def options(self) -> Mapping[int, list[Option]]:
        return _by_parent(
            (parent, Option(pk=key, phase_id=parent, order=order, name=name, state=state))
            for key, parent, order, name, state, *_ in self._found["option"]
        )

    @cached_property
    def option_lines(self) -> Mapping[int, list[OptionLine]]:
        rows = self._found["option line"]
        return _by_parent(
            (parent, _option_line(key, parent, order, name, kind, amount, expires, reference, holder))
            for key, parent, order, name, kind, amount, _, expires, _, reference, holder in rows
        )

    @cached_property
    def splits(self) -> list[Split]:
        splits = [
            Split(
                pk=key, phase_id=phase, name=name, state=state, total=total, reference=reference,
                qualifier=qualifier,
            )
            for key, phase, _, name, state, total, *_, reference, qualifier in self._found["split"]
        ]  # fmt: skip
        return sorted(splits, key=lambda split: split.reference)


def _part(
    rows: Any,
    kind: str,
    parent: str,
    order: str,
    name: Any,
    word: Any,
    amount: str = "",
    number: Any = "",
    *,
    first: str = "",
    last: str = "",
    reference: Any = "",
    more: Any = "",
    key: str = "pk",
) -> QuerySet[Any, Any]:
    """One kind of row in the columns all of them share; a column it has not got is NULL of the right type."""
    columns: QuerySet[Any, Any] = (
        rows.live()
        .order_by()
        .values_list(
            Value(kind, CharField()),
            key,
            parent,
            order or NO_NUMBER,
            name,
            word,
            amount or NO_AMOUNT,
            number or NO_AMOUNT,
            first or NO_DAY,
            last or NO_DAY,
            reference or Value("", CharField()),
            more or Value("", CharField()),
        )
    )
    return columns


Paid = tuple[str, str, Decimal]


def _grouped(rows: Iterable[tuple[int, str, str, Decimal]]) -> Mapping[int, list[Paid]]:
    grouped: dict[int, list[Paid]] = defaultdict(list)
    for split, name, code, amount in rows:
        grouped[split].append((name, code, amount))
    return grouped


def _by_parent(pairs: Iterable[tuple[int, Row]]) -> Mapping[int, list[Row]]:
    grouped: dict[int, list[Row]] = defaultdict(list)
    for parent, row in sorted(pairs, key=lambda pair: (pair[0], pair[1].order)):
        grouped[parent].append(row)
    return grouped


def _option_line(
    key: int,
    option: int,
    order: int,
    source: str,
    kind: str,
    amount: Any,
    expires_on: Any,
    reference: str,
    holder: str,
) -> OptionLine:
    line = OptionLine(pk=key, option_id=option, order=order, amount=amount)
    # Any key will do: it only says that the line has a source, and the source a holder.
    line.source_of_money = Source(pk=key, name=source, kind=kind, expires_on=expires_on, reference=reference)
    code, _, name = holder.partition(" ")
    if code:
        line.source_of_money.holder = Organisation(pk=key, code=code, name=name)
    return line
