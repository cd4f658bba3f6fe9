"""Opens idle and slow connections and times /health/live beside them.
usage: connections.py ADDRESS PATH PROCESS IDLE SLOW SECONDS
Half of the slow ones send their head a byte at a time, half read their answer a few bytes at a time."""
import asyncio
import http.client
import socket
import sys
import time
import urllib.parse

BETWEEN = 0.25  # seconds between the bytes of a slow one
BAR = 0.05
WINDOW = 8192


def resident(process: str) -> int:
    with open(f"/proc/{process}/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) * 1024


async def open_one(host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    # A small window, so that a slow reader really keeps the server waiting.
    peer = socket.socket()
    peer.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, WINDOW)
    peer.setblocking(False)
    await asyncio.get_running_loop().sock_connect(peer, (host, port))
    return await asyncio.open_connection(sock=peer, limit=1024)


async def open_many(host: str, port: int, count: int) -> list:
    opened = []
    for start in range(0, count, 250):
        many = min(250, count - start)
        opened += await asyncio.gather(*(open_one(host, port) for _ in range(many)))
    return opened


async def write_slowly(writer: asyncio.StreamWriter, path: str) -> None:
    head = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "X-Slow: " + "a" * 4000
    for byte in head.encode():
        writer.write(bytes([byte]))
        await asyncio.sleep(BETWEEN)


async def read_slowly(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, path: str) -> None:
    # Many answers at once, more than the buffers in between hold.
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()
    writer.write(request * 200)
    while await reader.read(16):
        await asyncio.sleep(BETWEEN)


def timings(host: str, port: int, seconds: float) -> list[float]:
    """On connections of its own, in a thread of its own: only the server and the machine count."""
    took = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        connection = http.client.HTTPConnection(host, port, timeout=10)
        begun = time.perf_counter()
        connection.request("GET", "/health/live")
        answer = connection.getresponse()
        answer.read()
        took.append(time.perf_counter() - begun)
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"/health/live said {answer.status}")
        time.sleep(0.02)
    return sorted(took)


async def report(host: str, port: int, seconds: float, what: str) -> None:
    took = await asyncio.to_thread(timings, host, port, seconds)
    print(f"{what}: /health/live middle {took[len(took) // 2] * 1000:.1f} ms, slowest {took[-1] * 1000:.1f} ms of"
          f" {len(took)} (the bar: {BAR * 1000:.0f} ms)", flush=True)


async def main() -> None:
    address, path, process = sys.argv[1:4]
    idle_count, slow_count = int(sys.argv[4]), int(sys.argv[5])
    seconds = float(sys.argv[6])
    parts = urllib.parse.urlsplit(address)
    host, port = parts.hostname, parts.port

    await report(host, port, seconds, "alone")
    before = resident(process)
    idle = await open_many(host, port, idle_count)
    await asyncio.sleep(1)
    each = (resident(process) - before) / idle_count
    print(f"{idle_count} idle connections: {before / 2**20:.0f} MB before, {each / 1024:.1f} kB for each", flush=True)
    await report(host, port, seconds, f"{idle_count} idle")

    slow = await open_many(host, port, slow_count)
    half = slow_count // 2
    tasks = [asyncio.create_task(write_slowly(writer, path)) for _, writer in slow[:half]]
    tasks += [asyncio.create_task(read_slowly(reader, writer, path)) for reader, writer in slow[half:]]
    await asyncio.sleep(1)
    await report(host, port, seconds, f"{idle_count} idle and {slow_count} slow")
    print(f"resident memory beside them: {resident(process) / 2**20:.0f} MB", flush=True)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for _, writer in idle + slow:
        writer.transport.abort()


asyncio.run(main())
