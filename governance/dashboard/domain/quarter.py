"""A quarter on one page: what is said, in which order, and how many more there are of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.domain.money import pounds
from core.domain.status import Movement, Status
from core.domain.vocabulary import Vocabulary
from core.domain.words import MONTHS, Labelled, day_words, listed
from governance.dashboard.domain.attention import (
    LONGEST_LIST,
    ActionFacts,
    AttentionItem,
    AttentionKind,
    AttentionList,
    ChangeList,
    QuarterChange,
    VerdictFacts,
    action_attention,
    action_change,
    attention,
    changes_since,
    decision_attention,
    gap_attention,
    help_attention,
    risk_attention,
    risk_change,
    verdict,
)
from governance.dashboard.domain.standing import Counts, ThemeStanding
from governance.oversight.domain.register import RegisterLine

TOP_RISKS = 5
SOON = 90  # days that "coming up" looks ahead


@dataclass(frozen=True)
class Gap:
    """Money still to be found for a phase from a day on: one amount for each funding option that counts."""

    reference: str
    title: str
    amounts: tuple[Decimal, ...]
    starts: date

    @property
    def wording(self) -> str:
        """One amount, or each of them where the options differ: "£93,747 or £133,747"."""
        return listed([pounds(amount) for amount in self.amounts], "or")

    @property
    def since(self) -> str:
        """From when, in words: "April 2027" for the first of a month, else the day."""
        day = self.starts
        return f"{MONTHS[day.month - 1]} {day.year}" if day.day == 1 else day_words(day)


@dataclass(frozen=True)
class MoneyFacts:
    """The money line. ``is_known`` is False when nobody can say whether anything is missing."""

    sentences: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    is_known: bool = False

    @property
    def gap(self) -> Decimal | None:
        """What the verdict says is missing: nothing, one amount, or None where no one amount is."""
        if not self.is_known:
            return None
        if not self.gaps:
            return Decimal(0)
        return self.gaps[0].amounts[0] if len(self.gaps[0].amounts) == 1 else None

    @property
    def gap_from(self) -> str:
        return self.gaps[0].since if self.gaps else ""

    @property
    def either(self) -> tuple[str, ...]:
        """The verdict's sentence on a gap that depends on which option is taken; nothing otherwise."""
        if not self.gaps or len(self.gaps[0].amounts) == 1:
            return ()
        first = self.gaps[0]
        return (f"{first.wording}, by option, is still to be found from {first.since}.",)


class ComingKind(Labelled):
    """What can come up."""

    DECISION = "decision"
    MEETING = "meeting"
    MILESTONE = "milestone"
    ACTION = "action"

    @property
    def label(self) -> str:
        return "Action due" if self is ComingKind.ACTION else super().label


@dataclass(frozen=True)
class Coming:
    """Something with a date: a decision due, a meeting, a milestone, an action's agreed date.

    ``reference`` is that of the decision or action. ``note`` is the board of a decision, and the date of
    everything else as it was given: a month stays a month. A decision may be due without a date.
    """

    kind: ComingKind
    reference: str
    title: str
    on: date | None
    note: str = ""

    @property
    def when(self) -> str:
        """Its date in words."""
        if self.note and self.kind is not ComingKind.DECISION:
            return self.note
        return day_words(self.on) if self.on else "No date"

    @property
    def where(self) -> str:
        """The board that has to decide; "" for all else."""
        return self.note if self.kind is ComingKind.DECISION else ""


@dataclass(frozen=True)
class Call:
    """An update that asks for help or a decision."""

    reference: str
    title: str
    wanted: str
    owner: str


@dataclass(frozen=True)
class Facts:
    """All that one quarter's page is made of. ``risks`` come worst first; ``calls`` are of actions that
    need no attention for anything else; ``is_newest`` says that no later quarter was reported on."""

    counts: Counts
    named: tuple[ActionFacts, ...]
    risks: tuple[RegisterLine, ...]
    coming: tuple[Coming, ...]
    money: MoneyFacts
    on: date
    is_newest: bool
    has_before: bool
    vocabulary: Vocabulary
    calls: tuple[Call, ...] = ()


@dataclass(frozen=True)
class ShownChanges:
    """What moved, as many as are shown, and how many more did."""

    shown: ChangeList
    more: int


@dataclass(frozen=True)
class Dashboard:
    """The page, top to bottom. ``changes`` is None where no quarter came before."""

    verdict: tuple[str, ...]
    counts: Counts
    attention: AttentionList
    changes: ShownChanges | None
    money: MoneyFacts
    themes: tuple[ThemeStanding, ...]
    risks: tuple[RegisterLine, ...]
    open_risks: int
    decisions: tuple[Coming, ...]
    coming: tuple[Coming, ...]
    before_of: dict[str, Status | None]

    @property
    def pressing(self) -> int:
        """How many things need attention, shown or not."""
        return len(self.attention.shown) + self.attention.more


def dashboard(facts: Facts, limit: int | None = LONGEST_LIST) -> Dashboard:
    """One quarter's page. ``limit`` is how many lines attention and change show; None shows them all.

    What is late, due or short of money is told of the newest quarter only: an older quarter's page
    says what that quarter reported, whatever has become of it since.
    """
    counts = facts.counts
    return Dashboard(
        verdict=verdict(
            VerdictFacts(
                counts.now,
                facts.vocabulary,
                counts.before if facts.has_before else None,
                facts.money.gap if facts.is_newest else None,
                facts.money.gap_from,
            )
        )
        + (facts.money.either if facts.is_newest else ()),
        counts=counts,
        attention=_attention(facts, limit),
        changes=_changes(facts, limit) if facts.has_before else None,
        money=facts.money,
        themes=counts.themes(),
        risks=facts.risks[:TOP_RISKS],
        open_risks=len(facts.risks),
        decisions=tuple(coming for coming in facts.coming if coming.kind is ComingKind.DECISION),
        coming=tuple(
            coming for coming in facts.coming if coming.on and (coming.on - facts.on).days in range(SOON + 1)
        ),
        before_of={action.reference: action.before for action in facts.named},
    )


def _attention(facts: Facts, limit: int | None) -> AttentionList:
    calls = (help_attention(call.reference, call.title, call.wanted, call.owner) for call in facts.calls)
    others = [*calls, *_risks_up(facts), *(_decisions_due(facts) if facts.is_newest else ())]
    others += [*_gaps(facts)] if facts.is_newest else []
    # An older quarter's dates are today's by now, so none of them makes an action late there.
    named = facts.named if facts.is_newest else [replace(action, due=None) for action in facts.named]
    actions = [item for action in named if (item := action_attention(action, facts.on))]
    total = facts.counts.pressing + len(others)
    shown = attention([*actions, *others], total if limit is None else limit).shown
    return AttentionList(shown, total - len(shown))


def _risks_up(facts: Facts) -> list[AttentionItem]:
    items = (
        risk_attention(risk.reference, risk.title, risk.standing.earlier, risk.standing.now, risk.owner)
        for risk in facts.risks
    )
    return [item for item in items if item]


def _decisions_due(facts: Facts) -> list[AttentionItem]:
    items = (
        decision_attention(coming.reference, coming.title, coming.on, coming.where, facts.on)
        for coming in facts.coming
        if coming.kind is ComingKind.DECISION and coming.on
    )
    return [item for item in items if item]


def _gaps(facts: Facts) -> list[AttentionItem]:
    items = []
    for gap in facts.money.gaps:
        item = gap_attention(gap.reference, gap.title, max(gap.amounts), gap.starts, facts.on)
        if item:
            why = f"{gap.wording} still to be found from {gap.since}"
            items.append(replace(item, why=why))
    return items


def _changes(facts: Facts, limit: int | None) -> ShownChanges:
    """Cut after the most telling lines; what is cut is still counted as changed."""
    changed = [
        (action, change) for action in facts.named if (change := action_change(action, facts.vocabulary))
    ]
    of_risks = [
        change
        for risk in facts.risks
        if (change := risk_change(risk.reference, risk.title, risk.standing.earlier, risk.standing.now))
    ]
    made = [change for _, change in changed] + of_risks
    # Actions that kept their status and moved their date are in no group's count of what moved.
    dated = sum(action.before is action.after for action, _ in changed)
    total = facts.counts.moved + dated + len(of_risks)
    compared = facts.counts.total + sum(risk.standing.now is not None for risk in facts.risks)
    everything = changes_since(made, compared - (total - len(made)))
    shown = _first(everything, total if limit is None else limit)
    return ShownChanges(shown, total - len(shown.worse) - len(shown.better) - len(shown.other))


def _first(changes: ChangeList, limit: int) -> ChangeList:
    def room(*taken: Sequence[QuarterChange]) -> int:
        return max(limit - sum(len(group) for group in taken), 0)

    worse = changes.worse[:limit]
    better = changes.better[: room(worse)]
    return replace(changes, worse=worse, better=better, other=changes.other[: room(worse, better)])


ATTENTION_WORDS = {
    AttentionKind.HELP_WANTED: "Help wanted",
    AttentionKind.OFF_TRACK_AGAIN: "also last quarter",
    AttentionKind.DECISION_DUE: "Decision",
    AttentionKind.RISK_UP: "Risk up",
    AttentionKind.FUNDING_GAP: "Money",
    AttentionKind.OVERDUE: "Overdue",
}


def attention_words(item: AttentionItem, before: Status | None, vocabulary: Vocabulary) -> str:
    """What stands beside an item: what its status was, for an action that has one; else what it is."""
    if item.kind is AttentionKind.NEWLY_OFF_TRACK:
        return f"was {vocabulary.inside(before)}" if before else "new"
    if item.kind is AttentionKind.NO_UPDATE:
        return ""
    return ATTENTION_WORDS[item.kind]


def detail_words(item: AttentionItem) -> str:
    """Why, what is done about it by when, and who, as one line of short sentences."""
    recovery = item.recovery.strip().rstrip(".")
    if item.recovery_on:
        recovery = (
            f"{recovery} ({day_words(item.recovery_on)})" if recovery else f"By {day_words(item.recovery_on)}"
        )
    parts = [part[:1].upper() + part[1:] for part in (item.why, recovery, item.owner) if part]
    # What was cut short ends in dots already and takes no full stop.
    return "".join(
        part if last else f"{part} " if part.endswith("...") else f"{part}. "
        for part, last in zip(parts, [*[False] * (len(parts) - 1), True], strict=True)
    )


MOVEMENT_WORDS = {
    Movement.WORSE: "Worse",
    Movement.BETTER: "Better",
    Movement.SAME: "Changed",
    Movement.NEW: "New",
}


def change_words(change: QuarterChange) -> str:
    """What stands before a change: worse, better, or that somebody fell silent or was heard again."""
    return change.heard or MOVEMENT_WORDS[change.movement]
