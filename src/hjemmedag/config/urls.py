"""Every address of the product: each stage brings its own."""

from django.urls import include, path

from hjemmedag.apps.people.urls import account

urlpatterns = [
    path("", include("hjemmedag.apps.overview.urls")),
    path("", include("hjemmedag.apps.people.urls")),
    path("", include("hjemmedag.apps.documents.urls")),
    path("", include("hjemmedag.apps.policy.urls")),
    path("", include("hjemmedag.apps.equipment.urls")),
    path("", include("hjemmedag.apps.security.urls")),
    path("", include("hjemmedag.apps.worktime.urls")),
    path("", include("hjemmedag.apps.workplaces.urls")),
    path("konto/", include(account)),
]

handler400 = "hjemmedag.apps.overview.views.errors.bad_request"
handler403 = "hjemmedag.apps.overview.views.errors.forbidden"
handler404 = "hjemmedag.apps.overview.views.errors.not_found"
handler500 = "hjemmedag.apps.overview.views.errors.server_error"
