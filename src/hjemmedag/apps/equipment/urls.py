"""Addresses of equipment."""

from django.urls import path

from hjemmedag.apps.equipment.views import item_file, kinds, stock

app_name = "equipment"

urlpatterns = [
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
