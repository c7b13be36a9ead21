<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
  <context>
    <name>screen</name>
    <message>
      <source>0 is as hard as it could be. 10 is as good as it could be.</source>
      <translation type="unfinished">0 yw mor anodd ag y gallai fod. 10 yw cystal ag y gallai fod.</translation>
    </message>
    <message>
      <source>0 is very hard</source>
      <translation type="unfinished">Mae 0 yn anodd iawn</translation>
    </message>
    <message>
      <source>0 to 10</source>
      <translation type="unfinished">0 i 10</translation>
    </message>
    <message>
      <source>1 account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 child came back without its own entry. Please look whether the name is right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 line</source>
      <translation type="unfinished">1 llinell</translation>
    </message>
    <message>
      <source>1 service</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 signature came whose assessment is not here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 signature that was added afterwards waits for the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 signature that was added since waits to be sent. It goes by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 signature was added since, and received</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 was erased for ever, and not kept here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1. On your phone, open an authenticator app; your authority can say which. Choose to add an account.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1. Send them the request</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1. Take it to the desk</source>
      <translation type="unfinished">1. Ewch ag ef at y ddesg</translation>
    </message>
    <message>
      <source>10 is very good</source>
      <translation type="unfinished">Mae 10 yn dda iawn</translation>
    </message>
    <message>
      <source>2. Bring back the receipt</source>
      <translation type="unfinished">2. Dewch â’r dderbynneb yn ôl</translation>
    </message>
    <message>
      <source>2. Have the key shown here, where nobody else sees it. Point the phone’s camera at the square. Or choose to type the key yourself, and call it “eCAF”; gaps and capitals do not matter, and it goes by time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>2. Ring them, and read these eight letters to them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>28 letters and digits, from your paper. Spaces, dashes and capitals do not matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>28 letters and numbers. Spaces, dashes and capitals do not matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>3. The phone shows six digits now, and others every half minute. Type them below, and the phone is linked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>3. When their answer has come</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>5 is in the middle</source>
      <translation type="unfinished">Mae 5 yn y canol</translation>
    </message>
    <message>
      <source>A backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A backup was made on {day}. It still holds what was written until then. Please make a new one when this is erased, which holds nothing of it, and delete the old ones.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A blank form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A checklist said that none was needed. Each stays on this laptop alone for a while, and goes to nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child in these circumstances may need help early. Please think about the whole picture.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child whose name is not shown here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child whose name was not sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child whose record was erased</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A child’s own map is shown to a parent only where the child said so.</source>
      <translation type="unfinished">Dim ond os dywedodd y plentyn hynny y caiff rhiant weld map y plentyn ei hun.</translation>
    </message>
    <message>
      <source>A child’s safety comes first. If somebody may be harmed, go to “Worried now?”. To pass something on without asking, write down why: eight questions. Everything written here stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A code can be made once the check, training and the use policy are recorded, and count today.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A code for one laptop was made. It counts until {until}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A code made before opens nothing afterwards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A coordinator opened the whole entry of a shielded child, and somebody else looks whether that was right. And two open assessments may be of one child: both go on until you have found out. It needs a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A coordinator or an administrator joins with a letter from whoever holds your authority’s keys: it carries more than a code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy arrived at the authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy arrived at the desk, on a stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A copy is made of the version that the family has read and agreed to.</source>
      <translation type="unfinished">Gwneir copi o’r fersiwn y mae’r teulu wedi’i ddarllen ac wedi cytuno iddo.</translation>
    </message>
    <message>
      <source>A course of {day} was recorded: {course}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A court, or the law</source>
      <translation type="unfinished">Llys, neu'r gyfraith</translation>
    </message>
    <message>
      <source>A crime is serious by the harm it does. If nobody is harmed, is this reason enough?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A drawing of {lines}</source>
      <translation type="unfinished">Llun o {lines}</translation>
    </message>
    <message>
      <source>A few letters are enough, in their order. Up and down choose, Enter opens.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A few things first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file of your place is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file of your place was changed while it was locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file of your place was put back from an older copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A file was added to your place while it was locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A first name is enough. The adults, the home and who helps are there already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A folder for the new laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A form can get new questions while you are writing. Nothing changes until you say so, and no word is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A form that is not on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A gap is something that did not go through. What to do stands at its line, or at the list it came to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A letter with a code was written, for one laptop within a day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A map of {people}</source>
      <translation type="unfinished">Map o {people}</translation>
    </message>
    <message>
      <source>A minute before you knock. Nothing on this page is part of the record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A name for this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A name is enough.</source>
      <translation type="unfinished">Mae enw’n ddigon.</translation>
    </message>
    <message>
      <source>A name, or what to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new phrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new piece with its time (Ctrl+Enter)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A new recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A newer form is here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A note first?</source>
      <translation type="unfinished">Nodyn yn gyntaf?</translation>
    </message>
    <message>
      <source>A parent agreed. What does the child think? Ask them too, or say how they were heard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A parent or carer</source>
      <translation type="unfinished">Rhiant neu ofalwr</translation>
    </message>
    <message>
      <source>A parent or carer, easy read</source>
      <translation type="unfinished">Rhiant neu ofalwr, hawdd ei ddarllen</translation>
    </message>
    <message>
      <source>A parent or carer, for the child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A phone is linked already, and its key is not shown again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A phone was linked at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A phone was linked on laptop {laptop}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A place on this laptop was emptied on {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A postcode here looks like AM2 7LD. One of another country is fine.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A private matter</source>
      <translation type="unfinished">Mater preifat</translation>
    </message>
    <message>
      <source>A question about safety is open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A question about safety is still open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A record came to the desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A record in this file is not whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A sealed copy beside the vault could not be found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A second assessment of this child is open: please bring its authors together, with the family’s yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A sentence or two is enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A service that is not named</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A service that was marked as a private matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A service without a name yet</source>
      <translation type="unfinished">Gwasanaeth heb enw eto</translation>
    </message>
    <message>
      <source>A signature came that is under other words than these. It does not count here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A signature that was added afterwards</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A signature, drawn by hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A specialist assessment never waits for this one. Has it been asked for?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A spoken yes needs a witness. Who heard it?</source>
      <translation type="unfinished">Mae angen tyst i ie ar lafar. Pwy glywodd?</translation>
    </message>
    <message>
      <source>A square that the phone’s camera reads the key from</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A town, or how a postcode begins.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A worry about harm is written down. What was done about it? Please write that first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A young person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accepted on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add</source>
      <translation type="unfinished">Ychwanegu</translation>
    </message>
    <message>
      <source>Add a child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a note</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add a service</source>
      <translation type="unfinished">Ychwanegu gwasanaeth</translation>
    </message>
    <message>
      <source>Add another</source>
      <translation type="unfinished">Ychwanegu un arall</translation>
    </message>
    <message>
      <source>Add as another child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add as another child: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Add this child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Added the child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Address: {address}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Adults, brothers and sisters written down only for this child. In another child’s record they stay.</source>
      <translation type="unfinished">Oedolion, brodyr a chwiorydd a nodwyd ar gyfer y plentyn hwn yn unig. Yng nghofnod plentyn arall maen nhw’n aros.</translation>
    </message>
    <message>
      <source>After several wrong tries, nothing is tried for a while.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>After that day nothing goes to anyone. Empty: no end.</source>
      <translation type="unfinished">Ar ôl y diwrnod hwnnw does dim yn mynd at neb. Gwag: dim diwedd.</translation>
    </message>
    <message>
      <source>After they have agreed to start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>After {day} it is erased.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Age</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Age, or keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agencies and the agreement on sharing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agency</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreed on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreed to by {signer} on {day}, for exactly this version.</source>
      <translation type="unfinished">Cytunwyd gan {signer} ar {day}, ar gyfer yr union fersiwn hwn.</translation>
    </message>
    <message>
      <source>Agreed to by {signer}, {capacity}, on {day}, for exactly this version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreed to on {day}, for exactly this version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Agreement is asked for twice: to start, and now to keep it. Please ask first whether they want it at all.</source>
      <translation type="unfinished">Gofynnir am gytundeb ddwywaith: i ddechrau, ac yn awr i’w gadw. Gofynnwch yn gyntaf a ydyn nhw am ei gael o gwbl.</translation>
    </message>
    <message>
      <source>Alcohol or drugs are a reason. Please think of asking a service for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All families</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All of it</source>
      <translation type="unfinished">Y cyfan</translation>
    </message>
    <message>
      <source>All of them are sorted. Each still stands among your quick notes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Already sorted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also agreed to by {signer} on {day}, for exactly this version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also agreed to by {signer}, {capacity}, on {day}, for exactly this version.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An NHS number has ten digits, and this has {number}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An NHS number is never one digit ten times. Please look at it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An NHS number is written with the digits 0 to 9 alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An action is offered for somebody. Have they said yes? If not, please mark it as asked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An address that is to stay private.</source>
      <translation type="unfinished">Cyfeiriad sydd i aros yn breifat.</translation>
    </message>
    <message>
      <source>An assessment has begun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An assessment is done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An assessment like this is never used then. Your work is saved and stays where it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An assessment never comes before keeping a child safe. Here is what to do, and whom to ring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An earlier form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>An interpreter or signer is needed, and none is booked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another assessment of this child is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another envelope is here under the same number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another page instead:</source>
      <translation type="unfinished">Tudalen arall yn lle hon:</translation>
    </message>
    <message>
      <source>Another record stands here in the place of one in this file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Another way</source>
      <translation type="unfinished">Ffordd arall</translation>
    </message>
    <message>
      <source>Answered what was done about a worry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Answers may be missing in what was being written about {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Any need</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anybody would try this one.</source>
      <translation type="unfinished">Byddai unrhyw un yn rhoi cynnig ar hwn.</translation>
    </message>
    <message>
      <source>Anything about which a young person decides alone. It goes to nobody but them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Anything that was waiting to be sent.</source>
      <translation type="unfinished">Unrhyw beth oedd yn aros i’w anfon.</translation>
    </message>
    <message>
      <source>Anything written about a worry that a child is harmed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>April</source>
      <translation type="unfinished">Ebrill</translation>
    </message>
    <message>
      <source>Are their parents or carers part of this?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Are they free of pressure?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Are they the parent, a carer, or the young person?</source>
      <translation type="unfinished">Ai’r rhiant, gofalwr, neu’r person ifanc ydyn nhw?</translation>
    </message>
    <message>
      <source>Are you sure who is asking, and that they have a right to see it? If not, ask for advice before you save it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arrived</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Arrow keys move it, nearer is closer. Enter goes to the words about this person. Delete takes it off the map.</source>
      <translation type="unfinished">Mae’r bysellau saeth yn ei symud; po nesaf, agosaf. Mae Enter yn mynd at y geiriau am y person hwn. Mae Delete yn ei dynnu oddi ar y map.</translation>
    </message>
    <message>
      <source>As a PDF to print. The file is not protected</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As colleagues and families know them: first name and surname.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As it stands in your letter, such as https://hub.ambleton.example</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As you saved it at {when}, on “{saved_on}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As your authority had it at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>As your phone shows them just now. Each six count once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask again with other words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask first. A yes puts the words into the box, where you can change them. Until then they are in no record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for another assessment of this child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask for it to be erased</source>
      <translation type="unfinished">Gofyn iddo gael ei ddileu</translation>
    </message>
    <message>
      <source>Ask me</source>
      <translation type="unfinished">Gofyn i mi</translation>
    </message>
    <message>
      <source>Ask the key holders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask them first: the page “Agreement to start” is in the list.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ask to join in with it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked at {when} that every copy is erased. It goes before anything else that waits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked that what was sent is erased for ever</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked the authority’s child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked the key holders to open this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked to wait</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked to wait · nothing waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked to wait · {set_aside} could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asked to wait · {waiting} waiting to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking could put somebody at risk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking them could put somebody at risk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking your authority…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking your authority… This is what was known at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Asking…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Assessments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Assessments families have released to your desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Assessments released to your desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At least one private note could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At {}, it is their own yes or no, unless something speaks against it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At {}, most can say yes or no for themselves. Ask what they understand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>At {}, some can say yes or no for themselves. Ask what they understand.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>August</source>
      <translation type="unfinished">Awst</translation>
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished">Yn ôl</translation>
    </message>
    <message>
      <source>Back to all accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to all children (Ctrl+H)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the list</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the other forms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to the start</source>
      <translation type="unfinished">Yn ôl i’r dechrau</translation>
    </message>
    <message>
      <source>Back to where I was</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to where it is</source>
      <translation type="unfinished">Yn ôl i ble y mae</translation>
    </message>
    <message>
      <source>Back to where you were (Esc)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back to your notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Back, erase nothing</source>
      <translation type="unfinished">Yn ôl, dileu dim</translation>
    </message>
    <message>
      <source>Backups of your authority, until they are let go of. What is put back from one is erased again at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Battery: {percent} per cent, plugged in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Battery: {percent} per cent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before a visit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before you open the whole entry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Before you sign together</source>
      <translation type="unfinished">Cyn i chi lofnodi gyda’ch gilydd</translation>
    </message>
    <message>
      <source>Before you start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Began a form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Began a record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begin to type it in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Begun</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Being written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Birth date</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Blank, or to be typed in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Born</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both are kept as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both assessments go on, each as was agreed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both assessments stay as they are. If the family think otherwise, please tell your coordinator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both go on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Both names with a birth date or a postcode are enough; or a number alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bring a place back from a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bring this back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bringing it back…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Bringing it back… {percent}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Brought this place back from a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Brought together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Brought together, with the family’s yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By a few letters of the name (Ctrl+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By need, age and place, also without a connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By whom?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By {authority} at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By {by} at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By {by} on a stick at {when}. {online_too}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CAF stands for Common Assessment Framework: the way of working that this record follows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CAMHS (child and young people’s mental health)</source>
      <translation type="unfinished">CAMHS (iechyd meddwl plant a phobl ifanc)</translation>
    </message>
    <message>
      <source>Came</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Capitals and extra spaces do not matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carer</source>
      <translation type="unfinished">Gofalwr</translation>
    </message>
    <message>
      <source>Carry on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carry on where you were</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carry on with {name}: {where}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carry what I am still writing, too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Carrying…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change something (makes a new version)</source>
      <translation type="unfinished">Newid rhywbeth (yn gwneud fersiwn newydd)</translation>
    </message>
    <message>
      <source>Change the key now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change the key of this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Change who may see it</source>
      <translation type="unfinished">Newid pwy sy’n cael ei weld</translation>
    </message>
    <message>
      <source>Change your words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed the key of this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changed the words that open this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changing the key…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changing your words…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check everything</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Check that it is safe to hand over. Print or give it, then delete the file.</source>
      <translation type="unfinished">Gwiriwch ei bod yn ddiogel ei roi. Argraffwch neu rhowch ef, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Checking your words…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Child, or what to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Children</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a PIN first</source>
      <translation type="unfinished">Dewiswch PIN yn gyntaf</translation>
    </message>
    <message>
      <source>Choose another child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another child. What came from somebody else is asked of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose another place. ({strerror})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose four digits or more that are not all alike.</source>
      <translation type="unfinished">Dewiswch bedwar digid neu fwy nad ydyn nhw i gyd yr un fath.</translation>
    </message>
    <message>
      <source>Choose the backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the file on the stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the new laptop’s file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the new words first: when the key holders have answered, these words and their answer together open your place. Write them down, and keep the paper until then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose the stick</source>
      <translation type="unfinished">Dewis y cof bach</translation>
    </message>
    <message>
      <source>Choose up to twelve letters or numbers, without a space.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose…</source>
      <translation type="unfinished">Dewiswch…</translation>
    </message>
    <message>
      <source>Chose not to say</source>
      <translation type="unfinished">Wedi dewis peidio â dweud</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation type="unfinished">Clirio</translation>
    </message>
    <message>
      <source>Clear what I typed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close</source>
      <translation type="unfinished">Agos</translation>
    </message>
    <message>
      <source>Close the account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the account of {name}?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Close the program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Closed for now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Collect now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>College</source>
      <translation type="unfinished">Coleg</translation>
    </message>
    <message>
      <source>Come back to it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare the name and the birth date with what you know. Only you can say whether it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connection trouble · nothing waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connection trouble · {set_aside} could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Connection trouble · {waiting} waiting to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Continue</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies and checks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies for a new laptop were made on {day}. Please delete that folder, and erase this child on the new laptop too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies so far</source>
      <translation type="unfinished">Copïau hyd yma</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy it aside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy it to another disk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copy: {asked}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying and comparing… {percent}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copying…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Counts until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Course counts until</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day</source>
      <translation type="unfinished">Diwrnod</translation>
    </message>
    <message>
      <source>Day it was accepted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day of the check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Day of the course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>December</source>
      <translation type="unfinished">Rhagfyr</translation>
    </message>
    <message>
      <source>Decide about sharing without asking</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Did something that only a newer version can name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Did the family say yes to passing it on?</source>
      <translation type="unfinished">A ddywedodd y teulu ie i’w drosglwyddo?</translation>
    </message>
    <message>
      <source>Died</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Different children</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do again what was taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do again what was taken back (Ctrl+Shift+Z)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do not contact home. The young person decides.</source>
      <translation type="unfinished">Peidiwch â chysylltu â’r cartref. Y person ifanc sy’n penderfynu.</translation>
    </message>
    <message>
      <source>Do not ring</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do the family know? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do they agree that the two of you work together? Please ask before you tell anybody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do they agree to it being kept on this laptop and sent? Please choose.</source>
      <translation type="unfinished">Ydyn nhw’n cytuno iddo gael ei gadw ar y gliniadur hwn a’i anfon? Dewiswch.</translation>
    </message>
    <message>
      <source>Do they agree to it being kept? Please choose yes or no.</source>
      <translation type="unfinished">Ydyn nhw’n cytuno iddo gael ei gadw? Dewiswch ie neu na.</translation>
    </message>
    <message>
      <source>Do they agree to it being shared as listed? Please choose yes or no.</source>
      <translation type="unfinished">Ydyn nhw’n cytuno iddo gael ei rannu fel y rhestrwyd? Dewiswch ie neu na.</translation>
    </message>
    <message>
      <source>Do they agree to the assessment? Please choose yes or no.</source>
      <translation type="unfinished">Ydyn nhw’n cytuno i’r asesiad? Dewiswch ie neu na.</translation>
    </message>
    <message>
      <source>Do they know what else they could do?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do they see what may follow from a yes, and from a no?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do they think the same after a while?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Do they understand what is asked, and why?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Doctor</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does it say who somebody is? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does the family know? If not, why is that right?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does the new laptop show exactly these letters?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Does the new laptop show exactly these letters? {letters}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Done on {day}: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Draw</source>
      <translation type="unfinished">Tynnu llun</translation>
    </message>
    <message>
      <source>Drawing</source>
      <translation type="unfinished">Llun</translation>
    </message>
    <message>
      <source>Drugs and alcohol service</source>
      <translation type="unfinished">Gwasanaeth cyffuriau ac alcohol</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each change is written down at your authority, with your name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each change of this account as your authority wrote it down. No line can be changed or dropped unseen.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each child has an answer of their own. A no for one changes nothing for the others.</source>
      <translation type="unfinished">Mae gan bob plentyn ei ateb ei hun. Nid yw na i un yn newid dim i’r lleill.</translation>
    </message>
    <message>
      <source>Each goes where it belongs</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each is made for the moment and not kept here. Every one that leaves is written down in “Who did what”.</source>
      <translation type="unfinished">Gwneir pob un ar y pryd ac nid yw’n cael ei gadw yma. Mae pob un sy’n gadael yn cael ei nodi yn “Pwy wnaeth beth”.</translation>
    </message>
    <message>
      <source>Each of you signs in the way that suits you. What one of you signs never changes another.</source>
      <translation type="unfinished">Mae pob un ohonoch yn llofnodi yn y ffordd sy’n eich siwtio chi. Nid yw’r hyn y mae un ohonoch yn ei lofnodi byth yn newid yr hyn y mae rhywun arall yn ei lofnodi.</translation>
    </message>
    <message>
      <source>Each one is asked about by itself.</source>
      <translation type="unfinished">Gofynnir am bob un ar ei ben ei hun.</translation>
    </message>
    <message>
      <source>Each parent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each person for themselves</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each six count once, for half a minute. Please wait for the next ones on your phone, and type those.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Each way counts the same.</source>
      <translation type="unfinished">Mae pob ffordd yn cyfrif yr un fath.</translation>
    </message>
    <message>
      <source>Earlier words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Early help coordinator</source>
      <translation type="unfinished">Cydlynydd cymorth cynnar</translation>
    </message>
    <message>
      <source>Early help desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Early help desk: yes, said {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Early years or children’s centre</source>
      <translation type="unfinished">Blynyddoedd cynnar neu ganolfan blant</translation>
    </message>
    <message>
      <source>Education welfare</source>
      <translation type="unfinished">Lles addysg</translation>
    </message>
    <message>
      <source>Empty the bin, or move films and pictures elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>End here, with thanks</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ended without an assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ended without an assessment. Open it to come back to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Enhanced check {number} of {day}, seen by {who}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Entries of shielded children that were opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Erase every copy elsewhere, for ever</source>
      <translation type="unfinished">Dileu pob copi mewn mannau eraill, am byth</translation>
    </message>
    <message>
      <source>Erase everything about this child here</source>
      <translation type="unfinished">Dileu popeth am y plentyn hwn yma</translation>
    </message>
    <message>
      <source>Erased a child’s record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Erased at the authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every byte of it is still there, and nothing is deleted. You can do these three things, best one after another. You can also put the laptop aside and do none of them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every copy of this record that can be reached is erased for ever. Your own record on this laptop stays.</source>
      <translation type="unfinished">Mae pob copi o'r cofnod hwn y gellir ei gyrraedd yn cael ei ddileu am byth. Mae eich cofnod eich hun ar y gliniadur hwn yn aros.</translation>
    </message>
    <message>
      <source>Every day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every look is written down at your authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Every question in the order of the screen, with room to write. No name and no answer is ever on it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody in the room.</source>
      <translation type="unfinished">Pawb yn yr ystafell.</translation>
    </message>
    <message>
      <source>Everybody on one page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everybody on one page. What you write of an adult, of home or of who helps is in each child’s record at once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything done in your place on this laptop, and who opened what you sent. Nobody can change a line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything finished had been received before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything finished is sealed to your new laptop alone, and written into a folder you choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything here is encrypted under one key. Changing it writes everything anew under another, so that a key somebody may have copied opens nothing any more. Your words and your recovery code stay the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything in this place goes into one sealed file, on a stick or another disk. It is read back before it is called done. It opens with the words you have today, also on another laptop, so keep the stick apart from the paper with your words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is safe on this laptop, and still waits to be sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is saved by itself; this says so (Ctrl+S)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is saved, and the record is put away safely. Please plug in before you go on, or go on on paper.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is saved. Please make room soon. {what_to_do}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is saved. You could sign what you have now, or print or fill in a paper form and type it in later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is well.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything is written anew under another key. It may take a minute, and it can be cut off at any instant: nothing is lost. Your words and your recovery code stay the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything kept about a child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything kept about this child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything kept about {child}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything looks well for this child. Why an assessment now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything that stood on your other laptop when it was last in touch is here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything that was saved before is still safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything written here about this child, and every earlier version of it.</source>
      <translation type="unfinished">Popeth a ysgrifennwyd yma am y plentyn hwn, a phob fersiwn gynharach ohono.</translation>
    </message>
    <message>
      <source>Everything written so far is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything you have is safe, and you can go on writing in what is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything you wrote is saved.</source>
      <translation type="unfinished">Mae popeth a ysgrifennoch wedi’i gadw.</translation>
    </message>
    <message>
      <source>Everything you wrote is saved. Nothing was signed.</source>
      <translation type="unfinished">Mae popeth a ysgrifennoch wedi’i gadw. Ni lofnodwyd dim.</translation>
    </message>
    <message>
      <source>Everything you wrote is still here: you can read it, go on with it, and send it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Everything you wrote is still in the draft.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explain it to them now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Families you work with</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Family name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Family support</source>
      <translation type="unfinished">Cymorth i deuluoedd</translation>
    </message>
    <message>
      <source>Far</source>
      <translation type="unfinished">Pell</translation>
    </message>
    <message>
      <source>February</source>
      <translation type="unfinished">Chwefror</translation>
    </message>
    <message>
      <source>Files may have been put back from a backup or by somebody else, or the disk may be failing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Find a child, or something to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finish it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished a version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Finished by {name} on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>First name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>First the words that open it now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fold away</source>
      <translation type="unfinished">Plygu</translation>
    </message>
    <message>
      <source>Fold this away</source>
      <translation type="unfinished">Plygu hwn o’r golwg</translation>
    </message>
    <message>
      <source>For a colleague who came without a connection. Nothing in the file is shown before it was checked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a colleague.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For a colleague? Their name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For ages {young} to {old}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For each child</source>
      <translation type="unfinished">I bob plentyn</translation>
    </message>
    <message>
      <source>For example 9 10 2020. A month and a year, or a year alone, will do.</source>
      <translation type="unfinished">Er enghraifft 9 10 2020. Bydd mis a blwyddyn, neu flwyddyn yn unig, yn gwneud y tro.</translation>
    </message>
    <message>
      <source>For example: in the blue folder at the health team.</source>
      <translation type="unfinished">Er enghraifft: yn y ffolder las gyda’r tîm iechyd.</translation>
    </message>
    <message>
      <source>For how long</source>
      <translation type="unfinished">Am ba hyd</translation>
    </message>
    <message>
      <source>For instance sexual health, mental health, drugs or alcohol.</source>
      <translation type="unfinished">Er enghraifft iechyd rhywiol, iechyd meddwl, cyffuriau neu alcohol.</translation>
    </message>
    <message>
      <source>For people at work only: not to be given to a family.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For somebody who asks to see it and has a right to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For somebody who asks to see what is kept about a child, and has a right to. Read it first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For somebody who asks to see what was done with their record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For the family, once you have signed together, or when a checklist is the end of it.</source>
      <translation type="unfinished">I’r teulu, wedi i chi lofnodi gyda’ch gilydd, neu pan mai rhestr wirio yw’r diwedd.</translation>
    </message>
    <message>
      <source>For the family: a name, and how to reach them.</source>
      <translation type="unfinished">I’r teulu: enw, a sut i gysylltu â nhw.</translation>
    </message>
    <message>
      <source>For the family: what they agreed to, and that they can change it.</source>
      <translation type="unfinished">I’r teulu: beth y cytunon nhw iddo, a’u bod yn gallu ei newid.</translation>
    </message>
    <message>
      <source>For the local team. It says who, and not why.</source>
      <translation type="unfinished">I’r tîm lleol. Mae’n dweud pwy, ac nid pam.</translation>
    </message>
    <message>
      <source>For the rest of today: after unlocking nobody’s name is on the screen until you carry on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For the worker</source>
      <translation type="unfinished">I’r gweithiwr</translation>
    </message>
    <message>
      <source>For this record. Nobody else is sent it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For when there is no connection. The file is sealed: only your early help desk can open it.</source>
      <translation type="unfinished">Ar gyfer pan nad oes cysylltiad. Mae’r ffeil wedi’i selio: dim ond eich desg cymorth cynnar all ei hagor.</translation>
    </message>
    <message>
      <source>For you alone. They are no part of the record, and nothing from here goes into it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For you alone: what was written so far, with room for the rest. What is not for paper is left out, and so are your private notes. Do not leave it with anybody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For you to decide</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For you, not for the record: nothing here is about a family. If a child may not be safe, use Worried now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For {colleague}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For {whose}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Former names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Four digits or more.</source>
      <translation type="unfinished">Pedwar digid neu fwy.</translation>
    </message>
    <message>
      <source>Four or more words that do not belong together. Not a saying, a song, a name or a date.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Friday</source>
      <translation type="unfinished">Dydd Gwener</translation>
    </message>
    <message>
      <source>From</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From an earlier form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From now on these words open your place, and the old ones do not. Write them down.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From then on nothing is sent or fetched for this person. It can be opened again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From your other laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From your paper. Capitals and extra spaces do not matter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From your paper: four letters and digits. O counts as 0, I and L as 1.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From {count} on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>GP (family doctor)</source>
      <translation type="unfinished">Meddyg teulu</translation>
    </message>
    <message>
      <source>GP stands for general practitioner: the family doctor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Gave a receipt for what came on a stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Get ready</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Get ready for a visit</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Getting in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Girl or boy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give back what can be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give me other words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give the six digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give these digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go back</source>
      <translation type="unfinished">Mynd yn ôl</translation>
    </message>
    <message>
      <source>Go back to the earlier form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on</source>
      <translation type="unfinished">Mynd ymlaen</translation>
    </message>
    <message>
      <source>Go on to ask them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on together</source>
      <translation type="unfinished">Mynd ymlaen gyda’ch gilydd</translation>
    </message>
    <message>
      <source>Go on with it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go on working</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Go to signing</source>
      <translation type="unfinished">Mynd i lofnodi</translation>
    </message>
    <message>
      <source>Go to the copies</source>
      <translation type="unfinished">Mynd i’r copïau</translation>
    </message>
    <message>
      <source>Go to: {title}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Good things</source>
      <translation type="unfinished">Pethau da</translation>
    </message>
    <message>
      <source>Hand in on a stick</source>
      <translation type="unfinished">Cyflwyno ar gof bach</translation>
    </message>
    <message>
      <source>Has each parent been thought of, a father who lives elsewhere too? If one cannot be asked, write why. It stays in your own record, and on nobody’s copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Has left England</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Has the interpreter or signer come?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Have you thought about the child’s safety?</source>
      <translation type="unfinished">Ydych chi wedi meddwl am ddiogelwch y plentyn?</translation>
    </message>
    <message>
      <source>Health visitor</source>
      <translation type="unfinished">Ymwelydd iechyd</translation>
    </message>
    <message>
      <source>Held a copy back: the agreement was changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Held back. Nobody else sees this line.</source>
      <translation type="unfinished">Wedi’i dal yn ôl. Does neb arall yn gweld y llinell hon.</translation>
    </message>
    <message>
      <source>Held back. Nobody else will see this line. Press again, and it is shown as before.</source>
      <translation type="unfinished">Wedi’i dal yn ôl. Ni fydd neb arall yn gweld y llinell hon. Pwyswch eto, a chaiff ei dangos fel o’r blaen.</translation>
    </message>
    <message>
      <source>Held by {holder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hello</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hello {first_name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hello.</source>
      <translation type="unfinished">Helô.</translation>
    </message>
    <message>
      <source>Helps</source>
      <translation type="unfinished">Yn helpu</translation>
    </message>
    <message>
      <source>Here now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here, an assessment begins with birth. Why is it right before?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here, another process leads for a child with: {names}. Ask the coordinator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Here, services at level {level} ask for an assessment first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hi {name}.</source>
      <translation type="unfinished">Helô {name}.</translation>
    </message>
    <message>
      <source>Hide now</source>
      <translation type="unfinished">Cuddio nawr</translation>
    </message>
    <message>
      <source>Hide the screen at once (press Shift three times)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hold lines back from this service</source>
      <translation type="unfinished">Dal llinellau’n ôl rhag y gwasanaeth hwn</translation>
    </message>
    <message>
      <source>Home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Hospital</source>
      <translation type="unfinished">Ysbyty</translation>
    </message>
    <message>
      <source>Housing</source>
      <translation type="unfinished">Tai</translation>
    </message>
    <message>
      <source>How are they signing: drawn, typed, spoken or on paper?</source>
      <translation type="unfinished">Sut maen nhw’n llofnodi: tynnu llofnod, teipio, ar lafar neu ar bapur?</translation>
    </message>
    <message>
      <source>How are things for you?</source>
      <translation type="unfinished">Sut mae pethau i ti?</translation>
    </message>
    <message>
      <source>How did they say yes: signed, typed, spoken or on paper?</source>
      <translation type="unfinished">Sut ddywedon nhw ie: llofnodi, teipio, ar lafar neu ar bapur?</translation>
    </message>
    <message>
      <source>How did you explain it? It should suit their age and how they like to talk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How far it came, and what there is to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How hard is the question they decide about?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How is this for them?</source>
      <translation type="unfinished">Sut mae hyn iddyn nhw?</translation>
    </message>
    <message>
      <source>How is this for you?</source>
      <translation type="unfinished">Sut mae hyn i chi?</translation>
    </message>
    <message>
      <source>How they were judged able to decide is not written down yet.</source>
      <translation type="unfinished">Nid yw’n dweud eto sut y barnwyd eu bod yn gallu penderfynu.</translation>
    </message>
    <message>
      <source>How to ask</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to reach them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to reach them: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to talk with them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How was it said?</source>
      <translation type="unfinished">Sut y cafodd ei ddweud?</translation>
    </message>
    <message>
      <source>How would they like to sign?</source>
      <translation type="unfinished">Sut hoffen nhw lofnodi?</translation>
    </message>
    <message>
      <source>I am new on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I don’t know</source>
      <translation type="unfinished">Dydw i ddim yn gwybod</translation>
    </message>
    <message>
      <source>I hand it to my office, in a sealed envelope that only two people open together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have asked them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have asked them, and it is all right that this is on paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have finished this topic for now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have forgotten my words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have my recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have read this</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have the answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I have written them down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I keep it myself, apart from the laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I know</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I only looked. There is no worry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I saw</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I saw: </source>
      <translation type="unfinished">Gwelais i: </translation>
    </message>
    <message>
      <source>I think</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>I think: </source>
      <translation type="unfinished">Rwy’n meddwl: </translation>
    </message>
    <message>
      <source>I would rather choose my own</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If a child might be at risk of significant harm, stop here and call</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If it is lost, another administrator lets you link another one. Nobody does it for themselves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If it is lost, whoever runs your authority’s endpoint lets you link another one there, with the command “ecaf-endpoint account new-factor”: no other administrator could, just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If it is on a stick or another disk, please connect that and try again. If not, begin as someone new.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If not, call the duty team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If the phone is lost, or new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If this is opened for the wrong person, somebody who would harm this child may find them. It is written down at once, and another coordinator reviews it. Open it only where the child is less safe without it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If this network asks you to sign in, please do that first. It will be tried again by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If you ever forget your words, this code opens your work, and nothing in it is lost. It is shown only now and kept nowhere: put it on paper.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>If you go on all the same: why? A few words, now or later. They stay with this record.</source>
      <translation type="unfinished">Os ewch ymlaen er hynny: pam? Ychydig eiriau, nawr neu’n nes ymlaen. Maen nhw’n aros gyda’r cofnod hwn.</translation>
    </message>
    <message>
      <source>If you leave this empty, it is until you change your mind.</source>
      <translation type="unfinished">Os gadewch hwn yn wag, mae hyd nes i chi newid eich meddwl.</translation>
    </message>
    <message>
      <source>Immigration status is written only where it helps. Ask the authority for advice first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In a few words. You may leave it empty.</source>
      <translation type="unfinished">Mewn ychydig eiriau. Cewch ei adael yn wag.</translation>
    </message>
    <message>
      <source>In a sealed envelope at your office</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In all</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In between</source>
      <translation type="unfinished">Rhwng y ddau</translation>
    </message>
    <message>
      <source>In danger, or no other number to hand</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the folder: {records}, {drafts}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In their own words</source>
      <translation type="unfinished">Yn eu geiriau eu hunain</translation>
    </message>
    <message>
      <source>In years.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In your authority’s child index, with a connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In your own words</source>
      <translation type="unfinished">Yn eich geiriau eich hun</translation>
    </message>
    <message>
      <source>In your own words. It has to be said.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Information sharing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpreted from another language</source>
      <translation type="unfinished">Wedi’i gyfieithu o iaith arall</translation>
    </message>
    <message>
      <source>Interpreter or signer booked: no name written down.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interpreter or signer booked: {who}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Introduction to CAF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is a child harmed, or could one be? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is another assessment open?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is another open?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is everything well?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is it confidential? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is it safe to have at home?</source>
      <translation type="unfinished">Ydy hi’n ddiogel ei gael gartref?</translation>
    </message>
    <message>
      <source>Is it safe to have letters at home?</source>
      <translation type="unfinished">Ydy hi’n ddiogel cael llythyrau gartref?</translation>
    </message>
    <message>
      <source>Is it still all right?</source>
      <translation type="unfinished">Ydy hyn yn dal yn iawn?</translation>
    </message>
    <message>
      <source>Is it the right information, in the right way? Please go through each point.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is somebody in danger now? Call 999.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is the stick still in, and not locked? Put it in again, or take another one, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is the stick still in? Please choose it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is the stick still in? Please take the same file in again: only then is there a receipt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is there a duty or a court order to share it? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is there a legitimate purpose? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Is this before, beside or after the other assessment? Please say, or say why not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It becomes a place of its own on this laptop, and opens with the words of the day the backup was made. What was written after that day is not in it. Nothing that is here already is touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It comes by itself with a connection, where your authority gives one out. There is nothing you need to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It comes with the next update of the forms.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It could not be erased yet. {failure_words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It could not be sent yet. It is safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It could not be sent. Please tell your early help team, who can see why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It counts on this laptop until {until}. What families released is being collected now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does not lapse.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does not say yet what happens next.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does not say yet who took part.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It does not say yet why we are talking now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes by its number again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes by itself when there is a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes by itself when there is a connection. “Hand in on a stick” works without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes to nobody by itself. It is in no copy, and nobody sees it when the assessment is shared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It goes to {name} with the next connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has 28 letters and numbers; there are {number} here. Compare it with your letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has not been touched.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It has not said anything else yet. What you type over is kept here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is about the wrong child, or was released by mistake.</source>
      <translation type="unfinished">Mae am y plentyn anghywir, neu cafodd ei ryddhau trwy gamgymeriad.</translation>
    </message>
    <message>
      <source>It is asked again by itself each day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is asked by itself when there is a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is asked now, or when there is a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is called “{shown}” when somebody opens this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is erased</source>
      <translation type="unfinished">Mae wedi’i ddileu</translation>
    </message>
    <message>
      <source>It is finished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is for when you have signed together, or when a checklist is the end of it.</source>
      <translation type="unfinished">Mae ar gyfer pan fyddwch wedi llofnodi gyda’ch gilydd, neu pan mai rhestr wirio yw’r diwedd.</translation>
    </message>
    <message>
      <source>It is for your own file, if you want one. It says what was offered and what they chose. It is not kept here.</source>
      <translation type="unfinished">Mae ar gyfer eich ffeil chi, os hoffech un. Mae’n dweud beth a gynigiwyd a beth a ddewison nhw. Nid yw’n cael ei gadw yma.</translation>
    </message>
    <message>
      <source>It is in your letter, and begins with https.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is kept as you wrote it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is larger than the endpoint takes. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not confidential, and there is a good reason: it may be shared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not known when somebody last looked whether this is still so. {ring}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not said yet which one goes on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not said yet who may be told, or what.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is not shared with anyone.</source>
      <translation type="unfinished">Nid yw’n cael ei rannu â neb.</translation>
    </message>
    <message>
      <source>It is on paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is on paper now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is on paper: take it off</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is on the paper: seven groups of four.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is safe here and goes over the next that costs nothing. “Send now” sends it over this one, once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is safe here, and can be read once its form comes with the next update.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is written down at your authority, with your name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is written down at your authority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It is written down that this copy is not for home.</source>
      <translation type="unfinished">Mae wedi’i nodi nad yw’r copi hwn ar gyfer y cartref.</translation>
    </message>
    <message>
      <source>It leaves out other children, and anything restricted. Please read it, hand it over, then delete the file.</source>
      <translation type="unfinished">Mae’n hepgor plant eraill, ac unrhyw beth cyfyngedig. Darllenwch ef, rhowch ef, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>It may be about somebody else in the family.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It may have changed meanwhile. Please ask again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It may have no child index, or this was archived or settled meanwhile. Your early help team can tell.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It may still hand in what stands finished on it, and is given nothing more. Nothing on it is erased: that takes an order of your authority. It cannot be taken back; a new letter lets a laptop join again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It may take a while. You can stop at any time; nothing is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It names somebody else, or is about them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It needs both names, the date of birth, and the family’s yes to begin.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It says only the lines that are ticked. Print it, then delete the file.</source>
      <translation type="unfinished">Dim ond y llinellau a diciwyd sydd arno. Argraffwch ef, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>It says so at “Where it is” now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It says what was written about this family. Print it, then delete the file.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It should begin with "https://", as in your letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It should never have been written</source>
      <translation type="unfinished">Ni ddylai erioed fod wedi cael ei ysgrifennu</translation>
    </message>
    <message>
      <source>It stands on another page: {page}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stands outside your place now, sealed: {opens} Erasing here does not reach it.</source>
      <translation type="unfinished">Mae y tu allan i’ch lle chi nawr, wedi’i selio: {opens} Nid yw dileu yma yn ei gyrraedd.</translation>
    </message>
    <message>
      <source>It stands outside your place now. Nothing protects the file, and erasing here does not reach it.</source>
      <translation type="unfinished">Mae y tu allan i’ch lle chi nawr. Does dim yn amddiffyn y ffeil, ac nid yw dileu yma yn ei chyrraedd.</translation>
    </message>
    <message>
      <source>It stays here until somebody writes down what was done about it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stays in the index’s own log.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stays in your notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It stays open</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It still goes by itself when there is a connection; the desk counts it once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It then stands on your home page. You may leave it empty.</source>
      <translation type="unfinished">Yna mae’n sefyll ar eich tudalen gartref. Cewch ei adael yn wag.</translation>
    </message>
    <message>
      <source>It uses the earlier form again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It uses the newer form now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It waits to be sent. It goes by itself when there is a connection and your work is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was about another child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was decided to share another version, not this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was erased for ever at the authority. The desk keeps it no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was kept for as long as it may be</source>
      <translation type="unfinished">Cafodd ei gadw cyhyd ag y caniateir</translation>
    </message>
    <message>
      <source>It was last in touch at {when}. What was written on it after that is not known here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was not sent, because the agreement was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was noted that this person works here no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was recorded in error</source>
      <translation type="unfinished">Cafodd ei gofnodi trwy gamgymeriad</translation>
    </message>
    <message>
      <source>It was recorded that the use policy was accepted on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was somebody else who linked the phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was stopped.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was written under “Worried now?”. Ask your safeguarding lead first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It was you who opened this entry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be asked again by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be sent by itself later; you need do nothing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be tried again by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>It will be tried again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its name begins with “hand-in” and ends with “.ecaf”. A receipt is put beside it: please give the stick back with it. Taking the same file in twice does no harm.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its rows cannot be told apart.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its sealed file is missing on this laptop. The record itself is here and whole. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>January</source>
      <translation type="unfinished">Ionawr</translation>
    </message>
    <message>
      <source>Job</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join your team</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joined at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joined the team with this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joining with a laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>July</source>
      <translation type="unfinished">Gorffennaf</translation>
    </message>
    <message>
      <source>June</source>
      <translation type="unfinished">Mehefin</translation>
    </message>
    <message>
      <source>Just as you say it.</source>
      <translation type="unfinished">Yn union fel rwyt ti’n ei ddweud.</translation>
    </message>
    <message>
      <source>Just started</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep it apart from the paper with your words.</source>
      <translation type="unfinished">Cadwch ef ar wahân i’r papur â’ch geiriau.</translation>
    </message>
    <message>
      <source>Keep it under {longest} letters: a phrase is a beginning.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep this PIN and turn the screen</source>
      <translation type="unfinished">Cadw’r PIN hwn a throi’r sgrin</translation>
    </message>
    <message>
      <source>Keep this name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep this phrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep your old paper until you have opened your place once with the new words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keeping it…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept by you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept from copies at home. Let it go only if they need exactly this.</source>
      <translation type="unfinished">Wedi’i gadw o gopïau gartref. Gadewch iddo fynd dim ond os oes angen yn union hyn arnyn nhw.</translation>
    </message>
    <message>
      <source>Kept on this laptop until {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Kept. Type ;{kept} and a space.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Known from getting ready. Press another if it was said another way.</source>
      <translation type="unfinished">Yn hysbys o'r paratoi. Pwyswch un arall os cafodd ei ddweud mewn ffordd arall.</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lapsed, or lapsing within 30 days</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Laptop {id}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Laptop {laptop} joined with a code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Laptop {laptop} was revoked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Laptops</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last checked {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last contact with the endpoint: {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last heard of at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last known address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Last time: {words}. Please ask again.</source>
      <translation type="unfinished">Y tro diwethaf: {words}. Gofynnwch eto.</translation>
    </message>
    <message>
      <source>Late once.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Later</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lead professional</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leaflet for families</source>
      <translation type="unfinished">Taflen i deuluoedd</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation type="unfinished">Gadael</translation>
    </message>
    <message>
      <source>Leave a copy</source>
      <translation type="unfinished">Gadael copi</translation>
    </message>
    <message>
      <source>Leave it empty where it does not lapse.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave it empty where nothing else is said: a check then counts for three years.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave it empty where you look for yourself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Leave share view</source>
      <translation type="unfinished">Gadael y golwg rhannu</translation>
    </message>
    <message>
      <source>Let another phone be linked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let go of a copy, because it was erased for ever at the authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let somebody link another phone for the six digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Let them type it themselves. Typing it here counts as their signature.</source>
      <translation type="unfinished">Gadewch iddyn nhw ei deipio eu hunain. Mae teipio yma’n cyfrif fel eu llofnod.</translation>
    </message>
    <message>
      <source>Let {name} link another phone?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Letter to another area</source>
      <translation type="unfinished">Llythyr i ardal arall</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Letters, notices and the leaflet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Level</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line by line, with their yes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line manager</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines you do not want anyone else to see</source>
      <translation type="unfinished">Llinellau nad ydych am i neb arall eu gweld</translation>
    </message>
    <message>
      <source>Lines you held back from anyone.</source>
      <translation type="unfinished">Llinellau a ddaliwyd yn ôl rhag unrhyw un.</translation>
    </message>
    <message>
      <source>Lock</source>
      <translation type="unfinished">Cloi</translation>
    </message>
    <message>
      <source>Lock (Ctrl+L). Nothing is lost</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locked it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locking…</source>
      <translation type="unfinished">Wrthi’n cloi…</translation>
    </message>
    <message>
      <source>Look a child up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look a child up in your authority’s index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at each word on your paper, and at the order. You can see the words again if you need to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at it on your paper. If the paper is wrong, see the code again and mend it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look at the spelling, or add what else you know. It never means that nobody helps this child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Look up</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked a child up in the authority’s child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at the list of children</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at the list of people’s accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at the list of what came to the desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at the list of what was done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at what waits in the authority’s child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked at what was done to somebody’s account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looked whether everything here is whole</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at everything…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking at the code…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looking how hard it is to guess…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Looks at every page of this place and at every sealed copy beside it, and changes nothing. It may take a minute; you can stop it at any time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made a backup of this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made a code for somebody’s laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made a copy on paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made a recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Made copies for their new laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a backup</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a backup now, then lock this place and ask your support desk before you go on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a new recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make a recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make my place on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Make the request</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Makes a new place that opens with the same words, and brings over all that can be read; finished work also from its sealed copies. It says what could not be read. The damaged place stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making a backup…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the copy…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making the request…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Making your place…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Many people would think of these words first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Map of people</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>March</source>
      <translation type="unfinished">Mawrth</translation>
    </message>
    <message>
      <source>Mark the line you are in ({key})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Mark the time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May</source>
      <translation type="unfinished">Mai</translation>
    </message>
    <message>
      <source>May it be kept safely?</source>
      <translation type="unfinished">Gawn ni ei gadw’n ddiogel?</translation>
    </message>
    <message>
      <source>May it be shared with the services you say yes to below?</source>
      <translation type="unfinished">Gawn ni ei rannu â’r gwasanaethau rydych yn dweud ie iddyn nhw isod?</translation>
    </message>
    <message>
      <source>May not send or receive today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: something has lapsed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: the account is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: the account is suspended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: the check has lapsed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: the use policy has to be accepted anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: the use policy was not accepted yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: there is no check on record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: training has lapsed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May not send or receive: training is missing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May send and receive until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May send and receive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May stay empty. It helps to find people.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>May the early help coordinator read it?</source>
      <translation type="unfinished">Gaiff y cydlynydd cymorth cynnar ei ddarllen?</translation>
    </message>
    <message>
      <source>May the early help coordinator read it? Please choose yes or no.</source>
      <translation type="unfinished">A gaiff y cydlynydd cymorth cynnar ei ddarllen? Dewiswch ie neu na.</translation>
    </message>
    <message>
      <source>May they see it?</source>
      <translation type="unfinished">Gân nhw ei weld?</translation>
    </message>
    <message>
      <source>May we show this to {person}?</source>
      <translation type="unfinished">Gawn ni ddangos hyn i {person}?</translation>
    </message>
    <message>
      <source>Meanwhile you can start a new place on this laptop and go on working, with a new letter from your authority. Your old place stays as it is, and you can open it later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Midwife</source>
      <translation type="unfinished">Bydwraig</translation>
    </message>
    <message>
      <source>Mine, from what is written</source>
      <translation type="unfinished">Fy map i, o’r hyn a ysgrifennwyd</translation>
    </message>
    <message>
      <source>Monday</source>
      <translation type="unfinished">Dydd Llun</translation>
    </message>
    <message>
      <source>Month</source>
      <translation type="unfinished">Mis</translation>
    </message>
    <message>
      <source>More</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>More about it</source>
      <translation type="unfinished">Mwy amdano</translation>
    </message>
    <message>
      <source>More about this</source>
      <translation type="unfinished">Mwy am hyn</translation>
    </message>
    <message>
      <source>More came than was decided.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Most families never need these. What you write here belongs to this record, and is saved as you type.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Move a box with the mouse or the arrow keys: nearer is closer. Or say it in the list.</source>
      <translation type="unfinished">Symudwch flwch â’r llygoden neu’r bysellau saeth: po nesaf, agosaf. Neu dywedwch hynny yn y rhestr.</translation>
    </message>
    <message>
      <source>Move to the newer form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Moved a draft to another version of its form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name, job and agency are all needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names</source>
      <translation type="unfinished">Enwau</translation>
    </message>
    <message>
      <source>Nearly there. This is still missing.</source>
      <translation type="unfinished">Bron yno. Mae hyn ar goll o hyd.</translation>
    </message>
    <message>
      <source>Needed before it is finished.</source>
      <translation type="unfinished">Mae ei angen cyn gorffen.</translation>
    </message>
    <message>
      <source>Neither date is needed. You can change your mind at any time.</source>
      <translation type="unfinished">Nid oes angen y naill ddyddiad na’r llall. Gallwch newid eich meddwl unrhyw bryd.</translation>
    </message>
    <message>
      <source>Never late.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Never sent to a service.</source>
      <translation type="unfinished">Byth yn cael ei anfon at wasanaeth.</translation>
    </message>
    <message>
      <source>New</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New address</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>New child</source>
      <translation type="unfinished">Plentyn newydd</translation>
    </message>
    <message>
      <source>New, not an assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next</source>
      <translation type="unfinished">Nesaf</translation>
    </message>
    <message>
      <source>Next: ask the family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: ask whether they agree to start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: go on together, then read it and sign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: read the new version together and ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: {following}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Next: {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No</source>
      <translation type="unfinished">Na</translation>
    </message>
    <message>
      <source>No address is known</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No address is written down yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No agreement of the family came with this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No answer because…</source>
      <translation type="unfinished">Dim ateb oherwydd…</translation>
    </message>
    <message>
      <source>No answer to “{0}” because…</source>
      <translation type="unfinished">Dim ateb i “{0}” oherwydd…</translation>
    </message>
    <message>
      <source>No assessment is known. It never means there is none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No assessment is needed, and that is a good ending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No check is on record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No child here has that name, and nothing to do is called that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No child here has that name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No connection · nothing waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No connection · {set_aside} could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No connection · {waiting} waiting to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No contact</source>
      <translation type="unfinished">Dim cyswllt</translation>
    </message>
    <message>
      <source>No contact with the endpoint yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No directory of services is on this laptop yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No doctor or no school is written down. Do they have one?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No families here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No file was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No laptop has joined yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No lead professional is written down yet.</source>
      <translation type="unfinished">Nid oes gweithiwr arweiniol wedi’i nodi eto.</translation>
    </message>
    <message>
      <source>No line here needs a decision.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No line is ticked: nothing is sent from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No messages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No need has been written down yet. You can say that there is none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No other is known to be open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No other word comes near it</source>
      <translation type="unfinished">Nid oes gair arall yn debyg iddo</translation>
    </message>
    <message>
      <source>No phone is linked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No phone is linked yet. This person is shown how when six digits are asked for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No place in the newer form. These words stay with the draft, and stand at the end of this page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No program on this laptop could open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No reason is chosen yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No record was sent, and nothing it said was believed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No recovery code was made for this place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No service here fits all of that. Take something away, or ask your early help team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>No two assessments wait for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody but you at this desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody else sees this line as things stand.</source>
      <translation type="unfinished">Does neb arall yn gweld y llinell hon fel y mae pethau.</translation>
    </message>
    <message>
      <source>Nobody fits that. Take something away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody has checked for an earlier assessment. Ask the family and the local team, or say why not yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody in the index is like that.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody is on the map yet.</source>
      <translation type="unfinished">Nid oes neb ar y map eto.</translation>
    </message>
    <message>
      <source>Nobody is written down yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody looks without a reason.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody should have to tell their story twice. Your authority can be asked whether somebody else has an assessment of this child open. To ask, it has to be told of yours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody stands in the index.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nobody waits any longer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None was made yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>None: your authority has not named any.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not accepted yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not any more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not asked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not checked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not done after all: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not known</source>
      <translation type="unfinished">Ddim yn hysbys</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation type="unfinished">Ddim nawr</translation>
    </message>
    <message>
      <source>Not on paper at home</source>
      <translation type="unfinished">Nid ar bapur gartref</translation>
    </message>
    <message>
      <source>Not on paper at home is a good answer</source>
      <translation type="unfinished">Mae nid ar bapur gartref yn ateb da</translation>
    </message>
    <message>
      <source>Not on paper at home, then. You can read it together next time.</source>
      <translation type="unfinished">Nid ar bapur gartref, felly. Gallwch ei ddarllen gyda’ch gilydd y tro nesaf.</translation>
    </message>
    <message>
      <source>Not right</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not said yet</source>
      <translation type="unfinished">Heb ei ddweud eto</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved yet. Every word is still here, and it is tried again.</source>
      <translation type="unfinished">Heb ei gadw eto. Mae pob gair yma o hyd, ac rydym yn rhoi cynnig arall arni.</translation>
    </message>
    <message>
      <source>Not saved yet. Everything you typed is still here, and it is tried again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not saved yet. {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not sent yet</source>
      <translation type="unfinished">Heb ei anfon eto</translation>
    </message>
    <message>
      <source>Not shared. Could still be asked for by law.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not signed</source>
      <translation type="unfinished">Heb ei lofnodi</translation>
    </message>
    <message>
      <source>Not sure whether a child is safe? Ask your safeguarding lead or social care now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not sure? Ask your manager, the nominated person or the Caldicott guardian.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not talked about yet</source>
      <translation type="unfinished">Heb siarad amdano eto</translation>
    </message>
    <message>
      <source>Not this one</source>
      <translation type="unfinished">Nid yr un hon</translation>
    </message>
    <message>
      <source>Not this one now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not to be contacted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Not today, and that is fine</source>
      <translation type="unfinished">Ddim heddiw, ac mae hynny’n iawn</translation>
    </message>
    <message>
      <source>Not yet</source>
      <translation type="unfinished">Ddim eto</translation>
    </message>
    <message>
      <source>Note of {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note that {name} works here no more?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Note {what}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Noted with its time in your quick notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notes on whom it is not safe to get in touch with.</source>
      <translation type="unfinished">Nodiadau ar bwy nad yw’n ddiogel cysylltu â nhw.</translation>
    </message>
    <message>
      <source>Nothing came back. What you typed stays on this page until you lock, and is not saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing can be changed without a connection. Please try again when there is one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing drawn yet</source>
      <translation type="unfinished">Dim wedi’i lunio eto</translation>
    </message>
    <message>
      <source>Nothing else goes: no word of what was said or written, no address, and not who helps. Your authority’s computer reads these three lines and keeps them while the assessment is open. The answer says whether there is another, and not whose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing goes to anybody from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing goes to them under this decision, or it was decided anew since.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has been changed or deleted. Finished work is also kept sealed beside the vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has been changed or deleted: every byte is still there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has been changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing has changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is assessed before they have said yes. No is a good answer too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is known here yet: accounts are kept at your authority. {next}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost, and no file was left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost, and nobody’s name is on this page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost.</source>
      <translation type="unfinished">Nid oes dim wedi’i golli.</translation>
    </message>
    <message>
      <source>Nothing is lost. Choose a line to go to its place.</source>
      <translation type="unfinished">Does dim wedi’i golli. Dewiswch linell i fynd i’w lle.</translation>
    </message>
    <message>
      <source>Nothing is lost. Everything you wrote is safe.</source>
      <translation type="unfinished">Does dim wedi’i golli. Mae popeth a ysgrifennoch yn ddiogel.</translation>
    </message>
    <message>
      <source>Nothing is lost. Look at the connection and the address, then try again with the same code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost: all of it waits on their laptop, and is still on the stick. Nothing here was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is lost: everything in your place is still there. There are two ways to open it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is sent or fetched for this person until it is open again. What waits on their laptop is safe, and goes by itself then.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is sent or fetched from then on. Please see to their laptops, too: each can be revoked above.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is taken away from either laptop. What stands on this one already stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is waiting for you</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is written down about it yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is written down yet.</source>
      <translation type="unfinished">Nid oes dim wedi’i ysgrifennu eto.</translation>
    </message>
    <message>
      <source>Nothing is written here yet.</source>
      <translation type="unfinished">Does dim wedi’i ysgrifennu yma eto.</translation>
    </message>
    <message>
      <source>Nothing is written on any topic yet. One that matters is enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing is written there now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing may be told yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing more of this version goes to the desk, from this moment on. The word to take it back goes before anything else; when it arrives, the desk shows it to nobody any more. What somebody has read by then, or printed, cannot be taken back. Your own record stays here.</source>
      <translation type="unfinished">Does dim mwy o’r fersiwn hon yn mynd at y ddesg o’r eiliad hon. Mae’r gair i’w chymryd yn ôl yn mynd o flaen popeth arall; pan fydd yn cyrraedd, nid yw’r ddesg yn ei dangos i neb mwyach. Ni ellir cymryd yn ôl yr hyn y mae rhywun wedi’i ddarllen erbyn hynny, neu wedi’i argraffu. Mae eich cofnod eich hun yn aros yma.</translation>
    </message>
    <message>
      <source>Nothing of it is shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of it is with the {desk}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: it is not on record that its author accepted the use policy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author has to accept the use policy anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author may not send.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author’s account is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author’s account is suspended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author’s check has lapsed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author’s training has lapsed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: its author’s training is not on record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this file is taken in just now: there is no check on record for its author.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this is linked, shown or sent to anybody at home. Please do not ring or write home about it. Ask how it is safe to get in touch.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of this record is anywhere but here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing of yours is refused or lost: go on as before. With the family’s yes, please ask your coordinator, who will bring the two of you together. Whose it is, nobody is told here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing on this laptop was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing shows that every word is as it was. Please read through what came back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing that is going well has been written down yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing to add</source>
      <translation type="unfinished">Dim i’w ychwanegu</translation>
    </message>
    <message>
      <source>Nothing waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing waits for a review.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing waits for the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was agreed to yet, so nobody else can sign it.</source>
      <translation type="unfinished">Ni chytunwyd i ddim eto, felly ni all neb arall ei lofnodi.</translation>
    </message>
    <message>
      <source>Nothing was asked yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was begun.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was carried. Please choose it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was changed: your work still waits on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was deleted, and you can go on working.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was done to it yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was erased.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was kept.</source>
      <translation type="unfinished">Ni chadwyd dim.</translation>
    </message>
    <message>
      <source>Nothing was made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was printed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was saved.</source>
      <translation type="unfinished">Ni chadwyd dim.</translation>
    </message>
    <message>
      <source>Nothing was sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was sent. What you decided is safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was settled yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was signed and nothing will be sent.</source>
      <translation type="unfinished">Ni lofnodwyd dim ac ni fydd dim yn cael ei anfon.</translation>
    </message>
    <message>
      <source>Nothing was signed, and nothing will be sent.</source>
      <translation type="unfinished">Ni lofnodwyd dim, ac ni fydd dim yn cael ei anfon.</translation>
    </message>
    <message>
      <source>Nothing was taken in, and nothing here was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing was written down yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nothing written yet</source>
      <translation type="unfinished">Dim wedi’i ysgrifennu eto</translation>
    </message>
    <message>
      <source>Nothing: no copy of it is anywhere but here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Notice that you are starting</source>
      <translation type="unfinished">Hysbysiad eich bod yn dechrau</translation>
    </message>
    <message>
      <source>Noticed at {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>November</source>
      <translation type="unfinished">Tachwedd</translation>
    </message>
    <message>
      <source>Now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Number of the check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>October</source>
      <translation type="unfinished">Hydref</translation>
    </message>
    <message>
      <source>On a child’s own copy: how to reach adults, and what is about them alone.</source>
      <translation type="unfinished">Ar gopi plentyn ei hun: sut i gysylltu ag oedolion, a’r hyn sydd amdanyn nhw yn unig.</translation>
    </message>
    <message>
      <source>On a parent’s copy: the child’s own words, unless the child was asked and said yes.</source>
      <translation type="unfinished">Ar gopi rhiant: geiriau’r plentyn ei hun, oni bai y gofynnwyd i’r plentyn ac iddo ddweud ie.</translation>
    </message>
    <message>
      <source>On this laptop</source>
      <translation type="unfinished">Ar y gliniadur hwn</translation>
    </message>
    <message>
      <source>On this laptop only</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>On which day?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Once it is taken in there, delete the folder.</source>
      <translation type="unfinished">Unwaith y bydd wedi’i gymryd i mewn yno, dilëwch y ffolder.</translation>
    </message>
    <message>
      <source>Once you finish, they stay among your private notes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Once you have decided, it says here what comes next.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One answer holds a number or a character that cannot be kept exactly.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One child’s</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One digit of this NHS number may be wrong or swapped. Please look at it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One family who had not agreed to be recorded yet was on it too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One letter or digit of this pupil number may be wrong. Please look at it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One line goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One of your courses counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One parent’s yes is enough, and you have it. Hear the other one too, where that is safe.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One that had come here was erased for ever since.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only a coordinator's laptop can say that a record was opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only a count stays: one family said no. It says nothing about who they are.</source>
      <translation type="unfinished">Dim ond cyfrif sy’n aros: dywedodd un teulu na. Nid yw’n dweud dim am bwy ydyn nhw.</translation>
    </message>
    <message>
      <source>Only a person can say whether it is one child. Ask the two holders, and ask the family before you bring them together. Whatever you write here, both assessments stay as they are.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only for you (Ctrl+Shift+N)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only if several people use this laptop. It is shown before anybody has typed a word, so anybody can read it. Never a child’s name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only social care decides whether a child is in need. Write what you saw, not the answer.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the lines somebody decided to share are in here, after the decision itself. There may be more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only together with them, and only what they say. Tick each line they want this person to be told. Everything else stays as it is: nobody at home is told that there is a record. They can take it back at any time.</source>
      <translation type="unfinished">Dim ond gyda nhw, a dim ond yr hyn maen nhw’n ei ddweud. Ticiwch bob llinell maen nhw am i’r person hwn gael gwybod amdani. Mae popeth arall yn aros fel y mae: nid oes neb gartref yn cael gwybod bod cofnod. Gallan nhw ei dynnu’n ôl ar unrhyw adeg.</translation>
    </message>
    <message>
      <source>Only what is small</source>
      <translation type="unfinished">Dim ond yr hyn sy'n fach</translation>
    </message>
    <message>
      <source>Only what left this place: on paper, in a file, or to the authority</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only where a record was read and nothing was written that day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open</source>
      <translation type="unfinished">Agor</translation>
    </message>
    <message>
      <source>Open an account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open it again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open my new place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open my place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the account of {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the key holders’ answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the whole entry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open this account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open to print</source>
      <translation type="unfinished">Agor i’w argraffu</translation>
    </message>
    <message>
      <source>Open to print, to keep at work</source>
      <translation type="unfinished">Agor i’w argraffu, i’w gadw yn y gwaith</translation>
    </message>
    <message>
      <source>Open your work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened</source>
      <translation type="unfinished">Wedi’i agor</translation>
    </message>
    <message>
      <source>Opened a child’s entry in the authority’s child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened a shielded child’s whole entry in the authority’s child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened an account for somebody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened by you at {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened by {by} at {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened by {by}, {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened or shut somebody’s account</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened their place on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened what was sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened with forgotten words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opened {paper} in another program, to print it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening with the answer…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening with your new words…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Opening…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or say it in words, if you would rather not draw.</source>
      <translation type="unfinished">Neu dwed mewn geiriau, os byddai’n well gen ti beidio â thynnu llun.</translation>
    </message>
    <message>
      <source>Or the passphrase you chose yourself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Or your five words.</source>
      <translation type="unfinished">Neu eich pum gair.</translation>
    </message>
    <message>
      <source>Other forms</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Out of touch</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Papers</source>
      <translation type="unfinished">Papurau</translation>
    </message>
    <message>
      <source>Papers to take along</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Papers: letters, notices and the leaflet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Parent</source>
      <translation type="unfinished">Rhiant</translation>
    </message>
    <message>
      <source>Parent or carer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part of a name is enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part of a name, a job or an agency.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Part of a name, or of what they do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pause</source>
      <translation type="unfinished">Saib</translation>
    </message>
    <message>
      <source>People are brought together only with the family’s yes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People to ask</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People’s accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Phrases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Pick a number, if you like.</source>
      <translation type="unfinished">Dewiswch rif, os hoffech.</translation>
    </message>
    <message>
      <source>Place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place and keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place {number}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Place {number} on this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please add the child from the home page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please answer: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask another administrator to make the code: that takes two people.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask another administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask another coordinator to review it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask for a new code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the desk to take the file in again, which makes the receipt anew.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the family first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the family, and tick that they said yes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the key holders to answer the newest request, and compare its eight letters with them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the sender for another copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask the young person first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask their manager. Once it is put right, take the same file in again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask whoever brought it to write the file again, on another stick if you can.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask whoever looks after the program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask whoever sent it to send it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask your early help team why, and what comes next.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask your manager now about renewing it, so that it is on record before then. After that day nothing is sent or fetched for you until it is. What you write stays safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask your manager now about renewing them, so that they are on record before then. After the first of these days nothing is sent or fetched for you until it is. What you write stays safe on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask your manager. What waits goes by itself afterwards.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask your support desk: the authority’s key holders can still open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please ask {author} if you need to know more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please be sure that it is {name} who asks: see them, or ring a number that you know. What the old phone shows counts no more from then on, and they are shown how to link another one at their next try. Until then they write, finish and send as ever.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please check each word and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please check that this laptop's date and time are right. It will be tried again by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please check the address and the code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please check the address, and tell whoever gave you the letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please choose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please choose another disk or stick, and copy again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please choose another one. If it came over a stick or a network, copy it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please choose whether it is safe at home.</source>
      <translation type="unfinished">Dewiswch a yw’n ddiogel gartref.</translation>
    </message>
    <message>
      <source>Please choose which parent or carer it is for.</source>
      <translation type="unfinished">Dewiswch ar gyfer pa riant neu ofalwr y mae.</translation>
    </message>
    <message>
      <source>Please choose who it is for.</source>
      <translation type="unfinished">Dewiswch ar gyfer pwy y mae.</translation>
    </message>
    <message>
      <source>Please choose yes or no for each service.</source>
      <translation type="unfinished">Dewiswch ie neu na ar gyfer pob gwasanaeth.</translation>
    </message>
    <message>
      <source>Please close other programs and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please compare it with the paper, one group of four at a time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please connect to the internet once. Then you can begin with a new child again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please copy it to this laptop and try again. ({strerror})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please explain first: {names}.</source>
      <translation type="unfinished">Esboniwch yn gyntaf: {names}.</translation>
    </message>
    <message>
      <source>Please explain it first. The list above has what they should know, and that it is their choice.</source>
      <translation type="unfinished">Esboniwch ef yn gyntaf. Yn y rhestr uchod mae’r hyn y dylen nhw ei wybod, ac mai eu dewis nhw ydyw.</translation>
    </message>
    <message>
      <source>Please give both names with a birth date or a postcode, or a number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please give day, month and year, or none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please give the stick back: the receipt on it is for their laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please give them at “Six digits”, and ask again. What you typed stays on this page until you lock.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please give them from the list of all accounts, then try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please give them on their page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please go on with it together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please have another administrator join first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please have the key shown first, and type it into your phone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please install the newer version, then unlock again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please leave the files as they are and ask your support desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please let them type their name.</source>
      <translation type="unfinished">Gadewch iddyn nhw deipio eu henw.</translation>
    </message>
    <message>
      <source>Please look again: there cannot be more than were possible.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look at each group of four again. Letters O, I and L may be typed as they look.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look at each word on your paper meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look at the date on the paper: only the newest code opens it. Or ask your support desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look at the number and the days, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look at what you wrote last. Then tell your eCAF support, also if you know why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please look for the recovery code, or ask your support desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make a request first, and send it to the key holders.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make it on the new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make room on it, or take another stick, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make room on the disk first: empty the bin, or move films and pictures elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make room on the disk, and leave this window open: what is on the screen can then be saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please make the referral the usual way. This program does not send it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please press “Worried now?” and write what was done about it. Then you can erase the record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please print the blank form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please put it right, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please read it together again, then sign.</source>
      <translation type="unfinished">Darllenwch ef gyda’ch gilydd eto, yna llofnodwch.</translation>
    </message>
    <message>
      <source>Please read it together and sign first.</source>
      <translation type="unfinished">Darllenwch ef gyda’ch gilydd a llofnodwch yn gyntaf.</translation>
    </message>
    <message>
      <source>Please read it together, and agree on what it says.</source>
      <translation type="unfinished">Darllenwch ef gyda’ch gilydd, a chytunwch ar yr hyn y mae’n ei ddweud.</translation>
    </message>
    <message>
      <source>Please read the warning first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please read the warning, say that you did, and ask again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please read this with care: it stands in a new kind of record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please renew in good time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please say first whether it is safe to have at home.</source>
      <translation type="unfinished">Dywedwch yn gyntaf a yw’n ddiogel ei gael gartref.</translation>
    </message>
    <message>
      <source>Please say in a sentence or two what you found.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please say more: a birth date, a postcode or a number tells them apart.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please say what was agreed with the family.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please say who it goes to, and that the family said yes to it.</source>
      <translation type="unfinished">Dywedwch at bwy y mae’n mynd, a bod y teulu wedi dweud ie.</translation>
    </message>
    <message>
      <source>Please say why, in your own words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please say why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please show this to the family, or read it out, before it goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please talk about it on a second day as well, or write why one meeting had to be enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell the local team {told}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell them that it is their choice to take part.</source>
      <translation type="unfinished">Dywedwch wrthyn nhw mai eu dewis nhw yw cymryd rhan.</translation>
    </message>
    <message>
      <source>Please tell them: the index shows that there is an assessment, never what it says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell whoever leads it that you would like to join.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell whoever looks after the forms.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell whoever looks after the settings.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell whoever will do it. This program does not send the checklist to them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell your administrator, or another one if you are one yourself, who lets you link another phone on the page of people’s accounts. They will want to be sure that it is you. Until then you write, finish and send as ever; what others released waits safely.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell your eCAF support, who can see why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please tell your eCAF support.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again in a minute.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again in a while.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again in {minutes} minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again in {seconds} seconds.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again when there is a connection. Your own work goes on without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again when there is one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try again. If it happens again, ask your support desk to look at the disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try another network, such as a phone’s.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please try the words you had before you last changed them. If they do not open it, ask for help.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please type all six that your phone shows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please type it again in both.</source>
      <translation type="unfinished">Teipiwch ef eto yn y ddau.</translation>
    </message>
    <message>
      <source>Please type the six digits that it shows. If it is lost, your administrator can help.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please type your passphrase once more in both boxes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please unlock it to go on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please unlock that one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please use that window, or close it and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please use the file that was made for this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please use the five words offered, or make yours longer with words that do not belong together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please use the one that was made for this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please wait {wait}, look at each word on your paper, and try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please wait {wait}.</source>
      <translation type="unfinished">Arhoswch {wait}.</translation>
    </message>
    <message>
      <source>Please write all four numbers of the year, such as 2020. It is kept as you typed it.</source>
      <translation type="unfinished">Ysgrifennwch bedwar rhif y flwyddyn, fel 2020. Mae’n cael ei gadw fel y’i teipioch.</translation>
    </message>
    <message>
      <source>Please write that answer again, then finish.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please write who it is, and tick each line together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Please write why, on the page “{title}”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Police</source>
      <translation type="unfinished">Yr heddlu</translation>
    </message>
    <message>
      <source>Postcode</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Press this, and nobody else sees the line.</source>
      <translation type="unfinished">Pwyswch hwn, ac nid oes neb arall yn gweld y llinell.</translation>
    </message>
    <message>
      <source>Pressed “Worried now?”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Print it there, then close it. The file made for that is erased after ten minutes, and when you lock or close this program. The other program and the printer may keep traces, which nobody can erase from here.</source>
      <translation type="unfinished">Argraffwch ef yno, yna caewch ef. Caiff y ffeil a wnaed ar gyfer hynny ei dileu ar ôl deg munud, a phan fyddwch yn cloi neu’n cau’r rhaglen hon. Gall y rhaglen arall a’r argraffydd gadw olion, na all neb eu dileu oddi yma.</translation>
    </message>
    <message>
      <source>Print it, put it in your own file, and then delete the file.</source>
      <translation type="unfinished">Argraffwch ef, rhowch ef yn eich ffeil eich hun, ac yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>Printed only. It is not kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Private notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Private notes about this child, and what was written under “Worried now?”.</source>
      <translation type="unfinished">Nodiadau preifat am y plentyn hwn, a’r hyn a ysgrifennwyd o dan “Pryderus nawr?”.</translation>
    </message>
    <message>
      <source>Private, and told in trust: that is confidential. Please look at the third question again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Probation</source>
      <translation type="unfinished">Y gwasanaeth prawf</translation>
    </message>
    <message>
      <source>Psychology</source>
      <translation type="unfinished">Seicoleg</translation>
    </message>
    <message>
      <source>Put all of them on the map</source>
      <translation type="unfinished">Rhoi pob un ar y map</translation>
    </message>
    <message>
      <source>Put into the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put into the plan: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put into {called}. Undo takes it out again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put on the map</source>
      <translation type="unfinished">Rhoi ar y map</translation>
    </message>
    <message>
      <source>Put on the map: {name}</source>
      <translation type="unfinished">Rhoi ar y map: {name}</translation>
    </message>
    <message>
      <source>Put this line in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Put this line in: {asked}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Quick notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read and finish</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read and print</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it once more. Hand it to the person who asked and to nobody else, then delete the file.</source>
      <translation type="unfinished">Darllenwch ef unwaith eto. Rhowch ef i’r sawl a ofynnodd ac i neb arall, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>Read it through, then print it. It is not kept: once it is on paper, take it off this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it through. Once it is finished it cannot be changed; you can always write another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it together and sign</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read it together, then sign</source>
      <translation type="unfinished">Darllenwch ef gyda’ch gilydd, yna llofnodwch</translation>
    </message>
    <message>
      <source>Read the chosen assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read the record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Read the words above aloud. Then ask: “Do you agree to this?” A yes in any language counts.</source>
      <translation type="unfinished">Darllenwch y geiriau uchod yn uchel. Yna gofynnwch: “Ydych chi’n cytuno â hyn?” Mae ie mewn unrhyw iaith yn cyfrif.</translation>
    </message>
    <message>
      <source>Read what could be read of a damaged place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reading what can be read…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ready</source>
      <translation type="unfinished">Barod</translation>
    </message>
    <message>
      <source>Ready for your new laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received</source>
      <translation type="unfinished">Wedi’i dderbyn</translation>
    </message>
    <message>
      <source>Received at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received by the desk on a stick at {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received by the desk on a stick, {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received by {authority} at {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Received {received}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record a course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record a new check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record that it was accepted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record this check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Record this course</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recorded a course that somebody has done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recorded somebody’s check</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recorded that somebody accepted the use policy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Redo</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove</source>
      <translation type="unfinished">Tynnu</translation>
    </message>
    <message>
      <source>Remove {name}</source>
      <translation type="unfinished">Tynnu {name}</translation>
    </message>
    <message>
      <source>Restricted: do not contact home, and show it to nobody else</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Reviewed the opening of a shielded child’s entry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoke it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoke this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoke this laptop: {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoke {laptop} of {name}?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoked at {when}: it hands in what it has, and is given nothing more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Revoked somebody’s laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ring before you count on it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Role in this program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Room only for what is not answered yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Safety first</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Said that this was read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saturday</source>
      <translation type="unfinished">Dydd Sadwrn</translation>
    </message>
    <message>
      <source>Save</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save a note as PDF</source>
      <translation type="unfinished">Cadw nodyn fel PDF</translation>
    </message>
    <message>
      <source>Save a small file, and take it to your old laptop. If that one is lost or damaged, give the file to your authority’s key holders. It holds nothing secret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save as PDF</source>
      <translation type="unfinished">Cadw fel PDF</translation>
    </message>
    <message>
      <source>Save for another program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save it instead.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the request</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save the sheet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Save what was done for this child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved a list of what was done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved at {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved on this laptop at {time}</source>
      <translation type="unfinished">Wedi’i gadw ar y gliniadur hwn am {time}</translation>
    </message>
    <message>
      <source>Saved {paper} as a file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saved {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Saw to people’s accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say it in your own words</source>
      <translation type="unfinished">Dweud yn eich geiriau eich hun</translation>
    </message>
    <message>
      <source>Say it in your own words. There is no wrong answer.</source>
      <translation type="unfinished">Dywedwch yn eich geiriau eich hun. Does dim ateb anghywir.</translation>
    </message>
    <message>
      <source>Say what you see differently, and write it down. The child’s needs stay first. Ask in this order:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Say yes aloud, with a witness</source>
      <translation type="unfinished">Dweud ie yn uchel, gyda thyst</translation>
    </message>
    <message>
      <source>School</source>
      <translation type="unfinished">Ysgol</translation>
    </message>
    <message>
      <source>School nurse</source>
      <translation type="unfinished">Nyrs ysgol</translation>
    </message>
    <message>
      <source>School or nursery</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sealed a copy to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sealed for {sealed_for}; nobody could read or change it on the way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sealing it…</source>
      <translation type="unfinished">Wrthi’n ei selio…</translation>
    </message>
    <message>
      <source>Searched</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See the code again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See the words again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See to it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See to your keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See what can be done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>See what was asked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Seen by: {names}</source>
      <translation type="unfinished">I’w weld gan: {names}</translation>
    </message>
    <message>
      <source>Send it to {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send now</source>
      <translation type="unfinished">Anfon nawr</translation>
    </message>
    <message>
      <source>Send over a connection that costs money?</source>
      <translation type="unfinished">Anfon dros gysylltiad sy'n costio arian?</translation>
    </message>
    <message>
      <source>Send what you decided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Send {name} to the key holders by e-mail or on a stick. Nobody can read your work with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sending from this laptop: {sending}</source>
      <translation type="unfinished">Anfon o’r gliniadur hwn: {sending}</translation>
    </message>
    <message>
      <source>September</source>
      <translation type="unfinished">Medi</translation>
    </message>
    <message>
      <source>Service</source>
      <translation type="unfinished">Gwasanaeth</translation>
    </message>
    <message>
      <source>Service by service</source>
      <translation type="unfinished">Fesul gwasanaeth</translation>
    </message>
    <message>
      <source>Services</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Services that may help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Services that may help this child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Services that may help, also without a connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Settled at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several children are like that, so none is shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Several, or somebody else</source>
      <translation type="unfinished">Sawl un, neu rywun arall</translation>
    </message>
    <message>
      <source>Share view</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Share view: turn the screen to the family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared without agreement what a decision names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared without the family’s agreement</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show earlier changes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the list of pages</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show or hide the list of topics (F6)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show the key</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show what I type</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show what was done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show whose entry it was</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show {left} more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sign above the line</source>
      <translation type="unfinished">Llofnodwch uwchben y llinell</translation>
    </message>
    <message>
      <source>Sign here on the screen</source>
      <translation type="unfinished">Llofnodi yma ar y sgrin</translation>
    </message>
    <message>
      <source>Sign on paper</source>
      <translation type="unfinished">Llofnodi ar bapur</translation>
    </message>
    <message>
      <source>Sign what we have</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signature</source>
      <translation type="unfinished">Llofnod</translation>
    </message>
    <message>
      <source>Signed an agreement with the family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed on {name}’s laptop on {signed}; nothing shown here was changed since.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Signed, and I understood it</source>
      <translation type="unfinished">Wedi’i arwyddo, a deallais i</translation>
    </message>
    <message>
      <source>Signed, and interpreted</source>
      <translation type="unfinished">Wedi’i arwyddo, a’i gyfieithu</translation>
    </message>
    <message>
      <source>Signed, {count}</source>
      <translation type="unfinished">Wedi’i lofnodi, {count}</translation>
    </message>
    <message>
      <source>Six digits from a phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Six digits from your phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Six digits were given on laptop {laptop}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Six digits were refused on laptop {laptop}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So that a slip of the finger does not lock you out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>So that nobody else can do this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Social care</source>
      <translation type="unfinished">Gofal cymdeithasol</translation>
    </message>
    <message>
      <source>Some of it was taken in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Some work still waits to be sent: leave this laptop connected until it has gone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody else</source>
      <translation type="unfinished">Rhywun arall</translation>
    </message>
    <message>
      <source>Somebody else holds one of this child; whose it is, nobody is told here. With the family’s yes, please ask your coordinator at {authority}, who will bring the two of you together. Nothing of yours is refused or lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody else says something too</source>
      <translation type="unfinished">Mae rhywun arall yn dweud rhywbeth hefyd</translation>
    </message>
    <message>
      <source>Somebody else signed it too</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody else signs too</source>
      <translation type="unfinished">Mae rhywun arall yn llofnodi hefyd</translation>
    </message>
    <message>
      <source>Somebody has to have seen the certificate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Somebody might try to find this child. Where the child lives, who cares, who helps and who holds an assessment are not shown. Your early help team can bring you together with whoever helps.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something about their agreement is not written down yet.</source>
      <translation type="unfinished">Mae rhywbeth am eu cytundeb heb ei ysgrifennu eto.</translation>
    </message>
    <message>
      <source>Something cannot be signed as it is.</source>
      <translation type="unfinished">Mae rhywbeth na ellir ei lofnodi fel y mae.</translation>
    </message>
    <message>
      <source>Something differs from what you typed, so look closely. Only you can say whether it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something else</source>
      <translation type="unfinished">Rhywbeth arall</translation>
    </message>
    <message>
      <source>Something here was signed on a laptop of somebody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something in this file was changed after it was sealed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something in this record was changed after it was signed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something is not going well. Help works best early: when will you ask again?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something is not written down yet.</source>
      <translation type="unfinished">Mae rhywbeth heb ei ysgrifennu eto.</translation>
    </message>
    <message>
      <source>Something is written down already, so it stays. Please answer what is asked, or go back and leave it open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something looked like an older copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something on this network opens secure connections, so nothing was asked through it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something on this network opens secure connections, so nothing was sent through it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something other than the endpoint answered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something that went well</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Something was changed after you read this together.</source>
      <translation type="unfinished">Newidiwyd rhywbeth ar ôl i chi ddarllen hwn gyda’ch gilydd.</translation>
    </message>
    <message>
      <source>Something was not clear. Think of an assessment, or of somebody who knows them better.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort your notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sort your quick notes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sorted into {went_to}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Spoken</source>
      <translation type="unfinished">Ar lafar</translation>
    </message>
    <message>
      <source>Start a new place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start a new place meanwhile</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start again</source>
      <translation type="unfinished">Dechrau eto</translation>
    </message>
    <message>
      <source>Start with a new child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start with a new child when you are with the family, or before. You can begin with very little and add the rest later. Nothing is sent to anyone until the family has agreed to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stay with the child if it is safe for you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Still good to have here: {0}</source>
      <translation type="unfinished">Byddai’n dda cael hyn yma hefyd: {0}</translation>
    </message>
    <message>
      <source>Still true, put it in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Still true?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stop waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sunday</source>
      <translation type="unfinished">Dydd Sul</translation>
    </message>
    <message>
      <source>Suspend</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Suspend the account of {name}?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>TAC stands for team around the child: the people who help, meeting together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take all the time you need.</source>
      <translation type="unfinished">Cymerwch faint o amser ag sydd ei angen arnoch.</translation>
    </message>
    <message>
      <source>Take away</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take away: {letters}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take away: {word}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take back what was done last</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take back what was done last (Ctrl+Z)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take five words instead</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in from a stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take in the receipt</source>
      <translation type="unfinished">Cymryd y dderbynneb i mewn</translation>
    </message>
    <message>
      <source>Take in what was brought</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take it back</source>
      <translation type="unfinished">Ei gymryd yn ôl</translation>
    </message>
    <message>
      <source>Take it back as an error</source>
      <translation type="unfinished">Ei gymryd yn ôl fel camgymeriad</translation>
    </message>
    <message>
      <source>Take it back for the family</source>
      <translation type="unfinished">Ei gymryd yn ôl dros y teulu</translation>
    </message>
    <message>
      <source>Take it back from the desk</source>
      <translation type="unfinished">Ei gymryd yn ôl oddi wrth y ddesg</translation>
    </message>
    <message>
      <source>Take it to your old laptop, or to your authority’s key holders.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Take off the map</source>
      <translation type="unfinished">Tynnu oddi ar y map</translation>
    </message>
    <message>
      <source>Take the last line back</source>
      <translation type="unfinished">Tynnu’r llinell olaf yn ôl</translation>
    </message>
    <message>
      <source>Take this answer away</source>
      <translation type="unfinished">Tynnu’r ateb hwn</translation>
    </message>
    <message>
      <source>Taken away. It stands in the boxes above, if you want to keep it after all.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken away: {word}. It may have a line under it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken back at {when}. {told}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken back, {time}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taken in: {names}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Taking it in…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Talk with them first about what may be told at home.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Telephone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tell me about it</source>
      <translation type="unfinished">Dwed wrtha i amdano</translation>
    </message>
    <message>
      <source>Tell your manager or safeguarding lead today.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thank you</source>
      <translation type="unfinished">Diolch</translation>
    </message>
    <message>
      <source>Thank you for asking before writing. The family keep all the help they have now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thank you, that is right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That address cannot be used.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That answer does not belong to this laptop’s request.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That day has not come yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That file could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That file is not a whole backup.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is long ago. {ring}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is not a whole birth date.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is not quite the code in the letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is not the passphrase.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That is their choice, and it is fine.</source>
      <translation type="unfinished">Eu dewis nhw yw hynny, ac mae’n iawn.</translation>
    </message>
    <message>
      <source>That is too little to look for one child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That laptop belongs to somebody else, or to another authority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That reason is longer than the index takes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That recovery code is not for this place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That was not it several times in a row.</source>
      <translation type="unfinished">Nid dyna oedd hi sawl gwaith yn olynol.</translation>
    </message>
    <message>
      <source>That was not it.</source>
      <translation type="unfinished">Nid dyna oedd hi.</translation>
    </message>
    <message>
      <source>That was not the passphrase several times in a row.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That would be too easy to guess.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>That would leave nobody who could see to accounts.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The USB stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account is closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account is suspended: nothing is sent or fetched for this person.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account itself</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account was closed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account was opened again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account was opened.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The account was suspended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The address is still empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The agreement</source>
      <translation type="unfinished">Y cytundeb</translation>
    </message>
    <message>
      <source>The answer’s file could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The area, a name and an address, line by line.</source>
      <translation type="unfinished">Yr ardal, enw a chyfeiriad, llinell wrth linell.</translation>
    </message>
    <message>
      <source>The assessment</source>
      <translation type="unfinished">Yr asesiad</translation>
    </message>
    <message>
      <source>The assessment was changed since you ticked its lines. Please tick them again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority</source>
      <translation type="unfinished">Yr awdurdod</translation>
    </message>
    <message>
      <source>The authority ordered something of this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority ordered that this laptop hands in what is finished, and gets nothing more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority ordered that this laptop hands in what is finished, and is then emptied</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority ordered that this laptop is emptied at once</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The authority’s settings changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The backup</source>
      <translation type="unfinished">Y copi wrth gefn</translation>
    </message>
    <message>
      <source>The backup is made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The battery is at {percent} per cent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The bundle</source>
      <translation type="unfinished">Y bwndel</translation>
    </message>
    <message>
      <source>The check of {day} was recorded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The child</source>
      <translation type="unfinished">Y plentyn</translation>
    </message>
    <message>
      <source>The child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The child or young person</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The child was asked about {name}, and said no: this copy does not show their own words.</source>
      <translation type="unfinished">Gofynnwyd i’r plentyn am {name}, a dywedodd na: nid yw’r copi hwn yn dangos ei eiriau.</translation>
    </message>
    <message>
      <source>The child was asked about {name}, and said yes: this copy shows their own words.</source>
      <translation type="unfinished">Gofynnwyd i’r plentyn am {name}, a dywedodd ie: mae’r copi hwn yn dangos ei eiriau.</translation>
    </message>
    <message>
      <source>The child was asked, and said no: no copy shows their own words.</source>
      <translation type="unfinished">Gofynnwyd i’r plentyn, a dywedodd na: nid oes unrhyw gopi’n dangos ei eiriau.</translation>
    </message>
    <message>
      <source>The child was asked, and said yes: a parent’s copy shows their own words.</source>
      <translation type="unfinished">Gofynnwyd i’r plentyn, a dywedodd ie: mae copi rhiant yn dangos ei eiriau.</translation>
    </message>
    <message>
      <source>The child was not asked about {name} yet: “May we show this to …?” Until then, their words are left out.</source>
      <translation type="unfinished">Ni ofynnwyd i’r plentyn am {name} eto: “Gawn ni ddangos hyn i …?” Tan hynny mae ei eiriau’n cael eu hepgor.</translation>
    </message>
    <message>
      <source>The child was not asked yet: “May we show this to your parents or carers?” Write their answer where the family comments. Until then a parent’s copy leaves their words out.</source>
      <translation type="unfinished">Ni ofynnwyd i’r plentyn eto: “Gawn ni ddangos hyn i dy rieni neu ofalwyr?” Ysgrifennwch yr ateb lle mae’r teulu’n rhoi sylwadau. Tan hynny mae copi rhiant yn hepgor ei eiriau.</translation>
    </message>
    <message>
      <source>The child's own voice is not here yet, or a reason why not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The child’s name in the lists and the search on this laptop.</source>
      <translation type="unfinished">Enw’r plentyn yn y rhestrau a’r chwiliad ar y gliniadur hwn.</translation>
    </message>
    <message>
      <source>The child’s own</source>
      <translation type="unfinished">Map y plentyn ei hun</translation>
    </message>
    <message>
      <source>The child’s own words. The child did not say that a parent may see them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The choice has other words: {words}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The choice is kept as words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code before was ended: nobody had used it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code is a little too long</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code is not complete yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code is still empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code works once, on one laptop, until {until}. It is shown now and never again, and kept nowhere. If it is lost, make another: that ends this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code, in groups of four</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The code: {spelled}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The coordinator brings the right people together.</source>
      <translation type="unfinished">Mae’r cydlynydd yn dod â’r bobl iawn at ei gilydd.</translation>
    </message>
    <message>
      <source>The copy</source>
      <translation type="unfinished">Y copi</translation>
    </message>
    <message>
      <source>The copy does not read back as it was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The copy is made.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The day is not whole yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The decision and its reasons are kept. Read it through on the next page, and finish it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The decision does not let this go to them.</source>
      <translation type="unfinished">Nid yw’r penderfyniad yn gadael i hwn fynd atyn nhw.</translation>
    </message>
    <message>
      <source>The decision that came with this does not name the early help desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The decision was about another version. Please decide again.</source>
      <translation type="unfinished">Roedd y penderfyniad am fersiwn arall. Penderfynwch eto.</translation>
    </message>
    <message>
      <source>The desk has {count} from this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The desk is told before anything else is sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The desk is told with its next collection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The desk puts a small receipt on the same stick. Take it in here, and this laptop knows that they have it.</source>
      <translation type="unfinished">Mae’r ddesg yn rhoi derbynneb fach ar yr un cof bach. Cymerwch hi i mewn yma, ac mae’r gliniadur hwn yn gwybod ei bod ganddyn nhw.</translation>
    </message>
    <message>
      <source>The disk did not give {count}: there are zeros in their place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk is full, or nearly. Your words are saved in the room kept back for this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk of this laptop could not be read or written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The disk of this laptop is full.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The earlier form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The earlier version was agreed to. This one goes nowhere until you have read it together and asked again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The earlier words are back. Undo takes them out again; what stood there stays in “Earlier words”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The early help desk: what came there is shown to nobody any more, from its next collection on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint asks us to come again later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint cannot be reached just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint could not make out what was sent. {again} If that fails: {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint did not recognise this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint did not take it. {again} If that fails, please tell your early help team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint did not take this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint did not understand it, and may be older than this program. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint does not know this code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint had trouble of its own. It will be asked again by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint has no room left.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint has nothing like that for this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint has something else under its number. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint is having trouble.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint is older than this program. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint knows another state of this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint sent another envelope than the one it listed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The endpoint’s word for this laptop is not one this laptop knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family agreed to an earlier version. Please ask them again.</source>
      <translation type="unfinished">Cytunodd y teulu i fersiwn cynharach. Gofynnwch iddyn nhw eto.</translation>
    </message>
    <message>
      <source>The family agreed to another version, not to this one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family asked to hold this line back from somebody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family changed their mind</source>
      <translation type="unfinished">Newidiodd y teulu eu meddwl</translation>
    </message>
    <message>
      <source>The family did not agree that this service may see it.</source>
      <translation type="unfinished">Ni chytunodd y teulu y caiff y gwasanaeth hwn ei weld.</translation>
    </message>
    <message>
      <source>The family did not agree to this. {name} decided to share it, on {day}: {full}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family did not want the two of you brought together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family do not know.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family does not know. Tell them, or write what risk that would bring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family has read this. Ask now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family have already agreed to an assessment.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family have been told that this was shared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family have not been told. Please speak with the sender before you speak with them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family have not said yes to start yet.</source>
      <translation type="unfinished">Nid yw’r teulu wedi dweud ie i ddechrau eto.</translation>
    </message>
    <message>
      <source>The family know.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family no longer agree that you see it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family released nothing to anybody: only the full copy for safe keeping goes out.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family said no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family said yes to the two being brought together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family sign it, and choose who may see it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family still gets the help they have now.</source>
      <translation type="unfinished">Mae’r teulu’n dal i gael yr help sydd ganddyn nhw nawr.</translation>
    </message>
    <message>
      <source>The family's agreement for this service has ended. Please ask them again.</source>
      <translation type="unfinished">Mae cytundeb y teulu ar gyfer y gwasanaeth hwn wedi dod i ben. Gofynnwch iddyn nhw eto.</translation>
    </message>
    <message>
      <source>The family’s agreement does not say that this may be shared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The family’s copies</source>
      <translation type="unfinished">Copïau’r teulu</translation>
    </message>
    <message>
      <source>The family’s, made together</source>
      <translation type="unfinished">Map y teulu, wedi’i wneud gyda’i gilydd</translation>
    </message>
    <message>
      <source>The file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file begins with a byte order mark. Please save it as UTF-8 without one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file could not be read to its end.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file does not hold a form. Please begin it with a curly bracket.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file has a number that is none, or brackets nested too deep. Please check it against a form that works.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is called {name}. Take the stick to the desk, and bring back the receipt.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file is saved.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file on the stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file they brought</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The file with the keys of your place was put back from an older copy: old words may open it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first goes on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The first time: link your phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The folder made for this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The form has no place for these now. They are not shared. Copy what still counts to where it belongs.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The form has room for {0:,} letters and this has {1:,}. Nothing is lost; please shorten it before signing.</source>
      <translation type="unfinished">Mae lle i {0:,} o lythrennau ar y ffurflen ac mae {1:,} yma. Nid oes dim yn cael ei golli; gwnewch ef yn fyrrach cyn llofnodi.</translation>
    </message>
    <message>
      <source>The form on paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The form with what is written so far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The full copy for safe keeping</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The index shows it until they are {index_ends}, in {year}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key file of this place is damaged. The one from before its last change is whole.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key file of this vault is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key for a phone was shown on laptop {laptop}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key holders are asked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key is shown now, and never again once the phone is linked. It stands nowhere on this laptop. If you leave the page before, you get another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key of this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key of this place is more than a year old. Please change it when you have a quiet minute.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key of this place is new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key, in groups of four</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The key: {spelled}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keys of this laptop could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The keys of this laptop could not be read: you will be asked to join your team again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The laptop this came from is not enrolled with this authority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The laptop this came from is not the one it names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The laptop’s clock was set back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last day is before the first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The last day is not whole yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The leaflet, and letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The letter</source>
      <translation type="unfinished">Y llythyr</translation>
    </message>
    <message>
      <source>The linked phone was ended.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The linked phone was ended. {why}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The list</source>
      <translation type="unfinished">Y rhestr</translation>
    </message>
    <message>
      <source>The map in words</source>
      <translation type="unfinished">Y map mewn geiriau</translation>
    </message>
    <message>
      <source>The map of people</source>
      <translation type="unfinished">Y map o bobl</translation>
    </message>
    <message>
      <source>The name is gone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The name is kept</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The name of somebody who was there and heard it.</source>
      <translation type="unfinished">Enw rhywun oedd yno ac a’i clywodd.</translation>
    </message>
    <message>
      <source>The name the family knows it by.</source>
      <translation type="unfinished">Yr enw y mae’r teulu’n ei nabod wrtho.</translation>
    </message>
    <message>
      <source>The new address is in {count}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The new laptop’s file</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newer form does not ask this at present.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newer form has no place for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The newest {most_lines} lines. Choose a child or a day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The next try is in {time}. Nothing is lost meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The note</source>
      <translation type="unfinished">Y nodyn</translation>
    </message>
    <message>
      <source>The number and the days stay here; the certificate itself is never kept.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The number of a check has twelve digits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The one before opens nothing now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The ones you chose when you asked. The old ones still open it too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other assessment goes on. Nothing of yours is lost; please do no more on this one than was agreed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The other coordinator reads this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The page for a baby</source>
      <translation type="unfinished">Y dudalen ar gyfer babi</translation>
    </message>
    <message>
      <source>The page for a teenager</source>
      <translation type="unfinished">Y dudalen ar gyfer person ifanc yn ei arddegau</translation>
    </message>
    <message>
      <source>The page for a young child</source>
      <translation type="unfinished">Y dudalen ar gyfer plentyn bach</translation>
    </message>
    <message>
      <source>The pages come in the order of the paper. Under “When we talked” the record says that it was written on paper.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The paper</source>
      <translation type="unfinished">Y papur</translation>
    </message>
    <message>
      <source>The paper you made when you started here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The parent or carer</source>
      <translation type="unfinished">Y rhiant neu'r gofalwr</translation>
    </message>
    <message>
      <source>The passphrase is right, but the vault on this disk could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The phone is lost, or was stolen</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The phone or its app is broken</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The place at this address is not the authority that wrote your letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The plan</source>
      <translation type="unfinished">Y cynllun</translation>
    </message>
    <message>
      <source>The plan, step by step</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The question is still open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The reason: {reason}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt could not be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt is for something else than was sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt is not signed by the endpoint this laptop knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt on the stick</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The receipt’s signature does not hold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The record itself is still in the vault.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The request</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The request is saved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The reviews</source>
      <translation type="unfinished">Yr adolygiadau</translation>
    </message>
    <message>
      <source>The same key stands beside it, in letters.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The same once more</source>
      <translation type="unfinished">Yr un peth unwaith eto</translation>
    </message>
    <message>
      <source>The second goes on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The service</source>
      <translation type="unfinished">Y gwasanaeth</translation>
    </message>
    <message>
      <source>The settings the program came with stay.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sheet</source>
      <translation type="unfinished">Y daflen</translation>
    </message>
    <message>
      <source>The signature on the endpoint’s word for this laptop does not hold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The signature on this record is not the one of the laptop it names.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The six digits</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The stick could not be read. Is it still in?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The stick could not be written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The time in this envelope is not a time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The twelve digits on the certificate.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The two are not the same</source>
      <translation type="unfinished">Nid yw’r ddau yr un peth</translation>
    </message>
    <message>
      <source>The two are not the same yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The vault is locked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole entry of a shielded child is shown. Please leave the page as soon as you can.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole of it, to a stick or another disk, compared with what was written. Do this first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The word that something was taken back goes with it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The word that something was taken back is in it too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The word to the desk that it was taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The words on your paper, or the passphrase you chose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The words that were said, and when.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The words with dots under them are your phrase, as you keep it. Make them fit this child.</source>
      <translation type="unfinished">Eich ymadrodd chi, fel y’i cedwir, yw’r geiriau â dotiau oddi tanyn nhw. Gwnewch iddyn nhw gyd-fynd â’r plentyn hwn.</translation>
    </message>
    <message>
      <source>The working paper</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The young person</source>
      <translation type="unfinished">Y person ifanc</translation>
    </message>
    <message>
      <source>The young person is deciding. {alone}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {ordinals} group</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {ordinals} group is not the same yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {what} about {child}, finished at {when}, could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The {what}, finished at {when}, could not be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their check, training and the use policy are recorded on the account afterwards. Until all three are, they cannot join, send or receive.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their full name.</source>
      <translation type="unfinished">Eu henw llawn.</translation>
    </message>
    <message>
      <source>Their name</source>
      <translation type="unfinished">Eu henw</translation>
    </message>
    <message>
      <source>Their number is on this page. If you are unsure, ring and ask them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their parents are not part of this. What did you say to encourage it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their post, such as health visitor.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their reason, if they gave one</source>
      <translation type="unfinished">Eu rheswm, os rhoddon nhw un</translation>
    </message>
    <message>
      <source>Their signature</source>
      <translation type="unfinished">Eu llofnod</translation>
    </message>
    <message>
      <source>Then do not ask now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then do not ask now. {unsafe}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then it shows what families released since, and the child index. What has come already can be read as ever.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then nothing is sent to anyone, the coordinator included. That is fine.</source>
      <translation type="unfinished">Yna does dim yn cael ei anfon at neb, gan gynnwys y cydlynydd. Mae hynny’n iawn.</translation>
    </message>
    <message>
      <source>Then nothing of that child is shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Then tick that you have read it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There are no steps in the plan yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a care order. Please talk to the child's social worker about who says yes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a new phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a note about contact. Agree with your manager how to visit safely.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a slip in that recovery code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is a vault here already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is an older assessment that this one takes over from. When was it made?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is an open assessment for this child. Please join in with it: the coordinator can tell you how.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is an open question about this child’s safety.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is another assessment. Please read it first, so that nobody tells it all again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is little room left on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is little room on the disk. Please make some before you go.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no address yet. A reason for none is fine too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no conclusion yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no connection to your authority just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no copy to make yet.</source>
      <translation type="unfinished">Nid oes copi i’w wneud eto.</translation>
    </message>
    <message>
      <source>There is no date of birth or expected date yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no finished assessment of this child, so nothing can be sent from here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no more kept back: please make room now. {what_to_do}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no name for the child yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no question of this name in the form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no room on the stick.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no signature in the box yet.</source>
      <translation type="unfinished">Nid oes llofnod yn y blwch eto.</translation>
    </message>
    <message>
      <source>There is no such day in the calendar. It is kept as you typed it.</source>
      <translation type="unfinished">Nid oes diwrnod o’r fath yn y calendr. Mae’n cael ei gadw fel y’i teipioch.</translation>
    </message>
    <message>
      <source>There is no such line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no training on record for you. Please ask the coordinator for a place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no vault here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no version yet that the family have read and agreed to.</source>
      <translation type="unfinished">Nid oes fersiwn eto y mae’r teulu wedi’i darllen a chytuno iddi.</translation>
    </message>
    <message>
      <source>There is no {check} check on record for you. Please ask your manager.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing here yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing inside this envelope.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing of anybody on it. Print it before you go.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to ask about this child yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to copy yet</source>
      <translation type="unfinished">Does dim i’w gopïo eto</translation>
    </message>
    <message>
      <source>There is nothing to do here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to erase elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to finish yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to save for this child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing to sign yet.</source>
      <translation type="unfinished">Nid oes dim i’w lofnodi eto.</translation>
    </message>
    <message>
      <source>There is nothing to take back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is nothing you need to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is room enough on the disk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is too little room on the disk to begin with a new child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There was an account of this person in this role already. This is it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There was no connection to ask whether its author may send just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There, everything goes by itself, as over any other.</source>
      <translation type="unfinished">Yno, mae popeth yn mynd ohono'i hun, fel dros unrhyw gysylltiad arall.</translation>
    </message>
    <message>
      <source>There, work waits until you press “Send now”. Nothing comes in either.</source>
      <translation type="unfinished">Yno, mae gwaith yn aros nes i chi bwyso “Anfon nawr”. Nid oes dim yn dod i mewn chwaith.</translation>
    </message>
    <message>
      <source>There, written work goes by itself. What is large, such as scans, waits for another connection.</source>
      <translation type="unfinished">Yno, mae gwaith ysgrifenedig yn mynd ohono'i hun. Mae'r hyn sy'n fawr, fel sganiau, yn aros am gysylltiad arall.</translation>
    </message>
    <message>
      <source>These answers do not fit the form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These are not quite the same yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These are the answers to another form, or to another version of it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These are the families you worked with last. A few letters of a name bring any other: Ctrl+K.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These lines go, with your decision and its reasons. Nothing else does, and nothing of it can be changed here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These lines may be about somebody else, or may hurt somebody. Each stays out unless you tick it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These needs look complex. A common assessment may not be enough. Why this way?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>These words open your work on this laptop, and nobody else has them. Write them down, and keep them apart from the laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They agree: finish it</source>
      <translation type="unfinished">Maen nhw’n cytuno: ei orffen</translation>
    </message>
    <message>
      <source>They are on the paper you wrote them on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are the ones that opened the place when it was backed up.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are the ones you chose when you asked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are the ones you opened your place with.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are {age}. An assessment is usually for up to {usual}. Why is it right now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are {age}. Services for adults may fit better. Why is an assessment right now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They are {age}. With a disability it is usually up to {with_disability}. Why is it right now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They ask for an assessment first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They asked for something to be left out. Please tell them what is, without writing it here.</source>
      <translation type="unfinished">Fe ofynnon nhw i rywbeth gael ei adael allan. Dywedwch wrthyn nhw beth sydd wedi’i adael allan, heb ei ysgrifennu yma.</translation>
    </message>
    <message>
      <source>They asked for this themselves. Offer an assessment; nobody is turned away.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They can be sorted while the assessment is being written, once the family has agreed to start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They can decide this, so it may go ahead without their parents. Ask again next time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They can keep it, and show it to whom they like, so that they need not tell it all again.</source>
      <translation type="unfinished">Gallan nhw ei gadw, a’i ddangos i bwy y mynnant, fel nad oes rhaid dweud y cyfan eto.</translation>
    </message>
    <message>
      <source>They decide alone about this record, and paper can be found. Then say here that you asked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They do not agree to it being kept.</source>
      <translation type="unfinished">Nid ydyn nhw’n cytuno iddo gael ei gadw.</translation>
    </message>
    <message>
      <source>They do not agree to it being recorded on a computer, so nothing of it stays on one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They do not agree to the assessment, so nothing is assessed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They do not get a copy. What is the risk, and who agreed?</source>
      <translation type="unfinished">Nid ydyn nhw’n cael copi. Beth yw’r risg, a phwy gytunodd?</translation>
    </message>
    <message>
      <source>They do not understand yet why it is shared. Please explain it again before they sign.</source>
      <translation type="unfinished">Nid ydyn nhw’n deall eto pam mae’n cael ei rannu. Esboniwch ef eto cyn iddyn nhw lofnodi.</translation>
    </message>
    <message>
      <source>They have a laptop already. To let another one join in its place, revoke that one first: so nobody joins in their name without their noticing. For a second one beside it they need a letter.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They have been asked. Go on here when their answer has come.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They have moved</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They have not agreed to anything being written down yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They have not agreed to start yet.</source>
      <translation type="unfinished">Nid ydyn nhw wedi cytuno i ddechrau eto.</translation>
    </message>
    <message>
      <source>They know that it can never be brought back</source>
      <translation type="unfinished">Maent yn gwybod na ellir byth ddod ag ef yn ôl</translation>
    </message>
    <message>
      <source>They need an interpreter or signer. Please explain it again with one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They need not give one.</source>
      <translation type="unfinished">Does dim rhaid iddyn nhw roi un.</translation>
    </message>
    <message>
      <source>They no longer agree that the desk sees it.</source>
      <translation type="unfinished">Nid ydyn nhw bellach yn cytuno i’r ddesg ei weld.</translation>
    </message>
    <message>
      <source>They open nothing before they have heard the same letters from you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They said no, and that is all right. Thank them, and say how to come back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They said no, and the child’s safety comes first. Tell them so, unless that is a risk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They said that something is wrong. What was done about it?</source>
      <translation type="unfinished">Fe ddywedon nhw fod rhywbeth o’i le. Beth a wnaed am hynny?</translation>
    </message>
    <message>
      <source>They say no, or not today</source>
      <translation type="unfinished">Maen nhw’n dweud na, neu nid heddiw</translation>
    </message>
    <message>
      <source>They say yes to these lines. Then make the paper, and talk about how it is said.</source>
      <translation type="unfinished">Maen nhw’n dweud ie i’r llinellau hyn. Yna gwnewch y papur, a siaradwch am sut i’w ddweud.</translation>
    </message>
    <message>
      <source>They say yes: open to print</source>
      <translation type="unfinished">Maen nhw’n dweud ie: agor i’w argraffu</translation>
    </message>
    <message>
      <source>They set limits to what is written. Please read them first.</source>
      <translation type="unfinished">Maen nhw wedi gosod terfynau ar yr hyn a ysgrifennir. Darllenwch y rheini’n gyntaf.</translation>
    </message>
    <message>
      <source>They sign as</source>
      <translation type="unfinished">Maen nhw’n llofnodi fel</translation>
    </message>
    <message>
      <source>They want it gone</source>
      <translation type="unfinished">Maent am iddo fynd</translation>
    </message>
    <message>
      <source>They will ask you for these letters, by telephone or side by side:</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>They would rather it was not kept</source>
      <translation type="unfinished">Byddai’n well ganddyn nhw nad oedd yn cael ei gadw</translation>
    </message>
    <message>
      <source>They would rather not have it on a computer</source>
      <translation type="unfinished">Byddai’n well ganddyn nhw beidio â’i gael ar gyfrifiadur</translation>
    </message>
    <message>
      <source>They wrote it themselves</source>
      <translation type="unfinished">Nhw a’i hysgrifennodd eu hunain</translation>
    </message>
    <message>
      <source>Things have changed a lot. Is this assessment still right? Assess again, or say why not.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Think of everyone who lives there or visits. Somebody else may read it.</source>
      <translation type="unfinished">Meddyliwch am bawb sy’n byw yno neu’n ymweld. Gall rhywun arall ei ddarllen.</translation>
    </message>
    <message>
      <source>This account is your own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This account is your own. Another administrator sees to it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This address is kept secret.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This answer stands in the wrong place in the form.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This assessment goes on. What the other one holds is brought into it with the family.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This assessment is held up by a worry.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This cannot be undone</source>
      <translation type="unfinished">Ni ellir dadwneud hyn</translation>
    </message>
    <message>
      <source>This child is shielded</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This child is shielded.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This child is shielded: where they live and who helps is not shown.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This code is too old.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This code was already used on another laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This day has passed. If the baby is born, please write the date of birth.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This day is still to come. For a baby who is not born yet, use the date the baby is expected.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This decision does not send anything to them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This does not stand in for: {names}. Please ask for it as well.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This draft is not in a form this program knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This draft is of a kind this program does not know.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This draft uses an earlier form. See what would change.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This envelope holds something other than it says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This envelope is damaged, or is not one of ours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file holds something other than it says.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is damaged, or is not a hand-in.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is damaged, or is not one of ours.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is for another laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file is larger than a hand-in can be.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file was made on this very laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This file was not made on a laptop of your authority.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This form waits until they have agreed to start.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This holds a character that cannot be kept. Please type it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is a sensitive service, so the others are not told its name</source>
      <translation type="unfinished">Mae hwn yn wasanaeth sensitif, felly nid yw’r lleill yn cael gwybod ei enw</translation>
    </message>
    <message>
      <source>This is all the family released to you. Lines they chose to keep back are not in here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is answered</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is confidential and nobody agreed. It may only go if a law or the public interest asks for it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is in the lists of passphrases that leaked from elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is larger than the endpoint takes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is likely the child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is more than ten months away. Please look at the year again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is more than {oldest_years} years ago. Please look at the year again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is my new laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is my old laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a date. Please write the year with four numbers, and the month and day where they are known.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a receipt from the desk, or it is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not a whole day yet. Until it is, nothing goes to them.</source>
      <translation type="unfinished">Nid yw hwn yn ddiwrnod cyfan eto. Hyd nes ei fod, does dim yn mynd atyn nhw.</translation>
    </message>
    <message>
      <source>This is not a whole number. It is kept as you typed it.</source>
      <translation type="unfinished">Nid rhif cyfan yw hwn. Mae’n cael ei gadw fel y’i teipioch.</translation>
    </message>
    <message>
      <source>This is not an ending yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not answered yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not checked. It never means that there is none.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not one of the choices the form offers.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not the child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is not the file that a new laptop makes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is possibly the child.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the child: open the entry</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the final version. Read it out, or let them read all of it, before anybody signs.</source>
      <translation type="unfinished">Dyma’r fersiwn derfynol. Darllenwch hi’n uchel, neu gadewch iddyn nhw ei darllen i gyd, cyn i neb lofnodi.</translation>
    </message>
    <message>
      <source>This is the whole of it, for you alone. Lines the family held back are in here, and in nobody else's.</source>
      <translation type="unfinished">Dyma’r cyfan, i chi yn unig. Mae’r llinellau a ddaliodd y teulu’n ôl yma, ac nid yng nghopi neb arall.</translation>
    </message>
    <message>
      <source>This is what could be read.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is what was known at {when}. It may have changed since, and nothing can be changed just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is what was known at {when}. It may have changed since. {next}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is your page. It is private until you say. Nobody at home sees it before that. When we finish, we go through together who else may see it. But for one thing: if somebody is not safe, I have to tell someone. I will try to tell you first.</source>
      <translation type="unfinished">Dy dudalen di yw hon. Mae’n breifat nes i ti ddweud. Nid oes neb gartref yn ei gweld cyn hynny. Ar ôl i ni orffen, awn drwyddi gyda’n gilydd i weld pwy arall gaiff ei gweld. Ond mae un peth: os nad yw rhywun yn ddiogel, rhaid i mi ddweud wrth rywun. Byddaf yn ceisio dweud wrthyt ti’n gyntaf.</translation>
    </message>
    <message>
      <source>This key is in use since {day}. A new one each year is enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop has not asked the key holders for anything.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop has not been in touch with your authority for a while.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop has not heard from your authority for a while. Everything you wrote is still here: you can read it, go on with it, and send it. Please connect to the internet once. Then you can begin with a new child again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop has too little free memory just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop is not enrolled at this endpoint.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop may be a copy of another, or brought back from a backup. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop may be a copy of another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop may hand in what it has, and read nothing more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop: the sealed files, once your authority has answered.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This laptop: {copies} not sent yet. It never goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This may be an older copy of your work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This name is not among those who have signed your authority’s agreement on sharing. The family may still say yes. Before anything is passed on, ask how: see People to ask.</source>
      <translation type="unfinished">Nid yw’r enw hwn ymhlith y rhai sydd wedi llofnodi cytundeb eich awdurdod ar rannu. Caiff y teulu ddweud ie o hyd. Cyn i ddim gael ei drosglwyddo, gofynnwch sut: gweler Pobl i’w holi.</translation>
    </message>
    <message>
      <source>This one goes</source>
      <translation type="unfinished">Mae’r un hon yn mynd</translation>
    </message>
    <message>
      <source>This one needs an answer; a reason for none is not enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This person works here no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This place could not be read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This program cannot send to them. Tell them in your own safe way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This receipt is for another laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This receipt was not made by your authority’s desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This receipt was taken in before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record and every form are on this laptop. No connection is needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record holds two answers to one question.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record is not in a form this program knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record is the young person’s own, so there is no copy for a parent or carer.</source>
      <translation type="unfinished">Cofnod y person ifanc ei hun yw hwn, felly nid oes copi i riant neu ofalwr.</translation>
    </message>
    <message>
      <source>This record is the young person’s own. Talk with the coordinator first.</source>
      <translation type="unfinished">Y person ifanc biau’r cofnod hwn. Siaradwch â’r cydlynydd yn gyntaf.</translation>
    </message>
    <message>
      <source>This record is too large to send.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record names another author or laptop than the one that signed it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This record stays the young person’s own.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This sheet is full. What you drew is kept.</source>
      <translation type="unfinished">Mae’r ddalen hon yn llawn. Mae’r hyn a luniaist wedi’i gadw.</translation>
    </message>
    <message>
      <source>This should be a list of choices.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be a list of rows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be a whole number.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be one choice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be true or false.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be written in words.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be {maximum} or less.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This should be {minimum} or more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This shows names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This stick may be worn out. Please take another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This uses the newer form now. To go back, press the button. What you wrote since stays.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault is open elsewhere on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This vault was last used with a newer version of this program.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was erased at the endpoint, and is not kept there again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was not released to the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was not sealed for this laptop, or it was changed on the way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was not sealed for you, or it was changed on the way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was taken back, and is not here any more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This was written on a form that is not known here. Ask the coordinator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Those are not six digits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Those are not the six digits of just now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Thursday</source>
      <translation type="unfinished">Dydd Iau</translation>
    </message>
    <message>
      <source>Tick a line, and this service does not see it.</source>
      <translation type="unfinished">Ticiwch linell, ac nid yw’r gwasanaeth hwn yn ei gweld.</translation>
    </message>
    <message>
      <source>Tick each line that is to go, and no more than they need. What you do not tick is not sent, and nobody can tell from what they get how much there was.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Tick “Not this one”, and the line is held back from everyone. Under each line it says who sees it.</source>
      <translation type="unfinished">Ticiwch “Nid yr un hon”, a chaiff y llinell ei dal yn ôl rhag pawb. O dan bob llinell mae’n dweud pwy sy’n ei gweld.</translation>
    </message>
    <message>
      <source>To be seen to</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To go with what the family want passed on.</source>
      <translation type="unfinished">I fynd gyda’r hyn y mae’r teulu am ei drosglwyddo.</translation>
    </message>
    <message>
      <source>To read before they say yes or no. There is nothing of anybody on it.</source>
      <translation type="unfinished">I’w darllen cyn iddyn nhw ddweud ie neu na. Does dim am neb arni.</translation>
    </message>
    <message>
      <source>To review that this entry was opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To send something, write another decision that names who and which lines.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To whom does it go?</source>
      <translation type="unfinished">At bwy y mae’n mynd?</translation>
    </message>
    <message>
      <source>To {child}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Today</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Told at home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Told the authority that an assessment is open, or is no more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took a printed note off this laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took back what was released</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took in a new key of the early help desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took in copies from their other laptop</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Took the screen back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Topics</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Training</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trouble sending</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try again. Your five words leave share view too.</source>
      <translation type="unfinished">Rhowch gynnig arall arni. Mae eich pum gair yn gadael y golwg rhannu hefyd.</translation>
    </message>
    <message>
      <source>Try another network, such as a phone’s, or hand it in on a stick: “Where it is” leads there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try once more with “Send now”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Trying now…</source>
      <translation type="unfinished">Yn ceisio nawr…</translation>
    </message>
    <message>
      <source>Trying to send now</source>
      <translation type="unfinished">Yn ceisio anfon nawr</translation>
    </message>
    <message>
      <source>Trying to send now. You need not wait: it goes on by itself.</source>
      <translation type="unfinished">Yn ceisio anfon nawr. Does dim rhaid i chi aros: mae’n mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
      <source>Tuesday</source>
      <translation type="unfinished">Dydd Mawrth</translation>
    </message>
    <message>
      <source>Turn the screen to the family (F9)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turn the screen to them (F9)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turned the screen to the family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Turns the screen to them, and asks: a number, and their own words.</source>
      <translation type="unfinished">Mae’n troi’r sgrin atyn nhw, ac yn gofyn: rhif, a’u geiriau eu hunain.</translation>
    </message>
    <message>
      <source>Two assessments that may be of one child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two people at your authority can open it together. It takes a telephone call, and often a day or two.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type ; and the letters in any box for words, and then a space. What is inserted has dots under it until you change it: make it fit this child. None come with the program, and none are shared.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type in what was written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type the passphrase you chose, twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type their name</source>
      <translation type="unfinished">Teipio eu henw</translation>
    </message>
    <message>
      <source>Type your five words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unborn baby</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Undo</source>
      <translation type="unfinished">Dadwneud</translation>
    </message>
    <message>
      <source>Undo stroke</source>
      <translation type="unfinished">Dadwneud strôc</translation>
    </message>
    <message>
      <source>Undone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until then you can come back to it, from the foot of your home page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Until when?</source>
      <translation type="unfinished">Tan pryd?</translation>
    </message>
    <message>
      <source>Until {day}.</source>
      <translation type="unfinished">Tan {day}.</translation>
    </message>
    <message>
      <source>Until {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up and down go from line to line, Enter opens.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up and down go from line to line.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up and down go from row to row. Enter opens the row.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up to twelve, for instance bed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Up to {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use policy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Use these from now on</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Using CAF</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Version {version}</source>
      <translation type="unfinished">Fersiwn {version}</translation>
    </message>
    <message>
      <source>Version {version}, by {name}</source>
      <translation type="unfinished">Fersiwn {version}, gan {name}</translation>
    </message>
    <message>
      <source>Voluntary or community group</source>
      <translation type="unfinished">Grŵp gwirfoddol neu gymunedol</translation>
    </message>
    <message>
      <source>Waiting time</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting to be sent</source>
      <translation type="unfinished">Yn aros i’w anfon</translation>
    </message>
    <message>
      <source>Waiting to be sent. It goes by itself when there is a connection and your work is open.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Waiting to send</source>
      <translation type="unfinished">Yn aros i gael ei anfon</translation>
    </message>
    <message>
      <source>Was it right? What did you find out?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>We have talked about all of this</source>
      <translation type="unfinished">Rydym wedi siarad am hyn i gyd</translation>
    </message>
    <message>
      <source>Web page</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wednesday</source>
      <translation type="unfinished">Dydd Mercher</translation>
    </message>
    <message>
      <source>Were they asked? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What I would like</source>
      <translation type="unfinished">Beth hoffwn i</translation>
    </message>
    <message>
      <source>What another laptop of yours sent: please ask there too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What came as a key of the early help desk does not hold.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What cannot be reached</source>
      <translation type="unfinished">Yr hyn na ellir ei gyrraedd</translation>
    </message>
    <message>
      <source>What comes next</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What could not be sent is safe on this laptop. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What did you decide, and why? Please write both, also if you do not share.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What did you decide? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What did you see and hear?</source>
      <translation type="unfinished">Beth welsoch a chlywsoch chi?</translation>
    </message>
    <message>
      <source>What did you see or hear that makes you think so?</source>
      <translation type="unfinished">Beth welsoch neu glywsoch chi sy’n gwneud i chi feddwl hynny?</translation>
    </message>
    <message>
      <source>What did you see or hear? A few words are enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do they understand? Their age alone is not enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What do you think will happen now?</source>
      <translation type="unfinished">Beth ydych chi’n meddwl fydd yn digwydd nawr?</translation>
    </message>
    <message>
      <source>What do you wish for?</source>
      <translation type="unfinished">Beth wyt ti’n ei ddymuno?</translation>
    </message>
    <message>
      <source>What families released and nobody has yet goes into one file, which is read back to be sure. It also still goes by itself when there is a connection: the desk counts it once.</source>
      <translation type="unfinished">Mae’r hyn a ryddhaodd teuluoedd ac nad oes neb wedi’i gael eto yn mynd i un ffeil, sy’n cael ei darllen yn ôl i fod yn siŵr. Mae hefyd yn mynd ar ei ben ei hun pan fydd cysylltiad: mae’r ddesg yn ei gyfrif unwaith.</translation>
    </message>
    <message>
      <source>What families released, how far it came, and what to do. The author and the desk read the same.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What follows? They start alone only when you wrote that they can decide this alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What goes in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What goes well because they are there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happens to this assessment? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What have you decided? Please choose.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is carried</source>
      <translation type="unfinished">Yr hyn sy’n cael ei gludo</translation>
    </message>
    <message>
      <source>What is done leaves the list of what is due. What was agreed to stays as it is; talk about it when you look at the plan together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is due</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is erased here is gone from this laptop for good. If you want a note, save it first.</source>
      <translation type="unfinished">Mae’r hyn a ddilëir yma wedi mynd o’r gliniadur hwn am byth. Os hoffech nodyn, cadwch ef yn gyntaf.</translation>
    </message>
    <message>
      <source>What is erased, and where</source>
      <translation type="unfinished">Yr hyn sy'n cael ei ddileu, ac ymhle</translation>
    </message>
    <message>
      <source>What is going well</source>
      <translation type="unfinished">Beth sy’n mynd yn dda</translation>
    </message>
    <message>
      <source>What is good?</source>
      <translation type="unfinished">Beth sy’n dda?</translation>
    </message>
    <message>
      <source>What is hard?</source>
      <translation type="unfinished">Beth sy’n anodd?</translation>
    </message>
    <message>
      <source>What is here is older than what this laptop saved last.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is here went another way than what this laptop saved last.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is inside this envelope is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is inside this envelope is not in a form this program knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is inside this file is damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is it for?</source>
      <translation type="unfinished">Ar gyfer beth y mae?</translation>
    </message>
    <message>
      <source>What is left out</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is needed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is on my mind</source>
      <translation type="unfinished">Beth sydd ar fy meddwl</translation>
    </message>
    <message>
      <source>What is on the stick is not what was written.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is the risk, and who thought about it with you?</source>
      <translation type="unfinished">Beth yw'r risg, a phwy feddyliodd amdano gyda chi?</translation>
    </message>
    <message>
      <source>What is to be shared, with whom, and who asks for it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What is unclear, or what help is missing? A few words are enough.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it is told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it would be told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What may be told at home</source>
      <translation type="unfinished">Beth gaiff ei ddweud gartref</translation>
    </message>
    <message>
      <source>What others know already is seldom confidential. Please look at the third question again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What somebody remembers, or wrote down elsewhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What sort of service is it?</source>
      <translation type="unfinished">Pa fath o wasanaeth yw e?</translation>
    </message>
    <message>
      <source>What still waits stands below.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What takes a release back always goes. Whether it costs money is what this laptop says; it may not know.</source>
      <translation type="unfinished">Mae'r hyn sy'n tynnu rhywbeth a ryddhawyd yn ôl bob amser yn mynd. Y gliniadur hwn sy'n dweud a yw'n costio arian; efallai na fydd yn gwybod.</translation>
    </message>
    <message>
      <source>What the baby did, looked at, liked and did not like. What happened just before, and just after.</source>
      <translation type="unfinished">Beth wnaeth y babi, edrych arno, ei hoffi a ddim yn ei hoffi. Beth ddigwyddodd ychydig cyn hynny, ac ychydig wedyn.</translation>
    </message>
    <message>
      <source>What the child said about each of them decides whether their own words are on it.</source>
      <translation type="unfinished">Yr hyn a ddywedodd y plentyn am bob un ohonynt sy’n penderfynu a yw ei eiriau arno.</translation>
    </message>
    <message>
      <source>What the copy leaves out</source>
      <translation type="unfinished">Beth mae’r copi’n ei hepgor</translation>
    </message>
    <message>
      <source>What the family released to early help</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What these letters bring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What they agree to</source>
      <translation type="unfinished">Yr hyn maen nhw’n cytuno iddo</translation>
    </message>
    <message>
      <source>What this answer said before (Ctrl+4)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What this cannot reach</source>
      <translation type="unfinished">Yr hyn na all hyn ei gyrraedd</translation>
    </message>
    <message>
      <source>What to do</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to do if a child may not be safe</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What to do now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What waits in the child index</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What waits there for a coordinator: entries to review, and children with two assessments</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was agreed</source>
      <translation type="unfinished">Beth a gytunwyd</translation>
    </message>
    <message>
      <source>What was agreed: for a parent or carer, in easy read, for the child, for a young person.</source>
      <translation type="unfinished">Beth a gytunwyd: i riant neu ofalwr, yn hawdd ei ddarllen, i’r plentyn, i berson ifanc.</translation>
    </message>
    <message>
      <source>What was checked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was done about it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was kept safe elsewhere, sealed, is taken back with the next connection. Until then it is there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was not handed in before is not here any more: {}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was printed, saved to a file or carried on a stick.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was read is safe here, and nothing will be here twice.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was saved as a file, printed or copied before stays where it is. Please see to that yourself.</source>
      <translation type="unfinished">Mae’r hyn a gadwyd fel ffeil, a argraffwyd neu a gopïwyd o’r blaen yn aros lle y mae. Gofalwch am hynny eich hun.</translation>
    </message>
    <message>
      <source>What was sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was taken in is safe here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was taken in stays. Please try again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was written under “Worried now?”, and that something was left unsaid.</source>
      <translation type="unfinished">Beth a ysgrifennwyd o dan “Pryderus nawr?”, a bod rhywbeth heb ei ddweud.</translation>
    </message>
    <message>
      <source>What we saw</source>
      <translation type="unfinished">Beth welson ni</translation>
    </message>
    <message>
      <source>What we saw of {name}</source>
      <translation type="unfinished">Beth welson ni o {name}</translation>
    </message>
    <message>
      <source>What will be erased from this laptop</source>
      <translation type="unfinished">Beth fydd yn cael ei ddileu o’r gliniadur hwn</translation>
    </message>
    <message>
      <source>What you keep</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you leave empty has lines to write on.</source>
      <translation type="unfinished">Mae llinellau i ysgrifennu arnyn nhw lle gadewch le gwag.</translation>
    </message>
    <message>
      <source>What you typed is still on this page.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you typed last could not be saved yet, so the record stays open. Please plug in now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you will do next</source>
      <translation type="unfinished">Beth wnewch chi nesaf</translation>
    </message>
    <message>
      <source>What you wrote here is offered to you in its topic later, as a question. Nothing is copied by itself.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you wrote stays on this laptop alone, and goes to nobody.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What you wrote together is safe on this laptop.</source>
      <translation type="unfinished">Mae’r hyn a ysgrifennoch gyda’ch gilydd yn ddiogel ar y gliniadur hwn.</translation>
    </message>
    <message>
      <source>What {names} has read already.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What {name} brings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What {name} is to {child}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When a family agrees to share an assessment with your team, it comes here with the next collection. You will see only what they agreed to.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When did you talk about it? Please write down the day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When does it end?</source>
      <translation type="unfinished">Pryd mae’n dod i ben?</translation>
    </message>
    <message>
      <source>When shall we ask again?</source>
      <translation type="unfinished">Pryd wnawn ni ofyn eto?</translation>
    </message>
    <message>
      <source>When was it written?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When were they born, or when is the baby due? Leave it empty if nobody knows.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When you cannot agree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When you have the folder they made for you, take it in here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>When you need them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is the paper kept?</source>
      <translation type="unfinished">Ble mae’r papur yn cael ei gadw?</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation type="unfinished">Ble y mae</translation>
    </message>
    <message>
      <source>Where the copy goes</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where they are brought together: which goes on?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where would you like to begin?</source>
      <translation type="unfinished">Ble hoffet ti ddechrau?</translation>
    </message>
    <message>
      <source>Which language shall we use?</source>
      <translation type="unfinished">Pa iaith wnawn ni ei defnyddio?</translation>
    </message>
    <message>
      <source>Which lines exactly? Nothing else goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which lines go</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which parent or carer is it for?</source>
      <translation type="unfinished">Ar gyfer pa riant neu ofalwr y mae?</translation>
    </message>
    <message>
      <source>Which steps are done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>While this visit lasts, open on a page without names</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who asks for it?</source>
      <translation type="unfinished">Pwy sy'n gofyn amdano?</translation>
    </message>
    <message>
      <source>Who asks?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who can open this place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who can open this place (Ctrl+Shift+K)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who did what</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who did what, and when</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who exactly is to have it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who exactly is to have it? Nothing goes to anybody else.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who heard it?</source>
      <translation type="unfinished">Pwy glywodd hyn?</translation>
    </message>
    <message>
      <source>Who helps already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who holds it is not shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is around the child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is around this child, and how close. It is part of the assessment.</source>
      <translation type="unfinished">Pwy sydd o amgylch y plentyn hwn, a pha mor agos. Mae’n rhan o’r asesiad.</translation>
    </message>
    <message>
      <source>Who is around you?</source>
      <translation type="unfinished">Pwy sydd o'th gwmpas?</translation>
    </message>
    <message>
      <source>Who is close? Who helps? You can skip this.</source>
      <translation type="unfinished">Pwy sy'n agos? Pwy sy'n helpu? Cei hepgor hyn.</translation>
    </message>
    <message>
      <source>Who is deciding?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is here</source>
      <translation type="unfinished">Pwy sydd yma</translation>
    </message>
    <message>
      <source>Who is here now?</source>
      <translation type="unfinished">Pwy sydd yma nawr?</translation>
    </message>
    <message>
      <source>Who is in the family</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is it for?</source>
      <translation type="unfinished">Ar gyfer pwy y mae?</translation>
    </message>
    <message>
      <source>Who is known already</source>
      <translation type="unfinished">Pwy sy’n hysbys yn barod</translation>
    </message>
    <message>
      <source>Who is looked for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who is saying yes? Please write their name.</source>
      <translation type="unfinished">Pwy sy’n dweud ie? Ysgrifennwch eu henw.</translation>
    </message>
    <message>
      <source>Who is signing?</source>
      <translation type="unfinished">Pwy sy’n llofnodi?</translation>
    </message>
    <message>
      <source>Who is signing? Please write their name.</source>
      <translation type="unfinished">Pwy sy’n llofnodi? Ysgrifennwch eu henw.</translation>
    </message>
    <message>
      <source>Who it is for</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who keeps the paper?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who knows them well and thought about it with you? Please write their name.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who looked at what until now is written in the damaged place, which stays as it is.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who may be there</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who may be told?</source>
      <translation type="unfinished">Pwy gaiff wybod?</translation>
    </message>
    <message>
      <source>Who may see it</source>
      <translation type="unfinished">Pwy sy’n cael ei weld</translation>
    </message>
    <message>
      <source>Who may send and receive here: checks, training, the use policy and laptops. No family’s record is ever shown to an administrator.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who read and wrote what (Ctrl+Shift+A)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who saw the certificate</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who says it?</source>
      <translation type="unfinished">Pwy sy’n ei ddweud?</translation>
    </message>
    <message>
      <source>Who sees it</source>
      <translation type="unfinished">Pwy sy'n ei gweld</translation>
    </message>
    <message>
      <source>Who sees it, as things stand</source>
      <translation type="unfinished">Pwy sy’n ei weld, fel y mae pethau</translation>
    </message>
    <message>
      <source>Who signed</source>
      <translation type="unfinished">Pwy lofnododd</translation>
    </message>
    <message>
      <source>Who the lead professional is</source>
      <translation type="unfinished">Pwy yw’r gweithiwr arweiniol</translation>
    </message>
    <message>
      <source>Who was here?</source>
      <translation type="unfinished">Pwy oedd yma?</translation>
    </message>
    <message>
      <source>Who, that knows them well, thought about it with you?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whoever can open that file and has this laptop can read your work. Print it, then delete the file.</source>
      <translation type="unfinished">Gall pwy bynnag all agor y ffeil honno ac sydd â’r gliniadur hwn ddarllen eich gwaith. Argraffwch hi, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>Whom they work for.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whom to ask</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose entry it was is shown when you ask. That is a look, and stands in the index’s own log.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose map is it?</source>
      <translation type="unfinished">Map pwy yw hwn?</translation>
    </message>
    <message>
      <source>Whose place?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose words are on this line?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whose yes is it? Usually the parent whom the child lives with. Ask your manager if they disagree.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why another phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why do you look?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why does it have to be opened?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why is it in the public interest? Please choose at least one ground.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why is no copy left?</source>
      <translation type="unfinished">Pam nad oes copi yn cael ei adael?</translation>
    </message>
    <message>
      <source>Why it went on although the guidance says to think again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why was nobody asked to agree? Please write the reason, or ask them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why: {full}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why: {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Why?</source>
      <translation type="unfinished">Pam?</translation>
    </message>
    <message>
      <source>Why? Reasons are written down for sharing and for not sharing.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wishes</source>
      <translation type="unfinished">Dymuniadau</translation>
    </message>
    <message>
      <source>With a child’s record open, the same button also opens a short record of what you saw, whom you told and what was done.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With a code they join on one laptop, within a day. Whoever recorded their check does not make the code, too: letting somebody in takes two people.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With a finger, a pen or the mouse. Delete clears it, Ctrl+Z takes the last line back.</source>
      <translation type="unfinished">Â bys, pen neu’r llygoden. Mae Delete yn ei glirio, mae Ctrl+Z yn tynnu’r llinell olaf yn ôl.</translation>
    </message>
    <message>
      <source>With it you choose new words. Everything in your place is there as you left it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the family.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With the key holders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>With your recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Without names and words that people here would try first, it is too easy to guess.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Words that come by a few letters</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Words that were changed while writing</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Works here no more</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Works without a connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Works without a connection. Anything waiting to be sent will go when you have opened it and there is a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worried about a child now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worried now?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Worries</source>
      <translation type="unfinished">Pryderon</translation>
    </message>
    <message>
      <source>Worth a thought</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Would you call it something else?</source>
      <translation type="unfinished">Fyddet ti’n ei alw’n rhywbeth arall?</translation>
    </message>
    <message>
      <source>Would you like to draw?</source>
      <translation type="unfinished">Hoffet ti dynnu llun?</translation>
    </message>
    <message>
      <source>Write about each parent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write about people at home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write about who helps</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write as you listen (Ctrl+Enter)</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write as you listen. Ctrl+Enter marks the time. None of it is in the record until you sort it into a topic.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write both down for {name}, or read them out to them, and to nobody else: whoever has the code can join as them. They choose “Join your team” on their laptop and type address and code.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write down their answer</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write down what you saw and heard.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write it down</source>
      <translation type="unfinished">Nodi hyn</translation>
    </message>
    <message>
      <source>Write it down, so that nobody hands them paper. To read it together next time, print it and keep it at work.</source>
      <translation type="unfinished">Nodwch hyn, fel nad oes neb yn rhoi papur iddyn nhw. I’w ddarllen gyda’ch gilydd y tro nesaf, argraffwch ef a’i gadw yn y gwaith.</translation>
    </message>
    <message>
      <source>Write it for each of them</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the receipt elsewhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write the words that these letters bring.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Write this review down</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writing everything anew under the new key…</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Written on {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrong words were typed at the lock</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote how two assessments in the child index were settled</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote in the record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote that a copy is not for home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote that the family said no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote that the young person decides alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote that the young person does not decide alone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote what a young person wants told at home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote what is done of the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Wrote what is sealed onto a stick, to be handed in</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Year</source>
      <translation type="unfinished">Blwyddyn</translation>
    </message>
    <message>
      <source>Yes</source>
      <translation type="unfinished">Ie</translation>
    </message>
    <message>
      <source>Yes and no are both fine.</source>
      <translation type="unfinished">Mae ie a na ill dau’n iawn.</translation>
    </message>
    <message>
      <source>Yes and no are both fine. You can change your mind.</source>
      <translation type="unfinished">Mae ie a na ill dau’n iawn. Cei di newid dy feddwl.</translation>
    </message>
    <message>
      <source>Yes, end the old one</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yes, the same. Choose a folder</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Yes. I have no worry now</source>
      <translation type="unfinished">Ydw. Does gen i ddim pryder nawr</translation>
    </message>
    <message>
      <source>Yes. I will ask for advice</source>
      <translation type="unfinished">Ydw. Byddaf yn gofyn am gyngor</translation>
    </message>
    <message>
      <source>Yesterday</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You are not sure. Who advised you?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can begin again at any time.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can close the program and come back in a day or two. Nothing is lost meanwhile.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can come back to it later.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can go back at any time: every word is saved, and the visit goes on. The question stays on this record until it is answered. Until then the assessment cannot be finished, and nothing can be erased.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can go back to the earlier form until this is finished.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can look again with more, or another spelling.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You can make a copy for the young person, if they have a safe place for it.</source>
      <translation type="unfinished">Gallwch wneud copi i’r person ifanc, os oes ganddo le diogel iddo.</translation>
    </message>
    <message>
      <source>You can pick any of the three.</source>
      <translation type="unfinished">Cei di ddewis unrhyw un o’r tri.</translation>
    </message>
    <message>
      <source>You can skip anything. You can stop when you like.</source>
      <translation type="unfinished">Cei di hepgor unrhyw beth. Cei di stopio pan fynni di.</translation>
    </message>
    <message>
      <source>You can talk about it again, or erase everything about this child.</source>
      <translation type="unfinished">Gallwch siarad amdano eto, neu ddileu popeth am y plentyn hwn.</translation>
    </message>
    <message>
      <source>You can try again now.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You choose who sees it. Tick yes or no next to each name. You can hide a line you do not want to share. You can change your mind later. Tell me and I will stop sharing it.</source>
      <translation type="unfinished">Chi sy’n dewis pwy sy’n ei weld. Ticiwch ie neu na wrth ymyl pob enw. Gallwch guddio llinell nad ydych am ei rhannu. Gallwch newid eich meddwl yn nes ymlaen. Dywedwch wrthyf ac fe wnaf roi’r gorau i’w rhannu.</translation>
    </message>
    <message>
      <source>You could talk about</source>
      <translation type="unfinished">Gallech siarad am</translation>
    </message>
    <message>
      <source>You decided not to share it, so nothing goes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You did nothing wrong. Nothing was opened and nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You do not have to carry this alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have begun to write about this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have forgotten your words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You have no recovery code yet. With one, forgotten words lose nothing: it takes two minutes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You keep no phrases yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You keep no spellings yet. Press a word with a line under it to keep it as spelled right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You last talked about who decides some time ago. Each decision is a new one: ask again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You leave share view with it, and with nothing else it can do. It does not open this place: your five words do, and they leave share view too.</source>
      <translation type="unfinished">Rydych yn gadael y golwg rhannu gyda hwn, ac ni all wneud dim arall. Nid yw’n agor y lle hwn: eich pum gair sy’n gwneud hynny, ac maen nhw’n gadael y golwg rhannu hefyd.</translation>
    </message>
    <message>
      <source>You looked at an earlier assessment. Is it still right, or is a new one needed?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You need not wait.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You need not wait. It goes on by itself, whatever you do next.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You need the letter from your authority, and this one time a connection. After that you can work without.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You recorded this person’s check. Somebody else lets them join.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You wrote down a clear risk of harm. That is nearly always reason enough. Ask your manager.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You wrote that this assessment stops, because of a worry. If that has changed, please write how.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You wrote that this assessment waits, because of a worry. If that has changed, please write how.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>You, with your words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Young person</source>
      <translation type="unfinished">Person ifanc</translation>
    </message>
    <message>
      <source>Your agreement to the use policy counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your answer</source>
      <translation type="unfinished">Dy ateb</translation>
    </message>
    <message>
      <source>Your authority asks for six digits from your phone</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority asks for six digits from your phone first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority asks for them once on each laptop and working day, before it shows what other people wrote. Your own work, and whatever you send, never waits for them.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority did not record this, because something in it is not right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority does not ask you for six digits.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority gave an order about it: it hands in what it has, and is given nothing more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has ended this laptop’s place. {tell}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has not given this program a leaflet.</source>
      <translation type="unfinished">Nid yw eich awdurdod wedi rhoi taflen i’r rhaglen hon.</translation>
    </message>
    <message>
      <source>Your authority has not listed anybody here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has noticed that this place was brought back from a backup, or stands on two laptops. What you finished is safe here and was not sent. Please ask your eCAF support before you go on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has ordered that this laptop is emptied now. What was not handed in is lost.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has ordered that this laptop is emptied once all that is finished was received. Please ask your early help team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority has taken this laptop out of use. What is finished is still handed in; nothing more comes here. Please ask your early help team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority knows a newer state of this laptop, or there are two copies of it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority said so at {when}, and is asked again each day.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority shows nothing of this to you.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority shows you nothing of this.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority’s child index says whom to ask about a child, and whether an assessment exists. It holds nothing that anybody wrote in one. It needs a connection.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority’s directory of {day}, with {count}. It is on this laptop, and can be searched without a connection. What you look for is kept nowhere.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority’s key holders</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your authority’s key holders cannot open this place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your check counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your coordinator found that out. There is nothing you need to do.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your coordinator has brought the two of you together, with the family’s yes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your decision is written down all the same. Tell whoever needs to know in your own safe way.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your early help team can bring you together.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your five words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your five words open your work</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your introduction to the CAF counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your name, the time, your reason, what you typed and what you were shown. Others read it, and you may be asked. Please look only for a child you are working with, or for a colleague who is. This laptop writes down only that you looked.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your new words</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your new words are still empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your new words open this place now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own passphrase</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own record here, which stays as long as your authority’s rules say.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your own work goes on without it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your phrases</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your place and keys</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your recovery code is made</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your recovery code was used, so its paper has been open. Please make a new one.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your service can give this help itself. Why an assessment as well?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your six digits are asked for first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your six digits from your phone are asked for first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your spellings</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your support desk can do more with a copy. Please tell them: {for_support}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your team’s local numbers have not come to this laptop yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training as a lead professional counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training in sharing information counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training in the child index counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training in this program counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training in using the CAF counts until {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your training was some time ago. Would you like somebody beside you for the first one?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words and your recovery code open it as before.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words are still empty</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words as they are now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your words of that day</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your work is safe on this laptop and still waits to be sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Youth justice</source>
      <translation type="unfinished">Cyfiawnder ieuenctid</translation>
    </message>
    <message>
      <source>Youth service</source>
      <translation type="unfinished">Gwasanaeth ieuenctid</translation>
    </message>
    <message>
      <source>ZZ99 stands for no fixed address or another country. It says more to write that into the address.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a child without a name</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a letter on what was agreed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a letter on who the lead professional is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a letter to another area</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a line from the checklist</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a note of a refusal</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a notice that an assessment begins</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a page beside the record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a parent or carer</source>
      <translation type="unfinished">rhiant neu ofalwr</translation>
    </message>
    <message>
      <source>a parent or carer (easy read)</source>
      <translation type="unfinished">rhiant neu ofalwr (hawdd ei ddarllen)</translation>
    </message>
    <message>
      <source>a parent or carer, easy to read</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a quick note that was sorted</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>a thank-you letter</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>administrator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>agreement about a form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>agreement to share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>agreement to start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>an action of the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>another signature</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ask whether they still agree</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>assessment</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>being written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>born {day}</source>
      <translation type="unfinished">ganed {day}</translation>
    </message>
    <message>
      <source>boy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>by {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>come again</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>completed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>coordinator</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>eCAF cannot start just now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>erased for ever</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>everything held about a child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>everything held about a child, for another program</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>expected {day}</source>
      <translation type="unfinished">disgwylir {day}</translation>
    </message>
    <message>
      <source>finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>finished for now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>for {all}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>girl</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>has information to share</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>helps</source>
      <translation type="unfinished">yn helpu</translation>
    </message>
    <message>
      <source>how it is kept</source>
      <translation type="unfinished">sut mae’n cael ei gadw</translation>
    </message>
    <message>
      <source>in progress</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>in {count}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is taking action</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>is the lead professional</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>it opens as your place does today, with the same words.</source>
      <translation type="unfinished">mae’n agor fel y mae eich lle heddiw, â’r un geiriau.</translation>
    </message>
    <message>
      <source>lives here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>look at it again together</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no child</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>no connection</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>none found</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not answered yet</source>
      <translation type="unfinished">heb ei ateb eto</translation>
    </message>
    <message>
      <source>not asked yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not open yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not sent: the agreement was changed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>not started</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nothing written</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>once the assessment is done</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>once the team is in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>open elsewhere</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>open here</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>opened by {by}, {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>other form</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>practitioner</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>private</source>
      <translation type="unfinished">preifat</translation>
    </message>
    <message>
      <source>received, not opened yet</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>safe keeping</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>said yes aloud</source>
      <translation type="unfinished">wedi dweud ie yn uchel</translation>
    </message>
    <message>
      <source>signed on paper</source>
      <translation type="unfinished">wedi llofnodi ar bapur</translation>
    </message>
    <message>
      <source>signed on the screen</source>
      <translation type="unfinished">wedi llofnodi ar y sgrin</translation>
    </message>
    <message>
      <source>since {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>taken back</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>team in place</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>that an assessment is about to start</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>that sharing is asked about separately, later</source>
      <translation type="unfinished">y gofynnir am rannu ar wahân, yn nes ymlaen</translation>
    </message>
    <message>
      <source>that they get a copy</source>
      <translation type="unfinished">eu bod yn cael copi</translation>
    </message>
    <message>
      <source>that they may see the record</source>
      <translation type="unfinished">y cân nhw weld y cofnod</translation>
    </message>
    <message>
      <source>that they may stop at any time</source>
      <translation type="unfinished">y cân nhw stopio ar unrhyw adeg</translation>
    </message>
    <message>
      <source>the agreement to share it ends</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the answer for {name}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the child</source>
      <translation type="unfinished">y plentyn</translation>
    </message>
    <message>
      <source>the child’s version</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the early help desk</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the family</source>
      <translation type="unfinished">y teulu</translation>
    </message>
    <message>
      <source>the family’s copy</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the form with what was written so far</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the leaflet for families</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the lines a young person wants told at home</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the record</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the sheet with a recovery code</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>the young person</source>
      <translation type="unfinished">y person ifanc</translation>
    </message>
    <message>
      <source>they said no</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>this service</source>
      <translation type="unfinished">y gwasanaeth hwn</translation>
    </message>
    <message>
      <source>to be erased for ever</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to finish</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to print</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>typed their name</source>
      <translation type="unfinished">wedi teipio eu henw</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>version {version}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>waiting to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what an assessment is</source>
      <translation type="unfinished">beth yw asesiad</translation>
    </message>
    <message>
      <source>what is to be shared, with whom, and who asked</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>what was decided</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>when something may have to be told without a yes</source>
      <translation type="unfinished">pryd y gall fod rhaid dweud rhywbeth heb gael ie</translation>
    </message>
    <message>
      <source>whether a law or a court asks for it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether it is confidential</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether it is the right information, in the right way</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether it says who somebody is</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether the person was told</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether the public interest is strong enough</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether there is a good purpose</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>whether they agreed</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>who can see it</source>
      <translation type="unfinished">pwy sy’n cael ei weld</translation>
    </message>
    <message>
      <source>your new laptop alone can open it.</source>
      <translation type="unfinished">dim ond eich gliniadur newydd all ei agor.</translation>
    </message>
    <message>
      <source>your parents or carers</source>
      <translation type="unfinished">dy rieni neu dy ofalwyr</translation>
    </message>
    <message>
      <source>{0} was removed.</source>
      <translation type="unfinished">Tynnwyd {0}.</translation>
    </message>
    <message>
      <source>{answer} out of 10</source>
      <translation type="unfinished">{answer} allan o 10</translation>
    </message>
    <message>
      <source>{authority} erased every copy for ever at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{authority} erased for ever what had been released. The desk keeps it no more.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{authority} has {keys} for this. Two of a key’s three holders can open it together, never one alone.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{authority} ordered it. {what} {ask}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{authority} received what you wrote about {name}, at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{authority}: {copies}, for safe keeping and for the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{by} at the desk has heard of it, on a stick at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{by} has opened what you wrote about {name}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} accounts</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} actions of the plan</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} ago</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} and every sealed copy were looked at.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} came from a sealed copy.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} could not be read here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} could not be taken in. Please ask for it again.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} in the database, {copies} lost or changed. Nothing was changed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} lines</source>
      <translation type="unfinished">{count} llinell</translation>
    </message>
    <message>
      <source>{count} of this version is not shown here.</source>
      <translation type="unfinished">Nid yw {count} o’r fersiwn hwn yn cael ei ddangos yma.</translation>
    </message>
    <message>
      <source>{count} on the stick, written and read back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} services</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} signatures came whose assessments are not here yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} signatures that were added afterwards wait for the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} signatures that were added since wait to be sent. They go by themselves.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} signatures were added since, and received</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} would stay unchanged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count} {verb} for the desk.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count}, {size} MB, compared with what was written. It is in {folder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count}, {size} MB, read back and compared. {words}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{count}. They can wait.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{course}: done on {day}, counts until {until}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{course}: done on {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{course}: missing, and needed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{damaged_pages} of {count} of the database were damaged.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{day}: a copy for {reader} was opened to be printed.</source>
      <translation type="unfinished">{day}: agorwyd copi ar gyfer {reader} i’w argraffu.</translation>
    </message>
    <message>
      <source>{day}: a copy for {reader} was saved as a file.</source>
      <translation type="unfinished">{day}: cadwyd copi ar gyfer {reader} fel ffeil.</translation>
    </message>
    <message>
      <source>{day}: not on paper at home, for {reader}.</source>
      <translation type="unfinished">{day}: nid ar bapur gartref, ar gyfer {reader}.</translation>
    </message>
    <message>
      <source>{form}, not finished</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{form}, version {version}, by {name}, {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{found} shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{gone} were erased for ever, and not kept here.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{hold} ({count} held back)</source>
      <translation type="unfinished">{hold} ({count} wedi’u dal yn ôl)</translation>
    </message>
    <message>
      <source>{how}, {when}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{known} Asked at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{known} Settled at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{known} here already</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left} could not be opened</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left} had no room in it: bring the receipt, then write another.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{left} to sort.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{lines} held back from everyone</source>
      <translation type="unfinished">{lines} wedi’u dal yn ôl rhag pawb</translation>
    </message>
    <message>
      <source>{minutes} minutes</source>
      <translation type="unfinished">{minutes} munud</translation>
    </message>
    <message>
      <source>{more} older ones are counted above and not listed.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{names} and {names_2}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{names} and {shown}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{names} and {what} came back.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{names} said</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is added. The adults, the home and who helps are in the new record.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is off the list. Nothing goes to them.</source>
      <translation type="unfinished">Mae {name} oddi ar y rhestr. Does dim yn mynd atyn nhw.</translation>
    </message>
    <message>
      <source>{name} wrote in the checklist on {day}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}, {capacity}: {what} on {day}</source>
      <translation type="unfinished">{name}, {capacity}: {what} ar {day}</translation>
    </message>
    <message>
      <source>{name}: has not signed it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: has signed it</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: no. Open that record to keep a note and erase it.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name}: yes.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{new} new</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{next_step} Until then keep both papers: the old words open it, or else the new ones.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} answer</source>
      <translation type="unfinished">{number} ateb</translation>
    </message>
    <message>
      <source>{number} answers</source>
      <translation type="unfinished">{number} ateb</translation>
    </message>
    <message>
      <source>{number} assessment</source>
      <translation type="unfinished">{number} asesiad</translation>
    </message>
    <message>
      <source>{number} assessments</source>
      <translation type="unfinished">{number} asesiad</translation>
    </message>
    <message>
      <source>{number} byte</source>
      <translation type="unfinished">{number} beit</translation>
    </message>
    <message>
      <source>{number} bytes</source>
      <translation type="unfinished">{number} beit</translation>
    </message>
    <message>
      <source>{number} child</source>
      <translation type="unfinished">{number} plentyn</translation>
    </message>
    <message>
      <source>{number} children</source>
      <translation type="unfinished">{number} o blant</translation>
    </message>
    <message>
      <source>{number} children came back without their own entries. Please look whether the name is right.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} day</source>
      <translation type="unfinished">{number} diwrnod</translation>
    </message>
    <message>
      <source>{number} days</source>
      <translation type="unfinished">{number} diwrnod</translation>
    </message>
    <message>
      <source>{number} draft</source>
      <translation type="unfinished">{number} drafft</translation>
    </message>
    <message>
      <source>{number} drafts</source>
      <translation type="unfinished">{number} drafft</translation>
    </message>
    <message>
      <source>{number} envelope</source>
      <translation type="unfinished">{number} amlen</translation>
    </message>
    <message>
      <source>{number} envelopes</source>
      <translation type="unfinished">{number} amlen</translation>
    </message>
    <message>
      <source>{number} families who had not agreed to be recorded yet were on it too.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} fault</source>
      <translation type="unfinished">{number} nam</translation>
    </message>
    <message>
      <source>{number} faults</source>
      <translation type="unfinished">{number} nam</translation>
    </message>
    <message>
      <source>{number} file</source>
      <translation type="unfinished">{number} ffeil</translation>
    </message>
    <message>
      <source>{number} files</source>
      <translation type="unfinished">{number} ffeil</translation>
    </message>
    <message>
      <source>{number} finished and released</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} finished record</source>
      <translation type="unfinished">{number} cofnod gorffenedig</translation>
    </message>
    <message>
      <source>{number} finished records</source>
      <translation type="unfinished">{number} o gofnodion gorffenedig</translation>
    </message>
    <message>
      <source>{number} gap</source>
      <translation type="unfinished">{number} bwlch</translation>
    </message>
    <message>
      <source>{number} gaps</source>
      <translation type="unfinished">{number} bwlch</translation>
    </message>
    <message>
      <source>{number} here, {new} new.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} key</source>
      <translation type="unfinished">{number} allwedd</translation>
    </message>
    <message>
      <source>{number} keys</source>
      <translation type="unfinished">{number} allwedd</translation>
    </message>
    <message>
      <source>{number} later signature</source>
      <translation type="unfinished">{number} llofnod diweddarach</translation>
    </message>
    <message>
      <source>{number} later signatures</source>
      <translation type="unfinished">{number} llofnod diweddarach</translation>
    </message>
    <message>
      <source>{number} line</source>
      <translation type="unfinished">{number} llinell</translation>
    </message>
    <message>
      <source>{number} lines</source>
      <translation type="unfinished">{number} llinell</translation>
    </message>
    <message>
      <source>{number} lines go.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} month</source>
      <translation type="unfinished">{number} mis</translation>
    </message>
    <message>
      <source>{number} months</source>
      <translation type="unfinished">{number} mis</translation>
    </message>
    <message>
      <source>{number} new question</source>
      <translation type="unfinished">{number} cwestiwn newydd</translation>
    </message>
    <message>
      <source>{number} new questions</source>
      <translation type="unfinished">{number} cwestiwn newydd</translation>
    </message>
    <message>
      <source>{number} of {number_2}</source>
      <translation type="unfinished">{number} o {number_2}</translation>
    </message>
    <message>
      <source>{number} page</source>
      <translation type="unfinished">{number} tudalen</translation>
    </message>
    <message>
      <source>{number} pages</source>
      <translation type="unfinished">{number} tudalen</translation>
    </message>
    <message>
      <source>{number} people</source>
      <translation type="unfinished">{number} o bobl</translation>
    </message>
    <message>
      <source>{number} person</source>
      <translation type="unfinished">{number} person</translation>
    </message>
    <message>
      <source>{number} private note</source>
      <translation type="unfinished">{number} nodyn preifat</translation>
    </message>
    <message>
      <source>{number} private notes</source>
      <translation type="unfinished">{number} o nodiadau preifat</translation>
    </message>
    <message>
      <source>{number} record</source>
      <translation type="unfinished">{number} cofnod</translation>
    </message>
    <message>
      <source>{number} records</source>
      <translation type="unfinished">{number} cofnod</translation>
    </message>
    <message>
      <source>{number} sealed copies</source>
      <translation type="unfinished">{number} o gopïau wedi’u selio</translation>
    </message>
    <message>
      <source>{number} sealed copy</source>
      <translation type="unfinished">{number} copi wedi’i selio</translation>
    </message>
    <message>
      <source>{number} service</source>
      <translation type="unfinished">{number} gwasanaeth</translation>
    </message>
    <message>
      <source>{number} services</source>
      <translation type="unfinished">{number} gwasanaeth</translation>
    </message>
    <message>
      <source>{number} shown</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} shown. {spoken}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} stroke</source>
      <translation type="unfinished">{number} strôc</translation>
    </message>
    <message>
      <source>{number} strokes</source>
      <translation type="unfinished">{number} strôc</translation>
    </message>
    <message>
      <source>{number} that had come here were erased for ever since.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{number} year</source>
      <translation type="unfinished">{number} flwyddyn</translation>
    </message>
    <message>
      <source>{number} years</source>
      <translation type="unfinished">{number} o flynyddoedd</translation>
    </message>
    <message>
      <source>{one} and {other}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{paper} is open in another program</source>
      <translation type="unfinished">{paper}: ar agor mewn rhaglen arall</translation>
    </message>
    <message>
      <source>{paper} is saved</source>
      <translation type="unfinished">{paper}: wedi’i gadw</translation>
    </message>
    <message>
      <source>{person} may be told {count}, since {day}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{place}. The same number stands on your recovery paper.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{received} received</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{records} and {drafts} are new on this laptop.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{refused} could not be opened and were put aside.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{refused} could not be opened; the row says why.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{reviews} to review, {pairs} to settle</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{said}, all but {lines}</source>
      <translation type="unfinished">{said}, pob un ond {lines}</translation>
    </message>
    <message>
      <source>{said}, once the end date is a whole day</source>
      <translation type="unfinished">{said}, unwaith y bydd y dyddiad gorffen yn ddiwrnod cyfan</translation>
    </message>
    <message>
      <source>{said}, until {day}</source>
      <translation type="unfinished">{said}, tan {day}</translation>
    </message>
    <message>
      <source>{said}, until {day}, all but {lines}</source>
      <translation type="unfinished">{said}, tan {day}, pob un ond {lines}</translation>
    </message>
    <message>
      <source>{saved}. This version stands under “Earlier words”.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{sealed} sealed, {received} received, {waiting} waiting, {set_aside} put aside</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{seconds} seconds</source>
      <translation type="unfinished">{seconds} eiliad</translation>
    </message>
    <message>
      <source>{set_aside} could not be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{set_aside} not sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{source}, about “{asked}”</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{stage}, open now</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{state}, since {since}. Ask {holder}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{state}, since {since}. Who holds it is not shown: ask your early help team.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{time} on {day}</source>
      <translation type="unfinished">{time} ar {day}</translation>
    </message>
    <message>
      <source>{title}: what would change</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{until} Some may ask to stay until {year}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{waiting} waiting</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{waiting} waiting to be sent</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{waiting} waiting, as this connection costs money</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what} ({why})</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what} could not be saved there.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what}, for {reader}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{what}, version {version}, finished {when}: {came}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{when}, by {who}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where}, made on {day}. Only the newest one opens this place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{where}. Only the newest one opens this place.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{whose} {what}, finished on {day}, was on it and never sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{whose} {what}, last written on {day}, was on it and never sent.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who} opened a shielded child’s whole entry at {when}.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{who}. Line manager: {manager}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{words_far} {seconds} s. Please leave the laptop switched on.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{words} of {child}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“Worried now?” was pressed at {when}. What was done about it?</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“Worried now?” was pressed here. What was done about it? Please write it down first.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{name}”, and this folder: {folder}</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}” is in the plan now, as a service to ask. Nobody has been asked or told anything yet.</source>
      <translation type="unfinished" />
    </message>
    <message>
      <source>“{}” is right: keep it as my word</source>
      <translation type="unfinished">Mae “{}” yn iawn: ei gadw fel fy ngair i</translation>
    </message>
  </context>
</TS>
