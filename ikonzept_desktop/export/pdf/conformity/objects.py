"""Small readings of PDF objects that may be anything: what is missing or of another type is simply not there."""

from collections.abc import Iterator

import pikepdf

Thing = pikepdf.Object
_DEEPEST = 40


def dictionary(thing: object) -> pikepdf.Object | None:
    """Give a dictionary or the dictionary of a stream; None for anything else."""
    return thing if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else None


def inner(owner: pikepdf.Object | None, key: str) -> pikepdf.Object | None:
    """Give the dictionary below a key."""
    return None if owner is None else dictionary(owner.get(key))


def listed(thing: object) -> list[object]:
    """Give the members of an array, or a single object as the only one; nothing for nothing."""
    if thing is None:
        return []
    return list(thing) if isinstance(thing, pikepdf.Array) else [thing]


def text(owner: pikepdf.Object | None, key: str) -> str:
    """Give a name or a string below a key as characters."""
    found = None if owner is None else owner.get(key)
    return str(found) if isinstance(found, pikepdf.Name | pikepdf.String) else ""


def whole(thing: object) -> int | None:
    """Give a whole number."""
    return thing if isinstance(thing, int) and not isinstance(thing, bool) else None


def is_true(owner: pikepdf.Object | None, key: str) -> bool:
    """Tell whether it says true below a key."""
    found: object = None if owner is None else owner.get(key)
    return found is True


def number_of(thing: object) -> int:
    """Give the number of an object of the file; 0 for one that stands within another."""
    return int(thing.objgen[0]) if isinstance(thing, pikepdf.Object) else 0


def number_tree(root: pikepdf.Object | None) -> dict[int, object]:
    """Give the pairs of a number tree (ISO 32000-1, 7.9.7); branches that lead back are not followed."""
    found: dict[int, object] = {}
    stack, seen = [(root, 0)], set[int]()
    while stack:
        node, depth = stack.pop()
        if node is None or depth > _DEEPEST:
            continue
        numbers = listed(node.get("/Nums"))
        found.update(
            (key, value) for key, value in zip(numbers[::2], numbers[1::2], strict=False) if isinstance(key, int)
        )
        for kid in map(dictionary, listed(node.get("/Kids"))):
            if kid is not None and number_of(kid) not in seen:
                seen.add(number_of(kid))
                stack.append((kid, depth + 1))
    return found


def resources(owner: pikepdf.Object | None, kind: str) -> Iterator[tuple[str, pikepdf.Object]]:
    """Go through the named dictionaries of one kind in a resource dictionary."""
    shelf = inner(owner, kind)
    if shelf is not None:
        for key, value in shelf.items():
            found = dictionary(value)
            if found is not None:
                yield str(key), found
