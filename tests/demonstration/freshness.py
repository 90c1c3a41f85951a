"""What holds of the demonstration on whatever day it was loaded."""

from programmes.models import Milestone, Round, Update


def assert_as_fresh_as_on(today):
    """Six rounds are over and one is open, and nobody has done anything after that day."""
    states = list(Round.objects.order_by("year", "quarter_number").values_list("state", flat=True))
    last = Round.objects.get(state="open")
    assert states == [*["locked"] * 6, "open"]
    assert last.due_on > today
    assert Update.objects.filter(submitted_at__date__gt=today).count() == 0
    assert Milestone.objects.filter(actual_on__gt=today).count() == 0
