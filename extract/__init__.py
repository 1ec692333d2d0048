"""Reads the annual rule-of-law reports of Chinese townships into tidy tables."""
