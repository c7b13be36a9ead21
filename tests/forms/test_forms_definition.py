"""Form files become sections, pages and items, and every version of a form stays at hand."""

import hashlib
import json
from pathlib import Path

import pytest

from app.forms.definition import FormDefinition, FormLibrary, ItemKind, load_form
from app.forms.reading import FormFaulty, FormUnknown
from app.paths import resources

FORMS = resources() / "forms"
SHORT = (Path(__file__).parent / "data" / "short-form.json").read_bytes()
LIBRARY = FormLibrary(FORMS)
CAF = LIBRARY.by_name("caf-assessment")
FILES = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in FORMS.glob("*.json")}
RELEASED = {
    ("agreement-to-share", "1.0.0"): "d6de62f11a6c93382e96da72624e1ef10f467221c8c0e22b82feea5cfe12c6f7",
    ("agreement-to-start", "1.0.0"): "c595d15bb00b3a668c30023d7dc14240b401d13a7ef7cbc3a82ae0ed9a8f9906",
    ("caf-assessment", "1.0.0"): "a4e7cb07edbe4ed80d272605a5335dac4683a46bbe6fd8b68b59dfc7bd997281",
    ("checklist", "1.0.0"): "17d9a147cbe5ca918844479a1898b9d89ea96138ff824574feb9321d8d3e3794",
    ("agreement-to-start", "1.1.0"): "ce3f509a8c7d99d54211c8e6f7276975d174e050a405e333d605d6c28eef468a",
    ("caf-assessment", "1.1.0"): "461c0a6de04b71efa00491b607035ad3ea99ce51d4d35361ad928c5a4abffcc7",
    ("checklist", "1.1.0"): "88607ac14af915b74d8ddc72eb0c91aee09e7471cfd32f989332247a73ce9b77",
    ("agreement-to-share", "1.2.0"): "d1f1b44da9c31ad5ab3fc8f972a6501a473ebe56034bdddf00465f2fc5cebd0b",
    ("agreement-to-start", "1.2.0"): "f8bc038994635fb60521db95ef494781811480e6385eef51f71ba83709489e95",
    ("caf-assessment", "1.2.0"): "f668148ef316989e7616c4dfa3db745206f4bdd472f31d788b2ff7e20416c7d1",
    ("checklist", "1.2.0"): "68d1207afb866bf0272fcf3dcace1bacd9f1970ef6fdf80dd20bfd127b6ca3b9",
}
"""The hash of each form version that was ever released: records name it, so its file may never change."""

SECTIONS = {
    "about": ["id", "reach", "learning", "talking", "fh"],
    "more": ["describing", "carers", "sv", "who"],
    "why": ["as", "looked"],
    "d1": [
        *("d1.health_general", "d1.health_physical", "d1.speech", "d1.emotional", "d1.behaviour", "d1.identity"),
        *("d1.relationships", "d1.selfcare", "d1.understanding", "d1.participation", "d1.progress", "d1.aspirations"),
    ],
    "d2": ["d2.care", "d2.warmth", "d2.guidance"],
    "d3": ["d3.history", "d3.wider", "d3.housing", "d3.community"],
    "own": ["ch", "fw"],
    "meaning": ["co", "wants", "plan", "cm"],
}
ELEMENTS = [page for section in ("d1", "d2", "d3") for page in SECTIONS[section]]
FIELDS = {
    "caf-assessment": """
        id.unborn id.given id.family id.known_as id.aka id.sex id.dob id.edd id.address id.address_confidential
        id.postcode id.phone id.email id.nhs id.upn id.other_ids id.ethnicity id.ethnicity_other id.religion
        id.immigration id.lang_child id.lang_parent id.interp id.interp_done id.disabled id.disabled_detail id.special
        id.sen id.setting id.flags as.started as.sessions as.present as.absent_why as.reason as.reason_codes
        as.reviewed as.earlier_caf as.confident pc pc.name pc.rel pc.pr pc.address pc.postcode pc.phone pc.email pc.dob
        pc.gender pc.ethnicity pc.lives_with pc.needs pc.contact_limits fh.linked fh.linked.name fh.linked.where
        fh.genogram ax ax.name ax.role ax.org ax.address ax.phone ax.email ax.manager lp.status fh.people.gender
        fh.people.school fh.people.caf as.present.name as.present.role as.present.child as.sessions.date
        as.sessions.place as.sessions.length fh.text fh.people fh.people.name fh.people.rel
        fh.people.dob fh.people.here fh.people.pr fh.people.comms fh.people.no_contact lp.name lp.org lp.phone lp.email
        sv.services sv.kind sv.name sv.contact sv.person sv.since sv.until sv.for sv.sensitive sv.contributed
        co.strengths co.needs co.analysis co.level co.child_wants co.parent_wants co.goal co.goal.text ac ac.outcome
        ac.ecm ac.action ac.who ac.when ac.status co.services_wanted co.services_wanted.name co.specialist co.next
        co.review co.tac_who co.tac_who.name cm.child cm.child_share cm.parent cm.correct cm.correct.asked
        cm.correct.done""",
    "checklist": """
        pre.date pre.q1 pre.q1.note pre.q2 pre.q2.note pre.q3 pre.q3.note pre.q4 pre.q4.note pre.q5 pre.q5.note
        pre.strengths pre.extra pre.self pre.harm pre.level34 pre.existing pre.decision pre.decision_why pre.agree
        pre.who pre.discussed pre.child.given pre.child.family pre.child.aka pre.child.sex pre.child.dob pre.child.edd
        pre.child.address pre.child.postcode pre.child.phone pre.child.ref pre.by.name pre.by.role pre.by.org
        pre.by.phone pre.by.email""",
    "agreement-to-start": """
        c1.explained c1.format c1.who c1.giver c1.capacity c1.pr c1.pr_note c1.do c1.record_paper c1.record_ecaf
        c1.contact_others c1.limits c1.how c1.witness c1.interpreter c1.review_on""",
    "agreement-to-share": """
        c2.read c2.reasons c2.store c2.share c2.desk c2.list c2.list.service c2.list.kind c2.list.sensitive
        c2.list.may_see c2.list.until c2.list.withheld c2.withheld c2.for c2.wording c2.route c2.signer c2.capacity
        c2.witness c2.typed_name c2.paper_note c2.strokes c2.copy_given c2.review_on c2.expires""",
}


def test_the_assessment_has_its_sections_and_pages_in_order() -> None:
    assert {section.link_id: [page.link_id for page in section.pages] for section in CAF.sections} == SECTIONS


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_the_guidance_is_in_its_form(name: str) -> None:
    form = LIBRARY.by_name(name)
    assert [link_id for link_id in FIELDS[name].split() if link_id not in form] == []


@pytest.mark.parametrize("element", ELEMENTS)
def test_each_of_the_elements_asks_the_same_and_strengths_come_before_needs(element: str) -> None:
    page = CAF.page(element)
    asked = [item.link_id.removeprefix(element + ".") for item in page.items]
    assert asked == [
        *("strengths", "needs", "words", "evidence", "differs", "looked_at", "scale", "scale_by", "priority"),
    ]
    assert page.items[-2].enable_when
    assert 4 <= len(page.prompts) <= 6
    assert page.intro
    assert not any(item.required for item in page.items)
    scale = CAF.item(f"{element}.scale")
    assert (scale.minimum, scale.maximum) == (0, 10)


def test_a_new_version_keeps_every_question_of_the_one_before_with_its_type() -> None:
    """A line may become a choice that takes any words too: whatever was written on it stands as it was."""
    widened = (ItemKind.STRING, ItemKind.OPEN_CHOICE)
    for form in LIBRARY:
        newest = LIBRARY.newest(form.url)
        gone = [item.link_id for item in form if item.link_id not in newest]
        assert gone == []
        pairs = {item.link_id: (item.kind, newest.item(item.link_id).kind) for item in form}
        assert [link_id for link_id, (was, now) in pairs.items() if was is not now and (was, now) != widened] == []
        for item in form:
            assert {option.code for option in item.options} <= {o.code for o in newest.item(item.link_id).options}


def test_no_page_of_the_newest_forms_is_a_wall_of_fields() -> None:
    """An empty box invites everything that might be relevant, so that no page opens with more than eleven questions."""
    newest = {form.url: LIBRARY.newest(form.url) for form in LIBRARY}.values()
    opening = {
        page.link_id: [one for one in page.items if not one.enable_when and not one.seldom and not one.copied]
        for form in newest
        for page in form.pages
    }
    walls = {page for page, items in opening.items() if len(items) > 11}
    assert walls <= {"c1", "c2"}


def test_the_older_versions_are_the_very_files_that_records_name() -> None:
    released = {(form.name, form.version): form.sha256 for form in LIBRARY if (form.name, form.version) in RELEASED}
    assert released == RELEASED


def test_a_worry_about_harm_is_never_part_of_what_the_family_reads_and_signs() -> None:
    others = [form for form in LIBRARY if form.name != "significant-harm"]
    assert [item.link_id for form in others for item in form if item.link_id.startswith("ex.")] == []


@pytest.mark.parametrize("form", list(LIBRARY), ids=lambda form: f"{form.name} {form.version}")
def test_nothing_is_ticked_before_the_family_has_spoken(form: FormDefinition) -> None:
    assert '"initial' not in FILES[form.sha256].read_text(encoding="utf-8")
    asked = [item for item in form if item.text.startswith(("May we", "Do they agree"))]
    assert all(item.kind is not ItemKind.BOOLEAN for item in asked)


def test_a_form_never_seen_before_opens_without_code() -> None:
    form = load_form(SHORT)
    assert [(section.title, [page.title for page in section.pages]) for section in form.sections] == [
        ("The visit", ["The visit"])
    ]
    page = form.page("v")
    assert (page.intro, page.prompts) == ("A few words will do.", ("Who was there",))
    assert [item.kind.value for item in page.items] == [
        *("date", "boolean", "choice", "integer", "text", "group"),
    ]
    assert form.item("v.mood").display_of("stormy") == "Stormy"
    assert form.rows_around("v.toy.name") == "v.toy"
    assert form.item_at("v.toy/0a1b2c3d/v.toy.name").text == "Name"
    assert form.sha256 == hashlib.sha256(SHORT).hexdigest()


def test_a_form_whose_questions_stand_in_no_group_is_one_page() -> None:
    raw = json.loads(SHORT)
    raw["item"] = raw["item"][0]["item"]
    form = load_form(json.dumps(raw).encode())
    assert [page.link_id for page in form.pages] == ["visit-note"]
    assert "v.toy.back" in form


def test_every_version_stays_at_hand_and_the_newest_is_by_number(tmp_path: Path) -> None:
    for version in ("1.2.0", "1.10.0", "1.9.0"):
        text = SHORT.replace(b'"1.10.0"', f'"{version}"'.encode())
        (tmp_path / f"visit-note-{version}.json").write_bytes(text)
    library = FormLibrary(tmp_path)
    assert library.by_name("visit-note").version == "1.10.0"
    url = "https://ecaf.example/forms/visit-note"
    assert library.newest(url).version == "1.10.0"
    assert library.by_ref(url, "1.2.0").ref.version == "1.2.0"


def test_two_files_of_one_version_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(SHORT)
    (tmp_path / "b.json").write_bytes(SHORT)
    with pytest.raises(FormFaulty, match="both version"):
        FormLibrary(tmp_path)


def test_a_form_that_is_not_here_is_said_kindly() -> None:
    with pytest.raises(FormUnknown, match="not on this laptop"):
        LIBRARY.by_name("no-such-form")
    with pytest.raises(FormUnknown, match="version 9"):
        LIBRARY.by_ref(CAF.url, "9")
