# SPDX-License-Identifier: GPL-3.0-or-later
"""A profile as the program keeps it: its file, and its token in the keyring."""

from pathlib import Path

ID = "io.github.htap_inventory.HtapInventory"
UUID = "6f1c9a34-0d5e-4b7a-9d0c-2a3d5e8f7b61"
OTHER_UUID = "0b6a5f0e-6c1d-4f5e-8a57-7d1f0c9e2a43"


def write(config: Path, cloud, taurus, *, listed: bool = True, discover: bool = False,
          uuid: str = UUID, name: str = "Production") -> Path:
    """One that reads these TaurusDB instances of a cloud, or (not listed, but to be discovered) all
    that their projects have; beside others if it is another. Returns the file."""
    regions = sorted({one.region for one in taurus})
    projects = dict.fromkeys(f"{one.region}:{one.project_id}" for one in taurus)
    lines = [f"[profile {uuid}]", f"Name={name}", "SignIn=token",
             "Projects=" + ";".join(projects),
             *(f"Endpoint.{region}={cloud.address}" for region in regions)]
    if discover:
        lines.append("Discover=true")
    if listed:
        lines.append("TaurusIds=" + ";".join(f"{one.region}:{one.taurus_id}" for one in taurus))
    folder = config / "htap-inventory"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / "profiles.ini"
    others = path.read_text() + "\n" if uuid != UUID else ""
    path.write_text(others + "\n".join(lines) + "\n")
    path.chmod(0o600)
    return path


def keyring_of_program():
    """The library for the keyring, and the form of what the program keeps there."""
    import gi

    gi.require_version("Secret", "1")
    from gi.repository import Secret

    text = Secret.SchemaAttributeType.STRING
    return Secret, Secret.Schema.new(ID, Secret.SchemaFlags.NONE, {"profile": text, "kind": text})


def store_token(token: str, uuid: str = UUID) -> None:
    """Puts it into the keyring, where the program looks for it."""
    secret, schema = keyring_of_program()
    secret.password_store_sync(schema, {"profile": uuid, "kind": "token"}, None,
                               "HTAP Inventory: Production", token, None)


def remove_token() -> None:
    secret, schema = keyring_of_program()
    assert secret.password_clear_sync(schema, {"profile": UUID, "kind": "token"}, None)
