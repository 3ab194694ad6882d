"""The search, step by step: understand, eligible, retrieve, rank, cut; it keeps what it dropped."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from knowledge.corpus import Corpus
from knowledge.eligibility import refusal
from knowledge.index import DenseIndex
from knowledge.lexical import LexicalIndex
from knowledge.models import Offer
from knowledge.places import Places
from knowledge.query import Need, Query, Understanding
from knowledge.ranking import Candidate, locality, quality
from knowledge.settings import RankingSettings, SearchSettings
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
        self._topics = [frozenset(offer.topics) for offer in corpus.offers]
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
            if topics & self._topics[row] or letters[row] >= CALLED_BY_NAME
        ]

    def _eligible(
        self, query: Query, said: Understanding, candidates: Sequence[Candidate]
    ) -> tuple[list[Candidate], tuple[Dropped, ...]]:
        limits = self._settings.limits
        refusals = [refusal(one.offer, query.person, said.likely, limits) for one in candidates]
        pairs = list(zip(candidates, refusals, strict=True))
        dropped = tuple(Dropped(one.offer, reason) for one, reason in pairs if reason)
        return [one for one, reason in pairs if not reason], dropped

    def _ranked(
        self, query: Query, said: Understanding, candidates: Sequence[Candidate]
    ) -> tuple[Hit, ...]:
        """Greedy: each offer that is shown covers its topics, so that the next serve the others.

        Every named need gets an offer before any of them gets a second one.
        """
        if not candidates:
            return ()
        weights = self._settings.ranking
        codes = [need.topic for need in said.likely]
        named = [codes.index(need.topic) for need in said.needs]
        open_needs = np.array([need.score for need in said.likely])
        shares = np.array([_shares(one.offer, codes, weights) for one in candidates])
        whys = [quality(one, query, weights) for one in candidates]
        others = np.array([sum(why.values()) for why in whys])
        local = np.array([locality(one.offer, query, weights) for one in candidates])
        called = np.array([one.lexical >= CALLED_BY_NAME for one in candidates])
        free = np.ones(len(candidates), dtype=bool)
        hits: list[Hit] = []
        for _ in range(min(len(candidates), self._settings.result.offers)):
            topics = shares @ open_needs
            waiting = free & ((shares[:, named] > 0).any(axis=1) | called)
            scores = np.where(
                waiting if waiting.any() else free, (topics + others) * local, -np.inf
            )
            best = int(np.argmax(scores))
            why = {"topic": float(topics[best]), **whys[best]}
            hits.append(Hit(candidates[best].offer, float(scores[best]), why))
            open_needs = open_needs * np.where(shares[best] > 0, 1 - weights.covered, 1.0)
            named = [need for need in named if not shares[best][need]]
            free[best] = False
        return tuple(hits)


def _shares(offer: Offer, codes: Sequence[str], weights: RankingSettings) -> list[float]:
    """How far an offer serves each topic: its first one fully, the others a little less."""
    return [
        0.0
        if code not in offer.topics
        else (weights.first_topic if offer.topics[0] == code else weights.other_topic)
        for code in codes
    ]


def _chosen(query: Query, said: Understanding) -> Understanding:
    """The needs that a button named, where one was pressed."""
    if not query.topics:
        return said
    needs = tuple(Need(code, 1.0) for code in query.topics)
    return replace(said, needs=needs, likely=needs, certain=True, off_topic=False)
