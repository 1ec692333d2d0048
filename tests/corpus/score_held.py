"""`python -m tests.corpus.score_held` says how many of the held-back rows are read rightly; --show names the others."""

import sys

from tests.corpus.numeral_rows import HELD, complaint, rows


def score() -> tuple[int, int, list[str]]:
    """Rows that hold, rows in all, and what is wrong with the rest."""
    corpus = rows(HELD)
    complaints = [f"{row.name}: {text}" for row in corpus if (text := complaint(row))]
    return len(corpus) - len(complaints), len(corpus), complaints


def main() -> None:
    passed, total, complaints = score()
    sys.stdout.write(f"{passed}/{total} held-back numerals read rightly ({100 * passed / total:.1f} %)\n")
    if "--show" in sys.argv[1:]:
        sys.stdout.write("\n".join(complaints) + "\n")


if __name__ == "__main__":
    main()
