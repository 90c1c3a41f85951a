"""Reads: where risks stand on a day, before controls, now and as aimed at."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast

from governance.domain.register import RegisterLine, Standing
from governance.domain.risk_score import MatrixFacts, Score, score_of
from governance.models import Assessment, Matrix, Risk

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
    value = Cast("impact", IntegerField()) * Cast("likelihood", IntegerField())
    steps = [
        When(matrix=key, now_value__gte=lowest, then=Value(number))
        for key, matrix in matrices.items()
        for number, (lowest, _word) in reversed(list(enumerate(matrix.bands)))
    ]
    valued = risks.annotate(now_value=_scored(NOW, day, value))
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
    """The risks, in their order, with their scores on a day. One query however many there are.

    ``since`` is the earlier day to compare with; without it each risk is compared with its
    assessment before the last.
    """
    earlier = _scored(NOW, since, PLACE) if since else _scored(NOW, day, PLACE, skip=1)
    rows = risks.annotate(
        place_before=_scored(BEFORE, day, PLACE),
        place_now=_scored(NOW, day, PLACE),
        place_target=_scored(TARGET, day, PLACE),
        place_earlier=earlier,
    ).values_list(*COLUMNS)
    matrices: dict[int, MatrixFacts] = {}
    return [_line(row, matrices) for row in rows]


def standing_of(risk: Risk, day: datetime.date) -> Standing:
    """Where one risk stands on a day. One query."""
    return register(Risk.objects.filter(pk=risk.pk), day)[0].standing


# A place in a matrix as one number, so that a subquery can bring it: impact 4, likelihood 3 is 4003.
STEP = 1000
PLACE = Cast("impact", IntegerField()) * STEP + Cast("likelihood", IntegerField())
COLUMNS = (
    "reference", "title", "owner_role", "owner__name", "state", "review_on", "mitigation",
    "mitigation_due_on", "matrix__name", "matrix", "matrix__impact_words", "matrix__likelihood_words",
    "matrix__bands",
    "place_before", "place_now", "place_target", "place_earlier",
)  # fmt: skip


def _scored(stage: str, day: datetime.date, what: Any, skip: int = 0) -> Subquery:
    """``what`` of a risk's last assessment of a stage up to a day, or of the one so many before it."""
    given = Assessment.objects.live().filter(risk=OuterRef("pk"), stage=stage, assessed_on__lte=day)
    newest_first = given.order_by("-assessed_on", "-number").annotate(what=what)
    return Subquery(newest_first.values("what")[skip : skip + 1], output_field=IntegerField())


def _line(row: tuple[Any, ...], matrices: dict[int, MatrixFacts]) -> RegisterLine:
    key, *words = row[9:13]
    matrix = matrices.get(key)
    if matrix is None:
        matrix = matrices[key] = facts_from(*words)
    before, now, target, earlier = (_score_at(matrix, place) for place in row[13:])
    return RegisterLine(
        reference=row[0],
        title=row[1],
        owner=row[2] or row[3] or "",
        state=row[4],
        review_on=row[5],
        mitigation=row[6],
        mitigation_due_on=row[7],
        matrix=row[8],
        standing=Standing(matrix, before, now, target, earlier),
    )


def _score_at(matrix: MatrixFacts, place: int | None) -> Score | None:
    return None if place is None else score_of(matrix, place // STEP, place % STEP)


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
