"""The command line: `law` and `rule` as other programs and people meet them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
import pytest

from hjemmedag.cli import RUNNING, main
from hjemmedag.cli.arguments import environment_language
from hjemmedag.cli.words import ABOUT, HELP
from hjemmedag.core.rules import RULES
from hjemmedag.rulebook.load import load
from tests.effort import seconds

COMMAND = Path(sys.executable).with_name("hjemmedag")
NOTICE = '{"employed_from": "2026-01-01", "given_on": "2026-05-31", "given_by": "employer", "agreed_months": null}'

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("law", …)` gives the exit code and what was written on standard output and standard error."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_DK.UTF-8")

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        written = capsys.readouterr()
        return code, written.out, written.err

    return run


@pytest.fixture
def answer(run: Run) -> Callable[..., Any]:
    """`answer("law", …)` gives the JSON document that the command prints."""

    def answer(*arguments: str) -> Any:
        _, out, err = run(*arguments, "--format", "json")
        assert err == ""
        return json.loads(out)

    return answer


def test_law_tells_a_rule_and_its_values_on_a_date(answer: Callable[..., Any]) -> None:
    rule = answer("law", "worktime.daily_rest", "--on", "2024-06-30")
    assert rule["key"] == "worktime.daily_rest"
    assert rule["title"] == {"da": "Daglig hvileperiode", "en": "Daily rest"}
    assert (rule["on"], rule["kind"], rule["responsible"]) == ("2024-06-30", "law", "employer")
    assert rule["sources"][0] == {
        "act": "Lov om arbejdsmiljø",
        "number": "LBK nr 1108",
        "date": "2025-09-15",
        "section": "§ 50",
    }
    assert rule["parameters"][0] == {
        "name": "minimum",
        "title": {"da": "Mindste hvile i træk", "en": "Shortest rest in a row"},
        "value": 660,
        "unit": "minutes",
        "from": None,
        "to": None,
        "source": rule["sources"][0],
        "sources": rule["sources"],
        "certainty": "verified",
        "kind": "law",
    }


def test_law_writes_periods_with_an_exclusive_end(answer: Callable[..., Any]) -> None:
    [floor] = answer("law", "equipment.tax_deduction", "--on", "2026-12-31")["parameters"]
    assert (floor["value"], floor["from"], floor["to"]) == (7600, "2026-01-01", "2027-01-01")


def test_law_answers_null_with_a_message_where_the_value_is_unknown(answer: Callable[..., Any]) -> None:
    [floor] = answer("law", "equipment.tax_deduction", "--on", "2027-01-01")["parameters"]
    assert [floor[name] for name in ("value", "from", "to", "source", "certainty")] == [None] * 5
    assert floor["message"] == {
        "da": 'Vi kender ingen værdi for "Bundgrænse for øvrige lønmodtagerudgifter" fredag 1. januar 2027.',
        "en": 'We know no value for "Floor for other employee expenses" on Friday 1 January 2027.',
    }


@pytest.mark.parametrize(
    ("key", "name", "value"),
    [
        ("worktime.night_work", "night_start", "22:00"),
        ("workplaces.screen_work", "week_above", 14.8),
        ("worktime.registration", "required", True),
        ("people.public_holidays", "christmas_day", "12-25"),
    ],
)
def test_law_writes_values_as_json_has_them(answer: Callable[..., Any], key: str, name: str, value: object) -> None:
    parameters = answer("law", key, "--on", "2026-11-23")["parameters"]
    assert [each["value"] for each in parameters if each["name"] == name] == [value]


def test_law_without_a_key_lists_every_rule(answer: Callable[..., Any]) -> None:
    listed = answer("law", "--on", "2026-11-23")
    assert [rule["key"] for rule in listed["rules"]] == sorted(load().rules)
    assert listed["rules"][0] == {
        "key": "agreements.ad_hoc",
        "title": {"da": "Enkelte hjemmedage", "en": "Single home days"},
        "certainty": "verified",
    }


def test_law_for_people_lists_a_rule_a_line(run: Run) -> None:
    code, out, _ = run("law")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == sorted(load().rules)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("key", sorted(load().rules))
def test_law_for_people_reads_every_rule(run: Run, key: str, language: str) -> None:
    rule = load().rule(key)
    code, out, _ = run("law", key, "--lang", language)
    assert code == 0
    assert out.splitlines()[0] == f"{rule.title.said(language)} ({key})"
    assert all(str(source) in out for source in rule.sources)


def test_law_takes_today_where_no_date_is_given(answer: Callable[..., Any], clock: object) -> None:
    assert answer("law", "worktime.breaks")["on"] == "2026-11-23"


def test_the_page_of_the_rulebook_is_current(run: Run) -> None:
    page = Path(__file__).parents[1] / "docs" / "rulebook.md"
    code, out, _ = run("law", "--format", "markdown", "--lang", "en")
    assert code == 0
    assert page.read_text(encoding="utf-8") == out, "write it anew: hjemmedag law --format markdown --lang en"


def test_rule_answers_with_verdict_source_certainty_and_message(answer: Callable[..., Any]) -> None:
    assert answer("rule", "endings.notice", NOTICE) == {
        "rule": "endings.notice",
        "verdict": "ok",
        "months": 1,
        "ends_on": "2026-06-30",
        "basis": "statutory",
        "source": "Funktionærloven § 2, LBK nr 1002 af 24/08/2017",
        "certainty": "verified",
        "message": {
            "da": "Varslet er 1 måned og løber ud tirsdag 30. juni 2026. "
            "Det følger af funktionærloven, når der ikke er aftalt et andet varsel.",
            "en": "The notice is 1 month and runs out on Tuesday 30 June 2026. "
            "It follows from the Salaried Employees Act where no other notice is agreed.",
        },
    }


@pytest.mark.parametrize(("on", "said"), [("2024-06-30", True), ("2025-09-15", False)])
def test_law_says_when_it_cites_a_later_consolidation(run: Run, on: str, said: bool) -> None:
    words = "An act is cited in its present consolidation, for earlier days too."
    assert (words in run("law", "worktime.daily_rest", "--on", on, "--lang", "en")[1]) is said


def test_rule_for_people_says_the_same(run: Run) -> None:
    assert run("rule", "people.public_holidays", '{"year": 2026}', "--lang", "da") == (
        0,
        "Der er 10 helligdage i 2026.\n"
        "  days: 2026-01-01, 2026-04-02, 2026-04-03, 2026-04-05, 2026-04-06, 2026-05-14, 2026-05-24, 2026-05-25, "
        "2026-12-25, 2026-12-26\n"
        "Kilde: Den danske helligdagsordning; Lov om konsekvenserne ved afskaffelsen af store bededag som helligdag, "
        "Lov nr 214 af 06/03/2023 (bekræftet)\n",
        "",
    )


@pytest.mark.parametrize(
    ("key", "facts", "code"),
    [
        ("endings.notice", NOTICE, 0),
        ("agreements.flexible_request", '{"requested_on": "2026-11-20"}', 0),
        ("agreements.information", '{"delivered_on": "2026-11-16", "effective_on": "2026-11-15"}', 1),
        ("agreements.information", '{"delivered_on": "2023-06-30", "effective_on": "2023-06-30"}', 1),
        ("workplaces.screen_work", '{"on": "2026-11-23", "planned_home_hours": [22.2]}', 0),
        ("workplaces.screen_work", '{"on": "2026-11-23", "country": "SE"}', 0),
        ("workplaces.screen_work", '{"on": "2022-04-29", "planned_home_hours": [22.2]}', 1),
        ("workplaces.injury_report", '{"injured_on": "2026-06-15", "absent_on": ["2026-06-16"]}', 0),
        ("workplaces.injury_report", '{"injured_on": "2026-07-06", "absent_on": ["2026-07-07"]}', 1),
        ("workplaces.assessment_due", '{"surveyed_on": "2023-11-20"}', 0),
        ("workplaces.screen_work", '{"on": "2026-11-23"}', 2),
        ("people.social_security", '{"residence": "SE", "home_share": 50}', 2),
    ],
)
def test_rule_exits_0_for_in_order_and_not_applicable_2_for_bad_facts_and_1_otherwise(
    run: Run, key: str, facts: str, code: int
) -> None:
    assert run("rule", key, facts)[0] == code


def test_rule_reads_a_file_with_or_without_a_byte_order_mark(answer: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "fakta på dansk.json"
    for encoding in ("utf-8", "utf-8-sig"):
        file.write_text(NOTICE, encoding=encoding)
        assert answer("rule", "endings.notice", str(file))["months"] == 1


def test_rule_reads_standard_input() -> None:
    done = subprocess.run(
        [COMMAND, "rule", "endings.notice", "-", "--format", "json"], input=NOTICE, capture_output=True, text=True
    )
    assert (done.returncode, json.loads(done.stdout)["months"], done.stderr) == (0, 1, "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("lav",), 'there is no command "lav". Did you mean "law"?'),
        (("xyz",), 'there is no command "xyz". See "hjemmedag --help".'),
        (("check",), "the file is missing."),
        (("check", "times.ods"), "times.ods: must be a file that ends in .json, .csv, .xlsx or .parquet."),
        (("check", "a.csv", "--known-from", "2026-11-02"), '--known-from: "2026-11-02" is not a date and time.'),
        (("law", "worktime.dayly_rest"), 'there is no rule "worktime.dayly_rest". Did you mean "worktime.daily_rest"?'),
        (("law", "x"), 'there is no rule "x". See them all with "hjemmedag law".'),
        (("law", "--on", "31-02-2026"), '--on: "31-02-2026" is not a date. Write it like 2026-11-30.'),
        (("law", "--on"), "--on: a value is missing."),
        (("law", "--format", "xml"), '--format: "xml" can\'t be used. Choose one of: text, json, markdown.'),
        (("law", "--lang", "sv"), '--lang: "sv" can\'t be used. Choose one of: da, en.'),
        (("law", "worktime.breaks", "--off", "2026-01-01"), 'the argument "--off" has no use here.'),
        (("law", "worktime.breaks", "worktime.daily_rest"), 'the argument "worktime.daily_rest" has no use here.'),
        (("rule",), f"the rule's key is missing. Choose one of: {', '.join(sorted(RULES))}."),
        (
            ("rule", "worktime.daily_rest", "{}"),
            f'the rule "worktime.daily_rest" can\'t be asked. Choose one of: {", ".join(sorted(RULES))}.',
        ),
        (("rule", "endings.notice"), "facts are missing: JSON, a file or -."),
        (("rule", "endings.notice", "{}"), "facts: employed_from: is missing."),
        (("rule", "endings.notice", "{"), "facts: is not JSON ("),
        (("rule", "endings.notice", "[]"), "facts: must be a JSON object, { … }."),
        (("rule", "endings.notice", "[" * 100_000), "facts: is not JSON ("),
        (("rule", "people.public_holidays", '{"year": ' + "9" * 5000 + "}"), "facts: is not JSON ("),
        (("rule", "people.public_holidays", '{"year": 1, "year": 2}'), "facts: year: stands twice."),
        (("rule", "people.public_holidays", '{"year": 1}'), "facts: year: the year 1 is outside 1900–2199."),
        (("rule", "people.public_holidays", "nowhere.json"), "nowhere.json: the file can't be read (No such file"),
        (("rule", "people.public_holidays", "a\0b"), "a\0b: the file can't be read (embedded null byte)."),
        (("rule", "people.public_holidays", "x" * 5000), "x"),
        (("rule", "people.public_holidays", "{}", "--format", "markdown"), '--format: "markdown" can\'t be used.'),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, tuple) else "",
)
def test_input_that_cannot_be_used_gets_one_message_and_exit_code_2(
    run: Run, arguments: tuple[str, ...], message: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"hjemmedag: {message}")
    assert err.count("\n") == 1


def test_a_file_that_is_not_text_is_refused_by_name(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.json"
    file.write_bytes(NOTICE.replace("employer", "ø").encode("latin-1"))
    assert run("rule", "endings.notice", str(file)) == (2, "", f"hjemmedag: {file}: is not UTF-8.\n")
    assert run("rule", "endings.notice", str(tmp_path))[2] == (
        f"hjemmedag: {tmp_path}: the file can't be read (Is a directory).\n"
    )


@pytest.mark.parametrize("place", [("--lang", "da", "law", "x"), ("law", "x", "--lang=da")])
def test_messages_come_in_the_language_that_is_asked_for(run: Run, place: tuple[str, ...]) -> None:
    assert run(*place) == (2, "", 'hjemmedag: der er ingen regel "x". Se dem alle med "hjemmedag law".\n')


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "da"),
        ({"LANG": "C.UTF-8"}, "da"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "da_DK.UTF-8"}, "da"),
        ({"LANG": "da_DK.UTF-8", "LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "da_DK.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": ""}, "en"),
    ],
)
def test_without_asking_the_environment_decides_and_danish_comes_first(
    environment: dict[str, str], language: str
) -> None:
    assert environment_language(environment) == language


@pytest.mark.parametrize("language", ["da", "en"])
def test_help_names_every_command_in_the_readers_language(run: Run, language: str) -> None:
    for arguments in ((), ("--help",), ("-h",)):
        assert run(*arguments, "--lang", language) == (0, ABOUT.said(language) + "\n", "")
    words = ABOUT.said(language).replace(",", " ").split()
    assert [command for command in (*HELP, *RUNNING) if command not in words] == []


@pytest.mark.parametrize("command", sorted(HELP))
def test_a_command_explains_itself(run: Run, command: str) -> None:
    assert run(command, "anything", "--help") == (0, HELP[command].en + "\n", "")


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["manage", "version"], {}, (0, f"{django.__version__}\n", "")),
        (
            ["manage", "version"],
            {"HJEMMEDAG_DEBUG": "perhaps"},
            (2, "", "hjemmedag: HJEMMEDAG_DEBUG: 'perhaps' is neither yes nor no. Write 1 or 0.\n"),
        ),
    ],
)
def test_manage_runs_djangos_own_commands_with_the_products_settings(
    arguments: list[str], environment: dict[str, str], expected: tuple[int, str, str], tmp_path: Path
) -> None:
    own = {**os.environ, "HJEMMEDAG_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "hjemmedag.config.settings"}
    done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, env={**own, **environment})
    assert (done.returncode, done.stdout, done.stderr) == expected


def test_an_interruption_ends_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hjemmedag.cli.law.load", interrupted)
    assert run("law") == (130, "", "")


def test_a_reader_that_goes_away_leaves_no_trace() -> None:
    done = subprocess.run(
        ["bash", "-c", f'"{COMMAND}" law --format markdown | true; echo "${{PIPESTATUS[0]}}"'],
        capture_output=True,
        text=True,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_said_so() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([COMMAND, "law", "--lang", "en"], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 2
    assert done.stderr.startswith("hjemmedag: can't write the answer: ")


@pytest.mark.parametrize("arguments", [("law", "worktime.daily_rest"), ("rule", "endings.notice", NOTICE)])
def test_law_and_rule_start_without_django(arguments: tuple[str, ...]) -> None:
    script = f"import sys; from hjemmedag.cli import main; main({list(arguments)!r}); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False"


def test_law_answers_within_half_a_second() -> None:
    assert min(seconds(COMMAND, "law", "worktime.daily_rest") for _ in range(5)) < 0.5
