#!/usr/bin/env python3
"""Proves that each guard can fail: a small sound tree has no problems, and each of these faults is found by its guard."""
import pathlib
import sys
import tempfile

import guards
from tree import Tree

MARK = '{{%AUTOESCAPE context="HTML"}}\n'
SIGNALS, PLACES = "src/capabilities/signals/", "src/capabilities/places/"

SOUND = {
    "src/base/time.hpp": "#pragma once\n#include <chrono>\n",
    "src/base/clock.cpp": '#include "base/time.hpp"\nauto now() { return std::chrono::system_clock::now(); }\n',
    "src/platform/db/sqlite.cpp": "#include <sqlite3.h>\n",
    PLACES + "README.md": "# Places\n",
    PLACES + "places.hpp": '#pragma once\n#include "base/time.hpp"\n',
    PLACES + "places.cpp": '#include "capabilities/places/places.hpp"\nauto manifest = Capability{.name = "places", .level = 0};\n',
    SIGNALS + "README.md": "# Signals\n",
    SIGNALS + "signals.hpp": "#pragma once\n",
    SIGNALS + "signals.cpp": '#include "capabilities/signals/signals.hpp"\n'
                             '// asks std::getenv for nothing, and knows no Oranjebuurt\n'
                             'auto manifest = Capability{.level = 4, .personal_data = {{"signal", "reporter_email", "signals.why"}}};\n',
    SIGNALS + "model.hpp": '#pragma once\n#include "capabilities/signals/signals.hpp"\n',
    SIGNALS + "store.hpp": '#pragma once\n#include "capabilities/signals/model.hpp"\n#include "capabilities/places/places.hpp"\n',
    SIGNALS + "actions/report_signal.cpp": '#include "capabilities/signals/store.hpp"\n',
    SIGNALS + "reads/signal_page.hpp": '#include "capabilities/signals/store.hpp"\n',
    SIGNALS + "web/pages.cpp": '#include "capabilities/signals/reads/signal_page.hpp"\n'
                               'auto title = call.text("signals.page.title");\n',
    SIGNALS + "templates/signal_page.html": MARK + "<h1>[[signals.page.title]]</h1>\n",
    SIGNALS + "templates/signal_page.example.json": "{}\n",
    SIGNALS + "words/nl.toml": '[page]\ntitle = "Signaal van {name}"\ncount = "{count, plural, =0 {Signalen} other {# of {more}}}"\n',
    SIGNALS + "words/en.toml": '[page]\ntitle = "Signal of {name}"\ncount = "{count, plural, =0 {Signals} other {# or {more}}}"\n',
    SIGNALS + "migrations/0001_create_signals.sql":
        "-- name, address: not here\nCREATE TABLE signal (\n  id $IDENTITY,\n  reporter_email TEXT,\n  area TEXT NOT NULL\n);\n",
    SIGNALS + "tests/signals_test.cpp": '#include "capabilities/signals/store.hpp"\nauto area = "Oranjebuurt";\n',
}

# What is wrong, the guard that must say so, and the files that make it wrong (None: the file is taken away).
FAULTS = [
    ("platform leans on a capability", "layers",
     {"src/platform/db/pool.cpp": '#include "capabilities/signals/signals.hpp"\n'}),
    ("base leans on platform", "layers", {"src/platform/db/a.hpp": "", "src/base/b.cpp": '#include "platform/db/a.hpp"\n'}),
    ("an include from beside the file", "layers", {SIGNALS + "store.cpp": '#include "store.hpp"\n'}),
    ("a room of another capability", "levels", {SIGNALS + "store.cpp": '#include "capabilities/places/store.hpp"\n',
                                                PLACES + "store.hpp": ""}),
    ("a capability of a higher level", "levels", {PLACES + "store.cpp": '#include "capabilities/signals/signals.hpp"\n'}),
    ("no level", "levels", {PLACES + "places.cpp": "// level = 0\n"}),
    ("web asks the store", "rooms", {SIGNALS + "web/list.cpp": '#include "capabilities/signals/store.hpp"\n'}),
    ("model asks the store", "rooms", {SIGNALS + "model.cpp": '#include "capabilities/signals/store.hpp"\n'}),
    ("reads ask actions", "rooms", {SIGNALS + "reads/x.cpp": '#include "capabilities/signals/actions/report_signal.hpp"\n',
                                    SIGNALS + "actions/report_signal.hpp": ""}),
    ("a circle", "circles", {"src/base/one.hpp": '#include "base/two.hpp"\n', "src/base/two.hpp": '#include "base/one.hpp"\n'}),
    ("a slow header in a header", "heavy_headers", {"src/app/options.hpp": "#include <CLI/CLI.hpp>\n"}),
    ("Asio outside platform/http", "heavy_headers", {"src/app/main.cpp": "#include <boost/asio.hpp>\n"}),
    ("the machine's time", "banned_calls", {SIGNALS + "model.cpp": "auto now = std::chrono::system_clock::now();\n"}),
    ("the machine's time in a test", "banned_calls", {SIGNALS + "tests/x_test.cpp": "auto now = std::time(nullptr);\n"}),
    ("the database's time", "banned_calls",
     {SIGNALS + "migrations/0002_add_moment.sql": "ALTER TABLE signal ADD COLUMN moment TEXT DEFAULT CURRENT_TIMESTAMP;\n"}),
    ("hidden randomness", "banned_calls", {SIGNALS + "model.cpp": "std::random_device seed;\n"}),
    ("the environment", "banned_calls", {"src/platform/db/pool.cpp": 'auto x = std::getenv("X");\n'}),
    ("an engine outside platform/db", "banned_calls", {SIGNALS + "store.cpp": "#include <sqlite3.h>\n"}),
    ("a file written by a capability", "banned_calls", {SIGNALS + "store.cpp": 'std::ofstream file("x");\n'}),
    ("a file named utils", "empty_names", {SIGNALS + "text_utils.cpp": ""}),
    ("a folder named common", "empty_names", {"src/common/x.hpp": ""}),
    ("a municipality in code", "place_names", {SIGNALS + "model.cpp": 'if (name == "Lansingerland") return;\n'}),
    ("a neighbourhood in the words", "place_names", {SIGNALS + "words/nl.toml": '[page]\ntitle = "De Oranjebuurt"\n'}),
    ("a file of 501 lines", "file_lengths", {SIGNALS + "model.cpp": "\n" * 501}),
    ("a test of 601 lines", "file_lengths", {SIGNALS + "tests/signals_test.cpp": "\n" * 601}),
    ("a template without the mark", "templates", {SIGNALS + "templates/signal_page.html": "<h1></h1>\n"}),
    ("a template without an example", "templates", {SIGNALS + "templates/signal_page.example.json": None}),
    ("an example without a template", "templates", {SIGNALS + "templates/gone.example.json": "{}"}),
    ("escaping switched off", "templates", {SIGNALS + "templates/signal_page.html": MARK + "{{text:none}}\n"}),
    ("an inline style", "templates", {SIGNALS + "templates/signal_page.html": MARK + '<p style="color:red">\n'}),
    ("an inline handler", "templates", {SIGNALS + "templates/signal_page.html": MARK + '<p onclick="go()">\n'}),
    ("words in one language", "words", {SIGNALS + "words/en.toml": None}),
    ("a key in one language", "words", {SIGNALS + "words/en.toml": '[page]\nheading = "Signal"\n'}),
    ("an empty text", "words", {SIGNALS + "words/en.toml": '[page]\ntitle = ""\n'}),
    ("other arguments", "words", {SIGNALS + "words/en.toml": '[page]\ntitle = "Signal of {reporter}"\n'}),
    ("words that are no TOML", "words", {SIGNALS + "words/en.toml": "[page\n"}),
    ("a template that asks for no words", "word_keys",
     {SIGNALS + "templates/signal_page.html": MARK + "[[signals.page.heading]]\n"}),
    ("code that asks for no words", "word_keys", {SIGNALS + "web/pages.cpp": 'auto x = call.text("signals.page.nothing");\n'}),
    ("a capability without README", "capability_readmes", {SIGNALS + "README.md": None}),
    ("a migration with a bad name", "migration_names", {SIGNALS + "migrations/create.sql": ""}),
    ("a number used twice", "migration_names", {SIGNALS + "migrations/0001_create_points.sql": ""}),
    ("a number that is none", "migration_names", {SIGNALS + "migrations/0000_add_place.sql": ""}),
    ("a personal column", "personal_data",
     {SIGNALS + "migrations/0002_create_callers.sql": "CREATE TABLE caller (id $IDENTITY, home_address TEXT);\n"}),
    ("a personal column added later", "personal_data",
     {SIGNALS + "migrations/0002_add_phone.sql": "ALTER TABLE signal ADD COLUMN phone TEXT;\n"}),
    ("a reason for a column that is gone", "personal_data",
     {"tests/structure/personal_exceptions.toml": '[signal]\nstreet_name = "a street, no person"\n'}),
]


def problems_of(files: dict[str, str | None]) -> dict[str, list]:
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name, text in files.items():
            if text is not None:
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(text, encoding="utf-8")
        tree = Tree(root)
        return {guard.__name__: guard(tree) for guard in guards.GUARDS}


def main() -> int:
    passed = failed = 0
    wrongly = {name: found for name, found in problems_of(SOUND).items() if found}
    for name, found in wrongly.items():
        print(f"{name} finds a fault in the sound tree: {found[0]}")
    failed, passed = (1, 0) if wrongly else (0, 1)
    for what, guard, files in FAULTS:
        if problems_of(SOUND | files)[guard]:
            passed += 1
        else:
            failed += 1
            print(f"{guard} does not see: {what}")
    untested = {guard.__name__ for guard in guards.GUARDS} - {guard for _, guard, _ in FAULTS}
    for guard in sorted(untested):
        failed += 1
        print(f"no fault proves that {guard} can fail")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
