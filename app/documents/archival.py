"""What makes a PDF last (PDF/A-2b, ISO 19005-2): properties said twice in agreement, colours defined; it names nobody.

reportlab has none of this, and refuses none of it. Its internals are touched here and in ``structure`` only, and
``tests/documents`` notices when a new version of it goes another way.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from app.documents.structure import TaggedCanvas
from app.paths import resources

_SRGB = "sRGB IEC61966-2.1"


class LastingCanvas(TaggedCanvas):
    """A tagged canvas whose document says its day, its colours and what standard it keeps to."""

    def __init__(self, *args: Any, day: date, **named: Any) -> None:
        super().__init__(*args, **named)
        self._doc._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)  # noqa: SLF001 - reportlab has no setter
        self._day, self._language = day, str(named.get("lang") or "en-GB")

    def save(self) -> None:
        """Add the properties and close the document."""
        for unsaid in (self.setAuthor, self.setSubject, self.setCreator):
            unsaid("")
        self.setViewerPreference("DisplayDocTitle", "true")
        self._doc.Catalog.Metadata = pdfdoc.XMP(creator=self._properties)
        self._doc.Catalog.OutputIntents = PDFArray([self._colours()])
        super().save()

    def _properties(self, doc: Any) -> bytes:
        moment = f"{self._day.isoformat()}T00:00:00+00:00"
        return _PROPERTIES.format(
            title=escape(doc.info.title), producer=escape(doc.info.producer), moment=moment, language=self._language
        ).encode()

    def _colours(self) -> Any:
        profile = PDFStream(PDFDictionary({"N": 3}), _srgb(), [pdfdoc.PDFZCompress])
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString(_SRGB),
                "Info": PDFString(_SRGB),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )


_PROPERTIES = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@cache
def _srgb() -> bytes:
    return (resources() / "colours" / "srgb.icc").read_bytes()


_format_of_stream = pdfdoc.PDFStream.format


def _ended_on_its_own_line(stream: Any, document: Any) -> bytes:
    """WORKAROUND: ISO 19005-2 §6.1.7.1 wants an end of line before ``endstream``, which reportlab 5.1 leaves out."""
    written: bytes = _format_of_stream(stream, document)
    body, end = written[: -len(_END)], written[-len(_END) :]
    return written if end != _END or body.endswith(b"\n") else body + b"\n" + end


_END = b"endstream\n"
pdfdoc.PDFStream.format = _ended_on_its_own_line
