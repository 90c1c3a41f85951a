"""Reads: where risks stand on a day, before controls, now and as aimed at."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast

from core.domain.status import Movement
from governance.domain.risk_score import MatrixFacts, Score, risk_movement, score_of
from governance.models import Assessment, Matrix, Risk

BEFORE, NOW, TARGET = Assessment.Stage.BEFORE, Assessment.Stage.NOW, Assessment.Stage.TARGET
Matrices = Mapping[int, MatrixFacts]


@dataclass(frozen=True)
class Standing:
    """A risk's scores on a day; None where nobody has scored it.

    ``earlier`` is where it stood now before: at an earlier day, or at the assessment before the last.
    """

    matrix: MatrixFacts
    before: Score | None = None
    now: Score | None = None
    target: Score | None = None
    earlier: Score | None = None

    @property
    def movement(self) -> Movement | None:
        """Whether it got worse since; None when it is not scored."""
        return risk_movement(self.earlier, self.now)


@dataclass(frozen=True)
class RegisterLine:
    """One line of the register. ``owner`` is a role or an organisation, "" when neither is named."""

    pk: int
    reference: str
    title: str
    owner: str
    state: str
    review_on: datetime.date | None
    mitigation: str
    mitigation_due_on: datetime.date | None
    standing: Standing


def facts_of(matrix: Matrix) -> MatrixFacts:
    """A matrix as the rules need it."""
    return MatrixFacts(
        tuple(matrix.impact_words),
        tuple(matrix.likelihood_words),
        tuple((int(lowest), str(word)) for lowest, word in matrix.bands),
    )


def matrices_of(risks: QuerySet[Risk]) -> dict[int, MatrixFacts]:
    """The matrices these risks are scored on, by key. One query."""
    return _matrices(risks.order_by().values("matrix"))


def _matrices(keys: Any) -> dict[int, MatrixFacts]:
    return {matrix.pk: facts_of(matrix) for matrix in Matrix.objects.filter(pk__in=keys)}


def on_register(risks: QuerySet[Risk], day: datetime.date) -> QuerySet[Risk]:
    """The risks that were on the register on a day.

    A risk whose raising is not stated was there from the start; one that is closed without a date
    was there on no day that we could name.
    """
    raised = Q(raised_on__isnull=True) | Q(raised_on__lte=day)
    return risks.filter(raised, Q(state=Risk.State.OPEN) | Q(closed_on__gt=day))


def ranked(risks: QuerySet[Risk], matrices: Matrices, day: datetime.date) -> QuerySet[Risk]:
    """The risks with ``now_value`` (impact times likelihood) and ``band`` (0 the lowest) on a day.

    Both are NULL for a risk nobody has scored: unscored sorts after everything, never as nought.
    Bands compare where scores of different matrices do not.
    """
    scores = (
        Assessment.objects.live()
        .filter(risk=OuterRef("pk"), stage=NOW, assessed_on__lte=day)
        .order_by("-assessed_on", "-number")
        .annotate(value=Cast("impact", IntegerField()) * Cast("likelihood", IntegerField()))
        .values("value")[:1]
    )
    valued = risks.annotate(now_value=Subquery(scores, output_field=IntegerField()))
    steps = [
        When(matrix=key, now_value__gte=lowest, then=Value(number))
        for key, matrix in matrices.items()
        for number, (lowest, _word) in reversed(list(enumerate(matrix.bands)))
    ]
    return valued.annotate(band=Case(*steps, default=None, output_field=IntegerField()))


WORST_FIRST = (F("band").desc(nulls_last=True), F("now_value").desc(nulls_last=True), "reference")


def in_band(risks: QuerySet[Risk], matrices: Matrices, word: str) -> QuerySet[Risk]:
    """Of ranked risks those in the bands of that word (in lower case), whatever their matrix numbers them."""
    named = Q(pk__in=[])
    for key, matrix in matrices.items():
        for number, (_lowest, name) in enumerate(matrix.bands):
            if name.lower() == word:
                named |= Q(matrix=key, band=number)
    return risks.filter(named)


def register(
    risks: QuerySet[Risk],
    day: datetime.date,
    since: datetime.date | None = None,
    matrices: Matrices | None = None,
) -> list[RegisterLine]:
    """The risks, in their order, with their scores on a day.

    ``since`` is the earlier day to compare with; without it each risk is compared with its
    assessment before the last. One query for no risks; for any number of them two, and one more
    where the caller has not asked for their matrices already.
    """
    rows = list(risks.values_list(*COLUMNS))
    if not rows:
        return []
    known = matrices or _matrices({row[-1] for row in rows})
    standings = standings_of({row[0]: known[row[-1]] for row in rows}, day, since)
    return [
        RegisterLine(
            pk=row[0],
            reference=row[1],
            title=row[2],
            owner=row[3] or row[4] or "",
            state=row[5],
            review_on=row[6],
            mitigation=row[7],
            mitigation_due_on=row[8],
            standing=standings[row[0]],
        )
        for row in rows
    ]


COLUMNS = (
    "pk", "reference", "title", "owner_role", "owner__name", "state", "review_on", "mitigation",
    "mitigation_due_on", "matrix",
)  # fmt: skip


def standings_of(
    matrix_of: Mapping[int, MatrixFacts], day: datetime.date, since: datetime.date | None = None
) -> dict[int, Standing]:
    """Where each risk stands on a day, by key. One query."""
    given: dict[int, dict[str, list[tuple[datetime.date, int, int]]]] = defaultdict(lambda: defaultdict(list))
    found = (
        Assessment.objects.live()
        .filter(risk__in=list(matrix_of), assessed_on__lte=day)
        .order_by("assessed_on", "number")
        .values_list("risk", "stage", "assessed_on", "impact", "likelihood")
    )
    for risk, stage, assessed_on, impact, likelihood in found:
        given[risk][stage].append((assessed_on, impact, likelihood))
    return {risk: _standing(matrix, given[risk], since) for risk, matrix in matrix_of.items()}


def _standing(
    matrix: MatrixFacts,
    given: Mapping[str, list[tuple[datetime.date, int, int]]],
    since: datetime.date | None,
) -> Standing:
    now = given.get(NOW, [])
    earlier = now[:-1] if since is None else [one for one in now if one[0] <= since]
    return Standing(
        matrix,
        before=_last(matrix, given.get(BEFORE, [])),
        now=_last(matrix, now),
        target=_last(matrix, given.get(TARGET, [])),
        earlier=_last(matrix, earlier),
    )


def _last(matrix: MatrixFacts, given: list[tuple[datetime.date, int, int]]) -> Score | None:
    return score_of(matrix, given[-1][1], given[-1][2]) if given else None


@dataclass(frozen=True)
class AssessmentLine:
    """One assessment as the risk's page lists it; the words are the matrix's own."""

    number: int
    stage: str
    assessed_on: datetime.date
    impact: str
    likelihood: str
    score: Score
    note: str


def assessments_of(risk: Risk, matrix: MatrixFacts) -> list[AssessmentLine]:
    """Every assessment of one risk, newest first. One query."""
    stages = dict(Assessment.Stage.choices())
    values = (
        risk.assessments.live()
        .order_by("-assessed_on", "-number")
        .values_list("number", "stage", "assessed_on", "impact", "likelihood", "note")
    )
    lines = []
    for number, stage, day, impact, likelihood, note in values:
        score = score_of(matrix, impact, likelihood)
        assert score is not None  # both levels are compulsory columns
        words = (matrix.impact_words[impact - 1], matrix.likelihood_words[likelihood - 1])
        lines.append(AssessmentLine(number, stages[stage], day, *words, score, note))
    return lines


@dataclass(frozen=True)
class MapCell:
    """One cell of a matrix: its score with its band, and which risks stand in it."""

    score: Score
    risks: tuple[tuple[str, str], ...] = ()  # reference and title


@dataclass(frozen=True)
class MatrixMap:
    """A matrix drawn out: highest likelihood first, a row each, lowest impact leftmost.

    ``unscored`` are the risks that have no place in it.
    """

    name: str
    matrix: MatrixFacts
    rows: tuple[tuple[str, tuple[MapCell, ...]], ...]
    unscored: tuple[tuple[str, str], ...]


def matrix_map(name: str, matrix: MatrixFacts, placed: Iterable[tuple[str, str, Score | None]]) -> MatrixMap:
    """Put risks (reference, title, score) on their matrix."""
    cells: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    unscored = []
    for reference, title, score in placed:
        if score is None:
            unscored.append((reference, title))
        else:
            cells[score.impact, score.likelihood].append((reference, title))
    rows = tuple(
        (
            word,
            tuple(_cell(matrix, impact, level, cells) for impact in range(1, len(matrix.impact_words) + 1)),
        )
        for level, word in reversed(list(enumerate(matrix.likelihood_words, start=1)))
    )
    return MatrixMap(name, matrix, rows, tuple(unscored))


def _cell(
    matrix: MatrixFacts, impact: int, likelihood: int, placed: Mapping[tuple[int, int], list[tuple[str, str]]]
) -> MapCell:
    score = score_of(matrix, impact, likelihood)
    assert score is not None
    return MapCell(score, tuple(placed.get((impact, likelihood), ())))


def organisations_owning(partnership: Any) -> list[tuple[str, str]]:
    """Code and name of every organisation that owns a risk here, for the filter. One query."""
    owned = Risk.objects.live().filter(partnership=partnership, owner__isnull=False)
    return list(owned.order_by("owner__name").values_list("owner__code", "owner__name").distinct())
