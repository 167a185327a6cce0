"""Where a fetch may go and how much it may bring back, whatever an address, a name server or a server says."""
