"""The plan in memory: entities, the plan itself, the anchors of its quotes."""
