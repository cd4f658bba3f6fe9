"""Starts the program and asks until it answers. usage: start.py PROGRAM DATABASE FILES PATH ROUNDS"""
import http.client
import socket
import subprocess
import sys
import tempfile
import time

PATIENCE = 20  # seconds


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def first_answer(port: int, path: str) -> int:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        except ConnectionRefusedError:
            time.sleep(0.002)
    raise TimeoutError("no answer")


def one_start(program: str, database: str, files: str, path: str) -> float:
    port = free_port()
    with tempfile.TemporaryDirectory() as mail:
        begun = time.monotonic()
        server = subprocess.Popen(
            [program, "serve", "--database", database, "--files", files, "--mail", f"file:{mail}",
             "--listen", f"127.0.0.1:{port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            status = first_answer(port, path)
            took = time.monotonic() - begun
        finally:
            server.terminate()
            server.wait(PATIENCE)
    if status != 200:
        raise RuntimeError(f"the first answer was {status}")
    return took


def main() -> None:
    program, database, files, path, rounds = sys.argv[1:]
    times = sorted(one_start(program, database, files, path) for _ in range(int(rounds)))
    print(f"first page after start: middle {times[len(times) // 2] * 1000:.0f} ms, slowest {times[-1] * 1000:.0f} ms"
          f" of {rounds} (the bar: 500 ms)")


main()
