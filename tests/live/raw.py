"""Bytes to the program and answers back, for what no client library would send or would hide."""

import socket

PATIENCE = 30  # seconds; a bound against hanging, never a measurement


def request(method, target, headers=None, version="HTTP/1.1"):
    """The head of a request, as bytes; Host is there unless given otherwise (None leaves it out)."""
    lines = {"Host": "127.0.0.1", **(headers or {})}
    head = f"{method} {target} {version}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
    return head.encode("latin-1") + b"\r\n"


class Answer:
    def __init__(self, head, body=b""):
        first, *lines = head.decode("latin-1").split("\r\n")
        self.version, status, *_ = first.split(" ", 2)
        self.status = int(status)
        self.headers = [tuple(line.split(": ", 1)) for line in lines]
        self.body = body

    def header(self, name):
        return next((value for key, value in self.headers if key.lower() == name.lower()), None)


class Answers:
    """One connection; `next()` gives the answers one by one, as their lengths say, and raises OSError when there is none."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.received = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)
        return self

    def finish_sending(self):
        self.socket.shutdown(socket.SHUT_WR)
        return self

    def _read(self):
        piece = self.socket.recv(65536)
        if not piece:
            raise ConnectionError(f"closed after {self.received[:200]!r}")
        self.received += piece

    def next(self, of_head=False):
        while b"\r\n\r\n" not in self.received:
            self._read()
        head, self.received = self.received.split(b"\r\n\r\n", 1)
        answer = Answer(head)
        has_body = not of_head and answer.status >= 200 and answer.status not in (204, 304)
        length = int(answer.header("content-length") or 0) if has_body else 0
        while len(self.received) < length:
            self._read()
        answer.body, self.received = self.received[:length], self.received[length:]
        return answer

    def is_closed(self):
        """Waits until the other side ends; whether it did so without another word."""
        try:
            while piece := self.socket.recv(65536):
                self.received += piece
        except TimeoutError:
            return False
        except ConnectionError:
            pass
        return not self.received
