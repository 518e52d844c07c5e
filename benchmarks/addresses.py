"""Every page that is measured: its address, who opens it, and what kind of page it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

ONE_STAGE, ACROSS, A_STAGE = 12, 9, 2
STAGES = 8
"""People, documents, policy, agreements, equipment, working time, home workplaces, and the overview that asks them."""


class Shape(Enum):
    """What a page is like: the floor's page beside it, how many times its CPU it may take, and how many queries.

    A start page holds a week, a to-do page is a list; both gather what several stages say. One's own week of hours also
    asks what the person's calendar suggests; HR's overview also counts how much of each there is, and the way whether
    each step has begun.
    """

    LIST = ("/entries/", 2.0)
    WEEK = ("/", 2.0)
    HOURS = ("/", 2.0, False, 1)
    FORM = ("/entries/new/", 3.0)
    START = ("/", 2.0, True)
    TODO = ("/entries/", 2.0, True)
    WAY = ("/entries/", 2.0, True, 9)
    ORDER = ("/entries/", 2.0, True, 3)

    def __init__(self, floor: str, times: float, across: bool = False, more: int = 0) -> None:
        self.floor, self.times = floor, times
        self.queries = (ACROSS + A_STAGE * STAGES if across else ONE_STAGE) + more


@dataclass(frozen=True, slots=True)
class Page:
    """One page as somebody opens it; `{}` in the address stands for what is opened."""

    url: str
    who: str
    shape: Shape

    def address(self, company: Mapping[str, object]) -> str:
        """The address in one company."""
        return self.url.format_map(company)


PAGES = (
    Page("/", "employee", Shape.START),
    Page("/", "newcomer", Shape.START),
    Page("/", "manager", Shape.START),
    Page("/", "hr", Shape.START),
    Page("/pligter/", "employee", Shape.START),
    Page("/pligter/", "hr", Shape.TODO),
    Page("/overblik/", "hr", Shape.ORDER),
    Page("/vejen/", "hr", Shape.WAY),
    Page("/vejen/security/", "hr", Shape.FORM),
    Page("/ordning/", "newcomer", Shape.WEEK),
    Page("/ordninger/{arrangement}/", "employee", Shape.WEEK),
    Page("/ordninger/{arrangement}/", "hr", Shape.WEEK),
    Page("/ordninger/", "hr", Shape.LIST),
    Page("/ordninger/?status=paused", "hr", Shape.LIST),
    Page("/ordninger/?q=holm", "hr", Shape.LIST),
    Page("/ordninger/", "manager", Shape.LIST),
    Page("/ansoegning/moenster/", "newcomer", Shape.FORM),
    Page("/ansoegning/foelger/", "writer", Shape.FORM),
    Page("/ansoegning/send/", "writer", Shape.FORM),
    Page("/ansoegning/sted/", "writer", Shape.FORM),
    Page("/ansoegninger/", "hr", Shape.LIST),
    Page("/ansoegninger/?state=all", "hr", Shape.LIST),
    Page("/ansoegninger/", "manager", Shape.LIST),
    Page("/ansoegninger/{application}/", "hr", Shape.FORM),
    Page("/mennesker/", "hr", Shape.LIST),
    Page("/mennesker/?q=holm", "hr", Shape.LIST),
    Page("/mennesker/", "manager", Shape.LIST),
    Page("/mennesker/{employee}/", "hr", Shape.WEEK),
    Page("/mennesker/ny/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/oplysninger/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/ansaettelse/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/login/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/leder/", "hr", Shape.FORM),
    Page("/mennesker/{employee}/fravaer/", "hr", Shape.FORM),
    Page("/mennesker/forslag/?manager=ho", "hr", Shape.LIST),
    Page("/mennesker/{employee}/team/", "hr", Shape.FORM),
    Page("/mennesker/import/", "hr", Shape.FORM),
    Page("/ansaettelser/{employment}/vilkaar/", "hr", Shape.FORM),
    Page("/ansaettelser/{employment}/sidste-dag/", "hr", Shape.FORM),
    Page("/fravaer/{absence}/", "hr", Shape.FORM),
    Page("/roller/", "hr", Shape.LIST),
    Page("/roller/ny/", "hr", Shape.FORM),
    Page("/roller/ny/udefra/", "hr", Shape.FORM),
    Page("/roller/{grant}/sidste-dag/", "hr", Shape.FORM),
    Page("/underskriftsret/ny/", "hr", Shape.FORM),
    Page("/organisation/", "hr", Shape.LIST),
    Page("/organisation/teams/ny/", "hr", Shape.FORM),
    Page("/organisation/afdelinger/ny/", "hr", Shape.FORM),
    Page("/organisation/afdelinger/{department}/", "hr", Shape.FORM),
    Page("/organisation/teams/{team}/", "hr", Shape.FORM),
    Page("/organisation/teams/{team}/placering/", "hr", Shape.FORM),
    Page("/organisation/arbejdssteder/ny/", "hr", Shape.FORM),
    Page("/organisation/arbejdssteder/{site}/", "hr", Shape.FORM),
    Page("/organisation/enheder/ny/", "hr", Shape.FORM),
    Page("/organisation/enheder/{entity}/", "hr", Shape.FORM),
    Page("/overenskomster/", "hr", Shape.LIST),
    Page("/overenskomster/ny/", "hr", Shape.FORM),
    Page("/overenskomster/{agreement}/", "hr", Shape.FORM),
    Page("/virksomhed/", "hr", Shape.FORM),
    Page("/mig/", "employee", Shape.WEEK),
    Page("/mig/adresse/", "employee", Shape.FORM),
    Page("/dokumenter/", "hr", Shape.LIST),
    Page("/dokumenter/", "employee", Shape.LIST),
    Page("/dokumenter/{document}/", "employee", Shape.WEEK),
    Page("/dokumenter/{unsigned}/", "hr", Shape.WEEK),
    Page("/dokumenter/segl/", "hr", Shape.FORM),
    Page("/dokumenter/{unsigned}/underskrift/", "hr", Shape.FORM),
    Page("/tjek/", "employee", Shape.FORM),
    Page("/politik/", "hr", Shape.LIST),
    Page("/politik/gaeldende/", "employee", Shape.WEEK),
    Page("/politik/3/kvitteringer/", "hr", Shape.LIST),
    Page("/politik/sammenligning/", "hr", Shape.WEEK),
    Page("/politik/3/", "hr", Shape.WEEK),
    Page("/politik/kladde/", "hr", Shape.WEEK),
    Page("/politik/kladde/visning/", "hr", Shape.WEEK),
    Page("/politik/kladde/udgivelse/", "hr", Shape.FORM),
    Page("/politik/kladde/ydelser/", "hr", Shape.WEEK),
    Page("/politik/kladde/ydelse/", "hr", Shape.FORM),
    Page("/politik/kladde/ydelse/screen/", "hr", Shape.FORM),
    Page("/politik/kladde/afsnit/", "hr", Shape.FORM),
    Page("/politik/kladde/afsnit/{clause}/", "hr", Shape.FORM),
    Page("/jobfunktioner/", "hr", Shape.LIST),
    Page("/jobfunktioner/{job_function}/", "hr", Shape.FORM),
    Page("/udstyr/", "employee", Shape.LIST),
    Page("/udstyr/tilbagelevering/", "employee", Shape.FORM),
    Page("/udstyr/laan/{own_loan}/tab/", "employee", Shape.FORM),
    Page("/udstyr/laan/{own_loan}/fejl/", "employee", Shape.FORM),
    Page("/udstyr/forbrug/", "employee", Shape.FORM),
    Page("/udstyr/godkendelse/", "manager", Shape.LIST),
    Page("/udstyr/godkendelse/?vis=all", "hr", Shape.LIST),
    Page("/udstyr/godkendelse/{order}/", "hr", Shape.FORM),
    Page("/udstyr/internet/", "hr", Shape.LIST),
    Page("/udstyr/internet/{employee}/", "hr", Shape.FORM),
    Page("/udstyr/loen/", "payroll", Shape.LIST),
    Page("/udstyr/valg/", "hr", Shape.FORM),
    Page("/udstyr/udlevering/", "hr", Shape.LIST),
    Page("/udstyr/udlevering/?q=holm", "hr", Shape.LIST),
    Page("/udstyr/udlevering/til/{employee}/", "hr", Shape.FORM),
    Page("/udstyr/udlevering/{handover}/", "hr", Shape.FORM),
    Page("/udstyr/udlevering/{handover}/tilbagetagning/", "hr", Shape.FORM),
    Page("/udstyr/retur/", "hr", Shape.LIST),
    Page("/udstyr/retur/?vis=awaited&q=holm", "hr", Shape.LIST),
    Page("/udstyr/retur/{loan}/", "hr", Shape.FORM),
    Page("/udstyr/retur/fra/{employee}/", "hr", Shape.FORM),
    Page("/udstyr/reparationer/", "hr", Shape.LIST),
    Page("/udstyr/reparationer/{repair}/", "hr", Shape.FORM),
    Page("/udstyr/lager/", "hr", Shape.LIST),
    Page("/udstyr/lager/?q=stol&hvor=lent", "hr", Shape.LIST),
    Page("/udstyr/lager/ny/", "hr", Shape.FORM),
    Page("/udstyr/lager/fil/", "hr", Shape.FORM),
    Page("/udstyr/lager/{item}/", "hr", Shape.WEEK),
    Page("/udstyr/lager/{item}/eftersyn/", "hr", Shape.FORM),
    Page("/udstyr/lager/{item}/udgaaet/", "hr", Shape.FORM),
    Page("/udstyr/typer/", "hr", Shape.LIST),
    Page("/udstyr/typer/{kind}/", "hr", Shape.FORM),
    Page("/udstyr/pakker/", "hr", Shape.LIST),
    Page("/udstyr/pakker/{job_function}/", "hr", Shape.FORM),
    Page("/arbejdstid/{year}/{week}/", "employee", Shape.HOURS),
    Page("/arbejdstid/mine/", "employee", Shape.LIST),
    Page("/arbejdstid/godkendelse/", "manager", Shape.LIST),
    Page("/arbejdstid/godkendelse/{sent}/", "manager", Shape.WEEK),
    Page("/arbejdstid/maaneder/", "payroll", Shape.LIST),
    Page("/arbejdstid/valg/", "hr", Shape.FORM),
    Page("/arbejdstid/fil/", "employee", Shape.FORM),
    Page("/arbejdstid/kalender/", "employee", Shape.FORM),
    Page("/arbejdstid/registrering/", "hr", Shape.LIST),
    Page("/arbejdstid/registrering/{employee}/", "hr", Shape.FORM),
    Page("/arbejdstid/steder/", "hr", Shape.LIST),
    Page("/arbejdstid/prognose/", "hr", Shape.LIST),
    Page("/arbejdstid/hviletid/", "hr", Shape.LIST),
    Page("/arbejdstid/maaneder/{year}/1/", "payroll", Shape.TODO),
    Page("/arbejdstid/maaneder/{year}/1/lukning/", "payroll", Shape.TODO),
    Page("/arbejdstid/maaneder/opsaetning/danloen/", "payroll", Shape.FORM),
    Page("/hjemmearbejdssted/", "employee", Shape.WEEK),
    Page("/hjemmearbejdssted/skaerm/", "employee", Shape.WEEK),
    Page("/hjemmearbejdssted/synsproeve/", "employee", Shape.FORM),
    Page("/hjemmearbejdssted/aendring/", "employee", Shape.FORM),
    Page("/hjemmearbejdssted/flytning/", "employee", Shape.FORM),
    Page("/hjemmearbejdssted/problem/", "employee", Shape.FORM),
    Page("/fund/{finding}/", "manager", Shape.WEEK),
    Page("/fund/{finding}/handling/", "manager", Shape.FORM),
    Page("/vurderinger/{assessment}/", "employee", Shape.WEEK),
    Page("/arbejdsmiljoe/handlingsplan/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/handlingsplan/", "manager", Shape.LIST),
    Page("/arbejdsmiljoe/handlingsplan/?vis=late&afdeling={department}&q=holm", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/hjemme/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/droeftelser/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/droeftelser/ny/", "hr", Shape.FORM),
    Page("/arbejdsmiljoe/droeftelser/{discussion}/", "hr", Shape.WEEK),
    Page("/arbejdsmiljoe/droeftelser/{discussion}/rettelse/", "hr", Shape.FORM),
    Page("/arbejdsmiljoe/instruktioner/", "manager", Shape.LIST),
    Page("/arbejdsmiljoe/instruktioner/ny/", "manager", Shape.FORM),
    Page("/hjemmearbejdssted/besoeg/", "employee", Shape.LIST),
    Page("/besoeg/{visit}/", "employee", Shape.WEEK),
    Page("/besoeg/{visit}/svar/", "employee", Shape.FORM),
    Page("/besoeg/{visited}/resultat/", "manager", Shape.FORM),
    Page("/arbejdsmiljoe/besoeg/", "manager", Shape.LIST),
    Page("/arbejdsmiljoe/besoeg/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/besoeg/?q=holm", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/besoeg/nyt/{employee}/", "hr", Shape.FORM),
    Page("/billeder/ny/besoeg/{visit}/", "employee", Shape.FORM),
    Page("/billeder/{photo}/", "employee", Shape.WEEK),
    Page("/arbejdsmiljoe/valg/", "hr", Shape.FORM),
    Page("/hjemmearbejdssted/forsikring/", "employee", Shape.WEEK),
    Page("/hjemmearbejdssted/naerved/", "employee", Shape.FORM),
    Page("/hjemmearbejdssted/skader/", "employee", Shape.LIST),
    Page("/skader/kladde/{begun}/", "employee", Shape.FORM),
    Page("/skader/praksis/", "employee", Shape.WEEK),
    Page("/skader/{injury}/", "employee", Shape.WEEK),
    Page("/skader/{injury}/", "hr", Shape.WEEK),
    Page("/skader/{injury}/rettelse/", "employee", Shape.FORM),
    Page("/skader/{injury}/helbred/", "employee", Shape.FORM),
    Page("/skader/{injury}/fravaer/", "employee", Shape.FORM),
    Page("/skader/{injury}/doedsfald/", "hr", Shape.FORM),
    Page("/skader/{injury}/anmeldelse/", "hr", Shape.FORM),
    Page("/naerved/{near_miss}/", "hr", Shape.WEEK),
    Page("/arbejdsmiljoe/skader/", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/skader/?vis=open", "hr", Shape.LIST),
    Page("/arbejdsmiljoe/skader/", "manager", Shape.LIST),
    Page("/arbejdsmiljoe/skader/ny/", "manager", Shape.FORM),
    Page("/arbejdsmiljoe/naerved/", "hr", Shape.LIST),
    Page("/forsikringer/", "hr", Shape.LIST),
    Page("/forsikringer/ny/", "hr", Shape.FORM),
    Page("/forsikringer/{insurance}/", "hr", Shape.FORM),
    Page("/regler/", "employee", Shape.LIST),
    Page("/regler/worktime.daily_rest/", "employee", Shape.WEEK),
    Page("/soeg/?q=holm", "hr", Shape.LIST),
    Page("/historik/", "auditor", Shape.LIST),
    Page("/historik/?action=policy.confirm", "auditor", Shape.LIST),
)
