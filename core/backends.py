"""Answers Django's own permission questions from the policy table and a user's grants."""

from __future__ import annotations

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.db.models import Model, QuerySet

from core.models import AuditedModel
from core.permissions import Verb, allows
from core.scope import grants_of, may_place, may_somewhere, visible_rows

VERBS = frozenset(verb.value for verb in Verb)


class ScopeBackend(AuthenticationBackend):
    """Signs in by e-mail as allauth does, and answers permission questions from the policy alone:
    Django's own groups and permissions are never asked.

    ``user.has_perm("programmes.change_action", action)``, answered for the row, not only for the model."""

    def has_perm(self, user_obj: Any, perm: str, obj: Model | None = None) -> bool:
        """Whether any grant of the user allows it.

        Without ``obj``: somewhere at all. With a row of the model itself: on that row. With another
        row (a partnership, a board, an action): on a new row placed there.
        """
        app, _, code = perm.partition(".")
        name, _, model = code.rpartition("_")
        if name not in VERBS:
            return False
        verb, label = Verb(name), f"{app}.{model}"
        if obj is None:
            return may_somewhere(user_obj, verb, label)
        if not any(allows(granted.role, verb, label) for granted in grants_of(user_obj)):
            return False  # no question to the database
        if obj._meta.label_lower == label and isinstance(obj, AuditedModel):
            rows: QuerySet[Any] = type(obj)._default_manager.filter(pk=obj.pk)
            return bool(visible_rows(rows, user_obj, verb).exists())
        return isinstance(obj, AuditedModel) and may_place(obj, user_obj, verb, label)

    def get_all_permissions(self, user_obj: Any, obj: Model | None = None) -> set[str]:
        """None are stored; ask has_perm."""
        return set()

    def has_module_perms(self, user_obj: Any, app_label: str) -> bool:
        """Whether the admin shows the app: staff with any grant."""
        return bool(user_obj.is_staff and grants_of(user_obj))
