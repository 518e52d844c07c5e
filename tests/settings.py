"""The product's own settings, with a data folder of the test run's own and the database the run asks for."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

DATA = tempfile.mkdtemp(prefix="hjemmedag-test-")
atexit.register(shutil.rmtree, DATA, ignore_errors=True)
os.environ["HJEMMEDAG_DATA"] = DATA
os.environ["HJEMMEDAG_SECRET_KEY"] = "only-for-tests"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver runs an event loop in the thread of the test

if os.environ.get("HJEMMEDAG_TEST_DATABASE") == "postgresql":
    from tests.postgresql import address

    os.environ["HJEMMEDAG_DATABASE_URL"] = address()

from hjemmedag.config.settings import *  # noqa: E402, F403
from hjemmedag.config.settings import INSTALLED_APPS, MIDDLEWARE, STATIC_ROOT, STORAGES  # noqa: E402

Path(STATIC_ROOT).mkdir(parents=True, exist_ok=True)
INSTALLED_APPS = [*INSTALLED_APPS, "zeal"]
MIDDLEWARE = [*MIDDLEWARE, "zeal.middleware.zeal_middleware"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
