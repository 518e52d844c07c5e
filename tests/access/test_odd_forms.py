"""Every form, with each of its fields in turn filled in as nobody means it: a page comes, never an error of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from django.test import Client
from zeal import zeal_ignore

from tests.access.forms import forms_of
from tests.access.table import address, as_it_was, ask, rows

if TYPE_CHECKING:
    from tests.access.conftest import World

pytestmark = pytest.mark.faults

ODD = {
    "nothing": "",
    "no character": "a\0b",
    "long": "x" * 20_000,
    "large": "9" * 30,
    "negative": "-1",
    "a fraction": "1,5e9",
    "not a number": "NaN",
    "no such day": "31-02-2026",
    "before all days": "0001-01-01",
    "after all days": "9999-12-31",
    "markup": "</textarea><script>alert(1)</script>",
    "another script": "ÆØÅ ﬁ 🏠 \u202e\u0000\ud7ff",
}
LEAVING = ("/konto/log-ud/", "/sprog/")


@pytest.mark.parametrize("who", ["own", "led", "hr"])
@pytest.mark.parametrize("odd", ODD)
def test_whatever_is_written_in_a_field_a_page_comes(who: str, odd: str, world: World) -> None:
    found = []
    for row in rows():
        if row.method != "GET" or row.by(who) != "200":
            continue
        url = address(row, world.records)
        with as_it_was(row):
            answer = ask(world.browsers[who], url)
            page = "" if answer.streaming else answer.content.decode(errors="ignore")
        for form in forms_of(page):
            target = form.action or url
            if target in LEAVING:
                continue
            for name in form.said:
                with as_it_was(row), zeal_ignore():
                    status = sent(world.browsers[who], target, form.said | {name: ODD[odd]})
                found += [f"{row.route} → {target}: {name}: {status}"] if status >= 500 else []
    assert found == []


def sent(browser: Client, url: str, said: dict[str, str]) -> int:
    again = Client(raise_request_exception=False)
    again.cookies.update(browser.cookies)
    kind = "application/x-www-form-urlencoded"
    return again.generic("POST", url, urlencode(said, errors="surrogatepass"), content_type=kind).status_code
