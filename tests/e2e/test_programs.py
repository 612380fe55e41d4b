"""How the programs start and end: options, exit codes, what they print."""

import os
import signal
import socket
import subprocess
import unittest

import support
from support import Cli, Daemon, Plain, program


def run(name, *options, text=""):
    return subprocess.run([program(name), *options], input=text.encode(), capture_output=True,
                          timeout=support.DEADLINE)


class DaemonTest(support.TestCase):
    def test_it_says_where_it_listens_and_does_listen_there(self):
        server = self.daemon()
        self.assertEqual(server.seen, [b"listening on 127.0.0.1:%d" % server.port])
        with Plain(server) as client:
            self.assertTrue(client.read().startswith(b"tincan/1 "))

    def test_it_listens_on_several_addresses(self):
        server = self.daemon("--listen", "127.0.0.1:0")
        other = int(server.line("listening on 127.0.0.1:").rsplit(b":", 1)[1])
        self.assertNotEqual(other, server.port)
        with socket.create_connection(("127.0.0.1", other), support.DEADLINE) as client:
            self.assertTrue(client.recv(100).startswith(b"tincan/1 "))

    @unittest.skipIf(os.name == "nt", "signals are different there")
    def test_sigterm_and_sigint_end_it_with_status_0(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            with self.subTest(how=how):
                self.assertEqual(self.daemon().stop(how), 0)

    @unittest.skipIf(os.name == "nt", "signals are different there")
    def test_sigterm_ends_it_with_status_0_while_people_are_joined(self):
        server = self.daemon()
        with Plain(server, "Ada"), support.Native(server, "Nat"), Plain(server):
            self.assertEqual(server.stop(), 0)

    def test_a_wrong_option_is_one_line_and_status_2(self):
        for options in (["--no-such-option"], ["--listen", "nonsense"], ["--listen", "127.0.0.1:65536"],
                        ["--listen", "127.0.0.1:x"], ["--max-connections", "many"], ["--max-connections", "-1"],
                        ["--max-per-address", "0x"], ["--large-room", "0"], ["--flood-limit", "fast"],
                        ["--log-level", "loud"],
                        ["--password-file", "/no/such/file"], ["a-stray-word"], ["--listen"]):
            with self.subTest(options=options):
                ended = run("tincand", *options)
                self.assertEqual(ended.returncode, 2, ended.stderr)
                self.assertOneLine(ended.stderr.decode())
                self.assertEqual(ended.stdout, b"")

    def test_a_port_that_is_taken_is_one_line_and_a_failure(self):
        server = self.daemon()
        ended = run("tincand", "--memory", "--listen", server.address)
        self.assertEqual(ended.returncode, 2)
        self.assertEqual(ended.stderr.decode(),
                         "tincand: cannot listen on %s: the port is in use already\n" % server.address)

    def test_its_log_holds_no_message_text(self):
        server = self.daemon("--log-level", "debug")
        with Plain(server, "Ada") as ada:
            ada.say("a secret between us")
            ada.hear("a secret between us")
        server.stop()
        self.assertNotIn("secret", server.error_text())
        self.assertFalse([line for line in server.seen if b"secret" in line])


class CliTest(support.TestCase):
    def test_a_closed_port_is_one_line_and_status_1(self):
        ended = run("tincan-cli", "127.0.0.1:%d" % support.free_port(), text="hello\n")
        self.assertEqual(ended.returncode, 1)
        self.assertOneLine(ended.stderr.decode())

    def test_a_name_that_does_not_resolve_is_one_line_and_status_1(self):
        ended = run("tincan-cli", "no-such-host.invalid")
        self.assertEqual(ended.returncode, 1)
        self.assertOneLine(ended.stderr.decode())

    def test_a_wrong_call_is_one_line_and_a_failure(self):
        for options in ([], ["--no-such-option", "127.0.0.1"], ["127.0.0.1:99999"], ["one", "two"]):
            with self.subTest(options=options):
                ended = run("tincan-cli", *options)
                self.assertIn(ended.returncode, (1, 2))
                self.assertOneLine(ended.stderr.decode())

    def test_every_line_is_posted_before_it_leaves_with_0(self):
        server = self.daemon("--flood-limit", "off")
        with Plain(server, "Ada") as ada, Cli(server, "--name", "Bo") as bo:
            for number in range(100):
                bo.type("line %d." % number)
            bo.end_input()
            for number in range(100):
                self.assertEqual(ada.hear("line ").decode(), "Bo: line %d." % number)
            self.assertEqual(bo.wait(), 0)

    def test_lines_beyond_the_flood_limit_are_posted_all_the_same(self):
        server = self.daemon()
        with Plain(server, "Ada") as ada, Cli(server, "--name", "Bo") as bo:
            for number in range(45):
                bo.type("line %d." % number)
            bo.end_input()
            for number in range(45):
                self.assertEqual(ada.hear("line ").decode(), "Bo: line %d." % number)
            self.assertEqual(bo.wait(), 0)

    def test_json_is_one_event_a_line(self):
        import json
        server = self.daemon()
        with Cli(server, "--name", "Bo", "--json") as bo:
            bo.type(support.HELLO)
            bo.line(support.HELLO)
            bo.end_input()
            self.assertEqual(bo.wait(), 0)
            events = [json.loads(line) for line in bo.seen]
        said = [event for event in events if event.get("kind") == "message"]
        self.assertEqual([event["text"] for event in said], [support.HELLO])
        self.assertEqual(said[0]["from"]["name"], "Bo")

    def test_it_joins_the_room_that_it_is_told(self):
        server = self.daemon()
        with Cli(server, "--name", "Ada", "--room", "random") as ada, Plain(server, "Bo") as bo:
            ada.type("not in the lounge")
            ada.line("not in the lounge")
            bo.say("/join random")
            bo.hear("random")
            bo.say("found you")
            self.assertIn(b"Bo", ada.line("found you"))

    def test_a_server_that_goes_away_for_good_ends_it_with_status_1(self):
        server = self.daemon()
        with Cli(server, "--name", "Ada") as ada, Plain(server, "Bo") as bo:
            ada.type("here")
            bo.hear("Ada: here")
            server.process.kill()
            server.process.wait()
            ada.type("is anybody there?")
            ada.end_input()
            self.assertEqual(ada.wait(2 * support.DEADLINE), 1)


if __name__ == "__main__":
    support.main()
