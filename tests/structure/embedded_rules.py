"""What goes into the program besides code: templates, words and migrations, and the README of each capability."""
import pathlib
import re
import tomllib

from tree import Problem, Tree

MARK = '{{%AUTOESCAPE context="HTML"}}'
ARGUMENT = re.compile(r"\{(\w+)\s*[,}]")
# "{count, plural, one {# reactie} other {reacties}}": what follows one of these is text, no argument.
BRANCH = re.compile(r"(=\d+|\b(?:zero|one|two|few|many|other))\s*\{")
MIGRATION = re.compile(r"\d{4}_[a-z]+(_[a-z0-9]+)+\.sql")
PERSONAL = {"email", "mail", "phone", "telephone", "name", "address", "token", "ip", "secret", "password"}


def templates(tree: Tree) -> list[Problem]:
    """Every page template escapes by itself, never runs or styles inline, and has an example."""
    problems = []
    for file in tree.matching(r"src/.+/templates/.+\.html"):
        if not tree.text(file).startswith(MARK):
            problems.append(Problem(file, 1, f"does not begin with {MARK}: output would be raw."))
        example = file.removesuffix(".html") + ".example.json"
        if not tree.exists(example):
            problems.append(Problem(file, 1, f"has no example; write {example} with the members of its view."))
        for number, line in enumerate(tree.lines(file), 1):
            if re.search(r"\{\{[^}]*:none\b", line):
                problems.append(Problem(file, number, ":none switches escaping off; use a SafeHtml member and :x-safe."))
            if re.search(r"<style\b|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=\"", line):
                problems.append(Problem(file, number, "inline script or style is refused by the browser (CSP); "
                                                      "use a file in assets/."))
    for file in tree.matching(r"src/.+/templates/.+\.example\.json"):
        if not any(tree.exists(file.removesuffix(".example.json") + kind) for kind in (".html", ".txt")):
            problems.append(Problem(file, 1, "is an example of no template; remove it or name it after its template."))
    return problems


def flattened(words: dict, prefix: str = "") -> dict[str, str]:
    flat = {}
    for key, value in words.items():
        flat |= flattened(value, f"{prefix}{key}.") if isinstance(value, dict) else {prefix + key: value}
    return flat


def arguments(text: str) -> set[str]:
    is_branched = re.search(r",\s*(plural|selectordinal|select)\s*,", text)
    return set(ARGUMENT.findall(BRANCH.sub("(", text) if is_branched else text))


def line_of(tree: Tree, file: str, key: str) -> int:
    last = key.split(".")[-1]
    return next((n for n, line in enumerate(tree.lines(file), 1) if re.match(rf'\s*(\S+\.)?"?{last}"?\s*=', line)), 1)


def word_files(tree: Tree) -> tuple[dict[str, dict[str, str]], list[Problem]]:
    """Per file its words by key; a file that is no TOML is a problem."""
    words, problems = {}, []
    for file in tree.matching(r"src/.+/words/[^/]+\.toml"):
        try:
            words[file] = flattened(tomllib.loads(tree.text(file)))
        except tomllib.TOMLDecodeError as fault:
            problems.append(Problem(file, 1, f"cannot be read as TOML: {fault}."))
    return words, problems


def words(tree: Tree) -> list[Problem]:
    """Every text exists in both languages, with the same arguments, and is not empty."""
    all_words, problems = word_files(tree)
    for file in all_words:
        language = pathlib.PurePosixPath(file).stem
        if language not in ("nl", "en"):
            problems.append(Problem(file, 1, "words are in nl.toml and en.toml; rename it."))
            continue
        other = str(pathlib.PurePosixPath(file).with_stem("en" if language == "nl" else "nl"))
        if not tree.exists(other):
            problems.append(Problem(file, 1, f"has no pair; write {other} with the same keys."))
            continue
        for key, text in all_words[file].items():
            line = line_of(tree, file, key)
            if not isinstance(text, str) or not text.strip():
                problems.append(Problem(file, line, f"{key} is not a text; write one."))
            elif key not in all_words.get(other, {key: ""}):
                problems.append(Problem(file, line, f"{key} is missing in {other}."))
            elif language == "nl" and other in all_words:
                ours, theirs = arguments(text), arguments(str(all_words[other][key]))
                if ours != theirs:
                    problems.append(Problem(file, line, f"{key} has other arguments than in {other}: "
                                                        f"{', '.join(sorted(ours ^ theirs))}."))
    return problems


def word_keys(tree: Tree) -> list[Problem]:
    """Every key that code or a template asks for exists."""
    known = set()
    for file, texts in word_files(tree)[0].items():
        folder = file.split("/words/")[0].split("/")[-1]
        known |= {f"{folder}.{key}" for key in texts}
    if not known:
        return []
    asked = [(r"src/.+/templates/.+\.(html|txt)", r"\[\[([a-z0-9_.]+)\]\]"),
             (r"src/.+\.cpp", r'\btext\("([a-z0-9_]+(?:\.[a-z0-9_]+)+)"')]
    problems = []
    for files, pattern in asked:
        for file in tree.matching(files):
            if "/tests/" in file:
                continue
            for number, line in enumerate(tree.lines(file), 1):
                for key in re.findall(pattern, line):
                    if key not in known:
                        problems.append(Problem(file, number, f"{key} has no words; add it to words/nl.toml and en.toml."))
    return problems


def capability_readmes(tree: Tree) -> list[Problem]:
    """Every capability says in its README what people can do and what is kept."""
    return [
        Problem(f"src/capabilities/{name}/README.md", 1, "is missing: say what people can do, the states, who may, what is kept.")
        for name in tree.capabilities()
        if not tree.exists(f"src/capabilities/{name}/README.md")
    ]


def migration_names(tree: Tree) -> list[Problem]:
    """Migrations are NNNN_verb_object.sql, each number once per folder; parts that are made side by side leave gaps."""
    problems, numbers = [], {}
    for file in tree.matching(r"src/.+/migrations/[^/]+"):
        name = pathlib.PurePosixPath(file).name
        if not MIGRATION.fullmatch(name):
            problems.append(Problem(file, 1, "is not called NNNN_verb_object.sql, as in 0001_create_signals.sql."))
            continue
        numbers.setdefault(file.rsplit("/", 1)[0], []).append((int(name[:4]), file))
    for rows in numbers.values():
        seen: set[int] = set()
        for number, file in sorted(rows):
            if number in seen or number == 0:
                problems.append(Problem(file, 1, f"has number {number}, which is taken in this folder."))
            seen.add(number)
    return problems


def columns(tree: Tree, file: str) -> list[tuple[int, str, str]]:
    """Line, table and column of what a migration creates."""
    found, table = [], None
    for number, line in enumerate(tree.code_lines(file), 1):
        if match := re.search(r"CREATE TABLE\s+(?:IF NOT EXISTS\s+)?(\w+)", line, re.IGNORECASE):
            table, line = match.group(1), line[match.end():].lstrip(" (")
        if match := re.search(r"ALTER TABLE\s+(\w+)\s+ADD\s+(?:COLUMN\s+)?(\w+)", line, re.IGNORECASE):
            found.append((number, match.group(1), match.group(2)))
        elif table:
            for part in line.split(","):
                if match := re.match(r"\s*(\w+)\s+[A-Za-z$]", part):
                    found.append((number, table, match.group(1)))
        if ";" in line:
            table = None
    return found


def declared_personal(tree: Tree) -> set[tuple[str, str]]:
    """Table and column of every PersonalColumn in a manifest, with or without the member names."""
    pair = re.compile(r'\{\s*(?:\.table\s*=\s*)?"(\w+)"\s*,\s*(?:\.column\s*=\s*)?"(\w+)"\s*,\s*(?:\.purpose\s*=\s*)?"[\w.]+"')
    found = set()
    for file in tree.matching(r"src/capabilities/.+\.cpp"):
        if "personal_data" in tree.text(file) or "PersonalColumn" in tree.text(file):
            found |= set(pair.findall("\n".join(tree.code_lines(file))))
    return found


def personal_data(tree: Tree) -> list[Problem]:
    """Every column that looks personal has a purpose and a term in a manifest, or a reason why it is not personal."""
    listed = tree.root / "tests/structure/personal_exceptions.toml"
    reasons = tomllib.loads(listed.read_text(encoding="utf-8")) if listed.exists() else {}
    declared, problems, seen = declared_personal(tree), [], set()
    for file in tree.matching(r"src/.+/migrations/[^/]+\.sql"):
        for line, table, column in columns(tree, file):
            seen.add((table, column))
            if not PERSONAL & set(column.lower().split("_")):
                continue
            if (table, column) not in declared and not reasons.get(table, {}).get(column):
                problems.append(Problem(file, line, f"{table}.{column} looks personal; declare it in personal_data of the "
                                                    "manifest, or give a reason in tests/structure/personal_exceptions.toml."))
    for table, rows in reasons.items():
        for column in rows:
            if (table, column) not in seen:
                problems.append(Problem("tests/structure/personal_exceptions.toml", 1, f"{table}.{column} does not exist; remove it."))
    return problems


GUARDS = [templates, words, word_keys, capability_readmes, migration_names, personal_data]
