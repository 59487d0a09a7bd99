"""The figures of all rounds as one Markdown table: lines of `name value` on standard input."""

import sys
from collections import defaultdict
from statistics import median

figures = defaultdict(list)
for line in sys.stdin:
    name, value = line.split()
    figures[name].append(float(value))


def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}"


def cell(name, unit):
    values = figures[name]
    spread = f" ({number(min(values))}–{number(max(values))})" if len(values) > 1 else ""
    return f"{number(median(values))}{unit}{spread}"


def ratio(ours, theirs):
    divisor = median(figures[theirs])
    return f"{median(figures[ours]) / divisor:.2f}" if divisor else "–"


def row(what, ours, peer, theirs, unit=""):
    print(f"| {what} | {cell(ours, unit)} | {peer} | {cell(theirs, unit)} | {ratio(ours, theirs)} |")


# A booking of the load generator is followed by its cancellation: two commits.
for name in [name for name in figures if name.startswith("bookings.ours.")]:
    figures[name.replace("bookings", "commits")] = [2 * value for value in figures[name]]

SERVERS = (("next", "Next.js"), ("svelte", "SvelteKit"))
PAGES = (*SERVERS, ("next_plain", "Next.js, written and started plainly"), ("svelte_plain", "SvelteKit, written and started plainly"))
DJANGO = "Django on PostgreSQL"
print("| what | Anju | beside it | its figure | Anju : it |")
print("| --- | --- | --- | --- | --- |")
for name, title in PAGES:
    row("repayment page of 360 months, 16 connections, requests/s", "pages.ours", title, f"pages.{name}")
for name, title in PAGES:
    row("its HTML, uncompressed, bytes", "bytes.ours", title, f"bytes.{name}")
for callers in (16, 64):
    row(f"bookings/s, {callers} at a time", f"bookings.ours.{callers}", DJANGO, f"bookings.django.{callers}")
    for percentile in ("p50", "p99"):
        row(f"a booking, {percentile}, {callers} at a time", f"{percentile}.ours.{callers}", DJANGO, f"{percentile}.django.{callers}", " ms")
row("bookings/s over HTTP, 64 at a time, nothing cancelled meanwhile", "only.ours", "one bare SQLite connection, commits/s", "commits")
print(f"| such a booking, p50 and p99 | {cell('p50.only', ' ms')}, {cell('p99.only', ' ms')} | | | |")
row("commits/s (bookings and cancellations over HTTP, 64 at a time)", "commits.ours.64", "one bare SQLite connection", "commits")
row("the same", "commits.ours.64", "`fdatasync` of 4 KiB, one after another", "fdatasync")
for name, title in (*SERVERS, ("django", "Django, without PostgreSQL"), ("postgres", "PostgreSQL")):
    row("memory after the load", "memory.ours", title, f"memory.{name}", " MB")
