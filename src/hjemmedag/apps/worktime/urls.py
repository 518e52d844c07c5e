"""Addresses of working time: a week by its year and number, as calendars write it."""

from django.urls import path

from hjemmedag.apps.worktime.views import (
    approvals,
    drafts,
    forecast,
    months,
    own,
    payroll,
    practice,
    registrations,
    rest_counts,
    shares,
    unforeseen,
    uploads,
    week,
)

app_name = "worktime"

urlpatterns = [
    path("arbejdstid/", week.current, name="current"),
    path("arbejdstid/<int:year>/<int:number>/", week.page, name="week"),
    path("arbejdstid/<int:year>/<int:number>/bekraeftelse/", week.confirmation, name="confirmation"),
    path("arbejdstid/<int:year>/<int:number>/forslag/fjernelse/", week.draft_removal, name="draft_removal"),
    path("arbejdstid/fil/", uploads.upload, name="upload"),
    path("arbejdstid/fil/indhold/", uploads.look, name="upload_preview"),
    path("arbejdstid/fil/skabelon/<slug:ending>/", uploads.template, name="upload_template"),
    path("arbejdstid/kalender/", drafts.calendar, name="calendar"),
    path("arbejdstid/kalender/toemning/", drafts.clearing, name="drafts_clearing"),
    path("arbejdstid/mine/", own.page, name="own"),
    path("arbejdstid/valg/", practice.page, name="practice"),
    path("arbejdstid/registrering/", registrations.listing, name="registrations"),
    path("arbejdstid/registrering/<int:pk>/", registrations.page, name="registration"),
    path("arbejdstid/godkendelse/", approvals.listing, name="approvals"),
    path("arbejdstid/godkendelse/<int:pk>/", approvals.page, name="approval"),
    path("arbejdstid/godkendelse/<int:pk>/haendelse/", unforeseen.page, name="unforeseen"),
    path("arbejdstid/steder/", shares.page, name="shares"),
    path("arbejdstid/prognose/", forecast.page, name="forecast"),
    path("arbejdstid/hviletid/", rest_counts.page, name="rest_counts"),
    path("arbejdstid/maaneder/", months.listing, name="months"),
    path("arbejdstid/maaneder/<int:year>/<int:number>/", payroll.page, name="month"),
    path("arbejdstid/maaneder/filer/<int:pk>/", payroll.file, name="payroll_file"),
    path("arbejdstid/maaneder/opsaetning/<slug:name>/", payroll.choices, name="payroll_choices"),
    path("arbejdstid/maaneder/<int:year>/<int:number>/lukning/", months.locking, name="locking"),
]
