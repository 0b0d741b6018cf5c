"""Carries changes of rows out within a transaction, the manifest with them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, bindparam

from ikonzept_desktop.model.store.rows import Account, Accounts, Key, Row, RowChanges, row_hash
from ikonzept_desktop.model.store.tables import KEPT, MANIFEST


@dataclass(slots=True)
class Prepared:
    """Changes that are really needed, each row with its hash."""

    inserted: defaultdict[str, list[tuple[Row, bytes]]] = field(default_factory=lambda: defaultdict(list))
    updated: defaultdict[str, list[tuple[Row, bytes]]] = field(default_factory=lambda: defaultdict(list))
    deleted: defaultdict[str, list[Key]] = field(default_factory=lambda: defaultdict(list))


def prepare(changes: RowChanges, accounts: Accounts) -> Prepared:
    """Part the changes by what the file holds already; a row that is there as it should be is left alone."""
    prepared = Prepared()
    for (table, key), row in changes.put.items():
        checksum = row_hash(table, row.values)
        known = accounts[table].hashes.get(key)
        if known != checksum:
            (prepared.inserted if known is None else prepared.updated)[table].append((row, checksum))
    for table, key in changes.drop - changes.put.keys():
        if key in accounts[table].hashes:
            prepared.deleted[table].append(key)
    return prepared


def carry_out(connection: Connection, prepared: Prepared, accounts: Accounts) -> Accounts:
    """Write the changes; gives the accounts of the tables that changed, true once the transaction is on disk."""
    for name in KEPT:
        _delete(connection, name, prepared.deleted.get(name, ()))
        _insert(connection, name, prepared.inserted.get(name, ()))
        _update(connection, name, prepared.updated.get(name, ()))
    changed = _changed_accounts(prepared, accounts)
    write_manifest(connection, changed)
    return changed


def _changed_accounts(prepared: Prepared, accounts: Accounts) -> Accounts:
    names = {*prepared.inserted, *prepared.updated, *prepared.deleted}
    changed = {name: Account(dict(accounts[name].hashes), accounts[name].total) for name in names}
    for table, keys in prepared.deleted.items():
        for key in keys:
            changed[table].drop(key)
    for table, rows in (*prepared.inserted.items(), *prepared.updated.items()):
        for row, checksum in rows:
            changed[table].put(row.key, checksum)
    return changed


def begin_manifest(connection: Connection) -> None:
    """Write a manifest of empty tables."""
    rows = [{"name": name, "rows": 0, "sum": Account().line()[1]} for name in KEPT]
    connection.execute(MANIFEST.insert(), rows)


def write_manifest(connection: Connection, accounts: Accounts) -> None:
    """Write down what the accounts say."""
    statement = (
        MANIFEST.update()
        .where(MANIFEST.c.name == bindparam("table"))
        .values(rows=bindparam("count"), sum=bindparam("total"))
    )
    lines = {name: account.line() for name, account in accounts.items()}
    if lines:
        connection.execute(
            statement, [{"table": name, "count": count, "total": total} for name, (count, total) in lines.items()]
        )


def _delete(connection: Connection, name: str, keys: Iterable[Key]) -> None:
    table = KEPT[name]
    parameters = [_key_parameters(name, key) for key in keys]
    if parameters:
        statement = table.delete()
        for column in table.primary_key.columns:
            statement = statement.where(column == bindparam(f"old_{column.name}"))
        connection.execute(statement, parameters)


def _insert(connection: Connection, name: str, rows: Iterable[tuple[Row, bytes]]) -> None:
    parameters = [_parameters(row, checksum) for row, checksum in rows]
    if parameters:
        connection.execute(KEPT[name].insert(), parameters)


def _update(connection: Connection, name: str, rows: Iterable[tuple[Row, bytes]]) -> None:
    table = KEPT[name]
    keys = {column.name for column in table.primary_key.columns}
    parameters = [_parameters(row, checksum, "new_") | _key_parameters(name, row.key) for row, checksum in rows]
    if not parameters:
        return
    statement = table.update().values(
        {column.name: bindparam(f"new_{column.name}") for column in table.columns if column.name not in keys}
    )
    for column in table.primary_key.columns:
        statement = statement.where(column == bindparam(f"old_{column.name}"))
    connection.execute(statement, parameters)


def _parameters(row: Row, checksum: bytes, prefix: str = "") -> dict[str, Any]:
    names = (f"{prefix}{column.name}" for column in KEPT[row.table].columns)
    return dict(zip(names, (*row.values, checksum), strict=True))


def _key_parameters(name: str, key: Key) -> dict[str, Any]:
    columns = KEPT[name].primary_key.columns
    return {f"old_{column.name}": value for column, value in zip(columns, key, strict=True)}
