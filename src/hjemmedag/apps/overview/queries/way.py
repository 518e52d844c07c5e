"""Vejen: each step with its state, its next action and whoever sees to it, asked of the stages or said by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hjemmedag.apps.agreements import queries as agreements
from hjemmedag.apps.overview.models import StepRecord
from hjemmedag.apps.overview.queries.order import overdue_by_kind
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.policy import queries as policy
from hjemmedag.apps.worktime import queries as worktime
from hjemmedag.core.overview import way
from hjemmedag.core.overview.way import Count, State, Step
from hjemmedag.core.people.roles import Role

StrOrPromise = str | Promise


@dataclass(frozen=True, slots=True)
class Named:
    """A step as it is said: its name, what belongs to it, the next action with its page, and the role that acts.

    `kinds`: the duties that are open while it isn't in order; `begun`: whether anything was done. A step without is
    said by hand.
    """

    name: StrOrPromise
    about: StrOrPromise
    action: StrOrPromise
    page: str
    role: Role = Role.HR
    kinds: tuple[str, ...] = ()
    begun: Callable[[date], bool] | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """One step on one day. `record` is what was last said of it by hand."""

    step: Step
    said: Named
    state: State
    open: int
    late: int
    owners: list[str]
    record: StepRecord | None

    @property
    def by_hand(self) -> bool:
        """Whether a person says how far it has come."""
        return self.said.begun is None

    @property
    def url(self) -> str:
        """Where its next action is done."""
        return reverse("overview:step", args=[self.step]) if self.by_hand else reverse(self.said.page)


def stretches(on: date) -> list[Stretch]:
    """All nine, in order."""
    owed = overdue_by_kind(on)
    records: dict[str, StepRecord] = {}
    for row in StepRecord.objects.select_related("by").order_by("number"):
        records[row.step] = row
    holders = {role: people.holders(role, on) for role in {said.role for said in STEPS.values()}}
    names = people.named({one for some in holders.values() for one in some})
    found = []
    for step, said in STEPS.items():
        late = [one for kind, some in owed.items() if kind.startswith(said.kinds or ("-",)) for one in some.values()]
        count = Count(said.begun(on), len(late), sum(late)) if said.begun is not None else None
        record = records.get(step)
        by_hand = State(record.state) if record is not None else None
        owners = [names[one] for one in holders[said.role] if one in names]
        found.append(Stretch(step, said, way.state(count, by_hand), len(late), sum(late), owners, record))
    return found


def stretch(step: Step) -> tuple[Named, list[StepRecord]]:
    """How a step is said, and everything that was said of it by hand, the latest first."""
    return STEPS[step], list(StepRecord.objects.filter(step=step).select_related("by"))


STEPS = {
    Step.NEEDS: Named(
        _("Needs analysis"),
        _("Which jobs suit working at home, and how much of them."),
        _("Analyse the job functions"),
        "policy:suitability",
        begun=policy.anything_analysed,
    ),
    Step.POLICY: Named(
        _("Policy and hearing"),
        _("What holds for everyone: heard, published and confirmed by each."),
        _("Open the policy"),
        "policy:versions",
        kinds=("policy.",),
        begun=lambda on: policy.in_force(on) is not None,
    ),
    Step.AGREEMENTS: Named(
        _("Agreements"),
        _("Applications, decisions and addenda signed by both sides."),
        _("See the arrangements"),
        "overview:arrangements",
        kinds=("agreements.",),
        begun=lambda on: agreements.count_offered() > 0,
    ),
    Step.WORKPLACES: Named(
        _("The workplace at home"),
        _("Assessment of the home, equipment, eye tests and insurance."),
        _("Open the action plan"),
        "workplaces:action_plan",
        kinds=("workplaces.", "equipment."),
        begun=lambda on: agreements.count_in_force(on) > 0,
    ),
    Step.SECURITY: Named(
        _("IT security and data protection"),
        _("Secure devices, agreements with processors, and notice of control measures."),
        _("Write down how far it is"),
        "security:measures",
        role=Role.IT,
    ),
    Step.ONBOARDING: Named(
        _("Start"),
        _("Instruction, access and a good beginning for each person."),
        _("Write down how far it is"),
        "",
    ),
    Step.EVERYDAY: Named(
        _("Everyday"),
        _("Working time and rest, office days and when people can be reached."),
        _("See the working time"),
        "worktime:practice",
        kinds=("worktime.",),
        begun=lambda on: worktime.headcount(on)[1] > 0,
    ),
    Step.FOLLOW_UP: Named(
        _("Follow-up"),
        _("Pilot, surveys, figures and talks: does it work as meant?"),
        _("Write down how far it is"),
        "",
    ),
    Step.ENDING: Named(
        _("Pause and ending"),
        _("Notice, equipment and data back, and a place at the office again."),
        _("Write down how far it is"),
        "",
    ),
}
