"""What the end-to-end tests share: the real programs as processes, and small clients of each dialect."""

import json
import os
import queue
import random
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest

BIN = os.environ["TINCAN_BIN"]
HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
DEADLINE = float(os.environ.get("TINCAN_DEADLINE", "60"))
HELLO = "你好🙂"
# What the address sanitizer keeps back of freed memory is nothing that a server holds.
UNHOARDING = {"ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=16"}


# What programs remember of servers ends with the tests.
_config = tempfile.TemporaryDirectory()
os.environ["XDG_CONFIG_HOME"] = _config.name


def program(name):
    return os.path.join(BIN, name + (".exe" if os.name == "nt" else ""))


def allow_many_sockets(count):
    """Where a process may have few files open, this one may have `count` from now on, if the system lets it."""
    try:
        import resource
    except ImportError:
        return  # no such limit there
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < count:
        resource.setrlimit(resource.RLIMIT_NOFILE, (count if hard == resource.RLIM_INFINITY else min(count, hard), hard))


def free_port():
    """A port that nobody listens on, outside the range from which systems hand out ports by themselves."""
    while True:
        port = random.randrange(20000, 32000)
        try:
            socket.create_server(("127.0.0.1", port)).close()
            return port
        except OSError:
            pass


def eventually(condition, what, deadline=DEADLINE):
    """The first true answer of `condition`, asked again and again; fails after the deadline."""
    end = time.monotonic() + deadline
    while time.monotonic() < end:
        answer = condition()
        if answer:
            return answer
        time.sleep(0.02)
    raise AssertionError("not within %g s: %s" % (deadline, what))


class Process:
    """A program whose lines on standard output are read as they come, as bytes without their LF."""

    def __init__(self, *command, env=None, keep_stdin=True, stdin=None):
        self.errors = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, stdin=stdin or (subprocess.PIPE if keep_stdin else subprocess.DEVNULL), stdout=subprocess.PIPE,
            stderr=self.errors, env=dict(os.environ, **(env or {})), bufsize=0)
        self.seen = []
        self._lines = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        with self.process.stdout as output:
            held = b""
            while received := output.read(65536):
                *whole, held = (held + received).split(b"\n")
                for line in whole:
                    self._lines.put(line)
            if held:
                self._lines.put(held)
        self._lines.put(None)

    def line(self, wanted, deadline=DEADLINE):
        """The next line that holds `wanted` (text or bytes), passing over others."""
        wanted = wanted.encode() if isinstance(wanted, str) else wanted
        end = time.monotonic() + deadline
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError("no line with %r; seen: %r; errors: %r" % (wanted, self.seen, self.error_text()))
            if line is None:
                raise AssertionError("ended without %r; seen: %r; errors: %r" % (wanted, self.seen, self.error_text()))
            self.seen.append(line)
            if wanted in line:
                return line

    def type(self, text):
        self.process.stdin.write(text.encode() + b"\n")

    def end_input(self):
        self.process.stdin.close()

    def wait(self, deadline=DEADLINE):
        code = self.process.wait(timeout=deadline)
        self._reader.join(deadline)
        while not self._lines.empty():
            line = self._lines.get()
            if line is not None:
                self.seen.append(line)
        return code

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.wait()

    def error_text(self):
        self.errors.seek(0)
        return self.errors.read().decode(errors="replace")

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._reader.join(DEADLINE)
        if self.process.stdin:
            self.process.stdin.close()
        self.errors.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Daemon(Process):
    """tincand on a free port of the loopback interface, or on the one that it is given."""

    def __init__(self, *options, port=0):
        super().__init__(program("tincand"), "--listen", "127.0.0.1:%d" % port, *options, env=UNHOARDING,
                         keep_stdin=False)
        try:
            self.port = int(self.line("listening on 127.0.0.1:").rsplit(b":", 1)[1])
        except BaseException:
            self.close()
            raise

    @property
    def address(self):
        return "127.0.0.1:%d" % self.port


class Cli(Process):
    """The terminal client, whose memory of servers' keys is `home`'s, or ends with it."""

    def __init__(self, server, *options, home=None):
        self.home = None if home else tempfile.TemporaryDirectory()
        super().__init__(program("tincan-cli"), *options, server.address,
                         env={"XDG_CONFIG_HOME": home or self.home.name})

    def close(self):
        super().close()
        if self.home:
            self.home.cleanup()


def tls_context(version=None):
    """Trusts everybody: what is tested is the server."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    if version:
        context.minimum_version = context.maximum_version = version
    return context


class Talker:
    """A connection whose messages end with `delimiter`; encrypted if it is given a context of TLS."""

    delimiter = b"\0"

    def __init__(self, server, receive_buffer=None, tls=None):
        self.socket = socket.socket()
        if receive_buffer:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        self.socket.settimeout(DEADLINE)
        try:
            self.socket.connect(("127.0.0.1", server.port))
        except OSError:
            self.socket.close()
            raise
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if tls:
            self.socket = tls.wrap_socket(self.socket)
        self.name = "guest-%d" % self.socket.getsockname()[1]
        self.held = b""
        self.seen = []

    def send(self, data):
        self.socket.sendall(data)

    def say(self, text):
        self.send(text.encode() + self.delimiter)

    def read(self, deadline=DEADLINE):
        """The next message as bytes, or None when the connection has ended."""
        end = time.monotonic() + deadline
        while self.delimiter not in self.held:
            self.socket.settimeout(max(0.001, end - time.monotonic()))
            try:
                received = self.socket.recv(1 << 20)
            except (socket.timeout, BlockingIOError, ssl.SSLWantReadError):
                raise AssertionError("nothing came; seen: %r, held: %r" % (self.recent(), self.held[:200]))
            except ConnectionError:
                received = b""
            if not received:
                return None
            self.held += received
        message, self.held = self.held.split(self.delimiter, 1)
        self.seen.append(message)
        return message

    def hear(self, wanted, deadline=DEADLINE):
        """The next message that holds `wanted`, passing over others."""
        wanted = wanted.encode() if isinstance(wanted, str) else wanted
        while True:
            message = self.read(deadline)
            if message is None:
                raise AssertionError("closed before %r; seen: %r" % (wanted, self.recent()))
            if wanted in message:
                return message

    def recent(self):
        """What came last, short enough for a report."""
        return [message[:200] for message in self.seen[-20:]]

    def hear_end(self):
        """Reads until the other side closes; answers with what came before."""
        before = []
        while (message := self.read()) is not None:
            before.append(message)
        return before

    def is_served(self):
        """True when the server still answers this connection."""
        self.say("/who")
        return self.read() is not None

    def reset(self):
        """Drops the connection without a word, as a pulled cable and a rebooted machine do."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        self.socket.close()

    def close(self):
        self.socket.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


class Plain(Talker):
    """Text ended by NUL. With a name, the client is settled and named when the constructor returns."""

    def __init__(self, server, name=None, **options):
        super().__init__(server, **options)
        if name:
            self.settle(name)

    def settle(self, name):
        self.say("/nick " + name)
        self.name = name
        self.hear("now " + name)

    def recall(self, wanted):
        """Asks for what was said before until `wanted` is in it. The server must not mind the flood."""
        def asked():
            self.say("/history 20")
            try:
                return self.hear(wanted, deadline=1)
            except AssertionError:
                return None
        return eventually(asked, "%r is in the room's history" % wanted)


class Line(Plain):
    """Text ended by LF."""

    delimiter = b"\n"


class Native(Talker):
    """JSON frames."""

    def __init__(self, server, name="Nat", session=None, resume=None, **options):
        super().__init__(server, **options)
        hello = {"t": "hello", "v": 1, "name": name, "client": "e2e/1"}
        if session:
            hello["session"] = session
        if resume:
            hello["resume"] = resume
        self.put(**hello)
        self.welcome = self.get(t="welcome")
        self.id = self.welcome["self"]["id"]
        self.session = self.welcome["session"]
        self.room = self.welcome["rooms"][0]

    def put(self, **fields):
        self.send(json.dumps(fields, ensure_ascii=False).encode() + b"\0")

    def frame(self, deadline=DEADLINE):
        message = self.read(deadline)
        return None if message is None else json.loads(message)

    def get(self, **fields):
        """The next frame that has all the given fields, passing over others."""
        while True:
            frame = self.frame()
            if frame is None:
                raise AssertionError("closed before %r; seen: %r" % (fields, self.recent()))
            if all(frame.get(key) == value for key, value in fields.items()):
                return frame

    def post(self, text, id):
        self.put(t="post", room=self.room["id"], id=id, text=text)

    def until_quiet(self):
        """Every frame that came before the answer to a question asked now."""
        self.put(t="rooms")
        frames = []
        while (frame := self.frame())["t"] != "rooms":
            frames.append(frame)
        return frames


class Chat(Process):
    """The thirty-line client of the README."""

    def __init__(self, server, name):
        super().__init__(sys.executable, os.path.join(HERE, "chat.py"), "127.0.0.1", str(server.port), name,
                         env={"PYTHONIOENCODING": "utf-8"})


class TestCase(unittest.TestCase):
    maxDiff = None

    def opened(self, thing):
        """Closes `thing` at the end of the test."""
        self.addCleanup(thing.close)
        return thing

    def daemon(self, *options, port=0):
        return self.opened(Daemon("--memory", *options, port=port))

    def restarted(self, server, *options):
        """Another server where `server` was, which is killed without a chance to say goodbye. Give that one a
        port of free_port(): while nobody listens, a system may lend a port of its own range to anybody."""
        server.process.kill()
        server.process.wait()
        return self.daemon(*options, port=server.port)

    def assertOneLine(self, text):
        self.assertEqual(text.count("\n"), 1, "not one line: %r" % text)
        self.assertGreater(len(text.strip()), 8)


def main():
    unittest.main(verbosity=2)
