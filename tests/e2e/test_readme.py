"""What the README shows is what there is."""

import json
import os
import re
import unittest

import support


def read(path):
    with open(os.path.join(support.ROOT, path), encoding="utf-8") as file:
        return file.read()


class ReadmeTest(unittest.TestCase):
    def setUp(self):
        self.readme = read("README.md")

    def test_the_script_is_shown_as_it_is(self):
        self.assertIn("```python\n%s```" % read("tests/e2e/chat.py"), self.readme)

    def test_the_script_has_at_most_thirty_lines(self):
        self.assertLessEqual(read("tests/e2e/chat.py").count("\n"), 30)

    def test_its_links_and_pictures_lead_to_files(self):
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", self.readme + read("README.zh_CN.md")):
            if "://" not in target:
                self.assertTrue(os.path.exists(os.path.join(support.ROOT, target)), target)

    def test_the_paths_it_names_exist(self):
        for path in re.findall(r"`((?:app|server|protocol|ui|tests|resources)/[\w/.-]*)`", self.readme):
            self.assertTrue(os.path.exists(os.path.join(support.ROOT, path)), path)

    def test_the_presets_it_names_exist(self):
        presets = {preset["name"] for preset in json.loads(read("CMakePresets.json"))["configurePresets"]}
        named = set(re.findall(r"--preset (\w+)", self.readme))
        self.assertTrue(named)
        self.assertLessEqual(named, presets)

    def test_the_version_in_the_change_log_is_the_programs(self):
        version = re.search(r"project\(Tincan VERSION ([\d.]+)", read("CMakeLists.txt"))[1]
        self.assertIn("## %s" % version, read("CHANGELOG.md"))


if __name__ == "__main__":
    support.main()
