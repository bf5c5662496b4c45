"""Scenario files for check-schema-agreement: valid ones, and valid ones with one change.

Valid files are parts of a resolved scenario, which holds every key. Half of them are mild: their values
lie near the resolved ones, so that the whole scenario is valid. The others have any values that the
schema allows; sums of shares and references to groups may well be wrong there, which a schema cannot tell.
"""
import copy
import json
import math
import re

RAW = "\x00number:"


def written(document):
    """The document as JSON; texts that begin with RAW stand for numbers in a given spelling."""
    text = json.dumps(document, ensure_ascii=False)
    return re.sub(r'"\\u0000number:([^"]*)"', r"\1", text)


class Place:
    """One value in a document, with the schema that holds for it."""

    def __init__(self, schema, parent, key):
        self.schema, self.parent, self.key = schema, parent, key

    @property
    def value(self):
        return self.parent[self.key]

    @value.setter
    def value(self, value):
        self.parent[self.key] = value


class Generator:
    def __init__(self, schema, resolved, random):
        self.schema, self.resolved, self.random = schema, resolved, random
        self.changes = [
            self.unknown_key, self.key_of_elsewhere, self.missing_key, self.other_type,
            self.other_type, self.edge_of_range, self.edge_of_range, self.spelling_of_number,
            self.text_length, self.name, self.date, self.list_length, self.removal,
            self.element_without_name, self.twice_the_name, self.head, self.dated_change, self.word,
        ]

    # Valid files

    def valid(self):
        return "none", written(self.document())

    def document(self):
        density = self.random.choice((0.1, 0.4, 0.8, 1.0))
        self.is_mild = self.random.random() < 0.5
        document = self.part(self.resolved, self.schema, density)
        if self.random.random() < 0.3:
            document["$schema"] = "caseload-scenario.schema.json"
        if self.random.random() < 0.2:
            document["extends"] = "base.json"
        return document

    def part(self, value, schema, density):
        kind = schema.get("type")
        if kind == "object" and "properties" not in schema:
            return copy.deepcopy(value)
        if kind == "object":
            required = schema.get("required", [])
            keys = [k for k in value if k in required or self.random.random() < density]
            if self.random.random() < 0.3:
                self.random.shuffle(keys)
            result = {}
            for key in keys:
                self.key = key
                result[key] = self.part(value[key], schema["properties"][key], density)
            return result
        if kind == "array" and schema["items"].get("type") == "object":
            elements = [e for e in value
                        if self.is_mild or self.random.random() < max(density, 0.5)]
            return [self.part(e, schema["items"], density) for e in elements]
        if self.random.random() < 0.5:
            return copy.deepcopy(value)
        return self.near_value(value, schema) if self.is_mild else self.new_value(schema)

    def near_value(self, value, schema):
        """A value at most a hundredth lower; whole numbers, texts and shares of a whole stay."""
        if schema.get("type") != "number" or schema.get("exclusiveMaximum") == 1:
            return copy.deepcopy(value)
        is_part = "Share" in self.key or "readiness" in self.key
        low = schema.get("minimum", schema.get("exclusiveMinimum"))
        return value if is_part else max(low, value * self.random.uniform(0.99, 1))

    def new_value(self, schema):
        if "enum" in schema:
            return self.random.choice(schema["enum"])
        kind = schema["type"]
        if kind == "boolean":
            return self.random.random() < 0.5
        if kind == "integer":
            low, high = schema["minimum"], schema["maximum"]
            return self.random.choice((low, high, self.random.randint(low, high)))
        if kind == "number":
            low = schema.get("minimum", schema.get("exclusiveMinimum"))
            high = schema.get("maximum", schema.get("exclusiveMaximum"))
            value = self.random.choice((
                self.random.uniform(low, high), max(low, float(round(low + high) // 2)),
                low, high))
            outside = (value == low and "exclusiveMinimum" in schema) or (
                value == high and "exclusiveMaximum" in schema)
            return (low + high) / 2 if outside else value
        if kind == "array":
            return [self.new_value(schema["items"]) for _ in range(self.random.randint(0, 5))]
        if schema.get("format") == "date":
            year, month = self.random.randint(1990, 2100), self.random.randint(1, 12)
            return f"{year:04}-{month:02}-{self.random.randint(1, 28):02}"
        if "pattern" in schema:
            letters = "abcXYZ019_-" + ("." if "_." in schema["pattern"] else "")
            length = self.random.choice((0, 5, 9, 63))
            return self.random.choice("aZ5") + "".join(self.random.choices(letters, k=length))
        length = self.random.choice((0, 1, 20, schema.get("maxLength", 64)))
        return "".join(self.random.choices("aé€😀 \"\\/\n\u202e", k=length))

    # Files with one change

    def changed(self):
        while True:
            document = self.document()
            change = self.random.choice(self.changes)
            if change(document):
                return change.__name__, written(document)

    def places(self, document):
        """All values below the top, each with its schema."""
        result = []

        def walk(value, schema):
            if schema.get("type") == "object" and isinstance(value, dict):
                for key in value:
                    if key in schema.get("properties", ()):
                        result.append(Place(schema["properties"][key], value, key))
                        walk(value[key], schema["properties"][key])
            elif schema.get("type") == "array" and isinstance(value, list):
                for index, element in enumerate(value):
                    result.append(Place(schema["items"], value, index))
                    walk(element, schema["items"])

        walk(document, self.schema)
        return result

    def choose(self, document, suits):
        places = [p for p in self.places(document) if suits(p)]
        return self.random.choice(places) if places else None

    def objects(self, document):
        return [document] + [p.value for p in self.places(document) if isinstance(p.value, dict)]

    def lists(self, document):
        return [p for p in self.places(document)
                if isinstance(p.value, list) and p.schema["items"].get("type") == "object" and p.value]

    def unknown_key(self, document):
        target = self.random.choice(self.objects(document))
        known = self.random.choice(list(target) or ["staffing"])
        key = self.random.choice((
            known + "_", known.upper() + "x", "", "__proto__", "a.b", "é", " " + known, "remove"))
        target[key] = self.random.choice((1, None, True, "x", {}, []))
        return True

    def key_of_elsewhere(self, document):
        keys = [p.key for p in self.places(self.resolved) if isinstance(p.key, str)]
        self.random.choice(self.objects(document))[self.random.choice(keys)] = 0
        return True

    def missing_key(self, document):
        target = self.random.choice(self.objects(document))
        if not target:
            return False
        del target[self.random.choice(list(target))]
        return True

    def other_type(self, document):
        place = self.choose(document, lambda p: True)
        if place is None:
            return False
        place.value = self.random.choice((
            None, True, False, 0, 1, -1, 0.5, "", "1", "true", "2014-01-01", "work", [], {}, [1], ["a"],
            [[]], [{}], {"a": 1}))
        return True

    def edge_of_range(self, document):
        place = self.choose(document, lambda p: p.schema.get("type") in ("number", "integer"))
        if place is None:
            return False
        low = place.schema.get("minimum", place.schema.get("exclusiveMinimum"))
        high = place.schema.get("maximum", place.schema.get("exclusiveMaximum"))
        values = [low, high, low - 1, high + 1, -1e300, 1e300, 10**30]
        if place.schema["type"] == "number":
            values += [math.nextafter(low, -math.inf), math.nextafter(low, math.inf),
                       math.nextafter(high, -math.inf), math.nextafter(high, math.inf)]
        else:
            values += [low + 0.5, high + 0.5, low + 1e-9]
        place.value = self.random.choice(values)
        return True

    def spelling_of_number(self, document):
        place = self.choose(document, lambda p: p.schema.get("type") in ("number", "integer"))
        if place is None:
            return False
        place.value = RAW + self.random.choice((
            "1.0", "1e0", "10e-1", "0.1e1", "-0", "-0.0", "0e5", "2E+0", "5e-1", "1.5e0", "1e2",
            "100e-2", "15e-1", "9007199254740993", "18446744073709551615", "18446744073709551616",
            "0.99999999999999999999", "1e-320"))
        return True

    def text_length(self, document):
        place = self.choose(document, lambda p: "maxLength" in p.schema)
        if place is None:
            return False
        letter = self.random.choice("aé€😀\u0301\u200d")
        place.value = letter * (place.schema["maxLength"] + self.random.choice((-1, 0, 1)))
        return True

    def name(self, document):
        place = self.choose(document, lambda p: "pattern" in p.schema and "format" not in p.schema)
        if place is None:
            return False
        place.value = self.random.choice((
            "", "a", "A-b_9", "-a", "_a", ".a", "a.b", "..", "a b", "a/b", "é", "work\u0301", "a\n",
            "\na", "a\u0000", "x" * 64, "x" * 65, "٣", "all"))
        return True

    def date(self, document):
        place = self.choose(document, lambda p: p.schema.get("format") == "date")
        if place is None:
            return False
        place.value = self.random.choice((
            "1990-01-01", "1989-12-31", "2100-12-31", "2101-01-01", "2012-02-29", "2014-02-29",
            "2000-02-29", "2100-02-29", "2014-1-1", "2014-13-01", "2014-00-10", "2014-04-31",
            "2014-01-00", "20140101", "2014-01-01T00:00", " 2014-01-01", "2014-01-01\n", "14-01-01",
            "٢٠١٤-01-01", "2014/01/01"))
        return True

    def list_length(self, document):
        place = self.choose(document, lambda p: isinstance(p.value, list))
        if place is None:
            return False
        count = self.random.choice((0, 63, 64, 65, 200))
        items = place.schema["items"]
        if items.get("type") == "object":
            name = items["required"][0]
            place.value = [{name: f"n{number}"} for number in range(count)]
        else:
            place.value = [f"n{number}" for number in range(count)]
        return True

    def removal(self, document):
        lists = self.lists(document)
        if not lists:
            return False
        place = self.random.choice(lists)
        index = self.random.randrange(len(place.value))
        name = place.schema["items"]["required"][0]
        element = place.value[index]
        if name not in element:
            return False
        if self.random.random() < 0.6:
            element = {name: element[name]}
        element["remove"] = self.random.choice((True, True, False, None, 1, "true"))
        place.value[index] = element
        return True

    def element_without_name(self, document):
        lists = self.lists(document)
        if not lists:
            return False
        place = self.random.choice(lists)
        self.random.choice(place.value).pop(place.schema["items"]["required"][0], None)
        return True

    def twice_the_name(self, document):
        lists = self.lists(document)
        if not lists:
            return False
        place = self.random.choice(lists)
        place.value.append(copy.deepcopy(self.random.choice(place.value)))
        return True

    def dated_change(self, document):
        values = self.random.choice((
            {"staffing.fte": 20}, {"staffing.fte": 0}, {"staffing.ftee": 1}, {"seed": 2}, {}, [], None,
            {"staffing.fte": None}, {"staffing.fte": [20]}, {"staffing": {"fte": 20}},
            {f"k{number}": 1 for number in range(65)}, {"": 1}, {"service.restPolicy.enabled": "x"}))
        document.setdefault("interventions", {})["changes"] = [
            {"name": "a", "date": "2016-01-01", "set": values}]
        return True

    def word(self, document):
        place = self.choose(document, lambda p: "enum" in p.schema)
        if place is None:
            return False
        place.value = self.random.choice((
            "", "x", place.schema["enum"][0] + " ", place.schema["enum"][0].upper(), None, 1, True,
            place.schema["enum"][-1]))
        return True

    def head(self, document):
        key = self.random.choice(("$schema", "extends"))
        document[key] = self.random.choice((
            "", "base.json", "none.json", "a/" * 512, "a/" * 513, "../base.json", "/base.json", 1, None, True, {}, ["base.json"]))
        return True
