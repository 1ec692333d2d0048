"""quantities × Library → mentions; periods; mentions → observations; change statements."""
