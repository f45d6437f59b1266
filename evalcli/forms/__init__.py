"""Workbooks for offices: what they owe, and the doubts that they are asked to answer.

In:  what a check found, and what is owed.
Out: the bytes of a workbook, the same for the same data; texts only, so that no spreadsheet runs what somebody typed.
New: another workbook is one module with one function that hands its sheets to `listing.py`.
"""
