"""A database with the tables of an earlier version, and a year of life in it, is brought up to date. About 10 s.

The texts in upgrade/ were made by the program of commit f92d084 (`wijktafel demo`), then `.dump` of SQLite and
`pg_dump --inserts --no-owner` of PostgreSQL, and gzip.
"""

import contextlib
import gzip
import json
import pathlib
import sqlite3
import subprocess
import unittest

from backup_test import AREA, empty_place
from program import Program
from town import POSTGRESQL, wijktafel

OLD = pathlib.Path(__file__).parent / "upgrade"


class Upgrade(unittest.TestCase):
    def fill(self, place, engine):
        text = gzip.decompress((OLD / f"f92d084.{engine}.sql.gz").read_bytes()).decode()
        if engine == "sqlite":
            with contextlib.closing(sqlite3.connect(place.database.removeprefix("sqlite:"))) as database:
                database.executescript(text)
        else:
            subprocess.run(["psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--dbname", place.database], input=text,
                           check=True, stdout=subprocess.DEVNULL, text=True, timeout=60)

    def upgrades(self, engine):
        place = empty_place(engine, f"upgrade_{engine}")
        self.fill(place, engine)
        before = {table: place.rows(f"SELECT * FROM {table} ORDER BY 1, 2")
                  for table in ("account", "item_history", "item_history_text", "signal", "goal")}
        applied = json.loads(wijktafel("migrate", "--database", place.database, "--json").stdout)["applied"]
        self.assertIn("erasures/0001_create_erasure", applied)
        self.assertEqual(json.loads(wijktafel("migrate", "--database", place.database, "--json").stdout)["applied"], [])
        for table, rows in before.items():
            # A column may have been added; what stood there stands there still.
            kept = [row[:len(rows[0])] for row in place.rows(f"SELECT * FROM {table} ORDER BY 1, 2")]
            self.assertEqual(kept, rows, table)
        self.assertEqual(place.verify().returncode, 0)
        item = place.rows("SELECT id FROM item WHERE kind = 'signal' AND visibility = 0 ORDER BY id LIMIT 1")[0][0]
        with Program(place) as program:
            for path in ("/lansingerland", AREA, f"{AREA}/signalen", f"{AREA}/signalen/{item}", f"{AREA}/doelen"):
                self.assertEqual(program.get(path).status, 200, path)
            self.assertEqual(program.stop(), 0, program.said())
        self.assertEqual(place.verify().returncode, 0)

    def test_an_older_database_on_sqlite_is_brought_up_to_date(self):
        self.upgrades("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_an_older_database_on_postgresql_is_brought_up_to_date(self):
        self.upgrades("postgresql")
