"""What the form of an update shows wherever it stands: on a page of its own, or open in a list."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from core.domain.status import Confidence, Stage, Status, status_of
from core.domain.vocabulary import Vocabulary
from core.domain.words import day_words
from core.templatetags.ui import status_tag
from programmes import queries
from programmes.forms import EvidenceForm, UpdateForm, in_trouble
from programmes.models import Draft, Update, words_of

EVIDENCE = "evidence"
REPEATED = ("stage", "confidence", "words", "reason", "forecast")


def opened(key: str, **more: str) -> str:
    """The address of My updates with one row open; ``key`` is MyUpdate.key."""
    return f"{reverse('programmes:my_updates')}?{urlencode({'open': key} | more, safe='/')}#open"


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script sent the form while somebody was writing."""
    return request.headers.get("X-Autosave") == "yes"


def drafted_form(row: Update, draft: Draft | None) -> UpdateForm:
    """The form with the person's own draft in it, where they have one."""
    return UpdateForm(instance=row, initial={**draft.typed, "version": draft.version} if draft else {})


def repeated_form(row: Update, before: Update) -> UpdateForm:
    """The form with last quarter's answer in it. A request for help is not repeated for anybody."""
    answer = UpdateForm(instance=before).initial
    return UpdateForm(instance=row, initial={name: answer[name] for name in REPEATED})


def answering(
    row: Update,
    form: UpdateForm,
    viewer: Any,
    *,
    draft: Draft | None = None,
    evidence_form: EvidenceForm | None = None,
) -> dict[str, Any]:
    """The form, last quarter's answer beside it, drafts the viewer may read, milestones due, evidence."""
    before, words = queries.answer_before(row), words_of(row.action.partnership)
    return {
        "row": row,
        "form": form,
        "draft": draft,
        "overtaken": draft is not None and draft.version != row.version and row.is_in,
        "drafts": queries.drafts_shown(row, viewer),
        "answer": update_facts(row, words),
        "before": before,
        "before_facts": update_facts(before, words) if before else [],
        "steps": queries.steps_due(row),
        "evidence": row.action.evidence.live().filter(round=row.round),
        "evidence_form": evidence_form or EvidenceForm(prefix=EVIDENCE),
        "history_url": f"{row.get_absolute_url()}history/",
    }


def update_facts(row: Update, words: Vocabulary) -> list[tuple[str, object]]:
    """What an update that is in says, as facts; nothing for one that is not, whoever reads it."""
    return answer_facts(row, words) if row.is_in else []


def answer_facts(row: Update, words: Vocabulary) -> list[tuple[str, object]]:
    """An answer as facts, submitted or not: only for those who may read it."""
    who = (row.recovery_owner, row.recovery_on and f"by {day_words(row.recovery_on)}")
    facts = [
        ("Status", status_tag(answered_status(row), words)),
        ("What happened, and what is next", row.words),
        ("Expected to be done", str(row.forecast or "")),
        (f"Why it is {in_trouble(words)}", row.reason),
        ("What will bring it back", "\n".join(filter(None, (row.recovery, ", ".join(filter(None, who)))))),
        ("Finished on", day_words(row.actual_on) if row.actual_on else ""),
        ("Help or a decision asked for", row.help_wanted),
    ]
    return [(label, value) for label, value in facts if value]


def answered_status(row: Update) -> Status:
    """The status an answer would give the action."""
    stage = Stage(row.stage) if row.stage in set(Stage) else Stage.NOT_STARTED
    return status_of(stage, Confidence(row.confidence) if row.confidence else None, bool(row.stage))
