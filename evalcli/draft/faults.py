"""What goes wrong in a template, as a notice with the template and the line."""

import re
from collections.abc import Callable
from inspect import currentframe
from types import FrameType, TracebackType

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from evalcli.language import _
from evalcli.model.notice import Level, Notice, Stopped
from evalcli.model.place import Place

# All that a wrong expression can raise; endless macros end in a RecursionError.
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)
_NO_NAME = re.compile(r"'([^']*)' is undefined|.* has no (?:attribute|element) '([^']*)'")
_NO_FILTER = re.compile(r"No (?:filter|test) named '([^']*)'")


def guarded(render: Callable[[], str]) -> str:
    """Return what `render` returns; a fault of a template stops the command and names template and line."""
    try:
        return render()
    except TemplateNotFound as fault:
        message = _("找不到模板“{name}”").format(name=fault.message)
        raise _stopped("template.missing", message, _("核对名称和模板文件夹。"), _place(fault.__traceback__)) from fault
    except TemplateSyntaxError as fault:
        message = _("模板写错了：{why}").format(why=_in_words(fault))
        raise _stopped("template.syntax", message, _("按这一行改模板。"), _written_at(fault)) from fault
    except SyntaxError as fault:  # of the Python that Jinja writes: it takes twenty loops in one another, and no more
        message = _("模板写错了：{why}").format(why=_("循环套得太深"))
        raise _stopped("template.syntax", message, _("改浅一些。"), Place(fault.filename or "")) from fault
    except _FAULTS as fault:
        message = _("模板这一行做不下去：{why}").format(why=_in_words(fault))
        advice = _("按这一行改模板；能用的名称和过滤器见手册。")
        raise _stopped("template.fault", message, advice, _place(fault.__traceback__)) from fault


def template_place() -> Place | None:
    """Return the template and line that is being rendered, read off the stack that Jinja leaves."""
    frame: FrameType | None = currentframe()
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return Place(template.filename, template.get_corresponding_lineno(frame.f_lineno), 1)
        frame = frame.f_back
    return None


def _stopped(code: str, message: str, advice: str, place: Place | None) -> Stopped:
    return Stopped([Notice(code, Level.STOP, message, advice, place)])


def _written_at(fault: TemplateSyntaxError) -> Place:
    lines = (fault.source or "").splitlines()
    text = lines[fault.lineno - 1] if fault.lineno <= len(lines) else ""
    return Place(fault.filename or fault.name or "", fault.lineno, 1, text=text)


def _place(trace: TracebackType | None) -> Place | None:
    """Return the innermost template and line of a traceback that Jinja has rewritten."""
    found = None
    while trace is not None:
        if "__jinja_exception__" in trace.tb_frame.f_globals:
            found = Place(trace.tb_frame.f_code.co_filename, trace.tb_lineno, 1)
        trace = trace.tb_next
    return found


def _in_words(fault: Exception) -> str:
    """Return what Jinja or Python complains of; the commonest complaints in Chinese."""
    said = str(getattr(fault, "message", None) or fault)
    if isinstance(fault, RecursionError):
        return _("模板或宏没完没了地调用自己")
    if match := _NO_FILTER.match(said):
        return _("没有“{name}”这个过滤器或判断").format(name=match[1])
    if isinstance(fault, UndefinedError) and (match := _NO_NAME.match(said)):
        return _("没有“{name}”这个名称").format(name=match[1] or match[2])
    if isinstance(fault, SecurityError):
        return _("模板不许这样做（{why}）").format(why=said)
    return said
