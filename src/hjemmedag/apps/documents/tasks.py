"""Background work, derived from what is recorded: missing evidence, files that nobody names."""

from __future__ import annotations

import logging

from django.utils import timezone
from django_tasks import task

from hjemmedag.apps.documents import actions, queries
from hjemmedag.core.refusals import Refused

log = logging.getLogger(__name__)


@task()
def make_missing_evidence() -> int:
    """Make the evidence of documents that all have signed and that have none. Returns how many."""
    made = 0
    for document in queries.without_evidence():
        try:
            made += actions.prove(document=document, now=timezone.now())
        except Refused as refused:
            log.warning("evidence of document %s: %s", document, refused.message)
        except Exception:
            # One document whose evidence can't be made must not hold up all others.
            log.exception("evidence of document %s", document)
    return made


@task()
def sweep_files() -> int:
    """Delete the files that a killed process left behind. Returns how many."""
    return actions.sweep(now=timezone.now())
