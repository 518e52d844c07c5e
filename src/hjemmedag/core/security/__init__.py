"""Home working and data: control measures and breaches."""
