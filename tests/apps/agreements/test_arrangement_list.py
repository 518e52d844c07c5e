"""Arrangements from before: a list with its papers is taken in whole or not at all, and again without effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import translation

from hjemmedag.apps.agreements import actions, duties, queries
from hjemmedag.apps.agreements.models import Arrangement
from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.documents import queries as documents
from hjemmedag.apps.documents.models import Document, Party
from hjemmedag.apps.people.models import Employee, HomeAddress
from hjemmedag.apps.policy.models import PolicyVersion
from hjemmedag.core.agreements.pattern import Window
from hjemmedag.core.agreements.status import Status
from hjemmedag.core.duties import Scope
from hjemmedag.core.people.homes import Address
from hjemmedag.core.refusals import Refused
from tests.conftest import NOW, TODAY
from tests.papers import old_paper

Out = pytest.CaptureFixture[str]
HEADINGS = "medarbejdernr;model;mønster;adresse;land;fra;til;politikversion;fil"
FIRST = date(2025, 3, 1)

pytestmark = pytest.mark.usefixtures("seal")


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Commands answer in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where the list lies; its papers lie beside it."""
    return tmp_path / "ordninger.csv"


def take_in(file: Path, *rows: str, headings: str = HEADINGS) -> int:
    """The exit code."""
    file.write_text("\n".join([headings, *rows]), encoding="utf-8")
    try:
        call_command("import", "arrangements", str(file))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def whole(who: Employee, paper: str = "") -> str:
    return f"{who.number};hybrid;ma, on;Birkevej 7, 8240 Risskov;DK;01-03-2025;;1;{paper}"


def bare(who: Employee, first: str = "01-03-2025", last: str = "") -> str:
    return f"{who.number};hybrid;ma, on;;;{first};{last};;"


def standing(who: Employee, on: date = TODAY) -> queries.Standing:
    found = queries.latest_standing(who.pk, on)
    assert found is not None
    return found


def owed(owner: Employee) -> list[tuple[str, int]]:
    return [
        (duty.kind, duty.about)
        for duty in duties.due(Scope(owner.pk), TODAY)
        if duty.kind.startswith("agreements.missing")
    ]


def test_a_row_becomes_an_arrangement_in_force_since_its_first_day(
    anna: Employee, policy: PolicyVersion, file: Path, capsys: Out
) -> None:
    file.with_name("anna.pdf").write_bytes(old_paper())
    assert take_in(file, whole(anna, "anna.pdf")) == 0
    assert capsys.readouterr().out == "New: 1, papers found: 0, unchanged: 0\n"
    taken = standing(anna)
    assert (taken.status, taken.begins_on, taken.signer, taken.taken_in) == (Status.IN_FORCE, FIRST, None, True)
    assert (sorted(taken.terms.home_days), taken.terms.policy_version_id) == ([0, 2], policy.pk)
    assert taken.home == Address("Birkevej 7", "8240", "Risskov")
    assert standing(anna, FIRST).status is Status.IN_FORCE
    assert queries.latest_standing(anna.pk, FIRST - timedelta(days=1)) is None
    assert queries.terms_in_force(anna.pk, TODAY) == taken.terms
    assert queries.terms_by_day(anna.pk, [FIRST])[FIRST] == taken.terms
    assert HomeAddress.objects.get(employee=anna).street == "Birkevej 7"
    assert [entry.action for entry in audit.entries()[:1]] == ["agreements.take_in_list"]


def test_the_paper_is_kept_whole_with_no_party_no_seal_and_no_claim(
    anna: Employee, policy: PolicyVersion, file: Path
) -> None:
    paper = old_paper()
    file.with_name("anna.pdf").write_bytes(paper)
    take_in(file, whole(anna, "anna.pdf"))
    document = Document.objects.get()
    assert (document.kind, document.about_id, Party.objects.count()) == ("taken_in", anna.pk, 0)
    assert documents.file_of(document.pk) == paper
    assert documents.state(document.pk) == documents.State(documents.Standing.TAKEN_IN)
    assert documents.check(paper).finding is documents.Finding.TAKEN_IN
    assert not documents.completed(TODAY).filter(pk=document.pk).exists()
    assert [list(documents.listed(Document.objects.all(), standing=one)) for one in ("complete", "taken_in")] == [
        [],
        [document],
    ]


def test_the_same_list_once_more_changes_nothing(
    anna: Employee, policy: PolicyVersion, file: Path, capsys: Out
) -> None:
    file.with_name("anna.pdf").write_bytes(old_paper())
    take_in(file, whole(anna, "anna.pdf"))
    before = (Arrangement.objects.count(), Document.objects.count(), len(audit.entries()))
    capsys.readouterr()
    assert take_in(file, whole(anna, "anna.pdf")) == 0
    assert capsys.readouterr().out == "New: 0, papers found: 0, unchanged: 1\n"
    assert (Arrangement.objects.count(), Document.objects.count(), len(audit.entries())) == before


def test_what_is_missing_becomes_a_task_for_hr_and_holds_nothing_up(
    anna: Employee, dorte: Employee, bo: Employee, file: Path, capsys: Out
) -> None:
    row = f"{anna.number};hybrid;ma, on;;;01-03-2025;;;anna.pdf"
    assert take_in(file, row) == 0
    assert capsys.readouterr().out.splitlines() == [
        "New: 1, papers found: 0, unchanged: 0",
        f"row 2: anna.pdf is not in {file.parent}. HR gets it as a task.",
    ]
    assert standing(anna).status is Status.IN_FORCE
    assert queries.gaps(standing(anna).terms) == ["paper", "home", "room", "hours"]
    assert (owed(dorte), owed(bo), owed(anna)) == ([("agreements.missing_paper", anna.pk)], [], [])
    file.with_name("anna.pdf").write_bytes(old_paper())
    assert take_in(file, row) == 0
    assert capsys.readouterr().out == "New: 0, papers found: 1, unchanged: 0\n"
    assert owed(dorte) == [("agreements.missing_terms", anna.pk)]


def test_hr_fills_in_what_is_missing_and_nobody_does_it_twice(anna: Employee, dorte: Employee, file: Path) -> None:
    take_in(file, bare(anna))
    arrangement = Arrangement.objects.get().pk
    found = actions.Missing(
        paper=old_paper(),
        home=Address("Birkevej 7", "8240", "Risskov"),
        room="kontoret",
        hours=Window(time(8), time(16)),
    )
    said = {"arrangement": arrangement, "actor": dorte.pk, "now": NOW, "today": TODAY}
    actions.complete(missing=found, **said)
    assert (queries.gaps(standing(anna).terms), owed(dorte)) == ([], [])
    assert standing(anna).terms.hours == {day: ["08:00", "16:00"] for day in "01234"}
    with pytest.raises(Refused, match="already"):
        actions.complete(missing=found, **said)
    with pytest.raises(Refused, match="Nothing is filled in"):
        actions.complete(missing=actions.Missing(), **said)


def test_every_fault_is_named_and_nothing_is_saved(
    anna: Employee, carl: Employee, hire: Callable[..., Employee], policy: PolicyVersion, file: Path, capsys: Out
) -> None:
    file.with_name("brev.pdf").write_bytes(b"Kaere Anna")
    gone = hire("Gert", ends=date(2026, 1, 1))
    rows = [
        whole(anna, "brev.pdf"),
        "9999;hybrid;ma;;;01-03-2025;;;",
        f"{carl.number};sommetider;lørdag;Birkevej;US;31-02-2025;i går;syv;../anna.pdf",
        bare(carl, first="01-03-2027"),
        bare(gone),
        f"{carl.number};hybrid;man-fre;;;01-03-2025;;9;",
        bare(carl, last="01-03-2026"),
        ";hybrid;ma;;;;;;",
    ]
    assert take_in(file, *rows) == 2
    assert capsys.readouterr().err.splitlines() == [
        "ordninger.csv, row 2: fil: brev.pdf can't be read as a PDF. It must be whole, without a password and at most "
        "20 MB.",
        "ordninger.csv, row 3: medarbejdernr: No employee has that number.",
        'ordninger.csv, row 4: model: "sommetider" is not known. Write hybrid or remote.; '
        'mønster: "lørdag" is not a weekday. Write for instance mon, wed.; '
        'adresse: "Birkevej" is not a whole address. Write for instance Prøvevej 1, 8000 Aarhus C.; '
        'land: "US" is not one of the countries here. Write its name or code, such as Sweden or SE.; '
        'fra: "31-02-2025" is not a date. Write dd-mm-yyyy, such as 01-03-2026.; '
        'til: "i går" is not a date. Write dd-mm-yyyy, such as 01-03-2026.; '
        'politikversion: "syv" is not a number between 0 and 9999.; '
        'fil: "../anna.pdf" is not the name of a PDF. Write the name without a folder, such as 0012.pdf.',
        "ordninger.csv, row 5: fra: The arrangement has not begun. Let the employee apply for it here instead.",
        "ordninger.csv, row 6: medarbejdernr: The employee is not employed today.",
        "ordninger.csv, row 7: mønster: All days are at home. Write remote as the model, or leave a day for the "
        "office.",
        f'ordninger.csv, row 8: medarbejdernr: "{carl.number}" stands in row 5 as well.; '
        "til: The arrangement is over. The list is for arrangements that run.",
        "ordninger.csv, row 9: medarbejdernr: The cell is empty. Fill it in.; fra: The cell is empty. Fill it in.",
        "Nothing is saved.",
    ]
    assert (Arrangement.objects.count(), Document.objects.count()) == (0, 0)


def test_an_arrangement_made_here_is_in_the_way_and_untouched(
    anna: Employee, bo: Employee, offer: Callable[..., Arrangement], file: Path, capsys: Out
) -> None:
    offer(anna, by=bo)
    assert take_in(file, bare(anna)) == 2
    assert "already. It is untouched" in capsys.readouterr().err
    assert Arrangement.objects.count() == 1


def test_a_limited_arrangement_ends_by_itself_and_can_be_paused_before(
    anna: Employee, dorte: Employee, file: Path
) -> None:
    take_in(file, bare(anna, last="31-12-2026"))
    assert standing(anna, date(2026, 12, 31)).status is Status.IN_FORCE
    assert standing(anna, date(2027, 1, 1)).status is Status.CLOSED
    pk = Arrangement.objects.get().pk
    actions.pause(arrangement=pk, on=TODAY, actor=dorte.pk, reason="Flytning", now=NOW)
    assert standing(anna).status is Status.PAUSED
    assert standing(anna, date(2027, 1, 1)).status is Status.CLOSED


def test_days_without_hours_are_planned_all_the_same(anna: Employee, file: Path) -> None:
    take_in(file, bare(anna))
    pattern = queries.pattern_of(standing(anna).terms)
    monday = TODAY
    places = [pattern.place_on(monday + timedelta(days=day), FIRST) for day in range(6)]
    assert places == ["home", "office", "home", "office", "office", None]


def test_an_empty_list_and_wrong_headings_are_named(file: Path, company: object, capsys: Out) -> None:
    assert take_in(file) == 2
    assert take_in(file, "1;x", headings="medarbejdernr;farve") == 2
    said = capsys.readouterr().err
    assert "headings: The list has no rows." in said
    assert 'headings: farve: The column "farve" is not known.' in said
    assert "headings: mønster: The column pattern is missing." in said
