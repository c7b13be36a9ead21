"""Made-up children of one authority, the same for each seed: families, twins, names from everywhere; nobody is real."""

# ruff: noqa: PLR2004 - how often each thing happens is said where it happens

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from endpoint.index.likeness import Described, Named, check_digit, plain_postcode

FIRST = date(2008, 11, 26)
DAYS = 18 * 365
"""Birth dates of whoever is under 18 on the day the children were made up."""

_GIRLS = """
Olivia Amelia Isla Ava Ivy Freya Lily Florence Mia Willow Rosie Sophia Isabella Grace Daisy Sienna Poppy Elsie Emily
Ella Evelyn Phoebe Charlotte Evie Millie Matilda Maya Sophie Alice Emma Isabelle Ruby Scarlett Harriet Molly Layla
Imogen Esme Erin Ada Aria Maisie Lola Eva Robyn Hannah Aisha Fatima Zainab Maryam Amina Khadija Safiya Hafsa Sumaya
Amira Amara Zara Sara Iman Hiba Noor Rania Priya Riya Diya Anaya Aanya Simran Kiran Jasleen Harpreet Niamh Siobhán
Aoife Caitlín Orlaith Saoirse Ffion Siân Carys Seren Zofia Oliwia Hanna Maja Zuzanna Julia Wiktoria Natalia Ioana
Andreea Mădălina Elena Sofia Inês Beatriz Matilde Chiara Giulia Łucja Zoë Chloé Renée Anaïs Léa Adaeze Chidinma Ngozi
Temitope Oluwadamilola Folasade Abena Akosua Efua Thandiwe Nomsa Hodan Ifrah Sagal Linh Thuy Mai Mei Xinyi Yuki Hana
Esra Elif Zeynep Defne Leyla Shirin Parisa Nasrin Tiana Kayla Shanice Destiny Ebony Jada Keira Abigail Jessica Megan
Lauren Bethany Georgia Paige Summer Eleanor Rebecca Katherine Elizabeth Victoria Margaret Francesca Beatrice Penelope
"""
_BOYS = """
Noah Muhammad George Oliver Leo Arthur Oscar Theodore Freddie Archie Luca Theo Henry Alfie Charlie Jack Harry Finley
Thomas William James Jacob Lucas Ethan Joshua Isaac Max Mason Logan Alexander Adam Edward Samuel Joseph Benjamin Daniel
Sebastian Reuben Louie Tommy Arlo Roman Elijah Rory Jude Harrison Jayden Kayden Aiden Hunter Tyler Kyle Ryan Connor
Dylan Rhys Cai Gethin Dafydd Ieuan Cian Oisín Cillian Tadhg Eoin Mohammed Mohamed Ahmed Yusuf Ibrahim Ismail Abdullah
Omar Hassan Hussain Ali Hamza Haris Bilal Idris Ilyas Musa Zakariya Ayaan Aryan Amir Samir Umair Rayyan Zain Arjun
Vihaan Aarav Harjit Gurpreet Jakub Szymon Kacper Filip Mateusz Bartosz Łukasz Krzysztof Andrei Ştefan Răzvan Mihai
Tomás João Diogo Gonçalo Mattéo Théo Hugo Björn Søren Jürgen Oluwaseun Oluwatobi Chukwuemeka Ifeanyi Tunde Kwame Kofi
Kwabena Tendai Sipho Abdirahman Liban Mahad Minh Duc Khoa Wei Haoran Kenji Emre Kerem Baran Arash Kaveh Darius Jermaine
Tyrone Malachi Nathaniel Nathan Callum Cameron Liam Kieran Declan Patrick Michael Christopher Robert Matthew Anthony
"""
_FAMILIES = """
Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Khan Lewis Walker Robinson Wood Thompson
White Watson Jackson Wright Green Harris Cooper King Lee Martin Clarke Clark Patel Morris Hughes Edwards Turner Hill
Moore Ward Begum Hussain Ahmed Ali Singh Kaur Shah Akhtar Mahmood Malik Iqbal Hassan Mohamed Abdi Warsame Hersi Farah
Allen Scott Baker Harrison Mitchell Morgan Young Phillips Bennett Cook Shaw Carter Richardson Bailey Kelly Collins Bell
Murphy O’Brien O’Connor O’Neill Byrne Gallagher McDonald MacKenzie McCarthy McLean Campbell Stewart Anderson Murray
Nowak Kowalski Kowalska Wiśniewski Wiśniewska Wójcik Kamińska Lewandowski Zieliński Szczepańska Popescu Ionescu Dumitru
Constantin Silva Santos Ferreira Pereira Rodrigues Gonçalves García Martínez Rossi Esposito Müller Schröder Jørgensen
Nguyen Tran Pham Chen Wang Zhang Wong Okafor Okonkwo Adeyemi Adebayo Ogunleye Eze Mensah Owusu Boateng Asante Ndlovu
Moyo Dube Yılmaz Demir Öztürk Hosseini Karimi Rahimi Hashemi Georgiou Papadopoulos Petrov Petrova Ivanova Kovalenko
Shevchenko Horvath Nagy Varga Cohen Levy Katz Chowdhury Rahman Islam Miah Uddin Sharma Gupta Nair Pillai Fernando
Perera Marsh Reid Walsh Whitfield Barlow Sutton Parry Pritchard Gough Hodgson Lister Peacock Fletcher Dawson Barker
"""
_WITH_PARTICLES = ("van der Berg", "de Souza", "al-Hussein", "el Amrani", "dos Santos", "von Haller", "da Costa")
_ALIKE_TWINS: tuple[tuple[str, str], ...] = (
    ("Hassan", "Hussain"),
    ("Jayden", "Kayden"),
    ("Ella", "Ellie"),
    ("Amira", "Amara"),
    ("Mia", "Maya"),
)
_ALIKE_TWINS += (("Samir", "Amir"), ("Zara", "Sara"), ("Maisie", "Daisy"), ("Millie", "Molly"), ("Eva", "Ava"))
_SYLLABLES = "ber cot dun el far gar hal il jor ket lan mor nes ol pen ral san tor und ver wil yar zel".split()  # noqa: SIM905


@dataclass(frozen=True)
class MadeUp:
    """A made-up child: its number in the list, the household it lives in, whether a twin, and what is known of it."""

    place: int
    household: int
    is_twin: bool
    known: Described


def made_up(seed: int, count: int) -> list[MadeUp]:
    """Return so many children."""
    chance = Random(seed)  # noqa: S311 - seeded, so that the same children come again
    found: list[MadeUp] = []
    for household in range(count):
        found += _household(chance, household, len(found))
        if len(found) >= count:
            break
    return found[:count]


def _household(chance: Random, household: int, place: int) -> Iterator[MadeUp]:
    family, postcode = family_name(chance), made_postcode(chance)
    born, used = FIRST + timedelta(chance.randrange(DAYS)), set[str]()
    alike = list(chance.choice(_ALIKE_TWINS))
    for _ in range(chance.choice((1, 1, 1, 2, 2, 2, 3, 3, 4))):
        are_twins, are_alike = chance.random() < 0.03, chance.random() < 0.3
        genders = [chance.choice("fm") for _ in range(1 + are_twins)]
        for number, gender in enumerate(genders):
            given = alike[number] if are_twins and are_alike else _other_than(chance, gender, used)
            used.add(given.split()[0])
            known = Described((Named(given, family),), born, gender, made_number(chance), plain_postcode(postcode))
            yield MadeUp(place, household, are_twins, known)
            place += 1
        born += timedelta(chance.randrange(290, 1500))
        if (born - FIRST).days >= DAYS:
            return


def _other_than(chance: Random, gender: str, used: set[str]) -> str:
    while True:
        given = given_name(chance, gender)
        if given.split()[0] not in used:
            return given


def _ranked(text: str) -> tuple[list[str], list[float]]:
    names = text.split()
    return names, list(accumulate(1 / (rank + 8) for rank in range(len(names))))


_GIVEN = {"f": _ranked(_GIRLS), "m": _ranked(_BOYS)}
_FAMILY = _ranked(_FAMILIES)


def _drawn(chance: Random, ranked: tuple[Sequence[str], Sequence[float]]) -> str:
    names, weights = ranked
    return chance.choices(names, cum_weights=weights)[0]


def given_name(chance: Random, gender: str) -> str:
    """Return a first name: one of the common ones, now and then two, or one that nobody else has."""
    if chance.random() < 0.08:
        return _rare(chance).capitalize()
    name = _drawn(chance, _GIVEN[gender])
    with_second = chance.random() < (0.6 if name.startswith("M") and name.endswith("ed") else 0.06)
    return f"{name} {_drawn(chance, _GIVEN[gender])}" if with_second else name


def family_name(chance: Random) -> str:
    """Return a family name: common, double, with a particle, or rare."""
    drawn = chance.random()
    if drawn < 0.06:
        return f"{_drawn(chance, _FAMILY)}-{_drawn(chance, _FAMILY)}"
    if drawn < 0.09:
        return chance.choice(_WITH_PARTICLES)
    return _rare(chance).capitalize() if drawn < 0.35 else _drawn(chance, _FAMILY)


def _rare(chance: Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 3, 3))))


def made_postcode(chance: Random) -> str:
    """Return a postcode of Ambleton, which is nowhere."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    ending = chance.choice(letters) + chance.choice(letters)
    return f"AM{chance.randrange(1, 40)} {chance.randrange(1, 10)}{ending}"


def made_number(chance: Random) -> str:
    """Return a number that the NHS keeps for tests (999…), or none for three in ten."""
    if chance.random() < 0.3:
        return ""
    while True:
        nine = f"999{chance.randrange(10**6):06d}"
        check = check_digit(nine)
        if check < 10:
            return f"{nine}{check}"
