"""Like the tests' own, with a database that several connections can share and no count of queries: races ask twice."""

from tests.settings import *  # noqa: F403
from tests.settings import DATA, DATABASES, INSTALLED_APPS, MIDDLEWARE

INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "zeal"]
MIDDLEWARE = [one for one in MIDDLEWARE if not one.startswith("zeal.")]
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": f"{DATA}/races.sqlite3"}
