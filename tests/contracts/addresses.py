"""One row for every address of the project outside the admin: what the page needs, and of which row.

What each role then gets follows from core.permissions.POLICY alone. Nothing here names a role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from inspect import isclass
from typing import Any

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from core.permissions import POLICY, Role, Verb, verbs
from tests.contracts.world import Person, World

FOREIGN = ("admin:",)  # driven by test_every_admin_page.py
READING = (Verb.VIEW, Verb.EXPORT)


@dataclass(frozen=True)
class Needs:
    """A verb on a model, and the world's row the page is about.

    For a new row ``at`` is the place it is put in. ``more`` are the parts of the address that name no row,
    each with every value the page knows. ``data`` is sent with a form where an empty one says nothing.
    """

    verb: Verb
    model: str
    at: str = "partnership"
    more: dict[str, tuple[Any, ...]] = field(default_factory=dict)
    data: dict[str, str] = field(default_factory=dict)

    def addresses(self, world: World, name: str) -> list[str]:
        """Every address of that name in the world."""
        kwargs = world.kwargs(self.at)
        found = [kwargs]
        for part, values in self.more.items():
            found = [one | {part: value} for one in found for value in values]
        return [reverse(name, kwargs=one) for one in found]

    def expected(self, person: Person, ok: int = 200) -> int:
        """What the policy says the person gets: ok, 403 for a row they can only read, 404 for others."""
        if self.allows(person, self.verb):
            return ok
        return 403 if self.allows(person, Verb.VIEW) else 404

    def allows(self, person: Person, verb: Verb) -> bool:
        """Whether the policy gives the person that verb on the row."""
        policy = POLICY[person.role]
        if verb in verbs(policy.own, self.model) and self.at in person.own:
            return True
        return verb in verbs(policy.reach, self.model) and (
            person.role is Role.ADMINISTRATOR or lies_in_partnerships(self.model, verb)
        )


def lies_in_partnerships(model: str, verb: Verb) -> bool:
    """Whether a role in a partnership can do that to rows of the model at all.

    Rows of the whole installation are in nobody's partnership and only read, contacts not even that;
    and no partnership lies in another, where it could be added.
    """
    card = apps.get_model(model).card
    if card.scope is None:
        return verb in READING and not card.private
    return not (card.scope == "pk" and verb is Verb.ADD)


def is_shared(model: str) -> bool:
    """Whether its rows belong to the installation, not to one partnership."""
    return apps.get_model(model).card.scope is None


def named(resolver: URLResolver | None = None, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Every address outside the admin by its name, with the view behind it."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            space = f"{prefix}{one.namespace}:" if one.namespace else prefix
            if space not in FOREIGN:
                yield from named(one, space)
        elif isinstance(one, URLPattern):
            yield f"{prefix}{one.name}", getattr(one.callback, "view_class", one.callback)


def takes_forms(view: Any) -> bool:
    """Whether a page of ours takes a form."""
    return isclass(view) and hasattr(view, "post") and "post" in view.http_method_names


V, ADD, CHANGE = Verb.VIEW, Verb.ADD, Verb.CHANGE
OLD = {"version": "1"}  # a history restores the version it is asked for
ACTS = {"act": ("open", "take-back", "remind", "extend", "close", "lock", "open-again", "reopen")}
TABLES = {"kind": ("csv", "xlsx")}
LISTS = {"name": ("cells", "changes"), "kind": ("csv", "xlsx")}  # of an import that waits
QUARTER = {"quarter": ("2026-27-q1",)}  # of the world's round

PAGES: dict[str, Needs] = {
    "partnerships:overview": Needs(V, "partnerships.partnership"),
    "partnerships:partners": Needs(V, "partnerships.membership"),
    "partnerships:boards": Needs(V, "partnerships.board"),
    "partnerships:board": Needs(V, "partnerships.board", "board"),
    "partnerships:board_edit": Needs(CHANGE, "partnerships.board", "board"),
    "partnerships:board_history": Needs(V, "partnerships.board", "board"),
    "partnerships:themes": Needs(V, "partnerships.theme"),
    "partnerships:theme": Needs(V, "partnerships.theme", "theme"),
    "partnerships:theme_history": Needs(V, "partnerships.theme", "theme"),
    "partnerships:agreements": Needs(V, "partnerships.agreement"),
    "partnerships:agreement": Needs(V, "partnerships.agreement", "agreement"),
    "partnerships:agreement_history": Needs(V, "partnerships.agreement", "agreement"),
    "partnerships:organisation": Needs(V, "partnerships.organisation", "organisation"),
    "partnerships:organisation_history": Needs(V, "partnerships.organisation", "organisation"),
    "programmes:plan": Needs(V, "programmes.action"),
    "programmes:plan_export": Needs(Verb.EXPORT, "programmes.action", more={"kind": ("csv", "xlsx")}),
    "programmes:plan_timeline": Needs(V, "programmes.action"),
    "programmes:compare": Needs(V, "programmes.action"),
    "programmes:compare_export": Needs(Verb.EXPORT, "programmes.action", more={"kind": ("csv", "xlsx")}),
    "programmes:saved_view_add": Needs(V, "programmes.action"),
    "programmes:saved_view": Needs(CHANGE, "programmes.savedview", "saved_view"),
    "programmes:words": Needs(CHANGE, "programmes.statuswords"),
    "programmes:words_history": Needs(V, "programmes.statuswords"),
    "programmes:bulk": Needs(CHANGE, "programmes.action"),
    "programmes:carry": Needs(CHANGE, "programmes.action"),
    "programmes:change": Needs(CHANGE, "programmes.action", "change_set"),
    "programmes:own_sheet": Needs(Verb.EXPORT, "programmes.action", more={"kind": ("csv", "xlsx")}),
    "programmes:workbook": Needs(Verb.EXPORT, "partnerships.partnership"),
    "programmes:imports": Needs(V, "programmes.planimport"),
    "programmes:import_add": Needs(Verb.IMPORT, "programmes.planimport"),
    "programmes:import": Needs(V, "programmes.planimport", "import"),
    "programmes:import_columns": Needs(Verb.IMPORT, "programmes.planimport", "import"),
    "programmes:import_words": Needs(Verb.IMPORT, "programmes.planimport", "import"),
    "programmes:import_undo": Needs(Verb.IMPORT, "programmes.planimport", "import"),
    "programmes:import_file": Needs(Verb.EXPORT, "programmes.planimport", "import", more=LISTS),
    "programmes:action_add": Needs(ADD, "programmes.action"),
    "programmes:action": Needs(V, "programmes.action", "action"),
    "programmes:action_edit": Needs(CHANGE, "programmes.action", "action"),
    "programmes:action_links": Needs(CHANGE, "programmes.action", "action"),
    "programmes:action_history": Needs(V, "programmes.action", "action"),
    "programmes:action_move": Needs(CHANGE, "programmes.action", "action"),
    "programmes:move": Needs(V, "programmes.datechange", "move"),
    "programmes:milestone_add": Needs(ADD, "programmes.milestone", "action"),
    "programmes:milestone_edit": Needs(CHANGE, "programmes.milestone", "milestone"),
    "programmes:milestone_move": Needs(CHANGE, "programmes.milestone", "milestone"),
    "programmes:milestone_done": Needs(CHANGE, "programmes.milestone", "milestone"),
    "programmes:milestone_history": Needs(V, "programmes.milestone", "milestone"),
    "programmes:evidence_add": Needs(ADD, "programmes.evidence", "action"),
    "programmes:evidence": Needs(V, "programmes.evidence", "evidence"),
    "programmes:measures": Needs(V, "programmes.measure"),
    "programmes:measures_export": Needs(Verb.EXPORT, "programmes.measure", more={"kind": ("csv", "xlsx")}),
    "programmes:measure_add": Needs(ADD, "programmes.measure"),
    "programmes:measure": Needs(V, "programmes.measure", "measure"),
    "programmes:measure_figures": Needs(
        Verb.EXPORT, "programmes.measure", "measure", more={"kind": ("csv", "xlsx")}
    ),
    "programmes:measure_edit": Needs(CHANGE, "programmes.measure", "measure"),
    "programmes:measure_history": Needs(V, "programmes.measure", "measure"),
    "programmes:reading_add": Needs(ADD, "programmes.reading", "measure"),
    "programmes:reading_edit": Needs(CHANGE, "programmes.reading", "reading"),
    "programmes:reading_history": Needs(V, "programmes.reading", "reading"),
    "programmes:assessments": Needs(V, "programmes.impactassessment"),
    "programmes:assessments_export": Needs(Verb.EXPORT, "programmes.impactassessment", more=TABLES),
    "programmes:assessments_themes": Needs(Verb.EXPORT, "programmes.impactassessment", more=TABLES),
    "programmes:assessment_add": Needs(ADD, "programmes.impactassessment", "action"),
    "programmes:assessment_edit": Needs(CHANGE, "programmes.impactassessment", "assessment"),
    "programmes:assessment_history": Needs(V, "programmes.impactassessment", "assessment"),
    "programmes:updates": Needs(V, "programmes.update"),
    "programmes:partner_links": Needs(ADD, "programmes.partnerlink"),
    "programmes:sign_off": Needs(V, "programmes.update"),
    "programmes:sign_off_all": Needs(V, "programmes.update"),
    "programmes:round": Needs(V, "programmes.round", "round"),
    "programmes:round_edit": Needs(Verb.RUN, "programmes.round", "round"),
    "programmes:round_preview": Needs(
        Verb.EXPORT, "programmes.round", "round", more={"kind": ("csv", "xlsx")}
    ),
    "programmes:round_act": Needs(Verb.RUN, "programmes.round", "round", more=ACTS),
    "programmes:update": Needs(V, "programmes.update", "update"),
    "programmes:review": Needs(Verb.SIGN, "programmes.update", "update"),
    "programmes:update_history": Needs(V, "programmes.update", "update"),
    "funding:money": Needs(V, "funding.phase"),
    "funding:printed": Needs(V, "funding.statedfigure"),
    "funding:table_csv": Needs(Verb.EXPORT, "funding.phase", more={"name": ("position", "splits", "lines")}),
    "funding:table_xlsx": Needs(Verb.EXPORT, "funding.phase", more={"name": ("cost", "contributions")}),
    "funding:phase_add": Needs(ADD, "funding.phase"),
    "funding:phase": Needs(V, "funding.phase", "phase"),
    "funding:phase_edit": Needs(CHANGE, "funding.phase", "phase"),
    "funding:phase_history": Needs(V, "funding.phase", "phase"),
    "funding:option_agree": Needs(CHANGE, "funding.option", "option"),
    "funding:option_history": Needs(V, "funding.option", "option"),
    "funding:split_add": Needs(ADD, "funding.split"),
    "funding:split": Needs(V, "funding.split", "split"),
    "funding:split_edit": Needs(CHANGE, "funding.split", "split"),
    "funding:split_history": Needs(V, "funding.split", "split"),
    "funding:spend": Needs(V, "funding.phase", "phase"),
    "funding:move_add": Needs(ADD, "funding.profilemove", "phase"),
    "funding:move_decide": Needs(CHANGE, "funding.profilemove", "profile move"),
    "funding:extract": Needs(ADD, "funding.actual", "phase"),
    "funding:partner": Needs(V, "funding.contribution", "payer"),
    "funding:payers": Needs(V, "funding.phase"),
    "funding:transfers": Needs(V, "funding.transfer"),
    "funding:transfer_add": Needs(ADD, "funding.transfer"),
    "funding:contributions": Needs(V, "funding.contribution"),
    "funding:contribution": Needs(V, "funding.contribution", "contribution"),
    "funding:contribution_edit": Needs(CHANGE, "funding.contribution", "contribution"),
    "funding:contribution_history": Needs(V, "funding.contribution", "contribution"),
    "governance:dashboard": Needs(V, "programmes.action"),
    "governance:quarter": Needs(V, "programmes.action", more=QUARTER),
    "governance:one_page": Needs(V, "programmes.action", more=QUARTER),
    "governance:progress": Needs(V, "programmes.action"),
    "governance:progress_quarter": Needs(V, "programmes.action", more=QUARTER),
    "governance:progress_pdf": Needs(Verb.EXPORT, "programmes.action", more=QUARTER),
    "governance:progress_word": Needs(Verb.EXPORT, "programmes.action", more=QUARTER),
    "governance:attention": Needs(V, "programmes.action", more=QUARTER),
    "governance:changes": Needs(V, "programmes.action", more=QUARTER),
    "governance:risks": Needs(V, "governance.risk"),
    "governance:risk_add": Needs(ADD, "governance.risk"),
    "governance:risk_map": Needs(V, "governance.risk"),
    "governance:risk": Needs(V, "governance.risk", "risk"),
    "governance:risk_edit": Needs(CHANGE, "governance.risk", "risk"),
    "governance:risk_assess": Needs(ADD, "governance.assessment", "risk"),
    "governance:risk_history": Needs(V, "governance.risk", "risk"),
    "governance:decisions": Needs(V, "governance.decision"),
    "governance:decision": Needs(V, "governance.decision", "decision"),
    "governance:decision_history": Needs(V, "governance.decision", "decision"),
    "governance:moves": Needs(V, "programmes.datechange"),
    "governance:moves_export": Needs(Verb.EXPORT, "programmes.datechange", more={"kind": ("csv", "xlsx")}),
    "governance:move_decision": Needs(ADD, "governance.decidedmove", "decided move"),
    "governance:plan_page": Needs(V, "partnerships.partnership"),
    "governance:plan_page_pdf": Needs(Verb.EXPORT, "partnerships.partnership"),
    "governance:undertakings": Needs(V, "governance.undertaking"),
    "governance:findings": Needs(V, "governance.finding"),
    "governance:reports": Needs(V, "governance.report"),
    "governance:report_add": Needs(ADD, "governance.report"),
    "governance:report": Needs(V, "governance.report", "draft"),
    "governance:report_edit": Needs(CHANGE, "governance.report", "draft"),
    "governance:section_edit": Needs(CHANGE, "governance.section", "section"),
    "governance:section_insert": Needs(CHANGE, "governance.section", "section"),
    "governance:report_history": Needs(V, "governance.report", "draft"),
    "governance:paragraph_history": Needs(V, "governance.paragraph", "paragraph"),
    "governance:report_pdf": Needs(Verb.EXPORT, "governance.report", "draft"),
    "governance:report_publish": Needs(Verb.PUBLISH, "governance.report", "draft"),
    "governance:report_correct": Needs(Verb.PUBLISH, "governance.report", "public"),
    "governance:report_version": Needs(V, "governance.publication", "internal", more={"number": (1,)}),
    "governance:report_version_pdf": Needs(
        Verb.EXPORT, "governance.publication", "internal", more={"number": (1,)}
    ),
}

FORMS: dict[str, Needs] = {
    "programmes:import_add": PAGES["programmes:import_add"],
    "programmes:import": Needs(Verb.IMPORT, "programmes.planimport", "import"),
    "programmes:import_columns": PAGES["programmes:import_columns"],
    "programmes:import_words": PAGES["programmes:import_words"],
    "programmes:import_undo": PAGES["programmes:import_undo"],
    "partnerships:board_edit": PAGES["partnerships:board_edit"],
    "partnerships:board_history": Needs(CHANGE, "partnerships.board", "board", data=OLD),
    "partnerships:theme_history": Needs(CHANGE, "partnerships.theme", "theme", data=OLD),
    "partnerships:agreement_history": Needs(CHANGE, "partnerships.agreement", "agreement", data=OLD),
    "partnerships:organisation_history": Needs(CHANGE, "partnerships.organisation", "organisation", data=OLD),
    "programmes:saved_view_add": PAGES["programmes:saved_view_add"],
    "programmes:saved_view": PAGES["programmes:saved_view"],
    "programmes:words": PAGES["programmes:words"],
    "programmes:words_history": Needs(CHANGE, "programmes.statuswords", data=OLD),
    "programmes:bulk": PAGES["programmes:bulk"],
    "programmes:carry": PAGES["programmes:carry"],
    "programmes:change": PAGES["programmes:change"],
    "programmes:action_add": PAGES["programmes:action_add"],
    "programmes:action_edit": PAGES["programmes:action_edit"],
    "programmes:action_links": PAGES["programmes:action_links"],
    "programmes:action_history": Needs(CHANGE, "programmes.action", "action", data=OLD),
    "programmes:action_move": PAGES["programmes:action_move"],
    "programmes:move": Needs(CHANGE, "programmes.datechange", "move"),
    "programmes:milestone_add": PAGES["programmes:milestone_add"],
    "programmes:milestone_edit": PAGES["programmes:milestone_edit"],
    "programmes:milestone_move": PAGES["programmes:milestone_move"],
    "programmes:milestone_done": PAGES["programmes:milestone_done"],
    "programmes:milestone_history": Needs(CHANGE, "programmes.milestone", "milestone", data=OLD),
    "programmes:evidence_add": PAGES["programmes:evidence_add"],
    "programmes:assessment_add": PAGES["programmes:assessment_add"],
    "programmes:assessment_edit": PAGES["programmes:assessment_edit"],
    "programmes:assessment_history": Needs(CHANGE, "programmes.impactassessment", "assessment", data=OLD),
    "programmes:measure_add": PAGES["programmes:measure_add"],
    "programmes:measure_edit": PAGES["programmes:measure_edit"],
    "programmes:measure_history": Needs(CHANGE, "programmes.measure", "measure", data=OLD),
    "programmes:reading_add": PAGES["programmes:reading_add"],
    "programmes:reading_edit": PAGES["programmes:reading_edit"],
    "programmes:reading_history": Needs(CHANGE, "programmes.reading", "reading", data=OLD),
    "programmes:round_edit": PAGES["programmes:round_edit"],
    "programmes:round_act": PAGES["programmes:round_act"],
    "programmes:update": Needs(Verb.ANSWER, "programmes.update", "update"),
    "programmes:review": PAGES["programmes:review"],
    "programmes:sign_off_all": PAGES["programmes:sign_off_all"],
    "programmes:partner_links": PAGES["programmes:partner_links"],
    "funding:phase_add": PAGES["funding:phase_add"],
    "funding:phase_edit": PAGES["funding:phase_edit"],
    "funding:phase_history": Needs(CHANGE, "funding.phase", "phase", data=OLD),
    "funding:option_agree": PAGES["funding:option_agree"],
    "funding:option_history": Needs(CHANGE, "funding.option", "option", data=OLD),
    "funding:split_add": PAGES["funding:split_add"],
    "funding:split_edit": PAGES["funding:split_edit"],
    "funding:split_history": Needs(CHANGE, "funding.split", "split", data=OLD),
    "funding:move_add": PAGES["funding:move_add"],
    "funding:move_decide": PAGES["funding:move_decide"],
    "funding:extract": PAGES["funding:extract"],
    "funding:transfer_add": PAGES["funding:transfer_add"],
    "funding:contribution_edit": PAGES["funding:contribution_edit"],
    "funding:contribution_history": Needs(CHANGE, "funding.contribution", "contribution", data=OLD),
    "governance:risk_add": PAGES["governance:risk_add"],
    "governance:risk_edit": PAGES["governance:risk_edit"],
    "governance:risk_assess": PAGES["governance:risk_assess"],
    "governance:risk_history": Needs(CHANGE, "governance.risk", "risk", data=OLD),
    "governance:decision_history": Needs(CHANGE, "governance.decision", "decision", data=OLD),
    "governance:move_decision": PAGES["governance:move_decision"],
    "governance:report_add": PAGES["governance:report_add"],
    "governance:report_edit": PAGES["governance:report_edit"],
    "governance:section_edit": PAGES["governance:section_edit"],
    "governance:section_insert": Needs(
        CHANGE, "governance.section", "section", data={"table": "funding.position {}"}
    ),
    "governance:report_history": Needs(CHANGE, "governance.report", "draft", data=OLD),
    "governance:paragraph_history": Needs(CHANGE, "governance.paragraph", "paragraph", data=OLD),
    "governance:report_publish": PAGES["governance:report_publish"],
    "governance:report_correct": PAGES["governance:report_correct"],
}

# Anybody who has signed in: lists narrowed to what one reaches, and one's own account.
SIGNED_IN = {
    "partnerships:list",
    "governance:work",
    "programmes:my_updates",
    "programmes:check_updates",
    "programmes:away",
    "programmes:calendar",
    "governance:all_reports",
    "account_logout",
    "account_email",
    "account_change_password",
    "account_set_password",
}
# Forms of theirs that reach nothing but their own.
OWN_FORMS = {
    "programmes:check_updates",
    "programmes:away",
    "programmes:calendar",
    "programmes:partner_answer",
    "fixtures:sign_in",
    "fixtures:try_role",
}
STAFF = {"components"}
# Anybody at all: signing in, and what is said about the site itself.
OPEN = {
    "account_login",
    "account_signup",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_inactive",
    "health",
    "icon",
    "accessibility",
    "privacy",
    "contact",
    "governance:public_reports",
    "fixtures:sign_in",
}
# Opened by whoever holds a secret address; tests of their own try every other.
SECRET = {"programmes:calendar_file", "programmes:partner_answer"}
# Only with the demonstration loaded; elsewhere nobody finds them.
DEMONSTRATION = {"fixtures:try_role", "fixtures:tour"}
PUBLIC = {
    "governance:public_report",
    "governance:public_pdf",
    "governance:public_version",
    "governance:public_version_pdf",
}
KEY = {"uidb36": "1", "key": "spent"}  # of an invitation's link
ROLE = {"role": "officer"}


def plain_address(name: str) -> str:
    """The address of a page that is about no row."""
    parts = {"account_reset_password_from_key": KEY, "fixtures:try_role": ROLE}
    return reverse(name, kwargs=parts.get(name))


def public_address(name: str, report: Any) -> str:
    """The public's address of a report."""
    kwargs = {"partnership": report.partnership.slug, "reference": report.reference}
    return reverse(name, kwargs=kwargs | ({"number": 1} if "version" in name else {}))
