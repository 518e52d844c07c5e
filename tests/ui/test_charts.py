"""The geometry of charts."""

from __future__ import annotations

import pytest

from hjemmedag.ui.charts import Chart, Series


def chart(*values: float | None) -> Chart:
    return Chart("Hjemmedage", "De steg.", [str(place) for place in range(len(values))], [Series("Alle", values)])


@pytest.mark.parametrize(("highest", "top"), [(34, 40), (100, 100), (101, 150), (0.7, 0.8), (0, 1), (7, 8)])
def test_the_scale_ends_at_a_round_number(highest: float, top: float) -> None:
    assert chart(0, highest).top == pytest.approx(top)


def test_a_missing_figure_breaks_the_line_and_is_not_drawn_as_nothing() -> None:
    [(name, paths, points)] = chart(1, 2, None, 3).lines
    assert (name, len(paths), len(points)) == ("Alle", 2, 3)


def test_the_table_beside_the_chart_keeps_the_missing_figure_missing() -> None:
    assert chart(1, None).rows == [("0", [1]), ("1", [None])]


def test_bars_stand_on_the_ground_line() -> None:
    drawn = chart(5, 10)
    assert {round(y + height, 1) for _, _, y, _, height in drawn.bars} == {drawn.y(0)}


def test_a_chart_without_figures_can_still_be_drawn() -> None:
    assert (chart().lines, chart().bars, chart().rows) == ([("Alle", [], [])], [], [])
