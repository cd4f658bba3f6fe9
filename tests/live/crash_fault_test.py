"""kill -9 in the middle of writing: nothing acknowledged is lost, nothing is double, everything begun is finished.

50 restarts in one run, 25 on each engine. A killed process leaves the machine's own memory alone, so this proves the program,
not the disk: that a commit waits for the disk is proved beside platform/db.
"""

import os
import pathlib
import shutil
import tempfile
import unittest

from crash import Crashes
from own_postgresql import OwnPostgresql
from town import POSTGRESQL, Copy, Town, sql, wijktafel

ROUNDS = int(os.environ.get("WIJKTAFEL_CRASHES", "25"))
SEED = 1  # another one gives another order of events: see soak.py


class SuddenEnds(unittest.TestCase):
    def killed_again_and_again_on(self, engine):
        crashes = Crashes(self, Town.of(engine).copy(), seed=SEED)
        crashes.kill_the_program(ROUNDS)
        self.assertGreater(len(crashes.reporters.acknowledged()), ROUNDS)
        print(f"  {engine}: {crashes.counts()}", flush=True)

    def test_nothing_is_lost_or_double_when_the_program_is_killed_on_sqlite(self):
        self.killed_again_and_again_on("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_nothing_is_lost_or_double_when_the_program_is_killed_on_postgresql(self):
        self.killed_again_and_again_on("postgresql")

    def test_nothing_is_lost_or_double_when_postgresql_ends_under_the_running_program(self):
        with OwnPostgresql() as server:
            sql("CREATE DATABASE town", server.url("postgres"))
            folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-live-"))
            self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
            copy = Copy(folder, server.url("town"))
            wijktafel("demo", "--database", copy.database, "--files", copy.files, "--mail", f"file:{folder / 'story'}")
            crashes = Crashes(self, copy, seed=SEED)
            crashes.end_the_database(max(5, ROUNDS // 5), server)
            print(f"  {crashes.counts()}", flush=True)
