"""Addresses of the money pages."""

from django.urls import path

from funding import views

MONEY = "p/<slug:partnership>/money/"
PHASE = f"{MONEY}<slug:reference>/"
SPLIT = f"{MONEY}splits/<slug:reference>/"
GIVEN = f"{MONEY}contributions/<slug:reference>/"

app_name = "funding"
urlpatterns = [
    path(MONEY, views.Money.as_view(), name="money"),
    path(f"{MONEY}printed/", views.PrintedFigures.as_view(), name="printed"),
    path(f"{MONEY}tables/<slug:name>.csv", views.TableFile.as_view(), {"kind": "csv"}, name="table_csv"),
    path(f"{MONEY}tables/<slug:name>.xlsx", views.TableFile.as_view(), {"kind": "xlsx"}, name="table_xlsx"),
    path(f"{MONEY}add/", views.PhaseAdd.as_view(), name="phase_add"),
    path(f"{MONEY}splits/add/", views.SplitAdd.as_view(), name="split_add"),
    path(SPLIT, views.SplitDetail.as_view(), name="split"),
    path(f"{SPLIT}edit/", views.SplitEdit.as_view(), name="split_edit"),
    path(f"{SPLIT}history/", views.SplitHistory.as_view(), name="split_history"),
    path(f"{MONEY}contributions/", views.ContributionList.as_view(), name="contributions"),
    path(GIVEN, views.ContributionDetail.as_view(), name="contribution"),
    path(f"{GIVEN}edit/", views.ContributionMove.as_view(), name="contribution_edit"),
    path(f"{GIVEN}history/", views.ContributionHistory.as_view(), name="contribution_history"),
    path(f"{MONEY}partners/<slug:code>/", views.PartnerMoney.as_view(), name="partner"),
    path(f"{MONEY}payers/", views.WhoPays.as_view(), name="payers"),
    path(f"{MONEY}transfers/", views.Transfers.as_view(), name="transfers"),
    path(f"{MONEY}transfers/add/", views.TransferAdd.as_view(), name="transfer_add"),
    path(PHASE, views.PhaseDetail.as_view(), name="phase"),
    path(f"{PHASE}edit/", views.PhaseEdit.as_view(), name="phase_edit"),
    path(f"{PHASE}history/", views.PhaseHistory.as_view(), name="phase_history"),
    path(f"{PHASE}spend/", views.Spend.as_view(), name="spend"),
    path(f"{PHASE}spend/move/", views.MoveAdd.as_view(), name="move_add"),
    path(f"{PHASE}spend/extract/", views.TakeExtract.as_view(), name="extract"),
    path(f"{MONEY}moves/<slug:reference>/", views.MoveDecide.as_view(), name="move_decide"),
    path(f"{PHASE}options/<int:order>/agree/", views.OptionAgree.as_view(), name="option_agree"),
    path(f"{PHASE}options/<int:order>/history/", views.OptionHistory.as_view(), name="option_history"),
]
