"""Who may do what: the whole policy, as data. The README prints it; a test drives every address with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Verb(StrEnum):
    """What can be done to a row. The first six are Django's and the spreadsheet library's own."""

    VIEW = "view"
    ADD = "add"
    CHANGE = "change"
    ARCHIVE = "delete"  # Django's name for it; our screens archive and never delete
    IMPORT = "import"
    EXPORT = "export"
    ANSWER = "answer"  # give an update for an action
    SIGN = "sign"  # agree an update, or clear a section of a report
    RUN = "run"  # open, close, lock and reopen a round
    PUBLISH = "publish"  # freeze and issue a report


class Role(StrEnum):
    """A part people play. Granted for a partnership, a board or an organisation."""

    ADMINISTRATOR = "administrator"
    PROGRAMME_MANAGER = "programme_manager"
    THEME_LEAD = "theme_lead"
    OFFICER = "officer"
    COMMITTEE_SECRETARY = "committee_secretary"
    CLEARANCE_OFFICER = "clearance_officer"
    CHIEF_EXECUTIVE = "chief_executive"
    PARTNER_OFFICER = "partner_officer"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        """The role in words."""
        return self.value.replace("_", " ").capitalize()


Verbs = frozenset[Verb]
Table = dict[str, Verbs]

SEE: Verbs = frozenset({Verb.VIEW})
READ: Verbs = frozenset({Verb.VIEW, Verb.EXPORT})
EDIT: Verbs = READ | {Verb.ADD, Verb.CHANGE, Verb.ARCHIVE, Verb.IMPORT}
ALL: Verbs = frozenset(Verb)


@dataclass(frozen=True)
class RolePolicy:
    """What a role may do.

    ``held_by`` says who may be given it. ``reach`` is what it may do to every row its grant reaches,
    ``own`` to the rows that are the person's, or their organisation's, own. Keys are a model
    ("programmes.action"), an app ("programmes") or "*", any model of ours; the most exact one counts.
    Rows that libraries keep (groups, addresses to sign in with, jobs) need a key of their own.
    """

    held_by: str
    reach: Table = field(default_factory=dict)
    own: Table = field(default_factory=dict)


EVERYTHING_SHARED: Table = {
    "*": READ,
    "core": frozenset(),
    "partnerships.grant": frozenset(),
    "partnerships.contact": SEE,
    "programmes.savedview": frozenset(),  # what somebody keeps for themselves is theirs
}
KEEP: Verbs = READ | {Verb.CHANGE, Verb.ARCHIVE}

POLICY: Mapping[Role, RolePolicy] = {
    Role.ADMINISTRATOR: RolePolicy(
        held_by="One or two people who run the installation. Reaches everything.",
        reach={"*": ALL, "django_tasks_database": SEE},
    ),
    Role.PROGRAMME_MANAGER: RolePolicy(
        held_by="Whoever runs a partnership's plan from day to day. All of it but publishing.",
        reach={"*": EDIT, "core": frozenset(), "core.user": SEE, "programmes": ALL, "funding": ALL},
    ),
    Role.THEME_LEAD: RolePolicy(
        held_by="The lead of a theme. Reads the partnership, edits and signs off the theme's actions.",
        reach=EVERYTHING_SHARED | {"programmes.action": READ | {Verb.ADD}},
        own={
            "programmes.action": EDIT,
            "programmes.milestone": EDIT,
            "programmes.update": EDIT | {Verb.ANSWER, Verb.SIGN},
            "programmes.evidence": EDIT,
            "programmes.impactassessment": EDIT,
            "programmes.measure": READ | {Verb.CHANGE},
            "programmes.reading": EDIT - {Verb.IMPORT},
            "programmes.savedview": KEEP,
        },
    ),
    Role.OFFICER: RolePolicy(
        held_by="Whoever leads an action. Reads the partnership, edits and reports on the actions they lead.",
        reach=EVERYTHING_SHARED,
        own={
            "programmes.action": READ | {Verb.CHANGE},
            "programmes.milestone": EDIT - {Verb.IMPORT},
            "programmes.update": READ | {Verb.CHANGE, Verb.ANSWER},
            "programmes.evidence": EDIT - {Verb.IMPORT},
            "programmes.impactassessment": EDIT - {Verb.IMPORT},
            "programmes.savedview": KEEP,
        },
    ),
    Role.COMMITTEE_SECRETARY: RolePolicy(
        held_by="Democratic services of the host or of a member council. Writes and publishes reports.",
        reach=EVERYTHING_SHARED
        | {
            "governance.report": EDIT | {Verb.PUBLISH},
            "governance.headrow": EDIT,
            "governance.section": EDIT,
            "governance.paragraph": EDIT,
            "governance.meeting": EDIT,
            "governance.decision": EDIT,
            "governance.decidedmove": EDIT,
            "governance.undertaking": EDIT,
        },
        own={"programmes.savedview": KEEP},
    ),
    Role.CLEARANCE_OFFICER: RolePolicy(
        held_by="Legal, finance, human resources and so on. Reads the partnership, clears sections.",
        reach=EVERYTHING_SHARED | {"governance.clearance": READ | {Verb.CHANGE, Verb.SIGN}},
        own={"programmes.savedview": KEEP},
    ),
    Role.CHIEF_EXECUTIVE: RolePolicy(
        held_by="Chief executives and leaders of member bodies. Reads everything shared.",
        reach=EVERYTHING_SHARED,
        own={"programmes.savedview": KEEP},
    ),
    Role.PARTNER_OFFICER: RolePolicy(
        held_by="An officer of a partner body. Reads what is shared, reports on its own actions.",
        reach=EVERYTHING_SHARED,
        own={
            "programmes.action": READ,
            "programmes.milestone": READ | {Verb.ADD, Verb.CHANGE},
            "programmes.update": READ | {Verb.CHANGE, Verb.ANSWER},
            "programmes.evidence": EDIT - {Verb.IMPORT},
            "funding.contribution": READ,
            "programmes.savedview": KEEP,
        },
    ),
    Role.PUBLIC: RolePolicy(
        held_by="Everybody, without signing in. Reads published public reports and nothing else.",
    ),
}


@dataclass(frozen=True)
class Granted:
    """One grant of a user, as the policy needs it: plain ids, no models.

    ``everywhere`` is the whole installation. ``partnerships`` are reached in full, ``readable`` ones
    only for reading what is shared. ``board`` and ``organisation`` name the place of a narrower grant.
    ``acting_for`` is the person whose own work it is about, where somebody stands in for them.
    """

    role: Role
    everywhere: bool = False
    partnerships: frozenset[int] = frozenset()
    readable: frozenset[int] = frozenset()
    board: int | None = None
    organisation: int | None = None
    acting_for: int | None = None


OUR_APPS = frozenset({"core", "partnerships", "programmes", "funding", "governance"})


def verbs(table: Table, model: str) -> Verbs:
    """What a table allows on a model: its own entry, else its app's, else that for everything of ours."""
    app = model.partition(".")[0]
    for key in (model, app, *(("*",) if app in OUR_APPS else ())):
        if key in table:
            return table[key]
    return frozenset()


def allows(role: Role, verb: Verb, model: str) -> bool:
    """Whether the role may ever do that to the model, somewhere."""
    policy = POLICY[role]
    return verb in verbs(policy.reach, model) or verb in verbs(policy.own, model)
