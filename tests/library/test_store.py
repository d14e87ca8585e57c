"""What the reader did is there again at the next start, and nothing that is wrong with the file stops the program."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from reader.library.anchors import Anchor
from reader.library.refusals import FURNITURE, Refusal
from reader.library.schema import APPLICATION_ID, MIGRATIONS
from reader.library.settings import CopyWay, Settings
from reader.library.store import Mark, Store
from reader.model import Script, Span

ROOT = Path(__file__).resolve().parents[2]
REFUSAL = Refusal("annotation", Span(1, 7), "(wǎng)", "")
ANCHOR = Anchor(Span(3, 5), "市南", "青岛市", "区召开")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new" / "library.sqlite3"


def _fill(store: Store) -> None:
    store.refuse("a", [REFUSAL])
    store.keep_place("a", ANCHOR)
    store.set_mark(Mark("x", "a", ANCHOR))
    store.note_opened("a", "甲.txt")
    store.note_read("a")
    store.keep_settings(Settings(language="zh", script=Script.TAIWAN, measure_cells=60, highlighting=False))


def _assert_filled(store: Store) -> None:
    assert store.refusals("a") == (REFUSAL,)
    assert store.place("a") == ANCHOR
    assert (last := store.last_reading()) is not None and (last.article_id, last.path) == ("a", "甲.txt")
    assert store.marks() == (Mark("x", "a", ANCHOR),)
    reading = store.readings()["a"]
    assert reading.path == "甲.txt" and reading.read_at is not None and reading.read_at >= reading.opened_at > 0
    assert store.settings() == Settings(language="zh", script=Script.TAIWAN, measure_cells=60, highlighting=False)


def test_everything_the_reader_did_is_there_at_the_next_start(file: Path) -> None:
    with Store(file) as store:
        assert store.problem is None
        _fill(store)
    with Store(file) as store:
        assert store.problem is None
        _assert_filled(store)


def test_an_accepted_edit_is_refused_no_longer(file: Path) -> None:
    with Store(file) as store:
        store.refuse("a", [REFUSAL])
        store.refuse("b", [REFUSAL])
        store.accept("a", [REFUSAL])
        assert store.refusals("a") == () and store.refusals("b") == (REFUSAL,)


def test_what_is_refused_with_its_surroundings_is_known_everywhere_until_it_is_accepted_anywhere(file: Path) -> None:
    known = replace(REFUSAL, around=("互聯網", "絡强国"))
    with Store(file) as store:
        store.refuse("a", [known])
        assert store.refusals("a") == (known,) and store.refusals("b") == (replace(known, here=False),)
        moved = replace(known, source=Span(101, 107))
        store.accept("b", [moved])
        assert store.refusals("a") == store.refusals("b") == ()


def test_a_repair_and_the_furniture_at_its_place_are_refused_and_accepted_each_by_itself(file: Path) -> None:
    repair = Refusal("mojibake", Span(0, 4), "鏀跨瓥", "政策", ("", ""))
    furniture = replace(repair, fix=FURNITURE)
    with Store(file) as store:
        store.refuse("a", [repair, furniture])
        store.accept("a", [furniture])
        assert store.refusals("a") == (repair,)
        store.refuse("a", [furniture])
        store.accept("a", [repair])
        assert store.refusals("a") == (furniture,)


def test_many_refusals_are_kept_together(file: Path) -> None:
    many = [Refusal("tag", Span(start, start + 1), "<", "") for start in range(2_000)]
    with Store(file) as store:
        store.refuse("a", many)
        assert len(store.refusals("a")) == 2_000
        store.accept("a", many[1:])
        assert store.refusals("a") == (many[0],)


def test_refusals_of_an_earlier_version_hold_where_they_were_made(file: Path) -> None:
    file.parent.mkdir(parents=True)
    with contextlib.closing(sqlite3.connect(file)) as old:
        old.executescript(MIGRATIONS[0] + f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = 1;")
        old.execute("INSERT INTO refusal VALUES ('a', 'annotation', 1, 7, '(wǎng)', '', 5)")
        old.commit()
    with Store(file) as store:
        assert store.problem is None
        assert store.refusals("a") == (REFUSAL,) and store.refusals("b") == ()


def test_a_mark_that_is_set_again_moves(file: Path) -> None:
    with Store(file) as store:
        store.set_mark(Mark("x", "a", ANCHOR))
        store.set_mark(Mark("x", "b", ANCHOR))
        assert [mark.article_id for mark in store.marks()] == ["b"]


def test_an_unset_setting_is_forgotten_and_a_foreign_one_stays(file: Path) -> None:
    with Store(file) as store:
        store.keep_settings(Settings(language="en", copy_way=CopyWay.TERMINAL))
    with sqlite3.connect(file) as connection:
        connection.execute("INSERT INTO setting VALUES ('later', '1')")
        connection.execute("UPDATE setting SET value = 'purple' WHERE name = 'theme'")
    with Store(file) as store:
        assert store.settings() == Settings(language="en", copy_way=CopyWay.TERMINAL)
        store.keep_settings(Settings())
    with sqlite3.connect(file) as connection:
        stored = dict(connection.execute("SELECT name, value FROM setting"))
    assert stored["later"] == "1" and "language" not in stored


def test_opening_again_keeps_when_an_article_was_read(file: Path) -> None:
    with Store(file) as store:
        store.note_opened("a", "甲.txt")
        store.note_read("a")
        read_at = store.readings()["a"].read_at
        store.note_opened("a", "乙.txt")
        assert store.readings()["a"].path == "乙.txt"
        assert store.readings()["a"].read_at == read_at


def test_what_was_derived_is_forgotten_when_the_version_changes(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store(file) as store:
        _fill(store)
        store.keep_derived("a", "summary", "{}")
        store.keep_file("甲.txt", 10, 20, "a")
    with Store(file) as store:
        assert store.derived("a", "summary") == "{}"
        assert store.article_of("甲.txt", 10, 20) == "a"
        assert store.article_of("甲.txt", 10, 21) is None
    monkeypatch.setattr("reader.library.store.derivation_version", lambda: "another")
    with Store(file) as store:
        assert store.derived("a", "summary") is None
        assert store.article_of("甲.txt", 10, 20) is None
        _assert_filled(store)


def test_the_file_is_marked_and_survives_a_crash(file: Path) -> None:
    store = Store(file)
    _fill(store)
    with sqlite3.connect(file) as other:
        assert other.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert other.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
        assert other.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert other.execute("SELECT count(*) FROM refusal").fetchone()[0] == 1
    assert store._connection.execute("PRAGMA synchronous").fetchone()[0] == 2
    store.close()


def test_two_programs_and_many_threads_share_one_library(file: Path) -> None:
    with Store(file) as one, Store(file) as other:

        def refuse(start: int) -> None:
            for store in (one, other):
                store.refuse("a", [Refusal("tag", Span(start, start + 1), "<", "")])

        threads = [threading.Thread(target=refuse, args=(start,)) for start in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert len(one.refusals("a")) == len(other.refusals("a")) == 8
        assert one.problem is None and other.problem is None


def _damage(file: Path) -> None:
    file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)


def _no_database(file: Path) -> None:
    file.write_text("六种精神" * 500, encoding="utf-8")


def _foreign(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")


def _newer(file: Path) -> None:
    Store(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")


def _folder(file: Path) -> None:
    file.mkdir()


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_damage, "library.damaged"),
        (_no_database, "library.damaged"),
        (_foreign, "library.foreign"),
        (_newer, "library.newer"),
        (_folder, "library.unwritable"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_left_as_it_is(tmp_path: Path, spoil: object, code: str) -> None:
    file = tmp_path / "library.sqlite3"
    assert callable(spoil)
    spoil(file)
    before = file.read_bytes() if file.is_file() else None
    with Store(file) as store:
        assert store.problem is not None and store.problem.code == code
        assert str(file) in store.problem.sentence
        _fill(store)
        _assert_filled(store)
    assert before == (file.read_bytes() if file.is_file() else None)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with Store(tmp_path / "file" / "library.sqlite3") as store:
        assert store.problem is not None and store.problem.code == "library.unwritable"
        _fill(store)
        _assert_filled(store)


def test_a_locked_library_is_named_and_what_was_in_it_still_holds(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.library.store.BUSY_SECONDS", 0.01)
    with Store(file) as store:
        store.refuse("a", [REFUSAL])
    with Store(file) as store:
        locker = sqlite3.connect(file, isolation_level=None)
        locker.execute("BEGIN EXCLUSIVE")
        store.refuse("b", [REFUSAL])
        assert store.problem is not None and store.problem.code == "library.locked"
        assert store.refusals("a") == store.refusals("b") == (REFUSAL,)
        locker.rollback()
        locker.close()
    with Store(file) as store:
        assert store.refusals("b") == ()


def test_what_is_still_in_the_log_holds_while_the_library_is_locked(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.library.store.BUSY_SECONDS", 0.01)
    with Store(file) as store, contextlib.closing(sqlite3.connect(file, isolation_level=None)) as locker:
        store.refuse("a", [REFUSAL])
        locker.execute("BEGIN IMMEDIATE")
        store.refuse("b", [REFUSAL])
        assert store.problem is not None
        assert store.refusals("a") == store.refusals("b") == (REFUSAL,)


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_library_is_named_at_most_and_never_ends_the_program(file: Path, seed: int) -> None:
    with Store(file) as store:
        for number in range(40):
            store.refuse(f"article {number}", [REFUSAL])
        _fill(store)
    chance = Random(seed)
    data = bytearray(file.read_bytes())
    start = chance.randrange(len(data))
    length = chance.choice([1, 30, 4096, len(data)])
    data[start : start + length] = chance.randbytes(min(length, len(data) - start) if seed % 3 else 0)
    file.write_bytes(data)
    with Store(file) as store:
        for look in (store.settings, store.readings, store.marks, store.last_reading):
            look()
        store.refusals("article 7")
        _fill(store)
        _assert_filled(store)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a process is held to a size of file")
def test_a_full_disk_is_named_and_what_was_kept_before_holds(file: Path) -> None:
    code = (
        "import resource, sys; from pathlib import Path; from reader.library.store import Store; "
        "from reader.library.refusals import Refusal; from reader.model import Span\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "with Store(Path(sys.argv[1])) as store:\n"
        "    for number in range(2000):\n"
        "        store.refuse(str(number), [Refusal('tag', Span(0, 5), 'x' * 500, '')])\n"
        "    print(store.problem.code, all(store.refusals(str(n)) for n in range(2000)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert (done.stdout, done.stderr) == ("library.unwritable True\n", "")
    with Store(file) as store:
        assert store.problem is None and store.refusals("0")


def test_a_library_that_cannot_be_written_is_still_read(file: Path) -> None:
    with Store(file) as store:
        _fill(store)
    with Store(file) as store:
        store._connection.execute("PRAGMA query_only = 1")
        store.keep_place("b", ANCHOR)
        assert store.problem is not None and store.problem.code == "library.unwritable"
        assert store.place("b") == ANCHOR
        assert store.refusals("a") == (REFUSAL,)


@pytest.mark.parametrize("path", ["新闻/页.txt", "n\udcff\udcfe.txt", "-", None])
def test_a_path_that_is_no_unicode_is_kept_as_it_is(file: Path, path: str | None) -> None:
    with Store(file) as store:
        store.note_opened("a", path)
        store.keep_place("a", ANCHOR)
    with Store(file) as store:
        assert (last := store.last_reading()) is not None
        assert last.path == store.readings()["a"].path == path
        if path is not None:
            store.keep_file(path, 3, 4, "a")
            assert (store.article_of(path, 3, 4), store.article_of(path, 3, 5)) == ("a", None)


def test_a_wrong_statement_is_an_error_and_not_a_loop(file: Path) -> None:
    with Store(file) as store, pytest.raises(sqlite3.Error):
        store._run("SELECT * FROM nothing")
