"""The database is away, locked, full or read-only: a clear sentence, nothing half done, and everything goes on by itself."""

import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time
import unittest
import urllib.parse

from own_postgresql import OwnPostgresql
from program import Program, free_port
from town import PROGRAM, Copy, Town, sql, wijktafel

AREA = "/lansingerland/oranjebuurt-berkel"
FORM = AREA + "/signalen/nieuw"
PATIENCE = 60  # seconds to come back; a bound against hanging


def draft(program, cookie=None, language=None):
    """The first screen of a report, sent."""
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    if cookie or language:
        headers["Cookie"] = "; ".join(filter(None, [cookie, language and f"taal={language}"]))
    return program.ask("POST", FORM, urllib.parse.urlencode({"kind": "problem", "text": "De lamp is stuk"}), headers, timeout=60)


class Outage(unittest.TestCase):
    def folder(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-live-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def town_on(self, server):
        sql("CREATE DATABASE town", server.url("postgres"))
        copy = Copy(self.folder(), server.url("town"))
        wijktafel("demo", "--database", copy.database, "--files", copy.files, "--mail", f"file:{copy.folder / 'story'}")
        return copy

    def says_come_back(self, answer, sentence):
        body = answer.body.decode()
        self.assertEqual(answer.status, 503, body[-500:])
        self.assertGreater(int(answer.getheader("Retry-After")), 0)
        self.assertEqual(answer.getheader("Cache-Control"), "no-store")
        self.assertIn(sentence, body)
        self.assertIn("<main", body)
        self.assertNotIn("SQLSTATE", body)

    def works_again(self, program):
        end = time.monotonic() + PATIENCE
        while draft(program).status != 303:
            self.assertLess(time.monotonic(), end, program.said()[-2000:])
            time.sleep(0.2)
        self.assertEqual(program.get("/health/ready").status, 200)
        self.assertIsNone(program.process.poll())

    def test_a_database_that_is_away_is_said_so_and_is_used_again_when_it_is_back(self):
        with OwnPostgresql() as server:
            copy = self.town_on(server)
            with Program(copy) as program:
                begun = draft(program)
                self.assertEqual(begun.status, 303)
                self.assertEqual(program.get(AREA).status, 200)
                cookie = begun.getheader("Set-Cookie").split(";")[0]
                server.stop()
                self.assertEqual(program.get("/health/live").status, 200)
                self.assertEqual(program.get("/health/ready").status, 503)
                self.assertEqual(program.get(AREA).status, 200, "what is kept in memory needs no database")
                self.says_come_back(program.get(FORM), "Wij kunnen nu niet bij onze gegevens.")
                self.says_come_back(draft(program, cookie), "druk dan opnieuw op de knop")
                self.says_come_back(draft(program, cookie, "en"), "press the button again")
                server.start()
                self.works_again(program)
                self.assertEqual(draft(program, cookie).status, 303, "what was begun is still there")
            self.assertEqual(copy.verify().returncode, 0)

    def test_a_lock_that_somebody_holds_on_postgresql_ends_in_a_sentence(self):
        with OwnPostgresql() as server:
            copy = self.town_on(server)
            with Program(copy) as program:
                self.assertEqual(program.get(AREA).status, 200)
                holder = subprocess.Popen(["psql", "--no-psqlrc", "--quiet", "--dbname", copy.database], stdin=subprocess.PIPE, text=True)
                self.addCleanup(holder.wait)
                self.addCleanup(holder.kill)
                holder.stdin.write("BEGIN; LOCK TABLE signal_draft IN ACCESS EXCLUSIVE MODE;\n")
                holder.stdin.flush()
                wanted = "SELECT COUNT(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = 'signal_draft'::regclass"
                while copy.rows(wanted) == [["0"]]:
                    time.sleep(0.05)
                self.says_come_back(draft(program), "Wij kunnen nu niets bewaren.")
                self.assertEqual(program.get(AREA).status, 200)
                holder.stdin.close()
                self.works_again(program)

    def test_a_lock_that_another_program_holds_on_sqlite_ends_in_a_sentence(self):
        copy = Town.of("sqlite").copy()
        with Program(copy) as program:
            other = sqlite3.connect(copy.database.removeprefix("sqlite:"), isolation_level=None)
            other.execute("BEGIN IMMEDIATE")
            self.says_come_back(draft(program), "Wij kunnen nu niets bewaren.")
            self.assertEqual(program.get(FORM).status, 200, "reading goes on")
            self.assertEqual(program.get("/health/ready").status, 200)
            other.execute("ROLLBACK")
            other.close()
            self.works_again(program)
        self.assertEqual(copy.verify().returncode, 0)

    def small_disk(self, megabytes):
        folder = self.folder() / "disk"
        folder.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)], capture_output=True, text=True)
        if mounted.returncode != 0:
            raise unittest.SkipTest(f"this user may not mount a small disk: {mounted.stderr.strip()}")
        self.addCleanup(subprocess.run, ["umount", "--lazy", str(folder)], check=False)
        return folder

    def town_on_disk(self, disk):
        copy = Town.of("sqlite").copy()
        for file in copy.folder.glob("town.sqlite*"):
            shutil.copy(file, disk / file.name)
        shutil.copytree(copy.folder / "files", disk / "files")
        return Copy(disk, f"sqlite:{disk / 'town.sqlite'}")

    def test_a_full_disk_loses_nothing_and_is_used_again_when_there_is_room(self):
        disk = self.small_disk(24)
        copy = self.town_on_disk(disk)
        with Program(copy) as program:
            begun = draft(program)
            self.assertEqual(begun.status, 303)
            ballast = disk / "ballast"
            with ballast.open("wb", buffering=0) as file:
                try:
                    while True:
                        file.write(b"x" * 4096)
                except OSError:
                    pass
            end = time.monotonic() + PATIENCE
            refused = draft(program)
            while refused.status == 303 and time.monotonic() < end:  # some room is left in the journal's last page
                refused = draft(program)
            self.says_come_back(refused, "Wij kunnen nu niets bewaren.")
            self.assertEqual(program.get(AREA + "/signalen").status, 200, "reading goes on")
            self.assertEqual(program.get("/health/live").status, 200)
            ballast.unlink()
            self.works_again(program)
            self.assertEqual(draft(program, begun.getheader("Set-Cookie").split(";")[0]).status, 303)
            self.assertEqual(program.stop(), 0)
        self.assertEqual(copy.verify().returncode, 0)

    def test_a_disk_that_cannot_be_written_is_named_at_the_start(self):
        disk = self.small_disk(24)
        copy = self.town_on_disk(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        ended = subprocess.run([PROGRAM, "serve", "--database", copy.database, "--files", str(copy.files), "--mail", f"file:{copy.mail}",
                                "--listen", f"127.0.0.1:{free_port()}"], capture_output=True, text=True, timeout=60)
        self.assertGreater(ended.returncode, 0)
        self.assertIn("town.sqlite", ended.stderr + ended.stdout)
        self.assertRegex(ended.stderr + ended.stdout, "(?i)read-?only|may this user write")
