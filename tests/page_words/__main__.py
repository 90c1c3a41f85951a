"""Writes the words down; with a second file, says what differs from it."""

import json
import os
import sys
from pathlib import Path

import django
from django.conf import settings
from django.test.utils import get_runner, setup_test_environment

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.test_settings")
django.setup()

from tests.page_words.walking import all_words, differences  # noqa: E402 - models need Django set up

settings.MIGRATION_MODULES = {name.split(".")[-1]: None for name in settings.INSTALLED_APPS}
setup_test_environment()
runner = get_runner(settings)(verbosity=0, interactive=False)
databases = runner.setup_databases()
try:
    spoken = all_words()
finally:
    runner.teardown_databases(databases)
Path(sys.argv[1]).write_text(json.dumps(spoken, indent=0, ensure_ascii=False), encoding="utf-8")
sys.stdout.write(f"{len(spoken)} pages with {sum(map(len, spoken.values()))} lines\n")
if len(sys.argv) > 2:
    before = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    differing = list(differences(before, spoken))
    sys.stdout.write("\n".join(differing or ["No word differs."]) + "\n")
    sys.exit(bool(differing))
