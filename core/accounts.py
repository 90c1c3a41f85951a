"""Accounts are made by invitation only."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: an administrator invites, the invitation sets the password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False
