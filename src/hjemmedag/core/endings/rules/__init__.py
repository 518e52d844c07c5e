"""The rules of this subject that can be asked, by key."""

from collections.abc import Mapping
from typing import Any

from hjemmedag.core.endings.rules import notice
from hjemmedag.core.law import Decider

RULES: Mapping[str, Decider[Any]] = {
    notice.KEY: Decider(notice.Facts, notice.decide),
}
