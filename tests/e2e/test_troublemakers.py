"""Peers that read slowly or never, fall silent or send without end, beside a full room: everybody else's messages
keep coming, and the server's memory stays within its bounds."""

import os
import selectors
import socket
import threading
import time
import unittest

import support
from support import Line, Native, Plain

MEBIBYTE = 1 << 20
OUTBOX = 4 * MEBIBYTE
# The sanitizers make everything slow, and keep shadows of all memory.
SANITIZED = "ASAN_OPTIONS" in os.environ or "TSAN_OPTIONS" in os.environ
PEOPLE = 30 if SANITIZED else 100
ENDLESS = 64 * MEBIBYTE if SANITIZED else 1024 * MEBIBYTE
TEXT = "x" * 20000
MESSAGES = 300  # more than an outbox and the buffers of two sockets hold
PROMPT = 20 if SANITIZED else 5  # seconds in which everybody has a message, on a busy machine


def peak_bytes(server):
    """The most memory that the server ever had."""
    with open("/proc/%d/status" % server.process.pid) as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024


class Crowd:
    """Well-behaved people who all have to hear the same."""

    def __init__(self, server, count):
        self.people = [Plain(server, "p%d" % number) for number in range(count)]
        self.selector = selectors.DefaultSelector()
        for person in self.people:
            person.socket.setblocking(False)
            self.selector.register(person.socket, selectors.EVENT_READ, person)

    def say(self, text):
        self.people[0].socket.setblocking(True)
        self.people[0].say(text)
        self.people[0].socket.setblocking(False)

    def hear(self, start, deadline):
        """Reads until the next thing that is said to each of them starts with `start`."""
        waiting = set(self.people)
        end = time.monotonic() + deadline
        while waiting:
            ready = self.selector.select(max(0.0, end - time.monotonic()))
            if not ready:
                raise AssertionError("%d did not hear %r" % (len(waiting), start))
            for key, _ in ready:
                if self.hears(key.data, start):
                    waiting.discard(key.data)

    def hears(self, person, start):
        received = person.socket.recv(MEBIBYTE)
        if not received:
            raise AssertionError("%s was cut off" % person.name)
        *whole, person.held = (person.held + received).split(b"\0")
        said = [message for message in whole if not message.startswith(b"* ")]
        if [message for message in said if not message.startswith(start)] or len(said) > 1:
            raise AssertionError("%s heard %r" % (person.name, [message[:40] for message in said]))
        return bool(said)

    def close(self):
        self.selector.close()
        for person in self.people:
            person.close()


class SlowReader(threading.Thread):
    """Takes a spoonful now and then."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.client = Line(server, "Slow", receive_buffer=4096)
        self.stopped = threading.Event()
        self.start()

    def run(self):
        while not self.stopped.wait(0.02) and self.client.socket.recv(256):
            pass

    def close(self):
        self.stopped.set()
        self.join()
        self.client.close()


class EndlessSender(threading.Thread):
    """One message that does not end before ENDLESS bytes."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.client = Plain(server, "Endless")
        self.start()

    def run(self):
        for _ in range(ENDLESS // MEBIBYTE):
            self.client.send(b"x" * MEBIBYTE)

    def close(self):
        self.join()
        self.client.close()


@unittest.skipUnless(os.path.exists("/proc/self/status"), "memory is measured by /proc")
class BesideTroublemakersTest(support.TestCase):
    def setUp(self):
        self.server = self.daemon("--flood-limit", "off")
        self.crowd = self.opened(Crowd(self.server, PEOPLE))
        self.before = peak_bytes(self.server)

    def talk(self, troublemakers):
        """Says more than may wait for anybody. The log may keep it, in two bytes a letter, and each of those who
        do not read may have an outbox full."""
        for number in range(MESSAGES):
            self.crowd.say("%d %s" % (number, TEXT))
            self.crowd.hear(b"p0: %d xxx" % number, PROMPT)
        bound = 2 * MESSAGES * len(TEXT) + troublemakers * OUTBOX + 16 * MEBIBYTE
        grown = peak_bytes(self.server) - self.before
        self.assertLess(grown, bound * (3 if SANITIZED else 1))

    def test_a_slow_reader(self):
        self.opened(SlowReader(self.server))
        self.talk(1)

    def test_people_who_never_read(self):
        for number in range(4):
            self.opened(Plain(self.server, "Deaf%d" % number, receive_buffer=4096))
            self.opened(Native(self.server, "Idle%d" % number, receive_buffer=4096))
        self.talk(8)

    def test_peers_whose_other_half_is_gone(self):
        for number in range(4):
            half_closed = self.opened(Native(self.server, "Half%d" % number, receive_buffer=4096))
            half_closed.socket.shutdown(socket.SHUT_WR)
            half_said = self.opened(Plain(self.server, "Said%d" % number, receive_buffer=4096))
            half_said.send(b"half a mess")
        self.talk(8)

    def test_one_who_sends_without_end(self):
        endless = self.opened(EndlessSender(self.server))
        self.talk(1)
        endless.join()
        endless.client.send(b"\0short\0")
        self.crowd.hear(b"Endless: short", PROMPT)

    def test_all_of_them_at_once(self):
        self.opened(SlowReader(self.server))
        self.opened(EndlessSender(self.server))
        self.opened(Native(self.server, "Deaf", receive_buffer=4096))
        self.opened(Native(self.server, "Half", receive_buffer=4096)).socket.shutdown(socket.SHUT_WR)
        self.talk(4)


if __name__ == "__main__":
    support.main()
