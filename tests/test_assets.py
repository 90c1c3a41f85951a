"""The third-party stylesheet, script and fonts are put in place without what a council may not serve."""

from pathlib import Path

import pytest

from config import assets

GOVUK_CSS = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'
    ".a{font-family:GDS Transport,arial,sans-serif}"
    ".b{background:url(/assets/images/govuk-crest.svg) no-repeat}"
    '.c{background:url("data:image/svg+xml,x")}'
    "\n/*# sourceMappingURL=govuk-frontend.min.css.map */\n"
)
FONT_CSS = "".join(
    "@font-face { font-family: 'Source Sans 3 Variable'; "
    f"src: url(./files/source-sans-3-{subset}-wght-normal.woff2) }}"
    for subset in ("vietnamese", "latin-ext", "latin")
)


def packages(folder: Path, *, css: str = GOVUK_CSS) -> Path:
    govuk = folder / "govuk-frontend/dist/govuk"
    fonts = folder / "@fontsource-variable/source-sans-3"
    govuk.mkdir(parents=True)
    (fonts / "files").mkdir(parents=True)
    (govuk / "govuk-frontend.min.css").write_text(css)
    (govuk / "govuk-frontend.min.js").write_text("go();//# sourceMappingURL=govuk-frontend.min.js.map\n")
    (fonts / "wght.css").write_text(FONT_CSS)
    (fonts / "LICENSE").write_text("SIL OPEN FONT LICENSE")
    for subset in ("latin-ext", "latin"):
        (fonts / f"files/source-sans-3-{subset}-wght-normal.woff2").write_bytes(subset.encode())
    return folder


def test_the_stylesheet_keeps_everything_but_the_font_the_crest_and_the_map() -> None:
    assert assets.stylesheet_without_gds(GOVUK_CSS) == (
        '.a{font-family:"Source Sans 3",Arial,sans-serif}'
        ".b{background:none no-repeat}"
        '.c{background:url("data:image/svg+xml,x")}\n'
    )


def test_a_stylesheet_that_still_names_a_file_which_is_not_shipped_is_refused() -> None:
    with pytest.raises(assets.AssetError) as refusal:
        assets.stylesheet_without_gds(".d{background:url(/assets/images/new-logo.svg)}")
    assert (
        str(refusal.value) == "govuk-frontend's stylesheet still refers to url(/assets/images/new-logo.svg)"
    )


def test_only_the_latin_font_faces_are_kept_under_the_plain_family_name() -> None:
    assert assets.font_faces(FONT_CSS) == (
        "@font-face { font-family: 'Source Sans 3'; src: url(source-sans-3-latin-ext-wght-normal.woff2) }\n"
        "@font-face { font-family: 'Source Sans 3'; src: url(source-sans-3-latin-wght-normal.woff2) }\n"
    )


def test_building_twice_leaves_one_folder_with_exactly_the_files_that_are_served(tmp_path: Path) -> None:
    node_modules, vendor = packages(tmp_path / "node_modules"), tmp_path / "data/vendor"
    assets.build(node_modules, vendor)
    (vendor / "stale.css").write_text("left from an older version")
    assets.build(node_modules, vendor)
    assert sorted(str(path.relative_to(vendor)) for path in vendor.rglob("*") if path.is_file()) == [
        "fonts/OFL.txt",
        "fonts/source-sans-3-latin-ext-wght-normal.woff2",
        "fonts/source-sans-3-latin-wght-normal.woff2",
        "fonts/source-sans-3.css",
        "govuk/govuk.css",
        "govuk/govuk.js",
    ]
    assert (vendor / "govuk/govuk.js").read_text() == "go();\n"
    assert sorted(path.name for path in vendor.parent.iterdir()) == ["vendor"]


def test_a_package_that_changed_leaves_the_old_folder_whole_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vendor = tmp_path / "vendor"
    assets.build(packages(tmp_path / "good"), vendor)
    changed = packages(tmp_path / "changed", css=".e{background:url(/assets/x.png)}")
    assert assets.main([str(changed), str(vendor)]) == 1
    assert capsys.readouterr().err == (
        "The stylesheet, script and fonts could not be put in place: "
        "govuk-frontend's stylesheet still refers to url(/assets/x.png)\n"
    )
    assert (vendor / "govuk/govuk.css").read_text() == assets.stylesheet_without_gds(GOVUK_CSS)


def test_a_page_that_names_no_icon_finds_the_site_s_at_the_usual_address(client):
    found = client.get("/favicon.ico")

    assert (found.status_code, found.headers["Content-Type"]) == (200, "image/svg+xml")
    assert found.content == Path("static/icons/favicon.svg").read_bytes()
