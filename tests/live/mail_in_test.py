"""Mail in a Maildir becomes a signal of the real program; what is not for people is held, and the log names nobody."""

import time
import unittest
from email.message import EmailMessage

from program import Program
from town import Town

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
