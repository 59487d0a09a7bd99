"""Production settings, with everything left out that would only slow the booking down."""

import os

DEBUG = False
SECRET_KEY = os.environ["SECRET_KEY"]
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "booking.urls"
INSTALLED_APPS = ["booking"]
MIDDLEWARE = []
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        # A folder is a Unix socket: a shorter way than TCP.
        "HOST": os.environ["PGHOST"],
        "PORT": os.environ["PGPORT"],
        "NAME": "postgres",
        "USER": "peer",
        # Connections stay open: a new one for each request would cost more than the booking.
        "CONN_MAX_AGE": None,
    }
}
