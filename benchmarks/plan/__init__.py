"""Days in the office for everyone: ours, a greedy plan and the plain constraint model, on the same problems."""

from benchmarks.plan.question import ask

__all__ = ["ask"]
