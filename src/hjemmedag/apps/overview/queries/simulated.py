"""A simulation in words: its lists with reasons and rules, what it takes for granted, and what isn't known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from hjemmedag.apps.overview.queries.simulation import Simulation
from hjemmedag.apps.policy import queries as policy
from hjemmedag.core.law.text import WEEKDAYS
from hjemmedag.core.overview.home_days import Days
from hjemmedag.core.overview.simulation import Seen
from hjemmedag.core.people.frames import Demand
from hjemmedag.core.workplaces.rules import screen_work
from hjemmedag.core.workplaces.screen import Because
from hjemmedag.ui.words import kroner, language, said

LISTS = {
    "screen": gettext_lazy("The screen-work rules begin to apply at home"),
    "below": gettext_lazy("The screen-work rules cease to apply at home"),
    "lost": gettext_lazy("No longer meet what is required"),
    "gained": gettext_lazy("Come to meet what is required"),
    "equipment": gettext_lazy("Need equipment at home"),
    "conflicts": gettext_lazy("Against a public agreement"),
}
BECAUSE = {
    Because.HOME: gettext_noop("Over the limit at home."),
    Because.TOGETHER: gettext_noop("Over the limit for all places together."),
    Because.ALL_AT_HOME: gettext_noop(
        "Below the limit, but all work is at home. Take it that the rules apply: it is not confirmed."
    ),
    Because.BELOW: gettext_noop("Not over the limit."),
    Because.OTHER_PLACE: gettext_noop("Over the limit at the office, not at home."),
    Because.DESK: gettext_noop("A screen desk that meets the demands is there at the office."),
    Because.NO_HOME_WORK: gettext_noop("No agreed days at home."),
    Because.NOT_REGULAR: gettext_noop("Not regular."),
    Because.ABROAD: gettext_noop("The home is not in Denmark."),
}


@dataclass(frozen=True, slots=True)
class Row:
    """Someone on a list: days at home a week before and after, why, and the rule behind it, if any."""

    pk: int
    name: str
    unit: str
    before: str
    after: str
    why: str
    rule: str = ""


def rows(found: Simulation, which: str, people: Iterable[Seen]) -> list[Row]:
    """These people of a list, in words."""
    return [
        Row(
            one.person.pk,
            found.known[one.person.pk].name,
            found.known[one.person.pk].unit,
            number(one.before.days),
            number(one.after.days),
            *_why(found, which, one),
        )
        for one in people
    ]


def _why(found: Simulation, which: str, one: Seen) -> tuple[str, str]:
    if which in ("screen", "below"):
        return _(BECAUSE[one.after.screen or Because.NO_HOME_WORK]), screen_work.KEY
    if which == "equipment":
        return _missing(found, one), "equipment.loans"
    if which == "conflicts":
        point = found.frames[one.person.pk].point(Demand.PART_OF_TIME)
        new = _("All working days would be at home.") if not one.before.conflict else _("It is so already.")
        return (f"{new} {said(point.text)}", point.rule) if point else (new, "")
    side = one.after if which == "lost" else one.before
    if side.fit.out:
        return _("The job function %(name)s is taken out.") % {"name": one.person.facts.function}, ""
    failing = side.fit.failing
    words = " ".join(said(each.why) for each in failing)
    if which == "gained" and one.person.function in found.change.let_in:
        words = _("The job function %(name)s is let in.") % {"name": one.person.facts.function}
    return words, next((each.kind.rule for each in failing if each.kind.rule), "")


def _missing(found: Simulation, one: Seen) -> str:
    wanting = found.wanting(one)
    begun = _("Begins at home.") if one.begins else _("The screen-work rules begin to apply.")
    if found.flat is not None:
        return begun
    if wanting.package is None:
        return begun + " " + _("No package is known for the job.")
    names = {kind.pk: kind.name for kind in found.bought.kinds}
    lacks = [
        f"{short} × {names[kind]}"
        for kind, count in wanting.package.items()
        if (short := count - wanting.has.get(kind, 0)) > 0
    ]
    return begun + " " + (", ".join(lacks) if lacks else _("Has everything in the package."))


def number(value: float | Fraction) -> str:
    """At most one decimal: "2", "2,5"."""
    rounded = round(float(value), 1)
    return number_format(rounded, decimal_pos=None if rounded % 1 else 0, use_l10n=True)


def weekdays(found: Simulation) -> list[tuple[str, Fraction, Fraction, Fraction]]:
    """Each weekday with those at home now and then, and the desks freed; below nought, so many more are needed."""
    names = capitalised(WEEKDAYS[language()])
    return [(name, *figures) for name, figures in zip(names, found.weekdays, strict=False)]


def capitalised(names: Iterable[str]) -> list[str]:
    """Names as they begin a row."""
    return [name[:1].upper() + name[1:] for name in names]


def cost_words(found: Simulation) -> str:
    """What the equipment comes to, in one sentence or two."""
    cost = found.cost
    if not cost.people:
        return _("Nobody needs equipment because of the change.")
    said_ = {"n": cost.people, "sum": kroner(cost.known)}
    if cost.complete:
        words = ngettext("%(n)s person, %(sum)s in all.", "%(n)s people, %(sum)s in all.", cost.people)
        return words % said_
    words = ngettext(
        "%(n)s person, at least %(sum)s. Not all prices and packages are known.",
        "%(n)s people, at least %(sum)s. Not all prices and packages are known.",
        cost.people,
    )
    return words % said_


def warnings(found: Simulation) -> list[str]:
    """What shuts everyone out."""
    told = []
    kinds = policy.kinds()
    for key in found.fails_for_all:
        told.append(_("“%(criterion)s” would fail for everyone.") % {"criterion": said(kinds[key].title)})
    if found.seen and all(one.after.fit.out for one in found.seen):
        told.append(_("Every job function is taken out: nobody could take part."))
    if any(one.before.days for one in found.seen) and not any(one.after.days for one in found.seen):
        told.append(_("Nobody would have a day at home."))
    return told


def tried(found: Simulation, functions: Mapping[int, str]) -> list[str]:
    """The values that were tried, one sentence each."""
    change, rule = found.change, found.change.rule
    days = {
        Days.MORE: ngettext("%(n)s day at home a week more", "%(n)s days at home a week more", rule.number),
        Days.FEWER: ngettext("%(n)s day at home a week fewer", "%(n)s days at home a week fewer", rule.number),
        Days.MOST: ngettext("At most %(n)s day at home a week", "At most %(n)s days at home a week", rule.number),
    }
    told = [days[rule.days] % {"n": rule.number}] if rule.days in days else []
    if rule.share is not None:
        told.append(_("At most %(share)s %% of the working days at home") % {"share": rule.share})
    for words, chosen in ((_("Taken out: %(names)s"), change.out), (_("Let in: %(names)s"), change.let_in)):
        if chosen:
            told.append(words % {"names": ", ".join(functions[pk] for pk in functions if pk in chosen)})
    if change.newcomers:
        told.append(
            ngettext(
                "Those let in begin with %(n)s day at home a week",
                "Those let in begin with %(n)s days at home a week",
                change.newcomers,
            )
            % {"n": change.newcomers}
        )
    kinds = policy.kinds()
    for key, least in change.thresholds.items():
        kind = kinds[key]
        words = said(kind.threshold.words) if kind.threshold else ""
        told.append(f"{said(kind.title)}: {least} {words}".strip())
    if found.flat is not None:
        told.append(_("Equipment for %(sum)s a person") % {"sum": kroner(found.flat)})
    return told


def assumptions() -> list[str]:
    """What the calculation takes for granted."""
    return [
        _("Only agreed home days are counted. Single days, holidays and absence are not."),
        _(
            "A day is added on a working day that isn’t at home yet, in this order: Friday, Monday, Thursday, Tuesday, "
            "Wednesday. A day is taken away in the opposite order."
        ),
        _("In a two-week pattern each week gets the change. A day every other week counts half."),
        _(
            "The days change for everyone with an arrangement, also for those who would then not meet the criteria: "
            "criteria are a help to whoever answers. Only in a job function that is taken out are all home days gone."
        ),
        _("Someone without an arrangement begins only if the change lets them in and you say with how many days."),
        _("The agreed hours are spread evenly over the working days, and all of them count as screen work."),
        _("Each person at home frees one desk. How many desks there are is not looked at."),
        _(
            "Those who begin, and those whom the screen-work rules begin to apply to, get the package of their job "
            "function, less what they have on loan. What is in stock is not counted off."
        ),
    ]


def unknown(found: Simulation) -> list[str]:
    """What isn't known, and how many it is about."""
    return list(_unknown(found))


def _unknown(found: Simulation) -> Iterator[str]:
    everyone = [one.person for one in found.seen]
    home = [one for one in found.seen if one.before.days or one.after.days]
    if not found.has_criteria:
        yield _("No criteria hold today, so everyone meets them.")
    checks = (
        (_("People whose title is no job function: %(n)s."), sum(not one.facts.function for one in everyone)),
        (
            _("People in job functions without a needs analysis: %(n)s."),
            sum(bool(one.facts.function) and one.facts.suitability is None for one in everyone),
        ),
        (
            _("People for whom a criterion can’t be measured: %(n)s. They are neither lost nor gained."),
            sum(one.after.fit.holds is None for one in found.seen),
        ),
        (
            _("People at home whose address isn’t known: %(n)s. They are counted as living in Denmark."),
            sum(one.person.pk not in found.at_homes for one in home),
        ),
        (
            _("Arrangements without working hours: %(n)s. They are counted as Monday to Friday."),
            sum(one.person.pattern is not None and not one.person.pattern.hours for one in found.seen),
        ),
        (
            _("People whom the screen-work rules apply to by weeks that were worked: %(n)s. They stay so."),
            sum(one.person.by_weeks for one in found.seen),
        ),
    )
    yield from (words % {"n": count} for words, count in checks if count)
    if found.cost.without:
        yield _("People who need equipment, but whose package isn’t known: %(n)s.") % {"n": found.cost.without}
    for one in found.cost.unpriced:
        yield _("Price not known: %(kind)s, %(n)s to buy.") % {"kind": one.priced.name, "n": one.count}
