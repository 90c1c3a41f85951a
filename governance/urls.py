"""Addresses of governance."""

from django.urls import path

from governance.views import decisions

app_name = "governance"

oversight_urls = [
    path("p/<slug:partnership>/decisions/", decisions.DecisionList.as_view(), name="decisions"),
    path(
        "p/<slug:partnership>/decisions/<slug:reference>/",
        decisions.DecisionDetail.as_view(),
        name="decision",
    ),
    path(
        "p/<slug:partnership>/decisions/<slug:reference>/history/",
        decisions.DecisionHistory.as_view(),
        name="decision_history",
    ),
]

urlpatterns = [*oversight_urls]
