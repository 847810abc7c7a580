#!/usr/bin/env python3
"""A server of small files for test_fetch.sh, good and bad, on loopback only.

    fetch_server.py FOLDER [CERTIFICATE KEY]

It leaves its port in FOLDER/port (with a certificate, that of https in
FOLDER/port_tls), every request in FOLDER/log, and stops with the one who
started it, or after three minutes.

The first word of an address says how the server behaves, the rest names a
file, which it makes up: the same name and version are always the same bytes.

    http://127.0.0.1:PORT/good/UA.zip

What can be bad of one file is bad of hierarchy.zip alone: waiting for all
would take long. The version is the number in FOLDER/version, or 1.
"""
import email.utils
import http.server
import io
import os
import random
import ssl
import sys
import threading
import time
import zipfile

FOLDER = sys.argv[1]
HALF = 100_000      # bytes that come before a transfer is cut
LIFE_S = 180
VICTIM = "hierarchy.zip"
OF_ALL = ("good", "page", "empty", "moved", "round", "down", "busy",
          "asking", "strange")
MISSING = ("alternateNamesV2.zip", "XX.zip")


def version():
    """The present version of all files."""
    try:
        with open(os.path.join(FOLDER, "version")) as file:
            return int(file.read())
    except FileNotFoundError:
        return 1


def content(name, number):
    """The bytes of a file."""
    dice = random.Random(f"{name} {number}")
    if not name.endswith(".zip"):
        return b"".join(b"%d\tplace\t%d\n" % (i, dice.getrandbits(30))
                        for i in range(200))
    packed = io.BytesIO()
    member = name.rsplit("/", 1)[-1].replace(".zip", ".txt")
    with zipfile.ZipFile(packed, "w") as archive:
        for inner in ("readme.txt", member):
            about = zipfile.ZipInfo(inner, (2026, 1, number, 0, 0, 0))
            archive.writestr(about, dice.getrandbits(8 * HALF).to_bytes(
                HALF, "big"))
    return packed.getvalue()


class Server(http.server.ThreadingHTTPServer):
    """Counts how often each address has been asked for."""
    daemon_threads = True

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.counts = {}
        self.lock = threading.Lock()

    def count(self, path):
        with self.lock:
            self.counts[path] = self.counts.get(path, 0) + 1
            return self.counts[path]

    def handle_error(self, request, client_address):
        """A client that has gone is no error here."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        """Nothing on standard error."""

    def note(self, status):
        """A line of the log: what was asked, and how it was answered."""
        asked = ("Range", "If-Range", "If-None-Match", "If-Modified-Since",
                 "User-Agent")
        told = [f"{key}={self.headers[key]}" for key in asked
                if key in self.headers]
        with self.server.lock, open(os.path.join(FOLDER, "log"), "a") as log:
            log.write(f"{self.path} {status} {' '.join(told)}\n")

    def do_GET(self):
        _, mode, name = self.path.split("/", 2)
        number = self.server.count(self.path)
        if name in MISSING and mode == "missing":
            return self.plain(404, b"<html>not here</html>")
        if name != VICTIM and mode not in OF_ALL:
            mode = "good"
        getattr(self, mode.replace("-", "_"))(name, number)

    # ------------------------------------------------------------ answers

    def head(self, status, **headers):
        self.note(status)
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()

    def plain(self, status, text=b"", **headers):
        self.head(status, Content_Length=len(text), **headers)
        self.wfile.write(text)

    def marks(self, number):
        """What tells versions apart."""
        return {"ETag": f'"v{number}"',
                "Last-Modified": email.utils.formatdate(
                    1.7e9 + 86400 * number, usegmt=True)}

    def is_known(self, marks):
        return (self.headers.get("If-None-Match") == marks.get("ETag", 0) or
                "ETag" not in marks and self.headers.get("If-Modified-Since")
                == marks.get("Last-Modified", 0))

    def start(self, body, marks):
        """Where to begin: 0, or what Range says under If-Range."""
        wanted = self.headers.get("Range")
        if not wanted or self.headers.get("If-Range") not in marks.values():
            return 0
        return int(wanted[len("bytes="):-1])

    def send(self, name, marks=None, limit=None, body=None, number=None):
        """Sends a file as a good server would, but for what is given."""
        number = number or version()
        marks = self.marks(number) if marks is None else marks
        body = body or content(name, number)
        if self.is_known(marks):
            return self.head(304, **marks)
        begin = self.start(body, marks)
        rest = body[begin:]
        headers = dict(marks, Content_Length=len(rest))
        if begin:
            headers["Content-Range"] = \
                f"bytes {begin}-{len(body) - 1}/{len(body)}"
        self.head(206 if begin else 200, **headers)
        self.wfile.write(rest if limit is None else rest[:limit])
        if limit is not None:
            self.wfile.flush()
            self.close_connection = True

    # -------------------------------------------------------- behaviours

    def good(self, name, number):
        self.send(name)

    missing = good

    def cut_once(self, name, number):
        self.send(name, limit=HALF if number == 1 else None)

    def cut_often(self, name, number):
        self.send(name, limit=1000)

    def dated(self, name, number):
        """No tag, only a date; cut once."""
        marks = {"Last-Modified": self.marks(version())["Last-Modified"]}
        self.send(name, marks, limit=HALF if number == 1 else None)

    def weak(self, name, number):
        """A tag that does not promise the same bytes; cut once."""
        self.send(name, {"ETag": 'W/"v1"'},
                  limit=HALF if number == 1 else None)

    def bare(self, name, number):
        """Nothing tells versions apart; cut once."""
        self.send(name, {}, limit=HALF if number == 1 else None)

    def changed(self, name, number):
        """Cut, and another version from then on."""
        self.send(name, limit=HALF if number == 1 else None,
                  number=min(number, 2))

    def deaf(self, name, number):
        """The same, but If-Range is not understood."""
        if "If-Range" in self.headers:
            del self.headers["If-Range"]
            self.headers["If-Range"] = '"v2"'
        self.changed(name, number)

    def shrunk(self, name, number):
        """Cut, and then unwilling to go on."""
        if "Range" in self.headers:
            return self.plain(416)
        return self.cut_once(name, number)

    def chunked(self, name, number):
        """No size said before; cut once."""
        body = content(name, 1)
        self.head(200, Transfer_Encoding="chunked", **self.marks(1))
        pieces = [body[i:i + 5000] for i in range(0, len(body), 5000)]
        for piece in pieces[:3] if number == 1 else pieces:
            self.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        if number == 1:
            self.close_connection = True
        else:
            self.wfile.write(b"0\r\n\r\n")

    def stalled(self, name, number):
        body = content(name, 1)
        self.head(200, Content_Length=len(body), **self.marks(1))
        self.wfile.write(body[:1000])
        self.wfile.flush()
        time.sleep(60)

    def slow(self, name, number):
        """Half a minute, but the rest comes at once."""
        body = content(name, 1)
        if "Range" in self.headers:
            return self.send(name)
        self.head(200, Content_Length=len(body), **self.marks(1))
        for i in range(0, len(body), 1000):
            self.wfile.write(body[i:i + 1000])
            time.sleep(0.15)

    def corrupt(self, name, number):
        """A byte in the middle of a zip turned."""
        body = bytearray(content(name, 1))
        body[HALF + HALF // 2] ^= 1
        self.send(name, body=bytes(body))

    def short(self, name, number):
        """A zip without its end, of the size that is said."""
        self.send(name, body=content(name, 1)[:HALF])

    def page(self, name, number):
        self.plain(200, b"\n<!DOCTYPE html><title>Log in</title>")

    def empty(self, name, number):
        self.plain(200)

    def moved(self, name, number):
        self.plain(302, Location=f"/good/{name}")

    def round(self, name, number):
        self.plain(302, Location=f"/round/{name}")

    def down(self, name, number):
        """From https to http."""
        with open(os.path.join(FOLDER, "port")) as file:
            port = file.read()
        self.plain(302, Location=f"http://127.0.0.1:{port}/good/{name}")

    def error_once(self, name, number):
        if number == 1:
            return self.plain(500, b"oh")
        return self.send(name)

    def busy_once(self, name, number):
        if number == 1:
            return self.plain(503, Retry_After="4")
        return self.send(name)

    def busy(self, name, number):
        self.plain(503, Retry_After="9999")

    def strange(self, name, number):
        """Not even HTTP."""
        self.wfile.write(b"SSH-2.0-hello\r\n")
        self.close_connection = True

    def asking(self, name, number):
        self.plain(401, WWW_Authenticate="Basic")


def serve(file, certificate=None):
    """Serves in the background, and says where once it does."""
    server = Server(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    path = os.path.join(FOLDER, file)
    with open(path + ".new", "w") as out:
        out.write(str(server.server_address[1]))
    os.rename(path + ".new", path)


def main():
    starter = os.getppid()
    if len(sys.argv) == 4:
        serve("port_tls", sys.argv[2:4])
    serve("port")
    end = time.monotonic() + LIFE_S
    while time.monotonic() < end and os.getppid() == starter:
        time.sleep(0.2)


main()
