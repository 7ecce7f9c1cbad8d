"""Cases: given facts, asked on a day, an expectation; written beside the law by people, or by the tool as TOML."""

from .accept import accept, cases_files, witness_cases
from .case import Case, Expected
from .gather import gather
from .run import CaseResult, run

__all__ = ["Case", "CaseResult", "Expected", "accept", "cases_files", "gather", "run", "witness_cases"]
