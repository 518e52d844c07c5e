"""Rest and hours of many employees, beside a plain Python loop and beside merely copying the columns; long files."""

from benchmarks.working_time.question import ask

__all__ = ["ask"]
