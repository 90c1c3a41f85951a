"""Risks, the matrices they are scored on, decisions, undertakings and findings."""

import datetime

import factory

from core.domain.windows import DateWindow
from governance import models
from tests.factories.partnerships import BoardFactory, PartnershipFactory
from tests.factories.programmes import DateChangeFactory


class MatrixFactory(factory.django.DjangoModelFactory):
    """Five by five, four bands."""

    class Meta:
        model = models.Matrix

    code = factory.Sequence(lambda n: f"matrix-{n}")
    name = "Five by five"
    impact_words = factory.LazyFunction(lambda: ["Negligible", "Minor", "Moderate", "Major", "Critical"])
    likelihood_words = factory.LazyFunction(
        lambda: ["Rare", "Unlikely", "Possible", "Likely", "Almost certain"]
    )
    bands = factory.LazyFunction(lambda: [[1, "Low"], [5, "Medium"], [10, "High"], [16, "Severe"]])


class RiskFactory(factory.django.DjangoModelFactory):
    """An open risk that nobody has scored."""

    class Meta:
        model = models.Risk

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"R-{n + 1:02d}")
    title = factory.Sequence(lambda n: f"Risk {n}")
    matrix = factory.SubFactory(MatrixFactory)


class AssessmentFactory(factory.django.DjangoModelFactory):
    """Where a risk stands now."""

    class Meta:
        model = models.Assessment

    risk = factory.SubFactory(RiskFactory)
    number = factory.Sequence(lambda n: n + 1)
    stage = models.Assessment.Stage.NOW
    assessed_on = datetime.date(2026, 6, 1)
    impact = 3
    likelihood = 3


class DecisionFactory(factory.django.DjangoModelFactory):
    """A decision that a paper reports as past."""

    class Meta:
        model = models.Decision

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"D-{n + 1:02d}")
    title = factory.Sequence(lambda n: f"Decision {n}")
    decided = factory.LazyFunction(lambda: DateWindow.day(datetime.date(2022, 4, 4)))

    @classmethod
    def _adjust_kwargs(cls, **kwargs):
        """A window is three columns to the model's constructor."""
        window = kwargs.pop("decided")
        if window:
            kwargs |= {
                "decided_first": window.first,
                "decided_last": window.last,
                "decided_wording": window.wording,
            }
        return kwargs


class DecidedMoveFactory(factory.django.DjangoModelFactory):
    """An approved date change with the decision that let it stand."""

    class Meta:
        model = models.DecidedMove

    move = factory.SubFactory(
        DateChangeFactory,
        state="approved",
        board=factory.SubFactory(BoardFactory),
        decided_on=datetime.date(2026, 7, 20),
    )
    decision = factory.SubFactory(DecisionFactory)


class UndertakingFactory(factory.django.DjangoModelFactory):
    """A report back that a paper asks for, with no day."""

    class Meta:
        model = models.Undertaking

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"U-{n + 1:02d}")
    kind = models.Undertaking.Kind.REPORT_BACK
    wording = factory.Sequence(lambda n: f"Report back on matter {n}")


class FindingFactory(factory.django.DjangoModelFactory):
    """Something a workshop said."""

    class Meta:
        model = models.Finding

    partnership = factory.SubFactory(PartnershipFactory)
    group = "Workshop"
    kind = models.Finding.Kind.FEEDBACK
    order = factory.Sequence(lambda n: n + 1)
    wording = factory.Sequence(lambda n: f"Wish {n}")
