"""The floor that `./test.sh bench` compares every page with: Django with the least a signed-in page needs."""

from config.settings import *  # noqa: F403, TID251

INSTALLED_APPS = ["core", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"]
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
ROOT_URLCONF = "tests.bench.floor_urls"
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
]
TEMPLATES[0]["DIRS"] = [BASE_DIR / "tests/bench/templates"]  # noqa: F405
