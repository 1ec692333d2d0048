"""The `township-metrics` command."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from typing import Annotated, Any, NoReturn

import typer

from extract.cli_analysis import analysis_app
from extract.cli_common import load, say, told
from extract.cli_dashboard import dashboard_app
from extract.cli_doctor import doctor_app
from extract.cli_frame import in_chinese
from extract.cli_metrics import metrics_app
from extract.cli_places import places_app
from extract.cli_reading import reading_app
from extract.cli_texts import take_language

PROGRAM = "township-metrics"
#: what the parser raises for wrong use; it gives the class no public name of its own
_PARSER_ERROR: Any = next(kind for kind in reversed(typer.BadParameter.__mro__) if hasattr(kind, "show"))

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False)
app.add_typer(reading_app)
app.add_typer(analysis_app)
app.add_typer(dashboard_app)
app.add_typer(metrics_app, name="metrics")
app.add_typer(places_app)
app.add_typer(doctor_app)


def _tell_version(wanted: bool) -> None:
    if not wanted:
        return
    with told():
        from extract.installation import program_version

        known = load(None)
        typer.echo(say("version found", program_version(), known.hash, len(known.metrics), known.path))
    raise typer.Exit


@app.callback(help="app", epilog="first steps")
def _start(
    version: Annotated[
        bool, typer.Option("--version", help="version", callback=_tell_version, is_eager=True, show_default=False)
    ] = False,
) -> None:
    """Options that stand before a command."""


def _translate(command: Any) -> None:
    """Puts the texts of the chosen language where the keys stand."""
    for place in ("help", "epilog"):
        key = getattr(command, place, None)
        if key is not None and say.knows(key):
            setattr(command, place, say(key))
    # the option --help is made when first asked for, and then kept
    own = command.get_help_option(command.make_context(PROGRAM, [], resilient_parsing=True))
    for parameter in [*command.params, *([own] if own else [])]:
        key = getattr(parameter, "help", None)
        if key is not None and say.knows(key):
            parameter.help = say(key)
    if say.language == "zh":
        _put_into_chinese(command, "get_help")
        _put_into_chinese(command, "get_usage")
    for child in getattr(command, "commands", {}).values():
        _translate(child)


def _put_into_chinese(command: Any, name: str) -> None:
    """Has what the parser itself puts together for help and usage said in Chinese."""
    english = getattr(command, name)
    setattr(command, name, lambda context: in_chinese(english(context)))


def command_tree(language: str) -> Any:
    """The whole command line with its help in a language."""
    say.use(language)
    command = typer.main.get_command(app)
    _translate(command)
    return command


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Runs the command line."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    language, given = take_language(given)
    for stream in (sys.stdout, sys.stderr):
        # a Chinese report on a console of another code page must not end the run
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    command = command_tree(language)
    try:
        sys.exit(command.main(given, prog_name=PROGRAM, standalone_mode=False) or 0)
    except _PARSER_ERROR as error:
        told = io.StringIO()
        error.show(told)
        sys.stderr.write(in_chinese(told.getvalue()) if language == "zh" else told.getvalue())
        sys.exit(error.exit_code)
    except typer.Abort:
        sys.exit(1)


if __name__ == "__main__":
    main()
