"""People who go on asking while the program restarts under them."""

import threading
import time

from raw import PATIENCE, Answers, request


class Visitors:
    """Threads that ask for a page (or send something), each time on a new connection or on one that is kept; every failure is noted.
    With `may_be_refused` they knock on a door that nobody keeps: closed is no failure, let in and not answered is."""

    def __init__(self, port, kept, count=4, sent=request("GET", "/lansingerland"), expected=200,
                 may_be_refused=False):
        self.port, self.kept, self.sent, self.expected = port, kept, sent, expected
        self.may_be_refused = may_be_refused
        self.answered, self.faults = 0, []
        self.enough = threading.Event()
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self._visit) for _ in range(count)]
        for thread in self.threads:
            thread.start()

    def _visit(self):
        answers = None
        while not self.enough.is_set():
            try:
                fresh = answers is None
                if fresh:
                    answers = Answers(self.port)
                answers.send(self.sent)
                answer = answers.next()
                with self.lock:
                    self.answered += 1
                    if answer.status != self.expected:
                        self.faults.append(answer.status)
                if not self.kept or answer.header("connection") == "close":
                    answers.close()
                    answers = None
            except ConnectionRefusedError if self.may_be_refused else ():
                time.sleep(0.001)
            except OSError as fault:
                answers.close() if answers else None
                answers = None
                # A connection that was kept and silent may be closed at any moment (RFC 9112, 9.5): a client asks again. One
                # that was just made may not be refused, reset or left without an answer.
                if fresh:
                    with self.lock:
                        self.faults.append(repr(fault))

    def wait_for(self, more):
        end, wanted = time.monotonic() + PATIENCE, self.answered + more
        while self.answered < wanted and time.monotonic() < end:
            time.sleep(0.01)
        if self.answered < wanted:
            raise AssertionError(f"only {self.answered} of {wanted} answers, and these failures: {self.faults}")

    def leave(self):
        self.enough.set()
        for thread in self.threads:
            thread.join()
