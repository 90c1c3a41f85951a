"""The few pages that are about the site itself."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from core.gallery import gallery_context

ICON = Path(settings.BASE_DIR) / "static/icons/favicon.svg"
A_WEEK = "public, max-age=604800"


@login_not_required
def health(request: HttpRequest) -> HttpResponse:
    """Whether the server and its database answer; for whoever watches over them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


@login_not_required
def icon(request: HttpRequest) -> HttpResponse:
    """The site's icon, where browsers look for one on pages that name none: the admin, a PDF."""
    return HttpResponse(ICON.read_bytes(), content_type="image/svg+xml", headers={"Cache-Control": A_WEEK})


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "pages/accessibility.html", {"contact_email": settings.CONTACT_EMAIL})


@login_not_required
def privacy(request: HttpRequest) -> HttpResponse:
    """Privacy and cookies."""
    return render(request, "pages/privacy.html", {"contact_email": settings.CONTACT_EMAIL})


@login_not_required
def contact(request: HttpRequest) -> HttpResponse:
    """Whom to ask."""
    return render(request, "pages/contact.html", {"contact_email": settings.CONTACT_EMAIL})


def components(request: HttpRequest) -> HttpResponse:
    """The gallery of components, for staff."""
    if not request.user.is_staff:
        raise PermissionDenied("The component gallery is for staff.")
    return render(request, "core/gallery.html", gallery_context())
