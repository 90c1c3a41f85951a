"""Every address, by app."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("core.urls")),
    path("", include("partnerships.urls")),
    path("", include("programmes.urls")),
    path("", include("funding.urls")),
    path("", include("governance.urls")),
]
