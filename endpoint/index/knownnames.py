"""Names as data: spellings and short forms of one name, and names that are told apart though a letter divides them."""

from __future__ import annotations

_ONE_NAME = """
mohammed muhammad mohamed mohammad muhammed mohamad mohd muhamad mehmet mohamud
ahmed ahmad ahmet
yusuf yousef youssef yusef yousuf yousaf yosef
hussain hussein husain husayn hossein hussayn
hassan hasan
ali aly
ibrahim ebrahim ibraheem
ismail ismael esmail ismaeel
abdullah abdallah abdulla
omar umar omer
aisha ayesha aysha aishah ayisha aicha
fatima fatimah fatma fatema fatimata
khadija khadijah kadija hadija
zainab zaynab zeinab zaineb
maryam mariam miriam maryum meryem
amina aminah ameena
layla leila laila leyla
sophia sofia zofia
katherine catherine kathryn katharine catharine kate katie kathy cathy kat
elizabeth elisabeth liz lizzie beth betty eliza lisbeth
isabella isabel isabelle izabela bella izzy isobel
alexander aleksander alexandr alex sandy xander alasdair alistair
alexandra aleksandra alex lexi sasha
william bill billy will liam willem
robert rob bob bobby robbie
thomas tom tommy tomas tomasz
james jim jimmy jamie
john jon johnny jack jan
joseph joe joey josef jozef
michael mike mick mikey michal mikhail
daniel dan danny daniil
matthew matt mathew matteo mateusz
nicholas nick nicky nicolas nikolas
christopher chris kit kristofer krzysztof
anthony tony antony antoni
andrew andy drew andrzej andrei
edward ed eddie ted teddy
benjamin ben benji
samuel sam sammy
charles charlie charley
henry harry hal
george georgie jorge jerzy
david dave davey dawid
stephen steven steve stefan
peter pete piotr petr
lukasz lucas lukas luke luca
jakub jacob jake yakub yaqub
margaret maggie meg peggy greta
eleanor ellie nell nelly elinor
abigail abby abbie gail
rebecca becky becca rebekah
jessica jess jessie
jennifer jen jenny
samantha sam sammy
victoria vicky tori wiktoria
charlotte lottie charlie
olivia liv livvy oliwia
amelia millie
emily em emma
matilda tilly mathilda
madeleine maddie madeline maddy
niamh neve neeve nieve
siobhan shevaun chevonne shivaun
aoife eefa
caitlin katelyn kaitlyn catelyn caitlyn
sean shaun shawn
oluwaseun seun
oluwatobi tobi tobiloba
oluwadamilola dami damilola
chukwuemeka emeka
jayden jaydon jaiden
aiden aidan ayden
kayden caden kaden cayden
zoe zoey zoie
chloe khloe cloe
sarah sara
hannah hanna hana
anna ana ania
natalia natalie natalya
julia giulia yulia
evie evy
lily lilly lilli
maya maia mya
mia miya
"""

SAME_NAME: dict[str, frozenset[int]] = {}
"""For each spelling, which names it may be a spelling or short form of."""
for _number, _line in enumerate(_ONE_NAME.strip().splitlines()):
    for _name in _line.split():
        SAME_NAME[_name] = SAME_NAME.get(_name, frozenset()) | {_number}

BEFORE_THE_NAME = frozenset({*_ONE_NAME.strip().splitlines()[0].split(), "md", "syed", "sayed", "abdul", "nur", "noor"})
"""First names that brothers share, with the name they are called by behind it."""

_SMALL = """
al el ul bin ibn bint ben de da di do dos das del der den des du la le van von af av st mac mc o ni nic ui ter zu y e
"""
PARTICLES = frozenset(_SMALL.split())
"""Small words in a family name that one person writes and the next leaves out."""

_NAMES_OF_THEIR_OWN = """
oliver noah arthur leo oscar theodore freddie archie alfie theo finley logan isaac max mason lucas elijah roman jude
reggie arlo louie rory ethan tommy albie hunter jaxon tobias jasper ezra felix rowan harrison sonny zachary frankie
hugo albert kai louis luca toby stanley ronnie caleb ralph reuben dexter jenson bobby otis rupert ellis nathan blake
carter ryan jayden kayden hayden brayden aaron adam amir samir tamir umair uzair zain zayn ayaan aryan arian rayan
rayyan rehan rohan roman eesa musa isa hamza haris idris ilyas imran bilal danyal daud faisal hamid hashim khalid
mahmoud mahmud mustafa nabil omar rashid salim salman sami tariq usman yahya yasin zakariya arjun aarav vihaan veer
kian ryan dylan kyle kieran connor callum cameron ewan euan owen evan ieuan rhys rhodri dafydd gethin macsen cai
jordan justin jason darren aled alan allan ellis elis eric erik karl carl kurt marc mark marek marko luis louis levi
ella ellie ava eva evie isla mia maya freya florence poppy rosie daisy willow ivy elsie sienna phoebe sophie grace
evelyn alice isabelle ruby scarlett harriet millie molly maisie lola lucy layla imogen esme erin eryn erica ada aria
arya arla orla ayla eila isla nora nina nila mila milla lila lyla lara sara zara tara kara clara cora dora flora rose
robyn robin penelope violet martha mabel matilda bonnie hallie halle holly hollie polly dolly summer autumn amber ebony
amira amara amirah samira samara amani imani iman eman hiba heba hafsa safa safia safiya sumaya sumayyah soraya suraya
nadia nadine nabila naima halima haleema salma salima sana saniya sania hania alia aliya aaliyah aliza alisha alishba
anaya anya aniya inaya minahil mina meena mona muna noor noora nour rania ranya rabia raina rayna reina ruqayyah
sadia sadie saira samiya shanaya shania simran priya riya ria diya dia ishani isha aisha asha anisha manisha tanisha
kiran karan simone sienna siena savannah susannah hannah hanna johanna joanna joanne jolene josephine josie rosa
rosalie rosalind daniela danielle gabriel gabriella gabrielle michaela nicola nicole christina christian christine
kristina carla karla carly kayla kaya kyla kylie keira kiera kira ciara tiana tiara diana dana dina lina lena elena
helena helen ellen alana alina aline selina celine corinne maria marie mary martin martina marta marina mariana
justine justina paula paul pauline patrick patricia patrik joel noel lionel leon leona leonie leah lea mea thea bea
jean joan jane jade jada jodie judy julie juliet juno june lewis levi liam ian ivan evan ewan euan dean sean shay
shane shannon sharon aron darius marius marcus markus magnus angus fergus rufus otto hamish harvey henley stella bella
"""

ESTABLISHED = frozenset({*SAME_NAME, *_NAMES_OF_THEIR_OWN.split()})
"""Names of their own: one that differs from another of these by a letter is another name, and no slip of a finger."""
