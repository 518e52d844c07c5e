"""The small clock."""

from datetime import timedelta

import pytest
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from hjemmedag.apps.overview import actions
from hjemmedag.apps.overview.actions.ticks import LONGEST, REMEMBERED
from hjemmedag.apps.overview.tasks import TIMETABLE, deliver, remind
from tests.conftest import NOW

pytestmark = pytest.mark.django_db

JOBS = {"deliver": (deliver, timedelta(minutes=1)), "remind": (remind, timedelta(hours=1))}


def queued() -> list[str]:
    return sorted(DBTaskResult.objects.values_list("task_path", flat=True))


def test_every_job_is_queued_at_once_and_then_each_in_its_time():
    assert actions.tick(jobs=JOBS, now=NOW) == 2
    assert actions.tick(jobs=JOBS, now=NOW + timedelta(seconds=59)) == 0
    assert actions.tick(jobs=JOBS, now=NOW + timedelta(seconds=60)) == 1
    assert actions.tick(jobs=JOBS, now=NOW + timedelta(hours=1)) == 2
    assert [path.rsplit(".")[-1] for path in queued()] == ["deliver"] * 3 + ["remind"] * 2


def test_after_a_night_without_a_worker_each_job_is_queued_once():
    actions.tick(jobs=JOBS, now=NOW)
    assert actions.tick(jobs=JOBS, now=NOW + timedelta(hours=14)) == 2


def test_a_job_that_is_new_in_the_timetable_is_queued():
    actions.tick(jobs={"deliver": JOBS["deliver"]}, now=NOW)
    assert actions.tick(jobs=JOBS, now=NOW + timedelta(seconds=1)) == 1


def test_looking_at_the_clock_writes_nothing_until_a_jobs_time_has_come(django_assert_num_queries):
    actions.tick(jobs=JOBS, now=NOW)
    with django_assert_num_queries(1):
        actions.tick(jobs=JOBS, now=NOW + timedelta(seconds=1))


def test_every_job_of_the_timetable_is_a_task_that_can_be_queued():
    assert actions.tick(jobs=TIMETABLE, now=NOW) == len(TIMETABLE) == len(queued())


def test_a_task_that_a_killed_worker_left_is_taken_up_again_after_the_longest_time_one_may_take():
    task = DBTaskResult.objects.get(pk=deliver.enqueue().id)
    task.claim("killed")
    DBTaskResult.objects.update(started_at=NOW - LONGEST + timedelta(seconds=1))
    assert actions.abandoned_taken_up(now=NOW) == 0
    assert actions.abandoned_taken_up(now=NOW + timedelta(seconds=2)) == 1
    assert DBTaskResult.objects.get().status == TaskResultStatus.READY


def test_tasks_that_are_over_are_forgotten_after_eight_days():
    for number in range(2):
        deliver.enqueue()
        DBTaskResult.objects.filter(finished_at=None).update(
            status=TaskResultStatus.SUCCESSFUL, finished_at=NOW - REMEMBERED + timedelta(hours=1 - 2 * number)
        )
    assert actions.forget_tasks(now=NOW) == 1
    assert len(queued()) == 1
