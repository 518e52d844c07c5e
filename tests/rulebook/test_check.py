"""The worked examples in check/, as a lawyer reads them, asked through the command itself."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from hjemmedag.cli import main

CASES = Path(__file__).parent / "check"
LINE = re.compile(r"(?P<first>[\d-]{10})(\.\.(?P<last>[\d-]{10}))?(?P<weekdays> Mon-Fri)? (?P<rest>.+)")


def cases() -> Iterator[Any]:
    for file in sorted(CASES.glob("*.toml")):
        shared = tomllib.loads(file.read_text(encoding="utf-8"))
        for case in shared.pop("case"):
            yield pytest.param({**shared, **case}, id=f"{file.stem}: {case['name']}")


def days(line: str) -> Iterator[tuple[date, str]]:
    """ "2026-11-02..2026-11-06 08:00-16:00" is one line a day, "Mon-Fri" leaves the weekends out."""
    found = LINE.fullmatch(line)
    assert found
    first, last = date.fromisoformat(found["first"]), date.fromisoformat(found["last"] or found["first"])
    for day in (first + timedelta(days=n) for n in range((last - first).days + 1)):
        if not found["weekdays"] or day.weekday() < 5:
            yield day, found["rest"]


def entries(lines: list[str], **also: str) -> list[dict[str, str]]:
    parts = [(day, *times.split("-")) for line in lines for day, times in days(line)]
    return [{"start": f"{day}T{start}", "end": f"{day}T{end}", **also} for day, start, end in parts]


def totals(lines: list[str]) -> list[dict[str, object]]:
    return [{"date": str(day), "minutes": int(minutes)} for line in lines for day, minutes in days(line)]


def situation(case: dict[str, Any]) -> dict[str, Any]:
    person = dict(case.get("person", {}))
    work = entries(case.get("work", [])) + entries(case.get("on_call", []), place="home", kind="on_call")
    work += person.pop("time_entries", [])
    known = case["known"]
    if isinstance(known, list):
        person |= {"known_from": known[0], "known_to": known[1]}
    elif known:
        first = date.fromisoformat(min(each["start"] for each in work)[:10])
        person["known_from"] = f"{first - timedelta(days=known)}T00:00"
    people = [{"id": "E1", **person, "time_entries": work, "daily_totals": totals(case.get("totals", []))}]
    if "second" in case:
        people.append({"id": "E1", "daily_totals": totals(case["second"])})
    return {"on": "2026-11-30", **case.get("all", {}), "employees": people}


def plain(value: object) -> str:
    assert isinstance(value, date | datetime)
    return value.isoformat()


@pytest.mark.parametrize("case", list(cases()))
def test_the_command_answers_the_worked_example(
    case: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "situation.json"
    file.write_text(json.dumps(situation(case), default=plain), encoding="utf-8")
    code = main(["check", str(file), "--format", "json"])
    answer = json.loads(capsys.readouterr().out)
    telling = {"violation", "derogated", "warning", "provisional"} & set(answer["verdicts"]["E1"].values())
    found = [finding for finding in answer["findings"] if finding["rule"] == case["rule"]]
    shown = [{name: finding[name] for name in ("from", "to", "measured", "limit")} for finding in found]
    assert shown == [{"to": None, **finding} for finding in case.get("findings", [])]
    assert answer["verdicts"]["E1"][case["rule"]] == case["verdict"]
    assert code == int(bool(telling))
