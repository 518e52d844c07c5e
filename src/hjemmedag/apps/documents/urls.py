"""Addresses of documents, their signatures, the company's seal, and the public check."""

from django.urls import path

from hjemmedag.apps.documents.views import check, closings, documents, files, outside, seal, signature, signatures

app_name = "documents"
urlpatterns = [
    path("dokumenter/", documents.listing, name="documents"),
    path("dokumenter/pakke/", files.package, name="package"),
    path("dokumenter/underskrifter/", signatures.page, name="signatures"),
    path("dokumenter/segl/", seal.page, name="seal"),
    path("dokumenter/<int:pk>/", documents.page, name="document"),
    path("dokumenter/<int:pk>/fil/", files.page, name="file"),
    path("dokumenter/<int:pk>/underskrift/", signature.page, name="signature"),
    path("dokumenter/<int:pk>/afslag/", closings.refusal, name="refusal"),
    path("dokumenter/<int:pk>/tilbagetraekning/", closings.withdrawal, name="withdrawal"),
    path("dokumenter/<int:pk>/udenfor/", outside.page, name="outside"),
    path("dokumenter/<int:pk>/udenfor/fil/", outside.export, name="outside_file"),
    path("dokumenter/<int:pk>/tjek/", check.held, name="held_check"),
    path("tjek/", check.page, name="check"),
]
