"""Repayment schedules a second time, from the written rules alone, for the differential test beside this file.

Rules: the monthly rate is the annual rate / 12, unrounded. Level payment: M = P i (1+i)^n / ((1+i)^n - 1), half-up to the
fen; each month interest = balance x i half-up to the fen, principal = M - interest. Level principal: P / n half-up. The last
instalment clears the balance. Without interest, M = P / n.

Prepayment after instalment k: the balance falls by the amount. Payment kept: same M (or same principal), the last one
clears, and the loan is over then. Term kept: recomputed over the months the loan then has. Settled: over. From then on a month
pays a fen at least, and the loan is over with the instalment that clears the balance. Several after one instalment: in order.

A change of the published rates reaches a loan on the next 1 January: from the first instalment due on or after it M is
recomputed from the balance and the months left; the principal of a level-principal loan stays.

The level payment is computed with fractions, exactly; interest with decimals of 50 digits. Amounts are fen.
Reads one case a line from standard input, writes one line of instalments for each: principal:interest:balance.
"""

import calendar
import sys
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50
WHOLE = Decimal(1)
# For the test of the test: with this argument interest is cut off instead of rounded.
ROUNDING = ROUND_DOWN if "--wrong" in sys.argv else ROUND_HALF_UP


def half_up(value):
    """A fraction to the nearest whole number, halves upwards."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)


def level_payment(principal, months, percent):
    monthly = Fraction(percent) / 1200
    if monthly == 0:
        return half_up(Fraction(principal, months))
    growth = (1 + monthly) ** months
    return half_up(principal * monthly * growth / (growth - 1))


def interest_of(balance, percent):
    return int((Decimal(balance) * percent / Decimal(1200)).quantize(WHOLE, rounding=ROUNDING))


class Plan:
    """What is paid each month: a fixed sum, or a fixed part of it."""

    def __init__(self, method, balance, months, percent, least=0):
        self.is_level = method == "level_payment"
        if self.is_level:
            self.fixed = level_payment(balance, months, percent)
        else:
            self.fixed = half_up(Fraction(balance, months))
        self.fixed = max(self.fixed, least)

    def principal(self, balance, interest):
        wanted = self.fixed - interest if self.is_level else self.fixed
        return min(max(wanted, 0), balance)


def months_to_clear(plan, balance, percent, most):
    """How many instalments of the plan clear the balance; `most` when that takes all of them."""
    if balance == 0:
        return 0
    for count in range(1, most):
        balance -= plan.principal(balance, interest_of(balance, percent))
        if balance == 0:
            return count
    return most


def schedule(principal, months, method, percent_of, events):
    """Rows (principal, interest, balance); percent_of(number) is the annual rate of an instalment, 0 that of granting."""
    balance, end = principal, months
    percent = percent_of(0)
    plan = Plan(method, balance, months, percent)
    rows, number = [], 1
    while number <= end:
        now = percent_of(number)
        if now != percent:
            percent = now
            if method == "level_payment":
                plan = Plan(method, balance, end - number + 1, percent, 1)
                end = number - 1 + months_to_clear(plan, balance, percent, end - number + 1)
                if number > end:
                    break
        interest = interest_of(balance, percent)
        part = balance if number == end else plan.principal(balance, interest)
        balance -= part
        rows.append((part, interest, balance))
        for pay, keep in events.get(number, ()):
            balance -= balance if keep == "settle" else pay
            left = end - number
            if keep == "term":
                plan = Plan(method, balance, left, percent, 1)
            plan.fixed = max(plan.fixed, 1)
            end = number + months_to_clear(plan, balance, percent, left)
        number += 1
    return rows


def due_day(granted, day, number):
    month = granted.month - 1 + number
    year, month = granted.year + month // 12, month % 12 + 1
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def published(table, on):
    return max(entry for entry in table if entry[0] <= on)[1]


def rates(text, granted, due):
    """The annual rate by instalment: one figure, or a table of published ones."""
    if ":" not in text:
        percent = Decimal(text)
        return lambda number: percent
    table = []
    for entry in text.split("|"):
        day, figure = entry.split(":")
        table.append((date.fromisoformat(day), Decimal(figure)))
    granted = date.fromisoformat(granted)

    def percent_of(number):
        day = due_day(granted, int(due), number) if number else granted
        return published(table, max(granted, date(day.year, 1, 1)))

    return percent_of


def main():
    for line in sys.stdin:
        principal, months, method, rate, granted, due, happened = line.rstrip("\n").split(",")
        events = {}
        for event in filter(None, happened.split("|")):
            after, amount, keep = event.split(":")
            events.setdefault(int(after), []).append((int(amount or 0), keep))
        rows = schedule(int(principal), int(months), method, rates(rate, granted, due), events)
        print(" ".join("%d:%d:%d" % row for row in rows))


main()
