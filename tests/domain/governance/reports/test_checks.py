"""What keeps a report from being published."""

from decimal import Decimal

import pytest

from governance.reports.domain.checks import (
    CheckCode,
    CheckFinding,
    CheckLevel,
    KnownFigure,
    check,
    near_figure,
    readiness,
    typed_amounts,
)
from governance.reports.domain.document import (
    Appendix,
    Document,
    DocumentParagraph,
    DocumentSection,
    ParagraphKind,
    SectionKind,
)
from governance.reports.domain.markup import Token
from governance.reports.domain.numbering import numbered

COST = KnownFigure(Token("funding.phase_cost", "PH-2.total"), Decimal("357747.00"), "the cost of phase 2")
POOL = KnownFigure(Token("funding.sources", "pool"), Decimal(94000), "the pool")
FIGURES = [COST, POOL]


def report(*texts: str, recommendations: tuple[str, ...] = (), appendices: int = 0) -> Document:
    sections = [
        DocumentSection(
            "recommendations",
            "Recommendations",
            SectionKind.RECOMMENDATIONS,
            tuple(
                DocumentParagraph(f"rec-{place}", ParagraphKind.RECOMMENDATION, text)
                for place, text in enumerate(recommendations or ("Note the report.",))
            ),
        ),
        DocumentSection(
            "details",
            "Details",
            SectionKind.TEXT,
            tuple(
                DocumentParagraph(f"p-{place}", ParagraphKind.PARAGRAPH, text)
                for place, text in enumerate(texts or ("Words.",))
            ),
        ),
    ]
    return numbered(Document("Report", (), tuple(sections), (Appendix("Annex"),) * appendices))


def found(document: Document) -> tuple[CheckFinding, ...]:
    return check(document, FIGURES, {figure.token for figure in FIGURES}.__contains__)


def test_a_report_with_nothing_wrong_has_no_finding() -> None:
    document = report(
        "It costs £357,747, or [[funding.phase_cost:PH-2.total]]. See Appendix 1.", appendices=1
    )

    assert found(document) == ()


def test_swapped_digits_must_be_put_right() -> None:
    assert found(report("From April 2024 this costs £375,747.")) == (
        CheckFinding(
            CheckCode.NEAR_FIGURE,
            CheckLevel.MUST,
            "Paragraph 2.1 says £375,747. The record has £357,747 for the cost of phase 2, "
            "the same digits in another order. "
            "Use the live figure [[funding.phase_cost:PH-2.total]], or keep yours with a reason.",
            "p-0",
        ),
    )


def test_an_amount_within_one_per_cent_is_to_be_looked_at() -> None:
    assert found(report("Funding is £358,000.")) == (
        CheckFinding(
            CheckCode.NEAR_FIGURE,
            CheckLevel.CHECK,
            "Paragraph 2.1 says £358,000. The record has £357,747 for the cost of phase 2, £253 apart. "
            "Use the live figure [[funding.phase_cost:PH-2.total]], or keep yours with a reason.",
            "p-0",
        ),
    )


@pytest.mark.parametrize(
    ("amount", "meant"),
    [
        ("357747", None),
        ("357747.40", None),
        ("357800", COST),
        ("361324", COST),
        ("361325", None),
        ("49000", POOL),
        ("120000", None),
    ],
)
def test_an_amount_is_near_within_one_per_cent_or_with_its_digits_swapped(
    amount: str, meant: KnownFigure | None
) -> None:
    assert near_figure(Decimal(amount), FIGURES) == meant


def test_an_amount_that_is_one_of_the_figures_is_never_near_another() -> None:
    funding = KnownFigure(Token("funding.sources", "total"), Decimal(358000), "the funding of phase 2")

    assert near_figure(Decimal(358000), [COST, funding]) is None


def test_only_typed_amounts_are_read_and_rounded_millions_are_left_out() -> None:
    text = "£1,250 and £1250.50, not £1.2 million, £3m, 40% or [[funding.phase_cost:PH-2.total]] nor £12,34."

    assert typed_amounts(text) == [Decimal(1250), Decimal("1250.50")]


@pytest.mark.parametrize(
    "text", ["Agree the plan.", "To **note** progress.", "That the Cabinet approves it."]
)
def test_a_recommendation_may_begin_in_any_of_the_usual_ways(text: str) -> None:
    assert found(report(recommendations=(text,))) == ()


def test_a_recommendation_without_a_verb_is_named() -> None:
    document = report(recommendations=("Note progress.", "Progress on the action plan."))

    assert found(document) == (
        CheckFinding(
            CheckCode.NO_VERB,
            CheckLevel.MUST,
            "Recommendation 1.2 does not say what the board is asked to do. "
            "Begin it with a verb such as agree, approve, note or endorse.",
            "rec-1",
        ),
    )


def test_a_verb_chosen_beside_the_text_is_enough() -> None:
    recommendation = DocumentParagraph("rec", ParagraphKind.RECOMMENDATION, "the plan.", verb="agree")
    section = DocumentSection("recs", "Recommendations", SectionKind.RECOMMENDATIONS, (recommendation,))

    assert found(numbered(Document("Report", (), (section,)))) == ()


def test_a_required_section_without_words_is_named() -> None:
    empty = DocumentSection(
        "legal", "Legal", SectionKind.TEXT, (DocumentParagraph("sub", ParagraphKind.SUBHEADING, "Powers"),)
    )
    optional = DocumentSection("staff", "Staff", SectionKind.TEXT, (), is_required=False)

    assert found(numbered(Document("Report", (), (empty, optional)))) == (
        CheckFinding(
            CheckCode.EMPTY_SECTION,
            CheckLevel.MUST,
            'Section "1.0 Legal" is empty. Write it, or say that there is nothing to report.',
            section_key="legal",
        ),
    )


def test_an_appendix_that_is_not_there_is_named_with_its_paragraphs() -> None:
    document = report("See Appendices A and 1.", "And Appendix A again.", appendices=2)

    assert found(document) == (
        CheckFinding(
            CheckCode.MISSING_APPENDIX,
            CheckLevel.MUST,
            "The text refers to Appendix A (paragraphs 2.1 and 2.2). The report has Appendix 1 "
            "and Appendix 2. Add it or change the reference.",
            "p-0",
        ),
    )


def test_a_report_without_appendices_cannot_refer_to_one() -> None:
    sentences = [finding.sentence for finding in found(report("See Appendix 1 to this report."))]

    assert sentences == [
        "The text refers to Appendix 1 (paragraph 2.1). The report has no appendices. "
        "Add it or change the reference."
    ]


def test_the_appendix_to_a_report_is_not_called_to() -> None:
    assert found(report("The appendix to this report. An appendix a reader may skip.")) == ()


def test_a_figure_the_record_does_not_have_is_named() -> None:
    assert found(report("It costs [[funding.phase_cost:PH-9.total]].")) == (
        CheckFinding(
            CheckCode.UNKNOWN_FIGURE,
            CheckLevel.MUST,
            "Paragraph 2.1 quotes a figure the record does not have. It would print "
            '"[No figure called funding.phase_cost:PH-9.total]". Choose another figure, or type the amount.',
            "p-0",
        ),
    )


def test_what_must_be_fixed_comes_first() -> None:
    levels = [finding.level for finding in found(report("£358,000", "See Appendix 1.", "£375,747"))]

    assert levels == [CheckLevel.MUST, CheckLevel.MUST, CheckLevel.CHECK]


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        ([], "Ready to publish."),
        ([CheckLevel.CHECK], "Ready once 1 check is looked at."),
        ([CheckLevel.CHECK, CheckLevel.CHECK], "Ready once 2 checks are looked at."),
        ([CheckLevel.MUST, CheckLevel.CHECK], "Not ready to publish because 1 thing must be fixed."),
        ([CheckLevel.MUST] * 3, "Not ready to publish because 3 things must be fixed."),
    ],
)
def test_one_sentence_says_whether_the_report_can_be_published(
    levels: list[CheckLevel], sentence: str
) -> None:
    assert readiness([CheckFinding(CheckCode.NO_VERB, level, "") for level in levels]) == sentence
