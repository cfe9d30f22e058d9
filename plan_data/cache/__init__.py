"""The file of a plan and its search index: a plan that was read once opens again without its YAML."""
