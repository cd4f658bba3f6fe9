"""The mail server is gone for a day: reports are taken as always, and every message goes out later, once."""

import collections
import datetime
import re
import time
import unittest

from mail_server import MailServer
from program import Program, free_port
from reporters import Reporters
from town import POSTGRESQL, Town

PATIENCE = 60  # seconds; a bound against hanging
WAITING = "SELECT COUNT(*) FROM job WHERE kind = 'mail.send' AND state = 'waiting'"


class MailServerAway(unittest.TestCase):
    def until(self, condition, program):
        end = time.monotonic() + PATIENCE
        while not condition():
            self.assertLess(time.monotonic(), end, program.said()[-2000:])
            time.sleep(0.05)

    def mail_waits_and_goes_out_once_on(self, engine):
        copy, mail_port = Town.of(engine).copy(), free_port()
        mail = f"smtp://127.0.0.1:{mail_port}?tls=never"
        with Program(copy, mail=mail) as program:
            with Reporters(program.port, threads=2) as reporters:
                self.until(lambda: len([report for report in reporters.numbered() if report.mail]) >= 8, program)
            wanted = {report.mail for report in reporters.acknowledged() if report.mail}
            # A second press that was under way at the end may have been accepted without an answer that anybody read.
            begun = {report.mail for report in reporters.reports if report.mail}
            # Every event was told to its follower, and every mail was tried in vain.
            self.until(lambda: copy.rows("SELECT COUNT(*) FROM job WHERE kind <> 'mail.send' AND recurring IS NULL") == [["0"]], program)
            self.until(lambda: copy.rows(WAITING + " AND attempts = 0") == [["0"]], program)
            self.assertGreaterEqual(int(copy.rows(WAITING)[0][0]), len(wanted))
            self.assertIn("wijktafel_mails_given_up 0", program.get("/metrics").body.decode())
            for address in wanted:
                self.assertNotIn(address, program.said())
            program.kill()
        last = int(copy.rows("SELECT MAX(recorded_at) FROM item_history")[0][0]) / 1000
        tomorrow = datetime.datetime.fromtimestamp(last, datetime.timezone.utc) + datetime.timedelta(days=1)
        with MailServer(mail_port) as server:
            with Program(copy, "--demo-at", tomorrow.isoformat(timespec="seconds"), mail=mail) as program:
                self.until(lambda: copy.rows(WAITING) == [["0"]], program)
                self.assertEqual(program.stop(), 0)
            taken = [(to, re.search(rb"^Message-ID: <(.*)>", content, re.MULTILINE)[1]) for to, content in server.taken]
        self.assertEqual([event for event, count in collections.Counter(taken).items() if count > 1], [])
        sent = [to for to, _ in taken if to.startswith("melder-")]
        self.assertEqual(len(sent), len(set(sent)), sent)
        self.assertLessEqual(wanted, set(sent))
        self.assertLessEqual(set(sent), begun)
        self.assertEqual(copy.rows("SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL OR to_address IS NOT NULL"), [["0"]])

    def test_mail_waits_for_a_day_and_goes_out_once_on_sqlite(self):
        self.mail_waits_and_goes_out_once_on("sqlite")

    @unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
    def test_mail_waits_for_a_day_and_goes_out_once_on_postgresql(self):
        self.mail_waits_and_goes_out_once_on("postgresql")
