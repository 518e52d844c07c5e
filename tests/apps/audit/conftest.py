"""Tampering with the database as somebody would who has it open: no model, no action."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection


@pytest.fixture
def sql(db: None) -> Callable[..., None]:
    """`sql("UPDATE … WHERE id = %s", 3)` behind the product's back."""

    def sql(statement: str, *values: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return sql
