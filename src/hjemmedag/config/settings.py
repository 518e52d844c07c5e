"""All settings. Each variable of the environment is described in docs/configuration.md."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONE, SELF

from hjemmedag.config import env

BASE_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = env.folder("DATA", Path.home() / ".local" / "share" / "hjemmedag")

DEMO = env.flag("DEMO")
DEBUG = env.flag("DEBUG")
SECRET_KEY = env.secret("SECRET_KEY", DATA_DIR / "secret-key")
ALLOWED_HOSTS = env.listing("HOSTS", "localhost,127.0.0.1,[::1]")
SITE_URL = env.text("URL", "http://localhost:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "hjemmedag.ui",
    "hjemmedag.apps.audit",
    "hjemmedag.apps.outbox",
    "hjemmedag.apps.people",
    "hjemmedag.apps.documents",
    "hjemmedag.apps.policy",
    "hjemmedag.apps.agreements",
    "hjemmedag.apps.equipment",
    "hjemmedag.apps.security",
    "hjemmedag.apps.worktime",
    "hjemmedag.apps.workplaces",
    "hjemmedag.apps.overview",
    "hjemmedag.demo",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "hjemmedag.ui.guards.PlainTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hjemmedag.apps.people.views.language.PersonLanguageMiddleware",
    "hjemmedag.apps.people.views.asking.ViewerMiddleware",
    "hjemmedag.apps.people.views.signed_in.SignedInMiddleware",
    "hjemmedag.apps.people.views.second_factor.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "hjemmedag.ui.guards.WayBackMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "hjemmedag.config.urls"
WSGI_APPLICATION = "hjemmedag.config.wsgi.application"
FORM_RENDERER = "hjemmedag.ui.rendering.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "hjemmedag.apps.overview.queries.shell.context",
            ],
            "builtins": ["django.templatetags.i18n", "hjemmedag.ui.templatetags.ui"],
        },
    }
]

DATABASES: dict[str, Any] = {
    "default": dj_database_url.parse(
        env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'hjemmedag.sqlite3'}"),
        conn_health_checks=True,
    )
}
DATABASES["default"]["CONN_MAX_AGE"] = None
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
        "PRAGMA journal_size_limit=27103364;PRAGMA cache_size=-8000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Sign-in counts its tries here, so every web process must share the store.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "shared_counters"}}

STATIC_URL = "/static/"
STATIC_ROOT = env.folder("STATIC", DATA_DIR / "static")
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# A picture of someone's home is encrypted before it meets a disk: up to its largest size an upload stays in memory.
FILE_UPLOAD_MAX_MEMORY_SIZE = 16 * 1024 * 1024
SEAL_KEY_DIR = env.folder("SEAL_KEYS", DATA_DIR / "seal")
TIMESTAMP_URL = env.text("TIMESTAMP_URL")

LANGUAGE_CODE = "da"
LANGUAGES = [("da", "Dansk"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Copenhagen"
USE_I18N = True
USE_TZ = True

AUTH_USER_MODEL = "people.Employee"
AUTHENTICATION_BACKENDS = ["hjemmedag.apps.people.views.sign_in.Backend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PROOF_URL = "people:proof"
SECOND_FACTOR_GRACE_DAYS = env.number("SECOND_FACTOR_GRACE_DAYS", 3)

ACCOUNT_ADAPTER = "hjemmedag.apps.people.views.sign_in.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key,30/5m/ip", "reset_password": "5/h/key,20/h/ip"}
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"  # noqa: S105
ACCOUNT_FORMS = {
    "login": "hjemmedag.apps.people.forms.sign_in.SignIn",
    "reset_password": "hjemmedag.apps.people.forms.sign_in.ForgottenPassword",
    "reset_password_from_key": "hjemmedag.apps.people.forms.sign_in.NewPassword",
    "set_password": "hjemmedag.apps.people.forms.sign_in.FirstPassword",
    "change_password": "hjemmedag.apps.people.forms.sign_in.ChangePassword",
    "reauthenticate": "hjemmedag.apps.people.forms.sign_in.ConfirmPassword",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.flag("BEHIND_PROXY") else 0
MFA_ADAPTER = "hjemmedag.apps.people.views.second_factor.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "hjemmedag.apps.people.forms.sign_in.SecondStepCode",
    "reauthenticate": "hjemmedag.apps.people.forms.sign_in.ConfirmCode",
    "activate_totp": "hjemmedag.apps.people.forms.sign_in.ConnectApp",
    "add_webauthn": "hjemmedag.apps.people.forms.sign_in.AddPasskey",
    "edit_webauthn": "hjemmedag.apps.people.forms.sign_in.NamePasskey",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "hjemmedag"
# The staff list is the employer's own record of addresses: an address in it needs no second proof.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = SITE_URL.startswith("http://localhost")
SOCIALACCOUNT_ADAPTER = "hjemmedag.apps.people.views.provider.ProviderAdapter"
# A form may post to nobody but us, redirects included, so the way to the provider is a link.
SOCIALACCOUNT_LOGIN_ON_GET = True
OIDC_ID = "company"
OIDC_PROVIDER = env.text("OIDC_NAME")
OIDC_MFA = env.one_of("OIDC_MFA", "claim", "trusted")
OIDC_ACR = env.listing("OIDC_ACR")
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if OIDC_PROVIDER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "OAUTH_PKCE_ENABLED": True,
        "AUTH_PARAMS": {"acr_values": " ".join(OIDC_ACR)} if OIDC_ACR else {},
        "APPS": [
            {
                "provider_id": OIDC_ID,
                "name": OIDC_PROVIDER,
                "client_id": env.text("OIDC_CLIENT_ID"),
                "secret": env.text("OIDC_CLIENT_SECRET"),
                "settings": {"server_url": env.text("OIDC_SERVER_URL")},
            }
        ],
    }

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hjemmedag.apps.overview.views.errors.forgery_refused"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if SITE_URL.startswith("https://"):
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.flag("SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_PROXY") else None
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [SELF],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    }
}

EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
EMAIL_FILE_PATH = str(DATA_DIR / "mail")
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = env.number("EMAIL_PORT", 25)
EMAIL_HOST_USER = env.text("EMAIL_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("EMAIL_FROM", "hjemmedag <hjemmedag@localhost>")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"standard": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["standard"], "level": env.text("LOG_LEVEL", "WARNING")},
}
