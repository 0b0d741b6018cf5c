"""What foreign texts say, read with bounds and never trusted; what it means to a concept is for others to say."""
