"""The program for Windows workstations: payload, setup, and the setup's life under Wine; for developers only."""
