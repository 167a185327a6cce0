"""The schema, as numbered migrations that are only ever appended to: one module each, which says why it is there.

A folder holds nine: `m00` those up to m009, `m01` the next.
"""

from __future__ import annotations

from sqlite_utils import Migrations

from storage.migrations.m00 import (
    m001_first,
    m002_schedules,
    m003_delivery,
    m004_corrections,
    m005_sources,
    m006_edits,
    m007_grouping,
    m008_shown,
    m009_revisions,
)
from storage.migrations.m01 import m010_links, m011_tombstones, m012_tellings, m013_consent, m014_ranks

migrations = Migrations("readout")
migrations(name="m001_first")(m001_first.create_tables)
migrations(name="m002_schedules")(m002_schedules.widen_subscriptions)
migrations(name="m003_delivery")(m003_delivery.share_bodies)
migrations(name="m004_corrections")(m004_corrections.keep_corrections)
migrations(name="m005_sources")(m005_sources.follow_sources)
migrations(name="m006_edits")(m006_edits.edit_what_was_sent)
migrations(name="m007_grouping")(m007_grouping.keep_grouping)
migrations(name="m008_shown")(m008_shown.keep_shown)
migrations(name="m009_revisions")(m009_revisions.edit_by_revisions)
migrations(name="m010_links")(m010_links.keep_links)
migrations(name="m011_tombstones")(m011_tombstones.remember_the_deleted)
migrations(name="m012_tellings")(m012_tellings.record_tellings)
migrations(name="m013_consent")(m013_consent.ask_consent)
migrations(name="m014_ranks")(m014_ranks.rank_sources)
