"""Pages on which the paragraphs of a section are written, moved and given live figures and tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from core.models import StaleEdit
from governance.models import Paragraph, Section
from governance.reports.domain.checks import readiness
from governance.reports.domain.document import ParagraphKind
from governance.reports.domain.markup import TOKEN_PATTERN, Token
from governance.reports.forms import ParagraphForm, ReasonForm
from governance.reports.queries import checking, documents
from governance.reports.services import writing as services
from governance.reports.views.editing import WritingPage

FIRST = "first"  # the prefix of the box in which an empty section's first words are written


@dataclass(frozen=True)
class WritingLine:
    """One paragraph of a section being written."""

    form: Any
    row: Paragraph
    number: str
    drawn: str
    is_removed: bool
    findings: tuple[str, ...]

    @property
    def kind(self) -> str:
        """What it is, and for a numbered part which."""
        return f"{self.row.get_kind_display()} {self.number}".strip()

    @property
    def words(self) -> list[Any]:
        """The fields people write in."""
        return [self.form[name] for name in ("text", "caption") if name in self.form.fields]

    @property
    def choices(self) -> list[Any]:
        """The fields people choose from."""
        return [self.form[name] for name in ("kind", "verb") if name in self.form.fields]


class SectionEdit(WritingPage):
    """One section: its paragraphs, each with its words and the ways to move it."""

    template_name = "governance/report/section.html"

    @cached_property
    def section(self) -> Section:
        """The section in the address, or 404."""
        section: Section | None = self.report.sections.live().filter(key=self.kwargs["section"]).first()
        if section is None:
            raise Http404("There is no such section.")
        return section

    def paragraphs(self) -> Any:
        """The section's rows, those somebody removed too."""
        return (
            Paragraph.objects.filter(section=self.section).select_related("section__report").order_by("order")
        )

    def forms(self, data: Any = None) -> list[Any]:
        """A form for each paragraph on the page, and the reason for all of them."""
        if data is None:
            shown = list(self.paragraphs().live())
            is_first = not shown
        else:
            # What somebody removed while it was being written here must not vanish with its new words.
            shown = [row for row in self.paragraphs() if f"p{row.pk}-version" in data]
            is_first = f"{FIRST}-kind" in data
        forms = [ParagraphForm(data, instance=row, prefix=f"p{row.pk}") for row in shown]
        if is_first:
            fresh = Paragraph(section=self.section, kind=self.usual_kind)
            forms.append(ParagraphForm(data, instance=fresh, prefix=FIRST))
        return [ReasonForm(data), *forms]

    def save(self, forms: list[Any]) -> None:
        """The words first, so that no button loses them."""
        reason, *written = forms
        stored = [form for form in written if form.instance.pk]
        self.refuse_removed(stored)
        why = reason.cleaned_data["change_reason"]
        services.save_section(by=self.request.user, forms=stored, reason=why)
        for form in written:
            typed = form.cleaned_data
            if form not in stored and typed.get("text", "").strip():
                services.add_paragraph(
                    by=self.request.user,
                    section=self.section,
                    kind=typed["kind"],
                    verb=typed.get("verb", ""),
                    text=typed["text"],
                )

    def refuse_removed(self, written: list[Any]) -> None:
        """Words written into a paragraph that somebody removed are shown again, not saved out of sight."""
        for form in written:
            if form.instance.archived_at and set(form.changed_data) - {"version"}:
                form.add_error(
                    None,
                    "Somebody removed this paragraph while you were writing. Copy the words you want to keep "
                    "into another paragraph, or bring this one back from its history.",
                )
                raise ValidationError("A paragraph you changed was removed meanwhile.")

    def done(self) -> HttpResponse:
        """Do what the button says, now that the words are saved."""
        verb, _, name = self.request.POST.get("do", "save").partition(":")
        by, here = self.request.user, self.request.path
        if verb == "add":
            after = self.paragraph(name) if name else None
            fresh = services.add_paragraph(by=by, section=self.section, after=after, kind=self.usual_kind)
            return redirect(f"{here}#{fresh.anchor}")
        if verb in {"figure", "table"}:
            return redirect(f"{here}insert/?after={name}#{verb}s")
        if verb in {"up", "down", "remove", "confirm"}:
            row = self.paragraph(name)
            self.carry_out(verb, row)
            return redirect(f"{here}#{row.anchor}" if verb != "remove" else here)
        messages.success(self.request, "Saved.")
        return redirect(here)

    def carry_out(self, verb: str, row: Paragraph) -> None:
        """Move, remove or confirm one paragraph."""
        by = self.request.user
        if verb == "remove":
            services.remove_paragraph(by=by, paragraph=row, moment=timezone.now())
            messages.success(self.request, "The paragraph is removed. Its words are kept in its history.")
        elif verb == "confirm":
            services.confirm_recommendation(by=by, paragraph=row)
        else:
            services.move_paragraph(by=by, paragraph=row, up=verb == "up")

    def paragraph(self, name: str) -> Paragraph:
        """One of the section's live paragraphs by its anchor, or 404."""
        rows: list[Paragraph] = list(self.paragraphs().live())
        paragraph = next((row for row in rows if row.anchor == name), None)
        if paragraph is None:
            raise Http404("There is no such paragraph in this section.")
        return paragraph

    @property
    def is_asking(self) -> bool:
        """Whether new paragraphs here are recommendations."""
        return self.section.kind == Section.Kind.RECOMMENDATIONS

    @property
    def usual_kind(self) -> ParagraphKind:
        """What a new paragraph here is."""
        return ParagraphKind.RECOMMENDATION if self.is_asking else ParagraphKind.PARAGRAPH

    def context(self, forms: list[Any]) -> dict[str, Any]:
        """Each paragraph with its number, its figures as they print and what is found in it."""
        shown = documents.whole(self.report, viewer=self.request.user, today=self.today)
        findings = checking.findings(shown)
        drawn = {paragraph.id: paragraph for paragraph in shown.document.every_paragraph()}
        numbered = {section.key: section for section in shown.document.sections}[self.section.key]
        lines = []
        for form in forms[1:]:
            row = form.instance
            seen = drawn.get(row.anchor)
            lines.append(
                WritingLine(
                    form=form,
                    row=row,
                    number=seen.number if seen else "",
                    drawn=seen.table.title if seen and seen.table else row.block,
                    is_removed=row.archived_at is not None,
                    findings=tuple(
                        finding.sentence for finding in findings if finding.paragraph_id == row.anchor
                    ),
                )
            )
        return {
            "title": f"{numbered.number} {numbered.heading}".strip(),
            "section": self.section,
            "reason": forms[0],
            "lines": lines,
            "findings": [finding.sentence for finding in findings if finding.section_key == self.section.key],
            "verdict": readiness(findings),
            "here": self.here,
            "is_asking": self.is_asking,
        }


class SectionInsert(SectionEdit):
    """Lists of live figures and live tables with what they say now; a button inserts one."""

    template_name = "governance/report/insert.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.must_edit()
        name = request.GET.get("after", "")
        after = self.paragraph(name) if name else None
        shown = documents.whole(self.report, viewer=request.user, today=self.today)
        context = {
            "title": "Insert a live figure or table",
            "report": self.report,
            "section": self.section,
            "after": after,
            "takes_figures": after is not None and after.kind != ParagraphKind.BLOCK,
            "number": next(
                (paragraph.number for paragraph in shown.document.every_paragraph() if paragraph.id == name),
                "",
            ),
            "figures": list(shown.live.offered()),
            "tables": [_offered(*pair) for pair in shown.live.choices()],
            "back": f"{self.here}edit/{self.section.key}/",
            **self.shell_here(),
        }
        return render(request, self.template_name, context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Insert what the button names, where the address says."""
        self.must_edit()
        name = request.POST.get("after", "")
        after = self.paragraph(name) if name else None
        live = documents.live_of(self.report, viewer=request.user, today=self.today)
        back = f"{self.here}edit/{self.section.key}/"
        try:
            if "figure" in request.POST and after is not None:
                token = _token(request.POST["figure"])
                if token is None or live.figure(token) is None:
                    raise Http404("The record has no such figure.")
                row = services.put_figure(by=request.user, paragraph=after, token=token)
            else:
                row = self.insert_table(live.choices(), request.POST.get("table", ""), after)
        except (StaleEdit, ValidationError) as refused:
            messages.error(request, f"Nothing was inserted. {refused}")
            return redirect(back)
        return redirect(f"{back}#{row.anchor}")

    def insert_table(self, offered: Any, value: str, after: Paragraph | None) -> Paragraph:
        """A live table after the paragraph, or at the end of the section."""
        chosen = next((pair for pair in offered if _offered(*pair)["value"] == value), None)
        if chosen is None:
            raise Http404("The record has no such table.")
        block, choice = chosen
        return services.add_paragraph(
            by=self.request.user,
            section=self.section,
            after=after,
            kind=ParagraphKind.BLOCK,
            block=block.key,
            block_params=choice.params,
        )


def _offered(block: Any, choice: Any) -> Mapping[str, str]:
    """One live table of the list: what it is called and what its button sends."""
    value = f"{block.key} {json.dumps(choice.params, sort_keys=True)}"
    return {"label": choice.label, "title": block.title, "value": value}


def _token(text: str) -> Token | None:
    match = TOKEN_PATTERN.fullmatch(text)
    return Token(match[1], match[2]) if match else None
