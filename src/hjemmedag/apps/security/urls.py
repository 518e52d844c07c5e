"""Addresses of control measures."""

from django.urls import path

from hjemmedag.apps.security.views import measures

app_name = "security"

urlpatterns = [
    path("kontrol/", measures.listing, name="measures"),
    path("kontrol/ny/", measures.new, name="new_measure"),
    path("kontrol/<int:pk>/slut/", measures.ending, name="measure_ending"),
]
