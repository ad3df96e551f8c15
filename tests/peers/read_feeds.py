"""Prints what Python's feedparser reads in the files named on its input: one JSON object a file."""
import json
import sys
import time

import feedparser


def instant(parsed):
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed) if parsed else None


for line in sys.stdin:
    feed = feedparser.parse(line.strip())
    print(
        json.dumps(
            {
                "bozo": str(feed.get("bozo_exception", "")) if feed.bozo else "",
                "version": feed.version,
                "title": feed.feed.get("title"),
                "link": feed.feed.get("link"),
                "entries": [
                    {
                        "id": entry.get("id"),
                        "link": entry.get("link"),
                        "title": entry.get("title"),
                        "published": instant(entry.get("published_parsed")),
                        "author": entry.get("author"),
                        "tags": [tag.get("label") or tag.term for tag in entry.get("tags", [])],
                        "source": entry.get("source", {}).get("title"),
                    }
                    for entry in feed.entries
                ],
            }
        )
    )
