"""Runs the tests of the real program as a process (`*_test.py` in this folder) and counts them.

usage: tools/with-postgresql python3 tests/live/run.py [PART OF A NAME...]
"""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from town import Town  # noqa: E402  (found beside this file)


def main(parts):
    loader = unittest.TestLoader()
    if parts:
        loader.testNamePatterns = [f"*{part}*" for part in parts]
    suite = loader.discover(str(pathlib.Path(__file__).parent), pattern="*_test.py")
    try:
        result = unittest.TextTestRunner(verbosity=2).run(suite)
    finally:
        Town.remove_all()
    failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
    passed = result.testsRun - failed - len(result.skipped)
    for test, why in result.skipped:
        print(f"skipped: {test.id()}: {why}")
    print(f"{passed} passed, {failed} failed, {len(result.skipped)} skipped", flush=True)
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
