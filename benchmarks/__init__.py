"""Speed, memory and bytes, each beside an alternative or a bound, measured in one run: `python -m benchmarks`.

What is measured, how, and the last figures: docs/speed.md.
"""
