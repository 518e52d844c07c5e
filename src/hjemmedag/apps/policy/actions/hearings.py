"""Hearing a draft: who is asked, until when, what HR answers, and the end of it. Everything said stays for ever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hjemmedag.apps.audit import actions as audit
from hjemmedag.apps.outbox import actions as outbox
from hjemmedag.apps.policy import queries
from hjemmedag.apps.policy.actions.draft import locked
from hjemmedag.apps.policy.models import Comment, Hearing, Party, Reply
from hjemmedag.core.policy.hearings import Outcome, Seat, digest
from hjemmedag.core.refusals import Refused, Stale
from hjemmedag.ui.words import weekday_date


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """Who is asked: representatives by seat, in the order of seats, and parties outside by name only."""

    representatives: Sequence[tuple[Seat, int]]
    outside: Sequence[str]


@transaction.atomic
def open_hearing(
    *,
    version: int,
    revision: int,
    parties: Heard,
    answer_by: date,
    words: str = "",
    actor: int,
    today: date,
    now: datetime,
) -> Hearing:
    """Ask the parties about the draft as it stands now, and keep it so. Someone with two seats is heard once.

    Raises `Refused` while another hearing about the draft is open, `Stale` when someone changed the draft.
    """
    draft = locked(version, revision)
    if answer_by <= today:
        raise Refused(_("The parties need time to read. Choose a day after today."))
    inside = {who: seat for seat, who in reversed(parties.representatives)}
    outside = list(dict.fromkeys(name.strip() for name in parties.outside if name.strip()))
    if not inside and not outside:
        raise Refused(_("Choose at least one party to hear."))
    if queries.open_hearing(draft) is not None:
        raise Refused(_("A hearing about this draft is open already. Close it before you begin another."))
    content = queries.edition_of(draft).written()
    hearing = Hearing.objects.create(
        version=draft,
        number=(Hearing.objects.aggregate(last=Max("number"))["last"] or 0) + 1,
        content=content,
        digest=digest(content),
        words=words.strip(),
        first_answer_by=answer_by,
        answer_by=answer_by,
        opened_at=now,
        opened_by_id=actor,
    )
    rows = Party.objects.bulk_create(
        [Party(hearing=hearing, seat=seat, employee_id=who) for who, seat in sorted(inside.items())]
        + [Party(hearing=hearing, seat=Seat.AGREEMENT, name=name) for name in outside]
    )
    _tell(hearing, rows, "opened", now)
    audit.record(
        action="policy.open_hearing",
        actor=actor,
        now=now,
        subject=hearing,
        data={"number": hearing.number, "parties": len(rows), "digest": hearing.digest},
        rows=[hearing, *rows],
    )
    return hearing


@transaction.atomic
def extend_hearing(*, hearing: int, answer_by: date, seen: date, actor: int, today: date, now: datetime) -> Hearing:
    """Give everyone more time. `seen` is the day on the page; raises `Stale` when it has been moved since."""
    row = _open(hearing)
    if row.answer_by != seen:
        raise Stale(
            _("Someone else has moved the day meanwhile. It is %(day)s now.") % {"day": weekday_date(row.answer_by)}
        )
    if answer_by <= max(row.answer_by, today):
        raise Refused(_("Choose a day later than today and than the one that stands."))
    row.answer_by = answer_by
    row.save(update_fields=["answer_by"])
    _tell(row, row.parties.all(), f"extended:{answer_by.isoformat()}", now)
    data = {"from": seen.isoformat(), "to": answer_by.isoformat()}
    audit.record(action="policy.extend_hearing", actor=actor, now=now, subject=row, data=data, rows=[row])
    return row


@transaction.atomic
def comment(
    *,
    hearing: int,
    party: int,
    clause: str = "",
    text: str,
    received_on: date | None = None,
    actor: int,
    today: date,
    now: datetime,
) -> Comment:
    """What a party says of a clause of the draft, or of the whole; `received_on` for one outside, entered by HR.

    Raises `Refused` when the time is over.
    """
    row = _open(hearing)
    who = _party(row, party)
    _in_time(row, who, received_on, today)
    if not text.strip():
        raise Refused(_("Write the comment."))
    if clause and clause not in {one.key for one in queries.heard(row).edition.clauses}:
        raise Refused(_("This clause is not in the draft that is heard. Choose another one, or the whole draft."))
    said = Comment.objects.create(
        party=who, clause=clause, text=text.strip(), by_id=actor, at=now, received_on=received_on
    )
    _record("policy.comment", row, actor, now, said)
    return said


@transaction.atomic
def say_nothing(
    *, hearing: int, party: int, received_on: date | None = None, actor: int, today: date, now: datetime
) -> Party:
    """A party has read the draft and has nothing to comment on; a second time changes nothing."""
    row = _open(hearing)
    who = _party(row, party)
    if who.silent_at is not None:
        return who
    _in_time(row, who, received_on, today)
    who.silent_at, who.silent_on = now, received_on
    who.save(update_fields=["silent_at", "silent_on"])
    _record("policy.say_nothing", row, actor, now, who)
    return who


@transaction.atomic
def withdraw_comment(*, comment: int, actor: int, now: datetime) -> Comment:
    """Take a comment back while the hearing is open: that there was one stays to be seen, its words don't."""
    said = Comment.objects.select_related("party").get(pk=comment)
    row = _open(said.party.hearing_id)
    said = Comment.objects.select_for_update().get(pk=comment)
    if said.withdrawn_at is None:
        said.withdrawn_at = now
        said.save(update_fields=["withdrawn_at"])
        _record("policy.withdraw_comment", row, actor, now, said)
    return said


@transaction.atomic
def reply(*, comment: int, outcome: Outcome, text: str, actor: int, now: datetime) -> Reply:
    """HR's answer to a comment, once. Raises `Stale` when a colleague has answered or the comment is taken back."""
    row = _open(Comment.objects.select_related("party").get(pk=comment).party.hearing_id)
    said = Comment.objects.select_for_update().get(pk=comment)
    if said.withdrawn_at is not None:
        raise Stale(_("The comment has been taken back meanwhile. It needs no answer."))
    if not text.strip():
        raise Refused(_("Write the answer. The parties read it."))
    try:
        with transaction.atomic():
            answer = Reply.objects.create(comment=said, outcome=outcome, text=text.strip(), by_id=actor, at=now)
    except IntegrityError:
        raise Stale(_("A colleague has answered this comment while you were writing.")) from None
    _record("policy.reply", row, actor, now, answer)
    return answer


@transaction.atomic
def close_hearing(*, hearing: int, early: str = "", actor: int, today: date, now: datetime) -> Hearing:
    """End a hearing whose comments are all answered. `early`: why not everyone was waited for until the day."""
    row = _open(hearing)
    heard = queries.heard(row)
    if heard.unanswered:
        words = ngettext(
            "%(n)s comment has no answer yet. Answer it, then close the hearing.",
            "%(n)s comments have no answer yet. Answer them, then close the hearing.",
            heard.unanswered,
        )
        raise Refused(words % {"n": heard.unanswered})
    waits = bool(heard.awaited) and today <= row.answer_by
    if waits and not early.strip():
        names = ", ".join(one.called for one in heard.awaited)
        raise Refused(
            _("The time lasts until %(day)s, and not everyone has answered: %(names)s. Wait, or write why you don’t.")
            % {"day": weekday_date(row.answer_by, today), "names": names}
        )
    row.closed_at, row.closed_by_id, row.closed_early = now, actor, early.strip() if waits else ""
    row.save(update_fields=["closed_at", "closed_by", "closed_early"])
    _tell(row, row.parties.all(), "closed", now)
    data = {"comments": len(heard.comments), "early": row.closed_early}
    audit.record(action="policy.close_hearing", actor=actor, now=now, subject=row, data=data, rows=[row])
    return row


def _open(hearing: int) -> Hearing:
    """The hearing, locked, so that nothing is said while it is closed."""
    row = Hearing.objects.select_for_update().get(pk=hearing)
    if row.closed_at is not None:
        raise Refused(_("The hearing is closed, and what was said in it stays. Write to HR if something is missing."))
    return row


def _party(hearing: Hearing, party: int) -> Party:
    who = Party.objects.filter(hearing=hearing, pk=party).first()
    if who is None:
        raise Refused(_("Choose one of the parties of this hearing."))
    return who


def _in_time(hearing: Hearing, who: Party, received_on: date | None, today: date) -> None:
    day = {"day": weekday_date(hearing.answer_by, today)}
    if who.employee_id is not None:
        if today > hearing.answer_by:
            raise Refused(
                _("The time to answer ended on %(day)s. Write to HR: they can give everyone more time.") % day
            )
    elif received_on is None or received_on > today:
        raise Refused(_("Say on which day the answer came. It can’t lie ahead."))
    elif received_on < (begun := timezone.localdate(hearing.opened_at)):
        words = _("The hearing began on %(day)s. The answer can’t be older.")
        raise Refused(words % {"day": weekday_date(begun, today)})
    elif received_on > hearing.answer_by:
        raise Refused(_("The time to answer ended on %(day)s. Give everyone more time first, then enter it.") % day)


def _record(action: str, hearing: Hearing, actor: int, now: datetime, row: Comment | Party | Reply) -> None:
    audit.record(action=action, actor=actor, now=now, subject=hearing, data={"number": hearing.number}, rows=[row])


def _tell(hearing: Hearing, parties: Iterable[Party], what: str, now: datetime) -> None:
    """Whoever is of the company gets a message; a party outside is written to by HR."""
    facts = {"hearing": hearing.number, "answer_by": hearing.answer_by.isoformat(), "what": what.partition(":")[0]}
    outbox.write(
        [
            outbox.Letter(
                key=f"policy.hearing:{hearing.pk}:{one.employee_id}:{what}",
                recipient=one.employee_id,
                template="policy/mail/hearing",
                facts=facts,
            )
            for one in parties
            if one.employee_id is not None
        ],
        now=now,
    )
