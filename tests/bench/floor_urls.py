"""The floor's one page: who is signed in, in one template."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path


def hello(request: HttpRequest) -> HttpResponse:
    """Two queries: the session and the user."""
    return render(request, "floor.html", {"name": str(request.user)})


urlpatterns = [path("", hello)]
