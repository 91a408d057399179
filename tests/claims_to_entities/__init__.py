"""Tests of identity, situations and contradictions."""
