"""Partnerships and what is in them."""

import factory

from core.permissions import Role
from partnerships import models
from tests.factories.core import UserFactory


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Organisation

    code = factory.Sequence(lambda n: f"body-{n}")
    name = factory.Sequence(lambda n: f"Body {n}")


class PartnershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Partnership

    slug = factory.Sequence(lambda n: f"partnership-{n}")
    name = factory.Sequence(lambda n: f"Partnership {n}")


class BoardFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Board

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"B{n}")
    name = factory.Sequence(lambda n: f"Board {n}")
    kind = models.BoardKind.THEMATIC


class SeatFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Seat

    board = factory.SubFactory(BoardFactory)
    order = factory.Sequence(lambda n: n + 1)
    role = "Leader of the Council"


class MembershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Membership

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class ThemeSetFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ThemeSet

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"set-{n}")
    name = "Themes"


class ThemeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Theme

    theme_set = factory.SubFactory(ThemeSetFactory)
    partnership = factory.SelfAttribute("theme_set.partnership")
    reference = factory.Sequence(lambda n: f"T{n}")
    name = factory.Sequence(lambda n: f"Theme {n}")


class GrantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Grant

    user = factory.SubFactory(UserFactory)
    role = Role.OFFICER
    partnership = factory.SubFactory(PartnershipFactory)


def person_with(role: Role, **place: object):
    """Somebody who holds that role in that place (partnership=, board= or organisation=)."""
    grant = GrantFactory(
        role=role,
        partnership=place.get("partnership"),
        board=place.get("board"),
        organisation=place.get("organisation"),
    )
    if role in (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER):
        grant.user.is_staff = True
        grant.user.save()
    return grant.user
