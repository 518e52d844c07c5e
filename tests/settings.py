"""The product's own settings, with a data folder of the test run's own and the database the run asks for."""

import os
import tempfile

os.environ.setdefault("HJEMMEDAG_DATA", tempfile.mkdtemp(prefix="hjemmedag-test-"))
os.environ.setdefault("HJEMMEDAG_SECRET_KEY", "only-for-tests")

from hjemmedag.config.settings import *  # noqa: E402, F403
from hjemmedag.config.settings import CACHES, INSTALLED_APPS, MIDDLEWARE, STORAGES  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = [*MIDDLEWARE, "zeal.middleware.zeal_middleware"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
