"""Who a text names, in which office and for whom: runs of capitalised words, titles, known officials."""
