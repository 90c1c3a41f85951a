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
from funding.domain.stated import Ask, FindingCode, PrintedFinding, StatedFacts, Terms, Unit

SHORTEST_TRANSPOSED = 3
MOST_PAYERS = 20


def findings(
    stated: Sequence[StatedFacts], record: Mapping[str, Decimal], asks: Sequence[Ask] = ()
) -> tuple[PrintedFinding, ...]:
    """Everything in a paper that disagrees with itself or with the record, each once.

    ``record`` holds the record's figures by the names that stated figures claim. A figure
    printed in whole pounds agrees with any record inside that pound.
    """
    tables = _two_tables(stated)
    reported = {figure for finding in tables for figure in finding.places}
    return (
        *_totals(stated),
        *_values(stated, record, reported),
        *tables,
        *_funding_and_cost(stated, record),
        *_percentages(stated, record),
        *_asks(asks, stated),
        *_periods(stated, record),
        *_terms(stated),
        *_shares(stated, record),
    )


def is_transposed(value: Decimal, other: Decimal) -> bool:
    """The same digits in another order, as happens in typing: 375,747 for 357,747."""
    first, second = f"{abs(value).normalize():f}", f"{abs(other).normalize():f}"
    return (
        value != other
        and len(first) >= SHORTEST_TRANSPOSED
        and len(first) == len(second)
        and sorted(first) == sorted(second)
    )


def _agree(value: Decimal, other: Decimal) -> bool:
    """The same, or the same pound when one of them is printed without pence."""
    if any(amount == amount.to_integral_value() for amount in (value, other)):
        return abs(value - other) < 1
    return value == other


def _by_table(stated: Iterable[StatedFacts]) -> dict[tuple[str, str], list[StatedFacts]]:
    tables: dict[tuple[str, str], list[StatedFacts]] = {}
    for figure in stated:
        if figure.table and figure.unit is Unit.MONEY:
            tables.setdefault((figure.paragraph, figure.table), []).append(figure)
    return tables


def _by_claim(stated: Iterable[StatedFacts], *units: Unit) -> dict[str, list[StatedFacts]]:
    groups: dict[str, list[StatedFacts]] = {}
    for figure in stated:
        if figure.claims and figure.unit in units:
            groups.setdefault(figure.claims, []).append(figure)
    return groups


def _totals(stated: Sequence[StatedFacts]) -> Iterable[PrintedFinding]:
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
        price and multiple / price in range(2, MOST_PAYERS + 1) and sum(lines, -price) == total
        for price, multiple in pairwise(lines)
    )


def _wrong_total(total: StatedFacts, added: Decimal) -> PrintedFinding:
    gap = total.value - added
    sentence = (
        f"{sentence_case(total.place)} prints {total.label} as {total.printed}. "
        f"Its lines add up to {pounds(added)}, {pounds(abs(gap))} {'less' if gap > 0 else 'more'}."
    )
    return PrintedFinding(FindingCode.TOTAL_UNLIKE_LINES, sentence, (total,), abs(gap))


def _values(
    stated: Sequence[StatedFacts], record: Mapping[str, Decimal], reported: Set[StatedFacts]
) -> Iterable[PrintedFinding]:
    """``reported`` are rows of tables that are reported as differing; they are not reported again."""
    for claims, group in _by_claim(stated, Unit.MONEY, Unit.COUNT).items():
        recorded = record.get(claims)
        known = [figure for figure in group if figure in reported]
        agreed = known or [_reference(group, recorded)]
        others = [
            figure
            for figure in group
            if not any(_agree(figure.value, agreed_figure.value) for agreed_figure in agreed)
        ]
        for value in dict.fromkeys(figure.value for figure in others):
            outliers = [figure for figure in others if figure.value == value]
            rest = [figure for figure in group if figure.value == agreed[0].value]
            yield _differing(outliers, rest, recorded)
        if not known and not others and recorded is not None and not _agree(agreed[0].value, recorded):
            yield _unlike_record(group, recorded, record)


def _reference(group: Sequence[StatedFacts], recorded: Decimal | None) -> StatedFacts:
    """The figure the others are compared with: one that agrees with the record, else the most frequent."""
    borne_out = [figure for figure in group if recorded is not None and _agree(figure.value, recorded)]
    if borne_out:
        return borne_out[0]
    values = [figure.value for figure in group]
    return max(group, key=lambda figure: values.count(figure.value))


def _differing(
    outliers: Sequence[StatedFacts], rest: Sequence[StatedFacts], recorded: Decimal | None
) -> PrintedFinding:
    figure, other = outliers[0], rest[0]
    gap = abs(figure.value - other.value)
    is_slip = is_transposed(figure.value, other.value)
    backed = ", and so does the record" if recorded is not None and _agree(other.value, recorded) else ""
    odd = f"{_say(outliers)} {figure.printed} for {figure.label}."
    sentences = [odd, f"{_say(rest)} {other.printed}{backed}."]
    if not is_slip:
        sentences = [
            f"{_say(rest)} {other.printed} for {other.label}{backed}.",
            f"{_say(outliers)} {figure.printed}.",
        ]
    sentences.append(_apart(gap, figure.unit, is_slip))
    if recorded is not None and not backed:
        sentences.append(f"The record says {_amount(recorded, figure.unit)}.")
    code = FindingCode.TRANSPOSED if is_slip else FindingCode.TWO_VALUES
    return PrintedFinding(code, " ".join(sentences), (*outliers, *rest), gap)


def _unlike_record(
    group: Sequence[StatedFacts], recorded: Decimal, record: Mapping[str, Decimal]
) -> PrintedFinding:
    figure = group[0]
    gap, is_slip = abs(figure.value - recorded), is_transposed(figure.value, recorded)
    sentence = (
        f"{_say(group)} {figure.printed} for {figure.label}. "
        f"The record says {_amount(recorded, figure.unit)}. "
        f"{_apart(gap, figure.unit, is_slip)}{_together(figure, record)}"
    )
    code = FindingCode.TRANSPOSED if is_slip else FindingCode.UNLIKE_RECORD
    return PrintedFinding(code, sentence, tuple(group), gap)


def _together(figure: StatedFacts, record: Mapping[str, Decimal]) -> str:
    """What a figure for each would come to for all of them, beside the share they divide."""
    share, _, ending = figure.claims.rpartition(".")
    count, whole = record.get(f"{share}.parties"), record.get(share)
    if ending != "each" or count is None or whole is None:
        return ""
    added = figure.value * count
    gap = f"{pounds(abs(added - whole))} {'more' if added > whole else 'less'}"
    times = f"{sentence_case(number_words(int(count)))} times {figure.printed} is {pounds(added)}"
    return f" {times}, {gap} than the {pounds(whole)} they share."


def _apart(gap: Decimal, unit: Unit, is_slip: bool) -> str:
    if is_slip:
        return f"The digits are the same in another order, {_amount(gap, unit)} apart."
    return f"They are {_amount(gap, unit)} apart."


def _two_tables(stated: Sequence[StatedFacts]) -> list[PrintedFinding]:
    differing = []
    for table, other_table in combinations(_by_table(stated).values(), 2):
        names = {row.claims for row in table if row.is_total} & {
            row.claims for row in other_table if row.is_total
        }
        if names - {""}:
            pairs = [
                (left, right)
                for left in table
                for right in other_table
                if not left.is_total and left.label == right.label and left.value != right.value
            ]
            if pairs:
                differing.append(_differing_tables(pairs))
    return differing


def _differing_tables(pairs: Sequence[tuple[StatedFacts, StatedFacts]]) -> PrintedFinding:
    left, right = pairs[0]
    lines = [f"{figure.label} {figure.printed} and {other.printed}" for figure, other in pairs]
    sentence = (
        f"The tables in {left.paragraph} and {right.paragraph} show the same thing and differ: "
        f"{listed(lines)}."
    )
    gap = max(abs(figure.value - other.value) for figure, other in pairs)
    return PrintedFinding(FindingCode.TWO_TABLES, sentence, tuple(row for pair in pairs for row in pair), gap)


def _funding_and_cost(
    stated: Sequence[StatedFacts], record: Mapping[str, Decimal]
) -> Iterable[PrintedFinding]:
    groups = _by_claim(stated, Unit.MONEY)
    for name, costs in groups.items():
        thing, _, ending = name.rpartition(".")
        if ending != "cost" or f"{thing}.funding" not in groups:
            continue
        cost = _reference(costs, record.get(name))
        same_cost = [figure for figure in costs if figure.value == cost.value]
        funding = groups[f"{thing}.funding"]
        for value in dict.fromkeys(figure.value for figure in funding):
            same_funding = [figure for figure in funding if figure.value == value]
            if not _agree(value, cost.value):
                gap = abs(value - cost.value)
                sentence = (
                    f"Funding of {pounds(value)} ({_places(same_funding)}) is {pounds(gap)} "
                    f"{'more' if value > cost.value else 'less'} than the cost of {pounds(cost.value)} "
                    f"({_places(same_cost)})."
                )
                yield PrintedFinding(
                    FindingCode.FUNDING_UNLIKE_COST, sentence, (*same_funding, *same_cost), gap
                )


def _percentages(stated: Sequence[StatedFacts], record: Mapping[str, Decimal]) -> Iterable[PrintedFinding]:
    money = _by_claim(stated, Unit.MONEY)
    for claims, shares in _by_claim(stated, Unit.PERCENT).items():
        thing = claims.partition(".funding")[0]
        bases = {
            word: _reference(money[f"{thing}.{word}"], record.get(f"{thing}.{word}")).value
            for word in ("cost", "funding")
            if f"{thing}.{word}" in money
        }
        for part in {figure.value: figure for figure in money.get(claims, ())}.values():
            beside = [
                figure for figure in shares if figure.paragraph in _paragraphs(money[claims], part.value)
            ]
            for percent in dict.fromkeys(figure.value for figure in beside):
                gaps = [abs(part.value - base * percent / 100) for base in bases.values()]
                if gaps and min(gaps) >= 1:
                    places = (*(figure for figure in beside if figure.value == percent), part)
                    yield _wrong_percentage(percent, part, bases, places, min(gaps))


def _wrong_percentage(
    percent: Decimal,
    part: StatedFacts,
    bases: Mapping[str, Decimal],
    places: tuple[StatedFacts, ...],
    gap: Decimal,
) -> PrintedFinding:
    figure = f"{percent.normalize():f}%"
    share_words = [
        f"{pct(part.value, base, 2)} of the {word} ({pounds(base)})" for word, base in bases.items()
    ]
    sentence = f"{part.label} is printed as {figure}, but {part.printed} is {listed(share_words)}."
    if percent:
        sentence += f" It would be {figure} of {pounds(part.value * 100 / percent)}."
    return PrintedFinding(FindingCode.PERCENT_UNLIKE_BASE, sentence, places, gap)


def _asks(asks: Sequence[Ask], stated: Sequence[StatedFacts]) -> Iterable[PrintedFinding]:
    """A table that has every source named; when several do, one that meets the sum is enough."""
    for ask in asks:
        unmet = []
        for rows in _by_table(stated).values():
            named = [row for row in rows if row.claims in ask.sources]
            sum_named = sum((row.value for row in named), Decimal(0))
            if {row.claims for row in named} == set(ask.sources):
                unmet.append(
                    (sum_named, named, [row for row in rows if not row.is_total and row not in named])
                )
        if unmet and not any(_agree(met, ask.value) for met, _, _ in unmet):
            yield _unmet_ask(ask, *unmet[0])


def _unmet_ask(
    ask: Ask, met: Decimal, named: Sequence[StatedFacts], unnamed: Sequence[StatedFacts]
) -> PrintedFinding:
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
    return PrintedFinding(FindingCode.SOURCES_UNLIKE_SUM, sentence, tuple(named), abs(gap))


def _periods(stated: Sequence[StatedFacts], record: Mapping[str, Decimal]) -> Iterable[PrintedFinding]:
    for claims, group in _by_claim(stated, Unit.MONTHS).items():
        thing = claims.rpartition(".")[0]
        for figure in group:
            if claims not in record or record[claims] == figure.value:
                continue
            printed_months, dated_months = int(figure.value), int(record[claims])
            sentence = (
                f"{sentence_case(figure.place)} says {number_words(printed_months)} months. "
                f"By its dates {figure.label} lasts {number_words(dated_months)}."
            )
            gap = Decimal(abs(dated_months - printed_months))
            if f"{thing}.annual" in record:
                annual = record[f"{thing}.annual"]
                cost = cost_of_months(annual, dated_months)
                gap = abs(cost - cost_of_months(annual, printed_months))
                sentence += (
                    f" At {pounds(annual)} a year that costs {pounds(cost)}, {pounds(gap)} "
                    f"{'more' if dated_months > printed_months else 'less'} "
                    f"than {number_words(printed_months)} months."
                )
            yield PrintedFinding(FindingCode.PERIOD_UNLIKE_MONTHS, sentence, (figure,), gap)


def _terms(stated: Sequence[StatedFacts]) -> Iterable[PrintedFinding]:
    """One sum that is conditional in one place and unconditional in another."""
    for group in _by_claim(stated, Unit.MONEY).values():
        unconditional = [figure for figure in group if figure.terms == Terms.UNCONDITIONAL]
        conditional = [figure for figure in group if figure.terms == Terms.CONDITIONAL]
        if unconditional and conditional:
            verb = "makes" if len({figure.place for figure in conditional}) == 1 else "make"
            sentence = (
                f"{_say(unconditional, 'gives', 'give')} {unconditional[0].printed} "
                f"for {unconditional[0].label} without a condition. "
                f"{sentence_case(_places(conditional))} {verb} it conditional."
            )
            yield PrintedFinding(
                FindingCode.TERMS_DIFFER, sentence, (*unconditional, *conditional), unconditional[0].value
            )


def _shares(stated: Sequence[StatedFacts], record: Mapping[str, Decimal]) -> Iterable[PrintedFinding]:
    """A printed share that agrees with the record, though its own rule gives another."""
    for claims, group in _by_claim(stated, Unit.MONEY).items():
        by_rule, recorded = record.get(f"{claims}.by_rule"), record.get(claims)
        if by_rule is None or recorded is None or _agree(by_rule, recorded):
            continue
        agreeing = [figure for figure in group if _agree(figure.value, recorded)]
        if agreeing:
            gap = abs(agreeing[0].value - by_rule)
            sentence = (
                f"{_say(agreeing)} {agreeing[0].printed} for {agreeing[0].label}, and so does the record. "
                f"The rule of the split gives {pounds(by_rule)}. {_apart(gap, Unit.MONEY, False)}"
            )
            yield PrintedFinding(FindingCode.SHARE_UNLIKE_RULE, sentence, tuple(agreeing), gap)


def _paragraphs(group: Sequence[StatedFacts], value: Decimal) -> set[str]:
    return {figure.paragraph for figure in group if figure.value == value}


def _places(group: Sequence[StatedFacts]) -> str:
    return listed(list(dict.fromkeys(figure.place for figure in group)))


def _say(group: Sequence[StatedFacts], singular: str = "says", plural: str = "say") -> str:
    """The places of a figure and the verb that goes with them, to begin a sentence."""
    places = dict.fromkeys(figure.place for figure in group)
    return f"{sentence_case(listed(list(places)))} {singular if len(places) == 1 else plural}"


def _amount(value: Decimal, unit: Unit) -> str:
    return pounds(value) if unit is Unit.MONEY else f"{value.normalize():,f}"
