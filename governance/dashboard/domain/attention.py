"""What a chief executive reads first: the verdict, what needs attention, what changed.

Sentences are built from plain counts, so the same quarter always reads the same. An action
is compared with what it said a quarter ago; redefining it never counts as improvement.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.domain.money import pounds
from core.domain.status import Movement, Status, movement
from core.domain.vocabulary import Vocabulary
from core.domain.windows import DateWindow, slip_days
from core.domain.words import Labelled, counted, listed, number_words, sentence_case
from governance.oversight.domain.risk_score import Score, crosses_band_upward, risk_movement

LONGEST_LIST = 5
DECISION_DAYS = 30
GAP_HORIZON = timedelta(days=365)
OVERDUE_DAYS = 14
SLIP_DAYS = 14
WORDS_OF_WHY = 24


class AttentionKind(Labelled):
    """Why something is on the attention list, in the order in which it ranks."""

    NEWLY_OFF_TRACK = "newly_off_track"
    OFF_TRACK_AGAIN = "off_track_again"
    DECISION_DUE = "decision_due"
    HELP_WANTED = "help_wanted"
    RISK_UP = "risk_up_a_band"
    FUNDING_GAP = "funding_gap"
    OVERDUE = "overdue"
    NO_UPDATE = "no_update"

    @property
    def rank(self) -> int:
        return tuple(AttentionKind).index(self)


@dataclass(frozen=True)
class VerdictFacts:
    """The counts a verdict is built from.

    ``before`` is None when there is no earlier quarter to compare with. ``gap`` is the money
    still to be found, None when nothing is recorded; ``gap_from`` says from when, in words. ``vocabulary``
    says what the statuses are called, and which of them are counted and well.
    """

    now: Mapping[Status, int]
    vocabulary: Vocabulary
    before: Mapping[Status, int] | None = None
    gap: Decimal | None = None
    gap_from: str = ""


@dataclass(frozen=True)
class ActionFacts:
    """One action now and a quarter ago, as far as attention and change go.

    ``before`` is None for an action that is new, ``after`` None for one that has left the
    plan. ``is_own`` says that the reader's organisation owes its update.
    """

    reference: str
    title: str
    before: Status | None
    after: Status | None
    due_before: DateWindow | None = None
    due: DateWindow | None = None
    is_redefined: bool = False
    is_own: bool = False
    why: str = ""
    recovery: str = ""
    recovery_on: date | None = None
    owner: str = ""


@dataclass(frozen=True)
class AttentionItem:
    """One line of the attention list. ``when`` is the date that presses, for the order inside a kind."""

    kind: AttentionKind
    reference: str
    title: str
    why: str
    recovery: str = ""
    recovery_on: date | None = None
    owner: str = ""
    when: date | None = None


@dataclass(frozen=True)
class AttentionList:
    """The items shown, most pressing first, and how many more there are."""

    shown: tuple[AttentionItem, ...]
    more: int

    @property
    def more_wording(self) -> str:
        return f"and {self.more:,} more" if self.more else ""


AFTER_ACTIONS = len(Status)  # the order of a change that is no action's


@dataclass(frozen=True)
class QuarterChange:
    """One thing that moved since last quarter.

    ``movement`` says where it stands in the list; ``heard`` what to call it instead when one of the two
    quarters was silent, since silence is no measure of anything.
    """

    reference: str
    title: str
    wording: str
    movement: Movement
    order: int = 0
    heard: str = ""


@dataclass(frozen=True)
class ChangeList:
    """What moved, worse first, then better, then what is neither; and what did not move."""

    worse: tuple[QuarterChange, ...]
    better: tuple[QuarterChange, ...]
    other: tuple[QuarterChange, ...]
    unchanged: str


def verdict(facts: VerdictFacts) -> tuple[str, ...]:
    """One to four sentences: how many are on course, what that leaves out, how many are not and since when,
    and the money."""
    total = sum(facts.now.values())
    if not total:
        return ("The plan has no actions yet.", *_money_sentence(facts))
    share = facts.vocabulary.on_course(facts.now)
    return (*share.sentences, _off_track_sentence(facts), *_money_sentence(facts))


def action_attention(facts: ActionFacts, on: date) -> AttentionItem | None:
    """The strongest reason an action has to be on the list; None when it has none."""
    kind = _action_kind(facts, on)
    if kind is None:
        return None
    return AttentionItem(
        kind,
        facts.reference,
        facts.title,
        shortened(facts.why) or _standing_reason(kind, facts, on),
        facts.recovery,
        facts.recovery_on,
        facts.owner,
        facts.due.last if facts.due else None,
    )


def decision_attention(reference: str, title: str, due: date, owner: str, on: date) -> AttentionItem | None:
    """A decision the reader has to take within thirty days, or should have taken already."""
    days = (due - on).days
    if days > DECISION_DAYS:
        return None
    why = (
        f"{counted(-days, 'day')} late"
        if days < 0
        else f"due in {counted(days, 'day')}"
        if days
        else "due today"
    )
    return AttentionItem(AttentionKind.DECISION_DUE, reference, title, why, owner=owner, when=due)


def help_attention(reference: str, title: str, wanted: str, owner: str) -> AttentionItem:
    """An action whose update asks for help or a decision."""
    return AttentionItem(AttentionKind.HELP_WANTED, reference, title, shortened(wanted), owner=owner)


def risk_attention(
    reference: str, title: str, before: Score | None, after: Score | None, owner: str = ""
) -> AttentionItem | None:
    """A risk that has crossed into a higher band since last quarter."""
    if before is None or after is None or not crosses_band_upward(before, after):
        return None
    why = f"up from {before.band.lower()} to {after.band.lower()}"
    return AttentionItem(AttentionKind.RISK_UP, reference, title, why, owner=owner)


def gap_attention(reference: str, title: str, gap: Decimal, starts: date, on: date) -> AttentionItem | None:
    """Money still to be found that starts to be missing within twelve months."""
    if gap <= 0 or starts > on + GAP_HORIZON:
        return None
    why = f"{pounds(gap)} still to be found"
    return AttentionItem(AttentionKind.FUNDING_GAP, reference, title, why, when=starts)


def attention(items: Sequence[AttentionItem], limit: int = LONGEST_LIST) -> AttentionList:
    """Rank by kind, then by the date that presses, then by reference; show the first few."""
    ranked = sorted(items, key=lambda item: (item.kind.rank, item.when or date.max, item.reference))
    return AttentionList(tuple(ranked[:limit]), max(len(ranked) - limit, 0))


def action_change(facts: ActionFacts, vocabulary: Vocabulary) -> QuarterChange | None:
    """What moved in one action, in one line; None when nothing worth telling did."""
    if facts.after is None:
        return QuarterChange(facts.reference, facts.title, "No longer in the plan", Movement.SAME)
    moved = movement(facts.before, facts.after)
    if moved is Movement.NEW:
        return QuarterChange(facts.reference, facts.title, "New in the plan", Movement.NEW)
    slip = slip_days(facts.due_before, facts.due) if facts.due_before and facts.due else 0
    words = _status_words(facts, moved, vocabulary) + _slip_words(facts, slip)
    directions = {moved, _slip_direction(slip)} - {Movement.SAME}
    if facts.is_redefined:
        words.append("definition changed")
        directions -= {Movement.BETTER}
    if not words:
        return None
    way = Movement.WORSE if Movement.WORSE in directions else Movement.BETTER if directions else Movement.SAME
    return QuarterChange(
        facts.reference,
        facts.title,
        sentence_case(listed(words)),
        way,
        facts.after.order,
        _heard(facts, moved, vocabulary),
    )


def risk_change(
    reference: str, title: str, before: Score | None, after: Score | None
) -> QuarterChange | None:
    """A risk that changed its band. A move inside a band is not told."""
    if before is None or after is None or before.band_number == after.band_number:
        return None
    way = risk_movement(before, after) or Movement.SAME
    return QuarterChange(
        reference, title, f"Now {after.band.lower()}, was {before.band.lower()}", way, AFTER_ACTIONS
    )


def changes_since(changes: Sequence[QuarterChange], compared: int) -> ChangeList:
    """Worse first, worst status leading; then better; then neither; then what did not move.

    Within each, actions come before risks, which have a place of their own on the page.

    ``compared`` is how many actions and risks were looked at.
    """
    ranked = sorted(changes, key=lambda change: (change.order, change.reference))
    kept = max(compared - len(changes), 0)
    if not compared:
        unchanged = "There is no earlier quarter to compare with."
    elif not changes:
        unchanged = f"None of the {number_words(compared)} actions and risks changed."
    elif kept:
        others = "one other action or risk" if kept == 1 else f"other {number_words(kept)} actions and risks"
        unchanged = f"The {others} did not change."
    else:
        unchanged = ""
    return ChangeList(
        tuple(change for change in ranked if change.movement is Movement.WORSE),
        tuple(change for change in ranked if change.movement is Movement.BETTER),
        tuple(change for change in ranked if change.movement in (Movement.SAME, Movement.NEW)),
        unchanged,
    )


def shortened(text: str, words: int = WORDS_OF_WHY) -> str:
    """The first sentence of a text, cut after so many words."""
    first = text.strip().split(". ")[0].rstrip(".").split()
    return " ".join(first) if len(first) <= words else " ".join(first[:words]) + " ..."


def _off_track_sentence(facts: VerdictFacts) -> str:
    off, silent = facts.now.get(Status.OFF_TRACK, 0), facts.now.get(Status.NO_UPDATE, 0)
    word = facts.vocabulary.inside(Status.OFF_TRACK)
    sentence = f"None is {word}" if not off else f"{number_words(off)} {'is' if off == 1 else 'are'} {word}"
    if facts.before is not None:
        change = off - facts.before.get(Status.OFF_TRACK, 0)
        way = "more" if change > 0 else "fewer"
        same = "the same as last quarter"
        sentence += f", {number_words(abs(change))} {way} than last quarter" if change else f", {same}"
    if silent:
        sentence += f", and {number_words(silent)} {'was' if silent == 1 else 'were'} not heard from"
    return f"{sentence_case(sentence)}."


def _money_sentence(facts: VerdictFacts) -> tuple[str, ...]:
    if facts.gap is None:
        return ()
    if facts.gap <= 0:
        return ("No money is missing.",)
    since = f" from {facts.gap_from}" if facts.gap_from else ""
    return (f"{pounds(facts.gap)} is still to be found{since}.",)


def _action_kind(facts: ActionFacts, on: date) -> AttentionKind | None:
    if facts.after is Status.OFF_TRACK:
        again = facts.before is Status.OFF_TRACK
        return AttentionKind.OFF_TRACK_AGAIN if again else AttentionKind.NEWLY_OFF_TRACK
    is_open = facts.after not in (Status.COMPLETE, Status.STOPPED, None)
    if is_open and facts.due and (on - facts.due.last).days > OVERDUE_DAYS:
        return AttentionKind.OVERDUE
    if facts.after is Status.NO_UPDATE and facts.is_own:
        return AttentionKind.NO_UPDATE
    return None


def _standing_reason(kind: AttentionKind, facts: ActionFacts, on: date) -> str:
    if kind is AttentionKind.OVERDUE and facts.due:
        return f"{counted((on - facts.due.last).days, 'day')} past {facts.due.wording}"
    return "nothing was heard" if kind is AttentionKind.NO_UPDATE else "no reason given"


def _status_words(facts: ActionFacts, moved: Movement, vocabulary: Vocabulary) -> list[str]:
    if moved is Movement.SAME or facts.before is None or facts.after is None:
        return []
    was = f"was {vocabulary.inside(facts.before)}"
    return [was] if facts.after is Status.NO_UPDATE else [f"now {vocabulary.inside(facts.after)}, {was}"]


def _heard(facts: ActionFacts, moved: Movement, vocabulary: Vocabulary) -> str:
    if moved is Movement.SAME:
        return ""
    if facts.after is Status.NO_UPDATE:
        return vocabulary.word(Status.NO_UPDATE)
    return "Heard again" if facts.before is Status.NO_UPDATE else ""


def _slip_words(facts: ActionFacts, slip: int) -> list[str]:
    if abs(slip) < SLIP_DAYS or facts.due is None:
        return []
    way = "later" if slip > 0 else "earlier"
    return [f"due {counted(abs(slip), 'day')} {way}, {facts.due.wording}"]


def _slip_direction(slip: int) -> Movement:
    if abs(slip) < SLIP_DAYS:
        return Movement.SAME
    return Movement.WORSE if slip > 0 else Movement.BETTER
