"""Adding a measure."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from core import services as kernel
from core.change import change
from programmes.models import Measure


@transaction.atomic
def add_measure(*, measure: Measure, by: Any) -> Measure:
    """Save a new measure, with the partnership's next reference ("M-01") unless it brings its own.

    Raises ValidationError.
    """
    scope = measure.partnership.slug
    with change(by=by):
        while not measure.reference:
            drawn = kernel.next_reference(scope, "M")
            if not Measure.objects.filter(partnership=measure.partnership, reference=drawn).exists():
                measure.reference = drawn
        measure.full_clean()
        measure.save()
    return measure
