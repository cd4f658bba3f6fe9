"""A demo neighbourhood for tests that need the real program as a process: filled once per engine, a copy for each test."""

import contextlib
import csv
import os
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
# WIJKTAFEL_PROGRAM chooses another build than the one that `make test` makes.
PROGRAM = os.path.abspath(os.environ.get("WIJKTAFEL_PROGRAM", ROOT / "build/release/wijktafel"))
POSTGRESQL = os.environ.get("WIJKTAFEL_TEST_POSTGRESQL")  # set by tools/with-postgresql


def wijktafel(*arguments, check=True):
    """Runs a subcommand to its end and returns the completed process (text)."""
    return subprocess.run([PROGRAM, *map(str, arguments)], check=check, capture_output=True, text=True, timeout=300)


def sql(statement, database=None):
    """One statement outside the program, on the PostgreSQL of tools/with-postgresql."""
    command = ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--dbname", database or POSTGRESQL]
    return subprocess.run([*command, "--command", statement], check=True, capture_output=True, text=True).stdout.strip()


class Copy:
    """A neighbourhood of one's own: `database` is the option's value, `folder` holds files, mail and (SQLite) the database."""

    def __init__(self, folder, database):
        self.folder = pathlib.Path(folder)
        self.database = database

    @property
    def files(self):
        return self.folder / "files"

    @property
    def mail(self):
        return self.folder / "mail"

    def verify(self):
        return wijktafel("verify", "--database", self.database, check=False)

    def rows(self, query):
        """What stands in the database, read beside the program: lists of texts (NULL is '')."""
        if not self.database.startswith("sqlite:"):
            command = ["psql", "--no-psqlrc", "--quiet", "--csv", "--tuples-only", "--dbname", self.database, "--command", query]
            told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout
            return list(csv.reader(told.splitlines()))
        with contextlib.closing(sqlite3.connect(self.database.removeprefix("sqlite:"), timeout=30)) as database:
            return [["" if value is None else str(value) for value in row] for row in database.execute(query)]

    def write(self, statement):
        """One change beside the program, which does not run."""
        if not self.database.startswith("sqlite:"):
            sql(statement, self.database)
            return
        with contextlib.closing(sqlite3.connect(self.database.removeprefix("sqlite:"), timeout=30)) as database, database:
            database.execute(statement)


class Town:
    """`Town.of("sqlite")` and `Town.of("postgresql")` fill the demo once in a run; `copy()` is cheap."""

    _filled = {}

    @classmethod
    def of(cls, engine):
        if engine not in cls._filled:
            cls._filled[engine] = cls(engine)
        return cls._filled[engine]

    @classmethod
    def remove_all(cls):
        for town in cls._filled.values():
            shutil.rmtree(town.folder, ignore_errors=True)
        cls._filled.clear()

    def __init__(self, engine):
        self.engine = engine
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="wijktafel-live-"))
        self.copies = 0
        self.name = f"live_{os.getpid()}"
        if engine == "postgresql":
            sql(f"CREATE DATABASE {self.name}")
        (self.folder / "files").mkdir()
        wijktafel("demo", "--database", self._address(self.folder, self.name), "--files", self.folder / "files",
                  "--mail", f"file:{self.folder / 'mail'}")

    def _address(self, folder, name):
        if self.engine == "sqlite":
            return f"sqlite:{folder / 'town.sqlite'}"
        return urllib.parse.urlsplit(POSTGRESQL)._replace(path=f"/{name}").geturl()

    def copy(self):
        self.copies += 1
        folder = self.folder / f"copy-{self.copies}"
        shutil.copytree(self.folder / "files", folder / "files")
        name = f"{self.name}_{self.copies}"
        if self.engine == "postgresql":
            sql(f"CREATE DATABASE {name} TEMPLATE {self.name}")
        else:
            for file in self.folder.glob("town.sqlite*"):
                shutil.copy(file, folder / file.name)
        return Copy(folder, self._address(folder, name))
