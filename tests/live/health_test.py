"""The program starts on both engines, says it is well, and ends when asked."""

import unittest

from program import Program
from town import POSTGRESQL, Town


class Health(unittest.TestCase):
    def starts_and_stops_on(self, engine):
        copy = Town.of(engine).copy()
        with Program(copy) as program:
            self.assertEqual(program.get("/health/live").status, 200)
            self.assertEqual(program.get("/lansingerland").status, 200)
            self.assertEqual(program.stop(), 0, program.said())
        self.assertEqual(copy.verify().returncode, 0)

    def test_starts_and_stops_on_sqlite(self):
        self.starts_and_stops_on("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_starts_and_stops_on_postgresql(self):
        self.starts_and_stops_on("postgresql")
