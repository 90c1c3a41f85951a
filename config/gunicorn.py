"""How gunicorn serves: the same for ./run.sh, production and the benchmark."""

import gc
import os
from pathlib import Path
from typing import Any

from django.urls import get_resolver

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_WORKERS", "2"))
preload_app = True  # the workers share the memory of the code they all load
timeout = 30  # PDFs come from a process of their own, so no page takes longer
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108 - a heartbeat must not wait for a disk
control_socket_disable = True  # it would lie in the home folder, outside the data folder
loglevel = "warning"


def when_ready(_server: Any) -> None:
    """Before the workers are made, load all that pages need, and tell the collector to leave it alone.

    A collector that looks at what the workers share writes into it, and then each has a copy of its own.
    """
    get_resolver().url_patterns  # noqa: B018 # what answers the addresses is otherwise loaded by each worker
    gc.collect()
    gc.freeze()
