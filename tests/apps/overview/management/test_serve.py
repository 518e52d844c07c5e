"""`hjemmedag serve` says what is missing instead of starting."""

import socket

import pytest
from django.core.management import CommandError, call_command
from django.db.migrations.recorder import MigrationRecorder


def refused(**options: object) -> str:
    with pytest.raises(CommandError) as fault:
        call_command("serve", **options)
    assert fault.value.returncode == 2
    return str(fault.value)


def test_without_a_company_it_names_init(db):
    assert refused() == "Her er ingen virksomhed endnu. Kør: hjemmedag init"


def test_with_a_database_of_another_version_it_names_init(company):
    MigrationRecorder.Migration.objects.filter(app="agreements").delete()
    assert refused() == "Databasen er ikke klar til denne version. Kør: hjemmedag init"


@pytest.mark.parametrize("workers", [0, -1, 65])
def test_a_number_of_processes_that_cannot_be_is_refused(company, workers: int):
    assert refused(workers=workers) == "--workers: skriv et tal fra 1 til 64."


def test_a_port_that_is_taken_is_named(company):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert refused(port=port).startswith(f"127.0.0.1, port {port} kan ikke bruges")


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70_000), ("999.1.1.1", 8123)])
def test_an_address_that_cannot_be_is_named(company, host: str, port: int):
    assert refused(host=host, port=port).startswith(f"{host}, port {port} kan ikke bruges")
