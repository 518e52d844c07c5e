"""Addresses of equipment."""

from django.urls import path

from hjemmedag.apps.equipment.views import desk, expenses, item_file, kinds, money, own, repairs, returns, stock

app_name = "equipment"

urlpatterns = [
    path("udstyr/", own.page, name="mine"),
    path("udstyr/tilbagelevering/", own.bringing_back, name="bringing_back"),
    path("udstyr/laan/<int:pk>/tab/", own.loss, name="loss"),
    path("udstyr/laan/<int:pk>/fejl/", own.repair, name="new_repair"),
    path("udstyr/forbrug/", expenses.own, name="expenses"),
    path("udstyr/godkendelse/", expenses.listing, name="answers"),
    path("udstyr/godkendelse/<int:pk>/", expenses.answer, name="answer"),
    path("udstyr/internet/", money.internet, name="internet"),
    path("udstyr/internet/<int:pk>/", money.scheme, name="scheme"),
    path("udstyr/loen/", money.payroll, name="amounts"),
    path("udstyr/valg/", money.choices, name="choices"),
    path("udstyr/udlevering/", desk.listing, name="handovers"),
    path("udstyr/udlevering/til/<int:pk>/", desk.new, name="new_handover"),
    path("udstyr/bestilling/<int:pk>/", desk.calling_off, name="calling_off"),
    path("udstyr/udlevering/<int:pk>/", desk.page, name="handover"),
    path("udstyr/udlevering/<int:pk>/tilbagetagning/", desk.taking_back, name="taking_back"),
    path("udstyr/retur/", returns.listing, name="returns"),
    path("udstyr/retur/<int:pk>/", returns.receiving, name="receiving"),
    path("udstyr/retur/fra/<int:pk>/", returns.asking_back, name="asking_back"),
    path("udstyr/reparationer/", repairs.listing, name="repairs"),
    path("udstyr/reparationer/<int:pk>/", repairs.page, name="repair"),
    path("udstyr/lager/", stock.listing, name="stock"),
    path("udstyr/lager/etiketter/", stock.labels, name="labels"),
    path("udstyr/lager/fil/", item_file.upload, name="item_file"),
    path("udstyr/lager/fil/skabelon/<slug:ending>/", item_file.template, name="item_template"),
    path("udstyr/lager/ny/", stock.new, name="new_item"),
    path("udstyr/lager/<int:pk>/", stock.page, name="item"),
    path("udstyr/lager/<int:pk>/eftersyn/", stock.service, name="service"),
    path("udstyr/lager/<int:pk>/udgaaet/", stock.write_off, name="write_off"),
    path("udstyr/typer/", kinds.listing, name="kinds"),
    path("udstyr/typer/<int:pk>/", kinds.page, name="kind"),
    path("udstyr/pakker/", kinds.packages, name="packages"),
    path("udstyr/pakker/<int:pk>/", kinds.package, name="package"),
]
