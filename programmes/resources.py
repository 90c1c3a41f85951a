"""Spreadsheets whose rows mean more than their columns: they go through the services of the screens."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils import timezone

from core.change import current_change
from core.domain.moments import london_day
from core.transfer import resource_for
from programmes import services
from programmes.models import Action, Update


class ActionResource(resource_for(Action)):  # type: ignore[misc]
    """Actions: the counter notes a new one's reference, and it joins the round that is open."""

    def do_instance_save(self, instance: Action, is_create: bool) -> None:
        """Add it as the screens do, or save it."""
        if is_create:
            services.add_action(action=instance, by=current_change().actor)
        else:
            instance.save()


class UpdateResource(resource_for(Update)):  # type: ignore[misc]
    """Updates: a changed row is submitted, with the rules, the states and the action's status that follow."""

    def do_instance_save(self, instance: Update, is_create: bool) -> None:
        """Submit it. Updates are asked for by opening a round, never by a file."""
        if is_create:
            raise ValidationError(
                f"{instance.action.reference} has no update in {instance.round}. Open the round first."
            )
        now = timezone.now()
        services.submit_update(update=instance, by=current_change().actor, now=now, today=london_day(now))
