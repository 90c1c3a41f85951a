"""The money line of a quarter's page: what is missing now, and what ends next."""

from collections.abc import Sequence
from datetime import date, timedelta

from core.domain.money import pounds
from core.domain.words import day_words, listed
from funding.domain.position import PhasePosition, Position
from governance.dashboard.domain.quarter import Gap, MoneyFacts

ONE_DAY = timedelta(days=1)


def money_facts(position: Position, on: date) -> MoneyFacts:
    """What the page says of the money: the phase that runs, or the next one, and what ends with the last.

    Gaps come by the day they open. A phase that is over has none: its money was found or was not.
    """
    if not position.phases:
        return MoneyFacts()
    current = [phase for phase in position.phases if phase.phase.last is None or phase.phase.last >= on]
    gaps = [gap for phase in current for gap in (*_gap_now(phase, on), *_gap_after(phase))]
    shown = current or list(position.phases[-1:])
    sentences = [
        *_balance_sentences(shown[0]),
        *(sentence for phase in shown for sentence in _ending_sentences(phase)),
    ]
    # Silence about funding is not the same as nothing missing, so then the verdict says neither.
    is_known = bool(gaps) or all(
        balance.difference is not None for phase in current for balance in phase.balances
    )
    return MoneyFacts(tuple(sentences), tuple(sorted(gaps, key=lambda gap: gap.starts)), is_known)


def _gap_now(phase: PhasePosition, on: date) -> list[Gap]:
    short = dict.fromkeys(
        -balance.difference for balance in phase.balances if balance.is_gap and balance.difference
    )
    if not short:
        return []
    return [Gap(phase.phase.reference, phase.phase.name, tuple(sorted(short)), phase.phase.first or on)]


def _gap_after(phase: PhasePosition) -> list[Gap]:
    left = dict.fromkeys(ending.cliff.gap.amount for ending in phase.endings if ending.cliff.gap.amount > 0)
    if not left:
        return []
    title = f"{phase.phase.name} ends"
    return [Gap(phase.phase.reference, title, tuple(sorted(left)), phase.endings[0].cliff.ends_on + ONE_DAY)]


def _balance_sentences(phase: PhasePosition) -> list[str]:
    """Cost and funding of one phase; each option by its name where there are several."""
    sentences = []
    for balance in phase.balances:
        of = f", {balance.option.name}" if balance.option and len(phase.balances) > 1 else ""
        sentences.append(f"{phase.phase.name}{of}: {_lower(balance.sentence)}")
    return sentences


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _ending_sentences(phase: PhasePosition) -> list[str]:
    """What stops being paid when the last phase ends, and what would then be missing."""
    lapsing = [ending for ending in phase.endings if ending.cliff.lapses.amount > 0]
    if not lapsing:
        return []
    lapses = _either([pounds(ending.cliff.lapses.amount) for ending in lapsing])
    missing = _either([pounds(ending.cliff.gap.amount) for ending in lapsing])
    ends_on = day_words(lapsing[0].cliff.ends_on)
    return [
        f"{lapses} stops after {ends_on}, which leaves {missing} to find if the others pay the same again."
    ]


def _either(amounts: Sequence[str]) -> str:
    return listed(list(dict.fromkeys(amounts)), "or")
