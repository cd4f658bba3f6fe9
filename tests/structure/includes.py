"""Who may include whom: layers, levels of capabilities, rooms inside a capability, no circles, heavy headers kept in."""
import pathlib
import re

from tree import Problem, Tree

INCLUDE = re.compile(r'\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')
SOURCE = r"src/.+\.(cpp|hpp)"

# app -> capabilities (+ design) -> platform | compute -> base
LAYERS = {
    "base": {"base"},
    "compute": {"base", "compute"},
    "platform": {"base", "platform"},
    "design": {"base", "platform", "design"},
    "capabilities": {"base", "platform", "compute", "design", "capabilities"},
    "app": {"base", "platform", "compute", "design", "capabilities", "app"},
}

# Inside a capability. `face` is <name>.hpp, the ids and summaries that others see; `part` is any other file beside it.
ROOMS = {
    "model": {"face", "model"},
    "store": {"face", "model", "store", "part"},
    "part": {"face", "model", "store", "part"},
    "actions": {"face", "model", "store", "part", "actions"},
    "reads": {"face", "model", "store", "part", "reads"},
    "web": {"face", "model", "part", "actions", "reads", "web"},
}

# Headers that cost seconds: they stay in .cpp files, behind a small header of ours.
HEAVY = re.compile(
    r"boost/(beast|asio)(/|\.hpp)|boost/json\.hpp|boost/json/(value|parse|serialize|object|array)\.hpp"
    r"|CLI/.*|toml\+\+/.*|unicode/.*|vips/.*|curl/.*|cmark-gfm.*|ctemplate/template(_dictionary)?\.h|spdlog/spdlog\.h"
)
ONLY_IN_HTTP = re.compile(r"boost/(beast|asio)(/|\.hpp)")


def includes(tree: Tree, file: str) -> list[tuple[int, str, bool]]:
    """Line, path and whether it is one of our own (in quotes)."""
    found = []
    for number, line in enumerate(tree.lines(file), 1):
        if match := INCLUDE.match(line):
            found.append((number, match.group(1) or match.group(2), match.group(1) is not None))
    return found


def is_test(file: str) -> bool:
    return "/tests/" in file or file.endswith("_test.cpp") or file.endswith(("/testing.cpp", "/testing.hpp"))


def layers(tree: Tree) -> list[Problem]:
    """A layer includes only what lies below it."""
    problems = []
    for file in tree.matching(SOURCE):
        layer = file.split("/")[1]
        # Tests of a capability make whole programs out of what app puts together.
        if layer == "capabilities" and is_test(file):
            continue
        for line, path, own in includes(tree, file):
            if not own:
                continue
            if not tree.exists(f"src/{path}"):
                problems.append(Problem(file, line, f'"{path}" is not below src/; write the whole path from src/.'))
                continue
            if path.split("/")[0] not in LAYERS.get(layer, set()):
                problems.append(Problem(file, line, f'{layer} may not include "{path}"; move the code to a layer that may.'))
    return problems


def level_of(tree: Tree, capability: str) -> int | None:
    manifest = f"src/capabilities/{capability}/{capability}.cpp"
    if not tree.exists(manifest):
        return None
    for line in tree.code_lines(manifest):
        if match := re.search(r"\blevel\s*=\s*(\d)", line):
            return int(match.group(1))
    return None


def levels(tree: Tree) -> list[Problem]:
    """A capability includes another one only by its public face, and only one of a lower level."""
    problems = []
    level = {name: level_of(tree, name) for name in tree.capabilities()}
    for name, value in level.items():
        if value is None:
            problems.append(Problem(f"src/capabilities/{name}/{name}.cpp", 1,
                                    "has no manifest with a level; write `.level = N` where the Capability is made."))
    for file in tree.matching(r"src/(capabilities|design|platform|app)/.+\.(cpp|hpp)"):
        parts = file.split("/")
        own_name = parts[2] if parts[1] == "capabilities" else None
        if is_test(file):
            continue
        for line, path, own in includes(tree, file):
            target = path.split("/")
            if not own or target[0] != "capabilities" or target[1] == own_name:
                continue
            if path != f"capabilities/{target[1]}/{target[1]}.hpp":
                problems.append(Problem(file, line, f"{path} is a room inside {target[1]}; include its public face "
                                                    f"capabilities/{target[1]}/{target[1]}.hpp."))
            if own_name and None not in (level.get(own_name), level.get(target[1])) \
                    and level[target[1]] >= level[own_name]:
                problems.append(Problem(file, line, f"{own_name} (level {level[own_name]}) may not include {target[1]} "
                                                    f"(level {level[target[1]]}); let it hear an event instead."))
    return problems


def room_of(path: str) -> str | None:
    """The room of capabilities/<name>/...; nothing for jobs, exchange and the manifest, which may use the whole capability."""
    name, rest = path.split("/")[1], path.split("/")[2:]
    if len(rest) > 1:
        return rest[0] if rest[0] in ROOMS else "part"
    stem = pathlib.PurePosixPath(rest[0]).stem
    if rest[0] == f"{name}.hpp":
        return "face"
    if rest[0] == f"{name}.cpp" or stem in ("jobs", "exchange") or stem.endswith(("_jobs", "_exchange")):
        return None
    for room in ("model", "store"):
        if stem == room or stem.endswith(f"_{room}"):
            return room
    return "part"


def rooms(tree: Tree) -> list[Problem]:
    """Inside a capability: model knows nothing, store and actions and reads lean on it, web never asks the store."""
    problems = []
    for file in tree.matching(r"src/capabilities/.+\.(cpp|hpp)"):
        own = file.removeprefix("src/")
        room = room_of(own)
        if is_test(file) or room not in ROOMS:
            continue
        for line, path, _ in includes(tree, file):
            if path.split("/")[:2] != own.split("/")[:2]:
                continue
            if (target := room_of(path)) not in ROOMS[room]:
                problems.append(Problem(file, line, f'{room} may not include "{path}" ({target or "manifest or jobs"}); '
                                                    f"{room} may ask: {', '.join(sorted(ROOMS[room]))}."))
    return problems


def circles(tree: Tree) -> list[Problem]:
    """No header includes itself by a detour."""
    graph = {
        file: [(line, f"src/{path}") for line, path, own in includes(tree, file) if own and tree.exists(f"src/{path}")]
        for file in tree.matching(SOURCE)
    }
    problems, done = [], set()

    def visit(file: str, trail: list[str]) -> None:
        if file in done:
            return
        for line, target in graph[file]:
            if target in trail or target == file:
                way = " -> ".join(trail[trail.index(target):] + [file, target] if target in trail else [file, target])
                problems.append(Problem(file, line, f"includes in a circle: {way}; move what both need to a third header."))
            else:
                visit(target, trail + [file])
        done.add(file)

    for file in graph:
        visit(file, [])
    return problems


def heavy_headers(tree: Tree) -> list[Problem]:
    """Slow headers stay out of our headers; Beast and Asio stay in platform/http."""
    problems = []
    for file in tree.matching(SOURCE):
        for line, path, own in includes(tree, file):
            if own:
                continue
            if file.endswith(".hpp") and HEAVY.fullmatch(path) and path != "boost/json/fwd.hpp":
                problems.append(Problem(file, line, f"<{path}> costs seconds in every file; include it in a .cpp only."))
            if ONLY_IN_HTTP.match(path) and not file.startswith("src/platform/http/"):
                problems.append(Problem(file, line, f"<{path}> is sealed in src/platform/http; use its headers."))
    return problems


GUARDS = [layers, levels, rooms, circles, heavy_headers]
