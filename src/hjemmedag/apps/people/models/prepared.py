"""Queries whose SQL is built once: those that every page asks, where building takes ten times as long as answering."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Expression, Field, QuerySet
from django.db.models.expressions import RawSQL


class Asked(Expression):
    """A value that is said when the query is asked: `Asked("on")` stands where a day will."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "%s", (self,)


class Prepared:
    """A query that is built when it is first asked, and from then on asked with other values.

    Made of a function without arguments, as a decorator: `@Prepared` over `def names(): return
    Team.objects.filter(pk=Asked("team")).values_list("name")` answers `names.rows(team=7)`.
    """

    def __init__(self, query: Callable[[], QuerySet[Any, Any]]) -> None:
        self._query = query

    @cached_property
    def _built(self) -> tuple[Any, str, tuple[Any, ...]]:
        compiler = self._query().query.get_compiler(DEFAULT_DB_ALIAS)
        return compiler, *compiler.as_sql()

    @cached_property
    def _annotations(self) -> dict[str, tuple[str, tuple[Any, ...], Field[Any, Any]]]:
        compiler = self._built[0]
        added = compiler.query.annotation_select.items()
        return {name: (*compiler.compile(column), column.output_field) for name, column in added}

    def asked(self, **values: object) -> tuple[str, list[Any]]:
        """The SQL and its parameters, as `Manager.raw` takes them."""
        _compiler, sql, places = self._built
        return sql, _filled(places, values)

    def rows(self, **values: object) -> list[tuple[Any, ...]]:
        """The rows as tuples, in one query."""
        compiler = self._built[0]
        with connection.cursor() as cursor:
            cursor.execute(*self.asked(**values))
            return list(compiler.results_iter([cursor.fetchall()], tuple_expected=True))

    def columns(self, **values: object) -> dict[str, RawSQL]:
        """What the query is annotated with, to annotate other rows of the same model with.

        For the outermost query only: inside another one the model's table may go by another name.
        """
        return {
            name: RawSQL(sql, _filled(places, values), output_field=field)  # noqa: S611 — SQL that Django built
            for name, (sql, places, field) in self._annotations.items()
        }


def _filled(places: Sequence[Any], values: Mapping[str, object]) -> list[Any]:
    given = {name: _written(value) for name, value in values.items()}
    return [given[place.name] if isinstance(place, Asked) else place for place in places]


def _written(value: object) -> object:
    """A value as the database writes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
