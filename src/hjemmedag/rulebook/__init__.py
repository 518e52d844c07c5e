"""The law as data: one TOML file a rule, in folders by subject, read by `load`."""
