"""An OpenID Connect provider in a process of its own: `python provider_process.py PORT CALLBACK NOW`.

It knows four people, all with the same password, and stands at the moment NOW. It says "ready" once it listens.
"""

from __future__ import annotations

import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

import django
import time_machine
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.conf import settings
from django.urls import include, path

PORT, CALLBACK, NOW = int(sys.argv[1]), sys.argv[2], float(sys.argv[3])
PASSWORD = "kendt af udbyderen"
PEOPLE = {
    "anna@proeve.example": {"amr": ["pwd", "mfa"]},
    "bo@proeve.example": {"amr": ["pwd"], "acr": "silver"},
    "fremmed@andet.example": {"amr": ["pwd", "mfa"]},
    "carl@proeve.example": {"unverified": True},
}

settings.configure(
    SECRET_KEY="provider",
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=[
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "allauth",
        "allauth.account",
        "allauth.idp.oidc",
    ],
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "allauth.account.middleware.AccountMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
        }
    ],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    AUTHENTICATION_BACKENDS=["allauth.account.auth_backends.AuthenticationBackend"],
    LOGIN_URL="account_login",
    ACCOUNT_LOGIN_METHODS={"email"},
    ACCOUNT_SIGNUP_FIELDS=["email*", "password1*"],
    ACCOUNT_EMAIL_VERIFICATION="none",
    IDP_OIDC_ADAPTER=f"{__name__}.Claims",
    IDP_OIDC_PRIVATE_KEY=rsa.generate_private_key(public_exponent=65537, key_size=2048)
    .private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    .decode(),
    USE_TZ=True,
)
django.setup()

from allauth.account.models import EmailAddress  # noqa: E402
from allauth.idp.oidc.adapter import DefaultOIDCAdapter  # noqa: E402
from allauth.idp.oidc.models import Client  # noqa: E402
from django.contrib.auth.models import User  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.core.management import call_command  # noqa: E402

urlpatterns = [path("", include("allauth.idp.urls")), path("", include("allauth.account.urls"))]


class Claims(DefaultOIDCAdapter):
    """What the provider says of its people beside who they are."""

    def get_claims(self, purpose, user, client, scopes, email=None, **more):
        said = super().get_claims(purpose, user, client, scopes, email, **more)
        return said | {key: value for key, value in PEOPLE[user.email].items() if key in ("amr", "acr")}


class Quiet(WSGIRequestHandler):
    """Says nothing about each request."""

    def log_message(self, *said):
        pass


def main() -> None:
    with time_machine.travel(NOW, tick=True):
        call_command("migrate", verbosity=0)
        for number, (email, claims) in enumerate(PEOPLE.items()):
            person = User.objects.create_user(f"user{number}", email, PASSWORD)
            EmailAddress.objects.create(user=person, email=email, verified="unverified" not in claims, primary=True)
        client = Client(id="hjemmedag", name="hjemmedag", skip_consent=True, scopes="openid\nprofile\nemail")
        client.redirect_uris = CALLBACK
        client.set_secret("shared")
        client.save()
        with make_server("127.0.0.1", PORT, WSGIHandler(), handler_class=Quiet) as server:
            print("ready", flush=True)
            server.serve_forever()


main()
