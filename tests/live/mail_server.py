"""A mail server that takes everything and remembers it, for as long as it is open."""

import socketserver
import threading


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"220 test\r\n")
        recipient = None
        while line := self.rfile.readline():
            command = line.strip().upper()
            if command.startswith(b"RCPT TO:"):
                recipient = line.strip()[8:].split(b">")[0].strip(b" <").decode()
            if command == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                content = []
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    content.append(line)
                self.server.taken.append((recipient, b"".join(content)))
            self.wfile.write(b"221 bye\r\n" if command == b"QUIT" else b"250 ok\r\n")
            if command == b"QUIT":
                return


class MailServer(socketserver.ThreadingTCPServer):
    """`with MailServer(port) as server:`; `server.taken` is a list of recipient and content."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port):
        super().__init__(("127.0.0.1", port), _Talk)
        self.taken = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()
