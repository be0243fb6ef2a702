# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile as the program keeps it: its file, and its token in the keyring."""

from pathlib import Path

ID = "io.github.htap_inventory.HtapInventory"
UUID = "6f1c9a34-0d5e-4b7a-9d0c-2a3d5e8f7b61"


def write(config: Path, cloud, taurus, *, listed: bool = True, discover: bool = False) -> Path:
    """One that reads these TaurusDB instances of a cloud, or (not listed, but to be discovered) all
    that their projects have. Returns the file."""
    regions = sorted({one.region for one in taurus})
    projects = dict.fromkeys(f"{one.region}:{one.project_id}" for one in taurus)
    lines = [f"[profile {UUID}]", "Name=Production", "SignIn=token",
             "Projects=" + ";".join(projects),
             *(f"Endpoint.{region}={cloud.address}" for region in regions)]
    if discover:
        lines.append("Discover=true")
    if listed:
        lines.append("TaurusIds=" + ";".join(f"{one.region}:{one.taurus_id}" for one in taurus))
    folder = config / "htap-inventory"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / "profiles.ini"
    path.write_text("\n".join(lines) + "\n")
    path.chmod(0o600)
    return path


def keyring_of_program():
    """The library for the keyring, and the form of what the program keeps there."""
    import gi

    gi.require_version("Secret", "1")
    from gi.repository import Secret

    text = Secret.SchemaAttributeType.STRING
    return Secret, Secret.Schema.new(ID, Secret.SchemaFlags.NONE, {"profile": text, "kind": text})


def store_token(token: str) -> None:
    """Puts it into the keyring, where the program looks for it."""
    secret, schema = keyring_of_program()
    secret.password_store_sync(schema, {"profile": UUID, "kind": "token"}, None,
                               "HTAP Inventory: Production", token, None)


def remove_token() -> None:
    secret, schema = keyring_of_program()
    assert secret.password_clear_sync(schema, {"profile": UUID, "kind": "token"}, None)
