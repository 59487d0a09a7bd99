"""Schedules of 360 months a second: ours beside QuantLib and numpy-financial, in one run on one core.

    bench_schedules.py OURS SECONDS      OURS is the program `schedules` of the crate `fund`

Each is asked for the same thing: 360 rows of interest, principal and balance of a level-payment loan of 1,000,000 at
3.25 %. The peers compute in floating point and round nothing; ours is exact to the fen.
"""

import subprocess
import sys
import time

import numpy
import numpy_financial
import QuantLib as ql

PRINCIPAL, RATE, MONTHS = 1_000_000.0, 0.0325, 360


def with_numpy():
    periods = numpy.arange(1, MONTHS + 1)
    interest = numpy_financial.ipmt(RATE / 12, periods, MONTHS, -PRINCIPAL)
    principal = numpy_financial.ppmt(RATE / 12, periods, MONTHS, -PRINCIPAL)
    return interest, principal, PRINCIPAL - numpy.cumsum(principal)


def with_quantlib():
    start = ql.Date(1, 1, 2026)
    notionals = ql.sinkingNotionals(ql.Period(MONTHS, ql.Months), ql.Monthly, RATE, PRINCIPAL)
    schedule = ql.sinkingSchedule(start, ql.Period(MONTHS, ql.Months), ql.Monthly, ql.NullCalendar())
    bond = ql.AmortizingFixedRateBond(0, notionals, schedule, [RATE], ql.Thirty360(ql.Thirty360.BondBasis))
    return [flow.amount() for flow in bond.cashflows()]


def rate_of(work, seconds):
    work()
    count, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        work()
        count += 1
    return count / (time.perf_counter() - began)


def main():
    ours, seconds = sys.argv[1], int(sys.argv[2])
    # They must be doing the same thing before it is timed.
    assert abs(with_numpy()[0][0] - 2708.33) < 0.01 and abs(with_numpy()[2][-1]) < 0.01
    assert abs(sum(with_quantlib()) - 1_566_743.81) < 5
    own = int(subprocess.run([ours, str(seconds)], check=True, capture_output=True, text=True).stdout)
    print(f"ours             {own:>10,} schedules/s")
    for name, version, work in (
        ("QuantLib", ql.__version__, with_quantlib),
        ("numpy-financial", numpy_financial.__version__, with_numpy),
    ):
        rate = rate_of(work, seconds)
        print(f"{name:<16} {rate:>10,.0f} schedules/s   ours is {own / rate:,.0f} times as many   ({version})")


main()
