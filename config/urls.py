"""Every address, by app."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

DEMONSTRATION = [path("", include("fixtures.urls"))] if settings.DEMO else []

urlpatterns = [
    path("admin/", admin.site.urls),
    *DEMONSTRATION,
    path("", include("core.urls")),
    path("", include("partnerships.urls")),
    path("", include("programmes.urls")),
    path("", include("funding.urls")),
    path("", include("governance.urls")),
]
