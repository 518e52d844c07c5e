"""The versions of the policy, and reading one of them."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from hjemmedag.apps.policy import access, duties, queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.reading import differing, reading, wanted_language
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.policy.hearings import Edition, digest
from hjemmedag.ui.requests import Request, only


@only(access.may_follow)
def listing(request: Request) -> HttpResponse:
    """Every version with its receipts, the draft first."""
    today = timezone.localdate()
    rows = queries.listed(today)
    may_write = access.may_write(request.viewer)
    return render(
        request,
        "policy/versions.html",
        {
            "draft": next((row for row in rows if row.standing is queries.Standing.DRAFT), None) if may_write else None,
            "rows": [row for row in rows if row.standing is not queries.Standing.DRAFT],
            "may_write": may_write,
        },
    )


def current(request: Request) -> HttpResponse:
    """The version in force today."""
    today = timezone.localdate()
    version = queries.in_force(today)
    if version is None:
        return render(request, "policy/none.html", {"may_write": access.may_write(request.viewer)})
    return _read(request, version, today)


def page(request: Request, number: int) -> HttpResponse:
    """One published version."""
    return _read(request, get_object_or_404(queries.published(), number=number), timezone.localdate())


def _read(request: Request, version: PolicyVersion, today: date) -> HttpResponse:
    viewer = request.viewer
    standing = queries.standing(version, today)
    holds = standing in (queries.Standing.CURRENT, queries.Standing.COMING)
    receipt = queries.receipt(version, viewer.employee)
    may_confirm = holds and receipt is None and viewer.has(Role.EMPLOYEE)
    unread = queries.unread(version, viewer.employee) if may_confirm else queries.Unread()
    spoken = wanted_language(request)
    clauses, provided = queries.clauses_of(version), queries.provisions_of(version)
    asked = None
    if receipt is None and standing is queries.Standing.CURRENT:
        asked = next(duties.due(Scope(owner=viewer.employee), today), None)
    return render(
        request,
        "policy/version.html",
        {
            **reading(clauses, provided, spoken),
            "version": version,
            "standing": standing,
            "receipt": receipt,
            "due": asked.due if asked else None,
            "may_confirm": may_confirm,
            "since": unread.since,
            "changes": [differing(row, spoken) for row in unread.rows],
            "provided_changes": [differing(row, spoken) for row in unread.provided],
            "may_follow": access.may_follow(viewer),
            "hearings": queries.hearings_of(version),
            "digest": digest(Edition.of(clauses, provided, version.notice_months).written()),
            "may_read_hearings": access.may_read_hearings(viewer),
        },
    )
