"""Addresses of partnerships."""

from django.urls import path

from partnerships import views

app_name = "partnerships"
urlpatterns = [
    path("p/", views.PartnershipList.as_view(), name="list"),
    path("p/<slug:partnership>/", views.Overview.as_view(), name="overview"),
    path("p/<slug:partnership>/partners/", views.Partners.as_view(), name="partners"),
    path("p/<slug:partnership>/boards/", views.BoardList.as_view(), name="boards"),
    path("p/<slug:partnership>/boards/<slug:reference>/", views.BoardDetail.as_view(), name="board"),
    path("p/<slug:partnership>/boards/<slug:reference>/edit/", views.BoardEdit.as_view(), name="board_edit"),
    path(
        "p/<slug:partnership>/boards/<slug:reference>/history/",
        views.BoardHistory.as_view(),
        name="board_history",
    ),
    path("p/<slug:partnership>/themes/", views.ThemeList.as_view(), name="themes"),
    path("p/<slug:partnership>/themes/<slug:reference>/", views.ThemeDetail.as_view(), name="theme"),
    path(
        "p/<slug:partnership>/themes/<slug:reference>/history/",
        views.ThemeHistory.as_view(),
        name="theme_history",
    ),
    path("p/<slug:partnership>/agreements/", views.AgreementList.as_view(), name="agreements"),
    path(
        "p/<slug:partnership>/agreements/<slug:reference>/", views.AgreementDetail.as_view(), name="agreement"
    ),
    path(
        "p/<slug:partnership>/agreements/<slug:reference>/history/",
        views.AgreementHistory.as_view(),
        name="agreement_history",
    ),
    path("organisations/<slug:code>/", views.OrganisationDetail.as_view(), name="organisation"),
    path(
        "organisations/<slug:code>/history/", views.OrganisationHistory.as_view(), name="organisation_history"
    ),
]
