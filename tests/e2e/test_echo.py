"""The echo service and the client for it."""

import support
from support import Daemon, Line, Plain, Process, program


class EchoTest(support.TestCase):
    def setUp(self):
        self.server = self.daemon("--echo")

    def test_it_greets_nobody_and_answers_the_sender_alone(self):
        with Plain(self.server) as silent, Plain(self.server) as ada:
            ada.say(support.HELLO)
            self.assertEqual(ada.read().decode(), support.HELLO)
            with self.assertRaises(AssertionError):
                silent.read(deadline=0.8)

    def test_it_answers_lines_as_lines(self):
        with Line(self.server) as ada:
            for text in ("one", "two", "/nick three"):
                ada.say(text)
                self.assertEqual(ada.read().decode(), text)

    def test_messages_come_back_whole_however_they_are_cut(self):
        data = b"caerphilly\0illchester\0brie\0"
        with Plain(self.server) as ada:
            for cut in range(1, len(data)):
                ada.send(data[:cut])
                ada.send(data[cut:])
                self.assertEqual([ada.read() for _ in range(3)], [b"caerphilly", b"illchester", b"brie"])

    def test_the_connection_stays_open_until_the_client_closes_it(self):
        with Plain(self.server) as ada:
            for number in range(20):
                ada.say("%d" % number)
                self.assertEqual(ada.read(), b"%d" % number)

    def test_the_terminal_client_prints_what_comes_back_and_the_time(self):
        with Process(program("tincan-cli"), "--echo", self.server.address) as cli:
            cli.type(support.HELLO)
            self.assertRegex(cli.line(support.HELLO).decode(), r"\d")
            cli.type("second")
            cli.line("second")
            cli.end_input()
            self.assertEqual(cli.wait(), 0)


if __name__ == "__main__":
    support.main()
