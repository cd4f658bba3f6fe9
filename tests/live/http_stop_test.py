"""The program ends and begins again without anybody noticing: what is on its way finishes, and with a socket that somebody else
keeps open, as systemd does, no connection is refused."""

import os
import signal
import socket
import subprocess
import sys
import time
import unittest

from program import PATIENCE, Program
from raw import Answers, request
from town import PROGRAM, Town
from visitors import Visitors

# Becomes the program, with the listening socket as file 3: what systemd does before it starts a service with a socket unit.
HAND_OVER = """
import os, sys
if sys.argv[1] != "3":
    os.dup2(int(sys.argv[1]), 3)
os.set_inheritable(3, True)
os.environ.update(LISTEN_PID=str(os.getpid()) if sys.argv[2] == "mine" else "1", LISTEN_FDS="1")
os.execv(sys.argv[3], sys.argv[3:])
"""


class Keeper:
    """Keeps a listening socket, and starts the program with it again and again."""

    def __init__(self, copy):
        self.copy = copy
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=512)
        self.port = self.socket.getsockname()[1]
        self.log = copy.folder / "kept.log"
        self.notices = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notices.bind(str(copy.folder / "notify"))
        self.notices.settimeout(PATIENCE)
        self.process = None

    def start(self, *more, meant_for="mine", listen="127.0.0.1:1"):
        command = [PROGRAM, "serve", "--database", self.copy.database, "--files", self.copy.files, "--mail", f"file:{self.copy.mail}",
                   "--base-url", f"http://127.0.0.1:{self.port}", "--listen", listen, *more]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", HAND_OVER, str(self.socket.fileno()), meant_for, *map(str, command)], stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, pass_fds=[self.socket.fileno()],
                env={**os.environ, "NOTIFY_SOCKET": str(self.copy.folder / "notify")})
        return self

    def heard(self):
        return self.notices.recv(200).decode()

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def close(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self.socket.close()
        self.notices.close()


class Stop(unittest.TestCase):
    def setUp(self):
        self.copy = Town.of("sqlite").copy()

    def keeper(self):
        keeper = Keeper(self.copy)
        self.addCleanup(keeper.close)
        return keeper

    def test_a_socket_kept_by_another_survives_restarts_without_a_refused_connection(self):
        keeper = self.keeper().start()
        self.assertEqual(keeper.heard(), "READY=1")
        new, kept = Visitors(keeper.port, kept=False), Visitors(keeper.port, kept=True)
        for visitors in (new, kept):
            self.addCleanup(visitors.leave)
        for _ in range(4):
            new.wait_for(30), kept.wait_for(30)
            self.assertEqual(keeper.stop(), 0, keeper.log.read_text())
            self.assertEqual(keeper.heard(), "STOPPING=1")
            keeper.start()
            self.assertEqual(keeper.heard(), "READY=1")
        new.wait_for(30), kept.wait_for(30)
        new.leave(), kept.leave()
        self.assertEqual((new.faults, kept.faults), ([], []))
        self.assertGreater(new.answered, 100)

    def test_who_was_let_in_while_the_door_closes_is_answered(self):
        program = Program(self.copy)
        self.addCleanup(lambda: program.__exit__())
        visitors = Visitors(program.port, kept=False, count=16, sent=request("GET", "/health/live"), may_be_refused=True)
        self.addCleanup(visitors.leave)
        for _ in range(8):
            visitors.wait_for(50)
            self.assertEqual(program.stop(), 0, program.said())
            program = Program(self.copy, port=program.port)
        visitors.leave()
        self.assertEqual(visitors.faults, [])

    def test_killed_hard_the_queue_of_the_socket_still_waits_for_the_next(self):
        keeper = self.keeper().start()
        self.assertEqual(keeper.heard(), "READY=1")
        keeper.process.kill()
        keeper.process.wait()
        with Answers(keeper.port) as early:
            early.send(request("GET", "/health/live"))
            keeper.start()
            self.assertEqual(early.next().status, 200)

    def test_sockets_meant_for_another_process_are_left_alone(self):
        keeper = self.keeper()
        with socket.create_server(("127.0.0.1", 0)) as probe:
            port = probe.getsockname()[1]
        keeper.start(meant_for="another", listen=f"127.0.0.1:{port}")
        self.assertEqual(keeper.heard(), "READY=1")
        with Answers(port) as answers:
            self.assertEqual(answers.send(request("GET", "/health/live")).next().status, 200)

    def test_an_upload_on_its_way_finishes_and_idle_connections_are_closed(self):
        with Program(self.copy) as program:
            idle = Answers(program.port)
            idle.send(request("GET", "/health/live"))
            self.assertEqual(idle.next().status, 200)
            body = b"wat=" + b"x" * 60_000
            upload = Answers(program.port)
            upload.send(request("POST", "/hier/is/in/het/geheel/niets", {"Content-Length": len(body)}) + body[:1000])
            half = Answers(program.port)
            half.send(b"GET /health/live HTTP/1.1\r\nHo")
            silent = Answers(program.port)
            time.sleep(0.3)  # so that the server has begun to read them; shorter makes the test easier, not wrong
            program.process.send_signal(signal.SIGTERM)
            self.assertTrue(idle.is_closed())
            # Accepted, but its first bytes are still on their way.
            silent.send(request("GET", "/health/ready"))
            answer = silent.next()
            self.assertEqual((answer.status, answer.header("connection")), (503, "close"))
            half.send(b"st: x\r\n\r\n")
            answer = half.next()
            self.assertEqual((answer.status, answer.header("connection")), (200, "close"))
            for piece in range(1000, len(body), 6000):
                upload.send(body[piece:piece + 6000])
                time.sleep(0.01)
            answer = upload.next()
            self.assertEqual((answer.status, answer.header("connection")), (404, "close"))
            for connection in (idle, upload, half, silent):
                connection.close()
            self.assertEqual(program.process.wait(timeout=PATIENCE), 0, program.said())

    def test_readiness_says_no_first_and_connections_end_after_their_next_answer(self):
        with Program(self.copy, "--drain", "600") as program, Answers(program.port) as kept:
            self.assertEqual(kept.send(request("GET", "/health/ready")).next().header("connection"), "keep-alive")
            program.process.send_signal(signal.SIGTERM)
            self.assertEqual(self.readiness_after_signal(program), 503)
            # The door is still open: the proxy has not looked yet.
            self.assertEqual(program.get("/lansingerland").status, 200)
            self.assertEqual(program.get("/health/live").status, 200)
            self.assertEqual(kept.send(request("GET", "/lansingerland")).next().header("connection"), "close")
            self.assertTrue(kept.is_closed())
            self.assertEqual(program.stop(), 0)  # asked again: the rest of the drain is skipped

    def readiness_after_signal(self, program):
        end = time.monotonic() + PATIENCE
        while (status := program.get("/health/ready").status) == 200 and time.monotonic() < end:
            time.sleep(0.01)
        return status
