"""What a file holds: its bytes or, where it is long, the file itself, read part by part."""

from __future__ import annotations

import os
from io import FileIO

#: Scans are long, and a file held whole would be most of what their reading takes.
LONG = 1 << 23  # bytes


class LongFile(FileIO):
    """A file on the disk that is not held in memory; parts of it are bytes. Raises OSError."""

    def __len__(self) -> int:
        return os.fstat(self.fileno()).st_size

    def __getitem__(self, part: slice) -> bytes:
        start, stop, _ = part.indices(len(self))
        self.seek(start)
        return self.read(max(stop - start, 0))

    def __del__(self) -> None:
        self.close()


Content = bytes | LongFile
