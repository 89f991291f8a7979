"""Answers 200 on /health while every store accepts connections, else 503 and which one does not. POST /leak makes it take
memory until it is ended, POST /drain work on for five seconds when it is told to end."""
import os
import signal
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlparse

STORES = {
    "postgres": (os.environ["DATABASE_HOST"], int(os.environ["DATABASE_PORT"])),
    "redis": (os.environ["REDIS_HOST"], int(os.environ["REDIS_PORT"])),
    "elasticsearch": (
        urlparse(os.environ["ELASTICSEARCH_URL"]).hostname,
        urlparse(os.environ["ELASTICSEARCH_URL"]).port,
    ),
}


def away(address):
    try:
        socket.create_connection(address, timeout=2).close()
        return False
    except OSError:
        return True


def leak():
    kept = []
    while True:
        kept.append(os.urandom(1 << 20))


def drain():
    global left
    left = 5


def end(*_):
    time.sleep(left)
    os._exit(0)


left = 0
signal.signal(signal.SIGTERM, end)
ASKED = {"/leak": threading.Thread(target=leak).start, "/drain": drain}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        missing = [name for name, address in STORES.items() if away(address)]
        found = self.path == "/health"
        body = ("ok" if not missing else "away: " + ", ".join(missing)).encode()
        self.send_response(404 if not found else 503 if missing else 200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.send_response(202 if self.path in ASKED else 404)
        self.send_header("Content-Length", "0")
        self.end_headers()
        ASKED.get(self.path, lambda: None)()

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("", int(os.environ["PORT"])), Handler).serve_forever()
