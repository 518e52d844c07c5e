"""The audit chain, what its entries say, and the rows they wrote."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.overview.queries.health.finding import Finding

SEALING = ("people", "documents", "policy", "agreements", "equipment", "security", "worktime", "workplaces", "overview")
"""The stages that seal every row they write: one without a seal was slipped in."""

SEALED = {
    "people.ImportedChange": Q(pk__in=()),
    "overview.Tick": Q(pk__in=()),
    "agreements.Application": Q(submitted_at__isnull=False),
    "agreements.BatchItem": Q(addendum__isnull=False),
    "workplaces.Assessment": Q(submitted_on__isnull=False),
    "workplaces.InjuryDraft": Q(pk__in=()),
    "workplaces.PrivateReplies": Q(assessment__submitted_on__isnull=False),
    "worktime.Draft": Q(pk__in=()),
    "worktime.Week": Q(pk__in=()),
    "worktime.HoursForecast": Q(pk__in=()),
    "worktime.NightlyCheck": Q(pk__in=()),
    "worktime.OwedRest": Q(pk__in=()),
    "worktime.Silence": Q(pk__in=()),
    "worktime.YearFinding": Q(pk__in=()),
}
"""The rows they seal of a kind where that isn't all: not what an import is undone with, no drafts, nothing in a batch
that was not offered, no suggestions of working time, which count for nothing, nothing that each night works out anew,
and no weeks, which count changes and say nothing themselves: their entries, sendings and answers are sealed."""


def chain() -> Iterator[Finding]:
    """The first broken link; nothing after it can be trusted."""
    broken = audit.broken_link()
    if broken is None:
        return
    why = {
        "missing": _("Entry %(number)s of the audit chain is missing."),
        "changed": _("Entry %(number)s of the audit chain was changed."),
        "previous": _("Entry %(number)s of the audit chain does not follow the one before it."),
    }
    advice = _("Compare with a backup: nothing from there on can be trusted.")
    said = why[broken.why] % {"number": broken.number}
    yield Finding(f"{said} {advice}", {"entry": broken.number, "why": broken.why})


def payloads() -> Iterator[Finding]:
    """Details that were changed, or are gone without an erasure."""
    for number in audit.changed_payloads():
        yield Finding(
            _("What entry %(number)s says was changed.") % {"number": number}, {"entry": number, "why": "changed"}
        )
    for number in audit.missing_payloads():
        yield Finding(
            _("What entry %(number)s says is gone, and nobody has erased it.") % {"number": number},
            {"entry": number, "why": "missing"},
        )


def rows() -> Iterator[Finding]:
    """Business rows that are not as the product left them."""
    how = {
        "changed": _("%(table)s %(row)s was changed behind the product’s back, after entry %(entry)s."),
        "removed": _("%(table)s %(row)s is gone, though entry %(entry)s left it there."),
        "returned": _("%(table)s %(row)s is back, though entry %(entry)s removed it."),
    }
    for one in audit.changed_rows():
        facts = {"table": one.table, "row": one.row, "entry": one.entry}
        yield Finding(how[one.how] % facts, {**facts, "how": one.how})
    for model in (one for stage in SEALING for one in apps.get_app_config(stage).get_models()):
        table = model._meta.label
        for row in audit.unsealed(table, SEALED.get(table, Q())):
            facts = {"table": table, "row": row}
            yield Finding(_("%(table)s %(row)s was not written by the product.") % facts, {**facts, "how": "added"})
