"""Whose report and which year; sections, sentences, tables; the register of divisions."""
