"""The calendar of all deadlines that are counted from one day."""

from .calendar import Calendar, calendar
from .deadline import Deadline

__all__ = ["Calendar", "Deadline", "calendar"]
