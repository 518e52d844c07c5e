"""What people see: base templates, parts, forms, icons, styles. Knows no stage of the life cycle; see docs/parts.md."""
