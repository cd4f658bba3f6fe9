"""What may not be called or written where, how files are called and how long they are."""
import re

from tree import Problem, Tree

CODE = r"src/.+\.(cpp|hpp|ts)"

# What, where it is allowed, and what to do instead. Tests may do all of it but ask the time.
BANNED = [
    (r"system_clock::now|\bgettimeofday\b|\btime\((nullptr|NULL|0)\)", r"src/base/clock\.cpp",
     "only base/clock.cpp asks the machine for the time; take a Clock"),
    (r"\bCURRENT_(TIMESTAMP|DATE|TIME)\b|datetime\('now'", r"",
     "the database has no clock of its own; pass the time as a parameter"),
    # Waiting times of reruns may differ by chance: nobody sees them.
    (r"\brandom_device\b|\bs?rand\(", r"src/platform/db/postgresql_database\.cpp", "hidden randomness; use base/digest.hpp (secrets) or a seed that is published"),
    (r"\bgetenv\b", r"src/app/.+|src/platform/db/testing\.cpp", "only app reads the environment; take a setting"),
    (r"<sqlite3\.h>|<libpq-fe\.h>", r"src/platform/db/.+", "engines are sealed in platform/db; use db::Transaction"),
    (r"\bofstream\b|\bfopen\b", r"src/platform/(files|mail)/.+|src/app/.+",
     "files are written by platform/files, platform/mail and app only; use a FileStore"),
]
CLOCK_RULE = BANNED[0]

EMPTY_NAMES = {"util", "utils", "utility", "utilities", "helper", "helpers", "common", "manager", "managers", "misc"}
PLACES = re.compile(r"lansingerland|oranjebuurt|bergschenhoek|bleiswijk|berkel", re.IGNORECASE)
PLACE_FREE = r"src/.+\.(cpp|hpp|ts|css|html|txt|toml|sql)"
DATA_FILE = re.compile(r"\b[\w/]*data/[\w./-]+")  # the name of a file of data may be that of a place
PLACES_ALLOWED = re.compile(r".*/(data|examples|tests|demo)/.*|.*demo[^/]*\.(cpp|hpp)")

WARN_AT, FAIL_AT, FAIL_TESTS_AT = 300, 500, 600


def is_test(file: str) -> bool:
    return "/tests/" in file or file.startswith("tests/")


def banned_calls(tree: Tree) -> list[Problem]:
    """Time, chance, environment, engines and files are asked for in one place each."""
    problems = []
    for file in tree.matching(r"src/.+\.(cpp|hpp|sql)"):
        for pattern, allowed, instead in [CLOCK_RULE] if is_test(file) else BANNED:
            if allowed and re.fullmatch(allowed, file):
                continue
            for number, line in enumerate(tree.code_lines(file), 1):
                if match := re.search(pattern, line):
                    problems.append(Problem(file, number, f"{match.group(0)}: {instead}."))
    return problems


def empty_names(tree: Tree) -> list[Problem]:
    """A thing shared by two has a name, or it is two things."""
    problems = []
    for file in tree.files:
        for part in file.split("/"):
            if bad := EMPTY_NAMES & set(re.split(r"[_.\-]", part.lower())):
                problems.append(Problem(file, 1, f'"{bad.pop()}" says nothing; name the file after what is in it.'))
    return problems


def place_names(tree: Tree) -> list[Problem]:
    """A place is data: no code, words or templates know a municipality."""
    problems = []
    for file in tree.matching(PLACE_FREE):
        if PLACES_ALLOWED.fullmatch(file):
            continue
        lines = tree.code_lines(file) if file.endswith((".cpp", ".hpp", ".ts", ".sql")) else tree.lines(file)
        for number, line in enumerate(lines, 1):
            if match := PLACES.search(DATA_FILE.sub("", line)):
                problems.append(Problem(file, number, f"{match.group(0)}: a place is data; put it in data/ or in a setting."))
    return problems


def file_lengths(tree: Tree) -> list[Problem]:
    """Files aim at 120 to 300 lines; at 500 (tests: 600) a file is two files."""
    problems = []
    for file in tree.matching(r"(src|tests|tools)/.+\.(cpp|hpp|ts|py|mjs)"):
        length, most = len(tree.lines(file)), FAIL_TESTS_AT if is_test(file) else FAIL_AT
        if length > most:
            problems.append(Problem(file, most, f"{length} lines, {most} is the end; divide it by what it does."))
    return problems


def long_files(tree: Tree) -> list[Problem]:
    """Not a fault yet: files over 300 lines, shown so that they do not grow unseen."""
    return [
        Problem(file, WARN_AT, f"{len(tree.lines(file))} lines, aim below {WARN_AT}.")
        for file in tree.matching(CODE)
        if not is_test(file) and WARN_AT < len(tree.lines(file)) <= FAIL_AT
    ]


GUARDS = [banned_calls, empty_names, place_names, file_lengths]
