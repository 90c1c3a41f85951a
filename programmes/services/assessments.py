"""Assessments of what an action does to people and to the climate."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from core import services as kernel
from core.change import change
from core.validation import raise_problems
from programmes.domain.assessed import made_problems
from programmes.models import ImpactAssessment

PREFIX = "IA"


@transaction.atomic
def keep_assessment(
    *, assessment: ImpactAssessment, by: Any, today: date, reason: str = ""
) -> ImpactAssessment:
    """Save a new assessment under the next reference ("IA-01"), or a changed one under its own.

    Raises ValidationError, StaleEdit.
    """
    raise_problems(made_problems(assessment.done_on, today))
    here = assessment.partnership
    with change(by=by, reason=reason):
        while not assessment.reference:
            drawn = kernel.next_reference(here.slug, PREFIX)
            # Rows loaded from a file do not pass the counter.
            if not ImpactAssessment.objects.filter(partnership=here, reference=drawn).exists():
                assessment.reference = drawn
        assessment.full_clean()
        assessment.save()
    return assessment
