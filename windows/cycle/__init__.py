"""The life of an installed program under Wine: installed, used, upgraded, removed, each step with its verdict."""
