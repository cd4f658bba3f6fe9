"""Where one request ends and the next begins: what two readers could read differently is refused, with the right status, and the
connection ends, so that nothing behind it is taken for a request (request smuggling, RFC 9112 section 11.2)."""

import threading
import time
import unittest

from program import Program
from raw import Answers, request
from town import Town

NOWHERE = "/hier/is/in/het/geheel/niets"  # 404, after its body was read: at most 64 kB
SMUGGLED = request("GET", "/health/live")


def post(*lines, body=b"", target=NOWHERE):
    """A POST with these header lines as they are, in bytes or text."""
    raw = [line if isinstance(line, bytes) else line.encode("latin-1") for line in lines]
    return b"\r\n".join([f"POST {target} HTTP/1.1".encode(), b"Host: 127.0.0.1", *raw, b"", b""]) + body


# What is sent, and the status that it must get. Behind each comes a request that must not be answered.
REFUSED = {
    "length and chunks": (post("Content-Length: 5", "Transfer-Encoding: chunked", body=b"0\r\n\r\n"), 400),
    "chunks and length": (post("Transfer-Encoding: chunked", "Content-Length: 5", body=b"0\r\n\r\n"), 400),
    "chunks twice": (post("Transfer-Encoding: chunked", "Transfer-Encoding: chunked", body=b"0\r\n\r\n"), 400),
    "chunks, but not last": (post("Transfer-Encoding: chunked, identity", body=b"0\r\n\r\n"), 501),
    "chunks after gzip": (post("Transfer-Encoding: gzip, chunked", body=b"0\r\n\r\n"), 501),
    "unknown coding": (post("Transfer-Encoding: xchunked", body=b"0\r\n\r\n"), 501),
    "coding with a parameter": (post("Transfer-Encoding: chunked;q=1", body=b"0\r\n\r\n"), 501),
    "empty coding": (post("Transfer-Encoding: ", body=b"0\r\n\r\n"), 501),
    "coding with a vertical tab": (post("Transfer-Encoding: \x0bchunked", body=b"0\r\n\r\n"), 400),
    "coding behind a space before the colon": (post("Transfer-Encoding : chunked", body=b"0\r\n\r\n"), 400),
    "coding behind a folded line": (post("Transfer-Encoding:\r\n chunked", body=b"0\r\n\r\n"), 400),
    "chunks in HTTP/1.0": (b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
    "length twice, alike": (post("Content-Length: 3", "Content-Length: 3", body=b"abc"), 400),
    "length twice, different": (post("Content-Length: 3", "Content-Length: 4", body=b"abcd"), 400),
    "lengths in a list": (post("Content-Length: 3, 3", body=b"abc"), 400),
    "length with a plus": (post("Content-Length: +3", body=b"abc"), 400),
    "length below zero": (post("Content-Length: -1", body=b"abc"), 400),
    "length with a space inside": (post("Content-Length: 1 0", body=b"abc"), 400),
    "length in hexadecimal": (post("Content-Length: 0x3", body=b"abc"), 400),
    "length that overflows": (post("Content-Length: 18446744073709551619", body=b"abc"), 400),
    "empty length": (post("Content-Length: ", body=b"abc"), 400),
    "length too large for here": (post("Content-Length: 70000", body=b"abc"), 413),
    "length of nine exabytes": (post("Content-Length: 9223372036854775807", body=b"abc"), 413),
    "space before the colon": (post("X-Name : a"), 400),
    "folded line": (post("X-Name: a", " Content-Length: 3"), 400),
    "folded line with a tab": (post("X-Name: a", "\tb"), 400),
    "first line folded": (b"GET / HTTP/1.1\r\n Host: 127.0.0.1\r\n\r\n", 400),
    "line without a colon": (post("Nonsense"), 400),
    "no name": (post(": a"), 400),
    "NUL in a value": (post(b"X-Name: a\0b"), 400),
    "NUL in a name": (post(b"X-\0Name: a"), 400),
    "carriage return in a value": (post(b"X-Name: a\rContent-Length: 3"), 400),
    "line feed alone in a value": (post(b"X-Name: a\nContent-Length: 3"), 400),
    "line feeds alone": (b"GET /health/live HTTP/1.1\nHost: 127.0.0.1\n\n", 400),
    "a line feed alone at the end": (b"GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\n", 400),
    "chunk length that is none": (post("Transfer-Encoding: chunked", body=b"zz\r\nabc\r\n0\r\n\r\n"), 400),
    "chunk length with a plus": (post("Transfer-Encoding: chunked", body=b"+3\r\nabc\r\n0\r\n\r\n"), 400),
    "chunk length in 0x": (post("Transfer-Encoding: chunked", body=b"0x3\r\nabc\r\n0\r\n\r\n"), 400),
    "chunk length that overflows": (post("Transfer-Encoding: chunked", body=b"10000000000000003\r\nabc\r\n0\r\n\r\n"), 400),
    "chunk longer than it says": (post("Transfer-Encoding: chunked", body=b"3\r\nabcX\r\n0\r\n\r\n"), 400),
    "chunk that ends in a line feed alone": (post("Transfer-Encoding: chunked", body=b"3\nabc\n0\n\n"), 400),
    "chunk extension without an end": (post("Transfer-Encoding: chunked", body=b"3;" + b"x" * 200_000), 400),
    "a length among the trailers": (post("Transfer-Encoding: chunked", body=b"0\r\nContent-Length: 400\r\n\r\n"), 400),
    "chunks that grow too large": (post("Transfer-Encoding: chunked", body=b"8000\r\n" + b"x" * 0x8000 + b"\r\n" + b"8001\r\n"
                                        + b"x" * 0x8001 + b"\r\n0\r\n\r\n"), 413),
    "no host": (b"GET / HTTP/1.1\r\n\r\n", 400),
    "empty host": (b"GET / HTTP/1.1\r\nHost: \r\n\r\n", 400),
    "two hosts": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: kwaad.example\r\n\r\n", 400),
    "two hosts in one": (b"GET / HTTP/1.1\r\nHost: 127.0.0.1, kwaad.example\r\n\r\n", 400),
    "host with a path": (b"GET / HTTP/1.1\r\nHost: kwaad.example/pad\r\n\r\n", 400),
    "host with a user": (b"GET / HTTP/1.1\r\nHost: ik@kwaad.example\r\n\r\n", 400),
    "method that is no word": (b"G@T / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "method with a colon": (b"GET: / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "method in small letters": (b"get / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
    "method that nobody knows": (b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
    "TRACE": (b"TRACE / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
    "CONNECT": (b"CONNECT kwaad.example:443 HTTP/1.1\r\nHost: kwaad.example:443\r\n\r\n", 501),
    "two spaces": (b"GET  / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "tab between the words": (b"GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "space in the target": (b"GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "space before the method": (b" GET / HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "no target": (b"GET HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "HTTP/0.9": (b"GET /\r\n", 400),
    "HTTP/1.2": (b"GET / HTTP/1.2\r\nHost: x\r\n\r\n", 505),
    "HTTP/2.0 by name": (b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505),
    "HTTP/2 preface": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505),
    "version that is none": (b"GET / HTTP/1.1x\r\nHost: x\r\n\r\n", 400),
    "small letters in the version": (b"GET / http/1.1\r\nHost: x\r\n\r\n", 400),
    "TLS on this port": (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400),
    "target without a slash": (b"GET health/live HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "target with a fragment": (b"GET /#boven HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "another scheme": (b"GET ftp://127.0.0.1/ HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    "target that is too long": (b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n", 414),
    "header of 64 kB": (request("GET", "/", {"Cookie": "a=" + "b" * 65_536}), 431),
    "many small headers": (request("GET", "/", {f"X-{number}": "a" for number in range(5000)}), 431),
    "something else expected": (post("Expect: 200-ok", "Content-Length: 3", body=b"abc"), 417),
}

# What is fine: the status, and the request behind it is answered too.
ANSWERED = {
    "length with zeros in front": (post("Content-Length: 0000000003", body=b"abc"), 404),
    "length behind spaces": (post("Content-Length: \t 3 \t", body=b"abc"), 404),
    "no length is no body": (post(), 404),  # RFC 9112 section 6.3; 411 is for who must know it, and we need not
    "chunks": (post("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n00\r\n\r\n"), 404),
    "chunks in capitals": (post("Transfer-Encoding: CHUNKED", body=b"A\r\nabcdefghij\r\n0\r\n\r\n"), 404),
    "chunk extensions": (post("Transfer-Encoding: chunked", body=b"3;a=1;b=\"twee\"\r\nabc\r\n0;c\r\n\r\n"), 404),
    "trailers": (post("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n0\r\nX-Late: 1\r\n\r\n"), 404),
    "line ends in front": (b"\r\n\r\n" + SMUGGLED, 200),
    "absolute form": (request("GET", "http://127.0.0.1/health/live"), 200),
    "absolute form without a path": (request("GET", "HTTP://127.0.0.1"), 303),
    "empty value": (request("GET", "/health/live", {"X-Empty": ""}), 200),
    "bytes above 127 in a value": (request("GET", "/health/live", {"X-Name": "\xe9\xff"}), 200),
    "header just below the limit": (request("GET", "/health/live", {"X-Long": "a" * 15_000}), 200),
}


class Framing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.program = Program(Town.of("sqlite").copy())
        cls.addClassCleanup(cls.program.__exit__)

    def connect(self):
        answers = Answers(self.program.port)
        self.addCleanup(answers.close)
        return answers

    def test_what_two_readers_may_read_differently_is_refused_and_ends_the_connection(self):
        for name, (sent, status) in REFUSED.items():
            with self.subTest(name):
                answers = self.connect()
                answers.send(sent + SMUGGLED)
                answer = answers.next()
                self.assertEqual(answer.status, status, answer.body)
                self.assertEqual(answer.header("connection"), "close")
                self.assertTrue(answers.finish_sending().is_closed(), "something more was answered")

    def test_what_cannot_become_a_request_is_refused_before_its_end(self):
        for sent in (b"GET /\r\n", b"GET / HTTP/1.1\nHost: x\n\n", b"\x16\x03\x01\x02\x00\x01", b"\0", b"GET / FTP/1.1\r\n"):
            with self.subTest(sent):
                self.assertEqual(self.connect().send(sent).next().status, 400)
        self.assertEqual(self.connect().send(b"PRI * HTTP/2.0\r\n").next().status, 505)

    def test_paths_of_the_process_itself_can_only_be_read(self):
        for path in ("/", "/health/live", "/health/ready", "/metrics"):
            for method in ("POST", "DELETE", "OPTIONS"):
                answer = self.connect().send(request(method, path, {"Content-Length": 0})).next()
                self.assertEqual((answer.status, answer.header("allow")), (405, "GET, HEAD"))

    def test_what_is_odd_but_clear_is_answered_and_so_is_what_follows(self):
        for name, (sent, status) in ANSWERED.items():
            with self.subTest(name):
                answers = self.connect().send(sent + SMUGGLED)
                self.assertEqual(answers.next().status, status)
                following = answers.next()
                self.assertEqual((following.status, following.body), (200, b"live\n"))

    def test_every_way_of_cutting_a_request_gives_the_same_answers(self):
        sent = post("Transfer-Encoding: chunked", body=b"3;a=b\r\nabc\r\n0\r\nX: y\r\n\r\n") + SMUGGLED
        for cut in range(1, len(sent), 3):
            answers = self.connect().send(sent[:cut])
            time.sleep(0.001)  # another packet, mostly; the answers are the same if it is not
            answers.send(sent[cut:])
            self.assertEqual([answers.next().status, answers.next().status], [404, 200], f"cut at {cut}")
            answers.close()

    def test_truncated_requests_are_never_answered_as_if_they_were_whole(self):
        whole = post("Content-Length: 10", body=b"0123456789")
        for cut in range(0, len(whole), 7):
            answers = self.connect().send(whole[:cut]).finish_sending()
            self.assertTrue(answers.is_closed(), f"cut at {cut}: {answers.received!r}")
        chunked = post("Transfer-Encoding: chunked", body=b"3\r\nabc\r\n0\r\n\r\n")
        for cut in range(len(chunked) - 12, len(chunked)):
            answers = self.connect().send(chunked[:cut]).finish_sending()
            self.assertTrue(answers.is_closed(), f"chunked, cut at {cut}: {answers.received!r}")

    def test_pipelined_requests_are_answered_in_order(self):
        paths = ["/health/live", NOWHERE, "/", "/health/live", "/lansingerland"] * 20
        answers = self.connect()
        sender = threading.Thread(target=answers.send, args=(b"".join(request("GET", path) for path in paths),))
        sender.start()
        expected = {"/health/live": 200, NOWHERE: 404, "/": 303, "/lansingerland": 200}
        self.assertEqual([answers.next().status for _ in paths], [expected[path] for path in paths])
        sender.join()

    def test_after_a_fault_in_a_pipeline_what_came_before_is_answered_and_nothing_after(self):
        answers = self.connect().send(SMUGGLED + post("Content-Length: 3", body=b"abc") + b"GET / HTTP/1.1\r\n\r\n" + SMUGGLED * 3)
        self.assertEqual([answers.next().status for _ in range(3)], [200, 404, 400])
        self.assertTrue(answers.is_closed())

    def test_who_asks_to_close_gets_no_second_answer(self):
        for head in (request("GET", "/health/live", {"Connection": "close"}), request("GET", "/health/live", version="HTTP/1.0")):
            answers = self.connect().send(head + SMUGGLED)
            self.assertEqual(answers.next().header("connection"), "close")
            self.assertTrue(answers.is_closed())

    def test_go_on_is_said_only_to_who_may_send_more(self):
        answers = self.connect().send(post("Expect: 100-continue", "Content-Length: 3"))
        self.assertEqual(answers.next().status, 100)
        self.assertEqual(answers.send(b"abc" + SMUGGLED).next().status, 404)
        self.assertEqual(answers.next().status, 200)
        self.assertEqual(self.connect().send(post("Expect: 100-continue", "Content-Length: 70000")).next().status, 413)
        # No body is expected: nothing to go on with.
        self.assertEqual(self.connect().send(request("GET", "/health/live", {"Expect": "100-continue"})).next().status, 200)
        # An HTTP/1.0 client would not understand it (RFC 9110 section 10.1.1).
        old = request("POST", NOWHERE, {"Expect": "100-continue", "Content-Length": "3"}, version="HTTP/1.0")
        self.assertEqual(self.connect().send(old + b"abc").next().status, 404)

    def test_a_body_of_a_get_is_read_and_left_aside(self):
        answers = self.connect().send(request("GET", "/health/live", {"Content-Length": len(SMUGGLED)}) + SMUGGLED)
        self.assertEqual(answers.next().status, 200)
        self.assertTrue(answers.finish_sending().is_closed())

    def test_a_method_cannot_be_overridden(self):
        for headers in ({"X-HTTP-Method-Override": "DELETE"}, {"X-Method-Override": "POST"}, {"X-HTTP-Method": "PUT"}):
            self.assertEqual(self.connect().send(request("GET", "/health/live", headers)).next().status, 200)

    def test_many_silent_and_slow_connections_do_not_stand_in_the_way(self):
        silent = [self.connect() for _ in range(500)]
        slow = [self.connect().send(b"GET /health/live HTTP/1.1\r\nHost:") for _ in range(200)]
        self.assertEqual(self.program.get("/health/live").status, 200)
        for connection in slow[:20]:
            self.assertEqual(connection.send(b" x\r\n\r\n").next().status, 200)
        for connection in silent[:20]:
            self.assertEqual(connection.send(SMUGGLED).next().status, 200)
        # Who takes longer than the deadline for a header is told so (10 s).
        answer = slow[-1].next()
        self.assertEqual((answer.status, answer.header("connection")), (408, "close"))
        self.assertTrue(silent[-1].is_closed())
