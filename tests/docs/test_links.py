"""Whatever a page points at is there: other pages, their headings, files, addresses of the product."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.urls import Resolver404, resolve

from tests.docs.pages import DOCS, LINK, PAGES, ROOT, SOURCE, anchors, code, name, prose, read

ELSEWHERE = {"localhost", "127.0.0.1", "interoperable-europe.ec.europa.eu"}
"""The only hosts that pages name, beside made-up ones under .example."""

FILE = re.compile(r"[\w.<>*{},-]+(/[\w.<>*{},-]+)*(/|\.(py|toml|md|html|txt|typ|css|js|po|png|lock|json|cfg))")
STAGES = [folder for folder in (SOURCE / "apps").iterdir() if folder.is_dir()]
HERE = (ROOT, SOURCE, DOCS, SOURCE / "ui" / "templates", *STAGES)
SERVER = ("/etc/", "/srv/", "/var/")
"""Where things stand on a server of one's own, in examples."""


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_somewhere(page: Path) -> None:
    dead = []
    for target in LINK.findall(prose(page)):
        parts = urlsplit(target)
        if parts.scheme:
            continue
        there = (page.parent / parts.path).resolve() if parts.path else page
        if not there.exists() or (parts.fragment and parts.fragment not in anchors(there)):
            dead.append(target)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_file_a_page_names_is_there(page: Path) -> None:
    named = [said for said in code(page) if FILE.fullmatch(said) and "/" in said]
    missing = [said for said in named if not any(any(here.glob(pattern(said))) for here in HERE)]
    assert missing == []


def pattern(said: str) -> str:
    """A named file, with what stands for any name as a glob: `core/<subject>/rules/`."""
    return re.sub(r"<\w+>", "*", said).rstrip("/")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_address_a_page_names_is_one_of_the_products(page: Path) -> None:
    unknown = []
    for said in code(page):
        if said.startswith("/") and said.endswith("/") and not said.startswith(SERVER):
            try:
                resolve(re.sub(r"<\w+>", "1", said))
            except Resolver404:
                unknown.append(said)
    assert unknown == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_names_no_host_but_known_ones(page: Path) -> None:
    hosts = {urlsplit(address).hostname or "" for address in re.findall(r"https?://[^\s)>\"'`]+", read(page))}
    assert {host for host in hosts if not host.endswith(".example")} - ELSEWHERE == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_names_no_place_outside_the_project(page: Path) -> None:
    absolute = re.findall(r"(?<![\w.:/>\])<])/[a-z][\w-]*/[\w/.-]*", read(page))
    assert [path for path in absolute if not path.startswith(SERVER) and not is_address(path)] == []
    assert [link for link in LINK.findall(prose(page)) if ROOT not in (page.parent / link).resolve().parents] == []


def is_address(path: str) -> bool:
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def test_every_page_can_be_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        if page in reached:
            continue
        reached.add(page)
        linked = (urlsplit(target) for target in LINK.findall(prose(page)))
        waiting += [(page.parent / to.path).resolve() for to in linked if to.path.endswith(".md") and not to.scheme]
    assert [name(page) for page in PAGES if page not in reached] == []


def test_every_picture_is_shown_and_small() -> None:
    shown = {(page.parent / target).resolve() for page in PAGES for target in LINK.findall(prose(page))}
    pictures = list((DOCS / "images").iterdir())
    assert [picture.name for picture in pictures if picture not in shown] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 150 * 1024] == []
