"""One writer at a time; the system frees the lock of a writer that died."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from airwars_desk.errors import InUse, Refused
from airwars_desk.store.lock import Lock

HOLD = """
import sys, time
from pathlib import Path
from airwars_desk.store.lock import Lock
lock = Lock(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(60)
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first = Lock(tmp_path / "lock")
    with pytest.raises(InUse, match=tmp_path.name):
        Lock(tmp_path / "lock")
    first.release()
    first.release()
    Lock(tmp_path / "lock").release()
    assert (tmp_path / "lock").stat().st_mode & 0o777 == 0o600


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path, root: Path) -> None:
    path = tmp_path / "lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=root, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(InUse):
        Lock(path)
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    holder.stdout.close()
    Lock(path).release()


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        Lock(tmp_path / "nowhere" / "lock")
