"""Processes: how long until the first answer, how much memory, and how soon the law answers."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from benchmarks.addresses import PAGES
from benchmarks.answers import Figure, at_most
from benchmarks.houses import Houses
from benchmarks.process import ROOT, Process

MEMORY, COLD, LAW = 110, 1.5, 0.5
TRIES = 5
FIRST_ANSWER = """
import time
import django
django.setup()
from benchmarks.asking import fetch
status = fetch("/konto/log-ind/")[0]
print(status, time.process_time())
"""


def ask(houses: Houses) -> Iterator[Figure]:
    """A web process as the server starts it, one that has shown every page, the worker, the command line."""
    surroundings, company = houses.company(1_000)
    yield _cold_start(surroundings)
    yield _server(surroundings)
    with Process(surroundings) as app:
        for page in PAGES:
            app.call("benchmarks.asking:cost", url=page.address(company), person=company[page.who])
        yield at_most(
            "memory of a process that has shown every page", app.call("benchmarks.processes:pss"), MEMORY, "MB"
        )
    yield _worker(surroundings)
    yield _law(surroundings)


def pss(process: int | str = "self") -> float:
    """Megabytes that a process takes, with its share of what it has together with others."""
    kilobytes = re.search(r"^Pss:\s+(\d+)", Path(f"/proc/{process}/smaps_rollup").read_text(), re.MULTILINE)
    assert kilobytes
    return int(kilobytes[1]) / 1000


def _cold_start(surroundings: dict[str, str]) -> Figure:
    """From nothing to the first page, in CPU time: the clock on the wall also tells what else the machine does."""
    walls, cpus = [], []
    for _ in range(TRIES):
        begun = time.monotonic()
        said = subprocess.run([sys.executable, "-c", FIRST_ANSWER], env=surroundings, cwd=ROOT,
                              capture_output=True, text=True, check=True).stdout.split()  # fmt: skip
        walls.append(time.monotonic() - begun)
        cpus.append(float(said[1]))
        assert said[0] == "200"
    return at_most("from start to the first page", median(cpus), COLD, "s", digits=2, beside=f"{min(walls):.2f} s wall")


def _server(surroundings: dict[str, str]) -> Figure:
    """`hjemmedag serve` with one web process, after a few requests."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "django", "serve", "--port", str(port), "--workers", "1", "--verbosity", "0"]
    server = subprocess.Popen(command, env=surroundings, cwd=ROOT)
    try:
        for _ in range(20):
            _get(port, "/konto/log-ind/")
        web = max(pss(child) for child in _children(server.pid))
    finally:
        _stopped(server)
    return at_most("memory of a web process of hjemmedag serve", web, MEMORY, "MB")


def _stopped(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _get(port: int, url: str) -> None:
    until = time.monotonic() + 30
    while True:
        try:
            with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                connection.request("GET", url, headers={"Host": "localhost"})
                assert connection.getresponse().status == 200
                return
        except ConnectionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _children(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def _worker(surroundings: dict[str, str]) -> Figure:
    """The background worker, some seconds after it has begun."""
    worker = subprocess.Popen([sys.executable, "-m", "django", "worker"], env=surroundings, cwd=ROOT,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    try:
        time.sleep(8)
        taken = pss(worker.pid)
    finally:
        _stopped(worker)
    return at_most("memory of the worker", taken, MEMORY, "MB")


def _law(surroundings: dict[str, str]) -> Figure:
    """`hjemmedag law` from start to end."""
    command = [str(Path(sys.executable).parent / "hjemmedag"), "law", "worktime.daily_rest", "--format", "json"]
    walls, before = [], os.times()
    for _ in range(TRIES):
        begun = time.monotonic()
        subprocess.run(command, env=surroundings, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        walls.append(time.monotonic() - begun)
    after = os.times()
    cpu = (after.children_user + after.children_system - before.children_user - before.children_system) / TRIES
    return at_most("hjemmedag law", min(walls), LAW, "s", digits=2, beside=f"{cpu:.2f} s CPU")
