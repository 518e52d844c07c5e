"""Workers that are killed, and workers that race; the web server and what it starts end together."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RUN = "import django; django.setup(); from tests.faults.working import main; main()"
PROGRAM = Path(sys.executable).with_name("hjemmedag")
PATIENCE = 30.0
MESSAGES = 60
MOST = 110 * 2**20

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment of a small company in a folder of its own."""
    folder = tmp_path_factory.mktemp("company")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("HJEMMEDAG_", "DJANGO_"))}
    built = ["demo", "--employees", "8", "--no-serve", "--data", str(folder)]
    subprocess.run([PROGRAM, *built], env=clean, check=True, capture_output=True, timeout=120)
    return clean | {
        "HJEMMEDAG_DATA": str(folder),
        "HJEMMEDAG_EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "DJANGO_SETTINGS_MODULE": "hjemmedag.config.settings",
        "PYTHONPATH": str(ROOT),
    }


def work(place: dict[str, str], what: str, *, times: int = 1) -> list[str]:
    """Do one of the works in so many processes at once; what each printed."""
    command = [sys.executable, "-c", RUN, what]
    running = [
        subprocess.Popen(command, env=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        for _ in range(times)
    ]
    said = [process.communicate(timeout=PATIENCE) for process in running]
    assert [process.returncode for process in running] == [0] * times, said
    return [out.strip() for out, _errors in said]


def sent_mail(place: dict[str, str]) -> list[str]:
    """The identity of every mail that was sent: a file may hold several."""
    texts = (file.read_text() for file in (Path(place["HJEMMEDAG_DATA"]) / "mail").iterdir())
    return [line for text in texts for line in text.splitlines() if line.startswith("Message-ID")]


def until(fits: Callable[[], bool], what: str) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not fits():
        assert time.monotonic() < end, f"not within {PATIENCE} seconds: {what}"
        time.sleep(0.05)


def test_the_task_of_a_killed_worker_is_taken_up_by_the_next_one(place):
    begun = Path(place["HJEMMEDAG_DATA"]) / "begun"
    work(place, "queue")
    worker = subprocess.Popen([PROGRAM, "worker"], env=place, stderr=subprocess.DEVNULL)
    until(begun.exists, "the task begins")
    worker.kill()
    worker.wait(PATIENCE)
    assert work(place, "state") == ["RUNNING None 1"]
    subprocess.run([PROGRAM, "worker", "--once"], env=place, check=True, timeout=PATIENCE)
    assert work(place, "state") == ["RUNNING None 1"]
    work(place, "age")
    subprocess.run([PROGRAM, "worker", "--once"], env=place, check=True, timeout=PATIENCE)
    assert work(place, "state") == ["SUCCESSFUL 2 2"]


def test_two_workers_at_once_send_each_message_once(place):
    before = len(sent_mail(place))
    work(place, "write")
    delivered = sum(int(number) for number in work(place, "deliver", times=2))
    sent = sent_mail(place)
    assert delivered >= MESSAGES
    assert len(sent) == len(set(sent)) == before + delivered
    assert work(place, "deliver") == ["0"]


def test_three_workers_at_once_queue_each_job_once_a_second(place):
    assert sum(int(number) for number in work(place, "tick", times=3)) == 20 * 3


def test_a_worker_that_has_made_papers_gives_the_memory_back_and_works_on(place):
    [missing] = work(place, "unprove")
    worker = subprocess.Popen([PROGRAM, "worker"], env=place, stderr=subprocess.DEVNULL)
    try:
        until(lambda: work(place, "proved") == [missing], "the evidence is made")
        until(lambda: 0 < resident(worker.pid) <= MOST, "the memory is given back")
        assert worker.poll() is None
    finally:
        worker.terminate()
        worker.wait(PATIENCE)


def resident(pid: int) -> int:
    """Bytes of memory that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.fixture
def port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


@pytest.fixture
def served(place: dict[str, str], port: int) -> Iterator[subprocess.Popen[bytes]]:
    """The demo, served with a worker beside it."""
    command = [PROGRAM, "demo", "--data", place["HJEMMEDAG_DATA"], "--port", str(port)]
    clean = {name: value for name, value in place.items() if not name.startswith(("HJEMMEDAG_", "DJANGO_"))}
    server = subprocess.Popen(command, env=clean, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until(lambda: answers(port), "the server answers")
    until(lambda: any("worker" in line for line in family(server.pid).values()), "the worker runs")
    started = set(family(server.pid))
    yield server
    server.kill()
    server.wait(PATIENCE)
    for pid in alive(started):
        os.kill(pid, signal.SIGKILL)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/demo/", timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def family(pid: int) -> dict[int, str]:
    """The processes that descend from one, with their command lines."""
    found: dict[int, str] = {}
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
            found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
        parents[int(folder.name)] = int(stat.rpartition(")")[2].split()[1])
    mine = {pid}
    while more := {child for child, parent in parents.items() if parent in mine} - mine:
        mine |= more
    return {child: found[child] for child in mine - {pid}}


def alive(pids: set[int]) -> set[int]:
    """Those of these processes that still run."""
    running = set()
    for pid in pids:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if state != "Z":
            running.add(pid)
    return running


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminated"])
def test_stopping_the_server_stops_everything_it_started(served, how: signal.Signals):
    children = set(family(served.pid))
    assert len(children) >= 3
    served.send_signal(how)
    assert served.wait(PATIENCE) == 0
    assert alive(children) == set()


def test_the_worker_ends_by_itself_when_the_server_beside_it_is_killed(served):
    workers = {pid for pid, line in family(served.pid).items() if "--beside" in line}
    assert len(workers) == 1
    served.kill()
    served.wait(PATIENCE)
    until(lambda: alive(workers) == set(), "the worker ends")
