"""Writes of the risk register."""

from __future__ import annotations

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max

from core.change import change
from core.domain.words import day_words
from core.services import next_reference
from governance.models import Assessment, Risk

PREFIX = "R"


@transaction.atomic
def add_risk(*, by: Any, risk: Risk) -> Risk:
    """Put a risk on the register under the next reference. Raises ValidationError."""
    taken = set(Risk.objects.filter(partnership=risk.partnership).values_list("reference", flat=True))
    risk.reference = next_reference(risk.partnership.slug, PREFIX)
    while risk.reference in taken:  # rows loaded from a file do not pass the counter
        risk.reference = next_reference(risk.partnership.slug, PREFIX)
    with change(by=by):
        risk.full_clean()
        risk.save()
    return risk


@transaction.atomic
def assess_risk(*, by: Any, assessment: Assessment, today: datetime.date) -> Assessment:
    """Record where a risk stands, as a further assessment: earlier ones stay as they were given.

    Raises ValidationError for a closed risk, for a day that has not come yet and for levels the matrix
    does not have.
    """
    if assessment.assessed_on > today:
        raise ValidationError(
            {"assessed_on": f"The day of the assessment must be today, {day_words(today)}, or earlier."}
        )
    # Locked, so that two people assessing at once do not draw the same number.
    risk = Risk.objects.select_for_update().get(pk=assessment.risk_id)
    if risk.state == Risk.State.CLOSED:
        raise ValidationError("This risk is closed. Open it again before assessing it.")
    last = risk.assessments.aggregate(last=Max("number"))["last"] or 0
    assessment.number = last + 1
    with change(by=by):
        assessment.full_clean()
        assessment.save()
    return assessment
