"""Addresses of the pages that look across."""

from django.urls import path

from hjemmedag.apps.overview.views import (
    application,
    applications,
    arrangements,
    duties,
    history,
    order,
    rules,
    search,
    start,
    try_it,
    way,
)

app_name = "overview"
urlpatterns = [
    path("", start.page, name="start"),
    path("pligter/", duties.page, name="duties"),
    path("overblik/", order.page, name="order"),
    path("vejen/", way.page, name="way"),
    path("vejen/<str:step>/", way.record, name="step"),
    path("ansoegning/", application.begin, name="my_application"),
    path("ansoegning/moenster/", application.pattern, name="application_pattern"),
    path("ansoegning/sted/", application.place, name="application_place"),
    path("ansoegning/foelger/", application.consequences, name="application_consequences"),
    path("ansoegning/send/", application.send, name="application_send"),
    path("ansoegning/kladde/", application.discard, name="application_draft"),
    path("ansoegninger/", applications.listing, name="applications"),
    path("ansoegninger/<int:pk>/", applications.page, name="application"),
    path("ansoegninger/<int:pk>/afgoerelse/", applications.decision, name="decision"),
    path("ansoegninger/<int:pk>/tilbagetraekning/", applications.withdrawal, name="withdrawal"),
    path("ordning/", arrangements.mine, name="my_arrangement"),
    path("ordninger/", arrangements.listing, name="arrangements"),
    path("ordninger/<int:pk>/", arrangements.page, name="arrangement"),
    path("regler/", rules.listing, name="rules"),
    path("regler/<str:key>/", rules.page, name="rule"),
    path("soeg/", search.page, name="search"),
    path("historik/", history.listing, name="history"),
    path("proev/", try_it.page, name="try_it"),
]
