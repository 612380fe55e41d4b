"""Bad input and bad manners: they cost whoever brings them, and nobody else."""

import json
import os
import platform
import tempfile
import time
import unittest

import support
from support import Cli, Line, Native, Plain, Talker, eventually

LIMIT = 64 * 1024
LONG = "x" * 60000
# The sanitizers hoard what is freed, and other C libraries have ways of their own.
FREES_MEMORY = platform.libc_ver()[0] == "glibc" and "ASAN_OPTIONS" not in os.environ and "TSAN_OPTIONS" not in os.environ

# What drives a terminal: colours, titles, the clipboard, links, questions that it answers, other screens, resets, the
# same in eight bits, and what moves the cursor back over what was said.
ESCAPES = ["\x1b[31m", "\x1b[2J\x1b[H", "\x1b]0;title\a", "\x1b]52;c;aGk=\x1b\\", "\x1b]8;;x\x1b\\", "\x1bP+q544e\x1b\\",
           "\x1b_x\x1b\\", "\x1b^x\x1b\\", "\x1b[6n", "\x1b[?1049h", "\x1bc", "\x1b(0", "\x1bE", "\u009b31m", "\u009d0;x\u009c",
           "\u0090x\u009c", "\u0085", "\r", "\b\b\b", "\a", "\x7f", "\x0e", "\x05", "\v", "\f"]
BIDI = [chr(code) for code in (*range(0x202a, 0x202f), *range(0x2066, 0x206a))]
STEERING = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]"


def strings_of(value):
    """Every text in what JSON says, keys left out."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for element in value for text in strings_of(element)]
    return [value] if isinstance(value, str) else []


class BadInputTest(support.TestCase):
    def setUp(self):
        self.server = self.daemon("--flood-limit", "off")
        self.good = self.opened(Plain(self.server, "Good"))

    def assertRoomHeardNothingOf(self, text):
        self.good.say("still here")
        self.good.hear("Good: still here")
        self.assertFalse([message for message in self.good.seen if text.encode() in message])

    def test_a_message_of_the_limit_passes(self):
        text = "ü" * (LIMIT // 2)
        with Plain(self.server, "Ada") as ada:
            ada.say(text)
            self.assertEqual(self.good.hear("Ada: ü").decode(), "Ada: " + text)

    def test_a_byte_over_the_limit_is_dropped_and_the_next_message_served(self):
        with Plain(self.server, "Ada") as ada:
            ada.say("x" * (LIMIT + 1))
            self.assertTrue(ada.hear("! ").startswith(b"! "))
            ada.say("short")
            self.assertEqual(self.good.hear("Ada: "), b"Ada: short")

    def test_a_message_without_an_end_is_not_kept(self):
        with Plain(self.server, "Ada") as ada:
            for _ in range(64):
                ada.send(b"x" * (1 << 20))
            ada.send(b"\0")
            ada.hear("! ")
            ada.say("short")
            self.assertEqual(self.good.hear("Ada: "), b"Ada: short")
        self.assertLess(resident_megabytes(self.server), 300)

    def test_bytes_that_are_no_utf8_are_refused_and_the_connection_stays(self):
        with Plain(self.server, "Ada") as ada:
            for bad in (b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf0\x9f\x99", b"ok\x80", b"\xf4\x90\x80\x80"):
                ada.send(bad + b"\0")
                self.assertTrue(ada.hear("! ").startswith(b"! "))
            ada.say("fine")
            self.assertEqual(self.good.hear("Ada: "), b"Ada: fine")

    def test_control_characters_never_reach_a_terminal(self):
        with Plain(self.server, "Ada") as ada, Line(self.server, "Tty") as tty:
            ada.say("red \x1b[31m bell \a c1 \u009b31m tab\t end")
            for listener in (self.good, tty):
                text = listener.hear("Ada: red").decode()
                self.assertNotRegex(text, "[\x00-\x08\x0b-\x1f\x7f-\x9f]")
                self.assertIn("tab\t end", text)

    def test_nothing_that_people_say_or_are_called_steers_a_reader(self):
        tty, silent = self.opened(Line(self.server, "Tty")), self.opened(Talker(self.server))
        native = self.opened(Native(self.server, "Nat"))
        cli = self.opened(Cli(self.server, "--name", "Cli"))
        cli.type("here")
        self.good.hear("Cli: here")
        villain, nasty = self.opened(Plain(self.server, "Bad")), self.opened(Native(self.server, "Worse"))
        for number, steering in enumerate(ESCAPES + BIDI):
            text = "n%d%sz" % (number, steering)
            for command in ("", "/me ", "/topic ", "/nick ", "/away ", "/join ", "/msg Tty ", "/nosuchcommand"):
                villain.say(command + text)
            villain.say("/join lounge")
            nasty.post(text, "p%d" % number)
            nasty.put(t="post", room="lounge", id="t%d" % number, kind="topic", text=text)
            nasty.put(t="nick", name="w" + text)
            nasty.put(t="away", away=True, status=text)
        villain.say("/nick Bad")
        villain.say("the end")
        cli.line("the end")
        for listener in (tty, silent, self.good):
            listener.hear("Bad: the end")
        native.get(t="event", text="the end")
        heard = {"tty": tty.seen, "plain": self.good.seen, "silent": silent.seen, "cli": cli.seen, "villain": villain.seen}
        for who, messages in heard.items():
            for message in messages:
                self.assertNotRegex(message.decode(), STEERING, who)
        for frame in native.seen:
            self.assertNotRegex("".join(strings_of(json.loads(frame))), STEERING)
        for number in range(len(ESCAPES + BIDI)):
            said = [message for message in tty.seen if b"n%d" % number in message]
            self.assertGreater(len(said), 3, number)

    def test_text_is_normalised(self):
        with Plain(self.server, "Ada") as ada:
            ada.say("cafe\u0301")
            self.assertEqual(self.good.hear("Ada: ").decode(), "Ada: caf\u00e9")

    def test_a_web_page_is_shown_the_door(self):
        for request in (b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                        b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 8\r\n\r\ninjected",
                        b"OPTIONS * HTTP/1.0\r\n\r\ninjected\n",
                        b"POST /a%20b HTTP/1.1\r\n\r\n/nick injected\ninjected\n",
                        b"POST /" + b"a" * 200_000 + b" HTTP/1.1\r\n\r\n/nick injected\ninjected\n",
                        b"Host: localhost:4040\r\n\r\ninjected\n"):
            with self.subTest(request=request[:40]), Talker(self.server) as web:
                web.send(request)
                self.assertFalse([message for message in web.hear_end() if b"injected" in message])
        self.assertRoomHeardNothingOf("injected")
        self.assertRoomHeardNothingOf("HTTP")

    def test_a_web_page_is_known_however_its_request_is_cut(self):
        request = b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\ninjected\n"
        for cut in (1, 5, 15, 16, 17, 20, len(request) - 1):
            with self.subTest(cut=cut), Talker(self.server) as web:
                web.send(request[:cut])
                time.sleep(0.05)
                try:
                    web.send(request[cut:])
                except ConnectionError:
                    pass
                web.hear_end()
        self.assertRoomHeardNothingOf("injected")

    def test_what_only_begins_like_another_protocol_is_said(self):
        for text in ("GET out", "PASS the salt", "NICK of time", "POST it to me", "{ not json", "16 tons"):
            with self.subTest(text=text), Line(self.server) as ada:
                ada.say(text)
                self.assertEqual(self.good.hear(text).decode(), "%s: %s" % (ada.name, text))

    def test_broken_json_is_answered_and_the_connection_stays(self):
        with Native(self.server, "Nat") as nat:
            for bad, code in ((b"{", "bad-json"), (b"[]", "bad-json"), (b'{"t":"nonsense"}', "unknown-kind"),
                              (b'{"t":"post","room":7}', "bad-field"),
                              (b'{"t":"post","room":"no-such-room","id":"1","text":"x"}', "no-such-room"),
                              (b"[" * 10000, "bad-json")):
                with self.subTest(bad=bad[:40]):
                    nat.send(bad + b"\0")
                    self.assertEqual(nat.get(t="error")["code"], code)
            nat.post("fine", "1")
            self.assertEqual(nat.get(t="event", id="1")["text"], "fine")

    def test_a_peer_that_goes_away_in_the_middle_leaves_nothing_behind(self):
        for _ in range(50):
            client = Plain(self.server)
            client.send(b"injected")
            client.reset()
        self.assertRoomHeardNothingOf("injected")


class LoadTest(support.TestCase):
    def test_a_flood_is_stopped_and_the_one_who_goes_on_is_cut_off(self):
        server = self.daemon()
        with Plain(server, "Good") as good, Plain(server, "Bad") as bad:
            bad.send(b"flood\0" * 400)
            before = bad.hear_end()
            self.assertTrue([message for message in before if message.startswith(b"! ")], before[-3:])
            good.say("still here")
            good.hear("Good: still here")
            heard = sum(message == b"Bad: flood" for message in good.seen)
            self.assertGreaterEqual(heard, 10)
            self.assertLess(heard, 200)

    def test_connections_over_the_limit_are_told_and_closed(self):
        server = self.daemon("--max-connections", "3")
        guests = [self.opened(Plain(server, name)) for name in ("A", "B", "C")]
        with Plain(server) as late:
            self.assertEqual(len(late.hear_end()), 1)
        self.assertTrue(guests[0].is_served())
        guests[2].close()
        guests[0].hear("C left")
        self.opened(Plain(server, "D"))

    def test_who_comes_and_goes_is_told_in_rooms_of_the_size_that_is_set(self):
        server = self.daemon("--large-room", "3")
        plain, line = self.opened(Plain(server, "Plain")), self.opened(Line(server, "Line"))
        third, fourth = self.opened(Plain(server, "Third")), self.opened(Plain(server, "Fourth"))
        third.say("all there")
        for listener in (plain, line):
            listener.hear("Third: all there")
            told = b"\n".join(listener.seen)
            self.assertIn(b"* Third joined", told)
            self.assertNotIn(b"* Fourth", told)
        third.close()
        for listener in (plain, line):
            listener.hear("* Third left")

    def flood(self, server, good, count):
        """Has everybody who reads hear more than may wait for somebody who does not."""
        for number in range(count):
            good.say("%d %s" % (number, LONG))
            self.assertTrue(good.hear("%d xxx" % number).startswith(b"Good: %d xxx" % number))
        self.assertLess(resident_megabytes(server), 300)

    def test_a_plain_client_that_does_not_read_loses_the_oldest_and_is_told(self):
        server = self.daemon("--flood-limit", "off")
        good = self.opened(Plain(server, "Good"))
        deaf = self.opened(Plain(server, "Deaf", receive_buffer=4096))
        count = 400
        self.flood(server, good, count)
        good.say("the end")
        heard = []
        while not (message := deaf.read()).endswith(b": the end"):
            heard.append(message)
        received = sum(message.endswith(LONG.encode()) for message in heard)
        self.assertLess(received, count)
        told = [message for message in heard if message.startswith(b"! ") and b" %d " % (count - received) in message]
        self.assertTrue(told, [message[:80] for message in heard if not message.endswith(b"x")])
        self.assertTrue(good.is_served())

    def test_a_native_client_that_does_not_read_is_cut_off(self):
        server = self.daemon("--flood-limit", "off")
        good = self.opened(Plain(server, "Good"))
        deaf = self.opened(Native(server, "Deaf", receive_buffer=4096))
        self.flood(server, good, 200)
        if b"* Deaf left" not in good.seen:
            good.hear("* Deaf left")
        frames = deaf.hear_end()
        self.assertIn(b'"slow-consumer"', frames[-1][:200])
        with Native(server, session=deaf.session) as again:
            self.assertEqual(again.id, deaf.id)
        self.assertTrue(good.is_served())

    @unittest.skipUnless(FREES_MEMORY, "what is freed need not go back to the system there")
    def test_what_a_burst_took_goes_back_to_the_system(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        server = self.opened(support.Daemon("--data", home.name, "--flood-limit", "off"))
        good = self.opened(Plain(server, "Good"))
        before = resident_megabytes(server)
        good.send(b"hello\0" * 15000 + b"the end\0")
        good.hear("the end")
        eventually(lambda: resident_megabytes(server) < before + 8, "no more memory is held than before the burst")

    def test_many_people_hear_everything_in_order(self):
        server = self.daemon("--flood-limit", "off")
        people = [self.opened(Plain(server, "p%d" % number)) for number in range(40)]
        for number in range(20):
            people[number].say("message of p%d" % number)
        for person in people:
            heard = [person.hear("message of ") for _ in range(20)]
            self.assertEqual(len(set(heard)), 20)
            person.order = heard
        self.assertTrue(all(person.order == people[0].order for person in people))


def resident_megabytes(server):
    try:
        with open("/proc/%d/status" % server.process.pid) as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024
    except FileNotFoundError:
        return 0


if __name__ == "__main__":
    support.main()
