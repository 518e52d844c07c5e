"""The menu: sixteen places in three groups, the number that HR has in the product."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

GROUPS = (
    ("", ((gettext_noop("Week"), "week"), (gettext_noop("Hours"), "entries"), (gettext_noop("New hours"), "new"))),
    (gettext_noop("The team"), tuple((gettext_noop("Hours"), "entries") for _number in range(6))),
    (gettext_noop("Office"), tuple((gettext_noop("Place"), "entries") for _number in range(7))),
)


def context(request: HttpRequest) -> dict[str, Any]:
    """For every page."""
    return {"menu": [(_(heading) if heading else "", [_item(*place, request.path) for place in places])
                     for heading, places in GROUPS]}  # fmt: skip


def _item(label: str, page: str, path: str) -> dict[str, Any]:
    url = reverse(page)
    return {"label": _(label), "url": url, "current": url == path}
