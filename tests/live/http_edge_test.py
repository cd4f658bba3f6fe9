"""What stands around a request: addresses that lead elsewhere, headers that lie, who is believed; and the rules of answers: parts,
conditions, compression, methods, HEAD."""

import gzip
import hashlib
import random
import re
import sqlite3
import unittest

from program import Program
from raw import Answers, request
from town import Town

AREA = "/lansingerland/oranjebuurt-berkel"

# Targets that mean to reach a file, or to be read differently further on: refused before anything looks at them.
NEVER_READ = ["/../etc/passwd", "/assets/x/../../etc/passwd", "/assets/x/%2e%2e/%2e%2e/etc/passwd", "/assets/x/..%2f..%2fetc%2fpasswd",
              "/assets/x/.%2e/app.css", "/lansingerland/./", "//etc/passwd", "//kwaad.example/", "/lansingerland//oranjebuurt-berkel",
              "/lansingerland%2foranjebuurt-berkel", "/lansingerland%5Coranjebuurt-berkel", "/lansingerland\\..\\x", "/%00", "/a%00.html",
              "/%c0%ae%c0%ae/etc/passwd", "/%ff", "/%zz", "/%2", "/%", "/%0d%0aSet-Cookie:%20a=b", "/%0a", "/%7f", "/%1b[31m", "*", ""]
# Strange, but plain names of things that are not there.
NOT_THERE = ["/%252e%252e/etc/passwd", "/etc/passwd", "/.git/config", "/assets/app.css", "/assets/x/app.css.br/..x", "/lansingerland/..;/x",
             "/assets/x/~root", "/lansingerland/oranjebuurt-berkel%20", "/LANSINGERLAND"]
# What somebody would like to see come back as a header of its own.
SPLITTING = ["%0d%0aX-Kwaad:%201", "%0aX-Kwaad:1", "%0dX-Kwaad:1", "%e5%98%8a%e5%98%8dX-Kwaad:1", "%u000aX-Kwaad:1", "%250d%250aX-Kwaad:1"]


def with_photo(copy):
    """Gives the first visible signal of the demo a photo; its address. What is in it does not matter here: it is sent as it is."""
    photo = random.Random(1).randbytes(40_000)
    key = hashlib.sha256(photo).hexdigest()
    (copy.files / key[:2]).mkdir(parents=True, exist_ok=True)
    (copy.files / key[:2] / key).write_bytes(photo)
    with Program(copy) as program:
        item = re.search(rb'href="%s/signalen/([0-9]+)"' % AREA.encode(), program.get(f"{AREA}/signalen").body).group(1)
        program.stop()
    with sqlite3.connect(copy.database.removeprefix("sqlite:")) as database:
        database.execute("INSERT INTO item_photo VALUES (?, 1, ?, ?, 10, 10, 1)", (int(item), key, key))
    return f"{AREA}/signalen/{int(item)}/foto/1"


class Edge(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.copy = Town.of("sqlite").copy()
        cls.photo_path = with_photo(cls.copy)
        cls.program = Program(cls.copy)
        cls.addClassCleanup(cls.program.__exit__)

    def ask(self, method, target, headers=None, body=b""):
        if body or method == "POST":
            headers = {"Content-Length": len(body), **(headers or {})}
        with Answers(self.program.port) as answers:
            return answers.send(request(method, target, headers) + body).next(of_head=method == "HEAD")

    # Addresses

    def test_an_address_never_leads_to_a_file(self):
        for target in NEVER_READ:
            with self.subTest(target):
                answer = self.ask("GET", target)
                self.assertEqual(answer.status, 400)
                self.assertNotIn(b"root:", answer.body)
        for target in NOT_THERE:
            with self.subTest(target):
                answer = self.ask("GET", target)
                self.assertEqual(answer.status, 404)
                self.assertNotIn(b"root:", answer.body)

    def test_no_header_can_be_smuggled_through_an_address(self):
        for trick in SPLITTING:
            for target in (f"/lansingerland/?q={trick}", f"/lansingerland?taal=en&q={trick}", f"/lansingerland?taal={trick}",
                           f"/lansingerland/{trick}/", f"{AREA}/signalen?zoek={trick}"):
                with self.subTest(target):
                    answer = self.ask("GET", target)
                    self.assertIsNone(answer.header("x-kwaad"))
                    self.assertNotRegex(answer.header("location") or "", r"[\r\n]")
                    self.assertIn(answer.status, (200, 303, 308, 400, 404))

    def test_a_redirect_never_leaves_the_site(self):
        for target in ("/lansingerland/?", "/lansingerland/?taal=en&volgende=//kwaad.example", "http://kwaad.example/lansingerland/",
                       "/lansingerland?taal=en&terug=https://kwaad.example", "/?taal=en"):
            location = self.ask("GET", target, {"Host": "kwaad.example", "Referer": "https://kwaad.example/x"}).header("location")
            self.assertRegex(location, r"^/[a-z?][^\\]*$", target)

    # Headers that lie

    def test_the_host_header_never_comes_back(self):
        lies = {"Host": "kwaad.example", "X-Forwarded-Host": "kwaad.example", "Forwarded": "host=kwaad.example",
                "X-Original-URL": "/kwaad", "X-Rewrite-URL": "/kwaad", "X-Host": "kwaad.example"}
        for target in ("/", "/lansingerland", AREA, f"{AREA}/signalen", f"{AREA}/tafel", "/lansingerland/inloggen", "/nergens",
                       f"{AREA}/agenda.ics", "/lansingerland/", "/robots.txt", "/sitemap.xml"):
            for headers in (lies, {}):  # the second time: not out of the kept pages either
                answer = self.ask("GET", target, headers)
                with self.subTest(target=target, lies=bool(headers)):
                    self.assertNotIn(b"kwaad", answer.body)
                    self.assertNotIn("kwaad", str(answer.headers))

    def test_https_is_believed_of_a_trusted_proxy_only(self):
        said = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "192.0.2.7"}
        self.assertIsNone(self.ask("GET", "/lansingerland", said).header("strict-transport-security"))
        with Program(self.copy, "--trust-proxy") as behind:
            for path in ("/lansingerland", "/health/live", "/nergens"):
                self.assertEqual(behind.get(path, said).getheader("Strict-Transport-Security"), "max-age=31536000")
                self.assertIsNone(behind.get(path).getheader("Strict-Transport-Security"))
                # The proxy says the last word; what stands before it may be anybody's.
                self.assertIsNone(behind.get(path, {"X-Forwarded-Proto": "https, http"}).getheader("Strict-Transport-Security"))

    def test_every_answer_has_the_headers_that_protect(self):
        for target in ("/lansingerland", "/nergens", "/", "/health/live", "/assets/x/niets.css", self.asset(), self.photo_path,
                       "/%00"):
            answer = self.ask("GET", target)
            with self.subTest(target):
                self.assertIn("default-src 'self'", answer.header("content-security-policy"))
                self.assertNotIn("unsafe", answer.header("content-security-policy"))
                self.assertEqual(answer.header("x-content-type-options"), "nosniff")
                self.assertEqual(answer.header("x-frame-options"), "DENY")
                self.assertEqual(answer.header("referrer-policy"), "same-origin")
                self.assertEqual(answer.header("cross-origin-resource-policy"), "same-origin")
                self.assertEqual(answer.header("cross-origin-opener-policy"), "same-origin")
                self.assertIsNone(answer.header("server"))

    def test_security_txt_says_whom_to_tell_and_is_not_there_without_a_contact(self):
        path = "/.well-known/security.txt"
        self.assertEqual(self.ask("GET", path).status, 404)
        with Program(self.copy, "--security-contact", "veilig@voorbeeld.nl") as program:
            answer = program.get(path)
            self.assertEqual((answer.status, answer.getheader("Content-Type")), (200, "text/plain; charset=utf-8"))
            self.assertIn("Contact: mailto:veilig@voorbeeld.nl\n", answer.body.decode())
            self.assertIn(f"Canonical: {program.address}{path}\n", answer.body.decode())
            self.assertEqual(answer.getheader("X-Content-Type-Options"), "nosniff")
            self.assertEqual(program.ask("POST", path).status, 405)

    # Methods

    def test_a_method_that_a_path_does_not_have_is_told_which_it_has(self):
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            answer = self.ask(method, "/lansingerland")
            self.assertEqual((answer.status, answer.header("allow")), (405, "OPTIONS, GET, HEAD"), method)
        answer = self.ask("OPTIONS", "/lansingerland")
        self.assertEqual((answer.status, answer.header("allow"), answer.body), (204, "OPTIONS, GET, HEAD", b""))
        self.assertIsNone(answer.header("access-control-allow-origin"))
        self.assertEqual(self.ask("OPTIONS", "/nergens/nergens/nergens/nergens").status, 404)
        self.assertEqual(self.ask("POST", self.asset()).header("allow"), "GET, HEAD")

    def test_head_says_what_get_says(self):
        for target in ("/lansingerland", "/", "/nergens", "/health/live", self.asset(), self.photo_path, "/%00"):
            got, head = self.ask("GET", target), self.ask("HEAD", target)
            changing = ("date",)
            with self.subTest(target):
                self.assertEqual(head.status, got.status)
                if got.status != 400:  # each refusal has a reference number of its own
                    self.assertEqual([pair for pair in head.headers if pair[0].lower() not in changing],
                                     [pair for pair in got.headers if pair[0].lower() not in changing])

    def test_a_body_that_is_no_form_is_told_so(self):
        for kind in ("text/xml", "text/plain", "application/x-www-form-urlencoded-not", ""):
            answer = self.ask("POST", "/lansingerland/inloggen", {"Content-Type": kind}, b'{"a": 1}')
            self.assertEqual(answer.status, 415, kind)

    def test_what_is_accepted_never_changes_what_is_there(self):
        # One address shows one thing, so there is no 406: Accept and Accept-Language are wishes (RFC 9110 section 12.4.1).
        for headers in ({"Accept": "image/png"}, {"Accept": "application/json;q=1, */*;q=0"}, {"Accept-Language": "fr"}, {"Accept-Charset": "x"}):
            answer = self.ask("GET", "/lansingerland", headers)
            self.assertEqual((answer.status, answer.header("content-type")), (200, "text/html; charset=utf-8"))

    # Parts, conditions, compression

    def asset(self):
        return re.search(r'"(/assets/[^"]+\.css)"', self.ask("GET", "/lansingerland").body.decode()).group(1)

    def test_photos_and_assets_come_in_parts(self):
        for target in (self.photo_path, self.asset()):
            whole = self.ask("GET", target)
            size, tag = len(whole.body), whole.header("etag")
            self.assertEqual((whole.status, whole.header("accept-ranges")), (200, "bytes"))
            for wanted, first, end in (("0-99", 0, 100), ("100-", 100, size), ("-10", size - 10, size), (f"{size - 1}-{size + 5}", size - 1, size)):
                for more in ({}, {"If-Range": tag}, {"Accept-Encoding": "gzip, br"}):
                    part = self.ask("GET", target, {"Range": f"bytes={wanted}", **more})
                    with self.subTest(target=target, wanted=wanted, more=more):
                        self.assertEqual((part.status, part.header("content-range")), (206, f"bytes {first}-{end - 1}/{size}"))
                        self.assertEqual(part.body, whole.body[first:end])
            gone = self.ask("GET", target, {"Range": f"bytes={size}-"})
            self.assertEqual((gone.status, gone.header("content-range"), gone.body), (416, f"bytes */{size}", b""))
            for headers in ({"Range": "bytes=0-1,4-5"}, {"Range": "bytes=0-1", "If-Range": '"anders"'}, {"Range": "bladzijden=1-2"}):
                other = self.ask("GET", target, headers)
                self.assertEqual((other.status, other.body), (200, whole.body), headers)

    def test_who_has_it_already_does_not_get_it_again(self):
        for target in (self.photo_path, self.asset(), "/lansingerland"):
            tag = self.ask("GET", target).header("etag")
            for method in ("GET", "HEAD"):
                for headers in ({"If-None-Match": tag}, {"If-None-Match": f'"x", {tag}'}, {"If-None-Match": "*"},
                                {"If-None-Match": tag, "If-Modified-Since": "Mon, 01 Jan 1990 00:00:00 GMT", "Range": "bytes=0-1"}):
                    answer = self.ask(method, target, headers)
                    with self.subTest(target=target, headers=headers):
                        self.assertEqual((answer.status, answer.body, answer.header("etag")), (304, b"", tag))
                        self.assertTrue(answer.header("cache-control") and (answer.header("vary") or target == self.photo_path))
            for headers in ({"If-None-Match": '"x"'}, {"If-Modified-Since": "Sat, 01 Jan 2099 00:00:00 GMT"}, {"If-None-Match": "rommel"}):
                self.assertEqual(self.ask("GET", target, headers).status, 200, headers)

    def test_pages_and_assets_are_compressed_for_who_takes_it(self):
        for target in ("/lansingerland", self.asset()):
            plain = self.ask("GET", target)
            self.assertIsNone(plain.header("content-encoding"))
            zipped = self.ask("GET", target, {"Accept-Encoding": "gzip"})
            self.assertEqual((zipped.header("content-encoding"), gzip.decompress(zipped.body)), ("gzip", plain.body))
            self.assertIn("Accept-Encoding", zipped.header("vary"))
            self.assertIn("Accept-Encoding", plain.header("vary"))
            self.assertLess(len(zipped.body), len(plain.body))
            for refused in ("identity", "gzip;q=0", "br;q=0, gzip;q=0.0", "zstd", "GZIPPED", "*;q=0"):
                self.assertIsNone(self.ask("GET", target, {"Accept-Encoding": refused}).header("content-encoding"), refused)
        for target in ("/lansingerland", self.asset()):
            smallest = self.ask("GET", target, {"Accept-Encoding": "gzip, deflate, br, zstd"})
            self.assertEqual(smallest.header("content-encoding"), "br")
            self.assertLess(len(smallest.body), len(self.ask("GET", target, {"Accept-Encoding": "gzip"}).body))
        # A photo is small already; a page for one person could tell its secrets by its length (BREACH).
        for target in (self.photo_path, "/lansingerland/inloggen"):
            self.assertIsNone(self.ask("GET", target, {"Accept-Encoding": "gzip, br"}).header("content-encoding"))
