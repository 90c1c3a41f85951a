"""The child's process: the only module that loads WeasyPrint."""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import signal
import time
import traceback
from multiprocessing.connection import Connection

from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from governance.reports.render.renderer import BROKEN, resident, sorry

WARMING_UP = {
    "html": '<html lang="en-GB"><title>A</title><body><h1>A</h1><table><tr><th>B</th></tr></table>',
    "title": "A",
    "made_at": "2000-01-01T00:00:00Z",
}


def work(pipe: int) -> None:
    """The child's life: draw what comes through the pipe until it is closed."""
    # Ctrl-C reaches the renderer's children too; they end with their pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    logging.getLogger("fontTools").setLevel(logging.WARNING)
    engine = Engine()
    engine.draw(WARMING_UP)
    documents = 0
    with Connection(pipe) as connection, contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            request = json.loads(connection.recv_bytes())
            documents += 1
            connection.send_bytes(_answer(engine, request, documents))


def _answer(engine: Engine, request: dict[str, str], documents: int) -> bytes:
    began = time.process_time()
    try:
        pdf, pages = engine.draw(request)
    except Exception:
        # Whatever the engine trips over in one document, the next one is drawn.
        traceback.print_exc()
        return sorry(BROKEN)
    facts = {
        "pages": pages,
        "cpu_seconds": round(time.process_time() - began, 4),
        "memory": resident(os.getpid()),
        "documents": documents,
    }
    return json.dumps(facts).encode() + b"\n" + pdf


class Engine:
    """WeasyPrint, warm, and with nothing to open but what the document carries inside."""

    def __init__(self) -> None:
        # Kept from document to document: the fonts every report carries are unpacked once.
        self._fonts = FontConfiguration()
        # By default the engine reads local files and asks other servers for whatever a document names.
        self._fetcher = URLFetcher(allowed_protocols=("data",))

    def draw(self, request: dict[str, str]) -> tuple[bytes, int]:
        """The PDF and its number of pages."""
        html = HTML(string=request["html"], url_fetcher=self._fetcher)
        # The letters of a list, and where it goes on after an interruption, are attributes of its HTML.
        document = html.render(font_config=self._fonts, pdf_variant="pdf/ua-1", presentational_hints=True)
        document.metadata.title = request["title"]
        document.metadata.created = document.metadata.modified = request["made_at"]
        known_by = hashlib.sha256(json.dumps(request).encode()).hexdigest()[:32]
        pdf = document.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=known_by.encode())
        return pdf, len(document.pages)
