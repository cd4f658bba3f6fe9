"""Sudden ends under load for a number of minutes, on both engines in turn, each round on a neighbourhood of its own.

usage: tools/with-postgresql python3 tests/live/soak.py MINUTES
"""

import pathlib
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import crash_fault_test  # noqa: E402  (found beside this file)
from town import Town  # noqa: E402

NAMES = [name for name in dir(crash_fault_test.SuddenEnds) if name.startswith("test_")]


def main(minutes):
    end = time.monotonic() + 60 * minutes
    passed = failed = rounds = 0
    try:
        while rounds == 0 or (time.monotonic() < end and not failed):
            rounds += 1
            crash_fault_test.SEED = rounds  # another order of events each round
            suite = unittest.TestSuite(crash_fault_test.SuddenEnds(name) for name in NAMES)
            result = unittest.TextTestRunner(verbosity=2).run(suite)
            bad = len(result.failures) + len(result.errors)
            failed += bad
            passed += result.testsRun - bad - len(result.skipped)
            print(f"round {rounds}: {passed} passed, {failed} failed", flush=True)
    finally:
        Town.remove_all()
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
