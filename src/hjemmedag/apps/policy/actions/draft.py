"""Beginning a draft of the policy, and deleting it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.models import Clause, PolicyVersion, Provision
from hjemmedag.core.law import Text
from hjemmedag.core.policy import provisions
from hjemmedag.core.policy import versions as core
from hjemmedag.core.policy.notice import reworded
from hjemmedag.core.policy.terms import Terms, with_notice
from hjemmedag.core.refusals import Refused, Stale


@transaction.atomic
def begin_draft(
    *,
    clauses: Sequence[core.Clause],
    provided: Sequence[provisions.Provision],
    notice_months: int | None,
    terms: Terms | None = None,
    actor: int,
    now: datetime,
) -> PolicyVersion:
    """A new draft with these clauses and provisions in this order, and these `terms`, else those of the ready clauses.

    Raises `Refused` while another draft is open.
    """
    said = queries.ready_terms([clause.key for clause in clauses], notice_months) if terms is None else dict(terms)
    try:
        with transaction.atomic():
            version = PolicyVersion.objects.create(created_at=now, notice_months=notice_months, terms=said)
    except IntegrityError:
        raise Refused(_("A draft has already been begun. Go on with that one.")) from None
    rows = Clause.objects.bulk_create(row_of(clause, version, place) for place, clause in enumerate(clauses, start=1))
    given = Provision.objects.bulk_create(provision_row(one, version, at) for at, one in enumerate(provided, start=1))
    audit.record(
        action="policy.begin_draft",
        actor=actor,
        now=now,
        subject=version,
        data={"clauses": [clause.key for clause in clauses], "notice_months": notice_months, "terms": said},
        rows=[version, *rows, *given],
    )
    return version


@transaction.atomic
def change_notice(*, version: int, revision: int, months: int | None, actor: int, now: datetime) -> PolicyVersion:
    """Set the arrangement's notice in whole months, `None` for no agreed notice; clauses that name it follow."""
    draft = locked(version, revision)
    named = []
    for row in draft.clauses.all():
        text = reworded(Text(da=row.text_da, en=row.text_en), draft.notice_months, months)
        if (text.da, text.en) != (row.text_da, row.text_en):
            row.text_da, row.text_en = text.da, text.en
            named.append(row)
    Clause.objects.bulk_update(named, ["text_da", "text_en"])
    draft.notice_months = months
    draft.terms = with_notice(draft.terms, months)
    changed(draft)
    audit.record(
        action="policy.change_notice",
        actor=actor,
        now=now,
        subject=draft,
        data={"notice_months": months},
        rows=[draft, *named],
    )
    return draft


@transaction.atomic
def discard_draft(*, version: int, revision: int, actor: int, now: datetime) -> None:
    """Delete the draft with all its clauses and provisions; what was published stays.

    Raises `Refused` for a draft that people were heard about: what they said stands beside it for ever.
    """
    draft = locked(version, revision)
    if draft.hearings.exists():
        raise Refused(_("People have been heard about this draft, so it stays. Change it instead."))
    clauses = list(draft.clauses.all())
    removed = [draft, *clauses, *draft.provisions.all()]
    keys = [row.key for row in clauses]
    PolicyVersion.objects.filter(pk=draft.pk).delete()
    audit.record(
        action="policy.discard_draft", actor=actor, now=now, subject=draft, data={"clauses": keys}, removed=removed
    )


def locked(version: int, revision: int) -> PolicyVersion:
    """The draft, locked. Raises `Stale` when someone has changed, published or deleted it since `revision`."""
    draft = PolicyVersion.objects.select_for_update().filter(pk=version, number__isnull=True).first()
    if draft is None:
        raise Stale(_("The draft is no longer there: it has been published or deleted."))
    if draft.revision != revision:
        raise Stale(_("Someone else changed the policy while you were writing. Your text is still here."))
    return draft


def changed(draft: PolicyVersion) -> None:
    """Count an edit, so that the next editor who saw the draft as it was is told."""
    draft.revision += 1
    draft.save()


def row_of(clause: core.Clause, version: PolicyVersion, position: int) -> Clause:
    """The clause as a row that is not saved yet."""
    return Clause(
        version=version,
        key=clause.key,
        position=position,
        heading_da=clause.heading.da,
        heading_en=clause.heading.en,
        text_da=clause.text.da,
        text_en=clause.text.en,
        in_addendum=clause.in_addendum,
        required=clause.required,
        rule=clause.rule,
    )


def provision_row(one: provisions.Provision, version: PolicyVersion, position: int) -> Provision:
    """The provision as a row that is not saved yet."""
    return Provision(
        version=version,
        key=one.key,
        position=position,
        item_da=one.item.da,
        item_en=one.item.en,
        provider=one.provider,
        ownership=one.ownership,
        every_months=one.every_months,
        note_da=one.note.da,
        note_en=one.note.en,
        rule=one.rule,
        demanded=one.demanded,
    )
