"""What is to be looked at in a concept: spelling, consistency, what is still missing; pure, found and never imposed."""
