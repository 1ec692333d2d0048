import pytest

from extract.reading.counting import counted


@pytest.mark.parametrize(
    ("number", "style", "written"),
    [
        (3, "decimal", "3"),
        (3, "decimalZero", "03"),
        (12, "chineseCounting", "十二"),
        (20, "chineseCountingThousand", "二十"),
        (105, "japaneseCounting", "一百零五"),
        (110, "chineseCounting", "一百一十"),
        (1008, "chineseCounting", "一千零八"),
        (112, "chineseLegalSimplified", "壹佰壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (1, "ideographZodiac", "子"),
        (4, "upperRoman", "IV"),
        (99, "lowerRoman", "xcix"),
        (27, "lowerLetter", "aa"),
        (2, "upperLetter", "B"),
        (7, "decimalEnclosedCircle", "⑦"),
        (21, "decimalEnclosedCircle", "21"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (12, "decimalFullWidth", "１２"),
        (5, "bullet", ""),
        (5, "somethingElse", "5"),
        (0, "chineseCounting", "0"),
        (123456, "lowerRoman", "123456"),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, style: str, written: str) -> None:
    assert counted(number, style) == written
