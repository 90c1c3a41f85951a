"""Money, one factory per model."""

from datetime import date
from decimal import Decimal

import factory

from funding import models
from tests.factories.partnerships import BoardFactory, OrganisationFactory, PartnershipFactory


class PhaseFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Phase

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"PH-{n}")
    name = factory.Sequence(lambda n: f"Phase {n}")


class PostFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Post

    phase = factory.SubFactory(PhaseFactory)
    order = factory.Sequence(lambda n: n + 1)
    title = "Project officer"
    number = Decimal("1.00")
    unit_cost = Decimal("39350.00")


class CostLineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CostLine

    phase = factory.SubFactory(PhaseFactory)
    order = factory.Sequence(lambda n: n + 1)
    name = "Equipment"
    amount = Decimal("5000.00")


class SourceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Source

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"SRC-{n}")
    name = factory.Sequence(lambda n: f"Fund {n}")


class OptionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Option

    phase = factory.SubFactory(PhaseFactory)
    order = factory.Sequence(lambda n: n + 1)
    name = factory.Sequence(lambda n: f"Option {n}")


class OptionLineFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.OptionLine

    option = factory.SubFactory(OptionFactory)
    order = factory.Sequence(lambda n: n + 1)
    source_of_money = factory.SubFactory(
        SourceFactory, partnership=factory.SelfAttribute("..option.phase.partnership")
    )
    amount = Decimal("1000.00")


class SplitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Split

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"SP-{n}")
    name = factory.Sequence(lambda n: f"Split {n}")
    total = Decimal("100.00")
    rule = "equally"
    remainder = "largest_remainder"


class ShareFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Share

    split = factory.SubFactory(SplitFactory)
    order = factory.Sequence(lambda n: n + 1)
    organisation = factory.SubFactory(OrganisationFactory)
    amount = Decimal("100.00")


class ContributionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Contribution

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"CO-{n}")
    phase = factory.SubFactory(PhaseFactory, partnership=factory.SelfAttribute("..partnership"))
    organisation = factory.SubFactory(OrganisationFactory)
    amount = Decimal("1000.00")


class SavingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Saving

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"SV-{n}")
    wording = "One study instead of several"
    amount = Decimal("1000.00")


class StatedFigureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.StatedFigure

    partnership = factory.SubFactory(PartnershipFactory)
    paper = "JC-2023"
    number = factory.Sequence(lambda n: n + 1)
    paragraph = "4.1"
    label = "phase 1"
    value = Decimal("100.0000")
    wording = "£100"


class TransferFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Transfer

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"TR-{n}")
    payer = factory.SubFactory(OrganisationFactory)
    payee = factory.SubFactory(OrganisationFactory)
    amount = Decimal("5000.00")
    on = date(2026, 4, 1)
    board = factory.SubFactory(BoardFactory, partnership=factory.SelfAttribute("..partnership"))
    decided_on = date(2026, 3, 5)
    why = "The districts agreed new shares"


class ProfileQuarterFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProfileQuarter

    phase = factory.SubFactory(PhaseFactory)
    year = 2026
    quarter_number = 1
    approved = Decimal("10000.00")


class ProfileMoveFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.ProfileMove

    phase = factory.SubFactory(PhaseFactory, partnership=factory.SelfAttribute("..partnership"))
    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"MV-{n}")
    from_year = 2026
    from_quarter = 1
    to_year = 2026
    to_quarter = 2
    amount = Decimal("2500.00")
    why = "Recruitment took longer"
    asked_on = date(2026, 7, 1)


class ActualFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Actual

    phase = factory.SubFactory(PhaseFactory)
    ledger_reference = factory.Sequence(lambda n: f"JNL{n:06d}")
    on = date(2026, 5, 7)
    wording = "Salaries"
    amount = Decimal("4000.00")
