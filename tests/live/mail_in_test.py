"""Mail in a Maildir becomes a signal of the real program; what is not for people is held, and the log names nobody."""

import json
import time
import unittest
from email.message import EmailMessage

from program import Program
from town import Town, wijktafel

AREA = "oranjebuurt-berkel"


def message(number, **more):
    mail = EmailMessage()
    mail["From"] = "Noor Vermeer <noor.vermeer@voorbeeld.invalid>"
    mail["To"] = f"signalen+{AREA}@tafel.voorbeeld.invalid"
    mail["Subject"] = f"Fwd: Paal scheef nummer {number}"
    mail["Message-ID"] = f"<{number}@voorbeeld.invalid>"
    for name, value in more.items():
        mail[name.replace("_", "-")] = value
    mail.set_content("De paal op de hoek staat scheef.\n\n-- \nNoor Vermeer, 06-12345678\n")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="plan.pdf")
    return bytes(mail)


class MailIn(unittest.TestCase):
    def test_takes_mail_in_and_holds_what_a_program_sent(self):
        copy = Town.of("sqlite").copy()
        maildir = copy.folder / "mail-in"
        for part in ("new", "cur", "tmp"):
            (maildir / part).mkdir(parents=True)
        (maildir / "new" / "1.a").write_bytes(message(1))
        (maildir / "new" / "2.b").write_bytes(message(1))  # the same one, brought twice
        (maildir / "new" / "3.c").write_bytes(message(3, Auto_Submitted="auto-replied"))
        (maildir / "new" / "4.d").write_bytes(b"\x00\xff no mail at all")
        before = int(copy.rows("SELECT COUNT(*) FROM signal WHERE channel = 'mail'")[0][0])
        with Program(copy, "--mail-in", maildir) as program:
            end = time.monotonic() + 100  # looked at every minute
            while any((maildir / "new").iterdir()) and time.monotonic() < end:
                time.sleep(0.1)
            self.assertEqual(list((maildir / "new").iterdir()), [])
            page = program.get(f"/lansingerland/{AREA}/signalen").body
            said = program.said()
            self.assertEqual(program.stop(), 0, said)
        self.assertEqual(sorted(file.name for file in (maildir / "held").iterdir()), ["3.c", "4.d"])
        told = copy.rows("SELECT i.title, i.text FROM signal s JOIN item i ON i.id = s.item WHERE s.channel = 'mail' "
                         "ORDER BY s.item DESC")
        self.assertEqual(len(told), before + 1)
        self.assertEqual(told[0][0], "Paal scheef nummer 1")
        self.assertIn("plan.pdf", told[0][1])
        self.assertNotIn("06-12345678", told[0][1])
        self.assertIn("a mail came in: signal", said)
        self.assertIn("a mail came in: held_robot", said)
        for personal in ("noor", "Noor", "voorbeeld.invalid"):
            self.assertNotIn(personal, said)
            self.assertNotIn("noor.vermeer", str(page))

    def test_takes_in_mails_that_were_saved_as_files(self):
        copy = Town.of("sqlite").copy()
        folder = copy.folder / "saved"
        folder.mkdir()
        (folder / "1.eml").write_bytes(message(1))
        (folder / "2.eml").write_bytes(message(2, Auto_Submitted="auto-replied"))
        (folder / "3.eml").write_bytes(b"\x00\xff no mail at all")
        command = ("import", "mail", folder, "--database", copy.database, "--files", copy.files, "--base-url", "https://tafel.voorbeeld.invalid")
        before = int(copy.rows("SELECT COUNT(*) FROM signal WHERE channel = 'mail'")[0][0])
        done = wijktafel(*command, "--json", check=False)
        self.assertEqual(done.returncode, 1, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual((report["taken"], report["left_out"]), (1, 2))
        self.assertEqual([mail["outcome"] for mail in report["mails"]], ["signal", "held_robot", "unreadable"])
        self.assertEqual(sorted(file.name for file in folder.iterdir()), ["1.eml", "2.eml", "3.eml"])
        self.assertEqual(int(copy.rows("SELECT COUNT(*) FROM signal WHERE channel = 'mail'")[0][0]), before + 1)
        again = wijktafel("import", "mail", folder / "1.eml", *command[3:], check=False)
        self.assertEqual(again.returncode, 0, again.stderr)
        self.assertIn("was taken in before", again.stdout)
        for personal in ("Noor", "noor.vermeer"):
            self.assertNotIn(personal, done.stdout + done.stderr)
        self.assertEqual(wijktafel("import", "mail", folder / "nowhere.eml", *command[3:], check=False).returncode, 1)
        self.assertEqual(wijktafel("import", "mail", check=False).returncode, 2)
        self.assertIn("--base-url", wijktafel("import", "mail", "--help").stdout)
        self.assertEqual(copy.verify().returncode, 0)
