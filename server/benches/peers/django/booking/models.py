"""What the database itself refuses, whatever the code above it does: a slot oversold, two appointments to come for one
person and service, one attempt booked twice."""

from django.db import models
from django.db.models import F, Q


class Person(models.Model):
    id_number = models.CharField(max_length=18, unique=True)


class Slot(models.Model):
    branch = models.CharField(max_length=32)
    starts_at = models.DateTimeField()
    capacity = models.PositiveIntegerField()
    booked = models.PositiveIntegerField(default=0)

    class Meta:
        indexes = [models.Index(fields=["branch", "starts_at"])]
        constraints = [models.CheckConstraint(condition=Q(booked__lte=F("capacity")), name="slot_not_oversold")]


class Appointment(models.Model):
    class State(models.TextChoices):
        BOOKED = "booked"
        CANCELLED = "cancelled"

    code = models.CharField(max_length=8, unique=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT)
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT)
    service = models.CharField(max_length=32)
    state = models.CharField(max_length=9, choices=State, default=State.BOOKED)
    idempotency_key = models.CharField(max_length=64)
    booked_at = models.DateTimeField(auto_now_add=True)
    cancelled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "idempotency_key"], name="appointment_attempt"),
            models.UniqueConstraint(fields=["person", "service"], condition=Q(state="booked"), name="appointment_active"),
        ]
