"""APScheduler with a job a subscriber in its SQL store: the peer of `ticking`. Needs SQLAlchemy."""

from __future__ import annotations

import pickle
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

_PATIENCE_SECONDS = 170.0
_RUN = threading.Condition()
_RAN: set[int] = set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wave:
    """Jobs that fell due at once: until the last had run and each had its next time; how many never ran."""

    seconds: float
    missed: int


def run_job(number: int) -> None:
    """What each job does: it says that it ran."""
    with _RUN:
        _RAN.add(number)
        _RUN.notify()


def run_wave(path: Path, count: int, *, is_tuned: bool) -> Wave:
    """So many daily jobs, all due, from the start of the scheduler on. `is_tuned`: WAL, and no commit waits for the
    disk; else as SQLAlchemy opens a file."""
    from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
    from apscheduler.schedulers.background import BackgroundScheduler
    from sqlalchemy import create_engine, event

    path.unlink(missing_ok=True)
    engine = create_engine(f"sqlite:///{path}")
    if is_tuned:
        event.listen(engine, "connect", _tune)
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(engine=engine)},
        # Nothing is dropped for being late, and a job that is late runs once.
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        timezone=UTC,
    )
    scheduler.start(paused=True)
    _fill(scheduler, engine, count)
    _RAN.clear()
    started = time.perf_counter()
    scheduler.resume()
    with _RUN:
        _RUN.wait_for(lambda: len(_RAN) == count, timeout=_PATIENCE_SECONDS)
    seconds = time.perf_counter() - started
    scheduler.shutdown()
    engine.dispose()
    return Wave(seconds=seconds, missed=count - len(_RAN))


def _fill(scheduler: Any, engine: Any, count: int) -> None:
    """One job through the front door, the others as its copies: one by one they would take two minutes."""
    due_at = datetime.now(UTC) - timedelta(seconds=1)
    store = scheduler._lookup_jobstore("default")
    scheduler.add_job(run_job, "cron", hour=8, id="0", args=(0,))
    with engine.begin() as connection:
        (kept,) = connection.execute(store.jobs_t.select()).fetchall()
        state = pickle.loads(kept.job_state)
        copies = [
            {
                "id": str(number),
                "next_run_time": due_at.timestamp(),
                "job_state": pickle.dumps(
                    {**state, "id": str(number), "args": (number,), "next_run_time": due_at}, pickle.HIGHEST_PROTOCOL
                ),
            }
            for number in range(count)
        ]
        connection.execute(store.jobs_t.delete())
        connection.execute(store.jobs_t.insert(), copies)


def _tune(connection: Any, _: object) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
