"""What `./rytme` does before anything of ours is installed: standard library only."""
