"""The batch on a Dask cluster, and in an object store: the same bytes, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from extract import store
from extract.cli import main

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")

DECREE = """ỦY BAN NHÂN DÂN
HUYỆN BÌNH SƠN ĐÔNG
Số: {value}/KH-UBND
Bình Sơn Đông, ngày 14 tháng 01 năm 2025

KẾ HOẠCH
Chuyển đổi số huyện Bình Sơn Đông năm 2025

Stt\tNội dung\tChỉ tiêu năm 2025\tCơ quan thực hiện
1\tTỷ lệ hồ sơ trực tuyến\tTối thiểu {value}%\tCác phòng thuộc huyện
"""

#: A worker whose first file takes long, and one that never comes to the end of 7.txt.
SLOW = """
import os, time
from extract import extraction
extraction.core = core = getattr(extraction, "core", extraction.extraction)  # this is run twice
def slow(source, file):
    time.sleep(0.3)
    if file.file == "7.txt" and {hangs}:
        time.sleep(60)
    return core(source, file)
extraction.extraction = slow
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for value in range(12):
        (folder / f"{value}.txt").write_text(DECREE.format(value=value), "utf-8")
    return folder


def results(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in store.result_files(out)}


@contextmanager
def cluster(tmp_path: Path, hangs: bool = False) -> Iterator[tuple[str, list[psutil.Process]]]:
    """The address of a scheduler, and its two workers: processes as `dask worker` starts them."""
    file, preload = tmp_path / "scheduler.json", tmp_path / "slow.py"
    preload.write_text(SLOW.format(hangs=hangs), "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    environment["DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES"] = "1"
    dask = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    worker = [sys.executable, "-m", "distributed.cli.dask_worker"]
    log = (tmp_path / "cluster.log").open("w")
    commands = [
        [*dask, "--host", "127.0.0.1", "--port", "0", "--no-dashboard"],
        *2 * [[*worker, "--nthreads", "1", "--no-dashboard", "--preload", str(preload)]],
    ]
    started = []
    try:
        for command in commands:
            line = [*command, "--scheduler-file", str(file)]
            started.append(subprocess.Popen(line, stderr=log, stdout=log, env=environment))
        deadline = time.monotonic() + 60
        while not file.exists() or not file.read_text().strip():
            assert time.monotonic() < deadline, "the scheduler did not start"
            time.sleep(0.1)
        while (tmp_path / "cluster.log").read_text().count("Registered to") < 2:
            assert time.monotonic() < deadline, "the workers did not start"
            time.sleep(0.1)
        address = json.loads(file.read_text())["address"]
        yield address, [psutil.Process(process.pid) for process in started[1:]]
    finally:
        for process in started:
            with suppress(psutil.NoSuchProcess):
                for child in psutil.Process(process.pid).children(recursive=True):
                    child.kill()
            process.kill()
            process.wait()
        log.close()


def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(
    corpus: Path, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert main(["extract", str(corpus), "--out", str(here), "--quiet"]) == 0
    with cluster(tmp_path) as (address, workers):
        command = [sys.executable, "-m", "extract.cli", "extract", str(corpus)]
        run = subprocess.Popen([*command, "--out", str(there), "--quiet", "--dask", address])
        while len(results(there) if there.is_dir() else ()) < 3:
            assert run.poll() is None
            time.sleep(0.05)
        for process in workers[0].children(recursive=True):
            process.kill()
        assert run.wait(timeout=120) == 0
    assert results(there) == results(here)


def test_a_file_that_hangs_on_every_worker_costs_itself_alone(corpus: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    command = [sys.executable, "-m", "extract.cli", "extract", str(corpus), "--out", str(out)]
    with cluster(tmp_path, hangs=True) as (address, _):
        options = ["--quiet", "--dask", address, "--timeout", "3"]
        run = subprocess.run([*command, *options], stderr=subprocess.PIPE, text=True)
    assert run.returncode == 22
    (line,) = [text for text in run.stderr.splitlines() if "lỗi" in text]
    assert line.startswith(f"lỗi/error: {corpus / '7.txt'}: each worker that read it ended")
    assert set(results(out)) == {f"{value}.txt.json" for value in range(12) if value != 7}


def test_no_scheduler_is_one_line(corpus: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extract.cli", "extract", str(corpus)]
    options = ["--out", str(tmp_path / "out"), "--quiet", "--dask", "tcp://127.0.0.1:9"]
    run = subprocess.run([*command, *options], stderr=subprocess.PIPE, text=True)
    assert run.returncode == 24
    assert "no scheduler of Dask answers at tcp://127.0.0.1:9; " in run.stderr
    assert len(run.stderr.splitlines()) == 1


# --------------------------------------------------------------------------- object stores


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of an empty bucket of an S3 server on this machine."""
    pytest.importorskip("s3fs")
    server = pytest.importorskip("moto.server").ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    for key, value in {
        "AWS_ACCESS_KEY_ID": "x",
        "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1",
        "FSSPEC_S3_ENDPOINT_URL": f"http://{host}:{port}",
        "AWS_ENDPOINT_URL": f"http://{host}:{port}",
    }.items():
        monkeypatch.setenv(key, value)
    import s3fs

    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().mkdir("decrees")
    yield "s3://decrees"
    server.stop()


def test_sources_and_results_in_an_object_store(corpus: Path, tmp_path: Path, bucket: str) -> None:
    import s3fs

    here = tmp_path / "here"
    assert main(["extract", str(corpus), "--out", str(here), "--quiet"]) == 0
    (corpus / "xa").mkdir()
    remote = s3fs.S3FileSystem()
    for path in corpus.glob("*.txt"):
        remote.put_file(str(path), f"decrees/corpus/2025/{path.name}")
    command = [sys.executable, "-m", "extract.cli", "extract", f"{bucket}/corpus"]
    for states in ('"new": 12', '"unchanged": 12'):
        subprocess.run([*command, "--out", f"{bucket}/out", "--quiet"], check=True)
        remote.invalidate_cache()
        assert states in remote.cat_file("decrees/out/report.json").decode()
    written = {name for name in remote.find("decrees/out") if not name.endswith("report.json")}
    assert written == {f"decrees/out/2025/{value}.txt.json" for value in range(12)}
    for name, data in results(here).items():
        stored = remote.cat_file(f"decrees/out/2025/{name}")
        assert stored == data.replace(b'"file": "', b'"file": "2025/', 1)
    remote.rm_file("decrees/corpus/2025/3.txt")
    subprocess.run([*command, "--out", f"{bucket}/out", "--quiet", "--remove-orphans"], check=True)
    remote.invalidate_cache()
    assert not remote.exists("decrees/out/2025/3.txt.json")


def test_a_storage_that_is_not_known_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", "kho://van-ban", "--out", str(tmp_path)]) == 23
    assert "kho://van-ban cannot be reached" in capsys.readouterr().err
