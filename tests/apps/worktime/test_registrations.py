"""How each person registers: dated, on record, stale-safe; and who answers in a manager's place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hjemmedag.apps.audit import queries as audit
from hjemmedag.apps.people.models import AgreementLimits, AgreementProfile, Employee, Employment, EmploymentTerms
from hjemmedag.apps.worktime import actions, duties, queries
from hjemmedag.apps.worktime.actions import Way
from hjemmedag.apps.worktime.models import Answer, MonthLock, Registration, Week
from hjemmedag.core.duties import Duty, Scope
from hjemmedag.core.law import Verdict
from hjemmedag.core.refusals import Refused, Stale
from tests.apps.worktime.test_register import MONDAY, approve, register, worked
from tests.conftest import HIRED, NOW, TODAY

Browser = Callable[[Employee], Client]
DAY = timedelta(days=1)
SELF = Way(self_organiser=True, assessment="Leder udviklingen alene.", review_on=date(2027, 11, 1))


@pytest.fixture(autouse=True)
def registering(company: object) -> None:
    """The company has registered here since January."""
    actions.choose(choices=actions.Choices(starts=date(2026, 1, 5)), revision=1, actor=None, now=NOW)


def give(
    who: Employee, way: Way, *, by: Employee, starts: date = TODAY, last_day: date | None = None, revision: int = 0
) -> Registration:
    return actions.set_registration(
        employee=who.pk, way=way, starts=starts, last_day=last_day, revision=revision, actor=by.pk, now=NOW
    )


def periods(who: Employee) -> list[tuple[date, date | None, str]]:
    rows = Registration.objects.filter(employee=who).order_by("starts")
    return list(rows.values_list("starts", "ends", "method"))


def send(who: Employee) -> Week:
    register(who, {MONDAY: [worked(MONDAY, 8, 16)]})
    actions.send(employee=who.pk, monday=MONDAY, revision=1, now=NOW)
    return Week.objects.get(employee=who)


def approvals(who: Employee) -> list[Duty]:
    return [one for one in duties.due(Scope(owner=who.pk), TODAY) if one.kind == "worktime.approve"]


def reviews(who: Employee, on: date) -> list[tuple[int, date | None]]:
    return [(one.about, one.due) for one in duties.due(Scope(owner=who.pk), on) if one.kind == "worktime.review"]


def test_a_new_way_ends_the_one_before(anna: Employee, dorte: Employee) -> None:
    give(anna, Way(method="file"), by=dorte)
    give(anna, Way(method="system"), by=dorte, starts=TODAY + 10 * DAY, revision=1)
    assert periods(anna) == [(TODAY, TODAY + 10 * DAY, "file"), (TODAY + 10 * DAY, None, "system")]
    assert list(audit.changed_rows()) == []


def test_after_a_last_day_what_held_before_holds_again(anna: Employee, bo: Employee, dorte: Employee) -> None:
    give(anna, Way(method="file"), by=dorte)
    give(
        anna, Way(method="file", approver_id=dorte.pk), by=bo, starts=TODAY + DAY, last_day=TODAY + 7 * DAY, revision=1
    )
    rows = Registration.objects.filter(employee=anna).order_by("starts")
    assert [(row.starts, row.approver_id) for row in rows] == [
        (TODAY, None),
        (TODAY + DAY, dorte.pk),
        (TODAY + 8 * DAY, None),
    ]
    assert list(audit.changed_rows()) == []


def test_the_same_day_is_corrected(anna: Employee, dorte: Employee) -> None:
    give(anna, Way(method="file"), by=dorte)
    give(anna, Way(method="system"), by=dorte, revision=1)
    assert periods(anna) == [(TODAY, None, "system")]


def test_whoever_saw_an_older_state_is_told(anna: Employee, dorte: Employee) -> None:
    give(anna, Way(method="file"), by=dorte)
    with pytest.raises(Stale):
        give(anna, Way(method="system"), by=dorte, starts=TODAY + DAY)
    assert periods(anna) == [(TODAY, None, "file")]


@pytest.mark.parametrize(
    "way",
    [
        Way(self_organiser=True, review_on=date(2027, 1, 1)),
        Way(self_organiser=True, assessment=" ", review_on=date(2027, 1, 1)),
        Way(self_organiser=True, assessment="Leder alene."),
        Way(self_organiser=True, assessment="Leder alene.", review_on=TODAY),
    ],
)
def test_a_self_organiser_needs_an_assessment_and_a_day_for_the_next(anna: Employee, dorte: Employee, way: Way) -> None:
    with pytest.raises(Refused):
        give(anna, way, by=dorte)
    assert periods(anna) == []


def test_nobody_is_their_own_approver(anna: Employee, dorte: Employee) -> None:
    with pytest.raises(Refused):
        give(anna, Way(approver_id=anna.pk), by=dorte)


def test_an_approver_is_employed(anna: Employee, dorte: Employee, hire: Callable[..., Employee]) -> None:
    gone = hire("Lone", ends=TODAY)
    with pytest.raises(Refused):
        give(anna, Way(approver_id=gone.pk), by=dorte)


def test_a_closed_month_stays_as_it_was_judged(anna: Employee, dorte: Employee) -> None:
    MonthLock.objects.create(month=date(2026, 10, 1), by=dorte, at=NOW)
    with pytest.raises(Refused):
        give(anna, SELF, by=dorte, starts=date(2026, 10, 20))


def test_a_deputy_answers_in_the_managers_place(as_: Browser, anna: Employee, bo: Employee, carl: Employee) -> None:
    week = send(anna)
    page = f"/arbejdstid/godkendelse/{week.pk}/"
    assert [as_(who).get(page).status_code for who in (bo, carl)] == [200, 403]
    assert [len(approvals(who)) for who in (bo, carl)] == [1, 0]
    give(anna, Way(approver_id=carl.pk), by=bo, last_day=TODAY)
    assert [as_(who).get(page).status_code for who in (bo, carl, anna)] == [404, 200, 403]
    assert [len(approvals(who)) for who in (bo, carl)] == [0, 1]
    assert [one.owner for one in duties.due(Scope(), TODAY) if one.kind == "worktime.approve"] == [carl.pk]
    as_(carl).post(page, {"approve": "1", "revision": week.revision})
    assert queries.way_of(queries.week_of(anna.pk, MONDAY)).status == "approved"


def test_a_deputy_opens_what_waits_and_what_they_answered_and_the_manager_everything(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    mondays = [MONDAY - 7 * back * DAY for back in range(4)]
    for monday in mondays[:3]:
        register(anna, {monday: [worked(monday, 8, 16)]}, monday=monday)
    approve(anna, bo, mondays[0])
    for monday in mondays[1:3]:
        actions.send(employee=anna.pk, monday=monday, revision=1, now=NOW)
    register(anna, {mondays[3]: [worked(mondays[3], 8, 16)]}, monday=mondays[3])
    pages = [f"/arbejdstid/godkendelse/{queries.week_of(anna.pk, monday).pk}/" for monday in mondays]
    give(anna, Way(approver_id=carl.pk), by=dorte)
    assert [as_(carl).get(page).status_code for page in pages] == [404, 200, 200, 404]
    assert as_(carl).get(f"{pages[0]}haendelse/").status_code == 404
    as_(carl).post(pages[1], {"approve": "1", "revision": 2})
    assert [as_(carl).get(page).status_code for page in pages] == [404, 200, 200, 404]
    register(anna, {mondays[0]: [worked(mondays[0], 8, 17)]}, monday=mondays[0], reason="Glemt")
    assert as_(carl).get(pages[0]).status_code == 200
    Registration.objects.update(approver=bo)
    assert [as_(bo).get(page).status_code for page in pages] == [200, 200, 200, 200]
    Registration.objects.all().delete()
    assert [as_(bo).get(page).status_code for page in pages] == [200, 200, 200, 200]


def test_a_deputy_answers_all_at_once(as_: Browser, anna: Employee, bo: Employee, carl: Employee) -> None:
    week = send(anna)
    give(anna, Way(approver_id=carl.pk), by=bo)
    for who in (bo, carl):
        as_(who).post("/arbejdstid/godkendelse/", {"week": f"{week.pk}:{week.revision}"})
    assert Answer.objects.get().by == carl


def test_when_the_deputys_time_is_over_the_manager_answers_again(anna: Employee, bo: Employee, carl: Employee) -> None:
    send(anna)
    give(anna, Way(approver_id=carl.pk), by=bo, starts=TODAY - DAY, last_day=TODAY - DAY)
    assert [len(approvals(who)) for who in (bo, carl)] == [1, 0]


def test_a_deputy_who_has_left_stands_in_nobodys_place(anna: Employee, bo: Employee, carl: Employee) -> None:
    send(anna)
    give(anna, Way(approver_id=carl.pk), by=bo)
    Employment.objects.filter(employee=carl).update(ends=TODAY)
    assert [len(approvals(who)) for who in (bo, carl)] == [1, 0]


def test_a_deputy_never_answers_their_own_week(as_: Browser, anna: Employee, bo: Employee, carl: Employee) -> None:
    give(anna, Way(approver_id=carl.pk), by=bo)
    week = send(carl)
    assert as_(carl).get(f"/arbejdstid/godkendelse/{week.pk}/").status_code == 404


def test_hr_is_asked_when_the_day_of_the_review_has_come(anna: Employee, bo: Employee, dorte: Employee) -> None:
    give(anna, SELF, by=dorte)
    day = date(2027, 11, 1)
    assert reviews(dorte, day - DAY) == []
    assert reviews(dorte, day) == [(anna.pk, day)]
    assert reviews(bo, day) == []
    give(
        anna,
        Way(self_organiser=True, assessment="Stadig.", review_on=date(2028, 11, 1)),
        by=dorte,
        starts=day,
        revision=1,
    )
    assert reviews(dorte, day) == []


def test_duties_cost_one_query_more_while_a_review_is_due(anna: Employee, carl: Employee, dorte: Employee) -> None:
    for who in (anna, carl):
        give(who, SELF, by=dorte)
    for scope in (Scope(), Scope(owner=dorte.pk)):
        list(duties.due(scope, date(2027, 11, 1)))
        with CaptureQueriesContext(connection) as asked:
            list(duties.due(scope, date(2027, 11, 1)))
        assert len(asked) == 3


def written(**other: object) -> dict[str, object]:
    return {"starts": TODAY.isoformat(), "method": "page", "revision": 0, **other}


def test_hr_finds_someone_and_sets_it(as_: Browser, anna: Employee, bo: Employee, dorte: Employee) -> None:
    browser = as_(dorte)
    assert "Anna Test" not in browser.get("/arbejdstid/registrering/").content.decode()
    assert "Anna Test" in browser.get("/arbejdstid/registrering/?vis=everyone&q=anna").content.decode()
    page = f"/arbejdstid/registrering/{anna.pk}/"
    answer = browser.post(page, written(approver="Dorte Test", method="file"))
    assert answer.status_code == 302
    row = Registration.objects.get()
    assert (row.approver_id, row.method) == (dorte.pk, "file")
    assert "Anna Test" in browser.get("/arbejdstid/registrering/").content.decode()
    assert f"Dorte Test ({dorte.number})" in browser.get(page).content.decode()
    file = browser.get("/arbejdstid/registrering/?format=csv").content.decode("utf-8-sig").splitlines()
    assert len(file) == 2
    assert file[1].startswith(f"{anna.number};Anna Test;Platform;")


def test_a_missing_clause_is_said(as_: Browser, anna: Employee, dorte: Employee) -> None:
    page, said = f"/arbejdstid/registrering/{anna.pk}/", 'class="note note-missing"'
    before = as_(dorte).get(page).content.decode()
    assessed = {"self_organiser": "on", "assessment": "Leder alene.", "review_on": "2027-11-01"}
    as_(dorte).post(page, written(**assessed))
    after = as_(dorte).get(page).content.decode()
    assert (before.count(said), after.count(said)) == (0, 1)
    as_(dorte).post(page, written(**assessed, clause="Ansættelseskontraktens § 7", revision=1))
    assert as_(dorte).get(page).content.decode().count(said) == 0


OPTED: dict[str, object] = {"opt_out": "on", "opt_out_function": "Kontor"}


@pytest.mark.parametrize("more", [{}, {"opt_out_agreement": "OK-1"}, {"critical": "on", "opt_out_agreement": " "}])
def test_w12_an_office_worker_cannot_opt_out_of_the_48_hours(
    as_: Browser, anna: Employee, dorte: Employee, more: dict[str, object]
) -> None:
    page = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(**OPTED, **more)).content.decode()
    assert "48-timers-reglen gælder stadig." in page
    assert "LBK nr 896 af 24/08/2004" in page
    assert "/regler/worktime.opt_out/" in page
    assert 'value="Kontor"' in page
    assert Registration.objects.count() == 0


@pytest.fixture
def covered(anna: Employee) -> AgreementProfile:
    """Anna's collective agreement, confirmed."""
    profile = AgreementProfile.objects.create(name="OK-1", confirmed_at=NOW)
    AgreementLimits.objects.create(profile=profile, starts=HIRED)
    EmploymentTerms.objects.filter(employment__employee=anna).update(agreement=profile)
    return profile


def test_a_yes_to_more_hours_by_an_agreement_stands_and_the_average_is_judged_all_the_same(
    covered: AgreementProfile, as_: Browser, anna: Employee, dorte: Employee
) -> None:
    for monday in [MONDAY - 7 * back * DAY for back in range(30)]:
        days = {monday + place * DAY: [worked(monday + place * DAY, 7, 18)] for place in range(5)}
        register(anna, days, monday=monday)

    def verdicts() -> set[Verdict]:
        found = queries.records({anna.pk}, date(2026, 4, 1), TODAY).findings(anna.pk, date(2026, 4, 1), TODAY)
        return {one.finding.verdict for one in found if one.finding.rule == "worktime.weekly_hours"}

    assert Verdict.VIOLATION in verdicts()
    way = {"opt_out": "on", "opt_out_agreement": "OK-1", "critical": "on", "opt_out_function": "Akutlæge i vagt"}
    page = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(**way), follow=True).content.decode()
    assert "afgøres af dens parter" in page
    row = Registration.objects.get()
    assert (row.opt_out, row.opt_out_agreement, row.opt_out_function) == (True, "OK-1", "Akutlæge i vagt")
    assert verdicts() == {Verdict.VIOLATION}
    as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(revision=1))
    assert Registration.objects.values_list("opt_out", "opt_out_agreement").get() == (False, "")


def test_a_yes_to_more_hours_names_an_agreement_that_covers_the_person(
    covered: AgreementProfile, anna: Employee, carl: Employee, dorte: Employee
) -> None:
    for who, name in ((anna, "OK-2"), (carl, "OK-1")):
        way = Way(opt_out=True, opt_out_agreement=name, opt_out_function="Akutlæge i vagt")
        with pytest.raises(Refused):
            actions.set_registration(
                employee=who.pk, way=way, starts=TODAY, critical=True, revision=0, actor=dorte.pk, now=NOW
            )


def test_nobody_in_hr_opens_a_colleagues_time_to_themselves(
    anna: Employee, dorte: Employee, hire: Callable[..., Employee]
) -> None:
    give(anna, Way(approver_id=dorte.pk), by=dorte)  # the only one in HR has nobody to ask
    hire("Dagny", role="hr")
    with pytest.raises(Refused):
        actions.set_registration(
            employee=anna.pk, way=Way(approver_id=dorte.pk), starts=TODAY, revision=1, actor=dorte.pk, now=NOW
        )


def test_a_yes_to_more_hours_names_the_function(
    covered: AgreementProfile, as_: Browser, anna: Employee, dorte: Employee
) -> None:
    way = {"opt_out": "on", "opt_out_agreement": "OK-1", "critical": "on"}
    page = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(**way)).content.decode()
    assert "Skriv, hvilken samfundskritisk funktion" in page
    assert Registration.objects.count() == 0


def test_what_was_typed_stands_when_someone_was_first(as_: Browser, anna: Employee, dorte: Employee) -> None:
    give(anna, Way(method="file"), by=dorte)
    answer = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(clause="§ 7 i kontrakten"))
    assert "§ 7 i kontrakten" in answer.content.decode()
    assert periods(anna) == [(TODAY, None, "file")]


@pytest.mark.parametrize("field", ["starts", "last_day", "review_on"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "i morgen"])
def test_a_day_that_cannot_be_meant_is_asked_for_again(
    as_: Browser, anna: Employee, dorte: Employee, field: str, day: str
) -> None:
    answer = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(**{field: day}))
    assert (answer.status_code, periods(anna)) == (200, [])


@pytest.mark.parametrize("written_as", ["Ukendt", "Test", "0000"])
def test_an_approver_whom_nobody_or_several_are_is_asked_for_again(
    as_: Browser, anna: Employee, dorte: Employee, written_as: str
) -> None:
    answer = as_(dorte).post(f"/arbejdstid/registrering/{anna.pk}/", written(approver=written_as))
    assert (answer.status_code, periods(anna)) == (200, [])


def test_the_list_asks_as_often_with_three_rows_as_with_one(
    as_: Browser, anna: Employee, bo: Employee, carl: Employee, dorte: Employee
) -> None:
    costs, browser = [], as_(dorte)
    for some in ((anna,), (bo, carl)):
        for who in some:
            give(who, Way(method="file", approver_id=dorte.pk), by=dorte)
        browser.get("/arbejdstid/registrering/")
        with CaptureQueriesContext(connection) as asked:
            browser.get("/arbejdstid/registrering/")
        costs.append(len(asked))
    assert costs[0] == costs[1] <= 12


def test_nobody_in_hr_decides_over_their_own_hours_while_somebody_else_can(
    dorte: Employee, bo: Employee, hire: Callable[..., Employee]
) -> None:
    give(dorte, Way(method="file"), by=dorte)
    hire("Helle", role="hr")
    with pytest.raises(Refused):
        give(dorte, Way(approver_id=bo.pk), by=dorte, starts=TODAY + DAY, revision=1)


def test_a_closed_month_is_not_judged_anew_from_before_it(anna: Employee, dorte: Employee, ida: Employee) -> None:
    actions.lock(month=date(2026, 10, 1), actor=ida.pk, today=TODAY, now=NOW)
    with pytest.raises(Refused):
        give(anna, SELF, by=dorte, starts=date(2026, 9, 15))


def test_what_was_set_later_excuses_nothing_before(anna: Employee, bo: Employee, dorte: Employee) -> None:
    """Two weeks that wait, with a change between them: each is found as it would be alone."""
    october = MONDAY - 21 * DAY
    for monday in (october, MONDAY):
        actions.register(
            employee=anna.pk,
            monday=monday,
            days={monday: [worked(monday, 8, 23)], monday + DAY: [worked(monday + DAY, 7, 12)]},
            revision=0,
            actor=anna.pk,
            now=NOW,
            because="Serveren gik ned",
        )
        actions.send(employee=anna.pk, monday=monday, revision=1, now=NOW)
    Registration.objects.create(
        employee=anna, starts=MONDAY, self_organiser=True, assessment="Alene.", review_on=date(2027, 1, 1)
    )
    waiting = {one.monday: one.found for one in queries.waiting(Week.objects.all())}
    assert waiting[october] > 0
    assert waiting[MONDAY] == 0
    alone = queries.waiting(Week.objects.filter(monday=october))
    assert [one.found for one in alone] == [waiting[october]]
