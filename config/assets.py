"""Makes the folder of third-party stylesheet, script and fonts that the pages and the PDFs use.

Run by ./run.sh and ./test.sh after `npm ci`, as `python -m config.assets NODE_MODULES VENDOR`. It needs no
Django, so that a broken setting never stands in the way of setting up. The packages' own files are changed
in three ways, each for a reason:

- GDS Transport may be served from the gov.uk domain only, so its font faces go and its name is replaced;
- the royal crest is not a council's to show, so no rule refers to it any more;
- references to source maps go, because the maps are not shipped and collectstatic looks for what is named.
"""

import re
import shutil
import sys
from pathlib import Path

FONT_STACK = '"Source Sans 3",Arial,sans-serif'
FONT_SUBSETS = ("latin-ext", "latin")

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_GDS_STACK = re.compile(r"GDS Transport,\s*arial,\s*sans-serif", re.IGNORECASE)
_CREST = re.compile(r"url\([^)]*crest[^)]*\)")
_SOURCE_MAP_CSS = re.compile(r"\s*/\*# sourceMappingURL=[^*]*\*/\s*")
_SOURCE_MAP_JS = re.compile(r"\s*//# sourceMappingURL=\S*\s*$")
_REFERENCE = re.compile(r"url\((?!['\"]?data:)[^)]*\)")


class AssetError(Exception):
    """A package no longer looks as this step expects; the message says what was found."""


def stylesheet_without_gds(css: str) -> str:
    """Return GOV.UK Frontend's compiled stylesheet for use outside the gov.uk domain.

    Raises AssetError when a trace of the font, the crest or any file that is not shipped is left: a new
    version of the package then stops the set-up instead of serving what may not be served.
    """
    css = _FONT_FACE.sub("", css)
    css = _GDS_STACK.sub(lambda _: FONT_STACK, css)
    css = _CREST.sub("none", css)
    css = _SOURCE_MAP_CSS.sub("\n", css)
    left = _REFERENCE.findall(css) + re.findall(r"GDS Transport|crest|sourceMappingURL", css, re.IGNORECASE)
    if left:
        raise AssetError(f"govuk-frontend's stylesheet still refers to {', '.join(sorted(set(left)))}")
    return css


def script_without_map(script: str) -> str:
    """Return the script without the comment that names its source map."""
    return _SOURCE_MAP_JS.sub("\n", script)


def font_faces(css: str) -> str:
    """Return the font faces of FONT_SUBSETS from the font package's stylesheet, under the plain family name.

    The package calls the family "Source Sans 3 Variable" and keeps its files in ./files/; ours lie beside
    the stylesheet. Raises AssetError when a subset is missing.
    """
    faces = []
    for subset in FONT_SUBSETS:
        name = _font_file(subset)
        face = next((text for text in _FONT_FACE.findall(css) if f"/{name})" in text), None)
        if face is None:
            raise AssetError(f"source-sans-3's stylesheet names no {name}")
        faces.append(face.replace("Source Sans 3 Variable", "Source Sans 3").replace("./files/", ""))
    return "\n".join(faces) + "\n"


def build(node_modules: Path, vendor: Path) -> None:
    """Make the folder `vendor` anew from the installed packages.

    The folder is put together beside its place and then swapped in, so that an interrupted run leaves the
    old one whole. Raises AssetError, or OSError when a package or the target cannot be read or written.
    """
    govuk = node_modules / "govuk-frontend/dist/govuk"
    fonts = node_modules / "@fontsource-variable/source-sans-3"
    fresh = vendor.with_name(vendor.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    (fresh / "govuk").mkdir(parents=True)
    (fresh / "fonts").mkdir()

    _write(fresh / "govuk/govuk.css", stylesheet_without_gds(_read(govuk / "govuk-frontend.min.css")))
    _write(fresh / "govuk/govuk.js", script_without_map(_read(govuk / "govuk-frontend.min.js")))
    _write(fresh / "fonts/source-sans-3.css", font_faces(_read(fonts / "wght.css")))
    for subset in FONT_SUBSETS:
        shutil.copyfile(fonts / "files" / _font_file(subset), fresh / "fonts" / _font_file(subset))
    # GOV.UK Frontend's package carries no licence file; its notice is in LICENSE at the top of the project.
    shutil.copyfile(fonts / "LICENSE", fresh / "fonts/OFL.txt")

    shutil.rmtree(vendor, ignore_errors=True)
    fresh.rename(vendor)


def _font_file(subset: str) -> str:
    return f"source-sans-3-{subset}-wght-normal.woff2"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def main(arguments: list[str]) -> int:
    """Build from the two folders named on the command line; return the exit code."""
    if len(arguments) != 2:
        sys.stderr.write("Usage: python -m config.assets NODE_MODULES VENDOR\n")
        return 2
    try:
        build(Path(arguments[0]), Path(arguments[1]))
    except (AssetError, OSError) as problem:
        sys.stderr.write(f"The stylesheet, script and fonts could not be put in place: {problem}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
