"""How large the company is to the law."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hjemmedag.apps.people import models, queries
from tests.conftest import TODAY


@pytest.mark.parametrize(
    ("expected", "one", "two"), [(9, False, False), (10, True, False), (34, True, False), (35, True, True)]
)
def test_a_company_expects_its_size(expected: int, one: bool, two: bool, company: models.Company) -> None:
    models.Company.objects.update(expected_size=expected)
    size = queries.company_size(TODAY)
    assert (size.one_level, size.two_levels) == (one, two)


def test_those_employed_count_when_they_are_more_than_expected(
    company: models.Company, hire: Callable[..., models.Employee]
) -> None:
    models.Company.objects.update(expected_size=1)
    for number in range(10):
        hire(f"Nr{number}")
    assert queries.company_size(TODAY).people == 10
    models.Employment.objects.filter(employee__first_name="Nr0").update(ends=TODAY)
    assert not queries.company_size(TODAY).one_level


def test_someone_with_two_employments_is_one_person(anna: models.Employee, bo: models.Employee) -> None:
    models.Company.objects.update(expected_size=1)
    other = models.LegalEntity.objects.create(name="Søsteren ApS", cvr="87654321", starts=TODAY)
    models.Employment.objects.create(employee=anna, legal_entity=other, starts=TODAY)
    assert queries.company_size(TODAY).people == 2


def test_a_large_company_is_not_counted(
    company: models.Company, django_assert_num_queries: Callable[..., object]
) -> None:
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert queries.company_size(TODAY).two_levels
