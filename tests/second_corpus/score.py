"""`python -m tests.second_corpus.score` prints how the audit and the stated changes do on the second corpus."""

from pathlib import Path

from tests.planted import Planted

CORPUS = Planted(Path(__file__).parent)

if __name__ == "__main__":
    CORPUS.print_score()
