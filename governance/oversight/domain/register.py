"""The risk register: one line a risk, with its scores before controls, now and as aimed at."""

from dataclasses import dataclass
from datetime import date

from core.domain.status import Movement
from governance.oversight.domain.risk_score import NOT_SCORED, MatrixFacts, Score, risk_movement


@dataclass(frozen=True)
class RiskStanding:
    """A risk's scores on a day; None where nobody has scored it.

    ``earlier`` is where it stood now before: on an earlier day, or at the assessment before the last.
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

    @property
    def trend(self) -> str:
        """What became of the score: "Up from 9", "No change", "First score"; nothing when not scored."""
        if self.movement is None:
            return ""
        if self.earlier is None:
            return "First score"
        if self.movement is Movement.SAME:
            return "No change"
        return f"{'Up' if self.movement is Movement.WORSE else 'Down'} from {self.earlier.value}"


@dataclass(frozen=True)
class RegisterLine:
    """One line of the register. ``owner`` is a role or an organisation, "" when neither is named."""

    pk: int
    reference: str
    title: str
    owner: str
    state: str
    review_on: date | None
    mitigation: str
    mitigation_due_on: date | None
    matrix: str
    standing: RiskStanding

    @property
    def rank(self) -> tuple[int, int, str]:
        """The register's order: the higher band, the higher score, the reference; unscored last."""
        now = self.standing.now
        return (-now.band_number, -now.value, self.reference) if now else (1, 0, self.reference)


def score_words(score: Score | None) -> str:
    """A score where no mark-up goes: "12 High", "Not scored"."""
    return f"{score.value} {score.band}" if score else NOT_SCORED
