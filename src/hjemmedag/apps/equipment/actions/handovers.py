"""Handing many items over with one signature, and taking back what was not signed for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.documents import queries as papers
from hjemmedag.apps.equipment import queries
from hjemmedag.apps.equipment.actions.orders import reopened, served
from hjemmedag.apps.equipment.models import Handover, Item, Loan
from hjemmedag.apps.equipment.queries.paper import receipt
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.people import queries as people
from hjemmedag.core.refusals import Refused, Stale

MOST = 40
"""Items on one receipt."""


def hand_over(
    *, employee: int, items: Collection[int], return_on: date | None, actor: int, today: date, now: datetime
) -> Handover:
    """The items (ids) are with the employee from today, who is asked to sign for all of them at once.

    Raises `Stale` naming the items that somebody else has meanwhile; `Refused` for none, too many, or oneself.
    """
    if employee == actor:
        raise Refused(_("Somebody else must hand equipment over to you."))
    if not items:
        raise Refused(_("Choose what is handed over."))
    if len(items) > MOST:
        raise Refused(_("At most %(most)s items can stand on one receipt.") % {"most": MOST})
    if return_on is not None and return_on < today:
        raise Refused(_("The day to bring it back has passed. Choose a later one."))
    person = people.employee(employee)
    # Making the paper takes the most time of all this: done before the transaction, so that nobody waits for it.
    pdf = receipt(person, _free(items), by=actor, on=today, return_on=return_on, moment=now)
    with override(person.language):
        title = _("Receipt for equipment to %(name)s") % {"name": person.name}
    try:
        with transaction.atomic():
            list(Item.objects.select_for_update().filter(pk__in=items).order_by("pk"))
            rows = _free(items)
            document = documents.offer(
                pdf=pdf,
                kind="handover",
                language=person.language,
                title=title,
                about=employee,
                parties=[("employee", employee)],
                now=now,
                actor=actor,
            )
            handover = Handover.objects.create(employee=person, document=document, by_id=actor, at=now)
            loans = [
                Loan.objects.create(handover=handover, employee=person, item=item, starts=today, return_on=return_on)
                for item in rows
            ]
            orders = served(employee=employee, loans={loan.item.kind_id: loan.pk for loan in loans})
            outbox.write(
                [
                    outbox.Letter(
                        key=f"equipment.handed_over:{handover.pk}",
                        recipient=employee,
                        template="equipment/mail/handed_over",
                        facts={"document": document.pk},
                    )
                ],
                now=now,
            )
            data = {"items": [item.number for item in rows]}
            audit.record(
                action="equipment.hand_over",
                actor=actor,
                now=now,
                subject=handover,
                about=employee,
                data=data,
                rows=[handover, *loans, *orders],
            )
    except IntegrityError:
        raise Stale(_("Somebody else handed one of these over meanwhile. Choose once more.")) from None
    return handover


def _free(items: Collection[int]) -> list[Item]:
    """The items, by number. Raises `Stale` for those that are not free."""
    found = {row.pk: row for row in queries.free_items().filter(pk__in=items)}
    taken = Item.objects.filter(pk__in=set(items) - set(found)).order_by("number")
    if numbers := list(taken.values_list("number", flat=True)):
        raise Stale(
            _("Somebody else has %(numbers)s meanwhile. Choose something else.") % {"numbers": ", ".join(numbers)}
        )
    if len(found) < len(set(items)):
        raise Stale(_("One of these items is no longer there. Choose once more."))
    return sorted(found.values(), key=lambda row: row.number)


@transaction.atomic
def take_back(*, handover: int, reason: str, actor: int, today: date, now: datetime) -> None:
    """The items never left, or came back unsigned: the receipt is closed and the items are free again.

    Raises `Refused` once it is signed: then each item is received back.
    """
    row = Handover.objects.select_for_update().get(pk=handover)
    standing = papers.state(row.document_id).standing
    if standing is papers.Standing.COMPLETE:
        raise Refused(_("The receipt is signed, so each item must be received back."))
    loans = list(Loan.objects.select_for_update().filter(handover=row, ends__isnull=True))
    if not loans:
        raise Stale(_("These items are taken back already."))
    if standing is papers.Standing.WAITING:
        documents.withdraw(document=row.document_id, actor=actor, reason=reason, now=now)
    for loan in loans:
        loan.ends = today
        loan.save(update_fields=["ends"])
    orders = reopened(employee=row.employee_id, loans={loan.pk for loan in loans})
    audit.record(
        action="equipment.take_back",
        actor=actor,
        now=now,
        subject=row,
        about=row.employee_id,
        rows=[row, *loans, *orders],
    )
