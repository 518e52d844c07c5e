"""Whether everything is as it should be: what `doctor` looks at, and what a restored backup must pass."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from itertools import chain

from django.utils.translation import gettext as _

from hjemmedag.apps.overview.queries.health import installation, papers, records, work
from hjemmedag.apps.overview.queries.health.finding import Check, Finding

__all__ = ["Check", "Finding", "examined", "wounds"]


def examined(now: datetime) -> list[Check]:
    """Every check. Where the database is not ready, nothing that it holds can be looked at."""
    found = [
        _check("installation.database", _("The database"), installation.database()),
        _check("installation.settings", _("Settings"), installation.configuration()),
        _check("installation.folder", _("The data folder"), installation.folder()),
    ]
    if found[0].findings:
        return found
    return [*found, *_contents(now), *_running(now)]


def _contents(now: datetime) -> list[Check]:
    """What is recorded, and whether it still stands as it was written."""
    return [
        _check("audit.chain", _("The audit chain"), records.chain()),
        _check("audit.payloads", _("What the audit chain tells"), records.payloads()),
        _check("audit.rows", _("Records"), records.rows()),
        _check("documents.files", _("The documents’ files"), papers.files()),
        _check("workplaces.pictures", _("Pictures of homes"), papers.pictures()),
        _check("documents.seal", _("The seal"), chain(papers.key(), papers.end(now))),
    ]


def wounds() -> set[str]:
    """What is not whole in records, files and keys, each by a name of its own in no language."""
    checks = (records.chain, records.payloads, records.rows, papers.files, papers.key)
    found = ((check.__name__, one.facts) for check in checks for one in check())
    return {f"{name} {json.dumps(facts, sort_keys=True)}" for name, facts in found}


def _running(now: datetime) -> list[Check]:
    return [
        _check("work.worker", _("The worker"), work.worker(now)),
        _check("work.tasks", _("Tasks"), work.tasks(now)),
        _check("work.mail", _("Mail"), work.mail()),
    ]


def _check(key: str, title: str, findings: Iterable[Finding]) -> Check:
    return Check(key, title, tuple(findings))
