"""Kontordage: the planner that finds the best days in the office for everyone at once.

A `Problem` is what people asked for and what must hold. `solve` finds a plan and proves how good it is, `why` explains
a day that wasn't wished for, `conflict` names demands that can't hold together, and `adjust` plans anew around a change
by hand.
"""
