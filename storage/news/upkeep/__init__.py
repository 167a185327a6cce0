"""The archive kept right: what readers correct, what newer rules read, what seeds and news disagree on."""
