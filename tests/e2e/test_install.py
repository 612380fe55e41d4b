"""What `cmake --install` and the Debian package put where, and whether a desktop finds its way round in it."""

import configparser
import os
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

import support

DESKTOP_ID = "tincan.desktop"


class Installed:
    """What holds in a prefix, however it was filled."""

    def path(self, *parts):
        found = os.path.join(self.prefix, *parts)
        self.assertTrue(os.path.isfile(found), found + " is missing")
        return found

    def desktop_file(self):
        entries = configparser.ConfigParser(interpolation=None, strict=True)
        entries.optionxform = str
        entries.read(self.path("share", "applications", DESKTOP_ID), encoding="utf-8")
        return entries["Desktop Entry"]

    def metainfo(self):
        return xml.etree.ElementTree.parse(
            self.path("share", "metainfo", "chat.tincan.Tincan.metainfo.xml")).getroot()

    def test_the_programs_run(self):
        for name in ("tincan", "tincand", "tincan-cli"):
            shown = subprocess.run([self.path("bin", name), "--version"], capture_output=True, check=True,
                                   env=dict(os.environ, QT_QPA_PLATFORM="offscreen"), timeout=support.DEADLINE)
            self.assertTrue(shown.stdout.decode().startswith(name + " "), shown.stdout)

    def test_links_open_the_app(self):
        entry = self.desktop_file()
        self.assertEqual(entry["Exec"], "tincan %u")
        self.assertIn("x-scheme-handler/tincan", entry["MimeType"].split(";"))

    def test_the_icon_is_there_in_every_size(self):
        icon = self.desktop_file()["Icon"]
        for size in (16, 24, 32, 48, 64, 128, 256):
            with open(self.path("share/icons/hicolor/%dx%d/apps/%s.png" % (size, size, icon)), "rb") as picture:
                header = picture.read(24)
            self.assertEqual((int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big")), (size, size))
        svg = xml.etree.ElementTree.parse(self.path("share/icons/hicolor/scalable/apps/%s.svg" % icon)).getroot()
        self.assertEqual(svg.get("viewBox"), "0 0 256 256")

    def test_the_metainfo_names_what_is_installed(self):
        info = self.metainfo()
        self.assertEqual(info.findtext("launchable"), DESKTOP_ID)
        for binary in info.findall("provides/binary"):
            self.path("bin", binary.text)
        version = subprocess.run([self.path("bin", "tincand"), "--version"], capture_output=True, check=True).stdout
        self.assertEqual(version.decode().split()[1], info.find("releases/release").get("version"))

    @unittest.skipUnless(shutil.which("appstreamcli"), "appstreamcli is not installed")
    def test_the_metainfo_is_valid(self):
        judged = subprocess.run(["appstreamcli", "validate", "--no-net", os.path.join(
            self.prefix, "share/metainfo/chat.tincan.Tincan.metainfo.xml")], capture_output=True, timeout=support.DEADLINE)
        self.assertEqual(judged.returncode, 0, judged.stdout.decode())

    @unittest.skipUnless(shutil.which("desktop-file-validate"), "desktop-file-utils is not installed")
    def test_the_desktop_file_is_valid(self):
        judged = subprocess.run(
            ["desktop-file-validate", os.path.join(self.prefix, "share/applications", DESKTOP_ID)], capture_output=True)
        self.assertEqual((judged.returncode, judged.stdout), (0, b""))


@unittest.skipUnless(os.name == "posix" and "TINCAN_BUILD" in os.environ, "installs for a Unix desktop")
class InstallTest(Installed, support.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.prefix = tempfile.mkdtemp(prefix="tincan-install-")
        cls.addClassCleanup(shutil.rmtree, cls.prefix)
        subprocess.run([os.environ["TINCAN_CMAKE"], "--install", os.environ["TINCAN_BUILD"], "--prefix", cls.prefix],
                       check=True, capture_output=True, timeout=120)


PACKAGERS = ("dpkg-deb", "dpkg-shlibdeps", "file")


@unittest.skipUnless("TINCAN_BUILD" in os.environ and all(map(shutil.which, PACKAGERS)),
                     "makes a Debian package, which takes dpkg-dev and file")
class PackageTest(Installed, support.TestCase):
    """The package, unpacked into a folder."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="tincan-package-")
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        cpack = os.path.join(os.path.dirname(os.environ["TINCAN_CMAKE"]), "cpack")
        subprocess.run([cpack, "--config", os.path.join(os.environ["TINCAN_BUILD"], "CPackConfig.cmake"),
                        "-G", "DEB", "-B", cls.folder], check=True, capture_output=True, timeout=300, cwd=cls.folder)
        cls.package, = (os.path.join(cls.folder, name) for name in os.listdir(cls.folder) if name.endswith(".deb"))
        root = os.path.join(cls.folder, "root")
        subprocess.run(["dpkg-deb", "-x", cls.package, root], check=True, timeout=120)
        cls.prefix = os.path.join(root, "usr")

    def field(self, name):
        shown = subprocess.run(["dpkg-deb", "-f", self.package, name], capture_output=True, check=True, timeout=60)
        return shown.stdout.decode().strip()

    def test_it_asks_for_what_the_programs_load(self):
        asked = {wish.split()[0].split(":")[0] for wish in self.field("Depends").split(",")}
        for library in ("libc6", "libmd4c0", "libqrencode4", "libqt6core6", "libqt6network6", "libqt6widgets6"):
            self.assertTrue({library, library + "t64"} & asked, "%s is not in %s" % (library, sorted(asked)))
        self.assertIn("libqt6sql6-sqlite", asked)  # a plugin, which nothing links
        for beginning in ("libicu", "libssl"):
            self.assertTrue([name for name in asked if name.startswith(beginning)], asked)

    def test_it_says_what_it_is(self):
        self.assertEqual(self.field("Package"), "tincan")
        machine = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, check=True).stdout.decode()
        self.assertEqual(self.field("Architecture"), machine.strip())
        version = self.metainfo().find("releases/release").get("version")
        self.assertEqual(self.field("Version"), version)
        self.assertEqual(os.path.basename(self.package), "tincan_%s_%s.deb" % (version, machine.strip()))

    def test_it_holds_nothing_else(self):
        top = {name for name in os.listdir(os.path.dirname(self.prefix))}
        self.assertEqual((top, set(os.listdir(self.prefix))), ({"usr"}, {"bin", "share"}))
        self.path("share", "doc", "tincan", "copyright")


if __name__ == "__main__":
    unittest.main()
