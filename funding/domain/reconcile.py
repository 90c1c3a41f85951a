"""A paper's figures held against each other and against the record.

What was printed is never corrected; what disagrees is said in one sentence with both figures
and where they stand. Nothing is read out of prose here: the figures arrive as plain rows.

What a figure claims to be is a dotted name, and a few endings mean something:
``<thing>.cost`` and ``<thing>.funding`` are what one thing costs and what pays for it, in the
same period; ``<thing>.funding.<source>`` is one source of it; ``<thing>.annual`` is the cost
of a full year and ``<thing>.months`` the months the period lasts. ``<share>.each`` is what each
of the equal ``<share>.parties`` pays of the share itself, and ``<share>.by_rule`` what the rule of its
split gives. Two tables whose totals claim the same figure are two tables for one thing.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from decimal import Decimal
from itertools import combinations, pairwise

from core.domain.money import pct, pounds
from core.domain.words import listed, number_words, sentence_case
from funding.domain.phase_cost import cost_of_months
from funding.domain.stated import Ask, Finding, FindingCode, Stated, Terms, Unit

SHORTEST_TRANSPOSED = 3
MOST_PAYERS = 20


def findings(
    stated: Sequence[Stated], record: Mapping[str, Decimal], asks: Sequence[Ask] = ()
) -> tuple[Finding, ...]:
    """Everything in a paper that disagrees with itself or with the record, each once.

    ``record`` holds the record's figures by the names that stated figures claim. A figure
    printed in whole pounds agrees with any record inside that pound.
    """
    tables = _two_tables(stated)
    told = {each for finding in tables for each in finding.places}
    return (
        *_totals(stated),
        *_values(stated, record, told),
        *tables,
        *_funding_and_cost(stated, record),
        *_percentages(stated, record),
        *_asks(asks, stated),
        *_periods(stated, record),
        *_terms(stated),
        *_shares(stated, record),
    )


def is_transposed(one: Decimal, other: Decimal) -> bool:
    """The same digits in another order, as happens in typing: 375,747 for 357,747."""
    first, second = f"{abs(one).normalize():f}", f"{abs(other).normalize():f}"
    return (
        one != other
        and len(first) >= SHORTEST_TRANSPOSED
        and len(first) == len(second)
        and sorted(first) == sorted(second)
    )


def _agree(one: Decimal, other: Decimal) -> bool:
    """The same, or the same pound when one of them is printed without pence."""
    if any(value == value.to_integral_value() for value in (one, other)):
        return abs(one - other) < 1
    return one == other


def _by_table(stated: Iterable[Stated]) -> dict[tuple[str, str], list[Stated]]:
    tables: dict[tuple[str, str], list[Stated]] = {}
    for each in stated:
        if each.table and each.unit is Unit.MONEY:
            tables.setdefault((each.paragraph, each.table), []).append(each)
    return tables


def _by_claim(stated: Iterable[Stated], *units: Unit) -> dict[str, list[Stated]]:
    groups: dict[str, list[Stated]] = {}
    for each in stated:
        if each.claims and each.unit in units:
            groups.setdefault(each.claims, []).append(each)
    return groups


def _totals(stated: Sequence[Stated]) -> Iterable[Finding]:
    for rows in _by_table(stated).values():
        below: list[Decimal] = []
        since = 0
        last_total = max((place for place, row in enumerate(rows) if row.is_total), default=-1)
        for place, row in enumerate(rows):
            if not row.is_total:
                below.append(row.value)
                continue
            counted = below if place == last_total else below[since:]
            if counted and not _adds_up(counted, row.value):
                yield _wrong_total(row, sum(counted, Decimal(0)))
            below[since:] = [row.value]
            since = len(below)


def _adds_up(lines: Sequence[Decimal], total: Decimal) -> bool:
    """Also when a line is only the price of one and the next is its multiple ("x three councils")."""
    if sum(lines, Decimal(0)) == total:
        return True
    return any(
        one and many / one in range(2, MOST_PAYERS + 1) and sum(lines, -one) == total
        for one, many in pairwise(lines)
    )


def _wrong_total(total: Stated, added: Decimal) -> Finding:
    gap = total.value - added
    sentence = (
        f"{sentence_case(total.place)} prints {total.label} as {total.printed}. "
        f"Its lines add up to {pounds(added)}, {pounds(abs(gap))} {'less' if gap > 0 else 'more'}."
    )
    return Finding(FindingCode.TOTAL_UNLIKE_LINES, sentence, (total,), abs(gap))


def _values(stated: Sequence[Stated], record: Mapping[str, Decimal], told: Set[Stated]) -> Iterable[Finding]:
    """``told`` are rows of tables already reported as differing; they are not reported again."""
    for claims, group in _by_claim(stated, Unit.MONEY, Unit.COUNT).items():
        recorded = record.get(claims)
        known = [each for each in group if each in told]
        agreed = known or [_reference(group, recorded)]
        others = [each for each in group if not any(_agree(each.value, one.value) for one in agreed)]
        for value in dict.fromkeys(each.value for each in others):
            outliers = [each for each in others if each.value == value]
            rest = [each for each in group if each.value == agreed[0].value]
            yield _differing(outliers, rest, recorded)
        if not known and not others and recorded is not None and not _agree(agreed[0].value, recorded):
            yield _unlike_record(group, recorded, record)


def _reference(group: Sequence[Stated], recorded: Decimal | None) -> Stated:
    """The statement the others are held against: one the record bears out, else the commonest."""
    borne_out = [each for each in group if recorded is not None and _agree(each.value, recorded)]
    if borne_out:
        return borne_out[0]
    values = [each.value for each in group]
    return max(group, key=lambda each: values.count(each.value))


def _differing(outliers: Sequence[Stated], rest: Sequence[Stated], recorded: Decimal | None) -> Finding:
    one, other = outliers[0], rest[0]
    gap = abs(one.value - other.value)
    is_slip = is_transposed(one.value, other.value)
    backed = ", and so does the record" if recorded is not None and _agree(other.value, recorded) else ""
    odd = f"{_say(outliers)} {one.printed} for {one.label}."
    said = [odd, f"{_say(rest)} {other.printed}{backed}."]
    if not is_slip:
        said = [
            f"{_say(rest)} {other.printed} for {other.label}{backed}.",
            f"{_say(outliers)} {one.printed}.",
        ]
    said.append(_apart(gap, one.unit, is_slip))
    if recorded is not None and not backed:
        said.append(f"The record says {_amount(recorded, one.unit)}.")
    code = FindingCode.TRANSPOSED if is_slip else FindingCode.TWO_VALUES
    return Finding(code, " ".join(said), (*outliers, *rest), gap)


def _unlike_record(group: Sequence[Stated], recorded: Decimal, record: Mapping[str, Decimal]) -> Finding:
    one = group[0]
    gap, is_slip = abs(one.value - recorded), is_transposed(one.value, recorded)
    sentence = (
        f"{_say(group)} {one.printed} for {one.label}. The record says {_amount(recorded, one.unit)}. "
        f"{_apart(gap, one.unit, is_slip)}{_together(one, record)}"
    )
    code = FindingCode.TRANSPOSED if is_slip else FindingCode.UNLIKE_RECORD
    return Finding(code, sentence, tuple(group), gap)


def _together(one: Stated, record: Mapping[str, Decimal]) -> str:
    """What a figure for each would come to for all of them, beside the share they divide."""
    share, _, ending = one.claims.rpartition(".")
    count, whole = record.get(f"{share}.parties"), record.get(share)
    if ending != "each" or count is None or whole is None:
        return ""
    added = one.value * count
    gap = f"{pounds(abs(added - whole))} {'more' if added > whole else 'less'}"
    times = f"{sentence_case(number_words(int(count)))} times {one.printed} is {pounds(added)}"
    return f" {times}, {gap} than the {pounds(whole)} they share."


def _apart(gap: Decimal, unit: Unit, is_slip: bool) -> str:
    if is_slip:
        return f"The digits are the same in another order, {_amount(gap, unit)} apart."
    return f"They are {_amount(gap, unit)} apart."


def _two_tables(stated: Sequence[Stated]) -> list[Finding]:
    found = []
    for one, other in combinations(_by_table(stated).values(), 2):
        names = {row.claims for row in one if row.is_total} & {row.claims for row in other if row.is_total}
        if names - {""}:
            pairs = [
                (left, right)
                for left in one
                for right in other
                if not left.is_total and left.label == right.label and left.value != right.value
            ]
            if pairs:
                found.append(_differing_tables(pairs))
    return found


def _differing_tables(pairs: Sequence[tuple[Stated, Stated]]) -> Finding:
    left, right = pairs[0]
    lines = [f"{one.label} {one.printed} and {other.printed}" for one, other in pairs]
    sentence = (
        f"The tables in {left.paragraph} and {right.paragraph} show the same thing and differ: "
        f"{listed(lines)}."
    )
    gap = max(abs(one.value - other.value) for one, other in pairs)
    return Finding(FindingCode.TWO_TABLES, sentence, tuple(row for pair in pairs for row in pair), gap)


def _funding_and_cost(stated: Sequence[Stated], record: Mapping[str, Decimal]) -> Iterable[Finding]:
    groups = _by_claim(stated, Unit.MONEY)
    for name, costs in groups.items():
        thing, _, ending = name.rpartition(".")
        if ending != "cost" or f"{thing}.funding" not in groups:
            continue
        cost = _reference(costs, record.get(name))
        same_cost = [each for each in costs if each.value == cost.value]
        funding = groups[f"{thing}.funding"]
        for value in dict.fromkeys(each.value for each in funding):
            same = [each for each in funding if each.value == value]
            if not _agree(value, cost.value):
                gap = abs(value - cost.value)
                sentence = (
                    f"Funding of {pounds(value)} ({_places(same)}) is {pounds(gap)} "
                    f"{'more' if value > cost.value else 'less'} than the cost of {pounds(cost.value)} "
                    f"({_places(same_cost)})."
                )
                yield Finding(FindingCode.FUNDING_UNLIKE_COST, sentence, (*same, *same_cost), gap)


def _percentages(stated: Sequence[Stated], record: Mapping[str, Decimal]) -> Iterable[Finding]:
    money = _by_claim(stated, Unit.MONEY)
    for claims, shares in _by_claim(stated, Unit.PERCENT).items():
        thing = claims.partition(".funding")[0]
        bases = {
            word: _reference(money[f"{thing}.{word}"], record.get(f"{thing}.{word}")).value
            for word in ("cost", "funding")
            if f"{thing}.{word}" in money
        }
        for part in {each.value: each for each in money.get(claims, ())}.values():
            beside = [each for each in shares if each.paragraph in _paragraphs(money[claims], part.value)]
            for percent in dict.fromkeys(each.value for each in beside):
                gaps = [abs(part.value - base * percent / 100) for base in bases.values()]
                if gaps and min(gaps) >= 1:
                    places = (*(each for each in beside if each.value == percent), part)
                    yield _wrong_percentage(percent, part, bases, places, min(gaps))


def _wrong_percentage(
    percent: Decimal, part: Stated, bases: Mapping[str, Decimal], places: tuple[Stated, ...], gap: Decimal
) -> Finding:
    figure = f"{percent.normalize():f}%"
    really = [f"{pct(part.value, base, 2)} of the {word} ({pounds(base)})" for word, base in bases.items()]
    sentence = f"{part.label} is printed as {figure}, but {part.printed} is {listed(really)}."
    if percent:
        sentence += f" It would be {figure} of {pounds(part.value * 100 / percent)}."
    return Finding(FindingCode.PERCENT_UNLIKE_BASE, sentence, places, gap)


def _asks(asks: Sequence[Ask], stated: Sequence[Stated]) -> Iterable[Finding]:
    """A table that has every source named; when several do, one that meets the sum is enough."""
    for ask in asks:
        unmet = []
        for rows in _by_table(stated).values():
            named = [row for row in rows if row.claims in ask.sources]
            met = sum((row.value for row in named), Decimal(0))
            if {row.claims for row in named} == set(ask.sources):
                unmet.append((met, named, [row for row in rows if not row.is_total and row not in named]))
        if unmet and not any(_agree(met, ask.value) for met, _, _ in unmet):
            yield _unmet_ask(ask, *unmet[0])


def _unmet_ask(ask: Ask, met: Decimal, named: Sequence[Stated], unnamed: Sequence[Stated]) -> Finding:
    gap = ask.value - met
    sources = listed([row.label for row in named])
    sentence = (
        f"Recommendation {ask.paragraph} asks for {pounds(ask.value)} and names {sources}, "
        f"{pounds(met)} together."
    )
    if gap > 0:
        sentence += f" That leaves {pounds(gap)} without a named source."
    else:
        sentence += f" That is {pounds(-gap)} more than it asks for."
    if unnamed:
        others = listed([f"{row.label} at {row.printed}" for row in unnamed])
        sentence += f" {sentence_case(unnamed[0].place)} also has {others}."
    return Finding(FindingCode.SOURCES_UNLIKE_SUM, sentence, tuple(named), abs(gap))


def _periods(stated: Sequence[Stated], record: Mapping[str, Decimal]) -> Iterable[Finding]:
    for claims, group in _by_claim(stated, Unit.MONTHS).items():
        thing = claims.rpartition(".")[0]
        for each in group:
            if claims not in record or record[claims] == each.value:
                continue
            said, really = int(each.value), int(record[claims])
            sentence = (
                f"{sentence_case(each.place)} says {number_words(said)} months. "
                f"By its dates {each.label} lasts {number_words(really)}."
            )
            gap = Decimal(abs(really - said))
            if f"{thing}.annual" in record:
                annual = record[f"{thing}.annual"]
                cost = cost_of_months(annual, really)
                gap = abs(cost - cost_of_months(annual, said))
                sentence += (
                    f" At {pounds(annual)} a year that costs {pounds(cost)}, {pounds(gap)} "
                    f"{'more' if really > said else 'less'} than {number_words(said)} months."
                )
            yield Finding(FindingCode.PERIOD_UNLIKE_MONTHS, sentence, (each,), gap)


def _terms(stated: Sequence[Stated]) -> Iterable[Finding]:
    """One sum that hangs on something in one place and on nothing in another."""
    for group in _by_claim(stated, Unit.MONEY).values():
        free = [each for each in group if each.terms == Terms.UNCONDITIONAL]
        bound = [each for each in group if each.terms == Terms.CONDITIONAL]
        if free and bound:
            verb = "makes" if len({each.place for each in bound}) == 1 else "make"
            sentence = (
                f"{_say(free, 'gives', 'give')} {free[0].printed} for {free[0].label} without a condition. "
                f"{sentence_case(_places(bound))} {verb} it conditional."
            )
            yield Finding(FindingCode.TERMS_DIFFER, sentence, (*free, *bound), free[0].value)


def _shares(stated: Sequence[Stated], record: Mapping[str, Decimal]) -> Iterable[Finding]:
    """A printed share that the record bears out, though its own rule gives another."""
    for claims, group in _by_claim(stated, Unit.MONEY).items():
        by_rule, recorded = record.get(f"{claims}.by_rule"), record.get(claims)
        if by_rule is None or recorded is None or _agree(by_rule, recorded):
            continue
        same = [each for each in group if _agree(each.value, recorded)]
        if same:
            gap = abs(same[0].value - by_rule)
            sentence = (
                f"{_say(same)} {same[0].printed} for {same[0].label}, and so does the record. "
                f"The rule of the split gives {pounds(by_rule)}. {_apart(gap, Unit.MONEY, False)}"
            )
            yield Finding(FindingCode.SHARE_UNLIKE_RULE, sentence, tuple(same), gap)


def _paragraphs(group: Sequence[Stated], value: Decimal) -> set[str]:
    return {each.paragraph for each in group if each.value == value}


def _places(group: Sequence[Stated]) -> str:
    return listed(list(dict.fromkeys(each.place for each in group)))


def _say(group: Sequence[Stated], one: str = "says", many: str = "say") -> str:
    """The places of a figure and the verb that goes with them, to begin a sentence."""
    places = dict.fromkeys(each.place for each in group)
    return f"{sentence_case(listed(list(places)))} {one if len(places) == 1 else many}"


def _amount(value: Decimal, unit: Unit) -> str:
    return pounds(value) if unit is Unit.MONEY else f"{value.normalize():,f}"
