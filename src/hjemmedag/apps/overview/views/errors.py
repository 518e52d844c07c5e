"""When a page can't be shown: what happened, and what to do next."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


@login_not_required
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400."""
    return render(request, "400.html", status=400)


@login_not_required
def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the page is for another role."""
    return render(request, "403.html", status=403)


@login_not_required
def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: no such page, or not for this person: the answer doesn't tell which."""
    return render(request, "404.html", status=404)


@login_not_required
def server_error(request: HttpRequest) -> HttpResponse:
    """500: without anything that asks the database."""
    return render(request, "500.html", status=500)


@login_not_required
def forgery_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was too old, or not ours."""
    return render(request, "403_csrf.html", status=403)
