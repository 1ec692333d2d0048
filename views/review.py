"""核对 Review."""

from views.frame import Page, heading


def show(page: Page) -> None:
    """The page."""
    heading(page, "review", "")
