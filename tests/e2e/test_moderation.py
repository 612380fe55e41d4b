"""Who may stay: the owner at tincan-cli, moderators by key, and those whom their acts concern."""

import hashlib
import json
import os
import subprocess
import unittest

import support
from support import DEADLINE, Cli, Daemon, Line, Native, Plain, Process, eventually, program, tls_context
from test_names import OPENSSL, Home

try:
    import pty
except ImportError:
    pty = None

ADMITTED = "Only the owner and moderators may do that."


class Desk(Process):
    """tincan-cli --json with a terminal for its standard input: commands go in, one event a line comes out."""

    def __init__(self, server, home, name):
        ours, theirs = pty.openpty()
        self.keyboard = ours
        super().__init__(program("tincan-cli"), "--json", "--name", name, server.address, stdin=theirs,
                         env={"XDG_CONFIG_HOME": home})
        os.close(theirs)

    def type(self, text):
        os.write(self.keyboard, text.encode() + b"\n")

    def event(self, kind):
        return json.loads(self.line('{"t":"%s"' % kind))

    def close(self):
        super().close()
        os.close(self.keyboard)


def own_key(home):
    """What tincan-cli prints for whoever has this folder."""
    printed = subprocess.run([program("tincan-cli"), "--my-key"], capture_output=True, timeout=DEADLINE, check=True,
                             env=dict(os.environ, XDG_CONFIG_HOME=home))
    return printed.stdout.decode().strip()


class House(Home):
    def own_key(self, home):
        key = own_key(self.folder(home))
        self.assertRegex(key, r"\A[0-9a-f]{64}\Z")
        return key

    def key_of(self, name):
        """The fingerprint of the certificate's key that context(name) shows."""
        self.context(name)
        public = subprocess.run([OPENSSL, "pkey", "-in", self.folder(name + ".key"), "-pubout", "-outform", "DER"],
                                capture_output=True, check=True, timeout=DEADLINE).stdout
        return hashlib.sha256(public).hexdigest()

    def owned(self, *keys):
        data = self.folder("data")
        return self.opened(Daemon("--data", data, *(word for key in keys for word in ("--owner", key))))

    def desk(self, server, name="Ada"):
        desk = self.opened(Desk(server, self.folder("ada"), name))
        with Plain(server, "Probe") as probe:
            def heard():
                probe.say("are you there?")
                try:
                    return desk.line("are you there?", deadline=1)
                except AssertionError:
                    return None
            eventually(heard, "the desk is in the room")
            probe.say("/quit")
            probe.hear_end()
        return desk


@unittest.skipUnless(pty, "there are no pseudo-terminals")
class OwnerTest(House):
    def setUp(self):
        super().setUp()
        self.server = self.owned(self.own_key("ada"))
        self.ada = self.desk(self.server)

    def met(self, guest):
        """Who speaks is known at the desk by name."""
        words = "hello from " + guest.name if not isinstance(guest, Native) else "hello in JSON"
        guest.post(words, "hello") if isinstance(guest, Native) else guest.say(words)
        self.ada.line(words)
        return self.opened(guest)

    def test_kick(self):
        bo = self.met(Plain(self.server, "Bo Diddley"))
        watcher = self.opened(Line(self.server, "Cy"))
        self.ada.type("/kick Bo Diddley too loud")
        bo.hear("! Ada kicked you. The reason: too loud")
        bo.hear_end()
        watcher.hear("* Ada kicked Bo Diddley: too loud")
        event = json.loads(self.ada.line('"kind":"kick"'))
        self.assertEqual(event["text"], "Bo Diddley: too loud")
        self.assertEqual(event["from"]["name"], "Ada")
        self.opened(Plain(self.server, "Bo Diddley"))  # a kick is no ban

    def test_a_script_whose_room_is_removed_says_nothing_next_door(self):
        cli = self.opened(Cli(self.server, "--name", "Bo", "--room", "builds"))
        bo = self.opened(Plain(self.server, "Cy"))
        bo.say("/join builds")
        cli.type("build 1 is green")
        bo.hear("Bo: build 1 is green")
        self.ada.type("/drop builds")
        self.assertEqual(cli.wait(), 1)
        self.assertOneLine(cli.error_text())
        self.assertIn("The room #builds was removed.", cli.error_text())

    def test_a_program_that_is_kicked_says_why_and_stays_away(self):
        cli = self.opened(Cli(self.server, "--name", "Bo"))
        cli.type("hello from Bo")
        self.ada.line("hello from Bo")
        self.ada.type("/kick Bo spam")
        self.assertEqual(cli.wait(), 1)
        self.assertIn("Ada kicked you. The reason: spam", cli.error_text())

    def test_ban(self):
        bo = self.met(Native(self.server, "Bo"))
        self.ada.type("/ban Bo 2h spam")
        error = bo.get(t="error")
        self.assertEqual((error["code"], error["seconds"]), ("banned", 7200))
        self.assertEqual(error["message"], "Ada banned you for 2 hours. The reason: spam")
        bo.hear_end()
        with support.Talker(self.server) as again:
            again.send(b'{"t":"hello","v":1,"name":"BO"}\0')
            self.assertIn(b'"code":"banned"', again.hear(b'"t":"error"'))
        for kind in (Plain, Line):
            guest = self.opened(kind(self.server))
            guest.say("/nick \u0412o")
            guest.hear("! The name Bo is banned here for another ")
        self.ada.type("/bans")
        bans = self.ada.event("bans")["bans"]
        self.assertEqual([(ban["name"], ban["by"], ban["reason"]) for ban in bans], [("Bo", "Ada", "spam")])
        self.ada.type("/unban Bo")
        def back():
            with support.Talker(self.server) as again:
                again.send(b'{"t":"hello","v":1,"name":"Bo"}\0')
                return b'"t":"welcome"' in again.read()
        eventually(back, "Bo may come in again")

    def test_leaving_at_once_helps_nobody(self):
        with Plain(self.server, "Bo Diddley") as bo:
            self.met(bo)
            bo.say("/quit")
            bo.hear_end()
        self.ada.type("/ban Bo Diddley 10m spam")
        self.ada.type("/bans")
        self.assertEqual([ban["name"] for ban in self.ada.event("bans")["bans"]], ["Bo Diddley"])
        guest = self.opened(Plain(self.server))
        guest.say("/nick Bo Diddley")
        guest.hear("! The name Bo Diddley is banned here for another 10 minutes.")

    def test_mute(self):
        bo = self.met(Line(self.server, "Bo"))
        self.ada.type("/mute Bo 10m noise")
        bo.hear("! Ada muted you for 10 minutes: you can read, and not write. The reason: noise")
        for attempt in ("hello", "/me waves", "/topic x", "/msg Ada x", "/nick Cy"):
            bo.say(attempt)
            bo.hear("! You are muted for another ")
        again = self.opened(Line(self.server, "Cy"))
        bo.say("/quit")
        again.hear("* Bo left")
        again.say("/nick Bo")
        again.say("hello")
        again.hear("! You are muted for another ")
        self.met(Plain(self.server, "Di"))  # so the desk knows who is called Bo now
        self.ada.type("/unmute Bo")
        again.hear("* You may write again")
        again.say("thank you")
        self.ada.line("thank you")

    def test_rooms(self):
        bo = self.met(Plain(self.server, "Bo"))
        self.ada.type("/slow 60")
        bo.hear("* Ada made this room slow: one message of each in 1 minute")
        self.assertEqual(self.ada.event("room")["room"]["slow"], 60)
        bo.say("one")
        bo.hear("Bo: one")
        bo.say("two")
        bo.hear("! One message in 1 minute here: wait another ")
        self.ada.type("/slow off")
        bo.hear("* Ada made this room as fast as one likes")
        self.ada.type("/writers members")
        bo.hear("* Ada lets only verified members write here")
        bo.say("three")
        bo.hear("! Only verified members may write here")
        self.ada.type("still there")
        bo.hear("Ada: still there")
        self.ada.type("/writers all")
        bo.hear("* Ada lets everybody write here")
        bo.say("four")
        bo.hear("Bo: four")

    def test_a_room_forgets_what_it_is_told_to(self):
        bo = self.met(Native(self.server, "Bo"))
        for number in range(10):
            bo.post("secret %d" % number, str(number))
            bo.get(t="event", id=str(number))
        watcher = self.opened(Line(self.server, "Cy"))
        self.ada.type("/keep 5")
        watcher.hear("* Ada set what is kept of this room: the last 5 messages and changes")
        told = bo.get(t="room")["room"]
        self.assertEqual(told["keepEvents"], 5)
        head = told["head"]

        def first():
            bo.put(t="rooms", re="r")
            return bo.get(t="rooms", re="r")["rooms"][0]["first"]
        eventually(lambda: first() == head - 4, "the last five are left")
        self.assertFalse(self.kept(b"secret 0"))
        self.assertTrue(self.kept(b"secret 9"))
        self.assertEqual(self.server.stop(), 0)
        again = self.owned(self.own_key("ada"))
        with Native(again, "Di") as di:
            self.assertEqual((di.room["first"], di.room["keepEvents"]), (head - 4, 5))
            di.post("more", "more")
            di.get(t="event", id="more")
            di.put(t="moderate", act="keep", room="lounge", days=1, re="k")
            self.assertEqual(di.get(t="error", re="k")["code"], "not-allowed")
        desk = self.desk(again)
        desk.type("/keep all")
        self.assertNotIn("keepEvents", desk.event("room")["room"])

    def kept(self, wanted):
        data = self.folder("data")
        for name in os.listdir(data):
            with open(os.path.join(data, name), "rb") as file:
                if wanted in file.read():
                    return True
        return False

    def test_what_was_done_is_kept(self):
        bo = self.met(Plain(self.server, "Bo"))
        self.ada.type("/ban Bo forever spam")
        bo.hear("! Ada banned you for ever. The reason: spam")
        self.ada.type("/acts")
        self.assertEqual([(act["act"], act["by"], act["whom"]) for act in self.ada.event("acts")["acts"]],
                         [("ban", "Ada", "Bo")])
        self.assertEqual(self.server.stop(), 0)
        for name in ("acts", "bans"):
            path = self.folder(os.path.join("data", name))
            self.assertEqual(os.stat(path).st_mode & 0o777, 0o600)
            with open(path, encoding="utf-8") as lines:
                kept = [json.loads(line) for line in lines]
            self.assertEqual([line["act"] for line in kept], ["ban"])
        again = self.owned(self.own_key("ada"))
        guest = self.opened(Plain(again))
        guest.say("/nick Bo")
        guest.hear("! The name Bo is banned here for ever.")


@unittest.skipUnless(OPENSSL, "openssl makes the certificates")
class ModeratorTest(House):
    def test_the_owner_makes_moderators(self):
        server = self.owned(self.key_of("ada"))
        ada = self.opened(Line(server, "Ada", tls=self.context("ada")))
        bo = self.native(server, "Bo", "bo")
        cy = self.opened(Plain(server, "Cy"))
        bo.put(t="moderate", act="kick", member=ada.name, re="1")
        self.assertEqual(bo.get(t="error", re="1")["code"], "not-allowed")
        ada.say("/promote Bo")
        ada.hear("* Bo is a moderator now")
        self.assertEqual(bo.get(t="self")["self"]["role"], "moderator")
        ada.say("/who")
        ada.hear("* Bo (native, encrypted, verified, moderator)")
        bo.put(t="connections", re="2")
        owner = next(one for one in bo.get(t="connections")["connections"] if one.get("role") == "owner")
        self.assertEqual(owner["name"], "Ada")
        bo.put(t="moderate", act="ban", member=owner["member"], re="3")
        self.assertEqual(bo.get(t="error", re="3")["code"], "not-allowed")
        bo.put(t="moderate", act="demote", member=bo.id, re="4")
        self.assertEqual(bo.get(t="error", re="4")["code"], "not-allowed")
        cy.say("a rude word")
        said = bo.get(t="event", text="a rude word")
        bo.put(t="post", room="lounge", id="d", kind="delete", target=said["seq"], text="")
        cy.hear("* Bo deleted a message")
        bo.put(t="quit")  # or the name would be kept for who comes back
        bo.hear_end()
        self.assertEqual(server.stop(), 0)
        again = self.owned(self.key_of("ada"))
        self.assertEqual(self.native(again, "Bo", "bo").welcome["self"]["role"], "moderator")
        self.assertNotIn("role", self.native(again, "Di", "di").welcome["self"])

    def test_addresses_are_for_owner_and_moderators(self):
        server = self.owned(self.key_of("ada"))
        bo = self.native(server, "Bo", "bo")
        for kind in ("connections", "bans", "acts"):
            bo.put(t=kind, re=kind)
            self.assertEqual(bo.get(t="error", re=kind)["code"], "not-allowed")
        cy = self.opened(Plain(server, "Cy"))
        for command in ("/connections", "/bans", "/acts", "/kick Bo", "/slow 5"):
            cy.say(command)
            cy.hear("! " + ADMITTED)
        self.assertFalse([line for line in bo.until_quiet() if "127.0.0.1" in json.dumps(line)])
        ada = self.native(server, "Ada", "ada")
        ada.put(t="connections", re="c")
        connections = ada.get(t="connections")["connections"]
        self.assertEqual([(one["name"], one["address"], one["via"]) for one in connections],
                         [("Bo", "127.0.0.1", "native"), ("Cy", "127.0.0.1", "plain"), ("Ada", "127.0.0.1", "native")])
        self.assertEqual(connections[1]["port"], cy.socket.getsockname()[1])
        self.assertEqual(connections[1]["messages"], 6)

    def test_a_key_that_is_none_is_refused(self):
        for key in ("", "ada", "0" * 63, "g" * 64):
            server = self.opened(Process(program("tincand"), "--owner", key))
            self.assertEqual(server.wait(), 2)
            self.assertOneLine(server.error_text())


if __name__ == "__main__":
    support.main()
