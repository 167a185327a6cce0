"""Whose official somebody is: told by the words around a title, the text's home, whoever sits beside."""
