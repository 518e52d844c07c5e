"""A year of homes that were seen by agreement, or weren't, in every state; and pictures, of which one waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from itertools import cycle

from hjemmedag.apps.people import queries as people
from hjemmedag.apps.workplaces import actions, queries
from hjemmedag.apps.workplaces.models import Visit
from hjemmedag.core.instants import COPENHAGEN
from hjemmedag.core.people.roles import Role, Viewer
from hjemmedag.core.workplaces.visits import Said, State
from hjemmedag.demo.casting import ANNA
from hjemmedag.demo.staff import Member, Staff
from hjemmedag.demo.story import Story

BEFORE = 300
"""Days back to the first visit: whoever is seen or sees was there already."""
PAST = (
    (300, State.HELD),
    (262, State.NO),
    (221, State.WITHDRAWN),
    (183, State.ANOTHER_WAY),
    (140, State.HELD),
    (96, State.NOT_HELD),
    (61, State.LAPSED),
)
"""How many days ago a visit was to be, and what came of it."""
SHOWN, WAITS = 33, 12
"""Days back to the visits for which a picture was sent instead: one that is deleted, and Anna's, which waits for Bo."""
ASKED = (
    ("video", "Se, om skærmen kan stå bedre", "Bord, stol og skærm"),
    ("home", "Se lyset ved arbejdspladsen", "Pladsen ved vinduet"),
    ("video", "Hjælpe med at indstille stolen", "Stolen og bordets højde"),
)
NOTE = "Bordet står godt. Skærmen fanger lys fra vinduet om formiddagen."


def write(story: Story, staff: Staff) -> None:
    """What came of the past ones, and what is open: one to write, one that begins, one agreed, one not answered."""
    anna = next(one for one in staff.present if one.star is ANNA)
    led = [one for one in staff.present if _with_leader(story, staff, one)]
    homes, ways = cycle([one for one in led if one is not anna] or [anna]), cycle(ASKED)

    def scene(day: date, to: State, member: Member, at: time = time(10)) -> _Scene:
        return _Scene(story, member, next(ways), datetime.combine(day, at, tzinfo=COPENHAGEN), to)

    for back, to in PAST:
        scene(story.ago(back), to, next(homes)).write()
    scene(story.ago(SHOWN), State.ANOTHER_WAY, next(homes)).write(_shown_and_deleted)
    scene(story.ago(WAITS), State.ANOTHER_WAY, anna).write(_sent)
    scene(story.last, State.AGREED, next(homes)).write()
    scene(story.today, State.AGREED, next(homes), time(8)).write()
    scene(story.next_workday(story.today + timedelta(days=2)), State.AGREED, next(homes)).write()
    scene(story.next_workday(story.today + timedelta(days=3)), State.ASKED, anna).write()


def _with_leader(story: Story, staff: Staff, member: Member) -> bool:
    leader, first = staff.leader(member), story.ago(BEFORE + 14)
    return leader is not None and member.serves(first, story.last) and leader.serves(first, story.last)


class _Scene:
    """One visit: asked by the leader six days before, answered two days later, and brought to where it stands."""

    visit: Visit
    leader: int

    def __init__(self, story: Story, member: Member, way: tuple[str, str, str], starts: datetime, to: State) -> None:
        self.story, self.member = story, member
        self.way, self.starts, self.to = way, starts, to

    def write(self, then: Callable[[Visit, datetime], object] | None = None) -> None:
        """Put it into the story; `then` follows on the day of the visit."""
        day = min(self.starts.date(), self.story.last)
        self.story.on(self.story.workday(day - timedelta(days=6)), self._ask, at=time(9, 10))
        if self.to not in (State.ASKED, State.LAPSED):
            self.story.on(self.story.workday(day - timedelta(days=3)), self._answer, at=time(11, 20))
        if self.to is State.WITHDRAWN:
            self.story.by_itself(day, self._withdraw, at=time(10, 15))
        if self.to in (State.HELD, State.NOT_HELD):
            self.story.by_itself(day, self._write_outcome, at=time(13, 40))
        if then is not None:
            self.story.by_itself(day, lambda now: then(self.visit, now), at=time(14, 5))

    def _ask(self, now: datetime) -> None:
        way, purpose, looked_at = self.way
        proposed = actions.Proposed(way=way, purpose=purpose, looked_at=looked_at, with_whom="", starts=self.starts)
        [self.leader] = people.managers_of({self.member.pk}, now.date()).values()
        asks = Viewer(self.leader, frozenset({Role.MANAGER}), team=frozenset({self.member.pk}))
        self.visit = actions.ask(employee=self.member.pk, proposed=proposed, viewer=asks, today=now.date(), now=now)

    def _answer(self, now: datetime) -> None:
        said = {State.NO: Said.NO, State.ANOTHER_WAY: Said.ANOTHER_WAY}.get(self.to, Said.AGREES)
        actions.answer_visit(
            visit=self.visit.pk,
            employee=self.member.pk,
            said=said,
            other_way="talk" if said is Said.ANOTHER_WAY else "",
            words=queries.agreement(self.visit),
            today=now.date(),
            now=now,
        )

    def _withdraw(self, now: datetime) -> None:
        actions.withdraw(visit=self.visit.pk, employee=self.member.pk, now=now)

    def _write_outcome(self, now: datetime) -> None:
        held = self.to is State.HELD
        actions.write_outcome(
            visit=self.visit.pk,
            actor=self.leader,
            took_place=held,
            note=NOTE if held else "",
            wrong=["screen_glare"] if held else (),
            today=now.date(),
            now=now,
        )


def _sent(visit: Visit, now: datetime) -> int:
    who = {"employee": visit.employee_id, "viewer": visit.asked_by_id}
    photo = actions.upload(subject=visit, **who, raw=drawn(), today=now.date(), now=now)
    actions.clean_photos(now=now + timedelta(minutes=1))
    return photo.pk


def _shown_and_deleted(visit: Visit, now: datetime) -> None:
    photo, by = _sent(visit, now), visit.asked_by_id
    actions.look(photo=photo, by=by, now=now + timedelta(minutes=20))
    actions.delete_photo(photo=photo, why="decided", by=by, now=now + timedelta(minutes=25))


def drawn() -> bytes:
    """A desk with a screen and a lamp below a window, as a PNG."""
    from PIL import Image, ImageDraw

    picture = Image.new("RGB", (960, 640), "#efe9df")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 520, 960, 640), fill="#c9ad86")
    draw.rectangle((90, 60, 330, 300), fill="#bcdcec", outline="#ffffff", width=12)
    draw.line((210, 60, 210, 300), fill="#ffffff", width=10)
    draw.rectangle((150, 400, 820, 424), fill="#7a5a3a")
    for left in (180, 770):
        draw.rectangle((left, 424, left + 20, 580), fill="#6a4c30")
    draw.rectangle((430, 210, 690, 370), fill="#26323a", outline="#11181c", width=8)
    draw.rectangle((550, 370, 570, 400), fill="#11181c")
    draw.line((750, 400, 750, 250), fill="#444444", width=8)
    draw.polygon(((715, 250), (785, 250), (770, 205), (730, 205)), fill="#d9a520")
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
