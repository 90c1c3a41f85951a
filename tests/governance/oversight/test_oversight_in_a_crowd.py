"""Where risks stand and which decision stands behind a move, among look-alikes and on the day asked."""

from datetime import date

from governance.models import Risk
from governance.oversight.queries import moves as decided
from governance.oversight.queries import risks
from programmes.models import DateChange
from tests.factories.crowd import TODAY, TOMORROW, YESTERDAY

# --- Risks ------------------------------------------------------------------------------------


def own(place):
    return Risk.objects.live().filter(partnership=place.partnership)


def test_a_risk_is_on_the_register_from_its_raising_until_its_closing(crowd):
    def on(day):
        return sorted(risks.on_register(own(crowd.here), day).values_list("reference", flat=True))

    assert on(YESTERDAY) == ["R-01", "R-02", "R-03", "R-07"]
    assert on(TODAY) == ["R-01", "R-03", "R-06", "R-07"]
    assert on(TOMORROW) == ["R-01", "R-04", "R-06", "R-07"]


def test_a_score_is_the_last_live_one_of_the_day(crowd):
    def value(day):
        now = risks.standing_of(crowd.here.risks["R-01"], day).now
        return now and now.value

    days = (date(2026, 3, 31), date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 1), TODAY, TOMORROW)
    assert [value(day) for day in days] == [None, 4, 4, 16, 16, 25]
    standing_today = risks.standing_of(crowd.here.risks["R-01"], TODAY)
    assert (standing_today.target.value, standing_today.earlier.value) == (1, 4)


def test_risks_are_ranked_by_the_scores_of_the_day(crowd):
    rows = own(crowd.here)
    matrices = risks.matrices_of(rows)

    def ranked(day):
        found = risks.ranked(rows, matrices, day).order_by(*risks.WORST_FIRST)
        return list(found.values_list("reference", "now_value", "band"))

    assert list(matrices) == [crowd.here.risks["R-01"].matrix_id]
    assert ranked(TODAY)[0] == ("R-01", 16, 3)
    assert ranked(TOMORROW)[0] == ("R-01", 25, 3)
    assert {row[1:] for row in ranked(TODAY)[1:]} == {(None, None)}
    severe = risks.in_band(risks.ranked(rows, matrices, TODAY), matrices, "severe")
    assert [risk.reference for risk in severe] == ["R-01"]
    assert not risks.in_band(risks.ranked(rows, matrices, date(2026, 6, 30)), matrices, "severe").exists()


def test_the_register_compares_with_the_earlier_day(crowd):
    def line(since):
        found = {one.reference: one for one in risks.register(own(crowd.here), TODAY, since)}
        return found["R-01"].standing.earlier

    assert line(date(2026, 3, 31)) is None
    assert [line(day).value for day in (date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 1))] == [4, 4, 16]
    page = risks.register_page(own(crowd.here).order_by("-reference"), TODAY)
    assert [one.reference for one in page] == ["R-07", "R-06", "R-04", "R-03", "R-02", "R-01"]


def test_a_risks_page_and_the_filter_show_what_is_live_and_here(crowd):
    risk = crowd.here.risks["R-01"]
    lines = risks.assessments_of(risk, risks.facts_of(risk.matrix))

    assert [one.assessed_on for one in lines if one.stage == "Now"] == [
        TOMORROW, date(2026, 7, 1), date(2026, 4, 1),
    ]  # fmt: skip
    assert risks.organisations_owning(crowd.here.partnership) == [("borough", "Borough")]


# --- Decisions --------------------------------------------------------------------------------


def test_the_decision_behind_a_move_is_live_and_to_be_seen(crowd):
    rows = list(DateChange.objects.filter(action__reference="CC-02"))
    first = crowd.here.actions["CC-02"].date_changes.get(number=1)

    assert decided.decisions_of(rows, crowd.people.manager) == {first.pk: crowd.here.decisions["D-03"]}
    assert decided.decisions_of([first], crowd.people.foreign) == {}


def test_only_decisions_taken_in_the_moves_own_partnership_may_stand_behind_it(crowd):
    move = crowd.here.actions["CC-02"].date_changes.get(number=1)
    same, others = decided.choices_for(move, crowd.people.administrator)

    assert (same, [one.reference for one in others]) == ([], ["D-03", "D-05"])
    assert {one.partnership for one in others} == {crowd.here.partnership}
    assert decided.choices_for(move, crowd.people.foreign) == ([], [])
