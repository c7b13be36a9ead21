<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en_GB">
  <context>
    <name>screen</name>
    <message>
      <source>A parent or carer</source>
      <translation type="unfinished">Rhiant neu ofalwr</translation>
    </message>
    <message>
      <source>A parent or carer, easy read</source>
      <translation type="unfinished">Rhiant neu ofalwr, hawdd ei ddarllen</translation>
    </message>
    <message>
      <source>An address that is to stay private.</source>
      <translation type="unfinished">Cyfeiriad sydd i aros yn breifat.</translation>
    </message>
    <message>
      <source>Back</source>
      <translation type="unfinished">Yn ôl</translation>
    </message>
    <message>
      <source>Check that it is safe to hand over. Print or give it, then delete the file.</source>
      <translation type="unfinished">Gwiriwch ei bod yn ddiogel ei roi. Argraffwch neu rhowch ef, yna dilëwch y ffeil.</translation>
    </message>
    <message>
      <source>Copies so far</source>
      <translation type="unfinished">Copïau hyd yma</translation>
    </message>
    <message>
      <source>Did the family say yes to passing it on?</source>
      <translation type="unfinished">A ddywedodd y teulu ie i’w drosglwyddo?</translation>
    </message>
    <message>
      <source>Each is made for the moment and not kept here. Every one that leaves is written down in “Who did what”.</source>
      <translation type="unfinished">Gwneir pob un ar y pryd ac nid yw’n cael ei gadw yma. Mae pob un sy’n gadael yn cael ei nodi yn “Pwy wnaeth beth”.</translation>
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
      <source>Go to the copies</source>
      <translation type="unfinished">Mynd i’r copïau</translation>
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
      <source>It is for when you have signed together, or when a checklist is the end of it.</source>
      <translation type="unfinished">Mae ar gyfer pan fyddwch wedi llofnodi gyda’ch gilydd, neu pan mai rhestr wirio yw’r diwedd.</translation>
    </message>
    <message>
      <source>It is written down that this copy is not for home.</source>
      <translation type="unfinished">Mae wedi’i nodi nad yw’r copi hwn ar gyfer y cartref.</translation>
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
      <source>Leaflet for families</source>
      <translation type="unfinished">Taflen i deuluoedd</translation>
    </message>
    <message>
      <source>Leave a copy</source>
      <translation type="unfinished">Gadael copi</translation>
    </message>
    <message>
      <source>Letter to another area</source>
      <translation type="unfinished">Llythyr i ardal arall</translation>
    </message>
    <message>
      <source>Lines you held back from anyone.</source>
      <translation type="unfinished">Llinellau a ddaliwyd yn ôl rhag unrhyw un.</translation>
    </message>
    <message>
      <source>No</source>
      <translation type="unfinished">Na</translation>
    </message>
    <message>
      <source>No lead professional is written down yet.</source>
      <translation type="unfinished">Nid oes gweithiwr arweiniol wedi’i nodi eto.</translation>
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
      <source>Not yet</source>
      <translation type="unfinished">Ddim eto</translation>
    </message>
    <message>
      <source>Notes on whom it is not safe to get in touch with.</source>
      <translation type="unfinished">Nodiadau ar bwy nad yw’n ddiogel cysylltu â nhw.</translation>
    </message>
    <message>
      <source>Notice that you are starting</source>
      <translation type="unfinished">Hysbysiad eich bod yn dechrau</translation>
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
      <source>Open to print</source>
      <translation type="unfinished">Agor i’w argraffu</translation>
    </message>
    <message>
      <source>Open to print, to keep at work</source>
      <translation type="unfinished">Agor i’w argraffu, i’w gadw yn y gwaith</translation>
    </message>
    <message>
      <source>Papers</source>
      <translation type="unfinished">Papurau</translation>
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
      <source>Please say first whether it is safe to have at home.</source>
      <translation type="unfinished">Dywedwch yn gyntaf a yw’n ddiogel ei gael gartref.</translation>
    </message>
    <message>
      <source>Please say who it goes to, and that the family said yes to it.</source>
      <translation type="unfinished">Dywedwch at bwy y mae’n mynd, a bod y teulu wedi dweud ie.</translation>
    </message>
    <message>
      <source>Print it there, then close it. The file made for that is erased after ten minutes, and when you lock or close this program. The other program and the printer may keep traces, which nobody can erase from here.</source>
      <translation type="unfinished">Argraffwch ef yno, yna caewch ef. Caiff y ffeil a wnaed ar gyfer hynny ei dileu ar ôl deg munud, a phan fyddwch yn cloi neu’n cau’r rhaglen hon. Gall y rhaglen arall a’r argraffydd gadw olion, na all neb eu dileu oddi yma.</translation>
    </message>
    <message>
      <source>Save as PDF</source>
      <translation type="unfinished">Cadw fel PDF</translation>
    </message>
    <message>
      <source>Several, or somebody else</source>
      <translation type="unfinished">Sawl un, neu rywun arall</translation>
    </message>
    <message>
      <source>Thank you</source>
      <translation type="unfinished">Diolch</translation>
    </message>
    <message>
      <source>The agreement</source>
      <translation type="unfinished">Y cytundeb</translation>
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
      <source>The child</source>
      <translation type="unfinished">Y plentyn</translation>
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
      <source>The copy</source>
      <translation type="unfinished">Y copi</translation>
    </message>
    <message>
      <source>The family have not said yes to start yet.</source>
      <translation type="unfinished">Nid yw’r teulu wedi dweud ie i ddechrau eto.</translation>
    </message>
    <message>
      <source>The family’s copies</source>
      <translation type="unfinished">Copïau’r teulu</translation>
    </message>
    <message>
      <source>The letter</source>
      <translation type="unfinished">Y llythyr</translation>
    </message>
    <message>
      <source>The plan</source>
      <translation type="unfinished">Y cynllun</translation>
    </message>
    <message>
      <source>The reviews</source>
      <translation type="unfinished">Yr adolygiadau</translation>
    </message>
    <message>
      <source>The young person</source>
      <translation type="unfinished">Y person ifanc</translation>
    </message>
    <message>
      <source>There is no version yet that the family have read and agreed to.</source>
      <translation type="unfinished">Nid oes fersiwn eto y mae’r teulu wedi’i darllen a chytuno iddi.</translation>
    </message>
    <message>
      <source>There is nothing to copy yet</source>
      <translation type="unfinished">Does dim i’w gopïo eto</translation>
    </message>
    <message>
      <source>They can keep it, and show it to whom they like, so that they need not tell it all again.</source>
      <translation type="unfinished">Gallan nhw ei gadw, a’i ddangos i bwy y mynnant, fel nad oes rhaid dweud y cyfan eto.</translation>
    </message>
    <message>
      <source>Think of everyone who lives there or visits. Somebody else may read it.</source>
      <translation type="unfinished">Meddyliwch am bawb sy’n byw yno neu’n ymweld. Gall rhywun arall ei ddarllen.</translation>
    </message>
    <message>
      <source>This record is the young person’s own. Talk with the coordinator first.</source>
      <translation type="unfinished">Y person ifanc biau’r cofnod hwn. Siaradwch â’r cydlynydd yn gyntaf.</translation>
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
      <source>To whom does it go?</source>
      <translation type="unfinished">At bwy y mae’n mynd?</translation>
    </message>
    <message>
      <source>What is the risk, and who thought about it with you?</source>
      <translation type="unfinished">Beth yw'r risg, a phwy feddyliodd amdano gyda chi?</translation>
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
      <source>What was agreed: for a parent or carer, in easy read, for the child, for a young person.</source>
      <translation type="unfinished">Beth a gytunwyd: i riant neu ofalwr, yn hawdd ei ddarllen, i’r plentyn, i berson ifanc.</translation>
    </message>
    <message>
      <source>What was written under “Worried now?”, and that something was left unsaid.</source>
      <translation type="unfinished">Beth a ysgrifennwyd o dan “Pryderus nawr?”, a bod rhywbeth heb ei ddweud.</translation>
    </message>
    <message>
      <source>Which language shall we use?</source>
      <translation type="unfinished">Pa iaith wnawn ni ei defnyddio?</translation>
    </message>
    <message>
      <source>Which parent or carer is it for?</source>
      <translation type="unfinished">Ar gyfer pa riant neu ofalwr y mae?</translation>
    </message>
    <message>
      <source>Who is it for?</source>
      <translation type="unfinished">Ar gyfer pwy y mae?</translation>
    </message>
    <message>
      <source>Who the lead professional is</source>
      <translation type="unfinished">Pwy yw’r gweithiwr arweiniol</translation>
    </message>
    <message>
      <source>Why is no copy left?</source>
      <translation type="unfinished">Pam nad oes copi yn cael ei adael?</translation>
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
      <source>Yes</source>
      <translation type="unfinished">Ie</translation>
    </message>
    <message>
      <source>Your authority has not given this program a leaflet.</source>
      <translation type="unfinished">Nid yw eich awdurdod wedi rhoi taflen i’r rhaglen hon.</translation>
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
      <source>the child</source>
      <translation type="unfinished">y plentyn</translation>
    </message>
    <message>
      <source>the family</source>
      <translation type="unfinished">y teulu</translation>
    </message>
    <message>
      <source>the young person</source>
      <translation type="unfinished">y person ifanc</translation>
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
      <source>{paper} is open in another program</source>
      <translation type="unfinished">{paper}: ar agor mewn rhaglen arall</translation>
    </message>
    <message>
      <source>{paper} is saved</source>
      <translation type="unfinished">{paper}: wedi’i gadw</translation>
    </message>
  </context>
</TS>
