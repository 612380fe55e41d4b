"""The app is killed, the server is, and nothing that was seen, typed or sent is gone."""

import os
import shutil
import signal
import tempfile
import unittest

import support
from support import Native, Plain
from test_moderation import Desk, own_key
from uidriver import App


class Hosted:
    """Where the app's own room listens, as far as the small clients want to know."""

    def __init__(self, port):
        self.port = port
        self.address = "127.0.0.1:%d" % port


class SurvivalTest(support.TestCase):
    def setUp(self):
        super().setUp()
        self.profile = tempfile.mkdtemp(prefix="tincan-e2e-")
        self.addCleanup(shutil.rmtree, self.profile, ignore_errors=True)

    def start(self, *arguments):
        return self.opened(App(*arguments, profile=self.profile))

    def kill(self, program):
        program.process.kill()
        program.process.wait()
        program.close()

    def opens_with(self, room):
        with open(os.path.join(self.profile, "tincan.ini"), "rb") as file:
            return any(line.startswith(b"lastRoom=") and line.strip().endswith(b"/" + room.encode()) for line in file)

    def test_the_last_conversation_is_there_without_a_connection(self):
        server = self.opened(support.Daemon("--data", os.path.join(self.profile, "server")))
        nat = self.opened(Native(server))
        app = self.start(server.address)
        app.sees("Nat")
        nat.post("remember the milk", "n1")
        app.sees("remember the milk")
        app.type("I shall")
        nat.get(t="event", text="I shall")
        support.eventually(lambda: self.holds("I shall"), "it is written down")
        self.kill(app)
        self.kill(server)
        app = self.start()
        app.sees("remember the milk")
        app.sees("I shall")

    def holds(self, text):
        """Whether the copy in the profile has this text."""
        found = b""
        for name in ("conversations.sqlite", "conversations.sqlite-wal"):
            try:
                with open(os.path.join(self.profile, name), "rb") as file:
                    found += file.read()
            except FileNotFoundError:
                pass
        return text.encode() in found

    def test_a_talk_goes_on_after_the_app_was_quit(self):
        server = self.opened(support.Daemon("--data", os.path.join(self.profile, "server")))
        bo = self.opened(Native(server, "Bo"))
        app = self.start(server.address)
        app.sees("Bo")
        app.type("/msg Bo psst")
        talk = bo.get(t="joined")["rooms"][0]["id"]
        bo.get(t="event", room=talk, text="psst")
        self.assertEqual(app.stop(), 0)
        bo.put(t="post", room=talk, id="b1", text="are you gone?")
        bo.get(t="event", room=talk, id="b1")
        app = self.start()
        app.sees("are you gone?")
        app.sees("psst")
        app.type("back again")
        bo.get(t="event", room=talk, text="back again")

    def written_offline(self, data):
        """A server that is gone, and an app that was killed while it waited for it."""
        server = self.opened(support.Daemon("--data", data, port=support.free_port()))
        app = self.start(server.address)
        app.type("before")
        app.sees("before")
        self.opened(Plain(server, "Cy")).recall("before")
        self.kill(server)
        app.type("written offline")
        app.sees("written offline")
        support.eventually(lambda: self.holds("written offline"), "it is written down")
        self.kill(app)
        return server

    def test_what_was_written_offline_survives_a_kill_and_arrives_once(self):
        data = os.path.join(self.profile, "server")
        server = self.written_offline(data)
        app = self.start()
        app.sees("written offline, ")
        self.assertTrue(any("sending" in name for name in app.names() if "written offline" in name))
        server = self.opened(support.Daemon("--data", data, port=server.port))
        bo = self.opened(Plain(server, "Bo"))
        bo.recall("written offline")
        app.type("after")
        bo.hear("after")
        nat = self.opened(Native(server))
        nat.get(t="event", text="after")
        self.assertEqual(b"".join(nat.seen).count(b'"written offline"'), 1)

    def test_two_computers_with_one_profile(self):
        data = tempfile.mkdtemp(prefix="tincan-e2e-")
        self.addCleanup(shutil.rmtree, data, ignore_errors=True)
        server = self.written_offline(data)
        twin_profile = tempfile.mkdtemp(prefix="tincan-e2e-")
        self.addCleanup(shutil.rmtree, twin_profile, ignore_errors=True)
        shutil.copytree(self.profile, twin_profile, ignore=shutil.ignore_patterns("*.socket"), dirs_exist_ok=True)

        server = self.opened(support.Daemon("--data", data, port=server.port))
        app = self.start()
        twin = self.opened(App(profile=twin_profile))
        bo = self.opened(Native(server, "Bo"))
        bo.get(t="event", text="written offline")
        support.eventually(lambda: any("Eve-2" in name for name in app.names() + twin.names()), "both are in")
        for one, other, text in ((app, twin, "from the one"), (twin, app, "from the other")):
            one.type(text)
            bo.get(t="event", text=text)
            other.sees(text)
        for text in ("before", "written offline", "from the one", "from the other"):
            for one in (app, twin):
                one.sees(text)
                self.assertEqual(sum(text + ", " in name for name in one.names()), 1)
        self.assertFalse(any("sending" in name or "not sent" in name for name in app.names() + twin.names()))
        nat = self.opened(Native(server))
        nat.get(t="event", text="from the other")
        self.assertEqual(b"".join(nat.seen).count(b'"written offline"'), 1)

    @unittest.skipUnless(hasattr(signal, "SIGSTOP"), "no program can be made to wait here")
    def test_what_was_written_offline_outlives_a_refused_name(self):
        server = self.opened(support.Daemon(port=support.free_port()))
        app = self.start(server.address)
        app.sees("Eve")
        self.kill(server)
        app.type("written offline")
        app.sees("written offline, ")
        app.process.send_signal(signal.SIGSTOP)
        server = self.opened(support.Daemon(port=server.port))
        eve = self.opened(Plain(server, "Eve"))
        app.process.send_signal(signal.SIGCONT)
        app.sees("Somebody here is called Eve already.")
        app.sees("written offline, ")
        app.press("Join as Eve-2")
        eve.hear("Eve-2: written offline")

    def test_what_was_written_while_banned_arrives_when_one_may_come_back(self):
        home = os.path.join(self.profile, "owner")
        server = self.opened(support.Daemon("--owner", own_key(home)))
        app = self.start(server.address)
        app.sees("Eve")
        bo = self.opened(Plain(server, "Bo"))
        with Desk(server, home, "Ada") as owner:
            app.sees("Ada")
            owner.type("/ban Eve 1h spam")
            app.sees("The reason: spam")
            app.type("I am sorry")
            app.sees("I am sorry, ")
            self.assertTrue(any("sending" in name for name in app.names() if "I am sorry" in name))
            support.eventually(lambda: self.holds("I am sorry"), "it is written down")
            self.kill(app)
            owner.type("/unban Eve")

            def nobody_is_banned():
                owner.type("/bans")
                return owner.event("bans")["bans"] == []
            support.eventually(nobody_is_banned, "the ban is lifted")  # tincan-cli looks it up first
            app = self.start()
            bo.hear("Eve: I am sorry")

    @unittest.skipUnless(hasattr(signal, "SIGSTOP"), "no program can be made to wait here")
    def test_what_was_written_for_a_room_that_was_removed_stays_in_sight(self):
        home = os.path.join(self.profile, "owner")
        options = ["--data", os.path.join(self.profile, "server"), "--owner", own_key(home)]
        server = self.opened(support.Daemon(*options, port=support.free_port()))
        app = self.start(server.address)
        app.sees("Eve")
        app.type("/join attic")
        app.sees("# attic")
        app.type("before")
        cy = self.opened(Plain(server, "Cy"))
        cy.say("/join attic")
        cy.recall("before")
        cy.say("here, too")
        app.sees("here, too")  # so it has what was said before that
        self.kill(server)
        app.type("written offline")
        app.sees("written offline, ")
        app.process.send_signal(signal.SIGSTOP)
        server = self.opened(support.Daemon(*options, port=server.port))
        bo = self.opened(Plain(server, "Bo"))
        with Desk(server, home, "Ada") as owner:
            bo.hear("Ada joined")
            owner.type("/drop attic")
            support.eventually(lambda: not self.has_attic(bo), "the room is removed")
        app.process.send_signal(signal.SIGCONT)
        app.sees("not sent: This room was removed.")
        self.assertFalse(self.has_attic(bo))
        support.eventually(lambda: self.opens_with("attic"), "the room is the one to open with")
        self.kill(app)
        app = self.start()
        app.sees("written offline, ")
        app.sees("not sent: This room was removed.")

    def has_attic(self, plain):
        known = len(plain.seen)
        plain.say("/rooms")
        plain.hear("* #lounge")
        return any(b"* #attic" in message for message in plain.seen[known:])

    def test_a_killed_host_keeps_its_log_and_what_was_being_typed(self):
        room = Hosted(support.free_port())
        app = self.start()
        self.host(app, room.port)
        app.type("said by the host")
        self.opened(Plain(room, "Bo")).recall("said by the host")
        with Native(room, "Nat") as nat:
            nat.post("said by a guest", "n1")
            stored = nat.get(t="event", id="n1")
        app.sees("said by a guest")
        app.enter("Message", "half a sentence")
        support.eventually(lambda: self.drafted("half a sentence"), "the draft is written down")
        self.kill(app)

        app = self.start("--host", room.address)
        support.eventually(lambda: app.value("Message", "EditableText") == "half a sentence", "the draft is back")
        app.sees("said by a guest")
        with Native(room, "Di") as di:
            self.assertEqual(di.room["epoch"], nat.room["epoch"])
            self.assertEqual(di.get(t="event", text="said by the host")["from"]["name"], "Eve")
            self.assertEqual(di.get(t="event", text="said by a guest")["seq"], stored["seq"])

    def host(self, app, port):
        """Room ▸ Host a Room…, this computer only, with its history kept."""
        app.press("Host a Room…", role="Button")
        app.key("Who can reach it", "ComboBox", "Down")
        app.enter("Port", str(port))
        app.press("Keep the history on this computer", role="CheckBox")
        app.press("Host", role="Button")
        app.sees("tincan://127.0.0.1:%d" % port)
        app.press("Done", role="Button")

    def drafted(self, text):
        try:
            with open(os.path.join(self.profile, "drafts.json"), encoding="utf-8") as file:
                return text in file.read()
        except FileNotFoundError:
            return False


if __name__ == "__main__":
    support.main()
