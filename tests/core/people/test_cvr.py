"""CVR numbers as people write them."""

import pytest

from hjemmedag.core.people.cvr import digits


@pytest.mark.parametrize("written", ["12345678", " 12 34 56 78 ", "DK12345678", "dk 12345678"])
def test_spaces_and_the_countrys_letters_are_taken_off(written: str) -> None:
    assert digits(written) == "12345678"


@pytest.mark.parametrize(
    "written", ["", "1234567", "123456789", "1234567x", "SE12345678", "\uff11\uff12345678", "12-34-56-78"]
)
def test_anything_else_is_no_cvr_number(written: str) -> None:
    assert digits(written) is None
