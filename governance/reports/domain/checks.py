"""What keeps a report from being published, found in its own words and figures."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.domain.money import pounds
from core.domain.words import Labelled, counted, listed
from funding.domain.reconcile import is_transposed
from governance.reports.domain.document import Document, DocumentParagraph, ParagraphKind
from governance.reports.domain.markup import Token, missing_sentence, plain, tokens
from governance.reports.domain.repeats import departures

NEAR = Decimal("0.01")
MONEY_PATTERN = re.compile(
    r"£\s?(\d{1,3}(?:,\d{3})+|\d+)(\.\d{1,2})?(?!\.?[\d,]*\d)(?!\s?(?:k|m|bn|million|billion)\b)"
)
APPENDIX_PATTERN = re.compile(
    r"\b(?i:appendi(?:x|ces)) +((?:[A-Z]|\d+)\b(?:(?:, *| and | or | to )(?:[A-Z]|\d+)\b)*)"
)
VERBS = (
    "accept",
    "agree",
    "appoint",
    "approve",
    "authorise",
    "commit",
    "confirm",
    "consider",
    "delegate",
    "endorse",
    "note",
    "receive",
    "recommend",
    "support",
)


class CheckLevel(Labelled):
    """Must fix blocks publishing; a check is accepted with a reason."""

    MUST = "must_fix"
    CHECK = "check"


class CheckCode(Labelled):
    """The checks by name."""

    NEAR_FIGURE = "near_figure"
    UNKNOWN_FIGURE = "unknown_figure"
    MISSING_TABLE = "missing_table"
    NO_VERB = "recommendation_without_verb"
    COPIED = "copied_recommendation"
    EMPTY_SECTION = "empty_section"
    MISSING_APPENDIX = "missing_appendix"
    REPEATED = "repeated_otherwise"


@dataclass(frozen=True)
class KnownFigure:
    """A figure of the record that prose may quote: how to quote it, its value in pounds, its meaning."""

    token: Token
    value: Decimal
    meaning: str


@dataclass(frozen=True)
class CheckFinding:
    """One thing to put right. ``paragraph_id`` is where to go, "" when it is a whole section."""

    code: CheckCode
    level: CheckLevel
    sentence: str
    paragraph_id: str = ""
    section_key: str = ""


def check(
    document: Document, figures: Sequence[KnownFigure], is_known: Callable[[Token], bool]
) -> tuple[CheckFinding, ...]:
    """Everything found in a numbered report, what must be fixed first, then in reading order."""
    findings = [
        *_empty_sections(document),
        *_missing_appendices(document),
        *_recommendations(document),
        *_copied(document),
        *_repeated(document),
        *_missing_tables(document),
        *_unknown_figures(document, is_known),
        *_near_figures(document, figures),
    ]
    levels = tuple(CheckLevel)
    return tuple(sorted(findings, key=lambda finding: levels.index(finding.level)))


def readiness(findings: Iterable[CheckFinding]) -> str:
    """The sentence over the list: whether a report can be published and what stands in the way."""
    levels = [finding.level for finding in findings]
    blocking, open_checks = levels.count(CheckLevel.MUST), levels.count(CheckLevel.CHECK)
    if blocking:
        return f"Not ready to publish because {counted(blocking, 'thing')} must be fixed."
    if open_checks:
        return f"Ready once {counted(open_checks, 'check')} {'is' if open_checks == 1 else 'are'} looked at."
    return "Ready to publish."


def typed_amounts(text: str) -> list[Decimal]:
    """The amounts of money typed into a text, in order; live figures are not typed.

    "£1.2 million" is left out: it is a rounded number on purpose.
    """
    prose = plain(text, lambda token: "")
    return [Decimal(match[1].replace(",", "") + (match[2] or "")) for match in MONEY_PATTERN.finditer(prose)]


def near_figure(amount: Decimal, figures: Sequence[KnownFigure]) -> KnownFigure | None:
    """The figure of the record an amount was probably meant to be, and is not.

    None when the amount is a figure of the record to the pound, or like none of them. Swapped
    digits come before nearness; near is within one per cent.
    """
    if any(abs(amount - figure.value) < 1 for figure in figures):
        return None
    swapped = [figure for figure in figures if is_transposed(amount, figure.value)]
    close = [figure for figure in figures if abs(amount - figure.value) <= abs(figure.value) * NEAR]
    candidates = swapped or close
    return min(candidates, key=lambda figure: abs(amount - figure.value), default=None)


def _empty_sections(document: Document) -> Iterator[CheckFinding]:
    for section in document.every_section():
        if section.is_required and section.is_blank:
            name = f"{section.number} {section.heading}".strip()
            sentence = f'Section "{name}" is empty. Write it, or say that there is nothing to report.'
            yield CheckFinding(CheckCode.EMPTY_SECTION, CheckLevel.MUST, sentence, section_key=section.key)


def _recommendations(document: Document) -> Iterator[CheckFinding]:
    for paragraph in document.recommendations():
        if not paragraph.is_blank and not paragraph.verb and not _has_verb(paragraph.text):
            sentence = (
                f"Recommendation {_number(paragraph)} does not say what the board is asked to do. "
                "Begin it with a verb such as agree, approve, note or endorse."
            )
            yield CheckFinding(CheckCode.NO_VERB, CheckLevel.MUST, sentence, paragraph.id)


def _copied(document: Document) -> Iterator[CheckFinding]:
    for paragraph in document.recommendations():
        if paragraph.is_copied:
            sentence = (
                f"Recommendation {_number(paragraph)} still has the words of the report it was copied from. "
                "Write what this board is asked to do, or confirm that the words hold."
            )
            yield CheckFinding(CheckCode.COPIED, CheckLevel.MUST, sentence, paragraph.id)


def _repeated(document: Document) -> Iterator[CheckFinding]:
    for section, differ in departures(document):
        for paragraph in differ:
            sentence = (
                f"“{section.heading}” is printed twice, and {_number(paragraph)} is not the same in both "
                "places. Give both the same words."
            )
            yield CheckFinding(CheckCode.REPEATED, CheckLevel.MUST, sentence, paragraph.id)


def _missing_tables(document: Document) -> Iterator[CheckFinding]:
    for section in document.every_section():
        for paragraph in section.paragraphs:
            if paragraph.is_missing:
                sentence = (
                    f'A live table in "{section.heading}" cannot be drawn: the record has none called '
                    f"{paragraph.block}. Take it out, or insert another in its place."
                )
                yield CheckFinding(CheckCode.MISSING_TABLE, CheckLevel.MUST, sentence, paragraph.id)


def _has_verb(text: str) -> bool:
    """It begins with one, or with "To", or with "That the Cabinet" and one soon after."""
    words = re.findall(r"[a-z]+", plain(text, lambda token: "").lower())
    if words[:1] == ["that"]:
        return any(word.removesuffix("s") in VERBS for word in words[1:6])
    return next((word for word in words if word != "to"), "") in VERBS


def _missing_appendices(document: Document) -> Iterator[CheckFinding]:
    listed_labels = [appendix.label for appendix in document.appendices]
    named: dict[str, list[DocumentParagraph]] = {}
    for paragraph in document.every_paragraph():
        for label in dict.fromkeys(appendix_labels(paragraph)):
            named.setdefault(label, []).append(paragraph)
    for label, paragraphs in named.items():
        if label not in listed_labels:
            has = (
                f"The report has {listed(listed_labels)}" if listed_labels else "The report has no appendices"
            )
            numbers = listed(list(dict.fromkeys(_number(paragraph) for paragraph in paragraphs)))
            where = "paragraph" if len(paragraphs) == 1 else "paragraphs"
            sentence = (
                f"The text refers to {label} ({where} {numbers}). {has}. Add it or change the reference."
            )
            yield CheckFinding(CheckCode.MISSING_APPENDIX, CheckLevel.MUST, sentence, paragraphs[0].id)


def appendix_labels(paragraph: DocumentParagraph) -> Iterator[str]:
    """The appendices a paragraph names, in order: "Appendix A", "Appendix 2"."""
    for match in APPENDIX_PATTERN.finditer(plain(paragraph.text, lambda token: "")):
        for name in re.findall(r"\b(?:[A-Z]|\d+)\b", match[1]):
            yield f"Appendix {name}"


def _unknown_figures(document: Document, is_known: Callable[[Token], bool]) -> Iterator[CheckFinding]:
    for paragraph in document.every_paragraph():
        for token in dict.fromkeys(tokens(paragraph.text)):
            if not is_known(token):
                sentence = (
                    f"Paragraph {_number(paragraph)} quotes a figure the record does not have. It would "
                    f'print "{missing_sentence(token)}". Choose another figure, or type the amount.'
                )
                yield CheckFinding(CheckCode.UNKNOWN_FIGURE, CheckLevel.MUST, sentence, paragraph.id)


def _near_figures(document: Document, figures: Sequence[KnownFigure]) -> Iterator[CheckFinding]:
    for paragraph in document.every_paragraph():
        if paragraph.kind is ParagraphKind.TABLE:
            continue
        for amount in dict.fromkeys(typed_amounts(paragraph.text)):
            meant = near_figure(amount, figures)
            if meant:
                yield _near_finding(paragraph, amount, meant)


def _near_finding(paragraph: DocumentParagraph, amount: Decimal, meant: KnownFigure) -> CheckFinding:
    is_slip = is_transposed(amount, meant.value)
    how = "the same digits in another order" if is_slip else f"{pounds(abs(amount - meant.value))} apart"
    sentence = (
        f"Paragraph {_number(paragraph)} says {pounds(amount)}. The record has {pounds(meant.value)} "
        f"for {meant.meaning}, {how}. Use the live figure {meant.token.source}, or keep yours with a reason."
    )
    level = CheckLevel.MUST if is_slip else CheckLevel.CHECK
    return CheckFinding(CheckCode.NEAR_FIGURE, level, sentence, paragraph.id)


def _number(paragraph: DocumentParagraph) -> str:
    return paragraph.number or "without a number"
