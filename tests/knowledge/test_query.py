"""How a follow-up changes the search."""

from knowledge.encoder import Vectors
from knowledge.places import Point
from knowledge.query import Person, Query, Understanding, Wishes
from tests.fakes import FakeEncoder
from tests.small import NOW, places

VECTOR: Vectors = FakeEncoder().encode(["debts"])[0]
GARBSEN = places().towns["Garbsen"]
HANNOVER = places().towns["Hannover"]
BEFORE = Query(
    text="debts",
    place=GARBSEN,
    point=Point(52.42, 9.60),
    person=Person(gender="f", age=30, groups=frozenset({"parents"})),
    wishes=Wishes(access=frozenset({"free"}), time=frozenset({"today"})),
    now=NOW,
)


def test_a_refinement_keeps_the_need_and_adds_to_the_wishes() -> None:
    said = Understanding(VECTOR, wishes=Wishes(access=frozenset({"anonymous"})))
    after = BEFORE.followed_by("anonymous please", said, new_need=False)
    assert (after.text, after.place, after.person) == ("debts", GARBSEN, BEFORE.person)
    assert after.wishes == Wishes(
        access=frozenset({"free", "anonymous"}), time=frozenset({"today"})
    )


def test_a_refinement_keeps_topics_chosen_by_a_button() -> None:
    chosen = BEFORE.choosing("loneliness")
    after = chosen.followed_by("in Hannover", Understanding(VECTOR, place=HANNOVER), new_need=False)
    assert (after.topics, after.text) == (("loneliness",), "debts")


def test_a_new_place_replaces_the_old_one() -> None:
    said = Understanding(VECTOR, place=HANNOVER, point=Point(52.37, 9.73))
    after = BEFORE.followed_by("in Hannover", said, new_need=False)
    assert (after.place, after.point) == (HANNOVER, Point(52.37, 9.73))


def test_a_new_need_keeps_place_and_person_and_drops_the_wishes() -> None:
    said = Understanding(VECTOR, wishes=Wishes(languages=frozenset({"tr"})))
    after = BEFORE.choosing("debt_advice").followed_by("lonely", said, new_need=True)
    assert (after.text, after.topics) == ("lonely", ())
    assert (after.place, after.point) == (BEFORE.place, BEFORE.point)
    assert after.person == BEFORE.person
    assert after.wishes == Wishes(languages=frozenset({"tr"}))


def test_a_new_time_replaces_the_old_one() -> None:
    said = Understanding(VECTOR, wishes=Wishes(time=frozenset({"weekend"})))
    after = BEFORE.followed_by("at the weekend", said, new_need=False)
    assert after.wishes.time == {"weekend"}


def test_a_new_language_replaces_the_old_one() -> None:
    turkish = Understanding(VECTOR, wishes=Wishes(languages=frozenset({"tr"})))
    polish = Understanding(VECTOR, wishes=Wishes(languages=frozenset({"pl"})))
    query = BEFORE.followed_by("türkisch", turkish, new_need=False)
    after = query.followed_by("nein, polnisch", polish, new_need=False)
    assert after.wishes.languages == {"pl"}


def test_what_is_said_later_of_the_person_is_added() -> None:
    said = Understanding(VECTOR, person=Person(age=31, groups=frozenset({"migrants"})))
    after = BEFORE.followed_by("ich bin 31", said, new_need=False)
    assert after.person == Person("f", 31, frozenset({"parents", "migrants"}))


def test_asking_for_somebody_else_forgets_the_first_person() -> None:
    said = Understanding(VECTOR, person=Person(gender="m"), other_person=True)
    after = BEFORE.followed_by("für meinen Bruder", said, new_need=True)
    assert after.person == Person(gender="m")


def test_an_age_of_zero_is_an_age() -> None:
    assert Person(age=30).updated(Person(age=0)).age == 0


def test_a_button_takes_its_topic_as_it_is() -> None:
    assert BEFORE.choosing("loneliness").topics == ("loneliness",)
    assert BEFORE.topics == ()
