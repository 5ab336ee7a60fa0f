"""Components that find one thing each in Danish text: logic, Danish cues and factory in a folder."""
