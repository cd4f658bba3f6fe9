"""Two municipalities, two programs: one forwards a signal to the other by Open311, and both hear what the other says of it."""

import contextlib
import hashlib
import html
import json
import pathlib
import re
import shutil
import sqlite3
import tempfile
import time
import unittest
import urllib.parse

from open311_test import KEY, municipality
from program import Program
from town import wijktafel

PATIENCE = 60  # seconds; a bound against hanging
FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
STORY = {
    "organisations": [{"key": "gemeente", "kind": "municipality", "name": "Gemeente Tweestad"}],
    "signals": [{"key": "S-01", "area": "BU00010101", "reported_at": "2026-11-01T10:00:00+01:00", "kind": "problem",
                 "title": "Het pad is donker", "text": "Drie lampen <kapot> & meer", "place": [4.505, 52.005]}]}


def change(copy, *statements):
    """Written beside the program, as its own database."""
    with contextlib.closing(sqlite3.connect(copy.folder / "town.sqlite", timeout=30)) as database, database:
        for statement, values in statements:
            database.execute(statement, values)


class Worker:
    """A browser of somebody who may do everything here: their session is put beside the pages, for there are no mails."""

    def __init__(self, program, town):
        self.program = program
        self.town = town
        wijktafel("user", "--database", program.copy.database, "--files", program.copy.files, "--name", "Ada",
                  "--mail-address", "ada@voorbeeld.invalid")
        later = int(time.time() * 1000) + 3_600_000
        account = program.copy.rows("SELECT id FROM account WHERE name = 'Ada'")[0][0]
        change(program.copy,
               ("INSERT INTO account_role (account, role, area, starts_at) VALUES (?, 'coordinator', '', 0)", [account]),
               ("INSERT INTO account_session (token_hash, account, device, created_at, last_seen_at, expires_at) "
                "VALUES (?, ?, '', 0, 0, ?)", [hashlib.sha256(b"proef").hexdigest(), account, later]))

    def ask(self, method, path, fields=None):
        body = urllib.parse.urlencode(fields) if fields is not None else None
        answer = self.program.ask(method, f"/{self.town}{path}", body, {"Cookie": "wijktafel=proef", **(FORM if body is not None else {})})
        answer.text = html.unescape(re.sub(r"<[^>]*>", " ", answer.body.decode()))
        return answer

    def get(self, path):
        answer = self.ask("GET", path)
        assert answer.status == 200, (path, answer.status)
        return answer.text

    def post(self, path, fields):
        answer = self.ask("POST", path, fields)
        assert answer.status == 303, (path, answer.status, answer.text)
        return answer.headers["Location"]


class TwoSystems(unittest.TestCase):
    def setUp(self):
        folder = tempfile.mkdtemp(prefix="wijktafel-live-")
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        # The same ground twice: what one sends lies within the other.
        self.ours = municipality(folder, "0001", "Eendrecht", 4.50)
        self.theirs = municipality(folder, "0002", "Tweestad", 4.50)
        story = pathlib.Path(folder) / "story.json"
        story.write_text(json.dumps(STORY))
        wijktafel("import", story, "--database", self.ours.database, "--files", self.ours.files)
        secrets = pathlib.Path(folder) / "secrets"
        secrets.mkdir()
        (secrets / "tweestad").write_text(KEY + "\n")
        us = Program(self.ours, "--secrets", secrets)
        self.enterContext(us)
        them = Program(self.theirs)
        self.enterContext(them)
        self.us = Worker(us, "eendrecht")
        self.them = Worker(them, "tweestad")
        self.signal = self.ours.rows("SELECT item FROM signal")[0][0]
        self.page = f"/eendrechtbuurt/signalen/{self.signal}"

    def until(self, what):
        end = time.monotonic() + PATIENCE
        while not (found := what()):
            self.assertLess(time.monotonic(), end, self.us.program.said()[-3000:] + self.them.program.said()[-3000:])
            time.sleep(0.1)
        return found

    def hurry(self, kind):
        """What waits for minutes is due now: the clock of a test is the real one. A job that is being done is waited for, because
        it sets the time of its next run itself."""
        def is_hurried():
            with contextlib.closing(sqlite3.connect(self.ours.folder / "town.sqlite", timeout=30)) as database, database:
                jobs = database.execute("UPDATE job SET run_at = 0 WHERE kind = ? AND unfinished = 0", [f"forwarding.{kind}"])
                if jobs.rowcount == 0:
                    return False
                database.execute("UPDATE forwarding_sent SET polled_at = NULL")
                database.execute("UPDATE forwarding_sent SET next_try = 0 WHERE next_try IS NOT NULL")
                database.execute("UPDATE forwarding_destination SET polled_at = NULL")
                return True
        self.until(is_hurried)

    def sent(self):
        return self.ours.rows("SELECT state, external_number, attempts, fault FROM forwarding_sent")[0]

    def connect(self):
        """What the other asks, and where ours go; as the two administrators do it."""
        self.them.post("/beheer/open311/diensten/algemeen", {
            "attribute_code": "SOORT", "description": "Wat voor lamp?", "datatype": "singlevaluelist", "order": "1",
            "choices": "led = Led\noud = Oud", "is_question": "yes", "is_required": "yes"})
        self.them.post("/beheer/open311/diensten/algemeen/antwoord", {"answers": "batch"})
        organisation = self.ours.rows("SELECT id FROM organisation")[0][0]
        added = self.us.post("/beheer/doorsturen/nieuw", {
            "kind": "open311", "name": "Tweestad", "organisation": organisation, "format": "xml", "jurisdiction": "tweestad",
            "endpoint": f"{self.them.program.address}/open311/v2", "credential": "tweestad", "updates": "yes"})
        destination = added.removeprefix("/eendrecht")
        self.until(lambda: "Het systeem heeft 1 dienst" in self.us.get(destination))
        self.assertIn("Versie van de lijst", self.us.get(destination))
        self.us.post(f"{destination}/diensten", {"line_0": "algemeen"})
        self.assertIn("Wat voor lamp?", self.us.get(f"{destination}/diensten"))
        self.us.post(f"{destination}/diensten", {"line_0": "algemeen", "question_0_0": "oud"})
        return destination.rsplit("/", 1)[1]

    def forward(self):
        """By hand; gives the page of the signal there."""
        self.us.post(f"/eendrechtbuurt/doorsturen/{self.signal}", {"forwarding_destination": self.connect()})
        self.until(lambda: self.sent()[0] == "pending")
        self.assertIn("Het nummer daar volgt nog", self.us.get(self.page))
        self.hurry("proceed")
        self.until(lambda: self.sent()[0] == "accepted")
        number = self.theirs.rows("SELECT item FROM signal")[0][0]
        self.assertEqual(self.sent()[1], number)
        self.assertIn("Doorgestuurd naar Gemeente Tweestad", self.us.get(self.page))
        self.assertIn(f"Het nummer daar is {number}", self.us.get(self.page))
        return f"/tweestadbuurt/signalen/{number}"

    def test_a_signal_goes_there_and_what_both_say_is_read_on_both_sides(self):
        there = self.forward()
        page = self.them.get(there)
        for text in ("Drie lampen <kapot> & meer", "Wat voor lamp?", "Oud"):
            self.assertIn(text, page)
        self.assertEqual(self.theirs.rows("SELECT channel FROM signal"), [["open311"]])

        self.them.post(f"{there}/antwoord", {"answer": "Onze ploeg is ermee bezig.", "outcome": "in_progress",
                                             "next_date": "2099-01-05", "without_commitment": "yes"})
        self.hurry("poll")
        self.until(lambda: "Onze ploeg is ermee bezig." in self.us.get(self.page))
        self.assertIn("Stand daar: open", self.us.get(self.page))

        self.us.post(f"{self.page}/aanvulling", {"update": "Nu is het helemaal donker."})
        self.until(lambda: "Nu is het helemaal donker." in self.them.get(there))
        for _ in range(2):  # nothing that was heard goes round
            before = self.ours.rows("SELECT polled_at FROM forwarding_sent")
            self.hurry("poll")
            self.until(lambda: self.ours.rows("SELECT polled_at FROM forwarding_sent") not in (before, [[""]]))
            self.until(lambda: not self.ours.rows("SELECT 1 FROM job WHERE kind = 'forwarding.tell'"))
        self.them.post(f"{there}/antwoord", {"answer": "De lampen zijn vervangen.", "outcome": "done", "without_commitment": "yes"})
        self.hurry("poll")
        self.until(lambda: "De lampen zijn vervangen." in self.us.get(self.page))
        self.assertIn("Stand daar: gesloten", self.us.get(self.page))
        self.assertIn("Opgelost, zegt Gemeente Tweestad", self.us.get(self.page))
        for text in ("Onze ploeg is ermee bezig.", "De lampen zijn vervangen.", "Nu is het helemaal donker."):
            self.assertEqual(self.us.get(self.page).count(text), 1, text)
            self.assertEqual(self.them.get(there).count(text), 1, text)
        self.assertEqual(self.theirs.rows("SELECT COUNT(*) FROM signal"), [["1"]])
        self.assertEqual(self.sent()[3], "")
        for copy in (self.ours, self.theirs):
            self.assertEqual(copy.verify().returncode, 0)

    def test_a_system_that_is_away_is_seen_and_asked_again(self):
        there = self.forward()
        self.them.program.stop()
        self.hurry("poll")
        self.until(lambda: "kunnen wij nu niet vragen" in self.us.get(self.page))
        self.assertIn("kunnen wij nu niet vragen", self.us.get("/beheer/doorsturen"))
        with Program(self.theirs, port=self.them.program.port) as back:
            self.them.program = back
            self.us.post("/beheer/doorsturen/opnieuw", {})
            self.until(lambda: "kunnen wij nu niet vragen" not in self.us.get(self.page))
            self.assertIn("Drie lampen", self.them.get(there))


if __name__ == "__main__":
    unittest.main()
