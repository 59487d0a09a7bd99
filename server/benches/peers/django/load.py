"""Makes the tables, people out of the demonstration centre's list, and slots.

load.py PEOPLE.CSV SLOTS
"""

import csv
import os
import sys
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
django.setup()

from booking.models import Person, Slot  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.utils import timezone  # noqa: E402

people, slots = sys.argv[1], int(sys.argv[2])
call_command("migrate", run_syncdb=True, verbosity=0)
with open(people, encoding="utf-8", newline="") as file:
    Person.objects.bulk_create(Person(id_number=row["id_number"]) for row in csv.DictReader(file))
tomorrow = timezone.now().replace(hour=1, minute=0, second=0, microsecond=0) + timedelta(days=1)
Slot.objects.bulk_create(
    Slot(
        branch=f"branch-{number % 4}",
        starts_at=tomorrow + timedelta(days=number // 4 % 14, minutes=30 * (number // 56 % 14)),
        capacity=8,
    )
    for number in range(slots)
)
