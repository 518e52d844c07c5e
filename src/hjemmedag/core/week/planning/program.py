"""A mixed-integer program as plain lists, and the one door to the solver (OR-tools, imported where it is used)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import inf

SLACK = 1e-6
"""How far the solver's bound may be off, as a share of it: it reckons in binary fractions."""


class Program:
    """Columns with bounds and a cost, and rows that are sums of columns between two bounds."""

    def __init__(self) -> None:
        self.least, self.most, self.cost, self.whole = array("d"), array("d"), array("d"), array("b")
        self.low, self.high = array("d"), array("d")
        self.row, self.column, self.factor = array("q"), array("q"), array("d")

    def add(self, least: float = 0, most: float = 1, cost: float = 0, *, whole: bool = True) -> int:
        """A new column, by its number."""
        self.least.append(least)
        self.most.append(most)
        self.cost.append(cost)
        self.whole.append(whole)
        return len(self.cost) - 1

    def demand(
        self, columns: Sequence[int], low: float = -inf, high: float = inf, less: Iterable[tuple[int, float]] = ()
    ) -> None:
        """A new row: the sum of the columns, less some times others, lies from `low` to `high`."""
        number = len(self.low)
        self.low.append(low)
        self.high.append(high)
        self.row.extend([number] * len(columns))
        self.column.extend(columns)
        self.factor.extend([1.0] * len(columns))
        for column, times in less:
            self.row.append(number)
            self.column.append(column)
            self.factor.append(-times)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the solver found in its time: values of all columns, if any, and a cost that no others can go below.

    `impossible` and `proven` say that nothing satisfies the rows, or that nothing is better.
    """

    values: Sequence[float] | None
    bound: float
    proven: bool = False
    impossible: bool = False


def floor(program: Program, seconds: float) -> float:
    """A cost that no values go below, by the linear relaxation alone; minus infinity when time runs out."""
    from ortools.math_opt.python import mathopt

    model = mathopt.Model.from_model_proto(_proto(program, relaxed=True))
    found = mathopt.solve(
        model,
        mathopt.SolverType.HIGHS,
        params=mathopt.SolveParameters(
            time_limit=timedelta(seconds=max(seconds, 0.01)), lp_algorithm=mathopt.LPAlgorithm.BARRIER
        ),
    )
    if found.termination.reason is not mathopt.TerminationReason.OPTIMAL:
        return -inf
    bound: float = found.termination.objective_bounds.dual_bound
    return bound - SLACK * max(1, abs(bound))


def run(program: Program, seconds: float, start: Sequence[float] | None = None) -> Outcome:
    """The cheapest values within so much time, on one core. The same program gives the same values."""
    from ortools.math_opt.python import mathopt

    hint = []
    model = mathopt.Model.from_model_proto(_proto(program))
    columns = list(model.variables())
    if start is not None:
        hint = [mathopt.SolutionHint(variable_values=dict(zip(columns, start, strict=True)))]
    found = mathopt.solve(
        model,
        mathopt.SolverType.GSCIP,
        params=mathopt.SolveParameters(time_limit=timedelta(seconds=max(seconds, 0.01)), threads=1),
        model_params=mathopt.ModelSolveParameters(solution_hints=hint),
    )
    why = found.termination.reason
    ended = mathopt.TerminationReason
    if why in (ended.INFEASIBLE, ended.INFEASIBLE_OR_UNBOUNDED):
        return Outcome(None, inf, impossible=True)
    values = found.variable_values(columns) if found.has_primal_feasible_solution() else None
    bound = found.termination.objective_bounds.dual_bound
    return Outcome(values, bound - SLACK * max(1, abs(bound)), proven=why is ended.OPTIMAL)


def _proto(program: Program, *, relaxed: bool = False) -> object:
    from ortools.math_opt import model_pb2

    proto = model_pb2.ModelProto()
    variables, rows, matrix = proto.variables, proto.linear_constraints, proto.linear_constraint_matrix
    variables.ids.extend(range(len(program.cost)))
    variables.lower_bounds.extend(program.least)
    variables.upper_bounds.extend(program.most)
    variables.integers.extend(bool(whole) and not relaxed for whole in program.whole)
    rows.ids.extend(range(len(program.low)))
    rows.lower_bounds.extend(program.low)
    rows.upper_bounds.extend(program.high)
    costly = [number for number, cost in enumerate(program.cost) if cost]
    proto.objective.linear_coefficients.ids.extend(costly)
    proto.objective.linear_coefficients.values.extend(program.cost[number] for number in costly)
    cells = sorted(zip(program.row, program.column, program.factor, strict=True))
    matrix.row_ids.extend(row for row, _, _ in cells)
    matrix.column_ids.extend(column for _, column, _ in cells)
    matrix.coefficients.extend(factor for _, _, factor in cells)
    return proto
