"""Er vi i orden? One row a subject: in order, missing, overdue."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from hjemmedag.apps.overview import access
from hjemmedag.apps.overview.queries import order
from hjemmedag.apps.people import queries as people
from hjemmedag.ui.requests import Request, only


@only(access.may_see_order)
def page(request: Request) -> HttpResponse:
    """HR's glance, and the auditor's."""
    administers = people.may_administer(request.viewer)
    return render(request, "overview/order.html", {"order": order.order(timezone.localdate(), administers=administers)})
