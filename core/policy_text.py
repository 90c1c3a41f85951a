"""The policy as the README prints it; `manage.py print_policy` writes it, a test compares."""

from __future__ import annotations

from core.permissions import ALL, EDIT, POLICY, READ, Role, Table, Verb, Verbs

WORDS = {
    Verb.VIEW: "read",
    Verb.ADD: "add",
    Verb.CHANGE: "change",
    Verb.ARCHIVE: "archive",
    Verb.IMPORT: "import",
    Verb.EXPORT: "export",
    Verb.ANSWER: "give updates",
    Verb.SIGN: "sign off",
    Verb.RUN: "run rounds",
    Verb.PUBLISH: "publish",
}


def policy_table() -> str:
    """A Markdown table: each role, who holds it, what it may do in its reach, and to its own."""
    lines = [
        "| Role | Who holds it | Everything its grant reaches | What is its own |",
        "| --- | --- | --- | --- |",
    ]
    for role in Role:
        policy = POLICY[role]
        reach, own = _cell(policy.reach), _cell(policy.own)
        lines.append(f"| {role.label} | {policy.held_by} | {reach} | {own} |")
    return "\n".join(lines)


def _cell(table: Table) -> str:
    return "; ".join(f"{_name(key)}: {_verbs(allowed)}" for key, allowed in table.items()) or "nothing"


def _name(key: str) -> str:
    return "everything" if key == "*" else f"`{key}`"


def _verbs(allowed: Verbs) -> str:
    if allowed == ALL:
        return "all"
    words = []
    rest = set(allowed)
    for whole, word in ((EDIT, "edit, import and export"), (READ, "read and export")):
        if whole <= rest:
            words.append(word)
            rest -= whole
            break
    words += [WORDS[verb] for verb in Verb if verb in rest]
    return ", ".join(words) or "nothing"
