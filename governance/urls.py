"""Addresses of governance."""

from django.urls import path

from governance.dashboard.views import one_page, plan_page, quarter, work
from governance.oversight.views import decisions, findings, moves, risks, undertakings
from governance.reports.views import editing, progress, publishing, reading, section_editing

app_name = "governance"

oversight_urls = [
    path("", work.WorkPage.as_view(), name="work"),
    path("p/<slug:partnership>/dashboard/", quarter.DashboardPage.as_view(), name="dashboard"),
    path("p/<slug:partnership>/dashboard/<slug:quarter>/", quarter.DashboardPage.as_view(), name="quarter"),
    path("p/<slug:partnership>/dashboard/<slug:quarter>/pdf/", one_page.OnePage.as_view(), name="one_page"),
    path(
        "p/<slug:partnership>/dashboard/<slug:quarter>/attention/",
        quarter.WholeList.as_view(which="attention"),
        name="attention",
    ),
    path(
        "p/<slug:partnership>/dashboard/<slug:quarter>/changes/",
        quarter.WholeList.as_view(which="changes"),
        name="changes",
    ),
    path("p/<slug:partnership>/progress/", progress.ProgressReport.as_view(), name="progress"),
    path(
        "p/<slug:partnership>/progress/<slug:quarter>/",
        progress.ProgressReport.as_view(),
        name="progress_quarter",
    ),
    path(
        "p/<slug:partnership>/progress/<slug:quarter>/pdf/",
        progress.ProgressPdf.as_view(),
        name="progress_pdf",
    ),
    path(
        "p/<slug:partnership>/progress/<slug:quarter>/word/",
        progress.ProgressWord.as_view(),
        name="progress_word",
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
    path("p/<slug:partnership>/date-changes/", moves.MoveList.as_view(), name="moves"),
    path(
        "p/<slug:partnership>/date-changes/export.<slug:kind>",
        moves.MoveExport.as_view(),
        name="moves_export",
    ),
    path(
        "p/<slug:partnership>/actions/<slug:reference>/moves/<int:number>/decision/",
        moves.MoveDecisionPage.as_view(),
        name="move_decision",
    ),
    path("p/<slug:partnership>/undertakings/", undertakings.UndertakingList.as_view(), name="undertakings"),
    path("p/<slug:partnership>/plan-on-a-page/", plan_page.PlanOnAPageView.as_view(), name="plan_page"),
    path(
        "p/<slug:partnership>/plan-on-a-page/pdf/", plan_page.PlanOnAPagePdf.as_view(), name="plan_page_pdf"
    ),
    path("p/<slug:partnership>/findings/", findings.FindingList.as_view(), name="findings"),
]

REPORT = "p/<slug:partnership>/reports/<slug:reference>/"
PUBLIC = "public/reports/<slug:partnership>/<slug:reference>/"
report_urls = [
    path("reports/", reading.ReportList.as_view(), name="all_reports"),
    path("p/<slug:partnership>/reports/", reading.PartnershipReports.as_view(), name="reports"),
    path("p/<slug:partnership>/reports/add/", editing.ReportAdd.as_view(), name="report_add"),
    path(REPORT, reading.ReportDetail.as_view(), name="report"),
    path(f"{REPORT}edit/", editing.ReportEdit.as_view(), name="report_edit"),
    path(f"{REPORT}edit/<slug:section>/", section_editing.SectionEdit.as_view(), name="section_edit"),
    path(
        f"{REPORT}edit/<slug:section>/insert/", section_editing.SectionInsert.as_view(), name="section_insert"
    ),
    path(f"{REPORT}history/", reading.ReportHistory.as_view(), name="report_history"),
    path(
        f"{REPORT}paragraphs/<uuid:uid>/history/",
        reading.ParagraphHistory.as_view(),
        name="paragraph_history",
    ),
    path(f"{REPORT}pdf/", publishing.ReportPdf.as_view(), name="report_pdf"),
    path(f"{REPORT}publish/", publishing.Publish.as_view(), name="report_publish"),
    path(f"{REPORT}correct/", publishing.Correct.as_view(), name="report_correct"),
    path(f"{REPORT}v<int:number>/", reading.PublishedVersion.as_view(), name="report_version"),
    path(f"{REPORT}v<int:number>/pdf/", publishing.VersionPdf.as_view(), name="report_version_pdf"),
    path("public/reports/", publishing.PublicReports.as_view(), name="public_reports"),
    path(PUBLIC, publishing.public_report, name="public_report"),
    path(f"{PUBLIC}pdf/", publishing.public_pdf, name="public_pdf"),
    path(f"{PUBLIC}v<int:number>/", publishing.public_report, name="public_version"),
    path(f"{PUBLIC}v<int:number>/pdf/", publishing.public_pdf, name="public_version_pdf"),
]

urlpatterns = [*oversight_urls, *report_urls]
