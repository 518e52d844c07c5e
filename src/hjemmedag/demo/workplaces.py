"""A year of homes as places of work: assessments, what they found, measures in every state, moves and problems."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial

from hjemmedag.apps.documents import actions as documents
from hjemmedag.apps.equipment import actions as equipment_actions
from hjemmedag.apps.equipment import queries as equipment
from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Discussion, Finding
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.roles import Role
from hjemmedag.core.workplaces.findings import Stage
from hjemmedag.core.workplaces.questions import Reply
from hjemmedag.demo.casting import ANNA
from hjemmedag.demo.equipment import PROOFS
from hjemmedag.demo.staff import Staff
from hjemmedag.demo.story import Story
from hjemmedag.rulebook.load import load

SINCE = 360
"""Days back to where this part of the story begins."""
EVERY = 14
"""Days between two looks at who is asked to assess; some answer, some let it lie."""
LATELY = 45
"""Days back from which on nobody has said yet whether a measure helped."""
ORDERED = 16
"""Days back to the second order, which still waits to be handed over; the first one of the year is handed over."""
UNDONE = 150
"""Days back to a measure that nobody has carried out."""
WRONG = ("chair_adjustable", "light_enough", "way_out", "screen_glare", "body_free_of_pain", "contact_enough")
CAUSES = {
    "chair_adjustable": ("Spisestuestolen kan ikke indstilles", "En kontorstol fra lageret leveres hjem"),
    "light_enough": ("Pladsen ligger langt fra vinduet", "En arbejdslampe"),
    "way_out": ("Reolen står for døren", "Reolen flyttes"),
    "screen_glare": ("Vinduet ligger bag skærmen", "Bordet vendes, så lyset kommer fra siden"),
}
PROBLEM = "Stikkontakten ved skrivebordet gnister, når jeg sætter laderen i."
DISCUSSED, CORRECTED = 340, 333
"""Days back to the yearly safety discussion, and to the day on which a forgotten point was added."""
POINTS = ["Hjemmearbejde: APV for alle, der begynder", "Hviletid, når man arbejder om aftenen hjemme"]
GOALS = "Alle hjemmearbejdspladser er vurderet inden sommer.\nIngen stole, der ikke kan indstilles."
COOPERATION = "Vi mødes hvert kvartal, det ene af møderne online, så de, der arbejder hjemme, kan være med."
FORGOTTEN = "Punktet om hviletid manglede"
SUBJECT = "Indstilling af skærm, bord og stol, og hvem man siger det til, når noget er galt"


def write(story: Story, staff: Staff) -> None:
    """The scenes of this stage."""
    story.on(story.ago(SINCE), partial(_choose, staff), at=time(9, 5))
    homes = _Homes(story, staff)
    for back in range(SINCE - 1, 0, -EVERY):
        story.by_itself(story.ago(back), homes.look, at=time(6, 40))
    for day in (story.today - timedelta(days=back) for back in range(SINCE - 30, 0, -1)):
        if day.day == 1:
            story.by_itself(day, _count, at=time(6, 50))
    story.on(story.ago(DISCUSSED), partial(_discuss, staff), at=time(14, 0))
    story.on(story.ago(CORRECTED), partial(_correct, staff), at=time(9, 0))
    story.by_itself(story.today - timedelta(days=1), _judge, at=time(23, 58))


def _choose(staff: Staff, now: datetime) -> None:
    """HR names who reads what is said of body and well-being."""
    actions.choose(handler=staff.hr.pk, compliant_desks=True, revision=1, actor=staff.hr.pk, today=now.date(), now=now)


def _count(now: datetime) -> None:
    actions.count_risks(today=now.date(), now=now)


def _discussed(on: date, points: list[str]) -> actions.Discussed:
    seats = [(who, role) for role in (Role.HR, Role.SAFETY, Role.UNION) for who in people.holders(role, on)]
    return actions.Discussed(
        on=on, present=seats, others="", agenda="\n".join(points), goals=GOALS, cooperation=COOPERATION
    )


def _discuss(staff: Staff, now: datetime) -> None:
    """The yearly safety discussion is written down."""
    held = _discussed(now.date(), POINTS[:1])
    actions.discuss(discussed=held, actor=staff.hr.pk, today=now.date(), now=now)


def _correct(staff: Staff, now: datetime) -> None:
    """A point was forgotten, so it is written anew."""
    old = Discussion.objects.get()
    held = _discussed(old.on, POINTS)
    actions.discuss(discussed=held, replaces=old.pk, reason=FORGOTTEN, actor=staff.hr.pk, today=now.date(), now=now)


def _judge(now: datetime) -> None:
    actions.judge(today=now.date(), now=now)


class _Homes:
    """Every other week: who is asked assesses, and what is found goes on its way."""

    def __init__(self, story: Story, staff: Staff) -> None:
        self.story, self.staff, self.luck = story, staff, story.luck("workplaces")
        self.problem_told = False
        self.anna = next(one for one in staff.present if one.star is ANNA)
        self.late: dict[int, bool] = {}
        self.eyes_left: int | None = None
        self.undone: int | None = None
        self.ordered: list[int] = []

    def look(self, now: datetime) -> None:
        today = now.date()
        actions.judge(today=today, now=now)
        employed = set(people.employed(today).values_list("pk", flat=True))
        for need in list(queries.needs(Scope(), today)):
            if need.employee in employed and need.assess_now(today) and not self._lets_it_lie(need.employee):
                self._soon(today, partial(self._assess, need.employee))
            if need.employee in employed and need.eye_test_now(today):
                self.eyes_left = self.eyes_left or need.employee
                if need.employee != self.eyes_left and self.luck.random() < 0.5:
                    self._soon(today, partial(_answer_eye_test, need.employee))
        self._onward(today, employed)

    def _lets_it_lie(self, employee: int) -> bool:
        """Some put it off for good, Anna leaves it to the visitor, and the others do it sooner or later."""
        if employee == self.anna.pk:
            return True
        late = self.late.setdefault(employee, bool(self.late) and self.luck.random() < 0.12)
        return late or self.luck.random() < 0.3

    def _soon(self, day: date, act: partial[None]) -> None:
        self.story.by_itself(day, act, at=time(self.luck.randint(8, 15), self.luck.randint(0, 59)))

    def _assess(self, employee: int, now: datetime) -> None:
        actions.begin(employee=employee, today=now.date(), now=now)
        draft = queries.draft(employee)
        assert draft is not None, "it has just begun"
        no = {key for key in WRONG if self.luck.random() < 0.25}
        replies = {each.key: Reply.NO if each.key in no else Reply.YES for each in draft.asked}
        if self.luck.random() < 0.1:
            actions.answer(employee=employee, replies=dict(list(replies.items())[:9]))
            return
        actions.answer(employee=employee, replies=replies)
        row = actions.submit(employee=employee, today=now.date(), now=now)
        if self.luck.random() < 0.2:
            actions.share(employee=employee, assessment=row.pk, now=now)
        manager = people.managers_of({employee}, now.date()).get(employee)
        if manager is not None and self.luck.random() < 0.3:
            on = now.date()
            given = actions.instruct(employee=employee, subject=SUBJECT, on=on, actor=manager, today=on, now=now)
            if self.luck.random() < 0.7:
                actions.confirm_instruction(instruction=given.pk, employee=employee, now=now)
        if not self.problem_told:
            self.problem_told = True
            actions.tell_problem(employee=employee, told=Role.SAFETY, words=PROBLEM, today=now.date(), now=now)

    def _order(self, finding: int, kind: int, actor: int, now: datetime) -> None:
        """In one press, and where it was long ago the keeper has handed it over since."""
        today = now.date()
        made = actions.order(finding=finding, kind=kind, actor=actor, today=today, now=now, rulebook=load())
        if today < self.story.ago(ORDERED):
            day = self.story.next_workday(today + timedelta(days=5))
            self.story.on(day, partial(_hand_over, made.finding.employee_id, kind, made.owner_id), at=time(10, 40))

    def _onward(self, today: date, employed: set[int]) -> None:
        """Each open finding goes a step on, or waits."""
        for one in queries.followed(queries.open_ones(Finding.objects.filter(private=False, told=""))):
            finding, person = one.finding, one.finding.employee_id
            manager = people.managers_of({person}, today).get(person)
            if manager not in employed or person not in employed:
                continue
            kinds = queries.kinds_that_mend(finding) if one.stage is Stage.OPEN else []
            if kinds and len(self.ordered) < 2 and finding.pk not in self.ordered:
                self.ordered.append(finding.pk)
            if kinds and finding.pk in self.ordered:
                if finding.pk == self.ordered[0] or today >= self.story.ago(ORDERED):
                    self._soon(today, partial(self._order, finding.pk, kinds[0].pk, manager))
            elif self.luck.random() < 0.6 or (one.measure is not None and one.measure.waits_for_equipment):
                continue
            elif one.stage is Stage.OPEN:
                cause, what = CAUSES[finding.question]
                due = today + timedelta(days=self.luck.choice((10, 21, 35)))
                planned = actions.Planned(cause=cause, what=what, owner=manager, due=due)
                self._soon(today, partial(_plan, finding.pk, planned, manager))
            elif one.stage is Stage.PLANNED and today >= self.story.ago(UNDONE) and self.undone in (None, finding.pk):
                self.undone = finding.pk
            elif one.stage is Stage.PLANNED and one.measure is not None and one.measure.owner_id in employed:
                self._soon(today, partial(_carry_out, finding.pk, one.measure.revision, one.measure.owner_id))
            elif one.stage is Stage.CARRIED_OUT and today < self.story.ago(LATELY):
                self._soon(today, partial(_rerate, finding.pk, person, self.luck.random() < 0.9))


def _answer_eye_test(employee: int, now: datetime) -> None:
    actions.answer_eye_test(employee=employee, tested_on=now.date(), today=now.date(), now=now)


def _plan(finding: int, planned: actions.Planned, actor: int, now: datetime) -> None:
    actions.plan(finding=finding, planned=planned, revision=0, actor=actor, today=now.date(), now=now)


def _hand_over(employee: int, kind: int, keeper: int, now: datetime) -> None:
    """The keeper hands it over, and it is signed for on the spot."""
    item = equipment.free_items().filter(kind=kind)[0]
    given = equipment_actions.hand_over(
        employee=employee, items=[item.pk], return_on=None, actor=keeper, today=now.date(), now=now
    )
    documents.sign(
        document=given.document_id,
        signer=employee,
        expected_sha256=given.document.sha256,
        authenticated=PROOFS,
        now=now + timedelta(minutes=5),
    )


def _carry_out(finding: int, revision: int, actor: int, now: datetime) -> None:
    actions.carry_out(finding=finding, revision=revision, actor=actor, today=now.date(), now=now)


def _rerate(finding: int, employee: int, in_order: bool, now: datetime) -> None:
    actions.rerate(finding=finding, in_order=in_order, employee=employee, today=now.date(), now=now)
