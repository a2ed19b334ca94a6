"""The pure centre: entries, rules, links and addresses, with no disk, clock or engine."""
