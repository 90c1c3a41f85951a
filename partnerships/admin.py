"""Partnerships in the admin: every model, parts inside the rows they belong to."""

from __future__ import annotations

from django.contrib import admin

from core.admin import AuditedAdmin, AuditedInline
from partnerships import models

SPAN = ("effective_from", "effective_to")


# --- Parts, edited inside the row they belong to ------------------------------------------


class SeatInline(AuditedInline):
    model = models.Seat
    autocomplete_fields = ("organisation",)


class NameInline(AuditedInline):
    model = models.OrganisationName


class ContactInline(AuditedInline):
    model = models.Contact


class ClosedDayInline(AuditedInline):
    model = models.ClosedDay


class BrandInline(AuditedInline):
    model = models.Brand


class HostInline(AuditedInline):
    """Who hosts it, who answers for its money."""

    model = models.Host
    autocomplete_fields = ("organisation",)


class StatementInline(AuditedInline):
    model = models.Statement
    autocomplete_fields = ("parent",)


class StrategyInline(AuditedInline):
    model = models.Strategy
    autocomplete_fields = ("organisation", "board")


class MembershipStatusInline(AuditedInline):
    model = models.MembershipStatus


class SignatoryInline(AuditedInline):
    model = models.Signatory
    autocomplete_fields = ("organisation",)


class LeadInline(AuditedInline):
    model = models.Lead
    autocomplete_fields = ("organisation", "user")


class LinkOnInline(AuditedInline):
    """Later themes, inside the theme they carry on."""

    model = models.ThemeLink
    fk_name = "predecessor"
    autocomplete_fields = ("successor",)
    verbose_name = "later theme"
    verbose_name_plural = "later themes that carry it on"


class LinkBackInline(AuditedInline):
    """Earlier themes, inside the theme that carries them on."""

    model = models.ThemeLink
    fk_name = "successor"
    autocomplete_fields = ("predecessor",)
    verbose_name = "earlier theme"
    verbose_name_plural = "earlier themes it carries on"


# --- Organisations ------------------------------------------------------------------------


@admin.register(models.Organisation)
class OrganisationAdmin(AuditedAdmin):
    """Organisations with their names, contacts and closed days."""

    list_display = ("name", "code", "kind", "part_of", "members_counted", "inferred")
    list_filter = ("kind", "inferred")
    list_select_related = ("part_of",)
    search_fields = ("name", "code", "names__name")
    autocomplete_fields = ("part_of",)
    inlines = (NameInline, ContactInline, ClosedDayInline)


class OfOrganisationAdmin(AuditedAdmin):
    """What the parts of an organisation share."""

    list_select_related = ("organisation",)
    autocomplete_fields = ("organisation",)


@admin.register(models.OrganisationName)
class OrganisationNameAdmin(OfOrganisationAdmin):
    list_display = ("name", "organisation", *SPAN)
    search_fields = ("name", "organisation__name")


@admin.register(models.Succession)
class SuccessionAdmin(AuditedAdmin):
    """Which body took over from which."""

    list_display = ("predecessor", "successor", "took_over_on", "inferred")
    list_select_related = ("predecessor", "successor")
    list_filter = ("inferred",)
    search_fields = ("predecessor__name", "successor__name", "note")
    autocomplete_fields = ("predecessor", "successor")


@admin.register(models.Contact)
class ContactAdmin(OfOrganisationAdmin):
    """Contacts: personal data, shown to few."""

    list_display = ("role", "organisation", "name", "email")
    search_fields = ("role", "name", "email", "organisation__name")


@admin.register(models.ClosedDay)
class ClosedDayAdmin(OfOrganisationAdmin):
    """Days on which offices are closed."""

    list_display = ("day", "organisation", "reason_closed")
    list_filter = ("organisation",)
    date_hierarchy = "day"
    search_fields = ("reason_closed", "organisation__name")


# --- Partnerships -------------------------------------------------------------------------


@admin.register(models.Partnership)
class PartnershipAdmin(AuditedAdmin):
    """Partnerships with their names, hosts, statements and strategies."""

    list_display = ("name", "slug", "invented")
    list_filter = ("invented",)
    search_fields = ("name", "slug", "brands__name")
    inlines = (BrandInline, HostInline, StatementInline, StrategyInline)


class OfPartnershipAdmin(AuditedAdmin):
    """What the parts of a partnership share."""

    list_select_related: tuple[str, ...] = ("partnership",)
    list_filter: tuple[str, ...] = ("partnership",)
    autocomplete_fields: tuple[str, ...] = ("partnership",)


@admin.register(models.Brand)
class BrandAdmin(OfPartnershipAdmin):
    list_display = ("name", "partnership", "state", *SPAN)
    list_filter = ("state", "partnership")
    search_fields = ("name", "partnership__name")


@admin.register(models.Host)
class HostAdmin(OfPartnershipAdmin):
    list_display = ("organisation", "kind", "partnership", *SPAN, "inferred")
    list_select_related = ("organisation", "partnership")
    list_filter = ("kind", "partnership", "inferred")
    search_fields = ("organisation__name", "partnership__name")
    autocomplete_fields = ("partnership", "organisation")


@admin.register(models.Statement)
class StatementAdmin(OfPartnershipAdmin):
    """What partnerships say they are for, from goals to activities."""

    list_display = ("title", "kind", "order", "parent", "partnership")
    list_select_related = ("parent", "partnership")
    list_filter = ("kind", "partnership")
    search_fields = ("title", "wording")
    autocomplete_fields = ("partnership", "parent")


@admin.register(models.Strategy)
class StrategyAdmin(OfPartnershipAdmin):
    """Strategies, running projects and evidence the work serves or rests on."""

    list_display = ("name", "kind", "partnership", "organisation", "board")
    list_select_related = ("partnership", "organisation", "board")
    list_filter = ("kind", "partnership")
    search_fields = ("name", "organisation__name", "board__name")
    autocomplete_fields = ("partnership", "organisation", "board")


@admin.register(models.Membership)
class MembershipAdmin(OfPartnershipAdmin):
    list_display = ("organisation", "partnership", "pays", "votes")
    list_select_related = ("organisation", "partnership")
    list_filter = ("partnership", "pays", "votes")
    search_fields = ("organisation__name", "organisation__code", "note")
    autocomplete_fields = ("partnership", "organisation")
    inlines = (MembershipStatusInline,)


@admin.register(models.MembershipStatus)
class MembershipStatusAdmin(AuditedAdmin):
    list_display = ("membership", "state", *SPAN, "inferred")
    list_select_related = ("membership__organisation", "membership__partnership")
    list_filter = ("state", "membership__partnership", "inferred")
    search_fields = ("membership__organisation__name", "dates_as_printed")
    autocomplete_fields = ("membership",)


@admin.register(models.Agreement)
class AgreementAdmin(OfPartnershipAdmin):
    list_display = ("title", "reference", "partnership", "state", "ends_wording", "review_wording")
    list_filter = ("state", "legal_effect", "partnership")
    search_fields = ("title", "reference", "summary")
    inlines = (SignatoryInline,)


@admin.register(models.Signatory)
class SignatoryAdmin(AuditedAdmin):
    list_display = ("organisation", "agreement", "role", "state", "signed_on")
    list_select_related = ("organisation", "agreement")
    list_filter = ("state", "agreement__partnership")
    search_fields = ("organisation__name", "agreement__title", "role")
    autocomplete_fields = ("agreement", "organisation")


# --- Boards -------------------------------------------------------------------------------


@admin.register(models.Board)
class BoardAdmin(AuditedAdmin):
    list_display = ("name", "reference", "kind", "partnership", "organisation", "effective_to")
    list_filter = ("kind", "partnership")
    list_select_related = ("partnership", "organisation")
    search_fields = ("name", "reference")
    autocomplete_fields = ("partnership", "organisation", "parent", "successor")
    inlines = (SeatInline,)


@admin.register(models.Seat)
class SeatAdmin(AuditedAdmin):
    list_display = ("role", "board", "organisation", "state", "chairs", *SPAN)
    list_select_related = ("board", "organisation")
    list_filter = ("state", "chairs", "board__partnership")
    search_fields = ("role", "board__name", "organisation__name")
    autocomplete_fields = ("board", "organisation")


# --- Themes -------------------------------------------------------------------------------


@admin.register(models.ThemeSet)
class ThemeSetAdmin(OfPartnershipAdmin):
    list_display = ("name", "reference", "partnership", "state", *SPAN)
    list_filter = ("state", "partnership")
    search_fields = ("name", "reference")


@admin.register(models.Theme)
class ThemeAdmin(OfPartnershipAdmin):
    """Themes with their leads and the themes before and after them."""

    list_display = ("name", "reference", "theme_set", "order", "board", "inferred")
    list_select_related = ("theme_set", "board")
    list_filter = ("theme_set__state", "partnership", "inferred")
    search_fields = ("name", "reference", "summary")
    autocomplete_fields = ("partnership", "theme_set", "board")
    inlines = (LeadInline, LinkBackInline, LinkOnInline)


@admin.register(models.ThemeLink)
class ThemeLinkAdmin(AuditedAdmin):
    list_display = ("predecessor", "successor", "inferred", "note")
    list_select_related = ("predecessor", "successor")
    list_filter = ("inferred", "predecessor__partnership")
    search_fields = ("predecessor__name", "successor__name", "note")
    autocomplete_fields = ("predecessor", "successor")


@admin.register(models.Outcome)
class OutcomeAdmin(OfPartnershipAdmin):
    list_display = ("reference", "wording", "theme", "partnership")
    list_select_related = ("theme", "partnership")
    list_filter = ("partnership", "theme__theme_set")
    search_fields = ("reference", "wording", "theme__name")
    autocomplete_fields = ("partnership", "theme")


@admin.register(models.Lead)
class LeadAdmin(AuditedAdmin):
    """Leads of themes, vacancies included."""

    list_display = ("theme", "kind", "state", "role", "organisation", *SPAN)
    list_select_related = ("theme", "organisation")
    list_filter = ("state", "kind", "theme__partnership")
    search_fields = ("theme__name", "theme__reference", "role", "organisation__name")
    autocomplete_fields = ("theme", "organisation", "user")


# --- Grants -------------------------------------------------------------------------------


@admin.register(models.Grant)
class GrantAdmin(AuditedAdmin):
    """Who was given which role, and where."""

    list_display = ("user", "role", "partnership", "board", "organisation", "acting_for", "effective_to")
    list_select_related = ("user", "partnership", "board", "organisation", "acting_for")
    list_filter = ("role", "partnership")
    search_fields = ("user__name", "user__email")
    autocomplete_fields = ("user", "partnership", "board", "organisation", "acting_for")
