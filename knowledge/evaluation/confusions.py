"""A picture of the confusions between topics: what was asked, and which topic came first."""

from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape

from knowledge.evaluation.answers import Answer

STYLE = """
body { font: 13px system-ui, sans-serif; margin: 2rem; color: #222; background: #fff }
table { border-collapse: collapse } td { width: 1.1rem; height: 1.1rem; border: 1px solid #eee;
text-align: center; font-size: 10px } th { font-weight: 400; text-align: right; padding: 0 .4rem;
white-space: nowrap } thead th { writing-mode: vertical-rl; text-align: left; padding: .4rem 0 }
"""


def confusions(answers: Iterable[Answer]) -> Counter[tuple[str, str]]:
    """How often a message for a topic got which topic first; an accepted one counts as asked."""
    pairs: Counter[tuple[str, str]] = Counter()
    for one in answers:
        got = "off_topic" if one.off_topic else next(iter(one.needs), "nothing")
        asked = got if got in one.question.accepted else one.question.topics[0]
        pairs[asked, got] += 1
    return pairs


def picture(answers: Sequence[Answer], codes: Sequence[str]) -> str:
    """An HTML page: rows are topics asked, columns topics named first, green where right."""
    pairs = confusions(answers)
    columns = [*codes, "off_topic", "nothing"]
    head = "".join(f"<th>{code}</th>" for code in columns)
    rows = "".join(
        f"<tr><th>{asked}</th>{''.join(_cell(asked, got, pairs[asked, got]) for got in columns)}"
        for asked in codes
    )
    worst = "".join(
        f"<li>{count} × {escape(asked)} → {escape(got)}</li>"
        for (asked, got), count in pairs.most_common()
        if asked != got
    )
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Confusions</title>'
        f"<style>{STYLE}</style><h1>Which topic came first</h1>"
        f"<p>Rows: the topic that was asked. Columns: the topic that was named first.</p>"
        f"<table><thead><tr><th></th>{head}</tr></thead>{rows}</table>"
        f"<h2>Confusions</h2><ol>{worst}</ol></html>"
    )


def _cell(asked: str, got: str, count: int) -> str:
    if not count:
        return "<td></td>"
    hue, light = (140 if asked == got else 10), max(35, 90 - 12 * count)
    title = f"asked {asked}, named {got}: {count}"
    return f'<td title="{title}" style="background:hsl({hue} 70% {light}%)">{count}</td>'
