"""Addresses of the policy and the job functions."""

from django.urls import path

from hjemmedag.apps.policy.views import (
    clauses,
    comparison,
    draft,
    functions,
    provisions,
    publication,
    receipts,
    versions,
)

app_name = "policy"
urlpatterns = [
    path("politik/", versions.listing, name="versions"),
    path("politik/gaeldende/", versions.current, name="current"),
    path("politik/<int:number>/", versions.page, name="version"),
    path("politik/<int:number>/kvittering/", receipts.confirmation, name="receipt"),
    path("politik/<int:number>/kvitteringer/", receipts.listing, name="receipts"),
    path("politik/sammenligning/", comparison.page, name="comparison"),
    path("politik/kladde/", draft.page, name="draft"),
    path("politik/kladde/grundlag/", draft.basis, name="basis"),
    path("politik/kladde/visning/", draft.preview, name="preview"),
    path("politik/kladde/varsel/", draft.notice, name="notice"),
    path("politik/kladde/sletning/", draft.deletion, name="deletion"),
    path("politik/kladde/udgivelse/", publication.page, name="publication"),
    path("politik/kladde/afsnit/", clauses.new, name="new_clause"),
    path("politik/kladde/afsnit/<slug:key>/", clauses.page, name="clause"),
    path("politik/kladde/afsnit/<slug:key>/plads/", clauses.place, name="clause_place"),
    path("politik/kladde/afsnit/<slug:key>/fjernelse/", clauses.removal, name="clause_removal"),
    path("politik/kladde/ydelser/", provisions.listing, name="provisions"),
    path("politik/kladde/ydelse/", provisions.new, name="new_provision"),
    path("politik/kladde/ydelse/<slug:key>/", provisions.page, name="provision"),
    path("politik/kladde/ydelse/<slug:key>/fjernelse/", provisions.removal, name="provision_removal"),
    path("jobfunktioner/", functions.listing, name="job_functions"),
    path("jobfunktioner/<int:pk>/", functions.page, name="job_function"),
    path("jobfunktioner/<int:pk>/brug/", functions.use, name="job_function_use"),
]
