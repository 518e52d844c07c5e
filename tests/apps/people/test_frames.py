"""Which agreement area people work in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from hjemmedag.apps.people import actions, queries
from hjemmedag.apps.people.models import AgreementProfile, Company, Employee, EmploymentTerms
from hjemmedag.core.people.frames import Area, area_of
from tests.conftest import NOW, TODAY


@pytest.fixture
def profile(anna: Employee) -> AgreementProfile:
    profile = AgreementProfile.objects.create(name="AC staten")
    EmploymentTerms.objects.filter(employment__employee=anna).update(agreement=profile)
    return profile


def say(profile: AgreementProfile, area: str) -> None:
    actions.set_limits(profile=profile.pk, limits=actions.Limits(area=area), starts=TODAY, actor=1, now=NOW)


def areas() -> list[Area]:
    return [frame.area for frame in queries.above_policy(TODAY).frames]


@pytest.mark.parametrize(
    ("sector", "covered", "said", "area"),
    [
        ("private", False, "", Area.NONE),
        ("private", True, "", Area.PRIVATE),
        ("private", True, "state", Area.STATE),
        ("private", False, "state", Area.NONE),
        ("state", False, "", Area.STATE),
        ("state", True, "municipal", Area.MUNICIPAL),
        ("municipal", True, "", Area.MUNICIPAL),
    ],
)
def test_an_agreement_goes_before_the_sector(sector: str, covered: bool, said: str, area: Area) -> None:
    assert area_of(sector, covered=covered, said=said) is area


def test_a_company_can_stand_in_several_frames(profile: AgreementProfile, bo: Employee, anna: Employee) -> None:
    assert areas() == [Area.NONE, Area.PRIVATE]
    say(profile, "state")
    assert areas() == [Area.NONE, Area.STATE]
    assert [queries.frame(one.pk, TODAY).area for one in (bo, anna)] == [Area.NONE, Area.STATE]


def test_the_frame_is_that_of_the_day(profile: AgreementProfile, anna: Employee) -> None:
    say(profile, "municipal")
    assert queries.frame(anna.pk, TODAY - timedelta(1)).area is Area.PRIVATE
    assert queries.frame(anna.pk, TODAY).area is Area.MUNICIPAL


def test_the_sector_gives_the_frame_where_no_agreement_does(anna: Employee) -> None:
    Company.objects.update(sector="municipal")
    assert areas() == [Area.MUNICIPAL]


def test_who_is_not_employed_has_no_frame(hire: Callable[..., Employee]) -> None:
    assert queries.frame(hire("Karl", ends=TODAY).pk, TODAY) is None


def test_the_areas_of_control_measures_are_those_of_confirmed_agreements(profile: AgreementProfile) -> None:
    assert queries.above_policy(TODAY).control == set()
    limits = actions.Limits(control_area="gls_a")
    actions.set_limits(profile=profile.pk, limits=limits, starts=TODAY, actor=1, now=NOW)
    assert queries.above_policy(TODAY).control == {"gls_a"} == queries.control_areas(TODAY)


def test_the_limits_of_their_own_are_those_that_confirmed_agreements_set(profile: AgreementProfile) -> None:
    assert queries.above_policy(TODAY).limits == {}
    limits = actions.Limits(daily_rest_minutes=600)
    actions.set_limits(profile=profile.pk, limits=limits, starts=TODAY, actor=1, now=NOW)
    assert queries.above_policy(TODAY).limits == {"daily_rest_minutes": 600}
    assert queries.above_policy(TODAY - timedelta(days=1)).limits == {}


def test_everyones_frames_are_those_of_each(profile: AgreementProfile, bo: Employee, anna: Employee) -> None:
    say(profile, "state")
    assert queries.frames_on(TODAY) == {one.pk: queries.frame(one.pk, TODAY) for one in Employee.objects.all()}
