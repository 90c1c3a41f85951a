"""Plans, actions, rounds and updates."""

from datetime import UTC, date, datetime

import factory

from core.domain.periods import FinancialYear, Quarter
from core.domain.windows import DateWindow
from core.models import File
from programmes import models
from programmes.domain.moves import DateMoveState
from programmes.domain.rounds import RoundState
from tests.factories.core import UserFactory
from tests.factories.partnerships import (
    OrganisationFactory,
    PartnershipFactory,
    ThemeFactory,
    ThemeSetFactory,
)

Q1 = Quarter(FinancialYear(2026), 1)
JUNE = DateWindow.month(2026, 6)


class WindowedFactory(factory.django.DjangoModelFactory):
    """Sets date windows as the code does: each as one attribute."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        windows = {name: kwargs.pop(name) for name in list(kwargs) if name in model_class.windows}
        row = model_class(*args, **kwargs)
        for name, window in windows.items():
            setattr(row, name, window)
        row.save()
        return row


class PlanFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Plan

    partnership = factory.SubFactory(PartnershipFactory)
    theme_set = factory.SubFactory(ThemeSetFactory, partnership=factory.SelfAttribute("..partnership"))
    reference = factory.Sequence(lambda n: f"plan-{n}")
    name = "Delivery plan"


class ActionFactory(WindowedFactory):
    class Meta:
        model = models.Action

    plan = factory.SubFactory(PlanFactory)
    partnership = factory.SelfAttribute("plan.partnership")
    theme = factory.SubFactory(ThemeFactory, theme_set=factory.SelfAttribute("..plan.theme_set"))
    reference = factory.Sequence(lambda n: f"ES-{n:02d}")
    title = factory.Sequence(lambda n: f"Action {n}")
    owner = factory.SubFactory(OrganisationFactory)
    original = JUNE
    current = factory.SelfAttribute("original")


class MilestoneFactory(WindowedFactory):
    class Meta:
        model = models.Milestone

    action = factory.SubFactory(ActionFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = factory.Sequence(lambda n: f"Milestone {n}")
    original = JUNE
    current = factory.SelfAttribute("original")


class SupportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Support

    action = factory.SubFactory(ActionFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class DependencyFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Dependency

    action = factory.SubFactory(ActionFactory)
    needs = factory.SubFactory(ActionFactory, plan=factory.SelfAttribute("..action.plan"))


class ObjectiveFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Objective

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    reference = factory.Sequence(lambda n: f"OB-{n + 1:02d}")
    wording = "A town centre people choose to visit"
    document = "Council plan 2024 to 2028"


class PurposeFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Purpose

    action = factory.SubFactory(ActionFactory)
    objective = factory.SubFactory(
        ObjectiveFactory, partnership=factory.SelfAttribute("..action.partnership")
    )


class SavedViewFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.SavedView

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"V-{n + 1:02d}")
    name = factory.Sequence(lambda n: f"View {n}")
    query = "status=off-track"


class RoundFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Round

    plan = factory.SubFactory(PlanFactory)
    year = 2026
    quarter_number = 1
    state = RoundState.OPEN
    opens_on = date(2026, 7, 1)
    due_on = date(2026, 7, 14)
    sign_off_on = date(2026, 7, 17)
    lock_on = date(2026, 7, 21)


class UpdateFactory(WindowedFactory):
    class Meta:
        model = models.Update

    round = factory.SubFactory(RoundFactory)
    action = factory.SubFactory(ActionFactory, plan=factory.SelfAttribute("..round.plan"))


class DateChangeFactory(WindowedFactory):
    class Meta:
        model = models.DateChange

    action = factory.SubFactory(ActionFactory)
    number = factory.Sequence(lambda n: n + 1)
    before = JUNE
    after = DateWindow.month(2026, 9)
    why = "The survey found asbestos."
    kind = "leaves_its_quarter"
    state = DateMoveState.PROPOSED
    asked_on = date(2026, 7, 2)


class EvidenceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Evidence

    action = factory.SubFactory(ActionFactory)
    number = factory.Sequence(lambda n: n + 1)
    title = "Signed agreement"
    link = "https://example.org/agreement"


class ReminderFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Reminder

    round = factory.SubFactory(RoundFactory)
    person = factory.SubFactory(UserFactory)
    occasion = "opened"
    due_on = date(2026, 7, 14)
    sent_at = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)


class CalendarFeedFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.CalendarFeed

    person = factory.SubFactory(UserFactory)


class PartnerLinkFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PartnerLink

    plan = factory.SubFactory(PlanFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    made_by = factory.SubFactory(UserFactory)
    expires_on = date(2026, 8, 31)


class MeasureFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Measure

    plan = factory.SubFactory(PlanFactory)
    partnership = factory.SelfAttribute("plan.partnership")
    reference = factory.Sequence(lambda n: f"M{n}")
    title = "Homes started"
    unit = "homes"


class ReadingFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.Reading

    measure = factory.SubFactory(MeasureFactory)
    year = 2026
    quarter_number = 1


class ImpactAssessmentFactory(WindowedFactory):
    class Meta:
        model = models.ImpactAssessment

    partnership = factory.SubFactory(PartnershipFactory)
    reference = factory.Sequence(lambda n: f"IA-{n + 1:02d}")
    kind = models.ImpactAssessment.Kind.EQUALITY
    subject = "The projects of the plan"


class FileFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = File

    content = factory.django.FileField(data=b"[]", filename="kept")
    name = "plan.csv"
    media_type = "text/csv"
    size = 2
    sha256 = "0" * 64
    added_at = datetime(2026, 7, 6, 9, 0, tzinfo=UTC)


class PlanImportFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.PlanImport

    partnership = factory.SubFactory(PartnershipFactory)
    number = factory.Sequence(lambda n: n + 1)
    file = factory.SubFactory(FileFactory)
    read = factory.SubFactory(FileFactory, name="rows.json")


class SheetLayoutFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.SheetLayout

    partnership = factory.SubFactory(PartnershipFactory)
    sheet = "Plan"


# Words for every status, none of which is ours.
BRAG = {
    "not_started": "Queued",
    "in_progress": "Moving",
    "paused": "Halted",
    "complete": "Blue",
    "stopped": "Ended",
    "on_track": "Green",
    "at_risk": "Amber",
    "off_track": "Red",
    "no_update": "Unheard",
}


class StatusWordsFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = models.StatusWords

    partnership = factory.SubFactory(PartnershipFactory)
