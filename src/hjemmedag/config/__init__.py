"""The wiring: settings, addresses, the door for a web server. Nobody imports it but the command line."""
