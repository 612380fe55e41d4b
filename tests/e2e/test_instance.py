"""One desktop app per profile: a second start raises the first and hands its link over."""

import os
import signal
import subprocess
import unittest

import support
from uidriver import App


class InstanceTest(support.TestCase):
    def start_again(self, app, *arguments):
        """Starts the program once more with the app's profile."""
        return subprocess.run(
            [support.program("tincan"), "--profile", app.profile, "--nearby", "none", *arguments],
            env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL, capture_output=True,
            timeout=support.DEADLINE)

    def test_a_link_goes_to_the_app_that_runs(self):
        app = self.opened(App(name="Ada"))
        again = self.start_again(app, "tincan://127.0.0.1:4999/lounge")
        self.assertEqual(again.returncode, 0)
        self.assertNotIn(b"tincan:", again.stderr)
        app.sees("tincan://127.0.0.1:4999/lounge")
        app.sees("Join a Room")

    def test_a_second_start_alone_ends(self):
        app = self.opened(App(name="Ada"))
        self.assertEqual(self.start_again(app).returncode, 0)
        app.sees("Talk to the people near you")

    def test_a_second_start_does_not_host(self):
        app = self.opened(App(name="Ada"))
        again = self.start_again(app, "--host", "127.0.0.1:0")
        self.assertEqual(again.returncode, 0)
        self.assertIn(b"running already", again.stderr)

    def test_another_profile_is_another_app(self):
        first = self.opened(App(name="Ada"))
        second = self.opened(App(name="Bo"))
        first.sees("Talk to the people near you")
        second.sees("Talk to the people near you")

    def test_after_a_kill_the_profile_is_free(self):
        app = self.opened(App(name="Ada"))
        app.process.send_signal(signal.SIGKILL)
        app.process.wait()
        again = subprocess.Popen(
            [support.program("tincan"), "--profile", app.profile, "--nearby", "none"],
            env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), stdin=subprocess.DEVNULL)
        try:
            with self.assertRaises(subprocess.TimeoutExpired):
                again.wait(2)  # it runs
        finally:
            again.send_signal(signal.SIGTERM)
            self.assertEqual(again.wait(support.DEADLINE), 0)


if __name__ == "__main__":
    unittest.main()
