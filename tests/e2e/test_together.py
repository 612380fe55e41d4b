"""Everybody in one room: terminal clients, nc, the README's script and the desktop app."""

import shutil
import unittest

import support
from support import HELLO, Chat, Cli, Line, Native, Plain, Process
from uidriver import App


class TogetherTest(support.TestCase):
    def test_all_kinds_of_clients_exchange_the_same_bytes(self):
        server = self.daemon("--flood-limit", "off")
        ada, bo = (self.opened(Cli(server, "--name", name)) for name in ("Ada", "Bo"))
        cy = self.opened(Chat(server, "Cy"))
        watcher = self.opened(Plain(server, "Watcher"))
        for client, name in ((ada, "Ada"), (bo, "Bo"), (cy, "Cy")):
            client.type("%s is here" % name)
            watcher.hear("%s: %s is here" % (name, name))
        nc = self.netcat(server, watcher)
        app = self.app(server, watcher)

        speakers = {"Ada": ada, "Bo": bo, "Cy": cy, "Dee": nc, "Eve": app}
        for name, speaker in speakers.items():
            text = "%s %s" % (HELLO, name)
            speaker.type(text)
            self.assertEqual(watcher.hear(text).decode(), "%s: %s" % (name, text))
            for listener_name, listener in speakers.items():
                if listener is app:
                    app.sees(text)
                elif not (listener is nc and speaker is nc):
                    line = listener.line(text)
                    self.assertTrue(line.endswith(text.encode()), "%s heard %r" % (listener_name, line))
                    self.assertIn(name.encode(), line)

    def netcat(self, server, watcher):
        if not shutil.which("nc"):
            self.skipTest("nc is not installed")
        nc = self.opened(Process("nc", "127.0.0.1", str(server.port)))
        nc.type("/nick Dee")
        watcher.hear("Dee joined")
        return nc

    def app(self, server, watcher):
        app = self.opened(App(server.address, name="Eve"))
        watcher.hear("Eve joined")
        return app


class LineTest(support.TestCase):
    def test_the_sender_of_a_line_does_not_get_it_back(self):
        server = self.daemon()
        with Line(server, "Ada") as ada, Plain(server, "Bo") as bo:
            ada.say("one")
            self.assertEqual(bo.hear("one"), b"Ada: one")
            bo.say("two")
            self.assertEqual(bo.hear("two"), b"Bo: two")
            ada.hear("Bo: two")
            self.assertFalse([line for line in ada.seen if b"one" in line])

    def test_each_line_of_a_long_message_carries_its_senders_name(self):
        server = self.daemon()
        with Line(server, "Ada") as ada, Plain(server, "Bo") as bo:
            bo.say("first\n* Ada left\nthird")
            self.assertEqual([ada.hear("Bo: ") for _ in range(3)],
                             [b"Bo: first", b"Bo: * Ada left", b"Bo: third"])

    def test_a_line_feed_before_a_nul_is_text(self):
        server = self.daemon()
        with Plain(server, "Bo") as bo, Plain(server) as ada:
            ada.send(b"one\ntwo\0")
            self.assertEqual(bo.hear("one"), ada.name.encode() + b": one\ntwo")

    def test_carriage_returns_of_a_terminal_are_not_text(self):
        server = self.daemon()
        with Line(server, "Ada") as ada, Plain(server, "Bo") as bo:
            ada.send(b"hello\r\n")
            self.assertEqual(bo.hear("hello"), b"Ada: hello")


class PlainTest(support.TestCase):
    def test_a_client_that_says_nothing_is_greeted_and_reads_along(self):
        server = self.daemon("--name", "Ada's kitchen")
        with Plain(server) as silent:
            greeting = silent.read()
            self.assertTrue(greeting.startswith(b"tincan/1 tls Ada's kitchen"), greeting)
            self.assertTrue(greeting.endswith(b"\n"), greeting)
            with Plain(server, "Bo") as bo:
                bo.say(HELLO)
                self.assertEqual(silent.hear(HELLO).decode(), "Bo: %s\n" % HELLO)

    def test_a_guest_is_called_after_its_port(self):
        server = self.daemon()
        with Plain(server) as client:
            client.say("hello")
            self.assertEqual(client.hear("hello").decode(), "%s: hello" % client.name)

    def test_a_message_cut_anywhere_arrives_whole(self):
        server = self.daemon("--flood-limit", "off")
        data = "caerphilly\0illchester 你好🙂\0brie\0".encode()
        with Plain(server, "Ada") as ada:
            for cut in range(1, len(data)):
                ada.send(data[:cut])
                ada.send(data[cut:])
                self.assertEqual([ada.hear("Ada: ").decode() for _ in range(3)],
                                 ["Ada: caerphilly", "Ada: illchester 你好🙂", "Ada: brie"])

    def test_a_message_byte_by_byte_arrives_whole(self):
        server = self.daemon()
        with Plain(server) as ada, Plain(server, "Bo") as bo:
            for byte in (HELLO + "\0").encode():
                ada.send(bytes([byte]))
            self.assertEqual(bo.hear(HELLO).decode(), "%s: %s" % (ada.name, HELLO))

    def test_a_direct_message_reaches_one_person(self):
        server = self.daemon()
        with Plain(server, "Ada") as ada, Plain(server, "Bo") as bo, Plain(server, "Cy") as cy:
            ada.say("/msg Bo " + HELLO)
            self.assertEqual(bo.hear(HELLO).decode(), "Ada -> you: " + HELLO)
            ada.say("to all")
            cy.hear("to all")
            self.assertFalse([message for message in cy.seen if HELLO.encode() in message])

    def test_the_commands_answer(self):
        server = self.daemon()
        with Plain(server, "Ada") as ada, Plain(server, "Bo") as bo:
            ada.say("/help")
            self.assertIn(b"/nick", ada.hear("/nick"))
            ada.say("/who")
            ada.hear("Bo")
            ada.say("/topic Cheese")
            bo.hear("Cheese")
            ada.say("/me waves")
            bo.hear("Ada waves")
            ada.say("//me is a command")
            self.assertEqual(bo.hear("is a command"), b"Ada: /me is a command")
            ada.say("/join random")
            ada.hear("random")
            bo.say("/rooms")
            bo.hear("random")
            ada.say("/nosuchcommand")
            self.assertTrue(ada.hear("nosuchcommand").startswith(b"! "))
            ada.say("/quit")
            ada.hear_end()
            bo.hear("* Ada left")

    def test_history_brings_what_was_said_before(self):
        server = self.daemon()
        with Plain(server, "Ada") as ada:
            for number in range(5):
                ada.say("message %d" % number)
            ada.hear("message 4")
            with Plain(server, "Bo") as bo:
                bo.say("/history 3")
                self.assertEqual([bo.hear("message ")[-9:] for _ in range(3)],
                                 [b"message %d" % number for number in (2, 3, 4)])

    def test_a_name_is_one_persons(self):
        server = self.daemon()
        with Plain(server, "Ada"), Plain(server) as other:
            for taken in ("Ada", "ada"):
                other.say("/nick " + taken)
                self.assertTrue(other.hear("! ").startswith(b"! "))

    def test_a_native_member_sees_who_comes_and_goes(self):
        server = self.daemon()
        with Native(server, "Nat") as nat:
            with Plain(server, "Ada") as ada:
                ada.say("hi")
                event = nat.get(t="event", kind="message")
                self.assertEqual((event["from"]["name"], event["from"]["via"], event["text"]), ("Ada", "plain", "hi"))
            eventually_left = nat.get(t="presence")
            while not eventually_left.get("left"):
                eventually_left = nat.get(t="presence")
            self.assertEqual(eventually_left["left"], [event["from"]["id"]])


if __name__ == "__main__":
    support.main()
