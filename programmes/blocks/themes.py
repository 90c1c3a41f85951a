"""What programmes says on a theme's own page: the actions that stand under it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.html import format_html

from core.blocks import BlockContext, register
from core.permissions import Verb
from core.tables import Row
from partnerships.models import ThemeSet
from programmes.blocks.plan import PlanListing, PlanListingBlock, columns
from programmes.models import Action


@register
class ThemeActionsBlock(PlanListingBlock):
    """The actions under a theme today; under a replaced one, with the way to carry them over."""

    key = "programmes.theme_actions"
    title = "Actions"
    subject = "partnerships.Theme"
    in_reports = False

    def result(self, context: BlockContext) -> PlanListing:
        """The theme's actions that the viewer sees, by reference."""
        theme = context.subject
        rows = Action.objects.live().visible_to(context.viewer).filter(theme=theme)
        actions = list(rows.select_related("owner", "partnership").order_by("reference"))
        cells = [
            (
                action.reference,
                action.title,
                str(action.owner or ""),
                action.current.wording if action.current else "",
            )
            for action in actions
        ]
        replaced = theme.theme_set.state == ThemeSet.State.REPLACED
        return PlanListing(
            caption=f"Actions under {theme}",
            columns=columns(("Reference", "ref"), ("Action", "main"), ("Owner", ""), ("Due", "date")),
            rows=tuple(
                Row(shown, action.get_absolute_url()) for action, shown in zip(actions, cells, strict=True)
            ),
            flat=tuple(cells),
            nothing="No action stands under this theme today.",
            note=_way_on(context) if actions and replaced else "",
            counts=(("actions", len(actions), f"Actions under {theme}"),),
        )


def _way_on(context: BlockContext) -> str:
    """What to do about actions under a replaced theme, for those who may."""
    sentence = "This theme was replaced."
    if not context.viewer.has_perm(f"programmes.{Verb.CHANGE}_action", context.partnership):
        return f"{sentence} The programme manager carries its actions over to the new themes."
    url = reverse("programmes:carry", args=[context.partnership.slug])
    return format_html('{} <a href="{}">Carry its actions over to the new themes</a>.', sentence, url)
