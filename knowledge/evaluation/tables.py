"""The tables of `make evaluate`: needs by language, style and area; several needs; off topic."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from knowledge.evaluation.answers import FIRST, Answer
from knowledge.evaluation.baselines import Baseline
from knowledge.metrics import calibration_error, hit, interval, share

GroupOf = Callable[[Answer], str]
HEAD = (
    f"{'':24}{'n':>4}  {'first':5}  {'three [95% interval]':21}  {'nDCG@5':6}  "
    f"{'harmful [95%]':19}  {'place':5}  {'declined':8}"
)


def needs_table(
    answers: Sequence[Answer],
    groupings: Mapping[str, GroupOf],
    baselines: Mapping[str, Baseline],
) -> str:
    """One row a group; the last columns say how often each baseline is right among three."""
    lines = [HEAD + "".join(f"  {name:>9}" for name in baselines)]
    for title, group_of in groupings.items():
        groups: dict[str, list[Answer]] = defaultdict(list)
        for one in answers:
            groups[group_of(one)].append(one)
        lines += [f"by {title}", *(_row(name, groups[name], baselines) for name in sorted(groups))]
    return "\n".join([*lines, _row("all", answers, baselines)])


def _row(name: str, group: Sequence[Answer], baselines: Mapping[str, Baseline]) -> str:
    others = [_found_by(baseline, group) for baseline in baselines.values()]
    return (
        f"  {name:22}{len(group):4}   {share([one.first for one in group]):.2f}  "
        f"{_with_interval([one.found for one in group]):21}    "
        f"{share([one.gain for one in group]):.2f}  "
        f"{_with_interval([one.harmful for one in group], 3):19}  "
        f" {share([one.placed for one in group]):.2f}  "
        f"   {share([one.off_topic for one in group]):.2f} "
        + "".join(f"  {other:>9}" for other in others)
    )


def _found_by(baseline: Baseline, group: Sequence[Answer]) -> str:
    ranked = [(one.question.accepted, baseline(one.question)) for one in group]
    found = [hit(topics, accepted, FIRST) for accepted, topics in ranked if topics is not None]
    return f"{share(found):.2f}" if found else "–"


def _with_interval(outcomes: Sequence[float], digits: int = 2) -> str:
    low, high = interval(outcomes)
    return f"{share(outcomes):.{digits}f} [{low:.{digits}f}, {high:.{digits}f}]"


def several_table(answers: Sequence[Answer]) -> str:
    """Recall and precision of the needs of messages that hold several."""
    asked = sum(len(one.question.needs) for one in answers)
    named = max(sum(len(one.needs) for one in answers), 1)
    recall = sum(one.needs_met for one in answers) / asked
    precision = sum(one.needs_right for one in answers) / named
    each = [one.needs_met / len(one.question.needs) for one in answers]
    low, high = interval(each)
    return (
        f"{len(answers)} messages, {asked} needs asked, {named} named: recall {recall:.2f} "
        f"(by message {share(each):.2f} [{low:.2f}, {high:.2f}]), precision {precision:.2f}"
    )


def off_topic_table(off: Sequence[Answer], needs: Sequence[Answer]) -> str:
    """Recall and precision of declining, and how many real needs are declined."""
    declined = [one.off_topic for one in off]
    wrongly = [one.off_topic for one in needs]
    all_declined = sum(declined) + sum(wrongly)
    precision = sum(declined) / all_declined if all_declined else 1.0
    unsure = share([one.off_topic or not one.certain for one in off])
    return (
        f"{len(off)} messages: declined {_with_interval(declined)}, declined or asked back "
        f"{unsure:.2f}, precision {precision:.2f}; of {len(needs)} needs wrongly declined "
        f"{_with_interval(wrongly, 3)}"
    )


def calibration_line(answers: Sequence[Answer]) -> str:
    """How far the model's sureness of its first topic is from how often it is right."""
    sureness = [one.sureness for one in answers]
    right = [bool(one.needs) and one.needs[0] in one.question.accepted for one in answers]
    error = calibration_error(sureness, right)
    return f"calibration: sure {share(sureness):.2f}, right {share(right):.2f}, error {error:.3f}"


def misses(answers: Iterable[Answer]) -> list[str]:
    """Every need that was not found or harmed, every wrong place, to be read."""
    return [_miss(one) for one in answers if not one.found or one.harmful or not one.placed]


def _miss(one: Answer) -> str:
    got = ", ".join("+".join(topics) for topics in one.ranked[:FIRST]) or "nothing"
    faults = {"harmful": one.harmful, "not found": not one.found, "declined": one.off_topic}
    what = [name for name, is_so in faults.items() if is_so]
    if not one.placed:
        what.append(f"place {one.place}, not {one.question.place}")
    wanted = ", ".join(sorted(one.question.accepted))
    return (
        f"  {one.question.id} ({', '.join(what)}): {one.question.text!r}\n"
        f"      wanted {wanted}; named {', '.join(one.needs)}; offers {got}"
    )


def several_misses(answers: Iterable[Answer]) -> list[str]:
    """Every message with a need that was missed or made up."""
    return [
        f"  {one.question.id}: {one.question.text!r}\n"
        f"      wanted {' + '.join('/'.join(need) for need in one.question.needs)}; "
        f"named {', '.join(one.needs)}"
        for one in answers
        if one.needs_met < len(one.question.needs) or one.needs_right < len(one.needs)
    ]
