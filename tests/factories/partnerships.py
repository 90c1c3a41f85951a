"""Partnerships and what is in them."""

import datetime

import factory

from core.permissions import Role
from partnerships import models
from partnerships.domain.membership import MembershipState
from tests.factories.core import UserFactory


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Organisation

    code = factory.Sequence(lambda n: f"body-{n}")
    name = factory.Sequence(lambda n: f"Body {n}")


class OrganisationNameFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.OrganisationName

    organisation = factory.SubFactory(OrganisationFactory)
    name = factory.Sequence(lambda n: f"Earlier name {n}")


class SuccessionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Succession

    predecessor = factory.SubFactory(OrganisationFactory)
    successor = factory.SubFactory(OrganisationFactory)


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Contact

    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.Sequence(lambda n: f"Policy officer {n}")


class ClosedDayFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ClosedDay

    organisation = factory.SubFactory(OrganisationFactory)
    day = datetime.date(2026, 12, 29)


class PartnershipFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Partnership

    slug = factory.Sequence(lambda n: f"partnership-{n}")
    name = factory.Sequence(lambda n: f"Partnership {n}")


class BrandFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Brand

    partnership = factory.SubFactory(PartnershipFactory)
    name = factory.Sequence(lambda n: f"Brand {n}")


class HostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Host

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class StatementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Statement

    partnership = factory.SubFactory(PartnershipFactory)
    kind = models.Statement.Kind.PRINCIPLE
    order = factory.Sequence(lambda n: n + 1)
    title = "Work together"


class StrategyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Strategy

    partnership = factory.SubFactory(PartnershipFactory)
    name = factory.Sequence(lambda n: f"Strategy {n}")


class AgreementFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Agreement

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"AG-{n + 1:02d}")
    title = factory.Sequence(lambda n: f"Agreement {n}")


class SignatoryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Signatory

    agreement = factory.SubFactory(AgreementFactory)
    organisation = factory.SubFactory(OrganisationFactory)


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


class MembershipStatusFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.MembershipStatus

    membership = factory.SubFactory(MembershipFactory)
    order = factory.Sequence(lambda n: n + 1)
    state = MembershipState.PARTICIPATING


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


class ThemeLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ThemeLink

    predecessor = factory.SubFactory(ThemeFactory)
    successor = factory.SubFactory(
        ThemeFactory, theme_set__partnership=factory.SelfAttribute("...predecessor.partnership")
    )


class OutcomeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Outcome

    theme = factory.SubFactory(ThemeFactory)
    partnership = factory.SelfAttribute("theme.partnership")
    reference = factory.Sequence(lambda n: f"O-{n + 1:02d}")
    wording = "More people in work"


class LeadFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Lead

    theme = factory.SubFactory(ThemeFactory)
    kind = models.Lead.Kind.LEADER
    order = factory.Sequence(lambda n: n + 1)
    role = "Leader of the Council"


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
