"""hjemmedag: a company's fixed home-working arrangement under Danish rules."""
