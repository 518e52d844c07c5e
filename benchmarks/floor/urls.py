"""Addresses of the floor."""

from django.contrib.auth import views as auth
from django.urls import include, path

from benchmarks.floor import views

urlpatterns = [
    path("", views.week, name="week"),
    path("entries/", views.entries, name="entries"),
    path("entries/new/", views.new, name="new"),
    path("login/", auth.LoginView.as_view(template_name="floor/form.html"), name="login"),
    path("logout/", auth.LogoutView.as_view(), name="logout"),
    path("i18n/", include("django.conf.urls.i18n")),
]
