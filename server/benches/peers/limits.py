"""What the machine allows: flushes a second, and commits a second of one SQLite connection with nobody else about.

    limits.py DIR SECONDS      DIR is on the disk to measure; one line for each figure, as `name value`

A commit here does the least a booking can: it takes a place and notes for whom.
"""

import os
import sqlite3
import sys
import tempfile
import time


def rate(work, seconds):
    count, began = 0, time.perf_counter()
    while (elapsed := time.perf_counter() - began) < seconds:
        work(count)
        count += 1
    return count / elapsed


def flushes(folder, seconds):
    block = b"x" * 4096
    # Written over and over, so that the file does not grow and fdatasync has only data to flush.
    file = os.open(os.path.join(folder, "blocks"), os.O_RDWR | os.O_CREAT, 0o600)
    os.write(file, block * 256)
    os.fsync(file)

    def flush(count):
        os.pwrite(file, block, count % 256 * 4096)
        os.fdatasync(file)

    try:
        return rate(flush, seconds)
    finally:
        os.close(file)


def commits(folder, seconds):
    connection = sqlite3.connect(os.path.join(folder, "bare.db"), isolation_level=None)
    connection.executescript(
        """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        CREATE TABLE slot (
            id INTEGER PRIMARY KEY, capacity INTEGER NOT NULL, booked INTEGER NOT NULL CHECK (booked <= capacity)
        ) STRICT;
        CREATE TABLE appointment (
            code TEXT NOT NULL PRIMARY KEY, slot INTEGER NOT NULL REFERENCES slot (id), person BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
    )
    connection.executemany("INSERT INTO slot VALUES (?, 1000000, 0)", ((number,) for number in range(1000)))

    def commit(count):
        slot = count % 1000
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE slot SET booked = booked + 1 WHERE id = ? AND booked < capacity", (slot,))
        connection.execute("INSERT INTO appointment VALUES (?, ?, ?)", (os.urandom(8).hex(), slot, os.urandom(16)))
        connection.execute("COMMIT")

    try:
        return rate(commit, seconds)
    finally:
        connection.close()


def main():
    parent, seconds = sys.argv[1], float(sys.argv[2])
    with tempfile.TemporaryDirectory(dir=parent) as folder:
        print(f"fdatasync {flushes(folder, seconds):.0f}")
        print(f"commits {commits(folder, seconds):.0f}")


main()
