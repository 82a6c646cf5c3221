"""Reads a JSON list of YAML texts from a file and prints what PyYAML makes of each, with the core schema of YAML 1.2 and this product's limits to it."""
import json
import re
import sys

import yaml

PREFIX = "tag:yaml.org,2002:"
MOST_NODES = 20000


class Refusal(Exception):
    pass


class Reader(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser, yaml.composer.Composer, yaml.resolver.BaseResolver):
    def __init__(self, text):
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)
        yaml.composer.Composer.__init__(self)
        yaml.resolver.BaseResolver.__init__(self)
        self.nodes = 0

    def compose_scalar_node(self, anchor):
        # PyYAML resolves '! 12' as if it had no tag; by YAML 1.2 it is text.
        event = self.peek_event()
        if event.tag == "!":
            event.tag = PREFIX + "str"
        return yaml.composer.Composer.compose_scalar_node(self, anchor)

    def kind(self, text):
        return self.resolve(yaml.ScalarNode, text, (True, False))[len(PREFIX):]

    def show(self, node, parents=()):
        self.nodes += 1
        if self.nodes > MOST_NODES or id(node) in parents:
            raise Refusal("too many nodes")
        parents = parents + (id(node),)
        tag = node.tag[len(PREFIX):] if node.tag.startswith(PREFIX) else node.tag
        if isinstance(node, yaml.ScalarNode):
            return self.show_scalar(tag, node.value)
        if isinstance(node, yaml.SequenceNode):
            if tag not in ("seq", "!"):
                raise Refusal("tag " + tag)
            return "[" + ", ".join(self.show(item, parents) for item in node.value) + "]"
        if tag not in ("map", "!"):
            raise Refusal("tag " + tag)
        return "{" + ", ".join(self.show_member(key, value, parents) for key, value in self.unique(node)) + "}"

    def show_member(self, key, value, parents):
        self.show(key)
        return key.value + ": " + self.show(value, parents)

    def unique(self, node):
        seen = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise Refusal("a list or mapping as a key")
            if key.style is None and key.value == "<<":
                raise Refusal("a merge key")
            if key.value in seen:
                raise Refusal("a key twice")
            seen.add(key.value)
            yield key, value

    def show_scalar(self, tag, text):
        if tag == "str":
            return 's"' + text + '"'
        kind = self.kind(text)
        if tag == "null" and kind == "null":
            return "null"
        if tag == "bool" and kind == "bool":
            return text.lower()
        if (tag == "int" and kind == "int") or (tag == "float" and kind in ("int", "float")):
            return "n" + text
        raise Refusal("a value that its tag does not fit: " + tag)


for name, pattern in (
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
):
    Reader.add_implicit_resolver(PREFIX + name, re.compile(r"(?:%s)\Z" % pattern), None)


def judge(text):
    try:
        reader = Reader(text)
        node = reader.get_single_node()
        return {"tree": "null" if node is None else reader.show(node)}
    except yaml.YAMLError as error:
        return {"error": getattr(error, "problem", None) or str(error)}
    except (Refusal, RecursionError, ValueError, OverflowError) as error:
        return {"error": str(error)}


with open(sys.argv[1], encoding="utf-8") as source:
    print(json.dumps([judge(text) for text in json.load(source)]))
