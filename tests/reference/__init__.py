"""A reference set of whole reports, written for this project, with the answers marked in the text."""
