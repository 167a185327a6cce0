"""The news comes in by itself: feeds that are due → pages they show → articles in the store.

    gatherer   the driver: what is due is fetched, side by side, one request a host
      finding    an address → the feed behind it, whatever page names it
      polling    (pure) what the fetch of a feed means for the feed, and which of its items are wanted
      judging    (pure) what the fetch of a page means for the page: read it, try later, keep the feed's words, drop it
      storing    a page → article, facts, story and the page's own end, in one transaction
      items      a feed's item as the store keeps it until its page is read

Everything that is remembered lies in `storage/sources`. Imports are dear (a second): import `gatherer` when a fetch is
near, in a thread.
"""
