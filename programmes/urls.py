"""Addresses of plans, actions, updates and rounds: most below their partnership, some over all of them."""

from django.urls import include, path, register_converter

from core.domain.periods import Quarter
from programmes import views
from programmes.domain.measures import MeasurePeriod


class QuarterConverter:
    """ "2026-27-q1" in an address. Anything that is no quarter is no page."""

    regex = r"\d{4}-\d{2}-q[1-4]"

    def to_python(self, value: str) -> Quarter:
        """The quarter; ValueError, which Django reads as no match, for years such as 2026-29."""
        return Quarter.parse(value)

    def to_url(self, value: Quarter | str) -> str:
        return value.slug if isinstance(value, Quarter) else value


class PeriodConverter:
    """ "2026-27-q1" or "2026-27" in an address."""

    regex = r"\d{4}-\d{2}(-q[1-4])?"

    def to_python(self, value: str) -> MeasurePeriod:
        """The quarter or the year; ValueError for years such as 2026-29."""
        return MeasurePeriod.parse(value)

    def to_url(self, value: MeasurePeriod) -> str:
        return value.slug


register_converter(QuarterConverter, "quarter")
register_converter(PeriodConverter, "period")

app_name = "programmes"
ACTION = "actions/<slug:reference>/"
MILESTONE = ACTION + "milestones/<int:number>/"
IMPORT = "plan/imports/<int:number>/"
ROUND = "updates/rounds/<slug:plan>/<quarter:quarter>/"
UPDATE = "updates/<quarter:quarter>/<slug:reference>/"
MEASURE = "measures/<slug:reference>/"
READING = MEASURE + "readings/<period:period>/"
IN_PARTNERSHIP = [
    path("plan/", views.PlanPage.as_view(), name="plan"),
    path("plan/export.<slug:kind>", views.PlanExport.as_view(), name="plan_export"),
    path("plan/timeline/", views.PlanTimeline.as_view(), name="plan_timeline"),
    path("plan/compare/", views.CompareQuarters.as_view(), name="compare"),
    path("plan/compare/export.<slug:kind>", views.CompareExport.as_view(), name="compare_export"),
    path("plan/views/add/", views.SavedViewAdd.as_view(), name="saved_view_add"),
    path("plan/views/<slug:reference>/", views.SavedViewEdit.as_view(), name="saved_view"),
    path("plan/words/", views.WordsPage.as_view(), name="words"),
    path("plan/words/history/", views.WordsHistory.as_view(), name="words_history"),
    path("plan/bulk/", views.BulkChange.as_view(), name="bulk"),
    path("plan/carry-over/", views.CarryOver.as_view(), name="carry"),
    path("plan/changes/<uuid:change_set>/", views.ChangePage.as_view(), name="change"),
    path("plan/own.<slug:kind>", views.OwnSheet.as_view(), name="own_sheet"),
    path("workbook.xlsx", views.PartnershipWorkbook.as_view(), name="workbook"),
    path("plan/imports/", views.ImportList.as_view(), name="imports"),
    path("plan/imports/add/", views.ImportAdd.as_view(), name="import_add"),
    path(IMPORT, views.ImportPage.as_view(), name="import"),
    path(IMPORT + "columns/", views.ImportColumns.as_view(), name="import_columns"),
    path(IMPORT + "words/", views.ImportWords.as_view(), name="import_words"),
    path(IMPORT + "undo/", views.ImportUndo.as_view(), name="import_undo"),
    path(IMPORT + "<slug:name>.<slug:kind>", views.ImportFile.as_view(), name="import_file"),
    path("actions/add/", views.ActionAdd.as_view(), name="action_add"),
    path(ACTION, views.ActionPage.as_view(), name="action"),
    path(ACTION + "edit/", views.ActionEdit.as_view(), name="action_edit"),
    path(ACTION + "links/", views.ActionLinks.as_view(), name="action_links"),
    path(ACTION + "history/", views.ActionHistory.as_view(), name="action_history"),
    path(ACTION + "date/", views.ActionMove.as_view(), name="action_move"),
    path(ACTION + "moves/<int:number>/", views.MovePage.as_view(), name="move"),
    path(ACTION + "milestones/add/", views.MilestoneAdd.as_view(), name="milestone_add"),
    path(MILESTONE + "edit/", views.MilestoneEdit.as_view(), name="milestone_edit"),
    path(MILESTONE + "date/", views.MilestoneMove.as_view(), name="milestone_move"),
    path(MILESTONE + "done/", views.MilestoneDone.as_view(), name="milestone_done"),
    path(MILESTONE + "history/", views.MilestoneHistory.as_view(), name="milestone_history"),
    path(ACTION + "evidence/add/", views.EvidenceAdd.as_view(), name="evidence_add"),
    path(ACTION + "evidence/<int:number>/", views.EvidenceFile.as_view(), name="evidence"),
    path(ACTION + "assessments/add/", views.AssessmentAdd.as_view(), name="assessment_add"),
    path("assessments/", views.AssessmentList.as_view(), name="assessments"),
    path("assessments/export.<slug:kind>", views.AssessmentExport.as_view(), name="assessments_export"),
    path("assessments/themes.<slug:kind>", views.RollupExport.as_view(), name="assessments_themes"),
    path("assessments/<slug:reference>/edit/", views.AssessmentEdit.as_view(), name="assessment_edit"),
    path(
        "assessments/<slug:reference>/history/", views.AssessmentHistory.as_view(), name="assessment_history"
    ),
    path("measures/", views.MeasureList.as_view(), name="measures"),
    path("measures/export.<slug:kind>", views.MeasureExport.as_view(), name="measures_export"),
    path("measures/add/", views.MeasureAdd.as_view(), name="measure_add"),
    path(MEASURE, views.MeasurePage.as_view(), name="measure"),
    path(MEASURE + "figures.<slug:kind>", views.MeasureFigures.as_view(), name="measure_figures"),
    path(MEASURE + "edit/", views.MeasureEdit.as_view(), name="measure_edit"),
    path(MEASURE + "history/", views.MeasureHistory.as_view(), name="measure_history"),
    path(MEASURE + "readings/add/", views.ReadingAdd.as_view(), name="reading_add"),
    path(READING + "edit/", views.ReadingEdit.as_view(), name="reading_edit"),
    path(READING + "history/", views.ReadingHistory.as_view(), name="reading_history"),
    path("updates/", views.UpdatesPage.as_view(), name="updates"),
    path("updates/links/", views.PartnerLinks.as_view(), name="partner_links"),
    path("updates/sign-off/", views.SignOffQueue.as_view(), name="sign_off"),
    path("updates/sign-off/all/", views.SignOffAll.as_view(), name="sign_off_all"),
    path(ROUND, views.RoundPage.as_view(), name="round"),
    path(ROUND + "edit/", views.RoundEdit.as_view(), name="round_edit"),
    path(ROUND + "preview.<slug:kind>", views.OpeningPreview.as_view(), name="round_preview"),
    path(ROUND + "<slug:act>/", views.RoundAct.as_view(), name="round_act"),
    path(UPDATE, views.UpdatePage.as_view(), name="update"),
    path(UPDATE + "sign-off/", views.ReviewPage.as_view(), name="review"),
    path(UPDATE + "history/", views.UpdateHistory.as_view(), name="update_history"),
]
urlpatterns = [
    path("updates/", views.MyUpdatesPage.as_view(), name="my_updates"),
    path("updates/away/", views.AwayPage.as_view(), name="away"),
    path("updates/calendar/", views.CalendarPage.as_view(), name="calendar"),
    path("calendar/<str:token>.ics", views.CalendarFile.as_view(), name="calendar_file"),
    path("answer/<str:token>/", views.PartnerAnswer.as_view(), name="partner_answer"),
    path("updates/check/", views.CheckUpdates.as_view(), name="check_updates"),
    path("p/<slug:partnership>/", include(IN_PARTNERSHIP)),
]
