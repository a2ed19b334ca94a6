"""The official registration form, both ways: values ↔ the table that officials fill in."""
