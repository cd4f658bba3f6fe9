"""The password of a database or a mail server is in no complaint, no log, no number, no page and no list of processes."""

import pathlib
import shutil
import tempfile
import time
import unittest
import urllib.parse

from own_postgresql import OwnPostgresql
from program import Program, free_port
from town import Copy, sql, wijktafel

PATIENCE = 60  # seconds; a bound against hanging
SECRET = "W8woordGeheim"
AREA = "/lansingerland/oranjebuurt-berkel"


class Secrets(unittest.TestCase):
    def folder(self):
        folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-live-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        return folder

    def refused(self, *arguments):
        done = wijktafel(*arguments, check=False)
        self.assertNotEqual(done.returncode, 0, arguments)
        self.assertNotIn(SECRET, done.stdout + done.stderr, arguments)
        self.assertGreater(len(done.stderr), 20, "it says what is wrong")

    def test_no_complaint_of_a_command_repeats_a_password(self):
        host = f"127.0.0.1:{free_port()}"
        for address in (f"postgresql://wijk:{SECRET}@{host}/x", f"postgresql://wijk:x@{SECRET}@{host}/x", f"postgresql://wijk:{SECRET}/x@{host}/x",
                        f"postgresql://wijk:{SECRET}@/?port=x", f"postgres:wijk:{SECRET}@{host}", f"mysql://wijk:{SECRET}@{host}/x"):
            self.refused("migrate", "--database", address)
            file = self.folder() / "database"
            file.write_text(address + "\n")
            self.refused("migrate", "--database-file", file)
        # Slips of the one who types: an option forgotten, or misspelt.
        self.refused("migrate", f"postgresql://wijk:{SECRET}@{host}/x")
        self.refused("migrate", f"--databse=postgresql://wijk:{SECRET}@{host}/x")

    def test_what_serves_tells_nobody_its_passwords_also_when_nothing_can_be_reached(self):
        with OwnPostgresql() as server:
            sql("CREATE DATABASE town", server.url("postgres"))
            copy = Copy(self.folder(), server.url("town").replace("wijktafel@", f"wijktafel:{SECRET}@"))
            wijktafel("demo", "--database", copy.database, "--files", copy.files, "--mail", f"file:{copy.folder / 'story'}")
            mail = f"smtp://wijk:{SECRET}@127.0.0.1:{free_port()}?tls=never"
            with Program(copy, mail=mail, secrets_in_files=True) as program:
                told = []

                def look(path="", form=None):
                    kind = {"Content-Type": "application/x-www-form-urlencoded"}
                    answer = program.ask("POST" if form else "GET", path, urllib.parse.urlencode(form) if form else None, kind if form else {}, timeout=60)
                    told.append(str(answer.getheaders()) + answer.body.decode())
                    return answer.status

                self.assertEqual(look("/lansingerland/inloggen", {"mail": "iemand@voorbeeld.nl"}), 303)
                self.until(lambda: "(mail.send) failed" in program.said(), program)
                look("/metrics")
                server.stop()
                self.assertEqual(look("/health/ready"), 503)
                self.assertEqual(look(f"{AREA}/signalen/nieuw", {"kind": "problem", "text": "De lamp is stuk"}), 503)
                look(f"{AREA}/signalen/nieuw")
                look("/metrics")
                command = pathlib.Path(f"/proc/{program.process.pid}/cmdline").read_text()
                self.assertEqual(program.stop(), 0)
            for text in (*told, command, program.said()):
                self.assertNotIn(SECRET, text)

    def until(self, condition, program):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, program.said()[-2000:])
            time.sleep(0.05)
