"""One errand by a client that was generated from the served description: look, book, read, give back.

    errand.py URL ID_NUMBER PASSWORD   (with the generated package on the path)
"""

import sys
import uuid

from anju_client import Client
from anju_client.api.account import post_session
from anju_client.api.visit import (
    delete_visit_appointments_by_code,
    get_visit_appointments_by_code,
    get_visit_slots,
    post_visit_appointments,
)
from anju_client.api.loan import get_loan_repayment
from anju_client.models import (
    GetLoanRepaymentMethod,
    GetVisitSlotsBranch,
    GetVisitSlotsService,
    NewAppointment,
    NewAppointmentService,
    SignIn,
)

url, id_number, password = sys.argv[1:]
SERVICE, BRANCH = "transfer", "shizhi"

with Client(base_url=url) as client:
    signed_in = post_session.sync_detailed(client=client, body=SignIn(id_number=id_number, password=password))
    assert signed_in.status_code == 201, signed_in
    # The cookie stays with the client, as with a browser.
    slots = get_visit_slots.sync(client=client, branch=GetVisitSlotsBranch(BRANCH), service=GetVisitSlotsService(SERVICE)).slots
    free = next(slot for slot in slots if slot.free > 0)
    wish = NewAppointment(slot=free.id, service=NewAppointmentService(SERVICE), idempotency_key=str(uuid.uuid4()))
    booked = post_visit_appointments.sync_detailed(client=client, body=wish)
    assert booked.status_code == 201, booked
    again = post_visit_appointments.sync_detailed(client=client, body=wish)
    assert again.status_code == 200 and again.parsed.code == booked.parsed.code, again
    read = get_visit_appointments_by_code.sync(client=client, code=booked.parsed.code)
    assert (read.state, read.start) == ("booked", free.start), read
    given_back = delete_visit_appointments_by_code.sync_detailed(client=client, code=read.code)
    assert given_back.status_code == 204, given_back
    schedule = get_loan_repayment.sync(
        client=client, principal="1000000", months=360, annual_rate="3.25", method=GetLoanRepaymentMethod("level_payment")
    )
    assert (schedule.first_payment, len(schedule.instalments)) == ("4352.06", 360)

print("errand by a generated client: booked, read, given back; 360 months reckoned")
