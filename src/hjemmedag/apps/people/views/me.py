"""Mig: what the product knows about the person who asks, and what they change themselves."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.forms.me import HomeForm
from hjemmedag.apps.people.forms.roles import ROLES
from hjemmedag.apps.people.forms.sign_in import ConfirmPassword
from hjemmedag.apps.people.views import second_factor
from hjemmedag.core.people.roles import Role
from hjemmedag.ui.answering import refusals_in
from hjemmedag.ui.requests import Request


def page(request: Request) -> HttpResponse:
    """Name, roles, employments, home and sign-in methods: only ever one's own."""
    me, today = request.viewer.employee, timezone.localdate()
    company = queries.company()
    factors = list(Authenticator.objects.filter(user=me).values_list("type", flat=True))
    return render(
        request,
        "people/me.html",
        {
            "who": [
                (_("Name"), request.user.name),
                (_("E-mail"), request.user.email),
                (_("Employee number"), request.user.number),
                (_("Language"), request.user.get_language_display()),
            ],
            "roles": [(grant, ROLES[Role(grant.role)]) for grant in queries.roles_held(me)],
            "manages": len(request.viewer.team),
            "terms": queries.terms_of(me),
            "homes": queries.homes(me),
            "today": today,
            "messages_from": company.messages_from if company else None,
            "messages_until": company.messages_until if company else None,
            "through": settings.OIDC_PROVIDER if request.session.get("second_factor") == "oidc" else "",
            "has_app": Authenticator.Type.TOTP in factors,
            "passkeys": factors.count(Authenticator.Type.WEBAUTHN),
            "has_password": request.user.has_usable_password(),
            "second_step_by": None if settings.DEMO else second_factor.grace(request),
        },
    )


def home(request: Request) -> HttpResponse:
    """Give or correct one's home address from a day."""
    me, today = request.viewer.employee, timezone.localdate()
    form = HomeForm(request.POST or None, today=today, initial={"country": "DK", "starts": today})
    if form.is_valid():
        with refusals_in(form):
            starts = form.cleaned_data["starts"]
            actions.set_home(employee=me, address=form.address(), starts=starts, actor=me, now=timezone.now())
            messages.success(request, _("Your home address is saved."))
            return redirect("people:me")
    return render(request, "people/me_home.html", {"form": form, "homes": queries.homes(me), "today": today})


def elsewhere(request: Request) -> HttpResponse:
    """Sign out everywhere but here; whoever has a password gives it once more."""
    has_password = request.user.has_usable_password()
    form = ConfirmPassword(request.POST or None, user=request.user) if has_password else None
    if request.method == "POST" and (form is None or form.is_valid()):
        person = actions.end_other_sign_ins(
            employee=request.viewer.employee,
            password=form.cleaned_data["password"] if form else None,
            now=timezone.now(),
        )
        update_session_auth_hash(request, person)
        messages.success(request, _("You are signed out everywhere else."))
        return redirect("people:me")
    return render(request, "people/me_elsewhere.html", {"form": form})
