"""Whom a partnership consists of and what people were granted, among look-alikes and on the day asked."""

import pytest

from core.models import User
from core.permissions import Role, Verb
from core.scope import may_place, may_somewhere, people_in_reach, seen, visible_rows
from partnerships import queries
from partnerships.models import Grant, Lead, Partnership, Theme
from programmes.models import Action, Update
from tests.factories.crowd import GONE, TODAY, TOMORROW, YESTERDAY, grant_for
from tests.factories.partnerships import (
    AgreementFactory,
    BrandFactory,
    LeadFactory,
    MembershipFactory,
    MembershipStatusFactory,
    OrganisationNameFactory,
    PartnershipFactory,
    SeatFactory,
    SignatoryFactory,
    SuccessionFactory,
    ThemeFactory,
    ThemeLinkFactory,
)

# Rows that hold: until yesterday, until today, from today, from tomorrow, always, and one that is archived.
SPANS = (
    ("past", {"effective_to": YESTERDAY}),
    ("ends", {"effective_to": TODAY}),
    ("begins", {"effective_from": TODAY}),
    ("future", {"effective_from": TOMORROW}),
    ("always", {}),
    ("archived", GONE),
)
OF_TODAY = ["ends", "begins", "always"]


def references(rows):
    return sorted(f"{row.partnership.slug} {row.reference}" for row in rows)


# --- Who may do what ------------------------------------------------------------------------


def test_grants_are_the_persons_live_ones_of_the_day(crowd):
    for name, span in SPANS:
        grant_for(crowd.people.nobody, role=Role.OFFICER, partnership=PartnershipFactory(slug=name), **span)
    grant_for(crowd.people.foreign, partnership=crowd.here.partnership, effective_to=YESTERDAY)

    def places(day):
        granted = queries.grants_for(crowd.people.nobody, day)
        keys = frozenset[int]().union(*(one.partnerships for one in granted))
        return sorted(Partnership.objects.filter(pk__in=keys).values_list("slug", flat=True))

    assert places(TODAY) == sorted(OF_TODAY)
    assert places(TOMORROW) == ["always", "begins", "future"]
    assert places(YESTERDAY) == ["always", "ends", "past"]


def test_a_bodys_grant_reads_the_partnerships_it_is_in(crowd):
    place = PartnershipFactory()
    MembershipFactory(partnership=place, organisation=crowd.bodies["county"], **GONE)

    def readable(person):
        (granted,) = queries.grants_for(person, TODAY)
        return granted.readable, granted.partnerships

    here, there = crowd.here.partnership.pk, crowd.there.partnership.pk
    assert readable(crowd.people.of_borough) == ({here, there}, frozenset())
    assert readable(crowd.people.of_county) == ({here}, frozenset())


@pytest.mark.parametrize(
    ("who", "changed"),
    [
        ("officer", ["CC-01", "ES-01", "ES-03", "ES-04", "ES-05", "ES-06", "ES-07", "NP-01", "NP-02"]),
        ("theme_lead", ["ES-01", "ES-02", "ES-03", "ES-04", "ES-05", "ES-06", "ES-07", "NP-01", "NP-02"]),
    ],
)
def test_what_one_leads_is_ones_own_only_where_one_has_a_role(crowd, who, changed):
    """A named lead without a grant there may neither change the action nor answer for it."""
    person = getattr(crowd.people, who)

    assert references(visible_rows(Action.objects.all(), person, Verb.CHANGE)) == [
        f"tees {reference}" for reference in changed
    ]
    answered = Update.objects.all().visible_to(person, Verb.ANSWER).select_related("action__partnership")
    assert {update.action.partnership.slug for update in answered} == {"tees"}
    assert {place.slug for place in visible_rows(Partnership.objects.all(), person, Verb.VIEW)} == {"tees"}


def test_a_partner_officers_own_are_its_bodys_where_it_takes_part(crowd):
    def answered(person):
        rows = Update.objects.filter(round__state="open").visible_to(person, Verb.ANSWER)
        return sorted({f"{row.action.partnership.slug} {row.action.reference}" for row in rows})

    assert answered(crowd.people.of_county) == ["tees ES-02", "tees ES-05", "tees ES-06"]
    own = ("CC-01", "ES-01", "ES-07", "NP-01", "NP-02")
    assert answered(crowd.people.of_borough) == [
        f"{slug} {reference}" for slug in ("tees", "wear") for reference in own
    ]


def test_rows_of_a_partnership_are_seen_with_a_role_there(crowd):
    def count(person, place):
        rows = Action.objects.live().filter(partnership=place.partnership)
        return seen(rows, person, place.partnership).count()

    people = crowd.people
    assert [count(person, crowd.here) for person in (people.officer, people.manager, people.of_county)] == [
        9
    ] * 3
    for person in (people.foreign, people.manager_there, people.nobody):
        assert count(person, crowd.here) == 0


def test_something_is_added_in_ones_own_places_only(crowd):
    label, people = "programmes.milestone", crowd.people
    here, there = crowd.here.actions, crowd.there.actions

    assert may_place(here["ES-01"], people.officer, Verb.ADD, label)
    assert not may_place(here["CC-02"], people.officer, Verb.ADD, label)
    assert not may_place(there["ES-02"], people.officer, Verb.ADD, label)  # leads it, with no role there
    assert not may_place(there["ES-01"], people.theme_lead, Verb.ADD, label)
    assert may_somewhere(people.officer, Verb.ADD, label)
    assert not may_somewhere(people.nobody, Verb.VIEW, label)


def test_the_people_somebody_may_know_of_are_those_of_their_partnerships(crowd):
    known = {person.pk for person in people_in_reach(crowd.people.manager)}
    people = crowd.people

    assert {people.officer.pk, people.of_borough.pk, people.of_county.pk, people.administrator.pk} <= known
    assert people.nobody.pk in known  # waits for a role
    assert not {people.foreign.pk, people.manager_there.pk} & known
    there = {person.pk for person in people_in_reach(people.manager_there)}
    assert people.of_borough.pk in there
    assert not {people.of_county.pk, people.officer.pk} & there
    assert people_in_reach(people.administrator).count() == User.objects.count()


# --- What holds on a day --------------------------------------------------------------------


def test_members_are_the_live_ones_with_their_state_on_the_day(crowd):
    membership = MembershipFactory(partnership=crowd.here.partnership)
    for state, span in (
        ("participating", {"effective_to": YESTERDAY}),
        ("withdrawn", {"effective_from": TODAY}),
        ("invited", GONE),
    ):
        MembershipStatusFactory(membership=membership, state=state, **span)
    MembershipFactory(partnership=crowd.here.partnership, **GONE)

    def states(day):
        return [(one.code, one.state) for one in queries.members_on(crowd.here.partnership, day)]

    code = membership.organisation.code
    assert sorted(states(TODAY)) == sorted(
        [(code, "Withdrawn"), ("borough", "Full member"), ("county", "Full member")]
    )
    assert (code, "Full member") in states(YESTERDAY)
    assert [one.code for one in queries.members_on(crowd.there.partnership, TODAY)] == ["borough"]


def test_names_are_those_noted_for_the_day(crowd):
    borough, county = (crowd.bodies[code] for code in ("borough", "county"))
    OrganisationNameFactory(organisation=borough, name="Old Borough", effective_to=YESTERDAY)
    OrganisationNameFactory(organisation=borough, name="Undated")
    OrganisationNameFactory(organisation=county, name="Dropped", effective_from=YESTERDAY, **GONE)

    assert queries.names_on([borough.pk, county.pk], YESTERDAY) == {borough.pk: "Old Borough"}
    assert queries.names_on([borough.pk, county.pk], TODAY) == {}
    assert queries.names_on([county.pk], YESTERDAY) == {}
    assert {name.name for name in queries.names_of(borough)} == {"Old Borough", "Undated"}


def test_a_brand_is_the_partnerships_own_of_the_day(crowd):
    for name, span in SPANS[1:4]:
        BrandFactory(partnership=crowd.here.partnership, name=name, state="in_use", **span)
    BrandFactory(partnership=crowd.there.partnership, name="theirs", state="in_use", effective_from=YESTERDAY)
    BrandFactory(partnership=crowd.here.partnership, name="zz", state="proposed", effective_from=YESTERDAY)
    BrandFactory(
        partnership=crowd.here.partnership, name="zzz", state="in_use", effective_from=YESTERDAY, **GONE
    )

    assert queries.brand_on(crowd.here.partnership, YESTERDAY) == "ends"
    assert queries.brand_on(crowd.there.partnership, TODAY) == "theirs"
    assert queries.brand_on(crowd.there.partnership, YESTERDAY.replace(day=1)) == ""


def test_seats_and_leads_are_those_of_the_day(crowd):
    climate = crowd.here.climate
    for name, span in SPANS:
        SeatFactory(board=crowd.here.board, role=name, **span)
        LeadFactory(theme=climate, role=name, **span)
    SeatFactory(board=crowd.there.board, role="theirs")
    LeadFactory(theme=crowd.there.climate, role="theirs")

    assert [seat.role for seat in queries.seats_on(crowd.here.board, TODAY)] == OF_TODAY
    assert [lead.role for lead in queries.leads_on(climate, TODAY)] == OF_TODAY
    (theme,) = queries.with_leads(Theme.objects.filter(pk=climate.pk), TODAY)
    assert [lead.role for lead in theme.leads_of_the_day] == OF_TODAY
    assert [lead.role for lead in queries.leads_on(climate, TOMORROW)] == ["begins", "future", "always"]


def test_ways_between_themes_are_the_partnerships_live_links(crowd):
    for place in (crowd.here, crowd.there):
        ThemeLinkFactory(predecessor=place.old_theme, successor=place.theme)
        ThemeLinkFactory(predecessor=place.old_theme, successor=place.climate, **GONE)

    ways = queries.ways_between(crowd.here.partnership)

    assert [(way.earlier, way.later) for way in ways] == [(crowd.here.old_theme, crowd.here.theme)]
    assert queries.ends_of(crowd.here.old_theme, ways) == "Skills"
    assert queries.lost_themes(ways, [crowd.here.old_theme]) == []
    lost = ThemeFactory(
        theme_set=crowd.here.old_theme.theme_set, partnership=crowd.here.partnership, name="Lost"
    )
    assert len(queries.lost_themes(ways, [crowd.here.old_theme, lost])) == 1


def test_signatories_are_the_agreements_live_ones(crowd):
    agreement, other = (
        AgreementFactory(partnership=place.partnership) for place in (crowd.here, crowd.there)
    )
    SignatoryFactory(agreement=agreement, organisation=crowd.bodies["county"])
    SignatoryFactory(agreement=agreement, organisation=crowd.bodies["borough"], **GONE)
    SignatoryFactory(agreement=other, organisation=crowd.bodies["borough"])

    assert [one.organisation.code for one in queries.signatories_of(agreement)] == ["county"]


def test_a_bodys_parts_are_shown_where_the_reader_has_a_role(crowd):
    def parts(person, code="borough"):
        return [part.partnership.slug for part in queries.parts_of(crowd.bodies[code], person, TODAY)]

    assert parts(crowd.people.officer) == ["tees"]
    assert parts(crowd.people.foreign) == ["wear"]
    assert parts(crowd.people.administrator) == ["tees", "wear"]
    assert parts(crowd.people.manager_there, "county") == []
    assert parts(crowd.people.nobody) == []


def test_successions_are_the_bodys_live_ones(crowd):
    borough, county = (crowd.bodies[code] for code in ("borough", "county"))
    kept = [SuccessionFactory(successor=borough), SuccessionFactory(predecessor=borough)]
    SuccessionFactory(successor=borough, **GONE)
    SuccessionFactory(successor=county)

    assert sorted(one.pk for one in queries.succession_of(borough)) == sorted(one.pk for one in kept)


def test_the_crowd_has_what_must_not_come_along(crowd):
    """What the tests of all four apps lean on: look-alikes, and people who lead where they have no role."""
    assert references(Action.objects.filter(reference="ES-01")) == ["tees ES-01", "wear ES-01"]
    for person, place in ((crowd.people.officer, crowd.there), (crowd.people.foreign, crowd.here)):
        assert Action.objects.filter(lead=person, partnership=place.partnership).exists()
        assert not Grant.objects.filter(user=person, partnership=place.partnership).exists()
    assert Lead.objects.filter(user=crowd.people.theme_lead).count() == 2
