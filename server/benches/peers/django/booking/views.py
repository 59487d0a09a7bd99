"""As much of Anju's interface as the load generator calls: sign in, branches, slots, book, cancel."""

import json
import secrets

from django.core.signing import BadSignature
from django.db import IntegrityError, transaction
from django.db.models import F, Q
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .models import Appointment, Person, Slot

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
COOKIE = "person"
ATTEMPTS = 3


def answer(appointment, status):
    fields = ("code", "service", "state")
    return JsonResponse({"slot": str(appointment.slot_id)} | {name: getattr(appointment, name) for name in fields}, status=status)


def refusal(status, kind):
    return JsonResponse({"type": kind}, status=status)


def person_of(request):
    """Who is signed in, out of a signed cookie, so without asking the database."""
    try:
        return int(request.get_signed_cookie(COOKIE))
    except (KeyError, BadSignature):
        return None


@require_POST
def sign_in(request):
    """Passwords are not looked at: signing in is not measured."""
    person = Person.objects.filter(id_number=json.loads(request.body)["id_number"]).first()
    if person is None:
        return refusal(401, "unknown")
    response = JsonResponse({}, status=201)
    response.set_signed_cookie(COOKIE, str(person.pk), httponly=True, samesite="Lax")
    return response


@require_GET
def branches(_request):
    codes = Slot.objects.order_by("branch").values_list("branch", flat=True).distinct()
    return JsonResponse({"branches": [{"code": code} for code in codes]})


@require_GET
def slots(request):
    found = Slot.objects.filter(
        branch=request.GET["branch"],
        starts_at__gte=request.GET["from"],
        starts_at__date__lte=request.GET["to"],
        booked__lt=F("capacity"),
    )
    return JsonResponse({"slots": [{"id": str(slot.pk)} for slot in found]})


@require_POST
def book(request):
    person = person_of(request)
    if person is None:
        return refusal(401, "signed-out")
    wish = json.loads(request.body)
    for _ in range(ATTEMPTS):
        try:
            return attempt(person, wish)
        except IntegrityError:
            # The constraints have kept it out: looking for that beforehand would be a query more for everybody.
            standing = already_there(person, wish)
            if standing:
                return standing
            # What stood in the way has been cancelled since, or the code was drawn before.
    return refusal(503, "try-again")


@transaction.atomic
def attempt(person, wish):
    slot = Slot.objects.select_for_update().filter(pk=wish["slot"], starts_at__gt=timezone.now()).first()
    if slot is None:
        return refusal(422, "no-such-slot")
    if slot.booked >= slot.capacity:
        return already_there(person, wish) or refusal(409, "slot-full")
    slot.booked += 1
    slot.save(update_fields=["booked"])
    appointment = Appointment.objects.create(
        code="".join(secrets.choice(ALPHABET) for _ in range(8)),
        person_id=person,
        slot=slot,
        service=wish["service"],
        idempotency_key=wish["idempotency_key"],
    )
    return answer(appointment, 201)


def already_there(person, wish):
    """The answer to an attempt made before, or to a second appointment for a service; nothing if it is neither."""
    mine = Appointment.objects.filter(person_id=person)
    repeated = mine.filter(idempotency_key=wish["idempotency_key"]).first()
    if repeated:
        return answer(repeated, 200)
    if mine.filter(service=wish["service"], state=Appointment.State.BOOKED).exists():
        return refusal(409, "already-booked")
    return None


@require_http_methods(["DELETE"])
def cancel(request, code):
    person = person_of(request)
    if person is None:
        return refusal(401, "signed-out")
    with transaction.atomic():
        # The slot is locked first, as when booking: the other way round the two could wait for each other.
        slot = Slot.objects.select_for_update().filter(appointment__code=code).first()
        mine = Q(code=code, person_id=person, state=Appointment.State.BOOKED)
        if slot is None or slot.starts_at <= timezone.now():
            return refusal(404, "not-found")
        changed = Appointment.objects.filter(mine).update(state=Appointment.State.CANCELLED, cancelled_at=timezone.now())
        if changed != 1:
            return refusal(404, "not-found")
        slot.booked -= 1
        slot.save(update_fields=["booked"])
    return JsonResponse({"code": code, "state": Appointment.State.CANCELLED})
