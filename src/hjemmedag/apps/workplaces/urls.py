"""Addresses of the home as a place of work."""

from django.urls import path

from hjemmedag.apps.workplaces.views import (
    action_plan,
    assessment,
    discussions,
    evidence,
    findings,
    home,
    instructions,
    practice,
    risks,
    screen,
    sharing,
    telling,
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
    path("vurderinger/<int:pk>/", assessment.page, name="assessment"),
    path("vurderinger/<int:pk>/deling/", sharing.change, name="sharing"),
    path("fund/<int:pk>/", findings.page, name="finding"),
    path("fund/<int:pk>/handling/", findings.measure, name="measure"),
    path("fund/<int:pk>/bestilling/", findings.ordering, name="ordering"),
    path("fund/<int:pk>/udfoerelse/", findings.carrying_out, name="carrying_out"),
    path("fund/<int:pk>/vurdering/", findings.rerating, name="rerating"),
    path("arbejdsmiljoe/handlingsplan/", action_plan.listing, name="action_plan"),
    path("arbejdsmiljoe/hjemme/", risks.page, name="risks"),
    path("arbejdsmiljoe/hjemme/bevis/", evidence.file, name="evidence"),
    path("arbejdsmiljoe/droeftelser/", discussions.listing, name="discussions"),
    path("arbejdsmiljoe/droeftelser/ny/", discussions.new, name="new_discussion"),
    path("arbejdsmiljoe/droeftelser/<int:pk>/", discussions.page, name="discussion"),
    path("arbejdsmiljoe/droeftelser/<int:pk>/rettelse/", discussions.correction, name="discussion_correction"),
    path("arbejdsmiljoe/instruktioner/", instructions.listing, name="instructions"),
    path("arbejdsmiljoe/instruktioner/ny/", instructions.new, name="new_instruction"),
    path("arbejdsmiljoe/valg/", practice.page, name="practice"),
]
