"""Commands for whoever keeps a Readout running."""
