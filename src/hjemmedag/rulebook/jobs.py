"""Reads the customary kinds of jobs that a needs analysis can begin from."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hjemmedag.core.law import Text
from hjemmedag.core.policy.needs import WHOLE, Confidentiality, JobType, Task, Together
from hjemmedag.rulebook.shapes import text
from hjemmedag.rulebook.tables import Table, opened

FILE = Path(__file__).parent / "policy" / "jobs.toml"


@cache
def load(file: Path = FILE) -> tuple[JobType, ...]:
    """The kinds of jobs in their order. Raises `RulebookError` naming file, place and remedy of the first fault."""
    content = opened(file)
    jobs: dict[str, JobType] = {}
    for table in content.tables("job"):
        job = _job(table)
        if job.key in jobs:
            raise table.fault("key", f'"{job.key}" is the key of an earlier job')
        jobs[job.key] = job
    content.close()
    return tuple(jobs.values())


def _job(table: Table) -> JobType:
    named = [_task(each) for each in table.tables("task")]
    job = JobType(
        key=table.text("key"),
        title=text(table, "title"),
        names=tuple(name for name, _one in named),
        tasks=tuple(one for _name, one in named),
    )
    table.close()
    if (total := sum(task.share for task in job.tasks)) != WHOLE:
        raise table.fault("task", f"the shares add up to {total}; they must add up to {WHOLE}")
    return job


def _task(table: Table) -> tuple[Text, Task]:
    name = text(table, "name")
    task = Task(
        name=name.da,
        share=table.field("share", int),
        pc=table.flag("pc"),
        presence=table.flag("presence"),
        service=table.flag("service"),
        confidentiality=table.optional_choice("confidentiality", Confidentiality) or Confidentiality.ORDINARY,
        together=table.optional_choice("together", Together) or Together.ALONE,
    )
    table.close()
    return name, task
