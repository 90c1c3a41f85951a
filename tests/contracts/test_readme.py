"""What the README says is what the code does."""

from pathlib import Path

from core.policy_text import policy_table

README = (Path(__file__).resolve().parents[2] / "README.md").read_text()


def test_the_policy_it_prints_is_the_policy_in_force():
    printed = README.split("<!-- policy -->\n")[1].split("\n<!-- /policy -->")[0]

    assert printed == policy_table()


def test_the_files_it_names_are_there():
    root = Path(__file__).resolve().parents[2]
    named = [words.split(")")[0] for words in README.split("](")[1:]]

    assert [name for name in named if not (root / name).exists()] == []
