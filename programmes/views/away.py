"""What a person arranges for themselves: who stands in while they are away, and their calendar."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.generic import View

from core.domain.words import day_words
from core.scope import people_in_reach
from partnerships.models import Grant
from programmes import queries, services
from programmes.domain.feed import calendar
from programmes.forms import AwayForm
from programmes.models import CalendarFeed
from programmes.views.mine import HOME
from programmes.views.round_acts import say_refusal


def crumbs(title: str) -> list[tuple[str, str]]:
    """The way to a page below My updates."""
    return [("My work", HOME), ("My updates", reverse("programmes:my_updates")), (title, "")]


class AwayPage(View):
    """Name the person who stands in, or end an absence."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Who stands in now, and the form."""
        return self._page(self._form())

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Arrange it, or end it."""
        person: Any = request.user
        today = timezone.localdate()
        if request.POST.get("do") == "back":
            ended = services.come_back(person=person, by=person, today=today)
            messages.success(
                request, "Welcome back. Nobody stands in for you." if ended else "Nobody stood in for you."
            )
            return redirect(request.path)
        form = self._form(request.POST)
        if form.is_valid():
            try:
                services.stand_in(person=person, by=person, today=today, **form.cleaned_data)
            except ValidationError as refused:
                say_refusal(form, refused)
            else:
                until = day_words(form.cleaned_data["last"])
                messages.success(request, f"{form.cleaned_data['cover']} stands in for you until {until}.")
                return redirect(request.path)
        return self._page(form, status=422)

    def _form(self, data: Any = None) -> AwayForm:
        people = people_in_reach(self.request.user).filter(is_active=True, grants__archived_at=None)
        return AwayForm(data, people=people.exclude(pk=self.request.user.pk).distinct().order_by("name"))

    def _page(self, form: AwayForm, status: int = 200) -> HttpResponse:
        rows = Grant.objects.live().filter(
            acting_for=self.request.user, effective_to__gte=timezone.localdate()
        )
        standing = {
            (str(grant.user), grant.effective_from, grant.effective_to)
            for grant in rows.select_related("user")
        }
        context = {
            "title": "When you are away",
            "nav": "work",
            "crumbs": crumbs("When you are away"),
            "lede": "Somebody else finds your updates in their list and gets the letters about them, "
            "until the day you name. What they do is in the history under their own name.",
            "form": form,
            "standing": sorted(standing, key=str),
            "submit_label": "Let them stand in",
            "cancel_url": reverse("programmes:my_updates"),
        }
        return render(self.request, "programmes/away.html", context, status=status)


class CalendarPage(View):
    """Make, replace or revoke the secret address of one's own calendar."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The address, where there is one."""
        feed = CalendarFeed.objects.live().filter(person=request.user, revoked_at=None).first()
        context = {
            "title": "Your calendar of deadlines",
            "nav": "work",
            "crumbs": crumbs("Your calendar"),
            "address": settings.SITE_URL + feed_path(feed) if feed else "",
        }
        return render(request, "programmes/calendar.html", context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """A new address, or none."""
        person: Any = request.user
        if request.POST.get("do") == "revoke":
            services.revoke_feeds(person=person, now=timezone.now())
            messages.success(request, "The address does not work any more.")
        else:
            services.make_feed(person=person, now=timezone.now())
            messages.success(request, "This is your calendar's address. Older ones do not work any more.")
        return redirect(request.path)


def feed_path(feed: CalendarFeed) -> str:
    """A calendar's secret address on this server."""
    return reverse("programmes:calendar_file", args=[services.token_of(feed)])


@method_decorator(login_not_required, name="dispatch")
class CalendarFile(View):
    """The calendar itself, for programs that subscribe to it. Who knows the address reads it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The deadlines; 404 for an address that was never given out, 410 for one that was revoked."""
        feed = services.row_of(CalendarFeed, kwargs["token"])
        if feed is None:
            return plain("There is no calendar at this address.", 404)
        if feed.revoked_at or not feed.person.is_active:
            return plain("This calendar's address was revoked. Its owner can make a new one.", 410)
        deadlines = queries.deadlines_of(feed.person, settings.SITE_URL)
        host = settings.SITE_URL.partition("://")[2]
        text = calendar("Joint Plan deadlines", host, deadlines, timezone.now())
        answer = HttpResponse(text, content_type="text/calendar; charset=utf-8")
        answer["Cache-Control"] = "private, no-store"
        return answer


def plain(words: str, status: int) -> HttpResponse:
    """A sentence for a calendar program, or for the person who opens the address."""
    return HttpResponse(f"{words}\n", status=status, content_type="text/plain; charset=utf-8")
