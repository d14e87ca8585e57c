"""How such pages came to be damaged, done forward: clean text in, a page and the truth about it out.

Nothing of the repair is used here; the tables come from the dictionaries of pypinyin and OpenCC.
"""
