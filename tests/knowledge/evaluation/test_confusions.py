"""Which topic was asked, and which was named first."""

from knowledge.evaluation.answers import Answer
from knowledge.evaluation.confusions import confusions, picture
from tests.small import question

ASKED = question(topics=["debt_advice", "energy_costs"])
RIGHT = Answer(ASKED, (), needs=("debt_advice", "library"))
ALSO_RIGHT = Answer(ASKED, (), needs=("energy_costs",))
WRONG = Answer(ASKED, (), needs=("library", "debt_advice"))
DECLINED = Answer(ASKED, (), needs=("debt_advice",), off_topic=True)
SILENT = Answer(ASKED, ())


def test_the_first_topic_is_counted_against_the_asked_one() -> None:
    assert confusions([RIGHT, WRONG, WRONG]) == {
        ("debt_advice", "debt_advice"): 1,
        ("debt_advice", "library"): 2,
    }


def test_an_accepted_topic_counts_as_asked() -> None:
    assert confusions([ALSO_RIGHT]) == {("energy_costs", "energy_costs"): 1}


def test_declined_and_unanswered_needs_are_confusions_too() -> None:
    assert confusions([DECLINED, SILENT]) == {
        ("debt_advice", "off_topic"): 1,
        ("debt_advice", "nothing"): 1,
    }


def test_the_picture_has_a_row_a_topic_and_a_column_more_for_each_way_to_say_nothing() -> None:
    page = picture([RIGHT], ["debt_advice", "library"])
    head, body = page.split("</thead>")
    assert head.count("<th>") == 1 + 4
    assert (body.count("<tr>"), body.count("<td")) == (2, 8)


def test_right_cells_are_green_and_wrong_ones_red_and_darker_with_their_count() -> None:
    page = picture([RIGHT, WRONG, WRONG], ["debt_advice", "library"])
    right = 'title="asked debt_advice, named debt_advice: 1" style="background:hsl(140 70% 78%)">1<'
    wrong = 'title="asked debt_advice, named library: 2" style="background:hsl(10 70% 66%)">2<'
    assert right in page
    assert wrong in page


def test_the_worst_confusion_is_listed_first_and_what_is_right_not_at_all() -> None:
    page = picture([DECLINED, WRONG, WRONG, RIGHT], ["debt_advice", "library"])
    listed = page.split("<ol>")[1].split("</ol>")[0]
    assert listed == ("<li>2 × debt_advice → library</li><li>1 × debt_advice → off_topic</li>")
