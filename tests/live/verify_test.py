"""Whoever may write in the database changes the past; verify says where. About 10 s."""

import contextlib
import json
import sqlite3
import time
import unittest

from backup_test import png, report
from program import Program
from town import POSTGRESQL, Town, sql, wijktafel

PATIENCE = 30


def tamper(copy, *statements):
    """As somebody who may do anything in the database, foreign keys or not."""
    if not copy.database.startswith("sqlite:"):
        sql("SET session_replication_role = replica; " + "; ".join(statements), copy.database)
        return
    with contextlib.closing(sqlite3.connect(copy.database.removeprefix("sqlite:"), timeout=30)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def lists(copy):
    return sorted((copy.files / "heads").glob("*.heads"))


class Verify(unittest.TestCase):
    def served(self, engine):
        """A town with a photo, two lists of heads, and at least one history of three entries."""
        copy = Town.of(engine).copy()
        for n in (1, 2):
            with Program(copy) as program:
                if n == 1:
                    self.photographed = int(report(program, copy, "De lamp is stuk", png(500, 600)))
                else:
                    a_day_passes(copy)
                end = time.monotonic() + PATIENCE
                while len(lists(copy)) < n:
                    self.assertLess(time.monotonic(), end, program.said())
                    time.sleep(0.05)
                self.assertEqual(program.stop(), 0, program.said())
        return copy

    def faults(self, copy, *more):
        told = wijktafel("verify", "--database", copy.database, "--files", copy.files, "--json", *more, check=False)
        found = json.loads(told.stdout)
        self.assertEqual(told.returncode, 1 if found["faults"] else 0, told.stderr)
        self.assertEqual(found["lists"], len(lists(copy)))
        return {(fault["item"], fault["sequence"], fault["fault"]) for fault in found["faults"]}

    def finds_on(self, engine):
        copy = self.served(engine)
        self.assertEqual(self.faults(copy, "--photos"), set())
        self.assertEqual((copy.files / "signing.key").stat().st_mode & 0o777, 0o600)

        item, last = map(int, copy.rows("SELECT id, head_sequence FROM item WHERE head_sequence > 2 ORDER BY id LIMIT 1")[0])
        whole = f"item = {item} AND sequence = {last}"
        digest = copy.rows(f"SELECT previous_hash FROM item_history WHERE {whole}")[0][0]
        head = copy.rows(f"SELECT head_hash FROM item WHERE id = {item}")[0][0]
        with self.subTest("a changed byte"):
            tamper(copy, f"UPDATE item_history SET what = what || 'x' WHERE {whole}")
            self.assertIn((item, last, "hash"), self.faults(copy))
            tamper(copy, f"UPDATE item_history SET what = substr(what, 1, length(what) - 1) WHERE {whole}")
            self.assertEqual(self.faults(copy), set())
        with self.subTest("a tail that was cut off neatly"):
            tamper(copy, f"UPDATE item SET head_sequence = {last - 1}, head_hash = '{digest}' WHERE id = {item}",
                   f"UPDATE item_history SET sequence = sequence + 1000000, item = -item WHERE {whole}")
            self.assertEqual(self.faults(copy), {(item, last, "tail")})
            tamper(copy, f"UPDATE item_history SET sequence = {last}, item = {item} WHERE item = {-item}",
                   f"UPDATE item SET head_sequence = {last}, head_hash = '{head}' WHERE id = {item}")
            self.assertEqual(self.faults(copy), set())
        with self.subTest("an item that was taken away"):
            tamper(copy, f"UPDATE item SET id = {-item} WHERE id = {item}",
                   f"UPDATE item_history SET item = {-item} WHERE item = {item}")
            self.assertIn((item, last, "item gone"), self.faults(copy))
            tamper(copy, f"UPDATE item SET id = {item} WHERE id = {-item}",
                   f"UPDATE item_history SET item = {item} WHERE item = {-item}")
            self.assertEqual(self.faults(copy), set())
        self.finds_photos(copy)
        self.finds_lists(copy)

    def finds_photos(self, copy):
        key = copy.rows(f"SELECT file_key FROM item_photo WHERE item = {self.photographed}")[0][0]
        file = copy.files / key[:2] / key
        whole = file.read_bytes()
        with self.subTest("a changed photo"):
            file.write_bytes(whole[:100] + bytes([whole[100] ^ 1]) + whole[101:])
            self.assertEqual(self.faults(copy), set())
            self.assertEqual(self.faults(copy, "--photos"), {(self.photographed, 1, "photo")})
        with self.subTest("a photo that is gone"):
            file.unlink()
            self.assertEqual(self.faults(copy, "--photos"), {(self.photographed, 1, "photo gone")})

    def finds_lists(self, copy):
        first, second = lists(copy)
        text = first.read_text()
        with self.subTest("a changed list"):
            first.write_text(text.replace("\nat 20", "\nat 19"))
            self.assertEqual(self.faults(copy), {(0, 0, "signature")})
        with self.subTest("a list that is gone"):
            first.unlink()
            self.assertEqual(self.faults(copy), {(0, 0, "list missing")})
            first.write_text(text)
        with self.subTest("lists of somebody else"):
            (copy.files / "signing.key").write_text("00" * 32 + "\n")
            self.assertEqual(self.faults(copy), {(0, 0, "unknown key")})

    def test_verify_finds_what_was_changed_on_sqlite(self):
        self.finds_on("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_verify_finds_what_was_changed_on_postgresql(self):
        self.finds_on("postgresql")


def a_day_passes(copy):
    """A day passes for the job that lists the heads."""
    tamper(copy, "UPDATE job SET run_at = 0 WHERE kind = 'history.list_heads'")
