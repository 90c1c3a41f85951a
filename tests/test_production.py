"""Production, started in a process of its own with only what it asks for, has no demonstration in it."""

import json
import secrets
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings

PROJECT = Path(__file__).resolve().parent.parent
HOST = "joint-plan.example.org"
# What a server does before its first request, then requests as they come through its TLS proxy.
SCRIPT = f"""
import json
import django

django.setup()
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0, ignore_patterns=["admin", "import_export"])
try:
    refusal = call_command("seed_demo")
except CommandError as refused:
    refusal = str(refused)
client = Client(headers={{"host": {HOST!r}}})
answers = {{
    f"{{method}} {{path}}": getattr(client, method.lower())(path, secure=True)
    for path in ("/sign-in/", "/sign-in/as/officer/", "/tour/")
    for method in ("GET", "POST")
}}
print(json.dumps({{
    "installed": apps.is_installed("fixtures"),
    "refusal": refusal,
    "statuses": {{name: answer.status_code for name, answer in answers.items()}},
    "sign-in": answers["GET /sign-in/"].content.decode(),
}}))
"""


def production(data: Path) -> dict[str, Any]:
    """What a process says of itself that has nothing but what production asks for, and an empty database."""
    (data / "vendor").symlink_to(settings.VENDOR_DIR)
    started = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", SCRIPT],
        cwd=PROJECT,
        env={
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATA_DIR": str(data),
            "SECRET_KEY": secrets.token_urlsafe(60),
            "ALLOWED_HOSTS": HOST,
            "DATABASE_URL": f"sqlite:///{data / 'production.sqlite3'}",
        },
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert started.returncode == 0, started.stderr
    told: dict[str, Any] = json.loads(started.stdout)
    return told


def test_nothing_of_the_demonstration_exists_in_production_but_the_example_can_come(tmp_path: Path) -> None:
    told = production(tmp_path)

    assert told["installed"] is True
    assert told["refusal"] == (
        "The demonstration is only for trying Joint Plan out, so it is never loaded in production. "
        "Set MODE=demo and another DATABASE_URL to see it."
    )
    assert told["statuses"] == {
        "GET /sign-in/": 200,
        "POST /sign-in/": 200,  # the form again, with what is missing
        "GET /sign-in/as/officer/": 404,
        "POST /sign-in/as/officer/": 404,
        "GET /tour/": 404,
        "POST /tour/": 404,
    }
    page = told["sign-in"]
    assert page.count("<form") == 1
    assert ('type="password"' in page, "/sign-in/as/" in page, "/tour/" in page) == (True, False, False)
