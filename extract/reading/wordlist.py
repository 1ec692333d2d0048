"""Lists of words in the source, written as a person writes them."""


def words(text: str) -> frozenset[str]:
    """The words of `text`, which are apart by spaces."""
    return frozenset(text.split())
