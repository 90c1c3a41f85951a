"""What every request carries, and how every refusal looks."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core import logs
from core.change import change

Handler = Callable[[HttpRequest], HttpResponse]


class RequestContextMiddleware:
    """Opens the change that everything saved during the request belongs to, and names it in the log."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """One request, one change set."""
        ids = (uuid.uuid4().hex[:12], str(request.user.pk or "-"))
        request.log_ids = ids  # type: ignore[attr-defined]
        request_token, actor_token = logs.request_id.set(ids[0]), logs.actor_id.set(ids[1])
        try:
            with change(by=request.user):
                return self.get_response(request)
        finally:
            logs.request_id.reset(request_token)
            logs.actor_id.reset(actor_token)


class PlainRefusalMiddleware:
    """Too much sent is a written page with status 413, not a bare 400."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page for the two ways of sending more than the server takes."""
        if isinstance(exception, RequestDataTooBig | TooManyFieldsSent):
            return render(request, "413.html", status=413)
        return None
