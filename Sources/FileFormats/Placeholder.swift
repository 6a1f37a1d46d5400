// Filled in by the first commit that needs it.
