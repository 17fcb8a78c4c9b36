"""The reviewer's desk: the records of a file beside the places they were read from, as web pages.

Pages are made by the server; the script in them only moves the eye and carries decisions back.
"""
