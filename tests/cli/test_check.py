"""`hjemmedag check` as other programs and people meet it."""

# ruff: noqa: DTZ001 – spreadsheets and Parquet hold wall clocks

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from hjemmedag.adapters.parquet import batches, grouping, regrouping
from hjemmedag.adapters.spreadsheets import write_csv, write_xlsx
from hjemmedag.cli import main
from tests.effort import seconds

COMMAND = Path(sys.executable).with_name("hjemmedag")
WORK = [
    ("0007", datetime(2026, 11, 2, 7), datetime(2026, 11, 2, 15, 20), "home", "work"),
    ("0007", datetime(2026, 11, 2, 20), datetime(2026, 11, 3, 0), "home", "call_out"),
    ("0008", datetime(2026, 11, 2, 8), datetime(2026, 11, 2, 12), "office", "on_call"),
    ("0008", datetime(2026, 11, 2, 14), datetime(2026, 11, 2, 15), "home", "on_call"),
]
HEADINGS = ("employee", "start", "end", "place", "kind")

Answer = Callable[..., Any]


@pytest.fixture
def answer(capsys: pytest.CaptureFixture[str]) -> Answer:
    """The JSON document that `check` prints, its exit code beside it as `code`."""

    def answer(file: Path, *arguments: str) -> Any:
        code = main(["check", str(file), "--format", "json", *arguments])
        said = capsys.readouterr()
        assert said.err == ""
        return json.loads(said.out) | {"code": code}

    return answer


def parquet(file: Path, rows: list[tuple[Any, ...]], **more: object) -> Path:
    columns = dict(zip(HEADINGS, map(list, zip(*rows, strict=True)), strict=True))
    pq.write_table(pa.table({**columns, **more}), file)
    return file


@pytest.fixture(params=["csv", "xlsx", "parquet", "json"])
def times(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The same entries in a file of each kind."""
    file = tmp_path / f"tider.{request.param}"
    if request.param == "parquet":
        return parquet(file, WORK)
    if request.param == "json":
        people = [
            {"id": who, "time_entries": [{"start": start, "end": end, "place": place, "kind": kind}]}
            for who, start, end, place, kind in WORK
        ]
        file.write_text(json.dumps({"employees": people}, default=datetime.isoformat), encoding="utf-8")
        return file
    file.write_bytes((write_csv if request.param == "csv" else write_xlsx)(HEADINGS, WORK))
    return file


def test_each_kind_of_file_gives_the_same_answer(times: Path, answer: Answer) -> None:
    found = answer(times, "--known-from", "2026-10-26T00:00")
    assert found.pop("code") == 1
    usual = {"worktime.daily_rest": "violation", "worktime.weekly_rest": "ok", "worktime.weekly_hours": "undetermined"}
    usual |= {"worktime.breaks": "ok", "worktime.night_work": "ok"}
    assert found["verdicts"] == {"0007": usual, "0008": usual | {"worktime.daily_rest": "ok"}}
    assert found["findings"][0] == {
        "employee": "0007",
        "rule": "worktime.daily_rest",
        "verdict": "violation",
        "from": "2026-11-02T20:00+01:00",
        "to": "2026-11-03T00:00+01:00",
        "measured": 420,
        "limit": 660,
        "unit": "minutes",
        "source": "Lov om arbejdsmiljø § 50, LBK nr 1108 af 15/09/2025; "
        "Bekendtgørelse om hvileperiode og fridøgn m.v. § 3, BEK nr 324 af 23/05/2002; "
        "Arbejdstilsynets svar om at beregne en hvileperiode",
        "certainty": "verified",
        "message": {
            "da": "I døgnet før tirsdag 3. november 2026 kl. 00:00 var den længste hvile 7 timer. "
            "Den skal være mindst 11 timer. Bruddet begyndte mandag 2. november 2026 kl. 20:00.",
            "en": "In the 24 hours before Tuesday 3 November 2026 at 00:00 the longest rest was 7 hours. "
            "It must be at least 11 hours. The breach began on Monday 2 November 2026 at 20:00.",
        },
    }
    assert [(each["employee"], each["rule"]) for each in found["findings"]] == [("0007", "worktime.daily_rest")]


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_danish_headings_and_words_give_the_same_answer(ending: str, tmp_path: Path, answer: Answer) -> None:
    danish = {"home": "hjemme", "office": "kontor", "work": "arbejde", "on_call": "rådighed", "call_out": "tilkald"}
    rows = [(*row[:3], *(danish.get(word, word) for word in row[3:])) for row in WORK]
    headings = ("medarbejdernr", "fra", "til", "sted", "art")
    file, english = tmp_path / f"tider.{ending}", tmp_path / "times.csv"
    if ending == "parquet":
        pq.write_table(pa.table(dict(zip(headings, map(list, zip(*rows, strict=True)), strict=True))), file)
    else:
        file.write_bytes((write_csv if ending == "csv" else write_xlsx)(headings, rows))
    english.write_bytes(write_csv(HEADINGS, WORK))
    asked = ("--known-from", "2026-10-26T00:00")
    assert answer(file, *asked) == answer(english, *asked)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ","])
def test_a_csv_file_is_read_as_spreadsheets_write_it(
    encoding: str, delimiter: str, tmp_path: Path, answer: Answer
) -> None:
    file = tmp_path / "tider på dansk.CSV"
    rows = [
        "Employee;start;end;note",
        "Søren;02-11-2026 07:00;02-11-2026 21:00;æøå",
        "",
        "Åse;2/11/2026 7.00;2.11.2026 8:00",
    ]
    file.write_bytes("\r\n".join(rows).replace(";", delimiter).encode(encoding))
    found = answer(file)
    assert {who: verdicts["worktime.daily_rest"] for who, verdicts in found["verdicts"].items()} == {
        "Søren": "violation",
        "Åse": "undetermined",
    }


FOLDED = [
    ("25-10-2026 02:15;25-10-2026 02:45;", "2026-10-25T02:15+02:00", "2026-10-25T02:45+02:00"),
    ("25-10-2026 02:15;25-10-2026 02:45;1", "2026-10-25T02:15+01:00", "2026-10-25T02:45+01:00"),
    ("25-10-2026 02:45;25-10-2026 02:15;", "2026-10-25T02:45+02:00", "2026-10-25T02:15+01:00"),
    ("25-10-2026 01:00;25-10-2026 03:00;0", "2026-10-25T01:00+02:00", "2026-10-25T03:00+01:00"),
]


@pytest.mark.parametrize(("times", "start", "end"), FOLDED)
def test_an_hour_that_comes_twice_is_the_first_in_parquet_unless_said(
    times: str, start: str, end: str, tmp_path: Path
) -> None:
    first, last, fold = times.split(";")
    moments = [datetime.strptime(text, "%d-%m-%Y %H:%M") for text in (first, last)]  # noqa: DTZ007 – a wall clock
    file = parquet(tmp_path / "t.parquet", [("1", *moments, "home", "work")], fold=[int(fold or 0)])
    [batch] = batches.batches(file)
    placed = [int(datetime.fromisoformat(text).timestamp()) for text in (start, end)]
    assert [*batch.start.tolist(), *batch.end.tolist()] == placed


def test_times_with_a_zone_are_taken_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "t.parquet"
    moments = (
        pa.array([1_790_000_000], pa.timestamp("s", "UTC")),
        pa.array([1_790_003_600_000], pa.timestamp("ms", "UTC")),
    )
    pq.write_table(pa.table({"employee": [7], "start": moments[0], "end": moments[1]}), file)
    [batch] = batches.batches(file)
    assert (batch.names[0], batch.start.tolist(), batch.end.tolist()) == ("7", [1_790_000_000], [1_790_003_600])


def test_times_may_be_text(tmp_path: Path, answer: Answer) -> None:
    rows = [("1", "02-11-2026 07:00", "2026-11-02T21:00", "home", "work")]
    assert answer(parquet(tmp_path / "t.parquet", rows))["verdicts"]["1"]["worktime.daily_rest"] == "violation"


def test_a_file_in_any_order_gives_the_same_as_one_in_order(
    tmp_path: Path, answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ROWS", 50)
    monkeypatch.setattr(grouping, "ROWS", 50)
    monkeypatch.setattr(regrouping, "SHARES", 3)
    drawn = np.random.default_rng(7)
    rows = [
        (f"{who:03}", datetime(2026, 11, day, 7), datetime(2026, 11, day, int(drawn.integers(15, 24))), "home", "work")
        for who in range(40)
        for day in range(2, 14)
    ]
    ordered = answer(parquet(tmp_path / "ordered.parquet", rows))
    shuffled = answer(parquet(tmp_path / "shuffled.parquet", [rows[n] for n in drawn.permutation(len(rows))]))
    assert len(ordered["verdicts"]) == 40
    assert shuffled["verdicts"] == ordered["verdicts"]

    def key(finding: dict[str, Any]) -> str:
        return json.dumps(finding, sort_keys=True)

    assert sorted(map(key, shuffled["findings"])) == sorted(map(key, ordered["findings"]))
    assert len({finding["rule"] for finding in ordered["findings"]}) > 1


def test_what_is_in_order_ends_with_0_and_so_does_what_is_not_known(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "tider.csv"
    file.write_text("employee;start;end\n1;02-11-2026 08:00;02-11-2026 14:00\n", encoding="utf-8")
    found = answer(file)
    assert (found["code"], found["findings"]) == (0, [])
    assert found["verdicts"]["1"]["worktime.daily_rest"] == "undetermined"
    assert answer(file, "--known-from", "2026-11-01T00:00")["verdicts"]["1"]["worktime.daily_rest"] == "ok"


def test_what_a_situation_says_itself_goes_before_the_command_line(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "situation.json"
    work = [{"start": "2026-11-02T08:00", "end": "2026-11-02T14:00"}]
    people = [{"id": "1", "time_entries": work}, {"id": "2", "known_from": "2026-11-02T08:00", "time_entries": work}]
    file.write_text(json.dumps({"employees": people}), encoding="utf-8")
    found = answer(file, "--known-from", "2026-11-01T00:00", "--known-to", "2026-11-03T00:00")
    assert [own["worktime.daily_rest"] for own in found["verdicts"].values()] == ["ok", "undetermined"]


def test_nobody_at_all(tmp_path: Path, answer: Answer) -> None:
    file = tmp_path / "situation.json"
    file.write_text("{}", encoding="utf-8")
    assert answer(file) == {"verdicts": {}, "findings": [], "code": 0}


def test_people_read_it_in_their_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tider.csv"
    file.write_text("employee;start;end\n1;02-11-2026 07:00;02-11-2026 20:01\n", encoding="utf-8")
    assert main(["check", str(file), "--lang", "da", "--known-from", "2026-11-01T00:00"]) == 1
    assert (
        capsys.readouterr().out
        == """\
1
  Daglig hvileperiode: ikke i orden
    I døgnet før mandag 2. november 2026 kl. 20:01 var den længste hvile 10 timer og 59 minutter. Den skal være mindst \
11 timer. Bruddet begyndte mandag 2. november 2026 kl. 20:00.
    Kilde: Lov om arbejdsmiljø § 50, LBK nr 1108 af 15/09/2025; Bekendtgørelse om hvileperiode og fridøgn m.v. § 3, \
BEK nr 324 af 23/05/2002; Arbejdstilsynets svar om at beregne en hvileperiode (bekræftet)
  Pauser: vær opmærksom
    Der er ingen pause mandag 2. november 2026, hvor der er arbejdet 13 timer og 1 minut i træk. Over 6 timer er der \
ret til en.
    Kilde: Lov om gennemførelse af dele af arbejdstidsdirektivet § 3, LBK nr 896 af 24/08/2004 (bekræftet)

Daglig hvileperiode: 1 ikke i orden
Ugentligt fridøgn: 1 i orden
48-timers-reglen: 1 kan ikke afgøres
Pauser: 1 vær opmærksom
Natarbejde: 1 i orden
1 medarbejder
"""
    )


def test_people_are_told_of_the_first_and_the_number_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tider.csv"
    rows = [f"{who};{day:02}-11-2026 07:00;{day:02}-11-2026 21:00" for who in range(60) for day in range(2, 7)]
    file.write_text("\n".join(["employee;start;end", *rows]), encoding="utf-8")
    assert main(["check", str(file), "--lang", "en"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-8:-6] == ["The first 50 of 60 are shown. All are in --format json.", ""]
    assert lines.count("    … and 2 more.") == 100


@pytest.mark.parametrize(
    ("ending", "loaded"), [("json", ["numpy", "pyarrow", "django"]), ("csv", ["numpy", "pyarrow", "django"])]
)
def test_small_files_start_without_what_is_heavy(ending: str, loaded: list[str], tmp_path: Path) -> None:
    file = tmp_path / f"tider.{ending}"
    file.write_text("employee;start;end\n1;02-11-2026 08:00;02-11-2026 14:00\n" if ending == "csv" else "{}")
    script = (
        f"import sys; from hjemmedag.cli import main; main(['check', {str(file)!r}]); "
        f"print([name for name in {loaded!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_a_small_file_is_answered_within_half_a_second(ending: str, tmp_path: Path) -> None:
    file = tmp_path / f"tider.{ending}"
    if ending == "csv":
        file.write_bytes(write_csv(HEADINGS, WORK))
    else:
        file.write_text('{"employees": []}', encoding="utf-8")

    assert min(seconds(COMMAND, "check", file) for _ in range(5)) < 0.5
