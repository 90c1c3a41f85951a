"""From a rule's problems to Django's ValidationError: the one bridge, used by clean(), forms and imports."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from core.domain.problems import Problem


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise ValidationError naming every problem beside its field; return when there is none."""
    errors: dict[str, list[ValidationError]] = {}
    for problem in problems:
        errors.setdefault(problem.field or NON_FIELD_ERRORS, []).append(
            # Django puts its own words in place of a message whose code it knows, such as "required".
            ValidationError(problem.message, code=f"rule_{problem.code}")
        )
    if errors:
        raise ValidationError(errors)
