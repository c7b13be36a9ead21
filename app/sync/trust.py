"""Whom a laptop believes on the way to its endpoint; nothing is said to one whose key the authority did not name."""

from __future__ import annotations

import ssl
from collections.abc import Collection

import httpx2
from cryptography import x509

from protocol.pinning import pin_of


def trust(pins: Collection[str]) -> ssl.SSLContext:
    """Return what a connection has to stand up to: a certificate vouched for, TLS 1.3, and one of these keys.

    ``pins`` are those of the authority's directory (``Directory.tls_keys``); where there is none, any key will do. They
    are asked for once hands were shaken, and before a word of a request is on the wire.
    """
    context = httpx2.create_ssl_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    if pins:
        context.sslsocket_class = type("PinnedSocket", (_Pinned, ssl.SSLSocket), {"pins": frozenset(pins)})
        context.sslobject_class = type("PinnedObject", (_Pinned, ssl.SSLObject), {"pins": frozenset(pins)})
    return context


class _Pinned:
    """Shakes hands as it always did, and looks whose hand it was."""

    pins: frozenset[str]

    def do_handshake(self, *how: bool) -> None:
        """Raise ``SSLCertVerificationError`` for a key that is not one of the pins."""
        super().do_handshake(*how)  # type: ignore[misc]  # it stands before a class that has it
        shown = self.getpeercert(binary_form=True)  # type: ignore[attr-defined]  # the same
        if pin_of(x509.load_der_x509_certificate(shown).public_key()) not in self.pins:
            raise ssl.SSLCertVerificationError("the key is none that the authority named")
