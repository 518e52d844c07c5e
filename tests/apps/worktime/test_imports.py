"""Hours that another system delivers: all or nothing, again without effect, and then nobody registers twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import Employee
from hjemmedag.apps.worktime import actions, duties, queries
from hjemmedag.apps.worktime.models import Entry, Explanation, Registration, Week
from hjemmedag.core.duties import Scope
from hjemmedag.core.refusals import Refused
from hjemmedag.core.worktime.weeks import Status
from tests.apps.worktime.test_register import MONDAY, approve, register, said, status, worked
from tests.conftest import NOW, TODAY

Out = pytest.CaptureFixture[str]
Browser = Callable[[Employee], Client]
TUESDAY = MONDAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def registering(company: object) -> Iterator[None]:
    """The company has registered here since January; commands answer in English."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)
    with translation.override("en"):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the delivery lies."""
    return tmp_path / "tider.csv"


def deliver(file: Path, *rows: str, reason: str = "", headings: str = "employee;start;end;place;kind;break") -> int:
    """The exit code."""
    file.write_text("\n".join([headings, *rows]), encoding="utf-8")
    try:
        call_command("import", "time_entries", str(file), *(["--reason", reason] if reason else []))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def row(who: Employee, day: date, start: str, end: str, rest: str = "home;work;0") -> str:
    return f"{who.number};{day} {start};{day} {end};{rest}"


def by_system(who: Employee) -> None:
    Registration.objects.create(employee=who, starts=date(2026, 1, 5), method="system")


def test_danish_headings_and_words_are_understood(anna: Employee, file: Path, capsys: Out) -> None:
    danish = "Medarbejdernr.;Begynd;Slut;Sted;Art;Pause"
    assert deliver(file, row(anna, MONDAY, "08:00", "16:00", "hjemme;tilkald;30"), headings=danish) == 0
    assert list(Entry.objects.values_list("place", "kind", "break_minutes")) == [("home", "call_out", 30)]
    assert deliver(file, f"0099;{TUESDAY} 08:00;{TUESDAY} 09:00", headings="medarbejdernr;fra;til") == 2
    assert "row 2: medarbejdernr: no employee has that number." in capsys.readouterr().err


def test_many_peoples_hours_are_written_at_once(anna: Employee, carl: Employee, file: Path, capsys: Out) -> None:
    rows = [
        row(anna, MONDAY, "08:00", "16:00", "home;work;30"),
        row(carl, TUESDAY, "09:00", "17:00", "other;call_out;"),
    ]
    assert deliver(file, *rows) == 0
    assert capsys.readouterr().out == "New: 2, corrected: 0, unchanged: 0, weeks sent: 0\n"
    assert list(Entry.objects.order_by("start").values_list("place", "kind", "break_minutes", "method", "by")) == [
        ("home", "work", 30, "system", None),
        ("other", "call_out", 0, "system", None),
    ]
    assert audit.broken_link() is None


def test_the_same_file_again_changes_nothing(anna: Employee, file: Path, capsys: Out) -> None:
    by_system(anna)
    for _time in range(2):
        assert deliver(file, row(anna, MONDAY, "08:00", "16:00")) == 0
    assert capsys.readouterr().out.splitlines() == [
        "New: 1, corrected: 0, unchanged: 0, weeks sent: 1",
        "New: 0, corrected: 0, unchanged: 1, weeks sent: 0",
    ]
    assert (Entry.objects.count(), Week.objects.get().revision) == (1, 1)


def test_what_is_missing_from_the_file_stays(anna: Employee, file: Path) -> None:
    deliver(file, row(anna, MONDAY, "08:00", "16:00"))
    deliver(file, row(anna, TUESDAY, "08:00", "16:00"))
    assert (said(anna, MONDAY), said(anna, TUESDAY)) == ([(8, 16)], [(8, 16)])


def test_a_row_that_begins_with_a_registered_one_corrects_it(anna: Employee, file: Path) -> None:
    deliver(file, row(anna, MONDAY, "08:00", "16:00"))
    deliver(file, row(anna, MONDAY, "08:00", "17:00"))
    assert said(anna, MONDAY) == [(8, 17)]
    assert Entry.objects.count() == 2


def test_every_faulty_row_is_named_and_nothing_is_written(anna: Employee, file: Path, capsys: Out) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    rows = [
        row(anna, TUESDAY, "08:00", "16:00"),
        row(anna, TUESDAY, "15:00", "17:00"),
        row(anna, TUESDAY, "18:00", "19:00", "garden;work;0"),
        f"{anna.number};{MONDAY + timedelta(days=2)} 08:00;{MONDAY + timedelta(days=3)} 09:00;home;work;0",
        row(anna, TODAY, "08:00", "16:00"),
        row(anna, TUESDAY, "20:00", "21:00", "home;work;60"),
        row(anna, TUESDAY, "21:00", "22:00", "home;work;half"),
    ]
    assert deliver(file, *rows) == 2
    assert capsys.readouterr().err.splitlines() == [
        "tider.csv: row 3: start: the hours overlap row 2.",
        'tider.csv: row 4: place: "garden" can\'t be used. Choose one of: home, office, other.',
        "tider.csv: row 5: end: is more than 24 hours after the start.",
        "tider.csv: row 6: end: lies ahead. Hours are written down once they are worked.",
        "tider.csv: row 7: break: is as long as the hours, or longer.",
        "tider.csv: row 8: break: must be a whole number of minutes.",
        "Nothing is saved.",
    ]
    assert Entry.objects.count() == 1


def test_unknown_people_and_registered_hours_are_faults(anna: Employee, file: Path, capsys: Out) -> None:
    assert deliver(file, f"9999;{MONDAY} 08:00;{MONDAY} 16:00;home;work;0") == 2
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    assert deliver(file, row(anna, MONDAY, "12:00", "17:00")) == 2
    assert [line for line in capsys.readouterr().err.splitlines() if "row" in line] == [
        "tider.csv: row 2: employee: no employee has that number.",
        "tider.csv: row 2: start: the hours overlap others that are registered.",
    ]
    assert Week.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "tider.csv: The file is empty."),
        (b"employee;start\n1;2", "tider.csv: end: the column is missing. The file has: employee, start."),
        (b"employee;start;end;brake\n1;2;3;4", 'tider.csv: brake: does not exist. Did you mean "break"?'),
        (b"employee;start;end\n", "tider.csv: the file has no rows with times."),
    ],
)
def test_a_file_that_cannot_be_used_is_one_clear_line(
    company: object, file: Path, capsys: Out, content: bytes, words: str
) -> None:
    file.write_bytes(content)
    with pytest.raises(SystemExit, match="2"):
        call_command("import", "time_entries", str(file))
    assert capsys.readouterr().err.startswith(words)


def test_without_a_place_it_is_the_one_planned(anna: Employee, file: Path) -> None:
    deliver(file, f"{anna.number};{MONDAY} 08:00;{MONDAY} 16:00", headings="employee;start;end")
    assert Entry.objects.get().place == "office"


def test_an_approved_week_asks_why_and_waits_again(anna: Employee, bo: Employee, file: Path, capsys: Out) -> None:
    register(anna, {MONDAY: [worked(MONDAY, 8, 16)]})
    approve(anna, bo)
    assert deliver(file, row(anna, MONDAY, "08:00", "17:00")) == 2
    assert "Say why with --reason." in capsys.readouterr().err
    assert deliver(file, row(anna, MONDAY, "08:00", "17:00"), reason="Clock was slow") == 0
    assert (status(anna), Entry.objects.latest("id").reason) == (Status.SENT, "Clock was slow")


def test_a_delivered_week_waits_for_its_approver_once_it_is_over(anna: Employee, bo: Employee, file: Path) -> None:
    by_system(anna)
    deliver(file, row(anna, MONDAY, "08:00", "16:00"))
    assert status(anna) is Status.SENT
    kinds = [one.kind for who in (anna, bo) for one in duties.due(Scope(owner=who.pk), TODAY)]
    assert kinds == ["worktime.send", "worktime.approve"]  # Bo's own week, and Anna's


def test_a_short_rest_stays_a_finding_nobody_has_explained(anna: Employee, file: Path) -> None:
    by_system(anna)
    assert deliver(file, row(anna, MONDAY, "14:00", "23:00"), row(anna, TUESDAY, "07:00", "12:00")) == 0
    assert len(queries.week_shown(anna.pk, MONDAY, now=NOW).unexplained) == 1
    assert Explanation.objects.count() == 0


def test_nobody_whose_hours_are_delivered_registers_twice(as_: Browser, anna: Employee, file: Path) -> None:
    by_system(anna)
    deliver(file, row(anna, MONDAY, "08:00", "16:00"))
    assert [one.kind for one in duties.due(Scope(owner=anna.pk), TODAY)] == []
    page = as_(anna).get("/arbejdstid/2026/47/", headers={"accept-language": "en"}).content.decode()
    assert "day_0" not in page
    for do in (
        lambda: register(anna, {TUESDAY: [worked(TUESDAY, 8, 16)]}),
        lambda: actions.confirm(employee=anna.pk, monday=MONDAY, revision=1, now=NOW),
        lambda: actions.send(employee=anna.pk, monday=MONDAY, revision=1, now=NOW),
    ):
        with pytest.raises(Refused, match="another system"):
            do()
    assert Entry.objects.count() == 1


def test_a_method_that_has_ended_lets_the_person_register_again(anna: Employee) -> None:
    Registration.objects.create(employee=anna, starts=date(2026, 1, 5), ends=MONDAY, method="system")
    assert register(anna, {MONDAY: [worked(MONDAY, 8, 16)]}) == 1


def test_the_number_of_queries_does_not_grow_with_people(
    hire: Callable[..., Employee], anna: Employee, file: Path
) -> None:
    costs = []
    for people in ([anna], [hire(name) for name in ("Kim", "Lis", "Mia")]):
        file.write_text(
            "\n".join(["employee;start;end;place", *(row(one, MONDAY, "08:00", "16:00", "home") for one in people)])
        )
        with CaptureQueriesContext(connection) as asked:
            actions.take_in(name="x", content=file.read_bytes(), now=NOW)
        costs.append(len(asked))
    assert costs[0] == costs[1]
