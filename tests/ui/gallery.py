"""A page with every part in every state: what the looking, the reading aloud and the browser checks are done on."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import engines
from django.urls import include, path
from django.utils.safestring import SafeString

from hjemmedag.ui import widgets
from hjemmedag.ui.charts import Chart, Series
from hjemmedag.ui.icons import ICONS
from hjemmedag.ui.lists import Filter

TODAY = date(2026, 11, 23)
PATTERN = ["home", "office", "office", "office", "home"]


class ApplicationForm(forms.Form):
    """Every kind of field."""

    model = forms.ChoiceField(
        label="Hvilken ordning ønsker du?",
        choices=[("hybrid", "Hybrid"), ("full", "Fuld tid hjemme")],
        widget=widgets.RadioCards(descriptions={"hybrid": "Nogle dage hjemme, nogle på kontoret"}),
    )
    days = forms.MultipleChoiceField(
        label="Hvilke dage vil du arbejde hjemme?",
        help_text="Tryk på dagene. Du kan ændre dem senere.",
        choices=[(str(day), str(day)) for day in range(10)],
        widget=widgets.DayPicker(weeks=2),
    )
    start = forms.DateField(label="Fra hvilken dag?", widget=widgets.DateInput)
    at = forms.TimeField(label="Hvornår begynder du?", widget=widgets.TimeInput, required=False)
    hours = forms.IntegerField(label="Timer om ugen", max_value=48)
    street = forms.CharField(label="Vej og nummer", help_text="Kun du, HR og den, der skriver under, kan se adressen.")
    postcode = forms.CharField(label="Postnummer", max_length=4, widget=widgets.Short(chars=4))
    email = forms.EmailField(label="E-mail", disabled=True, initial="sigrid@fjordlyst.example", required=False)
    room = forms.ChoiceField(label="Rum", choices=[("", "Vælg"), ("office", "Kontor"), ("bedroom", "Soveværelse")])
    reason = forms.CharField(label="Begrundelse", widget=forms.Textarea, required=False)
    terms = forms.ChoiceField(label="Sprog", widget=forms.RadioSelect, choices=[("da", "Dansk"), ("en", "Engelsk")])
    tools = forms.MultipleChoiceField(
        label="Udstyr",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("screen", "Skærm"), ("chair", "Stol"), ("keys", "Tastatur")],
    )
    staff = forms.FileField(
        label="Medarbejderliste", widget=widgets.FileDrop(accept=".csv,.xlsx"), help_text="CSV eller Excel"
    )
    agree = forms.BooleanField(label="Jeg har læst politikken")

    def clean(self) -> None:
        self.add_error(None, "Startdatoen ligger før politikken gælder. Vælg 1. december eller senere.")


def shell(current: str) -> dict[str, Any]:
    """What a page's frame reads."""
    places = [
        ("", [("I dag", "home"), ("Min uge", "calendar"), ("Arbejdstid", "clock"), ("Min ordning", "document"),
              ("Mit hjemmearbejdssted", "desk"), ("Mig og mine data", "person")]),
        ("Mit team", [("Mit team", "people"), ("Godkend", "check"), ("Planlæg kontordage", "office")]),
        ("HR", [("Overblik", "grid"), ("Vejen", "path"), ("Politik", "clipboard"), ("Ordninger", "handshake")]),
        ("", [("Regler", "scales")]),
    ]  # fmt: skip
    return {
        "places": [
            {
                "heading": heading,
                "items": [
                    {
                        "label": label,
                        "short": {"Mit hjemmearbejdssted": "Arbejdssted"}.get(label, ""),
                        "icon": icon,
                        "url": "#",
                        "current": label == current,
                        "count": 3 if label == "Godkend" else 0,
                    }
                    for label, icon in items
                ],
            }
            for heading, items in places
        ],
        "company": "Fjordlyst A/S",
        "me": {
            "name": "Sigrid Jensen",
            "initials": "SJ",
            "menu": [
                {"label": "Mig og mine data", "url": "#", "icon": "person"},
                {"label": "Log ind og sikkerhed", "url": "#", "icon": "key"},
                {"label": "Log ud", "url": "#", "icon": "door", "post": True},
            ],
        },
        "search_url": "/find/",
        "today": TODAY,
    }


def week() -> list[dict[str, Any]]:
    """Five days with all that a tile can hold."""
    words: list[dict[str, Any]] = [
        {"lines": ["Telefon 9.30–15"]},
        {"lines": ["Hele teamet er her"], "note": "Sammenfaldsdag: planlægning"},
        {"lines": ["4 af 7 fra Platform"]},
        {"place": "holiday", "lines": ["Fridag"]},
        {"lines": ["Fokus 9–11, svar inden for 1 time"]},
    ]
    return [{"date": TODAY + timedelta(days=day), "place": PATTERN[day]} | words[day] for day in range(5)]


def parts() -> dict[str, Any]:
    """Values for every part."""
    months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    at = datetime(2026, 11, 20, 13, 5)  # noqa: DTZ001 - the gallery has no time zone of its own
    return {
        "icons": list(ICONS),
        "states": ["good", "missing", "late", "unknown", "waiting", "draft", "ended"],
        "week": week(),
        "pattern": PATTERN,
        "two_weeks": [PATTERN, ["office", "home", "home", "away", "office"]],
        "seven": [*PATTERN, "", ""],
        "late": TODAY - timedelta(days=4),
        "soon": TODAY + timedelta(days=7),
        "next_year": date(2027, 1, 4),
        "spans": [
            {"kind": "rest", "from_minute": 0, "to_minute": 420, "words": "hvile"},
            {"kind": "home", "from_minute": 480, "to_minute": 720, "words": "hjemme 8–12"},
            {"kind": "office", "from_minute": 765, "to_minute": 960, "words": "kontor 12.45–16"},
            {"kind": "rest", "from_minute": 1200, "to_minute": 1440, "words": "hvile"},
        ],
        "events": [
            {"at": at, "who": "Dorte Krogh", "words": "Tillægget er skrevet under af arbejdsgiver", "url": "#"},
            {"at": date(2026, 11, 18), "who": "Sigrid", "words": "Tillægget er skrevet under", "text": "Adgangsnøgle"},
            {"at": date(2025, 12, 2), "who": "Bo Lund", "words": "Ansøgningen er godkendt", "kind": "late"},
        ],
        "steps": [
            {"label": "Mønster", "url": "#"},
            {"label": "Sted", "url": "#"},
            {"label": "Konsekvenser", "url": ""},
            {"label": "Send", "url": ""},
        ],
        "criteria": [
            {"words": "Opgaverne kan løses hjemme", "met": True, "reason": "Funktionen er vurderet til 4 af 5."},
            {"words": "Ansat i mindst et halvt år", "met": False, "reason": "Siden juli.", "rule": "policy.criteria"},
            {"words": "Egnet rum hjemme", "met": None, "reason": "Vurderes i næste trin."},
        ],
        "signatures": [
            {"name": "Sigrid Jensen", "role": "Medarbejder", "at": at, "method": "Adgangskode og adgangsnøgle",
             "digest": "9f2c61d04be87a35e0c94d1f6a7b8823", "kind": "Virksomhedens avancerede segl"},
            {"name": "Dorte Krogh", "role": "For arbejdsgiver", "at": None},
        ],
        "facts": [
            ("Model", "Hybrid"),
            ("Ugentlige hjemmedage", "2"),
            ("Kilde", SafeString('<a href="#">Arbejdsmiljøloven § 50</a>, LBK 1108 af 15.9.2025')),
            ("Tomt", ""),
        ],
        "old": "Medarbejderen arbejder hjemme mandag og fredag. Telefonen passes 9-15.",
        "new": "Medarbejderen arbejder hjemme mandag, onsdag og fredag. Telefonen passes fra 9.30 til 15.",
        "line": Chart(
            "Hjemmedage pr. måned", "Andelen steg fra 22 til 34 procent i 2026.", months,
            [Series("Udvikling", [22, 23, 25, 24, 28, 30, None, 27, 30, 31, 33, 34]),
             Series("Hele firmaet", [18, 18, 19, 21, 20, 22, 20, 21, 23, 22, 24, 25])], "procent",
        ),
        "bars": Chart("Hvem er inde", "Tirsdag er travlest.", ["Man", "Tir", "Ons", "Tor", "Fre"],
                      [Series("Personer", [12, 31, 24, 26, 7])], "personer", "bar"),
        "rows": [("Aftaler", 122, 7, 2), ("APV for hjemmet", 113, 14, 4), ("Hviletid", 236, 0, 4), ("Udstyr", 9, 4, 0)],
        "filters": [
            Filter("team", "Team", [("", "Alle"), ("1", "Platform")], "1"),
            Filter("state", "Tilstand", [("", "Alle"), ("late", "Forfalden")], ""),
        ],
        "page": Paginator(range(200), 10).page(7),
    }  # fmt: skip


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """All parts; a sent form comes back with its faults."""
    if "messages" in request.GET:
        messages.success(request, "Din ansøgning er sendt til Bo.")
        messages.error(request, "Række 17 kan ikke læses: “31-02-2026” er ikke en dato. Intet er gemt.")
    form = ApplicationForm(request.POST or None, request.FILES or None)
    source = (Path(__file__).parent / "gallery.html").read_text("utf-8")
    context = shell("Min ordning") | parts() | {"form": form}
    return HttpResponse(engines["django"].from_string(source).render(context, request))


@login_not_required
def rule(request: HttpRequest, key: str) -> HttpResponse:
    """A rule as the panel shows it."""
    source = "<h2>Hvorfor 11 timers hvile?</h2><p>Der skal ligge 11 timers hvile i træk.</p>{% facts facts %}"
    source += '<p><a href="#">Læs hele reglen</a></p>'
    return HttpResponse(engines["django"].from_string(source).render(parts(), request))


@login_not_required
def root_page(request: HttpRequest, name: str) -> HttpResponse:
    """The refusals."""
    extra = {
        "who": "Dorte", "what": "politikken", "url": "#", "diff": [(parts()["old"], parts()["new"])],
        "typed": [("Begrundelse", "Jeg vil gerne have ro til at skrive.")],
    }  # fmt: skip
    return render(request, f"{name}.html", (shell("") if name == "409" else {}) | extra)


urlpatterns = [
    path("gallery/", gallery),
    path("regler/<str:key>/", rule),
    path("root/<str:name>/", root_page),
    path("", include("hjemmedag.config.urls")),
]
