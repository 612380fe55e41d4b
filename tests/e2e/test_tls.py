"""Encryption: one port for everybody, and a server that is known by its key."""

import hashlib
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import warnings
import xml.etree.ElementTree

import support
from support import DEADLINE, HELLO, Chat, Cli, Daemon, Line, Native, Plain, Process, Talker, program, tls_context

VERSIONS = (ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3)
OPENSSL = shutil.which("openssl")
SSLSCAN = shutil.which("sslscan")
MODERN = {"TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256", "TLS_AES_128_GCM_SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-ECDSA-CHACHA20-POLY1305", "ECDHE-ECDSA-AES128-GCM-SHA256"}


def client_hello():
    """What a client of TLS sends first."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = tls_context().wrap_bio(incoming, outgoing)
    try:
        client.do_handshake()
    except ssl.SSLWantReadError:
        pass
    return outgoing.read()


def openssl(*command):
    return subprocess.run([OPENSSL, *command], capture_output=True, check=True, timeout=DEADLINE).stdout


def key_in(directory):
    """The fingerprint of the key that a data directory keeps, by somebody else's arithmetic."""
    der = openssl("pkey", "-in", os.path.join(directory, "key.pem"), "-pubout", "-outform", "DER")
    return hashlib.sha256(der).hexdigest()


class Home(support.TestCase):
    """Has a folder for what programs keep."""

    def setUp(self):
        kept = tempfile.TemporaryDirectory()
        self.addCleanup(kept.cleanup)
        self.home = kept.name

    def folder(self, name):
        return os.path.join(self.home, name)

    def kept_daemon(self, name, *options, port=0):
        """A server that keeps its key in the folder of this name."""
        return self.opened(Daemon("--data", self.folder(name), *options, port=port))

    def cli(self, address, *options, text="hello\n"):
        return subprocess.run([program("tincan-cli"), "--name", "Ada", *options, address], input=text.encode(),
                              capture_output=True, timeout=DEADLINE,
                              env=dict(os.environ, XDG_CONFIG_HOME=self.folder("config")))

    def assertRefused(self, ended, *words):
        self.assertEqual(ended.returncode, 1, ended)
        self.assertOneLine(ended.stderr.decode())
        for word in words:
            self.assertIn(word, ended.stderr.decode())


class ServerTest(support.TestCase):
    def test_encrypted_and_plain_people_share_a_room(self):
        server = self.daemon("--flood-limit", "off")
        people = [self.opened(kind(server, "%s%d" % (kind.__name__, number), tls=tls))
                  for number, tls in enumerate([None] + [tls_context(version) for version in VERSIONS])
                  for kind in (Plain, Line)]
        for speaker in people:
            text = "%s from %s" % (HELLO, speaker.name)
            speaker.say(text)
            for listener in people:
                if listener is not speaker or listener.delimiter == b"\0":
                    self.assertEqual(listener.hear(text).decode(), "%s: %s" % (speaker.name, text))

    def test_a_native_member_is_marked_as_encrypted(self):
        server = self.daemon()
        with Native(server, "Clear") as clear, Native(server, "Secret", tls=tls_context()) as secret:
            self.assertIs(clear.welcome["self"]["tls"], False)
            self.assertIs(secret.welcome["self"]["tls"], True)
            marks = {member["name"]: member["tls"] for member in secret.room["members"]}
            self.assertEqual(marks, {"Clear": False, "Secret": True})
            secret.post(HELLO, "1")
            self.assertEqual(clear.get(t="event")["text"], HELLO)

    def test_a_silent_encrypted_client_is_greeted(self):
        server = self.daemon("--name", "Ada's kitchen")
        with Talker(server, tls=tls_context()) as silent:
            self.assertTrue(silent.read().startswith(b"tincan/1 tls Ada's kitchen"))

    @unittest.skipUnless(OPENSSL, "openssl is not installed")
    def test_openssl_is_a_client(self):
        server = self.daemon()
        with Plain(server, "Bo") as bo:
            for version in ("-tls1_2", "-tls1_3"):
                with self.subTest(version=version):
                    client = self.opened(Process(OPENSSL, "s_client", "-quiet", version, "-connect", server.address))
                    client.type("/nick Ada")
                    client.line("now Ada")
                    client.type(HELLO)
                    self.assertEqual(bo.hear(HELLO).decode(), "Ada: " + HELLO)
                    bo.say("hello, Ada")
                    client.line("Bo: hello, Ada")
                    client.type("/quit")
                    self.assertEqual(client.wait(), 0)
                    bo.hear("Ada left")

    def test_old_versions_and_weak_ciphers_are_refused(self):
        server = self.daemon()
        old = tls_context()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            old.minimum_version = ssl.TLSVersion.TLSv1
            old.maximum_version = ssl.TLSVersion.TLSv1_1
        weak = tls_context(ssl.TLSVersion.TLSv1_2)
        for context, ciphers in ((old, "ALL:@SECLEVEL=0"), (weak, "ECDHE-ECDSA-AES128-SHA:AES128-GCM-SHA256"),
                                 (weak, "ECDHE+SHA256:!AESGCM:!CHACHA20:@SECLEVEL=0")):
            context.set_ciphers(ciphers)
            with self.subTest(ciphers=ciphers), self.assertRaises(OSError):
                Talker(server, tls=context)

    @unittest.skipUnless(SSLSCAN, "sslscan is not installed; it is a package of Debian's and Ubuntu's")
    def test_a_scanner_finds_nothing_weak(self):
        server = self.daemon()
        report = subprocess.run([SSLSCAN, "--xml=-", "--no-colour", server.address], capture_output=True, check=True,
                                timeout=DEADLINE).stdout
        found = xml.etree.ElementTree.fromstring(report).find("ssltest")
        enabled = {(kind.get("type"), kind.get("version")) for kind in found.iter("protocol")
                   if kind.get("enabled") == "1"}
        self.assertEqual(enabled, {("tls", "1.2"), ("tls", "1.3")})
        ciphers = {cipher.get("cipher") for cipher in found.iter("cipher")}
        self.assertTrue(ciphers)
        self.assertEqual(ciphers - MODERN, set())
        self.assertEqual(found.find("renegotiation").get("supported"), "0")
        for weakness, mark in (("compression", "supported"), ("heartbleed", "vulnerable")):
            self.assertEqual([each.attrib for each in found.iter(weakness) if each.get(mark) != "0"], [])

    def test_a_handshake_may_be_cut_anywhere(self):
        server = self.daemon("--max-connections", "2000")
        hello = client_hello()
        for cut in range(1, len(hello)):
            with Talker(server) as client:
                client.send(hello[:cut])
                client.socket.settimeout(DEADLINE)
                if cut < 8 or cut % 64 == 0:
                    time.sleep(0.35)
                client.send(hello[cut:])
                self.assertEqual(client.socket.recv(2), b"\x16\x03", "cut at %d" % cut)

    def test_stalled_handshakes_cost_nobody_else_anything(self):
        support.allow_many_sockets(2000)
        server = self.daemon("--flood-limit", "off", "--max-connections", "2000")
        bo = self.opened(Plain(server, "Bo"))
        part = client_hello()[:30]
        for _ in range(1000):
            self.opened(Talker(server)).send(part)
        for number in range(20):
            bo.say("still here %d" % number)
            bo.hear("still here %d" % number)
        self.assertFalse([message for message in bo.seen if b"joined" in message])
        with Plain(server, "Cy") as cy:
            cy.say("come in")
            bo.hear("Cy: come in")

        def encrypted():
            try:
                return Plain(server, "Dee", tls=tls_context())
            except OSError:
                return None  # all places were taken a moment ago
        self.opened(support.eventually(encrypted, "somebody encrypted comes in"))
        bo.hear("Dee joined")

    @unittest.skipUnless(sys.platform == "linux", "other systems have one loopback address")
    def test_one_address_cannot_take_all_handshakes(self):
        server = self.daemon()
        part = client_hello()[:30]
        for _ in range(3):  # faster than any of them is old enough to make room
            for _ in range(80):
                stalled = socket.create_connection(("127.0.0.1", server.port), DEADLINE, ("127.0.0.2", 0))
                self.addCleanup(stalled.close)
                stalled.sendall(part)
            with Plain(server, "Ada", tls=tls_context()) as ada:
                self.assertTrue(ada.is_served())

    def test_a_handshake_that_stalls_is_given_up(self):
        server = self.daemon()
        with Talker(server) as stalled:
            stalled.send(client_hello()[:30])
            began = time.monotonic()
            self.assertEqual(stalled.hear_end(), [])
            self.assertLess(time.monotonic() - began, 20)

    def test_who_floods_reads_why_it_is_cut_off(self):
        server = self.daemon()
        with Plain(server, "Bad", tls=tls_context()) as bad:
            bad.send(b"flood\0" * 400)
            self.assertEqual(bad.hear_end()[-1], b"! Too fast for too long.")

    def test_tls_never_starts_in_mid_stream(self):
        server = self.daemon()
        with Talker(server) as client:
            self.assertTrue(client.read().startswith(b"tincan/1 "))
            client.send(client_hello())
            self.assertEqual(client.hear_end(), [])

    def test_without_tls_nobody_comes_in_where_it_is_required(self):
        server = self.daemon("--require-tls")
        how = ("openssl s_client -quiet -connect " + server.address).encode()
        with Talker(server) as silent, Plain(server) as plain, Line(server) as line:
            plain.say("hello")
            line.say("hello")
            for client in (silent, plain, line):
                told = client.hear_end()
                self.assertEqual(len(told), 1, told)
                self.assertTrue(told[0].startswith(b"! "), told)
                self.assertIn(how, told[0])
        with Talker(server) as native:
            native.send(b'{"t":"hello","v":1}\0')
            frames = native.hear_end()
            self.assertEqual(len(frames), 1)
            self.assertIn(b'"code":"not-allowed"', frames[0])
        with Plain(server, "Ada", tls=tls_context()) as ada:
            ada.say(HELLO)
            ada.hear(HELLO)


@unittest.skipUnless(OPENSSL, "openssl is not installed")
class KeyTest(Home):
    def shown_by(self, server):
        certificate = ssl.get_server_certificate(("127.0.0.1", server.port))
        public = subprocess.run([OPENSSL, "x509", "-pubkey", "-noout"], input=certificate.encode(),
                                capture_output=True, check=True).stdout
        der = subprocess.run([OPENSSL, "pkey", "-pubin", "-outform", "DER"], input=public, capture_output=True,
                             check=True).stdout
        return hashlib.sha256(der).hexdigest()

    def test_the_data_directory_keeps_it(self):
        shown = []
        for _ in range(2):
            server = self.kept_daemon("data")
            shown.append(self.shown_by(server))
            self.assertEqual(server.stop(), 0)
        self.assertEqual(shown, [key_in(self.folder("data"))] * 2)

    @unittest.skipIf(os.name == "nt", "permissions are different there")
    def test_it_is_for_its_owner_alone(self):
        self.kept_daemon("data")
        self.assertEqual(os.stat(os.path.join(self.folder("data"), "key.pem")).st_mode & 0o777, 0o600)

    def test_in_memory_it_lasts_for_a_run(self):
        self.assertNotEqual(self.shown_by(self.daemon()), self.shown_by(self.daemon()))

    def test_ones_own_certificate_is_shown(self):
        for kind in (["rsa:2048"], ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"]):
            with self.subTest(kind=kind):
                certificate, key = self.folder("own.crt"), self.folder("own.key")
                openssl("req", "-x509", "-newkey", *kind, "-nodes", "-subj", "/CN=own", "-keyout", key, "-out",
                        certificate)
                server = self.daemon("--cert", certificate, "--key", key)
                with open(certificate) as file:
                    self.assertEqual(ssl.get_server_certificate(("127.0.0.1", server.port)).split(),
                                     file.read().split())
                with Plain(server, "Ada", tls=tls_context()) as ada:
                    self.assertTrue(ada.is_served())

    def test_files_that_will_not_do_are_one_line_and_status_2(self):
        nonsense = self.folder("nonsense")
        with open(nonsense, "w") as file:
            file.write("nonsense\n")
        self.kept_daemon("one").stop()
        self.kept_daemon("two").stop()
        certificate, key = (os.path.join(self.folder("one"), name) for name in ("certificate.pem", "key.pem"))
        other = os.path.join(self.folder("two"), "key.pem")
        for options in (["--cert", certificate], ["--key", key], ["--cert", nonsense, "--key", key],
                        ["--cert", certificate, "--key", nonsense], ["--cert", certificate, "--key", other],
                        ["--cert", self.folder("none"), "--key", key], ["--data", nonsense]):
            with self.subTest(options=options):
                ended = subprocess.run([program("tincand"), "--listen", "127.0.0.1:0", *options],
                                       capture_output=True, timeout=DEADLINE)
                self.assertEqual(ended.returncode, 2, ended)
                self.assertOneLine(ended.stderr.decode())


@unittest.skipUnless(OPENSSL, "openssl is not installed")
class TerminalClientTest(Home):
    def test_it_is_encrypted_where_that_is_offered(self):
        server = self.daemon()
        with Native(server, "Watcher") as watcher:
            for options in ([], ["--tls"]):
                with self.subTest(options=options):
                    ended = self.cli(server.address, *options)
                    self.assertEqual(ended.returncode, 0, ended.stderr)
                    joined = [member for frame in watcher.until_quiet() if frame["t"] == "presence"
                              for member in frame["joined"]]
                    self.assertEqual([(member["name"], member["tls"]) for member in joined if
                                      member["via"] == "native"], [("Ada", True)])

    def test_it_is_encrypted_where_that_is_demanded(self):
        server = self.daemon("--require-tls")
        self.assertEqual(self.cli(server.address).returncode, 0)
        self.assertRefused(self.cli(self.daemon("--require-tls").address, "--plain"), "openssl s_client")

    def test_plain_is_in_clear(self):
        server = self.daemon()
        with Plain(server, "Watcher") as watcher:
            self.assertEqual(self.cli(server.address, "--plain").returncode, 0)
            watcher.hear("Ada: hello")

    def test_an_invite_names_the_key(self):
        server = self.kept_daemon("data")
        key = key_in(self.folder("data"))
        link = "tincan://%s?fp=%s" % (server.address, key)
        self.assertEqual(self.cli(link).returncode, 0)
        self.assertRefused(self.cli(link, "--plain"))
        wrong = ("1" if key[0] == "0" else "0") + key[1:]
        with Plain(server, "Watcher") as watcher:
            self.assertRefused(self.cli("tincan://%s?fp=%s" % (server.address, wrong)), key, wrong)
            watcher.say("nobody came")
            watcher.hear("nobody came")
            self.assertFalse([message for message in watcher.seen if b"Ada" in message])

    def test_a_key_that_changes_is_refused(self):
        server = self.kept_daemon("one", port=support.free_port())
        self.assertEqual(self.cli(server.address).returncode, 0)
        server.stop()
        again = self.kept_daemon("one", port=server.port)
        self.assertEqual(self.cli(again.address).returncode, 0)
        again.stop()
        other = self.kept_daemon("two", port=server.port)
        for options in ([], ["--tls"]):
            self.assertRefused(self.cli(other.address, *options), key_in(self.folder("one")),
                               key_in(self.folder("two")))
        self.assertRefused(self.cli(other.address, "--plain"))
        other.stop()
        self.assertRefused(self.cli(self.daemon(port=server.port).address), key_in(self.folder("one")))

    def test_the_dates_of_a_servers_own_certificate_do_not_count(self):
        key, request, certificate = (self.folder("old." + name) for name in ("key", "csr", "pem"))
        openssl("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=old",
                "-keyout", key, "-out", request)
        openssl("x509", "-req", "-in", request, "-signkey", key, "-days", "-1", "-out", certificate)
        server = self.daemon("--cert", certificate, "--key", key)
        for _ in range(2):
            self.assertEqual(self.cli("localhost:%d" % server.port).returncode, 0)
        fingerprint = hashlib.sha256(openssl("pkey", "-in", key, "-pubout", "-outform", "DER")).hexdigest()
        self.assertEqual(self.cli("tincan://%s?fp=%s" % (server.address, fingerprint)).returncode, 0)

    def test_a_certificate_of_an_authority_has_to_hold_for_the_name(self):
        kept = os.path.join(support.ROOT, "tests", "client", "certificates")
        key = os.path.join(kept, "first.key")
        fingerprint = hashlib.sha256(openssl("pkey", "-in", key, "-pubout", "-outform", "DER")).hexdigest()
        for name in ("localhost.pem", "expired.pem", "elsewhere.pem"):  # of an authority that this system does not know
            with self.subTest(name=name):
                server = self.daemon("--cert", os.path.join(kept, name), "--key", key)
                watcher = self.opened(Plain(server, "Watcher"))
                named = "localhost:%d" % server.port
                self.assertRefused(self.cli(named), "localhost", "certificate")
                self.assertEqual(self.cli("tincan://%s?fp=%s" % (named, fingerprint)).returncode, 0)
                self.assertEqual(self.cli(server.address).returncode, 0)
                watcher.say("the end")
                watcher.hear("the end")
                self.assertEqual(sum(message == b"Ada: hello" for message in watcher.seen), 2)

    def test_a_key_for_one_run_may_change_but_never_to_none(self):
        server = self.daemon(port=support.free_port())
        self.assertEqual(self.cli(server.address).returncode, 0)
        again = self.restarted(server)
        self.assertEqual(self.cli(again.address).returncode, 0)
        self.assertRefused(self.cli(again.address, "--plain"))

    def test_a_server_that_hides_its_tls_is_not_spoken_to(self):
        server = self.daemon(port=support.free_port())
        self.assertEqual(self.cli(server.address).returncode, 0)
        server.stop()
        with socket.create_server(("127.0.0.1", server.port)) as impostor:
            heard = []

            def serve():
                try:
                    with impostor.accept()[0] as peer:
                        peer.sendall(b"tincan/1 open Tincan - 1 here.\n\0")
                        peer.settimeout(DEADLINE)
                        while received := peer.recv(4096):
                            heard.append(received)
                except OSError:
                    pass
            thread = threading.Thread(target=serve, daemon=True)
            thread.start()
            self.assertRefused(self.cli(server.address), "was encrypted before")
            thread.join(DEADLINE)
            self.assertNotIn(b"Ada", b"".join(heard))
            self.assertNotIn(b"hello", b"".join(heard))

    def test_it_comes_back_encrypted(self):
        server = self.kept_daemon("data", "--flood-limit", "off", port=support.free_port())
        cli = self.opened(Cli(server, "--name", "Ada", home=self.folder("config")))
        cli.type("before")
        cli.line("before")
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
        again = self.kept_daemon("data", "--flood-limit", "off", port=server.port)
        watcher = self.opened(Native(again, "Watcher"))
        cli.type("after")
        cli.line("after")
        marks = {member["name"]: member["tls"] for frame in watcher.until_quiet() if frame["t"] == "presence"
                 for member in frame["joined"]}
        marks.update({member["name"]: member["tls"] for member in watcher.room["members"]})
        self.assertIs(marks["Ada"], True)

    def test_tls_is_refused_where_there_is_none(self):
        with socket.create_server(("127.0.0.1", 0)) as other:
            def serve():
                with other.accept()[0] as peer:
                    peer.recv(1)
            threading.Thread(target=serve, daemon=True).start()
            self.assertRefused(self.cli("127.0.0.1:%d" % other.getsockname()[1], "--tls"))


if __name__ == "__main__":
    support.main()
