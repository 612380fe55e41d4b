"""What was acknowledged is there again, however the server ended; and what cannot be kept is said."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import unittest

import support
from support import Native, Plain

MANY = 200


def texts(frames):
    return [frame["text"] for frame in frames if frame["t"] == "event"]


class Poster(threading.Thread):
    """Posts until the server is gone, and notes what was acknowledged."""

    def __init__(self, native):
        super().__init__(daemon=True)
        self.native = native
        self.name = native.welcome["self"]["name"]
        self.acknowledged = {}
        self.is_under_way = threading.Event()
        self.start()

    def run(self):
        number = 0
        with contextlib.suppress(AssertionError, OSError):
            while True:
                for _ in range(4):
                    number += 1
                    self.native.post("%s %d" % (self.name, number), "%s-%d" % (self.name, number))
                for _ in range(4):
                    event = self.own_event()
                    self.acknowledged[event["id"]] = event["seq"]
                    if len(self.acknowledged) >= MANY:
                        self.is_under_way.set()

    def own_event(self):
        while True:
            event = self.native.get(t="event")
            if event["from"]["id"] == self.native.id:
                return event


class DurableTest(support.TestCase):
    def setUp(self):
        home = tempfile.TemporaryDirectory()
        self.addCleanup(home.cleanup)
        self.data = os.path.join(home.name, "data")
        self.file = os.path.join(home.name, "backup.db")

    def keeper(self, *options, port=0, data=None):
        return self.opened(support.Daemon("--data", data or self.data, "--flood-limit", "off", *options, port=port))

    def refusal(self, *options):
        """The line that a server ends with at once."""
        result = subprocess.run([support.program("tincand"), "--listen", "127.0.0.1:0", *options],
                                stdin=subprocess.DEVNULL, capture_output=True, timeout=support.DEADLINE)
        line = result.stderr.decode()
        self.assertEqual(result.returncode, 2, line)
        self.assertOneLine(line)
        return line

    def history(self, native, room="lounge"):
        """Every event of the room, by number."""
        events, before, more = {}, 0, True
        while more:
            native.put(t="history", room=room, before=before, limit=200, re="h")
            page = native.get(t="history", re="h")
            events.update((event["seq"], event) for event in page["events"])
            more = page["more"]
            before = min(events, default=0)
        return events

    def check(self, posters, native):
        """All that was acknowledged is there once, under its number, and the numbers have no hole."""
        events = self.history(native)
        self.assertEqual(sorted(events), list(range(1, native.welcome["rooms"][0]["head"] + 1)))
        ids = [event["id"] for event in events.values() if "id" in event]
        self.assertEqual(len(ids), len(set(ids)))
        for poster in posters:
            for id, seq in poster.acknowledged.items():
                self.assertEqual(events[seq].get("id"), id)

    def test_what_was_acknowledged_survives_a_kill(self):
        server = self.keeper()
        posters = [Poster(self.opened(Native(server, "P%d" % number))) for number in range(4)]
        for poster in posters:
            self.assertTrue(poster.is_under_way.wait(support.DEADLINE))
        server.process.kill()
        server.process.wait()
        for poster in posters:
            poster.join(support.DEADLINE)
        again = self.keeper()
        with Native(again, "Ada") as ada:
            self.assertEqual(ada.room["epoch"], posters[0].native.room["epoch"])
            self.check(posters, ada)

    def test_what_was_acknowledged_survives_an_end_under_load(self):
        server = self.keeper()
        posters = [Poster(self.opened(Native(server, "P%d" % number))) for number in range(4)]
        for poster in posters:
            self.assertTrue(poster.is_under_way.wait(support.DEADLINE))
        self.assertEqual(server.stop(), 0)
        for poster in posters:
            poster.join(support.DEADLINE)
        with Native(self.keeper(), "Ada") as ada:
            self.assertEqual(ada.room["epoch"], posters[0].native.room["epoch"])
            self.check(posters, ada)

    def test_a_member_comes_back_after_a_kill_and_its_post_is_stored_once(self):
        server = self.keeper(port=support.free_port())
        ada = self.opened(Native(server, "Ada"))
        ada.put(t="join", room="Attic", create=True, re="j")
        attic = ada.get(t="joined", re="j")["rooms"][0]
        ada.put(t="post", room="attic", id="t", kind="topic", text="Old things")
        ada.get(t="event", id="t")
        ada.post("was it stored?", "p1")
        seq = ada.get(t="event", id="p1")["seq"]
        server.process.kill()
        server.process.wait()
        again = self.keeper(port=server.port)
        with Native(again, "Bo") as bo:
            bo.put(t="nick", name="Ada", re="n")
            self.assertEqual(bo.get(re="n")["code"], "name-taken")
        resume = {"lounge": {"seq": seq, "epoch": ada.room["epoch"]}}
        with Native(again, "somebody", session=ada.session, resume=resume) as back:
            self.assertEqual(back.id, ada.id)
            self.assertEqual(back.welcome["self"]["name"], "Ada")
            rooms = {room["id"]: room for room in back.welcome["rooms"]}
            self.assertEqual(rooms["attic"]["name"], "Attic")
            self.assertEqual(rooms["attic"]["topic"], "Old things")
            self.assertEqual(rooms["attic"]["epoch"], attic["epoch"])
            back.post("was it stored?", "p1")
            self.assertEqual(back.get(t="event", id="p1")["seq"], seq)
            back.post("on", "p2")
            self.assertEqual(back.get(t="event", id="p2")["seq"], seq + 1)

    def test_two_who_talked_alone_go_on_after_a_kill(self):
        server = self.keeper(port=support.free_port())
        ada, bo = self.opened(Native(server, "Ada")), self.opened(Native(server, "Bo"))
        ada.put(t="direct", **{"with": bo.id}, re="d")
        room = ada.get(t="joined", re="d")["rooms"][0]["id"]
        ada.put(t="post", room=room, id="1", text="psst")
        bo.get(t="event", room=room, text="psst")
        server.process.kill()
        server.process.wait()
        again = self.keeper(port=server.port)
        with Native(again, session=ada.session) as back, Native(again, session=bo.session) as other:
            back.put(t="post", room=room, id="2", text="still there?")
            self.assertEqual(other.get(t="event", room=room, text="still there?")["seq"], 2)

    def test_terminals_find_what_was_said(self):
        server = self.keeper()
        with Plain(server, "Bo") as bo:
            bo.say("/join attic")
            bo.say("dust")
            bo.hear("Bo: dust")
        server.process.kill()
        server.process.wait()
        with Plain(self.keeper(), "Cy") as cy:
            cy.say("/join attic")
            cy.say("/history 5")
            cy.hear("Bo: dust")
            cy.say("/search DUS")
            cy.hear("Bo: dust")

    def test_what_is_deleted_is_in_no_file(self):
        server = self.keeper()
        with Native(server, "Ada") as ada:
            ada.post("swordfish, said once", "1")
            seq = ada.get(t="event", id="1")["seq"]
            ada.put(t="post", room="lounge", id="2", kind="edit", target=seq, text="swordfish, edited")
            ada.get(t="event", id="2")
            ada.post("tuna stays", "3")
            ada.get(t="event", id="3")
            self.assertTrue(self.kept(b"swordfish"))
            ada.put(t="post", room="lounge", id="4", kind="delete", target=seq)
            ada.get(t="event", id="4")
            self.assertFalse(self.kept(b"swordfish"))
            self.assertTrue(self.kept(b"tuna"))

    def kept(self, wanted):
        for name in os.listdir(self.data):
            with open(os.path.join(self.data, name), "rb") as file:
                if wanted in file.read():
                    return True
        return False

    def test_only_the_last_events_are_kept_where_that_is_asked_for(self):
        server = self.keeper()
        with Native(server, "Ada") as ada:
            for number in range(30):
                ada.post("secret %d" % number, str(number))
                ada.get(t="event", id=str(number))
        self.assertEqual(server.stop(), 0)
        server = self.keeper("--keep-events", "10")
        with Native(server, "Bo") as bo:
            def trimmed():
                bo.put(t="rooms", re="r")
                return bo.get(t="rooms", re="r")["rooms"][0]["first"] == 21
            support.eventually(trimmed, "the first event is number 21")
            self.assertEqual(sorted(self.history(bo)), list(range(21, 31)))
            self.assertFalse(self.kept(b"secret 9"))
        self.assertEqual(server.stop(), 0)
        with Native(self.keeper(), "Cy") as cy:
            self.assertEqual((cy.room["first"], cy.room["head"]), (21, 30))

    def test_a_backup_is_made_while_the_server_runs_and_restored(self):
        server = self.keeper()
        with Native(server, "Ada") as ada:
            ada.post("before", "1")
            ada.get(t="event", id="1")
            self.copy("--backup")
            ada.post("after", "2")
            ada.get(t="event", id="2")
        self.assertIn("in use", self.refusal("--data", self.data, "--restore", self.file))
        self.assertEqual(server.stop(), 0)
        self.copy("--restore")
        with Native(self.keeper(), "Ada") as again:
            self.assertNotEqual(again.room["epoch"], ada.room["epoch"])
            self.assertEqual(again.room["head"], 1)
            self.assertEqual(again.get(t="event")["text"], "before")
        self.assertIn("there already", self.refusal("--data", self.data, "--backup", self.file))

    def copy(self, option):
        subprocess.run([support.program("tincand"), "--data", self.data, option, self.file], check=True,
                       stdin=subprocess.DEVNULL, timeout=support.DEADLINE)

    def test_a_second_server_on_the_directory_is_refused(self):
        self.keeper()
        self.assertIn("in use by another server", self.refusal("--data", self.data))

    def test_what_is_no_database_is_left_alone(self):
        os.makedirs(self.data)
        path = os.path.join(self.data, "log.db")
        with open(path, "wb") as file:
            file.write(b"dear diary\n" * 1000)
        self.assertIn("not a history", self.refusal("--data", self.data))
        with open(path, "rb") as file:
            self.assertEqual(file.read(), b"dear diary\n" * 1000)

    def test_a_newer_file_is_left_alone(self):
        self.assertEqual(self.keeper().stop(), 0)
        path = os.path.join(self.data, "log.db")
        with contextlib.closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA user_version = 99")
        with open(path, "rb") as file:
            before = file.read()
        self.assertIn("newer version", self.refusal("--data", self.data))
        with open(path, "rb") as file:
            self.assertEqual(file.read(), before)

    def test_a_directory_that_cannot_be_written_is_named(self):
        self.assertEqual(self.keeper().stop(), 0)
        path = os.path.join(self.data, "log.db")
        os.remove(path)
        os.mkdir(path)  # even root cannot write to this
        self.assertIn(path, self.refusal("--data", self.data))

    def test_loose_storing_says_what_it_trades(self):
        server = self.keeper("--sync", "normal")
        self.assertIn("power cut", server.error_text())
        self.assertNotIn("power cut", self.keeper(data=self.file + ".d").error_text())

    @unittest.skipUnless(sys.platform == "linux" and os.geteuid() == 0, "only root can mount a small disk")
    def test_a_full_disk_refuses_posts_until_there_is_room(self):
        disk = tempfile.mkdtemp()
        self.addCleanup(os.rmdir, disk)
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", disk], capture_output=True).returncode:
            self.skipTest("nothing can be mounted here")
        self.addCleanup(subprocess.run, ["umount", "-l", disk])
        ballast = os.path.join(disk, "ballast")
        server = self.keeper(data=os.path.join(disk, "data"))
        with Native(server, "Ada") as ada, Plain(server, "Bo") as bo:
            ada.post("there is room", "0")
            ada.get(t="event", id="0")
            with open(ballast, "wb", buffering=0) as file, contextlib.suppress(OSError):
                while file.write(b"x" * 4096):
                    pass
            number, refused = 0, None
            while not refused:
                number += 1
                ada.post("y" * 4000, str(number))
                frame = ada.frame()
                while frame.get("re", frame.get("id")) != str(number):
                    frame = ada.frame()
                refused = frame if frame["t"] == "error" else None
                self.assertLess(number, 1000)
            self.assertEqual((refused["code"], refused["re"]), ("full", str(number)))
            self.assertIn("disk is full", refused["message"])
            bo.say("z" * 4000)
            bo.hear("! The server's disk is full")
            self.assertEqual(self.history(ada)[1]["text"], "there is room")
            self.assertIn(disk + "/backup", self.refusal("--data", disk + "/data", "--backup", disk + "/backup"))
        server.process.kill()
        server.process.wait()
        server = self.keeper(data=os.path.join(disk, "data"))  # which has no room either
        with Native(server, "Ada", ada.session) as ada:
            self.assertEqual(self.history(ada)[1]["text"], "there is room")
            ada.post("y" * 4000, str(number))
            self.assertEqual(ada.get(t="error", re=str(number))["code"], "full")
            os.remove(ballast)
            ada.post("y" * 4000, str(number))
            self.assertEqual(ada.get(t="event", id=str(number))["seq"], number + 1)
        self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    support.main()
