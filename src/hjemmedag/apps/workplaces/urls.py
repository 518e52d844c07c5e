"""Addresses of the home as a place of work."""

from django.urls import path

from hjemmedag.apps.workplaces.views import (
    action_plan,
    asking,
    assessment,
    findings,
    home,
    instructions,
    photos,
    practice,
    risks,
    screen,
    sharing,
    telling,
    visits,
)

app_name = "workplaces"

urlpatterns = [
    path("hjemmearbejdssted/", home.page, name="home"),
    path("hjemmearbejdssted/skaerm/", screen.page, name="screen"),
    path("hjemmearbejdssted/synsproeve/", screen.eye_test, name="eye_test"),
    path("hjemmearbejdssted/apv/", assessment.beginning, name="beginning"),
    path("hjemmearbejdssted/apv/svar/", assessment.replies, name="replies"),
    path("hjemmearbejdssted/apv/indsendelse/", assessment.submission, name="submission"),
    path("hjemmearbejdssted/apv/trin/<int:number>/", assessment.step, name="step"),
    path("hjemmearbejdssted/aendring/", telling.occasion, name="occasion"),
    path("hjemmearbejdssted/flytning/", telling.moving, name="moving"),
    path("hjemmearbejdssted/problem/", telling.problem, name="problem"),
    path("hjemmearbejdssted/instruktion/<int:pk>/", instructions.receipt, name="instruction_receipt"),
    path("hjemmearbejdssted/besoeg/", visits.mine, name="own_visits"),
    path("besoeg/<int:pk>/", visits.page, name="visit"),
    path("besoeg/<int:pk>/svar/", visits.answer, name="visit_answer"),
    path("besoeg/<int:pk>/tilbagekaldelse/", visits.withdrawal, name="visit_withdrawal"),
    path("besoeg/<int:pk>/resultat/", visits.outcome, name="visit_outcome"),
    path("billeder/ny/<slug:what>/<int:pk>/", photos.new, name="new_photo"),
    path("billeder/<int:pk>/", photos.page, name="photo"),
    path("billeder/<int:pk>/fil/", photos.file, name="photo_file"),
    path("billeder/<int:pk>/sletning/", photos.deletion, name="photo_deletion"),
    path("vurderinger/<int:pk>/", assessment.page, name="assessment"),
    path("vurderinger/<int:pk>/deling/", sharing.change, name="sharing"),
    path("fund/<int:pk>/", findings.page, name="finding"),
    path("fund/<int:pk>/handling/", findings.measure, name="measure"),
    path("fund/<int:pk>/udfoerelse/", findings.carrying_out, name="carrying_out"),
    path("fund/<int:pk>/vurdering/", findings.rerating, name="rerating"),
    path("arbejdsmiljoe/handlingsplan/", action_plan.listing, name="action_plan"),
    path("arbejdsmiljoe/hjemme/", risks.page, name="risks"),
    path("arbejdsmiljoe/instruktioner/", instructions.listing, name="instructions"),
    path("arbejdsmiljoe/instruktioner/ny/", instructions.new, name="new_instruction"),
    path("arbejdsmiljoe/besoeg/", asking.listing, name="visits"),
    path("arbejdsmiljoe/besoeg/nyt/<int:person>/", asking.new, name="new_visit"),
    path("arbejdsmiljoe/valg/", practice.page, name="practice"),
]
