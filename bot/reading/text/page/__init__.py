"""The parts a page's text is cut into: lines, datelines, sentences. For `layout` and its neighbours."""
