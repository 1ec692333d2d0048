"""A sentence that knows how it was put together, so that it can be said again in another language."""


class Said(str):
    """English text made from a template and what fills its blanks; for the program it is just the text.

    Whoever speaks to a person looks the template up and fills in the same values (`extract.cli_library_texts`).

    >>> Said("there are {0} metrics, the most is {1}", 6000, 5000)
    'there are 6000 metrics, the most is 5000'
    """

    __slots__ = ("template", "values")

    def __new__(cls, template: str, *values: object) -> "Said":
        """The text for a template and its values."""
        made = super().__new__(cls, template.format(*values))
        made.template = template
        made.values = values
        return made

    template: str
    values: tuple[object, ...]

    def __reduce__(self) -> tuple[type["Said"], tuple[object, ...]]:
        """A library's warnings travel to the processes that read."""
        return Said, (self.template, *self.values)
