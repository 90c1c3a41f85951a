"""The renderer: what it draws, what it refuses to open, and what it survives."""

import io
import json
import os
import socket
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from multiprocessing.connection import Client

import pikepdf
import pytest

from governance.reports import render
from governance.reports.render import RenderFailed
from governance.reports.render.renderer import BROKEN, TOO_LARGE, TOO_SLOW, AlreadyServed, Child, Limits, held

MOMENT = datetime(2026, 7, 20, 9, 14, tzinfo=UTC)
SHORT = '<html lang="en-GB"><head><title>Short</title></head><body><h1>Short</h1><p>Words.</p></body></html>'
LONG = SHORT.replace("<p>Words.</p>", "<p>Words upon words.</p>" * 20_000)


def request_for(html, title="Short"):
    """What a web worker sends."""
    return json.dumps({"html": html, "title": title, "made_at": "2026-07-20T09:14:00Z"}).encode()


def is_pdf(answer):
    """Whether the child's answer is a PDF, not a sentence."""
    return answer.partition(b"\n")[2][:5] == b"%PDF-"


def sorry(sentence):
    """The child's answer when there is no PDF."""
    return json.dumps({"sorry": sentence}).encode() + b"\n"


@pytest.fixture
def child(request):
    """A child of its own, with the limits the test names."""
    made = Child(getattr(request, "param", Limits()))
    yield made
    made.end()


def test_a_document_becomes_a_pdf_with_its_title_and_dates():
    pdf = pikepdf.open(io.BytesIO(render.render_pdf(SHORT, title="JC-2026-001 Short", made_at=MOMENT)))

    assert str(pdf.docinfo["/Title"]) == "JC-2026-001 Short"
    assert str(pdf.docinfo["/CreationDate"]) == str(pdf.docinfo["/ModDate"]) == "D:20260720091400Z"


def test_the_same_document_gives_the_same_bytes_in_another_child(child):
    first = child.draw(request_for(SHORT))
    child.start()

    second = child.draw(request_for(SHORT))

    assert is_pdf(first)
    assert first.partition(b"\n")[2] == second.partition(b"\n")[2]


def test_it_says_what_a_document_took():
    drawn = render.render(SHORT, title="Short", made_at=MOMENT)

    assert drawn.pages == 1
    assert 0 < drawn.cpu_seconds < 5
    assert drawn.memory > 0


def test_no_file_and_no_other_server_is_opened(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("The accounts nobody may see")
    asked = []
    listener = _listen(asked)
    elsewhere, here = f"http://127.0.0.1:{listener.getsockname()[1]}", f"file://{secret}"
    body = (
        f'<p><a rel="attachment" href="{here}">A</a> <img alt="B" src="{here}">'
        f'<img alt="C" src="{elsewhere}/c"><object data="{elsewhere}/d"></object>'
        f'<embed src="{elsewhere}/e"></p>'
        f'<svg><title>F</title><image href="{elsewhere}/f"/></svg>'
    )
    head = (
        f'<link rel="attachment" href="{here}"><link rel="stylesheet" href="{elsewhere}/g">'
        f"<style>@import '{here}'; @font-face {{ font-family: H; src: url({elsewhere}/h) }}"
        f" body {{ font-family: H; background: url({elsewhere}/i) }}</style>"
    )
    html = SHORT.replace("<p>Words.</p>", body).replace("</head>", head + "</head>")

    pdf = render.render_pdf(html, title="Attack", made_at=MOMENT)

    listener.close()
    opened = pikepdf.open(io.BytesIO(pdf))
    streams = [one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream)]
    assert asked == []
    assert dict(opened.attachments) == {}
    assert [stream for stream in streams if b"nobody may see" in stream] == []


def _listen(asked):
    listener = socket.create_server(("127.0.0.1", 0))

    def accept():
        while True:
            try:
                asked.append(listener.accept()[1])
            except OSError:
                return

    threading.Thread(target=accept, daemon=True).start()
    return listener


@pytest.mark.parametrize("child", [Limits(seconds=0.4)], indirect=True)
def test_a_document_that_takes_too_long_is_stopped_and_the_next_one_is_drawn(child):
    late = child.draw(request_for(LONG))
    child.limits = Limits()

    assert late == sorry(TOO_SLOW.format(0.4))
    assert is_pdf(child.draw(request_for(SHORT)))


@pytest.mark.parametrize("child", [Limits(memory=40)], indirect=True)
def test_a_document_that_takes_too_much_memory_is_stopped(child):
    assert child.draw(request_for(LONG)) == sorry(TOO_LARGE)


@pytest.mark.parametrize("child", [Limits(documents=2)], indirect=True)
def test_a_child_is_replaced_after_its_number_of_documents(child):
    pids = []
    for _ in range(4):
        child.draw(request_for(SHORT))
        pids.append(child._process.pid)

    assert len(set(pids)) == 3
    assert pids[1] == pids[2]


@pytest.mark.parametrize("child", [Limits(memory=100)], indirect=True)
def test_a_child_that_has_grown_is_replaced(child):
    child.start()
    before = child._process.pid

    drawn = child.draw(request_for(SHORT))

    assert is_pdf(drawn)
    assert child._process.pid != before


def test_a_child_that_died_is_replaced(child):
    child.start()
    child._process.kill()
    child._process.wait()

    assert is_pdf(child.draw(request_for(SHORT)))


def test_a_child_that_dies_at_work_costs_one_document(child):
    child.start()
    threading.Timer(0.5, child._process.kill).start()

    lost = child.draw(request_for(LONG))

    assert lost == sorry(BROKEN)
    assert is_pdf(child.draw(request_for(SHORT)))


def test_a_request_the_engine_trips_over_costs_one_document(child, capfd):
    assert child.draw(b"{}") == sorry(BROKEN)
    assert is_pdf(child.draw(request_for(SHORT)))
    assert "Traceback" in capfd.readouterr().err


def test_somebody_without_the_key_gets_nothing_and_is_told_at_once(settings):
    render.render_pdf(SHORT, title="Short", made_at=MOMENT)  # a renderer runs

    settings.SECRET_KEY = "another key"

    with pytest.raises(RenderFailed, match=r"^PDFs cannot be made just now: .* another secret key"):
        render.render_pdf(SHORT, title="Short", made_at=MOMENT)


def test_a_client_that_says_nothing_holds_nobody_up(settings):
    render.render_pdf(SHORT, title="Short", made_at=MOMENT)
    address = render.address_of(settings.RENDERER_SOCKET)
    silent = Client(address, "AF_UNIX", authkey=render.key_of(settings.SECRET_KEY))

    with silent:
        assert render.render_pdf(SHORT, title="Short", made_at=MOMENT)[:5] == b"%PDF-"


def test_where_none_runs_and_none_may_be_started_the_answer_is_a_sentence(settings, tmp_path):
    settings.RENDERER_SOCKET = tmp_path / "none.sock"
    settings.RENDERER_STARTS_ITSELF = False

    with pytest.raises(RenderFailed, match=r"^PDFs cannot be made just now: the renderer is not running"):
        render.render_pdf(SHORT, title="Short", made_at=MOMENT)


def test_the_command_serves_until_it_is_ended_and_only_once_for_a_folder(settings, tmp_path):
    settings.RENDERER_SOCKET = tmp_path / settings.RENDERER_SOCKET.name
    settings.RENDERER_STARTS_ITSELF = False
    env = os.environ | {
        "DATA_DIR": str(tmp_path),
        "SECRET_KEY": "x",
        "DJANGO_SETTINGS_MODULE": "config.test_settings",
    }
    (tmp_path / "demo-secret-key").write_text(settings.SECRET_KEY)
    command = [sys.executable, "manage.py", "run_renderer"]
    with subprocess.Popen(command, env=env, cwd=render.PROJECT) as first:  # noqa: S603 - our own command
        try:
            _until(settings.RENDERER_SOCKET.exists)
            drawn = render.render_pdf(SHORT, title="Short", made_at=MOMENT)
            with pytest.raises(AlreadyServed, match=r"^Another renderer already listens at /"):
                held(str(settings.RENDERER_SOCKET), patience=0).__enter__()
        finally:
            first.terminate()

    assert drawn[:5] == b"%PDF-"
    assert first.returncode == 0


def _until(there):
    give_up = time.monotonic() + 20
    while not there():
        assert time.monotonic() < give_up
        time.sleep(0.05)


def test_a_path_too_long_for_a_socket_gets_a_short_one():
    long = "/somewhere/" + "deep/" * 30 + "renderer.sock"

    assert render.address_of("/data/renderer.sock") == "/data/renderer.sock"
    assert len(render.address_of(long)) < 100
    assert render.address_of(long) == render.address_of(long) != render.address_of("x" + long)


def test_no_web_worker_loads_the_engine():
    """Nor what it brings with it: the address book of the site is loaded, with every page in it."""
    code = (
        "import sys, config.wsgi; from django.urls import get_resolver; get_resolver().url_patterns;"
        "assert 'governance.reports.render' in sys.modules;"
        "engine = ('weasyprint', 'pydyf', 'fontTools');"
        "print([name for name in sys.modules if name.partition('.')[0] in engine])"
    )
    env = os.environ | {"DJANGO_SETTINGS_MODULE": "config.test_settings"}

    loaded = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code], env=env, cwd=render.PROJECT, capture_output=True, text=True
    )

    assert (loaded.stdout, loaded.stderr) == ("[]\n", "")
