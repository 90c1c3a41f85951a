"""What the tests change, and nothing else."""

import os
import tempfile

os.environ["MODE"] = "demo"
if "DATA_DIR" not in os.environ:
    SCRATCH = tempfile.TemporaryDirectory(prefix="joint-plan-tests-")  # removed when the tests end
    os.environ["DATA_DIR"] = SCRATCH.name

from config.settings import *  # noqa: F403, TID251

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
# One renderer for each pytest worker: it ends with the worker that started it.
RENDERER_SOCKET = DATA_DIR / f"renderer-{os.environ.get('PYTEST_XDIST_WORKER', 'one')}.sock"  # noqa: F405
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
