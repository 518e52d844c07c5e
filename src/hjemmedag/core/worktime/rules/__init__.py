"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.law import Decider
from hjemmedag.core.worktime.rules import retention

RULES: Mapping[str, Decider[Any]] = {
    retention.KEY: Decider(retention.Facts, retention.decide),
}
