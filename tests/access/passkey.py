"""A passkey as a browser would have registered it."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allauth.mfa.models import Authenticator

    from hjemmedag.apps.people.models import Employee


def passkey_of(person: Employee) -> Authenticator:
    """Somebody's passkey; no device holds its other half."""
    from allauth.mfa.models import Authenticator
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from fido2.cose import ES256
    from fido2.utils import websafe_encode
    from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData

    public = ES256.from_cryptography_key(generate_private_key(SECP256R1()).public_key())
    credential = AttestedCredentialData.create(bytes(16), b"passkey", public)
    flags = AuthenticatorData.FLAG.AT | AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV
    shown = AuthenticatorData.create(sha256(b"testserver").digest(), flags, 0, credential)
    registered = {
        "id": websafe_encode(b"passkey"),
        "rawId": websafe_encode(b"passkey"),
        "type": "public-key",
        "clientExtensionResults": {"credProps": {"rk": True}},
        "response": {
            "attestationObject": websafe_encode(AttestationObject.create("none", shown, {})),
            "clientDataJSON": websafe_encode(
                CollectedClientData.create("webauthn.create", b"challenge", "http://testserver")
            ),
        },
    }
    data = {"name": "Nøgle 1", "credential": registered}
    return Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data=data)
