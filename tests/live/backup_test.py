"""A backup made while people report, put back into an empty place on either engine after somebody was erased. About 30 s."""

import contextlib
import json
import pathlib
import random
import sqlite3
import struct
import subprocess
import time
import unittest
import urllib.parse
import zlib

from program import Program
from reporters import Reporters
from town import POSTGRESQL, PROGRAM, Copy, Town, sql, wijktafel

AREA = "/lansingerland/oranjebuurt-berkel"
REPORT = f"{AREA}/signalen/nieuw"
WORRY = "De buurvrouw doet de deur niet meer open"
PATIENCE = 30


def png(width, height):
    """A picture with a colour of its own, large enough to be scaled down."""
    rows = b"".join(b"\0" + bytes((x * 7 + y * 3) % 256 for x in range(width * 3)) for y in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


class Person:
    """Somebody with a browser: keeps cookies."""

    def __init__(self, program):
        self.program = program
        self.cookies = {}

    def post(self, path, fields=(), photo=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
                   "Sec-Fetch-Site": "same-origin"}
        if photo:
            body = b""
            for name, value in dict(fields).items():
                body += f'--XX\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
            body += b'--XX\r\nContent-Disposition: form-data; name="photos"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
            body += photo + b"\r\n--XX--\r\n"
            headers["Content-Type"] = "multipart/form-data; boundary=XX"
        else:
            body = urllib.parse.urlencode(dict(fields))
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        answer = self.program.ask("POST", path, body, headers)
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.split(";")[0]
        return answer

    def enter_as(self, copy, key):
        number = copy.rows(f"SELECT id FROM account WHERE key = '{key}'")[0][0]
        assert self.post("/lansingerland/inloggen/demo", {"person": number}).status == 303
        return number


def report(program, copy, text, photo):
    """Through the three screens; gives the number of the signal."""
    person = Person(program)
    for screen, fields in (("", {"kind": "problem", "text": text}), ("/waar", {"place_words": "bij de brug"}),
                           ("/hoe", {"neighbours": "no", "reach": "none"})):
        answer = person.post(REPORT + screen, fields, photo if screen == "" else None)
        assert answer.status == 303, (screen, answer.status)
    return copy.rows(f"SELECT id FROM item WHERE text = '{text}'")[0][0]


def empty_place(engine, name):
    """Where a restore goes: a new folder, and a database that is not there yet (SQLite) or empty (PostgreSQL)."""
    folder = pathlib.Path(Town.of("sqlite").folder) / name
    folder.mkdir()
    if engine == "sqlite":
        return Copy(folder, f"sqlite:{folder / 'town.sqlite'}")
    sql(f"CREATE DATABASE {name}")
    return Copy(folder, urllib.parse.urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl())


def backup(copy, to):
    return json.loads(wijktafel("backup", "--database", copy.database, "--files", copy.files, "--to", to, "--json").stdout)


def restore(file, place, *more):
    return wijktafel("restore", "--from", file, "--database", place.database, "--files", place.files, *more, check=False)


def photo_keys(copy):
    return {key for row in copy.rows("SELECT file_key, thumbnail_key FROM item_photo") for key in row}


def wait_for(what):
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.05)


class Drill(unittest.TestCase):
    """What happens: people report, a backup is made, then a worry is referred and an account is erased, then all is lost."""

    def drill_from(self, engine):
        copy = Town.of(engine).copy()
        file = copy.folder / "town.tar.zst"
        with Program(copy) as program:
            worry = report(program, copy, WORRY, png(600, 500))
            lamp = report(program, copy, "De lamp is stuk", png(500, 600))
            with Reporters(program.port, threads=2) as reporters:
                wait_for(lambda: len(reporters.numbered()) >= 3)
                before = reporters.numbered()
                made = backup(copy, file)
                count = len(reporters.numbered())
                wait_for(lambda: len(reporters.numbered()) > count)
            self.assertEqual(reporters.wrong, [])
            self.assertEqual(made["missing_files"], [])
            self.assertEqual(made["files"], 4)  # two photos, each with a small form

            coordinator = Person(program)
            coordinator.enter_as(copy, "sanne")
            self.assertEqual(coordinator.post(f"{AREA}/signalen/{worry}/doorverwijzen", {"care": "social_team"}).status, 303)
            leaver = Person(program)
            gone = leaver.enter_as(copy, "cor")
            self.assertEqual(leaver.post("/lansingerland/mijn/verwijderen").status, 303)
            wait_for(lambda: (copy.files / "erasures.log").read_text().count("\n") >= 3)  # one stands in the demo's story
            self.assertEqual(program.stop(), 0, program.said())
        self.assertNotIn(WORRY, (copy.files / "erasures.log").read_text())
        for to in ["sqlite", "postgresql"] if POSTGRESQL else ["sqlite"]:
            with self.subTest(to=to):
                self.is_back(copy, file, made, empty_place(to, f"drill_{engine}_{to}"), worry, lamp, gone, before)

    def is_back(self, copy, file, made, place, worry, lamp, gone, before):
        without = restore(file, place)
        self.assertEqual(without.returncode, 1)
        self.assertIn("--erasures", without.stderr)

        done = restore(file, place, "--erasures", copy.files / "erasures.log", "--json")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        said, verified = map(json.loads, done.stdout.splitlines())
        self.assertEqual(said["rows"], made["rows"])
        self.assertEqual(said["erased_again"], 2)
        self.assertEqual(said["files"], 2)  # the photo of the worry is not put back
        self.assertEqual(verified["faults"], [])
        self.assertGreater(verified["lists"], 0)

        self.assertEqual(place.rows(f"SELECT name, mail_address FROM account WHERE id = {gone}"), [["", ""]])
        self.assertEqual(place.rows(f"SELECT text, status, visibility FROM item WHERE id = {worry}"), [["", "referred", "3"]])
        self.assertEqual(place.rows(f"SELECT text FROM item_history_text WHERE item = {worry}"), [])
        self.assertEqual(place.rows("SELECT COUNT(*) FROM account_session"), [["0"]])
        self.assertEqual(place.rows("SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL AND dropped_at IS NULL"), [["0"]])
        kept = {row[0] for row in place.rows("SELECT id FROM item")}
        for one in before:
            self.assertIn(str(one.number), kept)
        for key in photo_keys(place):
            self.assertTrue((place.files / key[:2] / key).exists())

        again = restore(file, place, "--erasures", copy.files / "erasures.log")
        self.assertEqual(again.returncode, 1)
        self.assertIn("is not empty", again.stderr)
        with Program(place) as program:
            for path in ("/lansingerland", AREA, f"{AREA}/signalen", f"{AREA}/signalen/{lamp}"):
                self.assertEqual(program.get(path).status, 200, path)
            self.assertEqual(program.get(f"{AREA}/signalen/{worry}").status, 404)
            highest = max(int(row[0]) for row in copy.rows("SELECT id FROM item"))
            self.assertGreater(int(report(program, place, "Na het herstel", None)), highest)
            self.assertEqual(program.stop(), 0, program.said())

    def test_a_town_on_sqlite_comes_back_without_what_was_erased(self):
        self.drill_from("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_a_town_on_postgresql_comes_back_without_what_was_erased(self):
        self.drill_from("postgresql")


class ListOfErasures(unittest.TestCase):
    def test_what_is_missing_in_the_list_is_written_at_the_start(self):
        copy = Town.of("sqlite").copy()
        file = copy.files / "erasures.log"
        whole = file.read_text()
        self.assertNotEqual(whole, "")
        file.unlink()
        with Program(copy) as program:
            self.assertEqual(file.read_text(), whole)
            self.assertEqual(program.stop(), 0, program.said())

    def test_a_restore_that_stopped_halfway_is_not_served(self):
        copy = Town.of("sqlite").copy()
        with contextlib.closing(sqlite3.connect(copy.database.removeprefix("sqlite:"))) as database, database:
            database.execute("INSERT INTO installation (name, value) VALUES ('restore', 'unfinished')")
        refused = wijktafel("serve", "--database", copy.database, "--files", copy.files, "--mail", f"file:{copy.mail}",
                            "--listen", "127.0.0.1:0", check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("restore again into a new place", refused.stderr)


class Damage(unittest.TestCase):
    """A backup that is not whole is refused before anything is written."""

    def test_a_backup_with_a_changed_byte_or_a_lost_end_is_refused(self):
        copy = Town.of("sqlite").copy()
        file = copy.folder / "town.tar.zst"
        backup(copy, file)
        self.assertEqual(file.stat().st_mode & 0o777, 0o600)
        whole = file.read_bytes()
        middle = len(whole) // 2
        for name, bytes_left in (("changed", whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1:]),
                                 ("cut", whole[:-2000]), ("empty", b"")):
            with self.subTest(name):
                file.write_bytes(bytes_left)
                place = empty_place("sqlite", f"damage_{name}")
                refused = restore(file, place, "--erasures-lost")
                self.assertEqual(refused.returncode, 1)
                self.assertIn("backup", refused.stderr)
                self.assertFalse((place.folder / "town.sqlite").exists())

    def test_a_backup_never_replaces_a_file_and_a_folder_takes_several(self):
        copy = Town.of("sqlite").copy()
        file = copy.folder / "there.tar.zst"
        file.write_text("something else")
        refused = wijktafel("backup", "--database", copy.database, "--files", copy.files, "--to", file, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertEqual(file.read_text(), "something else")
        folder = copy.folder / "backups"
        folder.mkdir()
        self.assertTrue(pathlib.Path(backup(copy, folder)["file"]).name.startswith("wijktafel-20"))
        self.assertEqual(len(list(folder.iterdir())), 1)

    def test_what_nobody_foresaw_ends_in_a_sentence_too(self):
        copy = Town.of("sqlite").copy()
        refused = wijktafel("backup", "--database", copy.database, "--files", copy.files, "--to", "x" * 5000, check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertTrue(refused.stderr.startswith("wijktafel: "), refused.stderr)
        self.assertIn("too long", refused.stderr)

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_a_backup_into_a_pipe_is_not_begun_twice(self):
        copy = Town.of("postgresql").copy()
        noise = random.Random(1).randbytes(1_000_000).hex()  # more than a pipe holds
        for start in range(0, len(noise), 50_000):  # more than that is too long for a command line
            sql(f"INSERT INTO installation (name, value) VALUES ('noise {start}', '{noise[start:start + 50_000]}')", copy.database)
        command = [PROGRAM, "backup", "--database", copy.database, "--files", copy.files, "--to", "-"]
        name = urllib.parse.urlsplit(copy.database).path[1:]
        with subprocess.Popen(list(map(str, command)), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.read(1)  # it writes, and then waits for its reader
            ended = f"SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()"
            self.assertGreater(int(sql(ended)), 0)
            _, said = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 1)
        self.assertIn("standard output", said.decode())

    def test_two_databases_may_not_share_a_folder_for_files(self):
        copy = Town.of("sqlite").copy()
        refused = wijktafel("serve", "--database", copy.database, "--database", copy.database, "--files", copy.files,
                            "--mail", f"file:{copy.mail}", "--listen", "127.0.0.1:0", check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertIn("as many --files as --database", refused.stderr)
