"""Tests of copies, origins and independent support."""
