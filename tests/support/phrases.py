"""Phrases as a pack's sentence or a template writes them, told of the small county."""

from counties import FULL, TEMPLATES
from reports import writing

from evalcli.draft.environment import environment
from evalcli.draft.markdown import text
from evalcli.formula.facts import CountyFacts

NAME = "sentence"


def written(sentence, *figures, item="1.1"):
    """Return what a sentence about an item prints: each piece of text with the figure that it came from."""
    with writing(*(figures or (FULL,))) as author:
        author.item = item
        jinja = environment((TEMPLATES,), {NAME: sentence})
        phrase = jinja.get_template("phrases.md.j2").module
        seen = {
            "figures": author.figures,
            "phrase": phrase,
            "formula": CountyFacts(author.scored.pack, author.scored.filled).number,
        }
        said = jinja.get_template(NAME).render(seen)
    return [(run.text, "缺" if run.missing else run.claim) for run in text(said)]


def said(sentence, *figures, item="1.1"):
    """Return what a sentence about an item says."""
    return "".join(words for words, _claim in written(sentence, *figures, item=item))
