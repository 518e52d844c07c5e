"""The notice for an arrangement, as the policy words it."""

from __future__ import annotations

from hjemmedag.core.documents import wording
from hjemmedag.core.law import Text

FIELD = "notice"
"""The field of the policy to start from that these words fill."""
MOST_AGREED = 12
"""The most months that can be agreed: a slip of the keyboard, not a limit of law, lies above it."""
_NONE = Text(da="ansættelsens varsel", en="the notice of the employment")


def notice_words(months: int | None) -> Text:
    """ "1 måneds varsel til udgangen af en måned"; the employment's own notice where none is agreed.

    With plain spaces: the words go into a text that people edit, and browsers don't all give hard ones back.
    """
    if months is None:
        return _NONE
    agreed = wording.notice(months)
    da, en = (words.replace(wording.HARD, " ") for words in (agreed.da, agreed.en))
    return Text(da=f"{da} til udgangen af en måned", en=f"{en} to the end of a month")


def reworded(text: Text, old: int | None, new: int | None) -> Text:
    """The text with another notice where it names the old one."""
    before, after = notice_words(old), notice_words(new)
    return Text(da=text.da.replace(before.da, after.da), en=text.en.replace(before.en, after.en))
