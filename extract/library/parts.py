"""Metrics that add up to another metric: no chain of parts may lead back to where it began."""

from collections.abc import Mapping

from extract.library.model import Metric
from extract.library.nodes import Broken
from extract.library.problems import Problems
from extract.said import Said


def check_parts(metrics: Mapping[str, Metric], problems: Problems) -> None:
    """Notes each metric that is, through others, a part of itself."""
    finished: set[str] = set()
    for start in metrics:
        trail: dict[str, None] = {}
        # (metric, leaving): a metric is left when all its parts are done
        todo = [(start, False)]
        while todo:
            name, leaving = todo.pop()
            if leaving:
                trail.pop(name)
                finished.add(name)
            elif name in trail:
                chain = list(trail)[list(trail).index(name) :]
                if len(chain) > 1:  # a metric among its own parts is noted where it is read
                    metric = metrics[chain[0]]
                    what = Said("the metric is a part of itself: {0}", " > ".join([*chain, name]))
                    problems.error(Broken(metric.line, metric.column), metric.id, what, fix="delete one of these parts")
            elif name not in finished and name in metrics:
                trail[name] = None
                todo.append((name, True))
                todo.extend((part, False) for part in metrics[name].parts)
