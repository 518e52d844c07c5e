"""Ordering the equipment that a finding lacks: the order and the measure in one act."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from hjemmedag.apps.equipment import actions as equipment_actions
from hjemmedag.apps.equipment import queries as equipment
from hjemmedag.apps.workplaces import queries
from hjemmedag.apps.workplaces.actions.findings import Planned, held, written
from hjemmedag.apps.workplaces.models import Measure
from hjemmedag.core.law import Rulebook
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.core.workplaces.findings import Stage


@transaction.atomic
def order(*, finding: int, kind: int | None, actor: int, today: date, now: datetime, rulebook: Rulebook) -> Measure:
    """Order one of a kind for the person, and plan the measure: a keeper hands it over by the day that the order names.

    Pressed twice, the first order stands; after one that was called off, another can be made. Raises `Stale` when
    something else is planned meanwhile, `Refused` for a kind that doesn't mend this, and where nobody keeps the stock.
    """
    latest = held(finding)
    row = latest.finding
    known = latest.measure if latest.stage is Stage.PLANNED else None
    if known is not None and known.waits_for_equipment:
        return known
    if latest.stage is not Stage.OPEN and not latest.called_off:
        raise Stale(_("Something is planned already. Look again before you order."))
    chosen = next((one for one in queries.kinds_that_mend(row) if one.pk == kind), None)
    if chosen is None:
        raise Refused(_("This equipment does not mend the finding. Choose again, or plan a measure."))
    keeper = equipment.keeper_for(row.employee_id, today)
    if keeper is None:
        raise Refused(_("Nobody keeps the stock. HR must give someone the role of IT."))
    within = timedelta(days=rulebook.on(today).number("equipment.loans", "order_within"))
    made = equipment_actions.order(employee=row.employee_id, kind=chosen.pk, due=today + within, actor=actor, now=now)
    planned = Planned(
        cause=_("The home lacks it: %(kind)s") % {"kind": chosen.name},
        what=_("%(kind)s is ordered and handed over.") % {"kind": chosen.name},
        owner=keeper,
        due=max(made.due, today),
    )
    revision = known.revision if known else 0
    return written(latest, planned, revision=revision, actor=actor, today=today, now=now, order=made.pk)
