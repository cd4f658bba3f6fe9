"""kill -9 again and again under load, and what must be true afterwards. Used by crash_fault_test.py and tools/soak."""

import datetime
import email
import email.policy
import random
import time

from program import Program, free_port
from reporters import Reporters

# Longer than a node's claim on a mail (5 minutes): what a killed process had in hand is taken up again.
LATER = datetime.timedelta(minutes=10)
PATIENCE = 60  # seconds for the rest of the jobs; a bound against hanging


class Crashes:
    """Runs `rounds` of start, load and sudden end on a copy. `check` is a TestCase's, for its assertions."""

    def __init__(self, check, copy, seed=1, threads=6):
        self.check = check
        self.copy = copy
        self.port = free_port()
        self.chance = random.Random(seed)
        self.reporters = Reporters(self.port, threads=threads, seed=seed)
        self.restarts = 0

    def program(self, *more):
        return Program(self.copy, *more, port=self.port)

    def kill_the_program(self, rounds):
        with self.reporters:
            for _ in range(rounds):
                with self.program() as program:
                    time.sleep(self.chance.uniform(0.05, 0.4))
                    program.kill()
                self.restarts += 1
                self.nothing_is_lost_or_double()
            with self.program():
                time.sleep(0.5)  # those whose answer was lost hear at last
                self.reporters.stop()
                self.receipts_can_be_read_again()
        self.everything_is_finished()

    def end_the_database(self, rounds, server):
        """The database ends as when its machine lost power, and comes back; the program stays and helps itself."""
        with self.program() as program:
            with self.reporters:
                for _ in range(rounds):
                    time.sleep(self.chance.uniform(0.2, 0.6))
                    before = len(self.reporters.acknowledged())
                    server.stop("immediate")
                    self.check.assertIsNone(program.process.poll(), program.said()[-2000:])
                    server.start()
                    self.restarts += 1
                    end = time.monotonic() + PATIENCE
                    while len(self.reporters.acknowledged()) <= before + 5 and time.monotonic() < end:
                        time.sleep(0.05)
                    self.check.assertGreater(len(self.reporters.acknowledged()), before, "it did not recover by itself")
                    self.nothing_is_lost_or_double()
                self.reporters.stop()
                self.receipts_can_be_read_again()
            self.check.assertEqual(program.stop(), 0)
        self.everything_is_finished()

    def nothing_is_lost_or_double(self):
        reporters, check = self.reporters, self.check
        acknowledged = reporters.acknowledged()  # before the database is read: it may hold more, never less
        numbered = {report.number: report.text for report in reporters.numbered()}
        kept = [(int(number), text) for number, text in
                self.copy.rows("SELECT id, text FROM item WHERE kind = 'signal' AND text LIKE 'De lamp bij nummer %'")]
        texts = [text for _, text in kept]
        check.assertEqual(len(texts), len(set(texts)), "a report became two signals")
        lost = [report.text for report in acknowledged if report.text not in set(texts)]
        check.assertEqual(lost, [], "acknowledged and lost")
        items = dict(kept)
        moved = [number for number, text in numbered.items() if items.get(number) != text]
        check.assertEqual(moved, [], "the receipt names another signal")
        check.assertEqual(reporters.wrong, [])
        verified = self.copy.verify()
        check.assertEqual(verified.returncode, 0, verified.stdout + verified.stderr)

    def receipts_can_be_read_again(self):
        for report in self.reporters.acknowledged():
            self.check.assertTrue(self.reporters.read_receipt(report), report.text)

    def everything_is_finished(self):
        """Jobs and mails that were cut off are done once the program has been left alone."""
        with self.program("--demo-at", self.later()) as program:
            end = time.monotonic() + PATIENCE
            while time.monotonic() < end and self.waiting():
                time.sleep(0.1)
            self.check.assertEqual(self.waiting(), [], program.said()[-2000:])
            program.stop()
        self.nothing_is_lost_or_double()
        failed = self.copy.rows("SELECT kind, last_fault FROM job WHERE state <> 'waiting'")
        self.check.assertEqual(failed, [], "given up")
        self.every_mail_is_there_once()

    def later(self):
        """A moment for the demo's own clock, which goes on where its history stopped."""
        last = int(self.copy.rows("SELECT MAX(recorded_at) FROM item_history")[0][0])
        return (datetime.datetime.fromtimestamp(last / 1000, datetime.timezone.utc) + LATER).isoformat(timespec="seconds")

    def waiting(self):
        return self.copy.rows("SELECT kind, attempts FROM job WHERE recurring IS NULL AND state = 'waiting'")

    def every_mail_is_there_once(self):
        wanted = [report.mail for report in self.reporters.acknowledged() if report.mail]
        ids, told = [], dict.fromkeys(wanted, 0)
        for file in self.copy.mail.glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            ids.append(mail["Message-ID"])
            address = mail["To"].addresses[0].addr_spec
            if address.startswith("melder-"):
                told[address] = told.get(address, 0) + 1
        self.check.assertEqual(len(ids), len(set(ids)), "one Message-ID in two files")
        self.check.assertEqual({address: count for address, count in told.items() if count != 1}, {}, "not told just once")
        left = self.copy.rows("SELECT COUNT(*) FROM mail_outbox WHERE sent_at IS NULL OR to_address IS NOT NULL")
        self.check.assertEqual(left, [["0"]], "a mail was left in the outbox")

    def counts(self):
        return (f"{self.restarts} sudden ends, {len(self.reporters.acknowledged())} reports acknowledged, "
                f"answers without success {self.reporters.refused or 'none'}")
