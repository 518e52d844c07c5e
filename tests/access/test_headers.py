"""What every answer tells the browser: whose scripts it may run, who may frame it, and that it keeps nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.access.table import address, as_it_was, ask, rows

if TYPE_CHECKING:
    from django.http import HttpResponse

    from tests.access.conftest import World

POLICY = {
    "base-uri 'self'",
    "connect-src 'self'",
    "default-src 'none'",
    "font-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "img-src 'self'",
    "manifest-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
}
STRICT = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def faults(answer: HttpResponse) -> list[str]:
    """What an answer lacks."""
    told = answer.headers.get("Content-Security-Policy", "")
    found = [] if {part.strip() for part in told.split(";")} == POLICY else [f"Content-Security-Policy: {told}"]
    found += [
        f"{name}: {answer.headers.get(name)}" for name, said in STRICT.items() if answer.headers.get(name) != said
    ]
    for cookie in answer.cookies.values():
        if cookie["max-age"] != 0 and not (cookie["httponly"] and cookie["samesite"] == "Lax"):
            found.append(f"a loose cookie: {cookie.OutputString()}")
    return found


def test_every_answer_is_strict(world: World) -> None:
    found = {}
    for who in ("out", "own", "hr"):
        for row in rows():
            for method in ("GET", "POST"):
                with as_it_was(row):
                    lacks = faults(ask(world.browsers[who], address(row, world.records), method))
                found |= {f"{method} {row.route} {who}": lacks} if lacks else {}
    assert found == {}


def test_no_browser_and_nothing_between_keeps_the_page_of_someone_signed_in(world: World) -> None:
    """So that the back button shows nothing once someone has signed out, on a machine that others use too."""
    found = {}
    for who in ("half", "own", "hr"):
        for row in rows():
            with as_it_was(row):
                told = ask(world.browsers[who], address(row, world.records)).headers.get("Cache-Control", "")
            if not {"private", "no-store"} <= {part.strip() for part in told.split(",")}:
                found[f"{row.route} {who}"] = told
    assert found == {}


def test_errors_are_as_strict(world: World) -> None:
    for who in ("out", "own"):
        for url, status in (
            ("/findes-ikke/", 404),
            ("/regler/findes-ikke/", 404 if who == "own" else 302),
            ("/%00/", 400),
        ):
            answer = ask(world.browsers[who], url)
            assert (url, answer.status_code, faults(answer)) == (url, status, [])
