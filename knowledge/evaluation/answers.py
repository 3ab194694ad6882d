"""What the search makes of a question, and how right that is."""

from dataclasses import dataclass

from knowledge.build import Knowledge
from knowledge.evaluation.questions import Question
from knowledge.metrics import hit, ndcg
from knowledge.query import Query

FIRST, GAIN_AMONG = 3, 5
Ranked = tuple[tuple[str, ...], ...]  # the topics of each offer, best offer first


@dataclass(frozen=True)
class Answer:
    """The answer to one question; `relevant` offers have an accepted topic."""

    question: Question
    ranked: Ranked
    relevant: int = GAIN_AMONG
    needs: tuple[str, ...] = ()
    place: str | None = None
    sureness: float = 0.0
    certain: bool = True
    off_topic: bool = False

    @property
    def first(self) -> bool:
        """Whether the first offer has an accepted topic."""
        return hit(self.ranked, self.question.accepted, 1)

    @property
    def found(self) -> bool:
        """Whether one of the first three offers has one."""
        return hit(self.ranked, self.question.accepted, FIRST)

    @property
    def gain(self) -> float:
        """Discounted gain (nDCG) of the first five offers."""
        return ndcg(self.ranked, self.question.accepted, GAIN_AMONG, self.relevant)

    @property
    def harmful(self) -> bool:
        """Whether one of the first three offers is of a forbidden topic and of no accepted one."""
        forbidden, accepted = set(self.question.must_not), self.question.accepted
        return any(
            forbidden & set(topics) and not accepted & set(topics) for topics in self.ranked[:FIRST]
        )

    @property
    def placed(self) -> bool:
        """Whether the place is right."""
        return self.place == self.question.place

    @property
    def needs_met(self) -> int:
        """How many of the asked needs are among the named ones."""
        named = set(self.needs)
        return sum(bool(named & set(accepted)) for accepted in self.question.needs)

    @property
    def needs_right(self) -> int:
        """How many of the named needs were asked."""
        return sum(need in self.question.accepted for need in self.needs)


def ask(knowledge: Knowledge, question: Question) -> Answer:
    """The answer to a question that nobody had asked anything before."""
    offers = knowledge.data.corpus.offers
    said = knowledge.search.understand(question.text)
    result = knowledge.search(Query().followed_by(question.text, said, new_need=True), said)
    return Answer(
        question=question,
        ranked=tuple(hit_.offer.topics for hit_ in result.hits),
        relevant=sum(bool(question.accepted & {*one.topics}) for one in offers),
        needs=tuple(need.topic for need in result.needs),
        place=said.place.name if said.place else None,
        sureness=said.likely[0].score if said.likely else 0.0,
        certain=said.certain,
        off_topic=said.off_topic,
    )
