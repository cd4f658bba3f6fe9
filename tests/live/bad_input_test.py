"""What people, broken programs and attackers send: each its sentence or status, and nothing kept that should not be. The list
with the tests that stand beside the code is docs/bad-input.md."""

import html
import json
import re
import struct
import unittest
import urllib.parse
import zlib

from program import Program
from raw import Answers, request
from reporters import FORM
from town import Town, wijktafel

AREA = "/lansingerland/oranjebuurt-berkel"
TYPE = {"Content-Type": "application/x-www-form-urlencoded"}
BOUNDARY = "wijktafel-test"


def shown(answer):
    """The text of a page as a person reads it."""
    return html.unescape(re.sub(r"<[^>]*>", " ", answer.body.decode()))


def multipart(fields, photos):
    """A form with files: `photos` are their bytes."""
    parts = [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields]
    parts += [f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="photos"; filename="../../p{i}.png"\r\n'
              f"Content-Type: image/png\r\n\r\n".encode() + photo + b"\r\n" for i, photo in enumerate(photos)]
    return b"".join(parts) + f"--{BOUNDARY}--\r\n".encode()


def png(width, height):
    """A grey picture of one bit per point: a hundred kilobytes for a billion points."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    packer = zlib.compressobj(9)
    line = bytes(1 + (width + 7) // 8)
    rows = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


class Person:
    """A browser of one person: keeps its cookies."""

    def __init__(self, program):
        self.program = program
        self.cookies = {}

    def ask(self, method, path, body=None, headers=None):
        cookies = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())} if self.cookies else {}
        answer = self.program.ask(method, path, body, {**cookies, **(headers or {})})
        for line in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = line.partition("=")
            self.cookies[name] = rest.split(";")[0]
        return answer

    def get(self, path):
        return self.ask("GET", path)

    def post(self, path, fields, headers=None):
        return self.ask("POST", path, urllib.parse.urlencode(fields), {**TYPE, **(headers or {})})


class BadInput(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.copy = Town.of("sqlite").copy()
        cls.program = Program(cls.copy)

    @classmethod
    def tearDownClass(cls):
        cls.program.stop()

    def setUp(self):
        self.person = Person(self.program)

    def tearDown(self):
        self.assertIsNone(self.program.process.poll(), "the program ended")
        self.assertEqual(self.program.get("/health/live").status, 200)

    def sign_in(self):
        """As the first person of the demo."""
        number = re.search(r'name="person" value="(\d+)"', self.person.get("/lansingerland/inloggen").body.decode())[1]
        self.assertEqual(self.person.post("/lansingerland/inloggen/demo", {"person": number}).status, 303)

    def signals(self):
        return int(self.copy.rows("SELECT COUNT(*) FROM signal")[0][0])

    def assert_says(self, answer, status, sentence):
        self.assertEqual(answer.status, status)
        self.assertIn(sentence, shown(answer))

    def test_what_is_not_there_says_so_with_a_way_on(self):
        numbers = ["0", "-1", "abc", "999999", "99999999999999999999", "1e3", "1x"]
        paths = [f"{AREA}/{kind}/{number}" for kind in ("signalen", "doelen", "afspraken") for number in numbers]
        paths += ["/anderestad", "/lansingerland/bestaat-niet", "/lansingerland/volg/zomaar", "/lansingerland/volg/" + "a" * 5000]
        for path in paths:
            with self.subTest(path[:80]):
                answer = self.program.get(path)
                self.assert_says(answer, 404, "Deze pagina is er niet")
                self.assertIn(b'href="/', answer.body)
        self.assert_says(self.program.get("/lansingerland/inloggen/link/zomaar"), 404, "Deze link werkt niet")

    def test_a_path_never_leads_outside_the_site(self):
        paths = ["/lansingerland/%2e%2e/%2e%2e/etc/passwd", "/assets/..%2f..%2fetc/passwd", "/a%00b", "/a%5c..%5cb", "/%ff%fe",
                 "/a%0d%0aX-Evil:%20yes", "/..", "//evil.example/..", "/%zz"]
        for path in paths:
            with self.subTest(path), Answers(self.program.port) as connection:
                answer = connection.send(request("GET", path)).next()
                self.assertIn(answer.status, (400, 404))
                self.assertNotIn(b"root:", answer.body)
                self.assertIsNone(answer.header("X-Evil"))

    def test_nothing_typed_becomes_a_header(self):
        evil = "%0d%0aX-Evil:%20yes%0d%0aSet-Cookie:%20a=b"
        for path in [f"{AREA}/?x={evil}", f"{AREA}?taal={evil}", f"/lansingerland/inloggen?terug={evil}",
                     f"/lansingerland/inloggen?terug=//evil.example", f"{AREA}/signalen?stand={evil}"]:
            with self.subTest(path):
                answer = self.program.get(path)
                self.assertLess(answer.status, 500)
                self.assertIsNone(answer.getheader("X-Evil"))
                self.assertNotIn("evil.example", answer.getheader("Location") or "")
                self.assertNotIn(b'value="//evil', answer.body)
                self.assertFalse((answer.getheader("Set-Cookie") or "").startswith("a="))

    def test_a_form_of_another_site_does_nothing_and_says_so(self):
        before = self.copy.rows("SELECT COUNT(*) FROM signal_draft")
        for headers in [{"Origin": "https://elders.example"}, {"Origin": "null"}, {"Origin": self.program.address + ".elders.example"},
                        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": ""},
                        {"Sec-Fetch-Site": "cross-site", "Origin": self.program.address}]:
            with self.subTest(headers):
                answer = self.person.post(FORM, {"kind": "problem", "text": "Hoi"}, headers)
                self.assert_says(answer, 403, "Dit formulier kwam van een andere site")
        # A browser that is signed in is not believed without a word of where the form came from.
        self.sign_in()
        self.assert_says(self.person.post(FORM, {"kind": "problem", "text": "Hoi"}), 403, "Dit formulier kwam van een andere site")
        self.assertEqual(self.copy.rows("SELECT COUNT(*) FROM signal_draft"), before)

    def test_a_text_that_is_too_long_comes_back_whole_with_how_much_too_long(self):
        for text, sentence in [("a" * 4001, "Haal er nog 1 teken af."), ("a" * 4002, "Haal er nog 2 tekens af."),
                               ("😀" * 4001, "Haal er nog 1 teken af."), ("e\u0301" * 2001, "Haal er nog 2 tekens af."),
                               ("woord " * 1_700_000, "tekens af.")]:
            with self.subTest(text[:10]):
                answer = self.person.post(FORM, {"kind": "problem", "text": text})
                self.assert_says(answer, 422, sentence)
                self.assertIn(text.strip().encode(), answer.body)
        self.assertEqual(self.person.post(FORM, {"kind": "problem", "text": "😀" * 4000}).status, 303)

    def test_more_than_a_form_may_hold_is_too_much(self):
        answer = self.person.post("/lansingerland/inloggen", {"mail": "a" * 10_000_000})
        self.assert_says(answer, 413, "U stuurt te veel in één keer.")

    def test_bytes_that_are_no_text_are_refused_and_odd_characters_kept(self):
        for raw in ["%FF%FE", "a%00b", "%C0%80", "%ED%A0%80", "%zz"]:
            with self.subTest(raw):
                answer = self.person.ask("POST", FORM, f"kind=problem&text={raw}", TYPE)
                self.assert_says(answer, 400, "Wij kunnen niet lezen wat uw browser stuurde.")
        # No kind is chosen: the screen comes back with what was typed, without what nobody can see or type.
        typed = "Ha\u0007llo \u202eomgekeerd\u202c 👩‍👩‍👧 e\u0301 \u05e9\u05dc\u05d5\u05dd\r\ntweede regel"
        answer = self.person.post(FORM, {"text": typed})
        self.assertEqual(answer.status, 422)
        self.assertIn("Hallo \u202eomgekeerd\u202c 👩‍👩‍👧 e\u0301 \u05e9\u05dc\u05d5\u05dd\ntweede regel", answer.body.decode())

    def test_who_is_signed_out_while_writing_gets_the_text_back_and_sends_it_again(self):
        self.sign_in()
        name = "Mijn nieuwe naam"
        fields = {"name": name, "language": "nl"}
        ours = {"Sec-Fetch-Site": "same-origin"}
        self.person.cookies.clear()
        lost = self.person.post("/lansingerland/mijn", fields, ours)
        self.assert_says(lost, 403, "U bent niet meer ingelogd")
        page = lost.body.decode()
        self.assertIn(f">\n{name}</textarea>", page)
        self.assertIn('<input type="hidden" name="language" value="nl">', page)
        self.assertIn('action="/lansingerland/mijn"', page)
        self.assertIn('href="/lansingerland/inloggen?terug=', page)
        self.assertIn("no-store", lost.getheader("Cache-Control"))
        self.sign_in()
        self.assertEqual(self.person.post("/lansingerland/mijn", fields, ours).status, 303)
        self.assertIn(name, self.person.get("/lansingerland/mijn").body.decode())

    def test_borders_that_are_wrong_are_named_with_their_place_and_what_to_do(self):
        rings = {
            "crosses itself. Draw the line again": [[4.4, 52], [4.5, 52.1], [4.5, 52], [4.4, 52.1], [4.4, 52]],
            "not closed. Put the first point once more": [[4.4, 52], [4.5, 52], [4.5, 52.1], [4.4, 52.1]],
            "too few points. Draw at least three corners": [[4.4, 52], [4.5, 52], [4.4, 52]],
            "numbers of a point are swapped. Put the longitude": [[52, 4.4], [52, 4.5], [52.1, 4.5], [52, 4.4]],
            "outside the Netherlands. Check whether": [[0, 0], [1, 0], [1, 1], [0, 0]],
            "two different coordinate systems. Save": [[4.4, 52], [91000, 447000], [91000, 448000], [4.4, 52]],
        }
        for sentence, ring in rings.items():
            with self.subTest(sentence):
                whole = [[4.4, 52], [4.5, 52], [4.5, 52.1], [4.4, 52]]
                features = [{"type": "Feature", "properties": {"key": f"plek-{i}", "name": f"Plek {i}"},
                             "geometry": {"type": "Polygon", "coordinates": [each]}} for i, each in enumerate([whole, ring])]
                areas = {"municipality": {"code": "GM1621", "name": "Lansingerland"}, "vintage": 2026, "source": "proef",
                         "borders": {"type": "FeatureCollection", "features": features}}
                file = self.copy.folder / "areas.json"
                file.write_text(json.dumps({"areas": areas}))
                done = wijktafel("import", "--database", self.copy.database, "--files", self.copy.files, file, check=False)
                self.assertNotEqual(done.returncode, 0)
                said = done.stdout + done.stderr
                self.assertIn(sentence, said)
                self.assertRegex(said, r"\b2\b.*" + re.escape(sentence[:12]))

    def report(self, text, words="bij de brug"):
        self.assertEqual(self.person.post(FORM, {"kind": "problem", "text": text}).status, 303)
        self.assertEqual(self.person.post(FORM + "/waar", {"place_words": words}).status, 303)
        answer = self.person.post(FORM + "/hoe", {"neighbours": "no", "reach": "none"})
        self.assertEqual(answer.status, 303)
        number = re.search(r"nummer (\d+)\.", shown(self.person.get(FORM + "/klaar")))[1]
        return number

    def test_html_and_markdown_are_shown_as_they_were_typed_on_every_page(self):
        trick = "\"><script>alert(1)</script><img src=x onerror=alert(2)> [klik](javascript:alert(3)) {{text}}"
        number = self.report(trick, words="'\"><svg onload=alert(4)>")
        for path in [f"{AREA}/signalen/{number}", f"{AREA}/signalen", AREA, FORM + "/klaar", "/lansingerland"]:
            with self.subTest(path):
                page = self.person.get(path).body.decode()
                for tag in ("<script>alert", "<img src=x", "<svg onload", 'href="javascript:'):
                    self.assertNotIn(tag, page)
        page = self.program.get(f"{AREA}/signalen/{number}")
        self.assertIn("<script>alert(1)</script>", shown(page))

    def test_sending_twice_gives_one_signal_and_one_number(self):
        before = self.signals()
        number = self.report("Twee keer gedrukt")
        again = self.person.post(FORM + "/hoe", {"neighbours": "no", "reach": "none"})
        self.assertEqual(again.status, 303)
        self.assertIn(f"nummer {number}.", shown(self.person.get(FORM + "/klaar")))
        self.assertEqual(self.signals(), before + 1)

    def test_a_place_outside_or_no_place_is_said_in_words(self):
        self.person.post(FORM, {"kind": "problem", "text": "Ver weg"})
        outside = {"longitude": "5.12", "latitude": "52.09"}
        for fields in [outside, {"longitude": "52.0", "latitude": "4.5"}, {"longitude": "180", "latitude": "-90"}]:
            answer = self.person.post(FORM + "/waar", {**fields, "place_words": "achter de kerk"})
            self.assert_says(answer, 422, "Deze plek ligt buiten de gemeente.")
            self.assertIn("achter de kerk", answer.body.decode())
        for fields in [{"longitude": "nan", "latitude": "inf"}, {"longitude": "1e999", "latitude": "52"}, {"longitude": "<", "latitude": ""}]:
            self.assertLess(self.person.post(FORM + "/waar", {**fields, "place_words": ""}).status, 500)
        for query in ["plek=5.12,52.09", "plek=nan,nan", "plek=,", "plek=" + "9" * 400]:
            self.assertLess(self.person.get(FORM + "/waar?" + query).status, 500)

    def send_photos(self, *photos):
        body = multipart([("kind", "problem"), ("text", "Met een foto")], photos)
        return self.person.ask("POST", FORM, body, {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}"})

    def test_a_file_that_is_no_photo_is_named_and_the_text_kept(self):
        for file in [b"Geen foto", b"\x89PNG\r\n\x1a\n" + b"x" * 100, b"GIF89a" + b"\0" * 50, b"<svg onload='alert(1)'/>",
                     b"%PDF-1.4\n", b"\xff\xd8\xff\xe0" + b"\0" * 64]:
            with self.subTest(file[:8]):
                answer = self.send_photos(file)
                self.assertEqual(answer.status, 422)
                self.assertRegex(shown(answer), "geen foto die wij kunnen lezen|kunnen wij niet lezen")
                self.assertIn("Met een foto", answer.body.decode())

    def test_a_small_file_that_would_become_huge_is_refused(self):
        bomb = png(32_000, 32_000)
        self.assertLess(len(bomb), 1_000_000)
        answer = self.send_photos(bomb)
        self.assert_says(answer, 422, "te veel beeldpunten")
        self.assertIn("Met een foto", answer.body.decode())

    def test_a_photo_of_fifty_megabytes_is_too_large_in_words(self):
        answer = self.send_photos(b"\x89PNG\r\n\x1a\n" + bytes(50_000_000))
        self.assert_says(answer, 422, "Een van de foto's is te groot. Een foto mag 20 MB zijn.")
        self.assertIn("Met een foto", answer.body.decode())
        # More than five of them are not even read.
        head = {"Content-Type": f"multipart/form-data; boundary={BOUNDARY}", "Content-Length": "150000000"}
        with Answers(self.program.port) as connection:
            answer = connection.send(request("POST", FORM, head)).next()
        self.assert_says(answer, 413, "U stuurt te veel in één keer.")
