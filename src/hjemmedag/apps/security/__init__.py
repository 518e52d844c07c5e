"""Security at work in the home: so far the control measures that employees are told of before they begin."""
