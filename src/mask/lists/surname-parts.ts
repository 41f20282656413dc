/*
 * What surnames are invented from: a beginning and an ending, by language; each pair of a language is a name that sounds
 * like one, and that nobody is known to bear. Beginnings are of two syllables for that reason: those of one make names that
 * are borne (Beaumont, Fallowfield).
 */

export const surnameParts = {
  french: {
    beginnings: `Albrev Ambriv Ardev Aubriv Barlév Bauclav Belcev Bonvar Boisrev Brémav Brissev Calvar Carniv Chabrev Chaldiv Chantev
    Clairiv Corbiv Courtav Crestav Darniv Delbrav Dormev Escariv Estrav Fontav Fourniv Garliv Grandiv Grémav Guerlav Hautriv Jarniv Jolriv
    Lambrev Landriv Larniv Lormav Malbrev Marsiv Merlav Montciv Morvav Noirev Orbriv Parliv Perdriv Plessav Pontriv Quercev Rambiv Ravriv
    Rochav Sauliv Ternav Tourniv Valbrev Vaubriv Verdiv Villav`,
    endings: `aille andier anel ard audier aulx ault eau eilh el elin enard enaud eret eroux ert erville esnes et eval iand iault ieux
    ignac illac illon inet oisel onnay oncel onval uchon uret ussac uzon`,
  },
  english: {
    beginnings: `Abberd Alderv Ambles Ashcomb Barnest Beckart Birchov Bracken Branstock Brindles Brockov Burdock Caldern Carrown Cheswick
    Cobbles Cransted Dapplec Darrown Denhov Dunmarl Eastmar Elderf Emberst Fallown Fennick Ferncot Gorsel Grendles Hadderst Hallowb
    Harrock Hawthed Hazelm Heathov Hollock Kelderm Kestrel Lambsed Larchem Linnock Maplest Marlown Merrown Mossted Netherl Oakhov
    Pendrel Quarrel Rookst Rushmer Sedgem Silverst Sparrown Stonest Tamberl Tarnock Thistlem Underf Wexcomb Willowd`,
    endings: `acre ander arden arton aven bourn by cliffe combe cote croft dale den ditch dyke ell field garth gate ham holt hurst ingham
    kirk leigh marsh mere more ness over ridge shaw stead thorpe wade wick worthy`,
  },
  german: {
    beginnings: `Ahlenb Ambrach Auerst Bachlind Barneck Birkent Blankers Brachent Brunnent Buchent Dachsel Dornent Eberlind Eichent
    Eisenlind Elsterb Erlent Falkent Farnest Fichtent Finkent Gerlachs Grafent Haselb Heident Hirschent Hollund Iltisb Kaltent Kieferl
    Kranichl Lerchent Lindent Lohent Marderst Moorent Nebelst Ottersb Pappelb Quellent Rabent Rehlind Reihert Rohrent Schilfent Silbent
    Sommert Sperlent Steinlind Tannent Taubent Thalent Ulment Wachtelb Waldent Weident Wiesent Winterb Wolfent Zeisigb`,
    endings: `alber ammer ander arth asch auer bacher beker bruch burger denk ecker egger eisen eler enau erding feldt gruber hagen hauser
    heimer hofer horst inger kamper linger macher mark mayer müller rieder rath reuter stetter taler wald wieser winkler`,
  },
  spanish: {
    beginnings: `Abedañ Alcarav Alcornet Aldañ Almendav Alvarid Arbolid Arroyad Azaril Ballestav Barrancad Berrocav Cabrañ Campañ
    Cañaved Carrascav Castañed Cerezad Ciruelad Cumbrañ Encinav Escobañ Espinañ Fontañ Fresnav Garañ Granadeñ Guijarrad Higuerañ
    Jarañ Laurelañ Lindañ Llamazav Madroñav Manzaned Marañ Molinañ Moralañ Nogalañ Olivañ Olmedañ Palmañ Pedregañ Peñalv Perañ Pinañ
    Ribañ Roblañ Romerañ Rosalañ Sabinañ Salcedañ Sotañ Tejadañ Tomillañ Torreñ Valdañ Vegañ Yedrañ Zarzañ`,
    endings: `ada adilla al alba ales amar anes ano anta aras aroz asco ate avero az edo ejo elar elles enco era ero eruelo
    eta ez iada igo illo inar ondo oso osa ueda uelos uero una urdo`,
  },
  italian: {
    beginnings: `Abetan Acquarov Alberov Altaviv Arconed Arzelan Baldaved Barbaned Bellacos Boscarov Brunaved Calvaned Campared Cantared
    Capraned Carpined Casalov Castelan Cerrated Chiaraved Collaned Cornaved Corvaned Faggiar Falconed Fontaned Frassiv Gallaned
    Gelsomed Ginestrov Grandaned Guardaved Laghed Lanared Larician Lupared Maggiar Marcaned Melograd Monteved Morared Nocellov Oleandrov
    Olmaned Orsared Palmared Passerov Pedraned Peraned Pioppan Querced Ranared Roverad Salicov Sassaned Serraved Solaned Tiglian Torraned
    Vallaned Vignared`,
    endings: `acci acco aghi aldi alli anca andi anti ardi aro asco assi atti azzi eci elli ello ena enghi eni enta eri eschi
    esi etti iani icchi ieri igo illi ini iolo isi itto occhi olini one oni otti ucci`,
  },
};
