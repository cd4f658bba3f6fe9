"""The source tree as the guards see it: files with their text, and what a guard has to say about one line of them."""
import dataclasses
import functools
import pathlib
import re

SKIPPED = {".git", ".ccache", "build", "node_modules", "__pycache__"}


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    file: str
    line: int
    what: str  # what is wrong, and what to do about it

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}"


class Tree:
    def __init__(self, root: pathlib.Path):
        self.root = root
        self.files = sorted(
            path.relative_to(root).as_posix()
            for top in ("src", "tests", "tools")
            for path in (root / top).rglob("*")
            if path.is_file() and not SKIPPED & set(path.relative_to(root).parts)
        )

    def matching(self, pattern: str) -> list[str]:
        """Files whose whole path matches the regular expression."""
        rule = re.compile(pattern)
        return [file for file in self.files if rule.fullmatch(file)]

    @functools.cache
    def text(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    @functools.cache
    def lines(self, file: str) -> list[str]:
        return self.text(file).splitlines()

    @functools.cache
    def code_lines(self, file: str) -> list[str]:
        """The lines of a C++ or SQL file without its comments; strings stay, line numbers too."""
        comment = SQL_COMMENT if file.endswith(".sql") else CPP_COMMENT
        keep_lines = lambda match: match.group("keep") or "\n" * match.group(0).count("\n")
        return comment.sub(keep_lines, self.text(file)).splitlines()

    def exists(self, file: str) -> bool:
        return file in self._names

    @functools.cached_property
    def _names(self) -> set[str]:
        return set(self.files)

    def capabilities(self) -> list[str]:
        return sorted({file.split("/")[2] for file in self.matching(r"src/capabilities/[^/]+/.+")})


CPP_COMMENT = re.compile(r"""(?P<keep>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')|//[^\n]*|/\*.*?\*/""", re.DOTALL)
SQL_COMMENT = re.compile(r"(?P<keep>'[^']*')|--[^\n]*|/\*.*?\*/", re.DOTALL)
