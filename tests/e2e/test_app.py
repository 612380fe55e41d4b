"""The real desktop app: hosting, joining, talking, and what is on the screen."""

import os
import signal
import socket
import tempfile
import unittest

import support
from support import HELLO, Cli, Native, Plain
from uidriver import App


class Hosted:
    """Where the app's own room listens, as far as the small clients want to know."""

    def __init__(self, port):
        self.port = port
        self.address = "127.0.0.1:%d" % port


def joined(kind, server, *more):
    """A client of a server that may still be starting."""
    def attempt():
        try:
            return kind(server, *more)
        except ConnectionError:
            return None
    return support.eventually(attempt, "the room is open")


class HostTest(support.TestCase):
    def test_it_hosts_from_the_command_line(self):
        room = Hosted(support.free_port())
        app = self.opened(App("--host", room.address, name="Ada"))
        bo = self.opened(joined(Plain, room, "Bo"))
        bo.say(HELLO)
        app.sees(HELLO)
        app.type("welcome, Bo")
        self.assertEqual(bo.hear("welcome").decode(), "Ada: welcome, Bo")

    def test_it_hosts_from_the_welcome_page(self):
        app = self.opened(App(name="Ada"))
        room = Hosted(support.free_port())
        self.host(app, room.port)
        app.sees("tincan://%s" % room.address)
        bo = self.opened(joined(Plain, room, "Bo"))
        bo.say(HELLO)
        app.sees(HELLO)

    def test_a_taken_port_has_a_way_out(self):
        app = self.opened(App(name="Ada"))
        with socket.create_server(("127.0.0.1", support.free_port())) as other:
            taken = other.getsockname()[1]
            self.host(app, taken)
            app.sees("Port %d is in use" % taken)
            offer = next(name for name in app.names("Button") if name.startswith("Use Port "))
            app.press(offer, role="Button")
            room = Hosted(int(offer.split()[-1]))
            app.sees("tincan://%s" % room.address)
            self.opened(joined(Plain, room, "Bo"))
            app.sees("Bo")

    def host(self, app, port):
        """Fills in the host dialog for this computer only and presses Host."""
        app.press("Host a Room…", role="Button")
        app.key("Who can reach it", "ComboBox", "Down")
        app.sees("This computer only")
        app.enter("Port", str(port))
        app.press("Host", role="Button")

    def test_who_hosts_is_the_owner(self):
        room = Hosted(support.free_port())
        self.opened(App("--host", room.address, name="Ada"))
        bo = self.opened(joined(Native, room, "Bo"))
        def roles():
            bo.put(t="members", room="lounge")
            return {member["name"]: member.get("role") for member in bo.get(t="members")["members"]}
        support.eventually(lambda: roles() == {"Ada": "owner", "Bo": None}, "Ada owns the room that she hosts")

    @unittest.skipIf(os.name == "nt", "signals are different there")
    def test_its_end_is_told_to_the_room(self):
        room = Hosted(support.free_port())
        app = self.opened(App("--host", room.address, name="Ada"))
        nat = self.opened(joined(Native, room, "Nat"))
        app.process.send_signal(signal.SIGTERM)
        self.assertIn(b'"closing"', nat.hear_end()[-1])
        self.assertEqual(app.wait(), 0)


@unittest.skipUnless(os.path.isdir("/sys/class/net/lo"), "the loopback interface has another name there")
class NearbyTest(support.TestCase):
    """Two programs that find each other by multicast on the loopback interface."""

    def test_a_room_appears_in_another_program_and_goes(self):
        eve = self.opened(App(name="Eve", nearby="lo"))
        ada = self.opened(App("--host", "0.0.0.0:%d" % support.free_port(), name="Ada", nearby="lo"))
        eve.sees("Ada's room")
        ada.process.send_signal(signal.SIGTERM)
        self.assertEqual(ada.wait(), 0)
        support.eventually(lambda: not any("Ada's room" in name for name in eve.names()), "the room is gone")


class ProfileTest(support.TestCase):
    @unittest.skipIf(os.name == "nt", "the folders have other names there")
    def test_everything_is_kept_in_the_profile(self):
        with tempfile.TemporaryDirectory() as home:
            folders = {name: home for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
            app = self.opened(App("--host", "127.0.0.1:%d" % support.free_port(), name="Ada", home=folders))
            app.type("to be kept")
            app.sees("to be kept")
            self.assertTrue(os.listdir(app.profile))
            app.process.send_signal(signal.SIGTERM)
            self.assertEqual(app.wait(), 0)
            self.assertEqual([name for name in os.listdir(home) if name != ".cache"], [])


class JoinTest(support.TestCase):
    def test_it_joins_the_address_that_it_is_given(self):
        server = self.daemon()
        bo = self.opened(Plain(server, "Bo"))
        app = self.opened(App(server.address, name="Ada"))
        bo.hear("* Ada joined")
        app.sees("Bo")

    def test_it_joins_a_link_once_the_person_has_said_so(self):
        server = self.daemon()
        bo = self.opened(Plain(server, "Bo"))
        app = self.opened(App("tincan://%s" % server.address, name="Ada"))
        app.press("Join", role="Button")
        bo.hear("* Ada joined")

    def test_it_shows_what_was_said_before(self):
        server = self.daemon()
        bo = self.opened(Plain(server, "Bo"))
        bo.say("before you came")
        bo.hear("before you came")
        app = self.opened(App(server.address, name="Ada"))
        app.sees("before you came")

    def test_each_message_is_named_by_author_text_and_time(self):
        server = self.daemon()
        bo = self.opened(Cli(server, "--name", "Bo"))
        app = self.opened(App(server.address, name="Ada"))
        app.sees("Bo")
        bo.type(HELLO)
        app.sees(HELLO)
        named = [name for name in app.names() if HELLO in name]
        self.assertTrue(any(name.startswith("Bo, " + HELLO + ", ") for name in named), named)

    def test_text_of_others_is_never_markup(self):
        server = self.daemon()
        bo = self.opened(Plain(server, "Bo"))
        app = self.opened(App(server.address, name="Ada"))
        bo.hear("* Ada joined")
        bo.say("<b>bold</b> &amp; <img src=x>")
        app.sees("<b>bold</b> &amp; <img src=x>")

    def test_it_comes_back_when_the_server_does(self):
        server = self.daemon(port=support.free_port())
        app = self.opened(App(server.address, name="Ada"))
        watcher = self.opened(Plain(server, "Bo"))
        app.type("first")
        watcher.hear("Ada: first")
        again = self.restarted(server, "--flood-limit", "off")
        app.type("second")
        self.opened(Plain(again, "Bo")).recall("Ada: second")


if __name__ == "__main__":
    support.main()
