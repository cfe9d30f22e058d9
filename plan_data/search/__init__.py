from typing import NamedTuple
class Hit(NamedTuple):
    id: str; field: str; text: str; score: float; spans: tuple; quote: str
class SearchIndex:
    def __init__(self, plan): self.plan = plan
    def search(self, query, limit=10, kinds=()):
        q = query.lower()
        return [Hit(n.id, "title", n.title.en, 1.0, ((n.title.en.lower().find(q), n.title.en.lower().find(q)+len(q)),), "") for n in self.plan.nodes if q in n.title.en.lower()][:limit]
    def lookup(self, query): return [h.id for h in self.search(query)]
