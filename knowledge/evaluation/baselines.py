"""What others would answer to the same questions: BM25, the untrained encoder, Rasa's DIET."""

import json
from collections.abc import Callable
from pathlib import Path

import bm25s
import numpy as np
import snowballstemmer

from knowledge.build import Knowledge
from knowledge.encoder import Encoder
from knowledge.evaluation.answers import Ranked
from knowledge.evaluation.questions import Question
from knowledge.lexical import description

Baseline = Callable[[Question], Ranked | None]
AMONG = 5


def bm25(knowledge: Knowledge) -> Baseline:
    """The word search of offers' texts with a German stemmer, by the package bm25s."""
    offers = knowledge.data.corpus.offers
    stem = snowballstemmer.stemmer("german").stemWords

    def words(text: str) -> list[str]:
        found = bm25s.tokenize(
            text, stopwords="de", stemmer=stem, return_ids=False, show_progress=False
        )
        return list(found[0])

    index = bm25s.BM25()
    texts = [words(description(offer, knowledge.data.taxonomy)) for offer in offers]
    index.index(texts, show_progress=False)

    def answer(question: Question) -> Ranked:
        asked = [word for word in words(question.text) if word in index.vocab_dict]
        if not asked:
            return ()
        best = np.argsort(-index.get_scores(asked), kind="stable")[:AMONG]
        return tuple(offers[row].topics for row in best)

    return answer


def untrained(knowledge: Knowledge, encoder: Encoder) -> Baseline:
    """The offers whose texts are nearest to the message for the encoder as it comes."""
    offers = knowledge.data.corpus.offers
    texts = encoder.encode([description(one, knowledge.data.taxonomy) for one in offers])

    def answer(question: Question) -> Ranked:
        nearness = texts @ encoder.encode([question.text])[0]
        return tuple(offers[row].topics for row in np.argsort(-nearness)[:AMONG])

    return answer


def diet(path: Path) -> Baseline:
    """The likeliest intents that a run of Rasa's DIETClassifier left in a file."""
    told = json.loads(path.read_text("utf-8"))["answers"] if path.exists() else {}

    def answer(question: Question) -> Ranked | None:
        topics = told.get(question.id)
        return tuple((topic,) for topic in topics) if topics else None

    return answer
