"""What every page shows around its content: the menu, the company, oneself."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from hjemmedag.apps.overview.queries.menu import menu
from hjemmedag.apps.people import queries as people


def context(request: HttpRequest) -> dict[str, Any]:
    """For templates: found only when a template asks for it."""
    shown: dict[str, Any] = {
        "today": timezone.localdate(),
        "company": SimpleLazyObject(lambda: people.company() or ""),
        "language_url": reverse("people:language"),
        "demo": settings.DEMO,
    }
    viewer = getattr(request, "viewer", None)
    if viewer is not None:
        shown |= {
            "places": SimpleLazyObject(lambda: menu(viewer, request.path)),
            "me": SimpleLazyObject(lambda: me(request)),
            "search_url": reverse("overview:search"),
            "simulation_url": reverse("overview:simulation"),
        }
    return shown


def me(request: HttpRequest) -> dict[str, Any]:
    """The person signed in, and the menu under their name."""
    person: Any = request.user
    return {
        "name": person.first_name,
        "initials": f"{person.first_name[:1]}{person.last_name[:1]}".upper(),
        "menu": [
            {"label": _("Me and my data"), "url": reverse("people:me"), "icon": "person"},
            {"label": _("Sign-in and security"), "url": reverse("mfa_index"), "icon": "lock"},
            {"label": _("Sign out"), "url": reverse("account_logout"), "icon": "arrow", "post": True},
        ],
    }
