"""People in the admin: invited, not given passwords."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ResetPasswordForm
from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from core.models import User
from core.scope import people_in_reach


class UserForm(forms.ModelForm[User]):
    """Who they are and whether they may sign in; the password is theirs to set."""

    class Meta:
        model = User
        fields = ("email", "name", "job_title", "is_staff", "is_active")


class UserAdmin(admin.ModelAdmin):
    """Invited and changed by administrators; programme managers look people up, to give them a role."""

    form = UserForm
    list_display = ("name", "email", "job_title", "is_staff", "is_active", "last_login")
    list_filter = ("is_staff", "is_active")
    search_fields = ("name", "email", "job_title")
    actions = ("invite",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        """The people the user may know of."""
        people: QuerySet[User] = people_in_reach(request.user)
        return people

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """People are deactivated; the history still says who did what."""
        return False

    def save_model(self, request: HttpRequest, obj: User, form: Any, change: bool) -> None:
        """A new person cannot sign in until they follow the invitation."""
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not change:
            self._invite(request, obj)

    @admin.action(description="Send an invitation to set a password", permissions=["change"])
    def invite(self, request: HttpRequest, people: Any) -> None:
        """E-mail each person a link."""
        for person in people:
            self._invite(request, person)

    def _invite(self, request: HttpRequest, person: User) -> None:
        form = ResetPasswordForm({"email": person.email})
        if form.is_valid():
            form.save(request)
            self.message_user(request, f"An invitation is on its way to {person.email}.", messages.SUCCESS)
