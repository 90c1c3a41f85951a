"""Reports: house styles, sections, paragraphs, clearances, and what was published."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import models
from django.urls import reverse

from core.card import Card
from core.domain.words import Labelled
from core.models import AuditedModel, File
from governance.models.meeting import Meeting
from governance.reports.domain.document import ParagraphKind, SectionKind
from partnerships.models import Board, InPartnership, Organisation
from programmes.models import Round


class HouseStyle(AuditedModel):
    """How one council's or committee's reports look: its sections, head block and labels, as data.

    A section that ``repeats`` another one prints the same paragraphs again, and must say the same.
    """

    class Layout(Labelled):
        """A report runs on; of slides each section has a page of its own, across."""

        REPORT = "report"
        SLIDES = "slides"

    code = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=160)
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="house_styles"
    )
    head_labels = models.JSONField(
        default=list, blank=True, help_text="The rows of the head block, in order."
    )
    sections = models.JSONField(
        default=list,
        blank=True,
        help_text="For each section: key, heading, kind, and whether it is required.",
    )
    risk_headings = models.JSONField(
        default=list, blank=True, help_text="The columns of the risk table, in order."
    )
    layout = models.CharField(max_length=8, choices=Layout.choices(), default=Layout.REPORT)
    headings_numbered = models.BooleanField(
        "headings are numbered", default=True, help_text="Some councils number paragraphs only."
    )

    card = Card(key=("code",), organisation="organisation")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Report(InPartnership):
    """A report to a board: written here, or held as a paper printed it."""

    class Kind(Labelled):
        """As printed is frozen; from the record draws its tables live."""

        OWN = "written_here"
        AS_PRINTED = "as_printed"
        FROM_RECORD = "from_the_record"

    class State(Labelled):
        """Publishing is the only way to issue."""

        DRAFT = "draft"
        PUBLISHED = "published"
        WITHDRAWN = "withdrawn"

    board = models.ForeignKey(Board, models.PROTECT, related_name="reports")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="reports")
    house_style = models.ForeignKey(HouseStyle, models.PROTECT, related_name="reports")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=16, choices=Kind.choices(), default=Kind.OWN)
    state = models.CharField(max_length=12, choices=State.choices(), default=State.DRAFT, editable=False)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="copies")
    round = models.ForeignKey(
        Round, models.PROTECT, null=True, blank=True, related_name="reports", verbose_name="quarter"
    )
    is_public = models.BooleanField("for publication", default=True)
    author_role = models.CharField(max_length=160, blank=True)
    paper = models.CharField(
        max_length=40, blank=True, help_text="The reference under which its printed figures are held."
    )

    card = Card(
        key=("partnership__slug", "reference"),
        scope="partnership",
        board="board",
        organisation="board__organisation",
    )

    class Meta:
        ordering = ["partnership", "-reference"]
        constraints = [
            models.UniqueConstraint(fields=["partnership", "reference"], name="governance_report_reference")
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("governance:report", args=[self.partnership.slug, self.reference])

    @property
    def is_frozen(self) -> bool:
        """Whether its words can no longer change."""
        return self.kind == self.Kind.AS_PRINTED or self.state != self.State.DRAFT

    @property
    def why_frozen(self) -> str:
        """The same as a sentence that says what to do instead; empty when it can change."""
        if self.kind == self.Kind.AS_PRINTED:
            return f"{self.reference} is held as its paper printed it, so nothing in it changes."
        if self.state != self.State.DRAFT:
            done = self.get_state_display().lower()
            return f"{self.reference} is {done}, so nothing in it changes. Start a correction first."
        return ""

    @property
    def file_name(self) -> str:
        """What its PDF is called."""
        return f"{self.reference} {self.title}.pdf"

    def clean(self) -> None:
        """What it points at is its partnership's own, and a frozen report stays as it is."""
        super().clean()
        refuse_frozen(self, lambda report: report)
        wrong = {
            "board": self.board_id and self.board.partnership_id not in {None, self.partnership_id},
            "round": self.round and self.round.plan.partnership_id != self.partnership_id,
            "based_on": self.based_on and self.based_on.partnership_id != self.partnership_id,
        }
        problems = {
            name: "This belongs to another partnership." for name, is_wrong in wrong.items() if is_wrong
        }
        if self.meeting and self.meeting.board_id != self.board_id:
            problems["meeting"] = "This is a meeting of another board."
        if problems:
            raise ValidationError(problems)


def refuse_frozen(row: AuditedModel, report_of: Callable[[Any], Report]) -> None:
    """Raise ValidationError when the row may not be saved because its report is frozen.

    A report as printed takes new rows until it is published, because that is how it is typed in. What
    would change nothing is let through, so that an exported file can be imported again.
    """
    if row._state.adding:
        try:
            report = report_of(row)
        except ObjectDoesNotExist:  # none is chosen yet, and that is said beside its field
            return
        if report is not row and report.state != Report.State.DRAFT:
            raise ValidationError(report.why_frozen, code="frozen")
        return
    stored = type(row)._base_manager.get(pk=row.pk)
    frozen = next((report for report in (report_of(stored), report_of(row)) if report.is_frozen), None)
    if frozen is not None and row._differs_from(stored):
        raise ValidationError(frozen.why_frozen, code="frozen")


class HeadRow(AuditedModel):
    """One row of a report's head block."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="head_rows")
    order = models.PositiveSmallIntegerField(default=1)
    label = models.CharField(max_length=80)
    value = models.CharField(max_length=300, blank=True, help_text="Empty prints as not stated.")

    card = Card(
        key=("report__partnership__slug", "report__reference", "order"),
        scope="report__partnership",
        board="report__board",
        organisation="report__board__organisation",
    )

    class Meta:
        ordering = ["report", "order"]
        constraints = [models.UniqueConstraint(fields=["report", "order"], name="governance_headrow_once")]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Not once the report is frozen."""
        super().clean()
        refuse_frozen(self, lambda row: row.report)


class Section(AuditedModel):
    """A numbered section. The number is its place; it is never typed."""

    Kind = SectionKind

    report = models.ForeignKey(Report, models.PROTECT, related_name="sections")
    order = models.PositiveSmallIntegerField(default=1)
    key = models.SlugField(max_length=40, help_text="What the house style calls it.")
    heading = models.CharField(max_length=160)
    kind = models.CharField(max_length=20, choices=Kind.choices(), default=Kind.TEXT)

    card = Card(
        key=("report__partnership__slug", "report__reference", "key"),
        scope="report__partnership",
        board="report__board",
        organisation="report__board__organisation",
    )

    class Meta:
        ordering = ["report", "order"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="governance_section_once")]

    def __str__(self) -> str:
        return self.heading

    def clean(self) -> None:
        """Not once the report is frozen."""
        super().clean()
        refuse_frozen(self, lambda row: row.report)


class Paragraph(AuditedModel):
    """The unit of a report: restricted Markdown with ``[[block:figure]]`` tokens, and a stable id.

    ``uid`` is what comments, clearances and links hang on; it survives moving and renumbering.
    """

    Kind = ParagraphKind

    class Recommending(Labelled):
        """What a recommendation asks the board to do."""

        AGREE = "agree"
        AGREE_IN_PRINCIPLE = "agree_in_principle"
        APPROVE = "approve"
        NOTE = "note"
        ENDORSE = "endorse"
        SUPPORT = "support"
        COMMIT = "commit"
        DELEGATE = "delegate"
        APPOINT = "appoint"

    section = models.ForeignKey(Section, models.PROTECT, related_name="paragraphs")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    order = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=16, choices=Kind.choices(), default=Kind.PARAGRAPH)
    verb = models.CharField(max_length=20, choices=Recommending.choices(), blank=True)
    text = models.TextField(blank=True)
    block = models.CharField("live table", max_length=60, blank=True, help_text="The block drawn here.")
    block_params = models.JSONField(default=dict, blank=True)
    caption = models.CharField(max_length=200, blank=True)
    is_draft = models.BooleanField(
        "copied, not yet confirmed",
        default=False,
        help_text="Its words come from an earlier report; nobody has said yet that they hold for this one.",
    )

    card = Card(
        key=("section__report__partnership__slug", "section__report__reference", "section__key", "order"),
        scope="section__report__partnership",
        board="section__report__board",
        organisation="section__report__board__organisation",
    )

    class Meta:
        ordering = ["section", "order"]
        constraints = [models.UniqueConstraint(fields=["section", "order"], name="governance_paragraph_once")]

    def __str__(self) -> str:
        return (self.text or self.caption or self.block)[:60]

    def get_absolute_url(self) -> str:
        """Where it stands in its report."""
        return f"{self.section.report.get_absolute_url()}#{self.anchor}"

    @property
    def anchor(self) -> str:
        """The name its place keeps when paragraphs before it come and go."""
        return f"u{self.uid.hex[:12]}"

    def clean(self) -> None:
        """Not once the report is frozen; a live table names its block, and only a recommendation asks."""
        super().clean()
        refuse_frozen(self, lambda row: row.section.report)
        if self.kind == ParagraphKind.BLOCK and not self.block:
            raise ValidationError({"block": "Choose the live table that is drawn here."})
        if self.kind != ParagraphKind.RECOMMENDATION:
            self.verb = ""
            self.is_draft = False


class Clearance(AuditedModel):
    """One officer's clearance of one section: asked, answered, signed. Silence is waiting, for ever."""

    class State(Labelled):
        """Nobody is deemed to have signed."""

        ASKED = "asked"
        ANSWERED = "answered"
        SIGNED = "signed"
        NOT_REQUIRED = "not_required"

    section = models.ForeignKey(Section, models.PROTECT, related_name="clearances")
    role = models.CharField(max_length=120)
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="clearances"
    )
    state = models.CharField(max_length=14, choices=State.choices(), default=State.ASKED)
    comment = models.TextField(blank=True)
    signed_at = models.DateTimeField(null=True, blank=True)
    section_digest = models.CharField("digest of the section signed", max_length=64, blank=True)

    card = Card(
        key=("section__report__partnership__slug", "section__report__reference", "section__key", "role"),
        scope="section__report__partnership",
        board="section__report__board",
        users=("officer",),
    )

    class Meta:
        ordering = ["section", "role"]
        constraints = [models.UniqueConstraint(fields=["section", "role"], name="governance_clearance_once")]

    def __str__(self) -> str:
        return f"{self.role}: {self.get_state_display()}"


class Publication(AuditedModel):
    """A report as issued: frozen words, values, file and digest. Never changed, never redrawn.

    A correction is a further publication of the same report with a public note.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="publications")
    number = models.PositiveSmallIntegerField("version", default=1)
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="publications"
    )
    data_as_at = models.DateTimeField()
    html = models.TextField()
    values = models.JSONField(default=dict)
    pdf = models.ForeignKey(File, models.PROTECT, related_name="publications")
    sha256 = models.CharField("SHA-256 of the HTML", max_length=64)
    made_with = models.CharField("version of the software", max_length=40)
    is_public = models.BooleanField(default=False)
    note = models.TextField("public note", blank=True)

    card = Card(
        key=("report__partnership__slug", "report__reference", "number"),
        scope="report__partnership",
        board="report__board",
        organisation="report__board__organisation",
        transfer=("report", "number", "issued_at", "sha256", "made_with", "is_public", "note"),
    )

    class Meta:
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="governance_publication_once")
        ]

    def __str__(self) -> str:
        return f"{self.report.reference} version {self.number}"

    def get_absolute_url(self) -> str:
        """Its page, which stays when a further version is published."""
        return f"{self.report.get_absolute_url()}v{self.number}/"

    def save(self, **options: Any) -> None:
        """Once only. The one override of its kind, because what is published is never redrawn."""
        if not self._state.adding:
            raise PermissionDenied("What is published is never changed. Publish a correction instead.")
        super().save(**options)
