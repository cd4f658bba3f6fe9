"""Two instances behind a real nginx, with the example of deploy/nginx.conf: each is restarted in turn while visitors read and send,
and nobody sees a failure."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import unittest
from pathlib import Path

from program import PATIENCE, Program, free_port
from raw import Answers, request
from town import POSTGRESQL, ROOT, Town
from visitors import Visitors


class Nginx:
    """nginx on a free port, with the example's upstream and server, but for addresses, TLS and where it keeps its files."""

    def __init__(self, folder, instances):
        self.port = free_port()
        self.folder = folder
        example = (ROOT / "deploy/nginx.conf").read_text()
        for written, now in zip(("127.0.0.1:8081", "127.0.0.1:8082"), instances, strict=True):
            example = example.replace(written, f"127.0.0.1:{now}")
        example = re.sub(r"ssl_certificate.*\n", "", example).replace("listen 443 ssl http2;", f"listen 127.0.0.1:{self.port};")
        kept = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(
            f"daemon off; {user} pid {folder}/nginx.pid; error_log {folder}/nginx-error.log; worker_processes 1;"
            f"events {{}} http {{ access_log off; {kept}\n{example}\n}}")
        self.process = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                Answers(self.port).close()
                return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"nginx did not start: {self.said()}")

    def said(self):
        log = self.folder / "nginx-error.log"
        return log.read_text() if log.exists() else "nothing"

    def said_of_failures(self):
        """Without the lines of an instance that was away: there are thousands, and each such request went to the other one."""
        return "\n".join(line for line in self.said().splitlines() if "connect() failed" not in line)

    def tell_worker(self, what):
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        os.kill(int(children), what)

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=PATIENCE)


@unittest.skipUnless(POSTGRESQL, "no PostgreSQL: run under tools/with-postgresql")
@unittest.skipUnless(shutil.which("nginx"), "no nginx: it is in packages.txt")
class Proxy(unittest.TestCase):
    def setUp(self):
        self.copy = Town.of("postgresql").copy()
        self.instances = [self.start(free_port()) for _ in range(2)]
        self.addCleanup(lambda: [instance.__exit__() for instance in self.instances])
        self.nginx = Nginx(self.copy.folder, [instance.port for instance in self.instances])
        self.addCleanup(self.nginx.stop)

    def start(self, port):
        return Program(self.copy, "--trust-proxy", "--drain", "1", port=port)

    def test_each_instance_restarts_in_turn_and_no_request_fails(self):
        visitors = [Visitors(self.nginx.port, kept=False, count=2), Visitors(self.nginx.port, kept=True, count=2),
                    Visitors(self.nginx.port, kept=True, count=2, sent=request("POST", "/hier/is/in/het/geheel/niets",
                                                                              {"Content-Length": 3}) + b"abc", expected=404)]
        for group in visitors:
            self.addCleanup(group.leave)
        for number in (0, 1, 0, 1):
            for group in visitors:
                group.wait_for(20)
            self.assertEqual(self.instances[number].stop(), 0, self.instances[number].said())
            self.instances[number] = self.start(self.instances[number].port)
        for group in visitors:
            group.wait_for(20)
            group.leave()
            self.assertEqual(group.faults, [], self.nginx.said_of_failures())
            self.assertGreater(group.answered, 100)

    def test_a_proxy_that_stood_still_while_an_instance_stopped_loses_no_form(self):
        form = request("POST", "/hier/is/in/het/geheel/niets", {"Content-Length": 3}) + b"abc"
        visitors = [Answers(self.nginx.port) for _ in range(8)]
        for visitor in visitors:
            visitor.send(form)
        self.assertEqual({visitor.next().status for visitor in visitors}, {404})  # and nginx keeps its connections to both
        self.nginx.tell_worker(signal.SIGSTOP)
        for visitor in visitors:
            visitor.send(form)
        self.instances[0].process.send_signal(signal.SIGTERM)
        self.wait_until_nobody_opens(self.instances[0].port)
        self.nginx.tell_worker(signal.SIGCONT)
        self.assertEqual({visitor.next().status for visitor in visitors}, {404}, self.nginx.said_of_failures())
        for visitor in visitors:
            visitor.close()
        self.assertEqual(self.instances[0].process.wait(timeout=PATIENCE), 0)

    def wait_until_nobody_opens(self, port):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                # Short: who knocks while the door closes is overlooked.
                socket.create_connection(("127.0.0.1", port), timeout=0.1).close()
            except ConnectionRefusedError:
                return
            except TimeoutError:
                pass
            time.sleep(0.01)
        raise AssertionError(f"{port} is still open")

    def test_the_proxy_says_who_asks_and_how(self):
        with Answers(self.nginx.port) as answers:
            said = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "6.6.6.6"}
            answer = answers.send(request("GET", "/lansingerland", said)).next()
            self.assertEqual((answer.status, answer.header("strict-transport-security")), (200, None))

    def test_shapes_that_smuggle_do_not_come_through_both(self):
        for lines in ("Content-Length: 5\r\nTransfer-Encoding: chunked", "Transfer-Encoding: xchunked", "Content-Length: 3\r\nContent-Length: 4",
                      "Transfer-Encoding : chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked"):
            with Answers(self.nginx.port) as answers:
                answers.send(f"POST /nergens HTTP/1.1\r\nHost: x\r\n{lines}\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: x\r\n\r\n".encode())
                answer = answers.next()
                self.assertIn(answer.status, (400, 501), lines)
                self.assertTrue(answers.finish_sending().is_closed(), lines)
