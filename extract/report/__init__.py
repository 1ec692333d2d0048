"""Whose report and which year; sections, sentences, tables; the register of divisions."""

from extract.report.identity import identify
from extract.report.outline import outline

__all__ = ["identify", "outline"]
