"""The real program as a process, and what a test says to it over a socket."""

import http.client
import os
import signal
import socket
import subprocess
import time

from town import PROGRAM

PATIENCE = 30  # seconds to become ready; a bound against hanging, never a measurement


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Program:
    """`with Program(copy) as program:` serves the copy on a free port of 127.0.0.1; stopped at the end, however it ends."""

    def __init__(self, copy, *more, mail=None, port=None, environment=None, wait=True, secrets_in_files=False):
        self.copy = copy
        self.port = port or free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.log = copy.folder / f"serve-{self.port}.log"
        mail = mail or f"file:{copy.mail}"
        secrets = ["--database", copy.database, "--mail", mail]
        if secrets_in_files:
            environment = dict(environment or os.environ)
            for name, secret in (("WIJKTAFEL_DATABASE_FILE", copy.database), ("WIJKTAFEL_MAIL_FILE", mail)):
                file = copy.folder / f"{name}.secret"
                file.write_text(secret + "\n")
                environment[name] = str(file)
            secrets = []
        command = [PROGRAM, "serve", *secrets, "--files", copy.files, "--listen",
                   f"127.0.0.1:{self.port}", "--base-url", self.address, *more]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen([str(part) for part in command], stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                            env=environment)
        if wait:
            self.wait_until_ready()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def said(self):
        return self.log.read_text(errors="replace")

    def wait_until_ready(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                break
            try:
                if self.get("/health/ready").status == 200:
                    return
            except OSError:
                pass
            time.sleep(0.02)
        self.process.kill()
        raise AssertionError(f"the program did not become ready:\n{self.said()[-4000:]}")

    def kill(self):
        """kill -9: nothing of the program's own runs any more."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        """Asks politely and returns the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=PATIENCE)

    def get(self, path, headers=None):
        return self.ask("GET", path, None, headers or {})

    def ask(self, method, path, body=None, headers=None, timeout=PATIENCE):
        """One request on a connection of its own; the answer's body is in `.body` (bytes)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, headers or {})
            answer = connection.getresponse()
            answer.body = answer.read()
            return answer
        finally:
            connection.close()

    def connect(self, timeout=PATIENCE):
        """A bare connection, for what no client library would send."""
        return socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
