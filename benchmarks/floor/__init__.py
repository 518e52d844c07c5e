"""The floor: the least that Django itself costs for an app of our shape, so that our pages are compared with something.

Signing in, two languages, 1,000 employees with 250,000 time entries, a list with search and paging, a week, a form, the
usual middleware, plain templates. Frozen: it is the measure, so it is never made slower or faster. Only what a new
version of Django itself asks for may change.
"""
