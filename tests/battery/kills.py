"""Kills a process that writes, again and again, and looks whether all it had acknowledged is there.

``python -m tests.battery.kills SEED SECONDS`` in a scratch database. A child writes through the services and
says of each write, once the service has returned, what it was: that is when a person sees it saved. At some
moment it is killed. Then each row it named must be there at that version or a later one, with the history of
that version; and no row may be at a version that its history does not know.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.apps import apps  # noqa: E402 - models need Django set up
from django.core.management import call_command  # noqa: E402
from django.db import connections  # noqa: E402
from django.db.models import Max  # noqa: E402
from django.utils import timezone  # noqa: E402

from core.change import bulk_writes  # noqa: E402
from core.domain.windows import DateWindow  # noqa: E402
from core.models import AuditedModel, User  # noqa: E402
from core.services import save_row  # noqa: E402
from programmes import services  # noqa: E402
from programmes.domain.rounds import RoundState, UpdateState  # noqa: E402
from programmes.models import Action, Milestone, Update  # noqa: E402
from tests.bench import data  # noqa: E402

SIZE = 50
WRITTEN = (Action, Milestone, Update)
LONGEST = 0.8  # seconds from the first acknowledgement to the kill


class Writer:
    """Writes through the services for ever, and acknowledges."""

    def __init__(self, out: int, draw: random.Random) -> None:
        self.out, self.draw = out, draw
        self.by = User.objects.get(email=f"bench-{SIZE}@example.org")

    def run(self) -> None:
        """One write after another, of every kind, until somebody ends it."""
        while True:
            write = self.draw.choice((self.add_action, self.add_milestone, self.rename, self.answer))
            rows = write()
            # In one system call and shorter than a pipe's page: it arrives whole or not at all.
            os.write(self.out, (json.dumps([_named(row) for row in rows]) + "\n").encode())

    def add_action(self) -> list[AuditedModel]:
        """A new action under a reference nobody has had."""
        other = self._action()
        row = Action(partnership=other.partnership, plan=other.plan, theme=other.theme, title="Begin anew")
        return [services.add_action(action=row, by=self.by)]

    def add_milestone(self) -> list[AuditedModel]:
        """A dated step of an action."""
        action = self._action()
        return [
            services.add_milestone(
                action=action, title="Next step", window=DateWindow.month(2027, 3), by=self.by
            )
        ]

    def rename(self) -> list[AuditedModel]:
        """Another title for an action."""
        action = self._action()
        action.title = f"Deliver it, version {action.version + 1}"
        return [save_row(action, by=self.by)]

    def answer(self) -> list[AuditedModel]:
        """An update submitted again: it and its action change together."""
        update = self.draw.choice(list(Update.objects.filter(round__state=RoundState.OPEN)))
        update.stage, update.confidence = "in_progress", self.draw.choice(("on_track", "at_risk"))
        update.words, update.reason = f"Version {update.version}.", "A supplier withdrew."
        now = timezone.now()
        made = services.submit_update(update=update, by=self.by, now=now, today=timezone.localdate(now))
        return [made, Action.objects.get(pk=made.action_id)]

    def _action(self) -> Action:
        return self.draw.choice(list(Action.objects.all()))


def _named(row: AuditedModel) -> tuple[str, int, int]:
    return row._meta.label, row.pk, row.version


def killed(draw: random.Random) -> list[tuple[str, int, int]]:
    """Let a child write, kill it, and return what it had acknowledged: model, key and version."""
    reading, writing = os.pipe()
    begin = random.Random(draw.random())
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            Writer(writing, begin).run()
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(1)  # a child that goes on would do its parent's work once more
    os.close(writing)
    with os.fdopen(reading) as lines:
        first = lines.readline()
        time.sleep(draw.uniform(0, LONGEST))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise SystemExit("The writer ended by itself; the error output says why.")
        said = [first, *lines.readlines()]
    return [row for line in said if line.endswith("\n") for row in json.loads(line)]


def losses(acknowledged: list[tuple[str, int, int]]) -> Iterator[str]:
    """What is missing, in words."""
    for label, key, version in acknowledged:
        model = apps.get_model(label)
        row = model._base_manager.filter(pk=key).first()
        if row is None:
            yield f"{label} {key} was acknowledged and is not there"
        elif row.version < version:
            yield f"{label} {key} was acknowledged at version {version} and is at {row.version}"
        elif model.history.filter(id=key, version=version).count() != 1:
            yield f"{label} {key} has no history of version {version}, which was acknowledged"


def halves() -> Iterator[str]:
    """Rows whose history does not know their version, in words."""
    for model in WRITTEN:
        newest = dict(model.history.values_list("id").annotate(last=Max("version")))
        for key, version in model._base_manager.values_list("pk", "version"):
            # The updates the scratch data begins with were made without any history.
            if newest.get(key, 1) != version:
                yield f"{model._meta.label} {key} is at version {version}, its history at {newest.get(key)}"


def main(seed: int, seconds: float) -> None:
    """Build, then kill and look until the time is over; a sentence and code 1 when something is missing."""
    call_command("migrate", verbosity=0)
    data.build(SIZE)
    with bulk_writes():  # what is signed off cannot be answered again
        Update.objects.filter(round__state=RoundState.OPEN).update(state=UpdateState.SUBMITTED)
    draw, kills, writes = random.Random(seed), 0, 0
    end = time.monotonic() + seconds
    while kills < 5 or time.monotonic() < end:
        connections.close_all()  # a child must not share one
        acknowledged = killed(draw)
        kills, writes = kills + 1, writes + len(acknowledged)
        wrong = [*losses(acknowledged), *halves()]
        if wrong:
            raise SystemExit("\n".join([f"After kill {kills}:", *wrong[:20]]))
    print(f"{kills} kills, {writes} acknowledged writes, nothing lost and nothing there by half")


if __name__ == "__main__":
    main(int(sys.argv[1]), float(sys.argv[2]))
