"""Company, sites, teams, employees and employments, agreement profiles, roles, sign-in, import."""
