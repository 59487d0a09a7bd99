-- Whether somebody has cancelled too often lately is looked up at every booking.
CREATE INDEX appointment_cancelled ON appointment (person, cancelled_at) WHERE state = 'cancelled';
