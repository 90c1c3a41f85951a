"""Addresses of governance."""

from django.urls import path

from governance.views import dashboard, decisions, risks

app_name = "governance"

oversight_urls = [
    path("p/<slug:partnership>/dashboard/", dashboard.DashboardPage.as_view(), name="dashboard"),
    path("p/<slug:partnership>/dashboard/<slug:quarter>/", dashboard.DashboardPage.as_view(), name="quarter"),
    path(
        "p/<slug:partnership>/dashboard/<slug:quarter>/print/", dashboard.OnePage.as_view(), name="one_page"
    ),
    path(
        "p/<slug:partnership>/dashboard/<slug:quarter>/attention/",
        dashboard.WholeList.as_view(which="attention"),
        name="attention",
    ),
    path(
        "p/<slug:partnership>/dashboard/<slug:quarter>/changes/",
        dashboard.WholeList.as_view(which="changes"),
        name="changes",
    ),
    path("p/<slug:partnership>/risks/", risks.RiskList.as_view(), name="risks"),
    path("p/<slug:partnership>/risks/add/", risks.RiskAdd.as_view(), name="risk_add"),
    path("p/<slug:partnership>/risks/map/", risks.RiskMap.as_view(), name="risk_map"),
    path("p/<slug:partnership>/risks/<slug:reference>/", risks.RiskDetail.as_view(), name="risk"),
    path("p/<slug:partnership>/risks/<slug:reference>/edit/", risks.RiskEdit.as_view(), name="risk_edit"),
    path(
        "p/<slug:partnership>/risks/<slug:reference>/assess/", risks.RiskAssess.as_view(), name="risk_assess"
    ),
    path(
        "p/<slug:partnership>/risks/<slug:reference>/history/",
        risks.RiskHistory.as_view(),
        name="risk_history",
    ),
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
