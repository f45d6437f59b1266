"""What jsonschema finds becomes notices; `test_shape.py` has the cases one by one."""

from evalcli.model.document import Scalar, mapping
from evalcli.model.place import Place
from evalcli.read.misshapen import told


def test_faults_come_in_the_order_of_the_file() -> None:
    first, second = Place("f.yaml", 1, 4), Place("f.yaml", 2, 4)
    keys = Scalar("b", Place("f.yaml", 1, 1)), Scalar("a", Place("f.yaml", 2, 1))
    root = mapping(((keys[0], Scalar("x", first)), (keys[1], Scalar("y", second))), Place("f.yaml", 1, 1))
    schema = {"properties": {"a": {"type": "integer"}, "b": {"enum": ["z"]}}}

    assert [(notice.code, notice.place) for notice in told({"a": "y", "b": "x"}, root, schema)] == [
        ("shape.value", first),
        ("shape.type", second),
    ]


def test_what_holds_is_not_told() -> None:
    assert told({}, mapping((), Place("f.yaml", 1, 1)), {"type": "object"}) == ()
