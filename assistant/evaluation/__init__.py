"""How well questions and times are understood, measured on files of right answers."""
