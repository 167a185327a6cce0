"""Readout: a Telegram bot for people who follow health diplomacy."""

__version__ = "0.1.0"
