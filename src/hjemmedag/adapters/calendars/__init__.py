"""Calendar files (iCalendar, RFC 5545) as Outlook, Google and Apple export them: the events that may have been work."""

from hjemmedag.adapters.calendars.apart import read
from hjemmedag.adapters.calendars.reading import LARGEST_FILE, TOO_LARGE, Asked, Reading, Unreadable

__all__ = ["LARGEST_FILE", "TOO_LARGE", "Asked", "Reading", "Unreadable", "read"]
