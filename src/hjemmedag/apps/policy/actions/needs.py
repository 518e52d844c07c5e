"""Analysing what a job function needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.policy.models import JobFunction, NeedsAnalysis
from hjemmedag.apps.policy.queries.needs import written_tasks, written_windows
from hjemmedag.core.policy.needs import MOST_TASKS, MOST_WINDOWS, Fault, ServiceWindow, Task, faults
from hjemmedag.core.refusals import Refused, Stale

FAULTS = {
    Fault.NO_TASK: gettext_lazy("Write at least one task."),
    Fault.TOO_MANY: gettext_lazy("At most %(tasks)s tasks and %(windows)s service windows. Put small tasks together."),
    Fault.NAMELESS: gettext_lazy("Every task needs a name of at most 120 letters."),
    Fault.SAME_NAME: gettext_lazy("Two tasks have the same name. Give one of them another."),
    Fault.NO_SHARE: gettext_lazy("Every task takes a share between 1 and 100 per cent of the time."),
    Fault.NOT_WHOLE: gettext_lazy("The shares add up to %(sum)s per cent. They must add up to 100."),
    Fault.NO_DAYS: gettext_lazy("Choose the weekdays of every service window."),
    Fault.ENDS_BEFORE_START: gettext_lazy("A service window must end after it starts, on the same day."),
    Fault.NO_WINDOW: gettext_lazy("A task follows the service windows, but there are none. Write one, or untick it."),
}


@transaction.atomic
def analyse(
    *,
    function: int,
    was: int,
    tasks: Sequence[Task],
    windows: Sequence[ServiceWindow],
    starts: date,
    why: str = "",
    actor: int,
    today: date,
    now: datetime,
) -> NeedsAnalysis:
    """A new analysis that holds from a day; earlier ones stay. `was` is the number of the latest one seen, 0 for none.

    Raises `Refused` for what can't be used and for a day before today, `Stale` when someone else has analysed it.
    """
    row = JobFunction.objects.select_for_update().get(pk=function)
    latest = NeedsAnalysis.objects.filter(function=row).first()
    number = latest.number if latest else 0
    if number != was:
        raise Stale(_("Someone else analysed “%(name)s” meanwhile. Your text is still here.") % {"name": row.name})
    if row.retired_on is not None:
        raise Refused(_("“%(name)s” is out of use. Take it into use first.") % {"name": row.name})
    if starts < today:
        raise Refused(_("An analysis can’t change days that have passed. Choose today or a later day."))
    for fault in faults(tasks, windows):
        told = {"sum": sum(task.share for task in tasks), "tasks": MOST_TASKS, "windows": MOST_WINDOWS}
        raise Refused(str(FAULTS[fault]) % told)
    made = NeedsAnalysis.objects.create(
        function=row,
        number=number + 1,
        starts=starts,
        tasks=written_tasks(tasks),
        windows=written_windows(windows),
        why=why,
        by_id=actor,
        at=now,
    )
    audit.record(
        action="policy.analyse",
        actor=actor,
        now=now,
        subject=made,
        data={"function": row.pk, "number": made.number, "starts": starts.isoformat(), "tasks": made.tasks},
        rows=[made],
    )
    return made
