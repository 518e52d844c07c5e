"""The policy: clauses to start from, and what its versions say."""
