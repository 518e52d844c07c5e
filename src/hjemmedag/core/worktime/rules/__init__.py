"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.law import Decider
from hjemmedag.core.worktime.rules import opt_out, retention

RULES: Mapping[str, Decider[Any]] = {
    opt_out.KEY: Decider(opt_out.Facts, opt_out.decide),
    retention.KEY: Decider(retention.Facts, retention.decide),
}
