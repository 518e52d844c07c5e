"""Two versions beside each other, clause by clause and word by word."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from hjemmedag.apps.policy import access, queries
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.apps.policy.views.reading import differing, wanted_language
from hjemmedag.core.policy.versions import Change, compare, reordered
from hjemmedag.ui.requests import Request

DRAFT = "kladde"


def page(request: Request) -> HttpResponse:
    """What changed from one version to another; without a choice, from the last but one to the last."""
    versions = list(access.readable(request.viewer).order_by("number"))
    versions.sort(key=lambda one: (one.number is None, one.number))
    named = {_name(one): one for one in versions}
    new = named.get(request.GET.get("til", ""), versions[-1] if versions else None)
    earlier = [one for one in versions if new is not None and versions.index(one) < versions.index(new)]
    old = named.get(request.GET.get("fra", ""), earlier[-1] if earlier else None)
    if old is None or new is None:
        return render(request, "policy/comparison_none.html")
    spoken = wanted_language(request)
    before, after = queries.clauses_of(old), queries.clauses_of(new)
    rows = compare(before, after)
    provided = compare(*([row.as_clause() for row in queries.provisions_of(one)] for one in (old, new)))
    choices = [(_name(one), _label(one)) for one in versions]
    return render(
        request,
        "policy/comparison.html",
        {
            "rows": [differing(row, spoken) for row in rows if row.change is not Change.SAME],
            "provided": [differing(row, spoken) for row in provided if row.change is not Change.SAME],
            "same": [row.clause.name.said(spoken) for row in rows if row.change is Change.SAME],
            "reordered": reordered(before, after),
            "choices": [
                {"name": "fra", "label": _("From"), "choices": choices, "value": _name(old)},
                {"name": "til", "label": _("To"), "choices": choices, "value": _name(new)},
                {
                    "name": "sprog",
                    "label": _("Language"),
                    "choices": [("da", "Dansk"), ("en", "English")],
                    "value": spoken,
                },
            ],
            "spoken": spoken,
        },
    )


def _name(version: PolicyVersion) -> str:
    return DRAFT if version.number is None else str(version.number)


def _label(version: PolicyVersion) -> str:
    return _("The draft") if version.number is None else _("Version %(number)s") % {"number": version.number}
