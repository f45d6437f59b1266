"""Which folder a pack's name means, and whether its version is the one that is wanted."""

from difflib import get_close_matches
from pathlib import Path

from evalcli import resources
from evalcli.language import _, enumerated
from evalcli.model.document import Node, Scalar
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

# What a county writes under `tailored:`.
Pairs = tuple[tuple[Scalar, Node], ...]


def found(wish: str, county: Path | None = None) -> tuple[Path, Path | None]:
    """Return the folder of a pack that is named by its id or its folder, and the county whose packs it may stand on."""
    folder = Path(wish)
    if not (folder / "pack.yaml").is_file():
        return folder_of(wish.partition("@")[0], county), county
    folder = folder.resolve()
    return folder, folder.parent.parent if folder.parent.name == "indicators" else county


def folder_of(name: str, county: Path | None, place: Place | None = None) -> Path:
    """Return the folder of the pack `name`, or stop with the names that there are."""
    found = resources.find("indicators", name, county)
    if found:
        return found
    known = resources.names("indicators", county)
    near = get_close_matches(name, known, 1)
    message = _("没有指标包“{name}”").format(name=name)
    advice = _("现有的指标包：{known}。").format(known=enumerated(known))
    advice += _("最接近的是“{near}”。").format(near=near[0]) if near else ""
    raise Stopped([Notice("pack.unknown", Level.STOP, message, advice, place)])


def other_version(name: str, have: str, want: str, place: Place | None) -> list[Notice]:
    """Return a fault where another version is wanted than there is: 1 and 1.0 go with 1.0.3."""
    if not want or f"{have}.".startswith(f"{want}."):
        return []
    message = _("指标包 {id} 现有版本 {have}，要的是 {want}").format(id=name, have=have, want=want)
    return [Notice("pack.version", Level.STOP, message, _("改写要的版本，或装上那个版本。"), place)]
