"""The terminal client at a terminal: what somebody types there, and reads."""

import os
import unittest

import support
from support import Line, Native, Plain, Process, program

try:
    import pty
except ImportError:
    pty = None


class Terminal(Process):
    """tincan-cli with a terminal for its standard input; what it prints is read from a pipe."""

    def __init__(self, server, name):
        ours, theirs = pty.openpty()
        self.keyboard = ours
        super().__init__(program("tincan-cli"), "--name", name, server.address, stdin=theirs)
        os.close(theirs)
        self.line("* You are in Lounge.")

    def type(self, text):
        os.write(self.keyboard, text.encode() + b"\n")

    def close(self):
        super().close()
        os.close(self.keyboard)


class LanguageTest(support.TestCase):
    def test_a_server_speaks_chinese_to_terminals(self):
        server = self.daemon("--language", "zh_CN")
        bo = self.opened(Line(server))
        bo.say("/nick Bo")
        bo.hear("改名为 Bo")
        ada = self.opened(Line(server))
        ada.say("/nick Ada")
        bo.hear("* Ada 加入")
        ada.say("/topic 晚饭")
        bo.hear("* Ada 把话题改为：晚饭")
        ada.say("/fly")
        ada.hear("! 没有 /fly 这个命令；/help 列出所有命令。")
        ada.say("hello")
        bo.hear("Ada: hello")

    def test_an_unknown_language_is_refused(self):
        server = Process(program("tincand"), "--language", "xx")
        self.assertEqual(server.wait(), 2)
        self.assertOneLine(server.error_text())
        server.close()


@unittest.skipUnless(pty, "there are no pseudo-terminals")
class TerminalTest(support.TestCase):
    def setUp(self):
        self.server = self.daemon()
        self.bo = self.opened(Plain(self.server, "Bo"))
        self.bo.say("before")
        self.bo.hear("Bo: before")
        self.ada = self.opened(Terminal(self.server, "Ada"))
        self.bo.hear("* Ada joined")

    def test_what_was_said_before_is_read(self):
        self.ada.line("Bo: before")

    def test_what_is_typed_is_said(self):
        self.ada.type(support.HELLO)
        self.assertEqual(self.bo.read().decode(), "Ada: " + support.HELLO)
        self.ada.type("/me waves")
        self.assertEqual(self.bo.read(), b"* Ada waves")
        self.ada.type("//me waves")
        self.assertEqual(self.bo.read(), b"Ada: /me waves")

    def test_history_shows_what_was_typed_here_too(self):
        self.ada.type("one")
        self.bo.hear("Ada: one")
        self.ada.type("/history 2")
        self.ada.line("Bo: before")
        self.assertEqual(self.ada.line("one"), b"Ada: one")

    def test_a_topic_is_remembered(self):
        self.ada.type("/topic Soup")
        self.bo.hear("* Ada changed the topic to: Soup")
        self.bo.say("delicious")
        self.ada.line("Bo: delicious")
        self.ada.type("/topic")
        self.ada.line("* The topic is: Soup")

    def test_a_name_that_is_taken_offers_another(self):
        self.ada.type("/nick bo")
        support.eventually(lambda: "! That name is taken. bo-2 is free." in self.ada.error_text(), "the offer")
        self.ada.type("/nick bo-2")
        self.ada.line("* Ada is now bo-2")

    def test_a_direct_message_reaches_one_alone(self):
        cy = self.opened(Native(self.server, "Cy"))
        self.ada.line("* Cy joined")
        self.ada.type("/msg cy psst")
        self.assertEqual(cy.get(t="event", text="psst")["from"]["name"], "Ada")
        self.ada.type("/msg cy again")
        cy.get(t="event", text="again")
        cy.close()
        self.ada.line("* Cy left")
        self.ada.type("to all")
        self.assertEqual(self.bo.hear(": to all"), b"Ada: to all")
        self.assertFalse([message for message in self.bo.seen if b"psst" in message or b"again" in message])

    def test_rooms_are_changed(self):
        self.ada.type("/join Attic")
        self.ada.line("* You are in Attic.")
        self.bo.say("hello below")
        self.ada.line("#lounge Bo: hello below")
        self.ada.type("/leave")
        self.ada.line("* You are in Lounge.")

    def test_quit_ends_it(self):
        self.ada.type("/quit")
        self.assertEqual(self.ada.wait(), 0)
        self.bo.hear("* Ada left")


if __name__ == "__main__":
    support.main()
