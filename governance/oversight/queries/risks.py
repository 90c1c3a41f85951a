"""Reads: where risks stand on a day, before controls, now and as aimed at."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Case,
    F,
    FilteredRelation,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast

from governance.models import Assessment, Matrix, Risk
from governance.oversight.domain.register import RegisterLine, RiskStanding
from governance.oversight.domain.risk_score import MatrixFacts, Score, score_of

BEFORE, NOW, TARGET = Assessment.Stage.BEFORE, Assessment.Stage.NOW, Assessment.Stage.TARGET
Matrices = Mapping[int, MatrixFacts]


def facts_of(matrix: Matrix) -> MatrixFacts:
    """A matrix as the rules need it."""
    return facts_from(matrix.impact_words, matrix.likelihood_words, matrix.bands)


def facts_from(impact_words: list[str], likelihood_words: list[str], bands: list[Any]) -> MatrixFacts:
    """The same, from what the columns hold."""
    return MatrixFacts(
        tuple(impact_words),
        tuple(likelihood_words),
        tuple((int(lowest), str(word)) for lowest, word in bands),
    )


def matrices_of(risks: QuerySet[Risk]) -> dict[int, MatrixFacts]:
    """The matrices these risks are scored on, by key. One query."""
    used = Matrix.objects.filter(pk__in=risks.order_by().values("matrix"))
    return {matrix.pk: facts_of(matrix) for matrix in used}


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
    given = Assessment.objects.live().filter(risk=OuterRef("pk"), stage=NOW, assessed_on__lte=day)
    value = Cast("impact", IntegerField()) * Cast("likelihood", IntegerField())
    last = given.order_by("-assessed_on", "-number").annotate(value=value).values("value")[:1]
    steps = [
        When(matrix=key, now_value__gte=lowest, then=Value(number))
        for key, matrix in matrices.items()
        for number, (lowest, _word) in reversed(list(enumerate(matrix.bands)))
    ]
    valued = risks.annotate(now_value=Subquery(last, output_field=IntegerField()))
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
    risks: QuerySet[Risk], day: datetime.date, since: datetime.date | None = None
) -> list[RegisterLine]:
    """The risks with their scores on a day, worst first. One query however many there are.

    ``since`` is the earlier day to compare with; without it each risk is compared with its
    assessment before the last.
    """
    given = Q(assessments__archived_at=None, assessments__assessed_on__lte=day)
    rows = (
        risks.order_by()
        .alias(given=FilteredRelation("assessments", condition=given))
        .values_list(
            *COLUMNS,
            "given__assessed_on",
            "given__number",
            "given__stage",
            "given__impact",
            "given__likelihood",
        )
    )
    risk_rows: dict[int, tuple[Any, ...]] = {}
    scores: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        risk_rows[row[0]] = row
        if row[-1] is not None:
            scores[row[0]].append(row[len(COLUMNS) :])
    matrices: dict[int, MatrixFacts] = {}
    lines = [_line(row, sorted(scores[key]), since, matrices) for key, row in risk_rows.items()]
    return sorted(lines, key=lambda line: line.rank)


def register_page(risks: QuerySet[Risk], day: datetime.date) -> list[RegisterLine]:
    """One page of the register, in the order and number of the rows given. Two queries."""
    places = {pk: place for place, pk in enumerate(risks.values_list("pk", flat=True))}
    lines = register(Risk.objects.filter(pk__in=places), day)
    return sorted(lines, key=lambda line: places[line.pk])


def standing_of(risk: Risk, day: datetime.date) -> RiskStanding:
    """Where one risk stands on a day. One query."""
    return register(Risk.objects.filter(pk=risk.pk), day)[0].standing


COLUMNS = (
    "pk", "reference", "title", "owner_role", "owner__name", "state", "review_on", "mitigation",
    "mitigation_due_on", "matrix__name", "matrix",
    "matrix__impact_words", "matrix__likelihood_words", "matrix__bands",
)  # fmt: skip


def _line(
    row: tuple[Any, ...], given: list[Any], since: datetime.date | None, matrices: dict[int, MatrixFacts]
) -> RegisterLine:
    """``given`` holds day, number, stage, impact and likelihood of each assessment, oldest first."""
    key = row[10]
    if key not in matrices:
        matrices[key] = facts_from(*row[11:14])
    return RegisterLine(
        pk=row[0],
        reference=row[1],
        title=row[2],
        owner=row[3] or row[4] or "",
        state=row[5],
        review_on=row[6],
        mitigation=row[7],
        mitigation_due_on=row[8],
        matrix=row[9],
        standing=_standing(matrices[key], given, since),
    )


def _standing(matrix: MatrixFacts, given: list[Any], since: datetime.date | None) -> RiskStanding:
    of = {
        stage: [assessment for assessment in given if assessment[2] == stage]
        for stage in (BEFORE, NOW, TARGET)
    }
    earlier = (
        of[NOW][:-1] if since is None else [assessment for assessment in of[NOW] if assessment[0] <= since]
    )
    return RiskStanding(
        matrix, *(_last(matrix, assessments) for assessments in (of[BEFORE], of[NOW], of[TARGET], earlier))
    )


def _last(matrix: MatrixFacts, given: list[Any]) -> Score | None:
    return score_of(matrix, given[-1][3], given[-1][4]) if given else None


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


def matrix_maps(lines: Iterable[RegisterLine], stage: str) -> list[MatrixMap]:
    """The risks on their matrices, one map each, by the stage's name in Standing: before, now, target."""
    by_matrix: dict[int, list[RegisterLine]] = defaultdict(list)
    for line in lines:
        # By identity: two councils' matrices may look alike and are still two.
        by_matrix[id(line.standing.matrix)].append(line)
    return [_map(group, stage) for group in by_matrix.values()]


def _map(lines: list[RegisterLine], stage: str) -> MatrixMap:
    matrix = lines[0].standing.matrix
    cells: dict[tuple[int, int], list[tuple[str, str]]] = defaultdict(list)
    unscored = []
    for line in lines:
        score: Score | None = getattr(line.standing, stage)
        if score is None:
            unscored.append((line.reference, line.title))
        else:
            cells[score.impact, score.likelihood].append((line.reference, line.title))
    rows = tuple(
        (
            word,
            tuple(_cell(matrix, impact, level, cells) for impact in range(1, len(matrix.impact_words) + 1)),
        )
        for level, word in reversed(list(enumerate(matrix.likelihood_words, start=1)))
    )
    return MatrixMap(lines[0].matrix, matrix, rows, tuple(unscored))


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
