"""A crowd: two partnerships whose rows look alike, and beside every row another that must not come with it.

The same references stand in both, the same bodies own actions in both, and each has somebody who leads an
action there without any role there. Of everything there is one that is archived, of what is due something
due yesterday, today and tomorrow, and of what is asked something nobody was asked. A query tested here that
forgets whose rows it wants, or which day it is, finds too many.

It is built once for a module (the fixture ``crowd``), so its tests add what only they need.
"""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

from core.domain.windows import DateWindow
from core.permissions import Role
from partnerships.models import Lead
from programmes.models import Draft
from tests.factories.core import UserFactory
from tests.factories.partnerships import (
    BoardFactory,
    ClosedDayFactory,
    GrantFactory,
    HostFactory,
    LeadFactory,
    MembershipFactory,
    MembershipStatusFactory,
    OrganisationFactory,
    PartnershipFactory,
    ThemeFactory,
    ThemeSetFactory,
    person_with,
)
from tests.factories.programmes import (
    ActionFactory,
    DateChangeFactory,
    DependencyFactory,
    EvidenceFactory,
    ImpactAssessmentFactory,
    MeasureFactory,
    MilestoneFactory,
    PartnerLinkFactory,
    PlanFactory,
    ReadingFactory,
    RoundFactory,
    SavedViewFactory,
    StatusWordsFactory,
    UpdateFactory,
)

TODAY = date(2026, 7, 14)  # the day the updates of Q1 are due
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
NOW = datetime(2026, 7, 14, 9, 30, tzinfo=UTC)
LOCKED = datetime(2026, 4, 23, 9, 0, tzinfo=UTC)
GONE = {"archived_at": NOW}
ON_TRACK = {"stage": "in_progress", "confidence": "on_track", "words": "Forty firms have signed."}
AT_RISK = ON_TRACK | {"confidence": "at_risk", "reason": "Late advice.", "help_wanted": "A decision."}
OFF_TRACK = ON_TRACK | {"confidence": "off_track", "reason": "No bids."}
COMPLETE = {"stage": "complete", "actual_on": date(2026, 3, 20), "words": "Done."}


def day(value: date) -> DateWindow:
    """A date window of one day."""
    return DateWindow.day(value)


def build_crowd() -> SimpleNamespace:
    """``here`` and ``there`` with the same rows under the same names, and the people by what they are.

    ``officer`` and ``foreign`` are officers of one partnership each; both lead actions in both.
    """
    bodies = {code: OrganisationFactory(code=code, name=code.capitalize()) for code in ("borough", "county")}
    tees, wear = (PartnershipFactory(slug=slug, name=slug.capitalize()) for slug in ("tees", "wear"))
    PartnershipFactory(slug="gone", name="Gone", **GONE)
    people = SimpleNamespace(
        officer=person_with(Role.OFFICER, partnership=tees),
        foreign=person_with(Role.OFFICER, partnership=wear),
        theme_lead=person_with(Role.THEME_LEAD, partnership=tees),
        manager=person_with(Role.PROGRAMME_MANAGER, partnership=tees),
        manager_there=person_with(Role.PROGRAMME_MANAGER, partnership=wear),
        of_borough=person_with(Role.PARTNER_OFFICER, organisation=bodies["borough"]),
        of_county=person_with(Role.PARTNER_OFFICER, organisation=bodies["county"]),
        administrator=person_with(Role.ADMINISTRATOR),
        nobody=UserFactory(),
    )
    here = build_place(tees, bodies, lead=people.officer, foreign=people.foreign)
    there = build_place(wear, bodies, lead=people.foreign, foreign=people.officer)
    # Both bodies take part here; only one of them there, where the other owns an action all the same.
    for partnership, codes in ((tees, ("borough", "county")), (wear, ("borough",))):
        for code in codes:
            MembershipStatusFactory(
                membership=MembershipFactory(partnership=partnership, organisation=bodies[code])
            )
    # Leads both themes of that reference, and has a role for one of them.
    for place in (here, there):
        LeadFactory(theme=place.theme, kind=Lead.Kind.OFFICER, user=people.theme_lead, role="Head of Skills")
    for index, (person, place) in enumerate(((people.officer, there), (people.manager, here))):
        update = place.updates["ES-01"] if index else place.updates["ES-02"]
        Draft.objects.create(
            update=update, author=person, version=1, saved_at=NOW, typed={"words": "Half a thought"}
        )
    StatusWordsFactory(partnership=wear, off_track="Red")
    return SimpleNamespace(here=here, there=there, bodies=bodies, people=people)


def build_place(partnership, bodies, *, lead, foreign) -> SimpleNamespace:
    """One partnership: a plan with a quarter locked and one open, and a second plan without sign-off."""
    place = SimpleNamespace(partnership=partnership, bodies=bodies, lead=lead, foreign=foreign)
    themes = ThemeSetFactory(partnership=partnership, reference="vision", state="in_force")
    replaced = ThemeSetFactory(partnership=partnership, reference="strategy", state="replaced")
    place.board = BoardFactory(partnership=partnership, reference="JC", name="Joint Committee")
    place.theme, place.climate = (
        ThemeFactory(theme_set=themes, partnership=partnership, reference=reference, name=name, order=order)
        for order, (reference, name) in enumerate((("ES", "Skills"), ("CC", "Climate")), start=1)
    )
    place.old_theme = ThemeFactory(theme_set=replaced, partnership=partnership, reference="OLD", name="Old")
    ThemeFactory(theme_set=themes, partnership=partnership, reference="ZZ", name="Dropped", **GONE)
    HostFactory(partnership=partnership, organisation=bodies["borough"])
    _plans(place, themes)
    _actions(place)
    _answers(place)
    _dates(place)
    _around(place)
    return place


def _plans(place, themes) -> None:
    """Four rounds of the plan, the newest of them planned and one archived; one of the second plan."""
    here = {"partnership": place.partnership, "theme_set": themes}
    place.plan = PlanFactory(reference="DP", **here)
    place.second = PlanFactory(reference="NP", signs_off=False, **here)
    place.archived_plan = PlanFactory(reference="AP", **here, **GONE)
    spring = {
        "opens_on": date(2026, 4, 1), "due_on": date(2026, 4, 16),
        "sign_off_on": date(2026, 4, 21), "lock_on": date(2026, 4, 23),
    }  # fmt: skip
    autumn = {
        "opens_on": date(2026, 10, 1), "due_on": date(2026, 10, 14),
        "sign_off_on": date(2026, 10, 19), "lock_on": date(2026, 10, 21),
    }  # fmt: skip
    place.archived_round = RoundFactory(plan=place.plan, year=2025, quarter_number=3, state="closed", **GONE)
    place.locked = RoundFactory(
        plan=place.plan, year=2025, quarter_number=4, state="locked", locked_at=LOCKED, **spring
    )
    place.open = RoundFactory(plan=place.plan)
    place.planned = RoundFactory(plan=place.plan, quarter_number=2, state="planned", **autumn)
    place.late = RoundFactory(plan=place.second, due_on=YESTERDAY)


def _actions(place) -> None:
    """Every way an action can stand to the quarter: two are archived, ``ES-04`` was asked nothing."""
    borough, county = place.bodies["borough"], place.bodies["county"]
    led, place.actions = {"lead": place.lead, "owner": borough}, {}
    told = (
        ("ES-01", place.theme, led, {}),
        ("ES-02", place.theme, {"lead": place.foreign, "owner": county}, {"original": day(TODAY)}),
        ("ES-03", place.theme, led, {}),
        ("ES-04", place.theme, led, {"original": day(TOMORROW)}),
        ("ES-05", place.theme, led | {"owner": county}, {"original": day(YESTERDAY)} | GONE),
        ("ES-06", place.theme, led | {"owner": county}, {"original": day(YESTERDAY)}),
        ("ES-07", place.theme, led, {"original": day(YESTERDAY)} | GONE),
        ("CC-01", place.climate, led, {"original": day(TODAY)}),
        ("CC-02", place.climate, {"owner": None}, {"original": DateWindow.month(2026, 12)}),
        ("NP-01", place.theme, led, {"original": None, "plan": place.second}),
        ("NP-02", place.theme, led, {"original": None, "plan": place.second}),
    )
    for reference, theme, whose, more in told:
        plan = more.pop("plan", place.plan)
        place.actions[reference] = ActionFactory(
            plan=plan, theme=theme, reference=reference, title=f"{reference} {place.partnership}",
            **whose, **more,
        )  # fmt: skip


def _answers(place) -> None:
    """``ES-03`` finished early, ``ES-02`` is locked unsigned, ``CC-01`` was reopened and then returned."""
    signed = {"state": "signed_off", "signed_at": LOCKED}
    _in_round(
        place,
        place.locked,
        {
            "ES-01": ON_TRACK | signed,
            "ES-02": OFF_TRACK | {"state": "submitted"},
            "ES-03": COMPLETE | signed,
            "ES-05": ON_TRACK | signed,
            "CC-01": ON_TRACK | {"state": "draft", "reopened_at": NOW, "reopened_why": "A wrong figure."},
            "CC-02": ON_TRACK | signed,
        },
    )
    place.updates = _in_round(
        place,
        place.open,
        {
            "ES-01": AT_RISK | {"state": "submitted", "submitted_by": place.lead, "submitted_at": NOW},
            "ES-02": {},
            "ES-05": {},
            "ES-06": GONE,
            "ES-07": ON_TRACK | {"state": "submitted"},
            "CC-01": {"state": "returned", "returned_note": "Which firms?", "due_on": TOMORROW},
            "CC-02": OFF_TRACK | signed,
        },
    )
    # Less time than its round has is no time of its own.
    _in_round(
        place,
        place.late,
        {"NP-01": {"due_on": date(2026, 7, 10)}, "NP-02": ON_TRACK | {"state": "submitted"}},
    )
    _in_round(
        place,
        place.archived_round,
        {"ES-01": {"state": "returned"}, "CC-02": ON_TRACK | {"state": "submitted"}},
    )
    _in_round(place, place.planned, {"ES-01": {}})
    for reference, answer, reported in (
        ("ES-01", AT_RISK, place.open), ("ES-02", OFF_TRACK, place.locked), ("ES-03", COMPLETE, place.locked),
        ("CC-02", OFF_TRACK, place.open), ("NP-02", ON_TRACK, place.late),
    ):  # fmt: skip
        action = place.actions[reference]
        action.stage, action.confidence = answer["stage"], answer.get("confidence", "")
        action.actual_on, action.reported_in = answer.get("actual_on"), reported
        action.save()


def _in_round(place, asked, answers):
    return {
        reference: UpdateFactory(round=asked, action=place.actions[reference], **answer)
        for reference, answer in answers.items()
    }


def _dates(place) -> None:
    """Milestones due yesterday, today and tomorrow, done and archived; moves in every state."""
    first, archived, second = (place.actions[reference] for reference in ("ES-01", "ES-05", "CC-01"))
    place.steps = [
        MilestoneFactory(action=first, number=number, title=f"Step {number}", original=day(due), **more)
        for number, (due, more) in enumerate(
            ((YESTERDAY, {}), (TODAY, {}), (TOMORROW, {}), (YESTERDAY, {"actual_on": TODAY}), (TODAY, GONE)),
            start=1,
        )
    ]
    MilestoneFactory(action=archived, number=1, title="Step 1", original=day(TODAY))
    moved = {"board": place.board, "decided_on": TODAY}
    for action, number, more in (
        (second, 1, {"round": place.open, "asked_on": TODAY}),
        (second, 2, {"round": place.open, "asked_on": TODAY} | GONE),
        (first, 1, {"state": "applied", "round": place.open, "asked_on": TODAY}),
        (first, 2, {"state": "applied", "round": place.locked, "asked_on": date(2026, 4, 10)}),
        (first, 3, {"state": "applied", "round": place.open, "asked_on": TODAY} | GONE),
        (first, 4, {"state": "applied", "round": place.open, "asked_on": TODAY, "milestone": place.steps[1]}),
        (place.actions["CC-02"], 1, {"state": "approved", "asked_on": date(2026, 4, 2)} | moved),
        (place.actions["CC-02"], 2, {"state": "refused", "asked_on": date(2026, 4, 3)} | moved),
        (archived, 1, {"state": "applied", "round": place.open, "asked_on": TODAY}),
        (place.actions["ES-04"], 1, {"state": "applied", "round": place.open, "asked_on": TODAY} | GONE),
    ):
        DateChangeFactory(action=action, number=number, why=f"{action.reference} {number}", **more)


def _around(place) -> None:
    """What stands around the actions: links, evidence, views, assessments, measures, closed days."""
    actions, partnership = place.actions, place.partnership
    for action, needs, more in (
        ("ES-01", "CC-01", {}), ("ES-01", "ES-05", {}), ("ES-01", "CC-02", GONE), ("ES-04", "ES-01", {}),
        ("ES-05", "ES-01", {}),
    ):  # fmt: skip
        DependencyFactory(action=actions[action], needs=actions[needs], **more)
    for number, more in enumerate(
        ({"round": place.open}, {"round": place.locked}, {"round": place.open} | GONE), start=1
    ):
        EvidenceFactory(action=actions["ES-01"], number=number, **more)
    place.link = PartnerLinkFactory(
        plan=place.plan, organisation=place.bodies["county"], made_by=place.lead, expires_on=TODAY
    )
    for reference, owner, more in (
        ("V-01", place.lead, {}), ("V-02", place.foreign, {"shared": True}), ("V-03", place.foreign, {}),
        ("V-04", place.lead, GONE),
    ):  # fmt: skip
        SavedViewFactory(partnership=partnership, reference=reference, owner=owner, name=reference, **more)
    for reference, action, state, more in (
        ("IA-01", "ES-01", "done", {}), ("IA-02", "CC-01", "done", GONE), ("IA-03", "ES-05", "done", {}),
    ):  # fmt: skip
        ImpactAssessmentFactory(
            partnership=partnership,
            reference=reference,
            subject="",
            action=actions[action],
            state=state,
            **more,
        )
    place.measure = MeasureFactory(plan=place.plan, theme=place.theme, reference="M1", title="Homes")
    for number, counted, more in ((1, 10, {}), (2, 99, GONE)):
        ReadingFactory(measure=place.measure, quarter_number=number, actual=counted, **more)


def close_on(place, body: str, closed: date, **more):
    """A day on which a body keeps its offices shut."""
    return ClosedDayFactory(organisation=place.bodies[body], day=closed, **more)


def grant_for(user, **fields):
    """A further role of somebody's."""
    return GrantFactory(user=user, **fields)
