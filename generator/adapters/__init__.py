"""The outside world: one tool, or the disk, behind each module."""
