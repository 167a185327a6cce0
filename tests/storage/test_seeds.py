"""What is curated in `seeds/` is sound, and a row that is not is refused by file, line and rule."""

from __future__ import annotations

import os
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import SeedError
from storage.models.seeds import FormKind, Role
from storage.seed_rows import read_rows
from storage.seeds import COLUMNS, LANGUAGES, read_seeds

SMALL = {
    "countries.csv": "AA,Aland,Alan,Алания,Alan,Алан,Алан,Alan",
    "country_forms.csv": "AA,en,Alanian,adjective",
    "offices.csv": "aa-health,health minister,AA,,Minister of Health",
    "officials.csv": "a-person,A Person,AA,",
    "aliases.csv": "a-person,А. Персон",
    "tenures.csv": "a-person,aa-health,2020-01-01,2021-01-01,unchecked",
    "sources.csv": "aa-news,AA News,AA News|AAN,AA,en,agency,agency,,https://news.example",
    "feeds.csv": "aa-news,aa-news,https://news.example/rss,en",
}


def write_seeds(folder: Path, **rows: str) -> Path:
    """A small sound folder of seeds, with the row of each file named (without .csv) replaced."""
    for file, row in SMALL.items():
        chosen = rows.get(file.removesuffix(".csv"), row)
        (folder / file).write_text(",".join(COLUMNS[file]) + "\n" + chosen + "\n", "utf-8")
    return folder


def test_the_curated_seeds_pass_every_check() -> None:
    seeds = read_seeds()
    assert len(seeds.countries) == 250
    assert "XK" in {country.code for country in seeds.countries}
    assert all(set(country.names) == set(LANGUAGES) for country in seeds.countries)


def test_no_two_countries_share_a_usual_name() -> None:
    for language in LANGUAGES:
        names = Counter(country.names[language] for country in read_seeds().countries)
        assert [name for name, count in names.items() if count > 1] == []


def test_every_country_has_an_alpha_3_code() -> None:
    seeds = read_seeds()
    codes = {f.code for f in seeds.country_forms if f.kind is FormKind.QUESTION and len(f.form) == 3}
    assert codes == {country.code for country in seeds.countries}


def test_a_small_folder_is_read_as_its_rows_say(tmp_path: Path) -> None:
    articles = write_seeds(tmp_path) / "articles"
    articles.mkdir()
    (articles / "b.txt").write_text("second", "utf-8")
    (articles / "a.txt").write_text(unicodedata.normalize("NFD", "Türkiye"), "utf-8")
    (articles / "note.md").write_text("not an article", "utf-8")
    seeds = read_seeds(tmp_path)
    assert seeds.offices[0].role is Role.HEALTH_MINISTER
    assert seeds.outlets[0].names == ("AA News", "AAN")
    assert not seeds.tenures[0].is_checked
    assert [(sample.name, sample.text) for sample in seeds.samples] == [("a", "Türkiye"), ("b", "second")]


def test_seeds_are_found_from_any_folder(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    code = "from storage.seeds import read_seeds; print(len(read_seeds().countries))"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "250"


@pytest.mark.parametrize(
    ("file", "row", "rule"),
    [
        ("countries", "AAA,a,b,c,d,e,f,g", "two capital letters"),
        ("countries", "AA,a,b,c,d,e,f,", "uz is empty"),
        ("countries", "AA,a,b,c,d,e,f", "7 fields where 8 are wanted"),
        ("country_forms", "ZZ,en,Nowhere,name", "code 'ZZ' is not known"),
        ("country_forms", "AA,xx,Alanian,adjective", "language 'xx' is not known"),
        ("country_forms", "AA,en,Alanian,nickname", "none of: name, adjective"),
        ("country_forms", "AA,en,Alan rubber,decoy", "its code is -"),
        ("country_forms", "AA,en,Alanian,adjective\nAA,en,Alanian,name", "says again what line 2 says"),
        ("country_forms", 'AA,en,"Alanian,adjective', "end of data"),
        ("country_forms", "AA,en,Ala\u0301nian,adjective", "not in NFC"),
        ("offices", "aa-health,health boss,AA,,Boss", "none of: health minister"),
        ("offices", "aa-health,health minister,ZZ,,Boss", "country 'ZZ' is not known"),
        ("officials", "a-person,,AA,", "name is empty"),
        ("aliases", "b-person,B", "official 'b-person' is not known"),
        ("tenures", "a-person,aa-war,,,unchecked", "office 'aa-war' is not known"),
        ("tenures", "a-person,aa-health,2020-13-01,,unchecked", "not a date"),
        ("tenures", "a-person,aa-health,2022-01-01,2021-01-01,unchecked", "from is later than until"),
        ("tenures", "a-person,aa-health,2020-01-01,,", "source is empty"),
        ("sources", "aa-news,AA News,,ZZ,en,agency,agency,,", "country 'ZZ' is not known"),
    ],
)
def test_a_row_that_breaks_a_rule_is_refused_by_file_and_line(tmp_path: Path, file: str, row: str, rule: str) -> None:
    with pytest.raises(SeedError, match=r"line [23]: ") as refused:
        read_seeds(write_seeds(tmp_path, **{file: row}))
    assert rule in str(refused.value)
    assert refused.value.values["file"] == f"{file}.csv"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    (write_seeds(tmp_path) / "tenures.csv").unlink()
    with pytest.raises(SeedError, match=r"seeds/tenures\.csv: the file is missing"):
        read_seeds(tmp_path)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (write_seeds(tmp_path) / "aliases.csv").write_bytes(b"official,name\na-person,\xff\n")
    with pytest.raises(SeedError, match=r"seeds/aliases\.csv: not UTF-8"):
        read_seeds(tmp_path)


@pytest.mark.parametrize(("text", "line"), [("", 1), ("# only a comment\n", 1), ("\nofficial\n", 2)])
def test_another_header_is_refused(text: str, line: int) -> None:
    with pytest.raises(SeedError, match=f"line {line}: the header"):
        list(read_rows("aliases.csv", text, COLUMNS["aliases.csv"]))


def test_comments_and_blank_lines_are_skipped_and_lines_still_counted() -> None:
    rows = list(read_rows("aliases.csv", "# who\nofficial,name\n\n# one\na, A \n", ("official", "name")))
    assert [(row.line, row.text("name")) for row in rows] == [(5, "A")]


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_with_its_rule(text: str) -> None:
    try:
        rows = list(read_rows("aliases.csv", "official,name\n" + text, ("official", "name")))
    except SeedError:
        return
    assert all(set(row.fields) == {"official", "name"} for row in rows)
