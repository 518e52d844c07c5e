"""Addresses of working time: a week by its year and number, as calendars write it."""

from django.urls import path

from hjemmedag.apps.worktime.views import approvals, months, own, practice, week

app_name = "worktime"

urlpatterns = [
    path("arbejdstid/", week.current, name="current"),
    path("arbejdstid/<int:year>/<int:number>/", week.page, name="week"),
    path("arbejdstid/<int:year>/<int:number>/bekraeftelse/", week.confirmation, name="confirmation"),
    path("arbejdstid/mine/", own.page, name="own"),
    path("arbejdstid/valg/", practice.page, name="practice"),
    path("arbejdstid/godkendelse/", approvals.listing, name="approvals"),
    path("arbejdstid/godkendelse/<int:pk>/", approvals.page, name="approval"),
    path("arbejdstid/maaneder/", months.listing, name="months"),
    path("arbejdstid/maaneder/<int:year>/<int:number>/lukning/", months.locking, name="locking"),
]
