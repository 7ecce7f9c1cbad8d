"""Coverage: how much of each instrument the rules say, article by article."""

from .coverage import ArticleCoverage, Coverage, InstrumentCoverage, coverage

__all__ = ["ArticleCoverage", "Coverage", "InstrumentCoverage", "coverage"]
