"""Names that belong to keys, and passwords that are guessed."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import support
from support import DEADLINE, Cli, Daemon, Line, Native, Plain, Talker, eventually, program, tls_context

OPENSSL = shutil.which("openssl")


class Home(support.TestCase):
    """Has a folder for what programs keep."""

    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name

    def folder(self, name):
        return os.path.join(self.home, name)

    def context(self, name, kind=("ec", "-pkeyopt", "ec_paramgen_curve:P-256")):
        """TLS with a certificate of one's own, made for this name, with a key of that kind."""
        key, certificate = self.folder(name + ".key"), self.folder(name + ".pem")
        if not os.path.exists(key):
            subprocess.run([OPENSSL, "req", "-x509", "-newkey", *kind, "-nodes", "-days", "2", "-subj", "/CN=" + name,
                            "-keyout", key, "-out", certificate],
                           capture_output=True, check=True, timeout=DEADLINE)
        context = tls_context()
        context.load_cert_chain(certificate, key)
        return context

    def native(self, server, name, key=None):
        return self.opened(Native(server, name, tls=self.context(key) if key else tls_context()))

    def assertTaken(self, server, name, suggestion, key=None):
        with Talker(server, tls=self.context(key) if key else tls_context()) as thief:
            thief.send(b'{"t":"hello","v":1,"name":"%s"}\0' % name.encode())
            answer = thief.hear(b'"t":"error"')
            self.assertIn(b'"code":"name-taken"', answer)
            self.assertIn(b'"suggestion":"%s"' % suggestion.encode(), answer)


@unittest.skipUnless(OPENSSL, "openssl makes the certificates")
class NamesTest(Home):
    def test_a_name_belongs_to_its_key(self):
        server = self.daemon()
        watcher = self.native(server, "Watcher")
        ada = self.native(server, "Ada", "ada")
        self.assertIs(ada.welcome["self"]["verified"], True)
        self.assertNotIn("verified", watcher.welcome["self"])
        joined = watcher.get(t="presence")["joined"]
        self.assertEqual([member.get("verified") for member in joined], [True])
        ada.post("it is me", "p1")
        self.assertIs(watcher.get(t="event")["from"]["verified"], True)
        watcher.post("and me", "p1")
        self.assertNotIn("verified", watcher.get(t="event", text="and me")["from"])
        ada.put(t="quit")
        ada.hear_end()
        self.assertTaken(server, "Ada", "Ada-2", key="bo")
        self.assertTaken(server, "Ada", "Ada-2")
        self.assertTaken(server, "\u0410da", "\u0410da-2", key="bo")
        self.assertIs(self.native(server, "ADA", "ada").welcome["self"]["verified"], True)

    def test_keys_of_every_kind_are_told_apart(self):
        server = self.daemon()
        kinds = {"rsa": ["rsa:2048"], "pss": ["rsa-pss", "-pkeyopt", "rsa_keygen_bits:2048"], "ed25519": ["ed25519"],
                 "ed448": ["ed448"], "p521": ["ec", "-pkeyopt", "ec_paramgen_curve:P-521"]}
        for name, kind in kinds.items():
            with self.subTest(kind=name):
                owner = self.opened(Native(server, "Ada " + name, tls=self.context(name + " owner", kind)))
                self.assertIs(owner.welcome["self"]["verified"], True)
                owner.put(t="quit")
                owner.hear_end()
                with Talker(server, tls=self.context(name + " thief", kind)) as thief:
                    thief.send(b'{"t":"hello","v":1,"name":"Ada %s"}\0' % name.encode())
                    self.assertIn(b'"code":"name-taken"', thief.hear(b'"t":'))
                again = self.opened(Native(server, "Ada " + name, tls=self.context(name + " owner", kind)))
                self.assertIs(again.welcome["self"]["verified"], True)

    def test_a_plain_client_cannot_take_it(self):
        server = self.daemon()
        ada = self.native(server, "Ada", "ada")
        ada.put(t="quit")
        ada.hear_end()
        for kind in (Plain, Line):
            guest = self.opened(kind(server))
            guest.say("/nick Ada")
            self.assertIn(b"Ada-2 is free", guest.hear("! That name is taken."))
        terminal = self.opened(Line(server, "Ada", tls=self.context("ada")))
        terminal.say("/who")
        terminal.hear("Ada (line, encrypted, verified)")

    def test_names_outlast_the_server(self):
        data = self.folder("data")
        server = self.opened(Daemon("--data", data))
        self.native(server, "Ada", "ada")
        self.assertEqual(server.stop(), 0)
        kept = os.path.join(data, "names")
        self.assertEqual(os.stat(kept).st_mode & 0o777, 0o600)
        again = self.opened(Daemon("--data", data))
        self.assertTaken(again, "Ada", "Ada-2", key="bo")
        self.native(again, "Bo", "bo")
        def written():
            with open(kept, encoding="utf-8") as names:
                return " Bo\n" in names.read()
        eventually(written, "names are saved while the server runs")
        again.process.send_signal(signal.SIGKILL)
        again.process.wait()
        third = self.opened(Daemon("--data", data))
        self.assertTaken(third, "Bo", "Bo-2", key="ada")
        self.assertIs(self.native(third, "Ada", "ada").welcome["self"]["verified"], True)

    def test_a_session_comes_back(self):
        server = self.daemon()
        ada = self.native(server, "Ada", "ada")
        ada.reset()
        again = self.opened(Native(server, "Ada", session=ada.session, tls=self.context("ada")))
        self.assertEqual(again.id, ada.id)
        self.assertIs(again.welcome["self"]["verified"], True)


class ProgramsTest(Home):
    def test_the_terminal_client_has_a_key_of_its_own(self):
        server = self.daemon()
        watcher = self.opened(Native(server, "Watcher"))
        for home, name in (("one", "Ada"), ("one", "Ada"), ("two", "Bo")):
            cli = self.opened(Cli(server, "--name", name, home=self.folder(home)))
            cli.type("hello from " + name)
            event = watcher.get(t="event", text="hello from " + name)
            self.assertIs(event["from"]["verified"], True)
            cli.end_input()
            self.assertEqual(cli.wait(), 0)
        thief = self.opened(Cli(server, "--name", "Ada", home=self.folder("two")))
        thief.end_input()
        self.assertEqual(thief.wait(), 1)
        self.assertIn("Ada", thief.error_text())

    def test_hashes_are_taken_for_passwords(self):
        made = subprocess.run([program("tincand"), "--hash-password"], input=b"open sesame\n", capture_output=True,
                              timeout=DEADLINE)
        self.assertEqual(made.returncode, 0)
        self.assertTrue(made.stdout.startswith(b"scrypt$"))
        for content in (made.stdout, b"open sesame\n"):
            path = self.folder("password")
            with open(path, "wb") as file:
                file.write(content)
            server = self.daemon("--password-file", path)
            guest = self.opened(Plain(server))
            guest.say("/password " + content.decode().strip())
            guest.hear("You are in" if content == b"open sesame\n" else "! That is not the password.")
            guest.say("/password open sesame")
            guest.hear("You are in")
        nothing = subprocess.run([program("tincand"), "--hash-password"], input=b"", capture_output=True,
                                 timeout=DEADLINE)
        self.assertEqual(nothing.returncode, 2)
        self.assertOneLine(nothing.stderr.decode())

    def test_guessing_takes_longer_and_longer(self):
        path = self.folder("password")
        with open(path, "w", encoding="utf-8") as file:
            file.write("open sesame\n")
        server = self.daemon("--password-file", path)
        inside = self.opened(Plain(server))
        inside.say("/password open sesame")
        inside.hear("You are in")
        with Plain(server) as guesser:
            for _ in range(3):
                guesser.say("/password x")
                guesser.hear("! That is not the password.")
            guesser.hear_end()
        other = self.opened(Plain(server))
        other.say("/password open sesame")
        other.hear("wait 1 second")
        self.assertTrue(inside.is_served())
        time.sleep(1.2)
        other.say("/password open sesame\0/nick Bo")
        other.hear("You are in")
        other.hear("now Bo")


if __name__ == "__main__":
    support.main()
