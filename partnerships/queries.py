"""Reads: who is in a partnership, what holds on a day, and what a user was granted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.conf import settings
from django.db.models import Prefetch, Q, QuerySet

from core.domain.dated import Span
from core.domain.words import NOT_STATED, counted, day_words, listed, sentence_case
from core.models import Dated
from core.permissions import Granted, Role
from partnerships.domain.agreement_lifecycle import AgreementState, expiry_notice
from partnerships.domain.succession import SuccessionLink, crosswalk_problems, successors
from partnerships.models import (
    Agreement,
    Board,
    Brand,
    Grant,
    Lead,
    Membership,
    MembershipStatus,
    Organisation,
    OrganisationKind,
    OrganisationName,
    Partnership,
    Seat,
    Signatory,
    Succession,
    Theme,
    ThemeLink,
)

INVENTED = "Example (invented)"
FROM_PAPERS = "From published papers 2018 to 2023"
GRANT = ("role", "partnership_id", "board_id", "board__partnership_id", "organisation_id", "acting_for_id")


def grants_for(user: Any, today: datetime.date) -> Iterator[Granted]:
    """The user's grants that hold today, as the policy needs them. At most two queries.

    A superuser is an administrator. An organisation's grant reads every partnership the organisation
    is in; a board's grant reads its partnership.
    """
    if user.is_superuser:
        yield Granted(Role.ADMINISTRATOR, everywhere=True)
    rows = Grant.objects.live().filter(Dated.on(today), user=user).order_by()
    grants = list(rows.values_list(*GRANT))
    organisations = {organisation for *_, organisation, _ in grants if organisation}
    member_of: dict[int, set[int]] = {}
    if organisations:
        pairs = Membership.objects.live().filter(organisation__in=organisations)
        for organisation, partnership in pairs.values_list("organisation_id", "partnership_id"):
            member_of.setdefault(organisation, set()).add(partnership)
    for role, partnership, board, of_board, organisation, acting_for in grants:
        readable = member_of.get(organisation, set()) | ({of_board} if of_board else set())
        yield Granted(
            role=Role(role),
            everywhere=role == Role.ADMINISTRATOR,
            partnerships=frozenset({partnership} if partnership else ()),
            readable=frozenset(readable),
            board=board,
            organisation=organisation,
            acting_for=acting_for,
        )


Shown = TypeVar("Shown")


def by_origin(rows: Sequence[Shown], is_invented: Callable[[Shown], bool]) -> list[tuple[str, list[Shown]]]:
    """Partnerships under a heading each: the invented example, and what comes from published papers.

    Only where the demonstration is loaded: elsewhere no partnership is invented and none needs a heading,
    so there is one group with an empty one. No query.
    """
    invented = [row for row in rows if is_invented(row)]
    if not settings.DEMO or not invented:
        return [("", list(rows))]
    others = [row for row in rows if not is_invented(row)]
    return [(heading, group) for heading, group in ((INVENTED, invented), (FROM_PAPERS, others)) if group]


def people_of(partnerships: frozenset[int]) -> Q:
    """Which users have or had a role in one of the partnerships, its boards or a body that is in it.

    Administrators are everybody's; people without any role are nobody's yet, and so can be given one.
    """
    return (
        Q(grants__partnership__in=partnerships)
        | Q(grants__board__partnership__in=partnerships)
        | Q(grants__organisation__memberships__partnership__in=partnerships)
        | Q(grants__role=Role.ADMINISTRATOR)
        | Q(is_superuser=True)
        | Q(grants__isnull=True)
    )


@dataclass(frozen=True)
class Member:
    """A member and its state on a day, as printed; "Not stated" when no state holds that day."""

    name: str
    code: str
    state: str
    since: str
    source: str
    note: str = ""


def members_on(partnership: Partnership, day: datetime.date) -> list[Member]:
    """Every member with its name and its standing on the day, by today's name. Three queries."""
    memberships = list(partnership.memberships.live().select_related("organisation__part_of"))
    statuses = _statuses_on(memberships, day)
    names = names_on([membership.organisation_id for membership in memberships], day)
    return [
        _member(
            membership,
            statuses.get(membership.pk),
            names.get(membership.organisation_id, membership.organisation.name),
        )
        for membership in memberships
    ]


def names_on(organisations: Sequence[int], day: datetime.date) -> dict[int, str]:
    """The names of organisations that are noted for that day; one without has today's name. One query.

    A name without any date says of no day that it was in use on it.
    """
    dated = Q(effective_from__isnull=False) | Q(effective_to__isnull=False)
    names = OrganisationName.objects.live().filter(dated, Dated.on(day), organisation__in=organisations)
    return dict(names.values_list("organisation", "name"))


def brand_on(partnership: Partnership, day: datetime.date) -> str:
    """What the partnership called itself on a day; empty when no name is noted for that day. One query."""
    dated = Q(effective_from__isnull=False) | Q(effective_to__isnull=False)
    brands = partnership.brands.live().exclude(state=Brand.State.PROPOSED)
    names = list(brands.filter(dated, Dated.on(day)).values_list("name", flat=True))
    return names[-1] if names else ""


def _statuses_on(memberships: Sequence[Membership], day: datetime.date) -> dict[int, MembershipStatus]:
    """The state that holds on the day, by membership; of several the last in order."""
    statuses = MembershipStatus.objects.live().filter(Dated.on(day), membership__in=memberships)
    return {status.membership_id: status for status in statuses.order_by("membership", "order")}


def _member(membership: Membership, status: MembershipStatus | None, name: str) -> Member:
    return Member(
        name=name,
        code=membership.organisation.code,
        state=known(status.get_state_display(), status.inferred) if status else NOT_STATED,
        since=_since(status),
        source=status.source if status else "",
        note=membership.note or group_words(membership.organisation),
    )


def group_words(organisation: Organisation) -> str:
    """How many bodies a group has, or which group a body is one of; empty for most."""
    if organisation.members_counted is not None:
        return f"A group of {counted(organisation.members_counted, 'body', 'bodies')}"
    if organisation.kind == OrganisationKind.GROUP:
        return "A group of bodies; how many is not stated"
    return f"One of {organisation.part_of}" if organisation.part_of else ""


def _since(status: MembershipStatus | None) -> str:
    """As the paper printed it, else the dates held, else nothing."""
    if status is None:
        return ""
    span = Span(status.effective_from, status.effective_to)
    return status.dates_as_printed or (sentence_case(span.wording) if span != Span() else "")


def known(words: str, inferred: bool) -> str:
    """Words, with "(inferred)" behind what was concluded and not read."""
    return f"{words} (inferred)" if inferred else words


def seats_on(board: Board, day: datetime.date) -> list[Seat]:
    """The board's seats that exist on the day, in order, vacancies included. One query."""
    return list(board.seats.live().filter(Dated.on(day)).select_related("organisation"))


# --- Themes -------------------------------------------------------------------------------


def with_leads(themes: QuerySet[Theme], day: datetime.date) -> QuerySet[Theme]:
    """The themes with their set and the leads of the day. One query more than the themes' own."""
    leads_of_the_day = Lead.objects.live().filter(Dated.on(day)).select_related("organisation", "user")
    leads = Prefetch("leads", leads_of_the_day, to_attr="leads_of_the_day")
    return themes.select_related("theme_set", "partnership", "board").prefetch_related(leads)


def leads_on(theme: Theme, day: datetime.date) -> list[Lead]:
    """The theme's leads of the day, vacancies included. One query."""
    return list(theme.leads.live().filter(Dated.on(day)).select_related("organisation", "user"))


def leads_in_words(leads: Iterable[Lead]) -> str:
    """How many of a theme's leads are known: "2 filled, 1 vacant"; never one word for three states."""
    states = [lead.state for lead in leads]
    counts = [f"{states.count(state)} {state.label.lower()}" for state in Lead.State if state in states]
    return listed(counts) or "None recorded"


@dataclass(frozen=True)
class LeadLine:
    """One of a theme's leads on a day: which of the three, who holds it, where that was read."""

    kind: str
    holder: str
    organisation: str
    source: str


def lead_lines(leads: Sequence[Lead]) -> list[LeadLine]:
    """Leader, chief executive, officer, in that order; a kind without a row says so. No query."""
    lines: list[LeadLine] = []
    for kind in Lead.Kind:
        kind_leads = [lead for lead in leads if lead.kind == kind]
        lines += [_lead_line(lead, kind.label) for lead in kind_leads] or [
            LeadLine(kind.label, "None recorded", "", "")
        ]
    return lines


def _lead_line(lead: Lead, kind: str) -> LeadLine:
    holder = lead.get_state_display()
    if lead.state == Lead.State.FILLED:
        holder = lead.role or (str(lead.user) if lead.user else NOT_STATED)
    return LeadLine(kind, known(holder, lead.inferred), str(lead.organisation or ""), lead.source)


@dataclass(frozen=True)
class ThemeWay:
    """One step from an earlier theme to a later one, as a table shows it."""

    earlier: Theme
    later: Theme
    how: str
    note: str
    source: str


def ways_between(partnership: Partnership) -> list[ThemeWay]:
    """Every link between themes of the partnership, in the order of the earlier sets. One query."""
    links = (
        ThemeLink.objects.live()
        .filter(predecessor__partnership=partnership)
        .select_related("predecessor__theme_set", "successor__theme_set")
        .order_by("predecessor__theme_set", "predecessor__order", "successor__order")
    )
    return [
        ThemeWay(
            link.predecessor,
            link.successor,
            "Inferred" if link.inferred else "Printed",
            link.note,
            link.source,
        )
        for link in links
    ]


def links_between(ways: Iterable[ThemeWay]) -> list[SuccessionLink]:
    """The steps as the rules of succession read them, themes by reference."""
    return [SuccessionLink(way.earlier.reference, way.later.reference, way.how == "Inferred") for way in ways]


def ends_of(theme: Theme, ways: Sequence[ThemeWay]) -> str:
    """Where the theme's work is in the end, over all steps: "A and B (inferred)"; empty for nowhere."""
    names = {way.later.reference: way.later.name for way in ways}
    ends = successors(theme.reference, links_between(ways))
    return listed([known(names[link.new], link.inferred) for link in ends])


def lost_themes(ways: Sequence[ThemeWay], themes: Sequence[Theme]) -> list[str]:
    """A sentence for every set of themes that was carried on in part only. No query."""
    sentences = []
    for theme_set in dict.fromkeys(way.earlier.theme_set for way in ways):
        old = [theme.name for theme in themes if theme.theme_set_id == theme_set.pk]
        ways_on = [way for way in ways if way.earlier.theme_set == theme_set]
        links = [SuccessionLink(way.earlier.name, way.later.name) for way in ways_on]
        problems = crosswalk_problems(old, [link.new for link in links], links)
        sentences += [f"{theme_set.name}: {problem.message}" for problem in problems]
    return sentences


# --- Agreements ---------------------------------------------------------------------------


def signatories_of(agreement: Agreement) -> list[Signatory]:
    """The parties of an agreement by name. One query."""
    return list(agreement.signatories.live().select_related("organisation").order_by("organisation__name"))


def agreement_warning(agreement: Agreement, signatories: Sequence[Signatory], today: datetime.date) -> str:
    """The one sentence that matters most about an agreement today; empty when nothing is wrong. No query."""
    if agreement.state == AgreementState.EXPIRED or agreement.state == AgreementState.WITHDRAWN:
        return f"This agreement is no longer in force: {agreement.get_state_display().lower()}."
    waiting = [
        str(signatory.organisation) for signatory in signatories if signatory.state != Signatory.State.SIGNED
    ]
    if waiting:
        return f"Not signed by {listed(waiting)}."
    if agreement.ends is None:
        return ""
    notice = expiry_notice(agreement.ends.last, today)
    if notice is None:
        return ""
    if notice == 0:
        return f"This agreement ended on {day_words(agreement.ends.last)}."
    left = counted((agreement.ends.last - today).days, "day")
    return f"This agreement ends on {day_words(agreement.ends.last)}, in {left}."


# --- Organisations ------------------------------------------------------------------------


@dataclass(frozen=True)
class OrganisationPart:
    """An organisation's part in one partnership on a day."""

    partnership: Partnership
    state: str
    since: str
    source: str


def parts_of(organisation: Organisation, user: Any, day: datetime.date) -> list[OrganisationPart]:
    """The partnerships it is in, of those the user reaches. Two queries."""
    memberships = list(
        organisation.memberships.live()
        .visible_to(user)
        .select_related("partnership")
        .order_by("partnership__name")
    )
    statuses = _statuses_on(memberships, day)
    parts = []
    for membership in memberships:
        status = statuses.get(membership.pk)
        state = known(status.get_state_display(), status.inferred) if status else NOT_STATED
        source = status.source if status else ""
        parts.append(OrganisationPart(membership.partnership, state, _since(status), source))
    return parts


def names_of(organisation: Organisation) -> list[OrganisationName]:
    """The names it had, oldest first. One query."""
    return list(organisation.names.live())


def succession_of(organisation: Organisation) -> list[Succession]:
    """Bodies it took over from and bodies that took over from it. One query."""
    either_end = Q(predecessor=organisation) | Q(successor=organisation)
    return list(Succession.objects.live().filter(either_end).select_related("predecessor", "successor"))
