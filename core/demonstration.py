"""The first two minutes: signing in as one of the demonstration's people with one button.

Only with MODE=demo and the demonstration loaded. Everywhere else no page mentions it and its address does
not exist. It is for one's own machine: the demonstration answers to no other host name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from allauth.account.views import LoginView
from django.conf import settings
from django.contrib.auth import login
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.generic import View

from core import seeding
from core.models import User
from core.permissions import Role

BACKEND = "core.backends.ScopeBackend"


@dataclass(frozen=True)
class Part:
    """A role to try: what its person sees first, in a sentence, and where that is."""

    role: Role
    sees: str
    starts_at: str

    @property
    def label(self) -> str:
        """The role in words."""
        return self.role.label


def parts() -> list[Part]:
    """The roles that can be tried, in the policy's order; none where the demonstration is not loaded.

    One query with MODE=demo, else none.
    """
    if not settings.DEMO:
        return []
    told = [entry for entry in seeding.entries() if "starts_at" in entry]
    emails = [seeding.email_of(Role(entry["role"])) for entry in told]
    there = set(User.objects.filter(email__in=emails, is_active=True).values_list("email", flat=True))
    return [
        Part(Role(entry["role"]), entry["sees"], entry["starts_at"])
        for entry, email in zip(told, emails, strict=True)
        if email in there
    ]


class SignIn(LoginView):
    """Signing in; with the demonstration loaded, what this is and a button for each role."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The form, and the roles to try."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return context | {"parts": parts()}


@method_decorator(login_not_required, name="dispatch")
class DemonstrationView(View):
    """A page for everybody that is there with the demonstration only: else 404, however it is asked for."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The page, or none."""
        if not parts():
            raise Http404("The demonstration is not loaded here.")
        return super().dispatch(request, *args, **kwargs)


class TryRole(DemonstrationView):
    """Sign in as the demonstration's person with the role in the address; nothing else is asked."""

    def post(self, request: HttpRequest, role: str) -> HttpResponse:
        """To where the role's story begins, or to the page of the tour that was asked for."""
        found = next((one for one in parts() if one.role.value == role), None)
        if found is None:
            raise Http404("There is no such role to try here.")
        login(request, seeding.person(found.role), backend=BACKEND)
        return redirect(_wanted(request) or found.starts_at)


def _wanted(request: HttpRequest) -> str:
    """The page of this site that was asked for; none when it lies elsewhere."""
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else ""
