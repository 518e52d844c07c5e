"""Every rule that can be asked about facts, by key, from all subjects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.agreements import rules as agreements
from hjemmedag.core.endings import rules as endings
from hjemmedag.core.law import Decider
from hjemmedag.core.people import rules as people
from hjemmedag.core.security import rules as security
from hjemmedag.core.workplaces import rules as workplaces
from hjemmedag.core.worktime import rules as worktime

RULES: Mapping[str, Decider[Any]] = {
    **people.RULES,
    **agreements.RULES,
    **security.RULES,
    **worktime.RULES,
    **workplaces.RULES,
    **endings.RULES,
}
