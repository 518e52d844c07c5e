"""Equipment (udstyr): what the company has, who has it at home, who mends it, and what working at home costs."""
