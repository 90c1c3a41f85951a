"""Reads: what disagrees in a report, and what keeps it from being published."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from core import blocks
from core.domain.words import counted, listed
from governance.models import Report
from governance.reports.domain import checks
from governance.reports.domain.checks import CheckFinding, CheckLevel
from governance.reports.domain.defects import Defect, DefectCode, defects
from governance.reports.domain.slips import slips
from governance.reports.domain.spellings import spellings
from governance.reports.queries.documents import Whole, paragraphs_of
from governance.reports.queries.live import Live

log = logging.getLogger(__name__)

STATED_BLOCK = "funding.stated"
DEFECT_LABELS = {
    DefectCode.OTHER_LABEL: "Labels disagree.",
    DefectCode.NOT_LISTED: "Not listed.",
    DefectCode.BLANK_ROW: "Left blank.",
    DefectCode.PLACEHOLDER: "Never filled in.",
    DefectCode.REPEATED: "Printed twice, and differs.",
    DefectCode.WRITTEN: "Written in several ways.",
    DefectCode.TELEPHONE: "No telephone number.",
}
NOT_COMPARED = (
    "The figures of this paper cannot be compared with the record just now, because the part that "
    "compares them does not answer. The paper itself is as it was."
)


@dataclass(frozen=True)
class MarginNote:
    """A sentence that stands beside a paragraph on the page and never prints.

    ``place`` is the anchor of a numbered paragraph, a paragraph's id or a section's key.
    """

    place: str
    sentence: str
    label: str


@dataclass(frozen=True)
class Disagreements:
    """What a paper disagrees with itself about and what it leaves blank, for its page.

    ``sentences`` are the findings once each, with number and anchor of the paragraphs they stand at;
    ``blanks`` of them, the last, are rows nobody filled in. ``trouble`` says why there are no figures to
    show, when they could not be compared.
    """

    sentences: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    beside: tuple[MarginNote, ...] = ()
    trouble: str = ""
    blanks: int = 0

    @property
    def summary(self) -> str:
        """How many there are, and where to look."""
        differ = len(self.sentences) - self.blanks
        counts = [counted(differ, "disagreement")] if differ else []
        counts += [counted(self.blanks, "blank row")] if self.blanks else []
        each = "each beside its paragraphs" if differ else "each beside its place"
        return f"{listed(counts)} in this paper, {each}"

    def with_defects(self, defects: Sequence[Defect]) -> Disagreements:
        """The same with what is wrong in the paper beside its figures."""
        beside = (
            MarginNote(place, defect.sentence, DEFECT_LABELS[defect.code])
            for defect in defects
            for _name, place in defect.places
        )
        return replace(
            self,
            sentences=(*self.sentences, *((defect.sentence, defect.places) for defect in defects)),
            beside=(*self.beside, *beside),
            blanks=self.blanks + sum(defect.code is DefectCode.BLANK_ROW for defect in defects),
        )


def all_wrong(shown: Whole) -> Disagreements:
    """What stands beside a report: figures that disagree, and what its paper left blank or labelled wrongly.

    The second is looked for only in a report as printed: one that is written here has its checks.
    """
    report = shown.report
    disagreeing = disagreements(report, shown.live)
    if report.kind != Report.Kind.AS_PRINTED:
        return disagreeing
    document = shown.document
    return disagreeing.with_defects((*slips(document), *spellings(document), *defects(document)))


def disagreements(report: Report, live: Live) -> Disagreements:
    """What the figures printed in the report's paper disagree about, with each other and with the record.

    They are worked out by the app that holds the money, through its block; where that does not answer,
    the page says so instead of looking as if all were well.
    """
    if not report.paper:
        return Disagreements()
    block = blocks.block(STATED_BLOCK)
    if block is None:
        return Disagreements(trouble=NOT_COMPARED)
    try:
        findings = findings_in(block.result(replace(live.context, params={"paper": report.paper})))
    except Exception:
        log.exception("The figures of %s could not be compared.", report.paper)
        return Disagreements(trouble=NOT_COMPARED)
    if report.kind == Report.Kind.OWN:
        findings = _still_said(findings, report)
    from_record = report.kind == Report.Kind.FROM_RECORD
    label = "In the paper as printed:" if from_record else "Figures disagree."
    sentences, beside = [], []
    for finding in findings:
        numbers = dict.fromkeys(place.paragraph for place in finding.places)
        places = tuple((number, _anchor(number)) for number in numbers)
        sentences.append((finding.sentence, places))
        beside += [MarginNote(anchor, finding.sentence, label) for _, anchor in places]
    return Disagreements(tuple(sentences), tuple(beside))


def _still_said(findings: Iterable[Any], report: Report) -> list[Any]:
    """The findings whose figures still stand in the words of a report that is being written.

    The figures it states are rows of their own; whoever corrects its words has settled what they said.
    One query.
    """
    words = "\n".join(paragraphs_of(report).values_list("text", flat=True))
    return [finding for finding in findings if all(place.wording in words for place in finding.places)]


def findings_in(result: Any) -> list[Any]:
    """The findings of a result: pairs of a paper and what was found in it."""
    return [finding for _paper, findings in result.items for finding in findings]


def _anchor(number: str) -> str:
    """Where the place is named by: the number of a paragraph, or a section's key in words ("slide 9")."""
    return f"p{number.replace('.', '-')}" if number[:1].isdigit() else number.lower().replace(" ", "-")


def findings(shown: Whole) -> tuple[CheckFinding, ...]:
    """What must be put right, looked at or considered before publishing, worst first.

    A report as printed has none: it says what its paper said.
    """
    if shown.report.kind == Report.Kind.AS_PRINTED:
        return ()
    live = shown.live
    return checks.check(shown.document, live.known_money, lambda token: live.figure(token) is not None)


def blocking(findings: Iterable[CheckFinding]) -> list[CheckFinding]:
    """Those that keep the report from being published."""
    return [finding for finding in findings if finding.level is CheckLevel.MUST]
