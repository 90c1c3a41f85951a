"""One partnership with one row of everything an address needs, and one person for every part people play."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from core.change import change
from core.domain.sheets import Sheet, packed
from core.permissions import Role
from core.services import keep_file
from governance.models import Clearance
from governance.reports.services.publications import publish_report
from partnerships.models import Lead
from programmes.models import Draft
from tests.factories import funding, governance_reports, governance_risks, partnerships, programmes
from tests.factories.partnerships import person_with

MOMENT = datetime(2026, 7, 6, 9, 42, tzinfo=UTC)


@dataclass(frozen=True)
class Person:
    """Somebody in a part. ``own``: the places in the world whose rows are their own work."""

    user: Any
    role: Role
    own: frozenset[str] = frozenset()


@dataclass
class World:
    """The rows by short name, the people by the part they play. ``mark`` stands in every text of it."""

    mark: str
    rows: dict[str, Any] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.rows[name]

    def named(self, text: str) -> str:
        """A text that says whose it is."""
        return f"{text} of {self.mark}"

    def kwargs(self, at: str) -> dict[str, Any]:
        """What an address about that row names."""
        place = {"partnership": self["partnership"].slug}
        if at == "partnership":
            return place
        row = self[at]
        if at == "change_set":
            return place | {at: row}
        if at == "organisation":
            return {"code": row.code}
        if at in ("milestone", "move", "decided move", "evidence"):
            return place | {"reference": row.action.reference, "number": row.number}
        if at == "reading":
            return place | {"reference": row.measure.reference, "period": row.period}
        if at == "import":
            return place | {"number": row.number}
        if at == "round":
            return place | {"plan": row.plan.reference, "quarter": row.quarter}
        if at == "update":
            return place | {"reference": row.action.reference, "quarter": row.round.quarter}
        if at == "payer":
            return place | {"code": self["organisation"].code}
        if at == "option":
            return place | {"reference": row.phase.reference, "order": row.order}
        if at == "section":
            return place | {"reference": row.report.reference, "section": row.key}
        if at == "paragraph":
            return place | {"reference": row.section.report.reference, "uid": row.uid}
        return place | {"reference": row.reference}


def build_world(slug: str, mark: str) -> World:
    """The world of one partnership. Two of them share organisations' kind of rows only, never a row."""
    world = World(mark)
    world.rows["partnership"] = partnerships.PartnershipFactory(slug=slug, name=world.named("Partnership"))
    _partnership(world)
    _people(world)
    _plan(world)
    _money(world)
    _risks(world)
    _reports(world)
    return world


def _partnership(world: World) -> None:
    """Its members, boards, themes and agreements."""
    here, named = world["partnership"], world.named
    member = partnerships.OrganisationFactory()
    other = partnerships.OrganisationFactory()
    world.rows |= {"organisation": member, "other_organisation": other}
    for body in (member, other):
        membership = partnerships.MembershipFactory(partnership=here, organisation=body)
        partnerships.MembershipStatusFactory(membership=membership)
    board = partnerships.BoardFactory(partnership=here, reference="JC", name=named("Joint committee"))
    partnerships.SeatFactory(board=board, role=named("Leader"))
    themes = partnerships.ThemeSetFactory(partnership=here, reference="vision", name=named("Vision"))
    theme = partnerships.ThemeFactory(theme_set=themes, reference="ES", name=named("Skills"))
    later = partnerships.ThemeFactory(theme_set=themes, reference="BS", name=named("Business"))
    partnerships.ThemeLinkFactory(predecessor=theme, successor=later, note=named("Note"))
    partnerships.OutcomeFactory(theme=theme, wording=named("More people in work"))
    agreement = partnerships.AgreementFactory(partnership=here, title=named("Agreement"))
    partnerships.SignatoryFactory(agreement=agreement, organisation=member)
    partnerships.BrandFactory(partnership=here, name=named("Brand"))
    partnerships.HostFactory(partnership=here, organisation=member)
    stream = partnerships.StatementFactory(partnership=here, title=named("Work together"))
    partnerships.StatementFactory(partnership=here, title=named("Share a desk"), parent=stream)
    partnerships.StrategyFactory(partnership=here, name=named("Strategy"), board=board)
    partnerships.ContactFactory(organisation=member, role=named("Policy officer"))
    partnerships.OrganisationNameFactory(organisation=member)
    partnerships.ClosedDayFactory(organisation=member)
    partnerships.SuccessionFactory(successor=member)
    world.rows |= {"board": board, "theme": theme, "other_theme": later, "agreement": agreement}


def _people(world: World) -> None:
    """Each role as it is usually given, and for work of one's own also somebody whose work it is not."""
    here = {"partnership": world["partnership"]}
    of_action = frozenset({"action", "assessment", "milestone", "move", "evidence", "update"})
    given = {
        "administrator": (Role.ADMINISTRATOR, {}, ()),
        "programme manager": (Role.PROGRAMME_MANAGER, here, ()),
        "theme lead": (Role.THEME_LEAD, here, of_action | {"theme", "measure", "reading"}),
        "lead of another theme": (Role.THEME_LEAD, here, ()),
        "officer": (Role.OFFICER, here, of_action | {"saved_view"}),
        "officer of another action": (Role.OFFICER, here, ()),
        "committee secretary": (Role.COMMITTEE_SECRETARY, here, ()),
        "committee secretary of the board": (Role.COMMITTEE_SECRETARY, {"board": world["board"]}, ()),
        "clearance officer": (Role.CLEARANCE_OFFICER, here, {"clearance"}),
        "chief executive": (Role.CHIEF_EXECUTIVE, here, ()),
        "partner officer": (
            Role.PARTNER_OFFICER,
            {"organisation": world["organisation"]},
            of_action | {"contribution", "organisation"},
        ),
        "officer of another partner": (
            Role.PARTNER_OFFICER,
            {"organisation": world["other_organisation"]},
            (),
        ),
    }
    for part, (role, place, own) in given.items():
        user = person_with(role, **place)
        # The administrator is everybody's and says nothing about this partnership.
        user.name = "Administrator" if role is Role.ADMINISTRATOR else world.named(part.capitalize())
        user.save()
        world.people[part] = Person(user, role, frozenset(own))
    for part, theme in (("theme lead", "theme"), ("lead of another theme", "other_theme")):
        user = world.people[part].user
        partnerships.LeadFactory(
            theme=world[theme], kind=Lead.Kind.OFFICER, user=user, role=world.named("Head")
        )


def _plan(world: World) -> None:
    """A plan with one action under way, asked for an update in an open round."""
    named, officer = world.named, world.people["officer"].user
    plan = programmes.PlanFactory(
        partnership=world["partnership"],
        theme_set=world["theme"].theme_set,
        reference="DP",
        name=named("Plan"),
    )
    action = programmes.ActionFactory(
        plan=plan,
        theme=world["theme"],
        reference="ES-01",
        title=named("Share the levy"),
        owner=world["organisation"],
        lead=officer,
    )
    with change() as several:
        action.lead_role = named("Head of skills")
        action.save()
    programmes.SupportFactory(action=action, organisation=world["other_organisation"])
    later = programmes.ActionFactory(
        plan=plan, theme=world["other_theme"], reference="BS-01", title=named("Open the desk"), owner=None
    )
    programmes.DependencyFactory(action=action, needs=later)
    aim = programmes.ObjectiveFactory(
        partnership=world["partnership"], organisation=world["organisation"], wording=named("A busy town")
    )
    programmes.PurposeFactory(action=action, objective=aim)
    kept = programmes.SavedViewFactory(
        partnership=world["partnership"], owner=officer, name=named("Off track")
    )
    asked = programmes.RoundFactory(plan=plan)
    update = programmes.UpdateFactory(round=asked, action=action)
    Draft.objects.create(
        update=update,
        author=officer,
        typed={"words": f"{world.mark} draft words"},
        version=1,
        saved_at=MOMENT,
    )
    scan = keep_file(b"signed", name=named("Scan"), media_type="application/pdf", by=officer, moment=MOMENT)
    programmes.ReminderFactory(round=asked, person=officer)
    programmes.CalendarFeedFactory(person=officer)
    link = programmes.PartnerLinkFactory(
        plan=plan, organisation=world["organisation"], made_by=world.people["programme manager"].user
    )
    measure = programmes.MeasureFactory(plan=plan, theme=world["theme"], title=named("Homes"))
    reading = programmes.ReadingFactory(measure=measure, note=named("Counted twice"))
    programmes.ImpactAssessmentFactory(partnership=world["partnership"], subject=named("All projects"))
    assessed = programmes.ImpactAssessmentFactory(partnership=world["partnership"], subject="", action=action)
    programmes.StatusWordsFactory(partnership=world["partnership"], paused=f"Held {world.mark}")
    programmes.SheetLayoutFactory(partnership=world["partnership"], sheet=named("Sheet"))
    sheet = Sheet("Plan", (("Ref", "Action", "Ward"), ("ES-01", named("Share the levy"), named("Ward"))))
    rows = json.dumps(packed([sheet])).encode()
    read = keep_file(rows, name="rows.json", media_type="application/json", by=officer, moment=MOMENT)
    world.rows |= {
        "import": programmes.PlanImportFactory(
            partnership=world["partnership"], file__name=f"{named('plan')}.csv", read=read
        ),
        "plan": plan,
        "action": action,
        "assessment": assessed,
        "saved_view": kept,
        "change_set": several.change_set,
        "measure": measure,
        "reading": reading,
        "milestone": programmes.MilestoneFactory(action=action, title=named("Survey")),
        "move": programmes.DateChangeFactory(action=action, why=named("Asbestos")),
        "evidence": programmes.EvidenceFactory(action=action, title=named("Scan"), link="", file=scan),
        "round": asked,
        "update": update,
        "link": link,
    }


def _money(world: World) -> None:
    """A phase with a post, a line and an option; a split, a contribution and a printed figure."""
    here, named = world["partnership"], world.named
    phase = funding.PhaseFactory(partnership=here, name=named("Phase"))
    funding.PostFactory(phase=phase, title=named("Project officer"))
    funding.CostLineFactory(phase=phase, name=named("Equipment"))
    source = funding.SourceFactory(partnership=here, name=named("Fund"))
    option = funding.OptionFactory(phase=phase, name=named("Option"))
    funding.OptionLineFactory(option=option, source_of_money=source)
    split = funding.SplitFactory(partnership=here, name=named("Split"))
    funding.ShareFactory(split=split, organisation=world["organisation"])
    contribution = funding.ContributionFactory(
        partnership=here, phase=phase, organisation=world["organisation"], condition=named("Match")
    )
    funding.ProfileQuarterFactory(phase=phase)
    move = funding.ProfileMoveFactory(partnership=here, phase=phase, why=named("Late recruitment"))
    funding.ActualFactory(phase=phase, wording=named("Salaries"))
    funding.TransferFactory(
        partnership=here,
        board=world["board"],
        payer=world["organisation"],
        payee=world["other_organisation"],
        why=named("Agreed"),
    )
    funding.SavingFactory(partnership=here, wording=named("One study"))
    funding.StatedFigureFactory(partnership=here, label=named("phase 1"))
    world.rows |= {"phase": phase, "option": option, "split": split, "contribution": contribution}
    world.rows |= {"profile move": move, "payer": world["organisation"]}


def _risks(world: World) -> None:
    """An open risk, scored once, a decision, an undertaking and something that was said."""
    here, named = world["partnership"], world.named
    risk = governance_risks.RiskFactory(
        partnership=here, title=named("Staff leave"), board=world["board"], owner=world["organisation"]
    )
    governance_risks.AssessmentFactory(risk=risk)
    decision = governance_risks.DecisionFactory(partnership=here, title=named("Agreed"), board=world["board"])
    governance_risks.UndertakingFactory(
        partnership=here, wording=named("Report back"), owner=world["organisation"]
    )
    governance_risks.FindingFactory(partnership=here, wording=named("Agree the goals"))
    move = programmes.DateChangeFactory(
        action=world["action"], state="approved", board=world["board"], decided_on=date(2026, 7, 20)
    )
    governance_risks.DecidedMoveFactory(move=move, decision=decision)
    world.rows |= {"risk": risk, "decision": decision, "decided move": move}


def _reports(world: World) -> None:
    """A draft, a published public report and a published one that is not public."""
    board, by = world["board"], world.people["committee secretary"].user
    governance_reports.MeetingFactory(board=board, held_on=date(2026, 7, 20))
    written = {
        name: governance_reports.written_report(
            world["partnership"],
            board,
            reference=f"JC-2026-00{number}",
            title=world.named(name.capitalize()),
            is_public=name != "internal",
        )
        for number, name in enumerate(("draft", "public", "internal"), start=1)
    }
    with governance_reports.nothing_drawn():
        for name in ("public", "internal"):
            publish_report(written[name], by=by, moment=MOMENT)
    section = written["draft"].sections.get(key="details")
    Clearance.objects.create(
        section=section, role=world.named("Legal"), officer=world.people["clearance officer"].user
    )
    world.rows |= written | {
        "section": section,
        "paragraph": section.paragraphs.get(kind="table"),
    }
    world.rows["clearance"] = section.clearances.get()
