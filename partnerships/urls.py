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
]
