"""The search, step by step: understand, eligible, retrieve, rank, cut; it keeps what it dropped."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from knowledge.corpus import Corpus
from knowledge.eligibility import refusal
from knowledge.index import DenseIndex
from knowledge.lexical import LexicalIndex
from knowledge.models import Offer
from knowledge.places import Places
from knowledge.query import Need, Query, Understanding
from knowledge.ranking import Candidate, locality, quality
from knowledge.settings import SearchSettings
from knowledge.understanding import Understander

CALLED_BY_NAME = 0.45  # lexical similarity from which an offer counts although no topic fits


@dataclass(frozen=True)
class Hit:
    """An offer that is shown, its score, and what the score is made of."""

    offer: Offer
    score: float
    why: dict[str, float]


@dataclass(frozen=True)
class Dropped:
    """An offer that fits a need but is not shown, and the reason."""

    offer: Offer
    reason: str


@dataclass(frozen=True)
class Result:
    """The answer to a query; `seconds` by step."""

    query: Query
    said: Understanding
    hits: tuple[Hit, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def needs(self) -> tuple[Need, ...]:
        """The needs that are answered."""
        return self.said.needs


class Search:
    """Finds offers; holds what was built once, and no state of any conversation."""

    def __init__(  # noqa: PLR0913, PLR0917 - the parts of the search
        self,
        corpus: Corpus,
        places: Places,
        understander: Understander,
        dense: DenseIndex,
        lexical: LexicalIndex,
        settings: SearchSettings,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self.corpus = corpus
        self.places = places
        self.understand = understander
        self._dense = dense
        self._lexical = lexical
        self._settings = settings
        self._clock = clock
        self._points = [
            places.locate(offer.address) if offer.address else None for offer in corpus.offers
        ]

    def __call__(self, query: Query, said: Understanding | None = None) -> Result:
        """The answer to a query; `said` where its text has been understood already."""
        started = self._clock()
        said = _chosen(query, said or self.understand(query.text))
        understood = self._clock()
        if said.off_topic:
            return Result(query, said, seconds={"understand": understood - started})
        candidates = self._retrieved(query, said)
        retrieved = self._clock()
        allowed, dropped = self._eligible(query, said, candidates)
        hits = self._ranked(query, said, allowed)
        seconds = {
            "understand": understood - started,
            "retrieve": retrieved - understood,
            "rank": self._clock() - retrieved,
        }
        return Result(query, said, hits, dropped, seconds)

    def _retrieved(self, query: Query, said: Understanding) -> list[Candidate]:
        offers = self.corpus.offers
        meaning = dict(self._dense.nearest(said.vector, len(offers)))
        letters = self._lexical.scores(query.text)
        topics = {need.topic for need in said.likely}
        return [
            Candidate(offer, self._points[row], meaning.get(row, 0.0), float(letters[row]))
            for row, offer in enumerate(offers)
            if topics & {*offer.topics} or letters[row] >= CALLED_BY_NAME
        ]

    def _eligible(
        self, query: Query, said: Understanding, candidates: Sequence[Candidate]
    ) -> tuple[list[Candidate], tuple[Dropped, ...]]:
        refusals = [refusal(one.offer, query.person, said.needs) for one in candidates]
        pairs = list(zip(candidates, refusals, strict=True))
        dropped = tuple(Dropped(one.offer, reason) for one, reason in pairs if reason)
        return [one for one, reason in pairs if not reason], dropped

    def _ranked(
        self, query: Query, said: Understanding, candidates: Sequence[Candidate]
    ) -> tuple[Hit, ...]:
        """Greedy: each offer that is shown covers its topics, so that the next serve the others."""
        weights = self._settings.ranking
        open_needs = {need.topic: need.score for need in said.likely}
        reasons = {one.offer.id: quality(one, query, weights) for one in candidates}
        left = list(candidates)
        hits: list[Hit] = []
        while left and len(hits) < self._settings.result.offers:
            scored = [self._hit(one, open_needs, reasons[one.offer.id], query) for one in left]
            best = max(scored, key=lambda hit: (hit.score, hit.offer.id))
            hits.append(best)
            left = [one for one in left if one.offer.id != best.offer.id]
            for code in best.offer.topics:
                open_needs[code] = open_needs.get(code, 0.0) * (1 - weights.covered)
        return tuple(hits)

    def _hit(
        self, one: Candidate, open_needs: dict[str, float], why: dict[str, float], query: Query
    ) -> Hit:
        weights = self._settings.ranking
        shares = [weights.first_topic] + [weights.other_topic] * (len(one.offer.topics) - 1)
        topic = sum(
            share * open_needs.get(code, 0.0)
            for share, code in zip(shares, one.offer.topics, strict=True)
        )
        why = {"topic": topic, **why}
        return Hit(one.offer, sum(why.values()) * locality(one.offer, query, weights), why)


def _chosen(query: Query, said: Understanding) -> Understanding:
    """The needs that a button named, where one was pressed."""
    if not query.topics:
        return said
    needs = tuple(Need(code, 1.0) for code in query.topics)
    return replace(said, needs=needs, likely=needs, certain=True, off_topic=False)
