"""How a pure rule says no: one sentence, tied to the field it is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One reason why something cannot be saved as it stands.

    ``field`` is the name of the fact at fault, or "" when it is about the whole form.
    ``code`` never changes, so that tests and translations of messages can rely on it.
    ``message`` is the sentence people read: what is wrong and what to do about it.
    """

    field: str
    code: str
    message: str
