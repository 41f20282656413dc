/*
 * Common first names of several countries, folded. Used only as a sign that a column without a telling name may hold
 * people: a third of the distinct values found here is far above chance (towns reach 5 to 14 in 100).
 */

const common = `aaron abdul abigail adam adele adrian adriana agathe agnes ahmed aisha alain alan alba albert alberto aldo alejandra
alejandro alessandra alessandro alessia alex alexander alexandra alexandre alexia alexis alfonso alfred alfredo ali alice alicia
alison allison alma alvaro amanda amandine amber amelia amelie amir amy ana anais anders andre andrea andreas andres andrew andy
angel angela angelika angelina angelo anita anja ann anna anne annette annick annie anouk anthony antje antoine antoinette anton
antonia antonio april ariane arlette armand arnaud arnold arthur astrid audrey aurelie aurore axel barbara bart bas beatrice
beatriz ben benedicte benjamin benoit bernadette bernard bernd bert bertrand beth betty beverly bianca bill birgit bjorn bob
bonnie brad bram brandon brenda brian brigitte bruce bruno bryan camille carine carl carla carlo carlos carmen carol carole
carolina caroline carolyn cathy catherine cecile cecilia celia celine cesar chantal charles charlotte chiara chloe chris
christa christelle christian christiane christina christine christoph christophe christopher cindy claire clara clarisse claude
claudia claudine claudio clement coralie corinne craig cristian cristina cynthia cyril daan dale damien dan daniel daniela daniele
danielle danny dario david dawn dean deborah debra delphine denis denise dennis derek diana diane didier diego dieter dimitri
dirk dolores dominic dominik dominique don donald donna doris dorothea dorothy douglas duncan dylan earl eddie edith edouard
eduardo edward edwin elena eleonora elias elie eliane elisa elisabeth elise elizabeth ella ellen elodie eloise elsa emanuele
emil emilia emilie emily emma emmanuel emmanuelle enrico enrique enzo eric erica erich erik erika ernest ernst esteban estelle
esther etienne eugene eva evan evelyn evelyne fabian fabien fabienne fabio fabrice fanny fatima federica federico felipe felix
ferdinand fernando filip filippo fiona flavie florence florent florian frances francesca francesco francine francis francisco
franck francois francoise frank franz fred frederic frederik frederique fritz gabriel gabriela gabriele gabrielle gael gaelle
gary gaston genevieve geoffrey george georges gerald gerard gerd gerhard gertrud ghislaine gianluca gilbert gilles gina ginette
giorgio giovanni giulia giulio giuseppe gloria gordon grace graham greg gregor gregory guillaume gunter gustav guy hamza hanna
hannah hans harald harold harry hassan heather hector heidi heike heinrich heinz helen helena helene helga helmut hendrik henri
henriette henry herbert hermann herve holger howard hubert hugo ian ibrahim ida ignacio igor ilse imane ines ingeborg ingo ingrid
irene iris irma isabel isabella isabelle ivan jack jackie jacob jacqueline jacques jaime jake james jamie jan jana jane janet
janice jared jasmin jason javier jean jeanette jeanne jeannine jeff jeffrey jenna jennifer jenny jens jeremy jerome jerry jesper
jesse jessica jesus jill jim jimmy joan joanna joaquin joe joel joelle joerg johan johann johanna johannes john johnny jonas jonathan
jordan jorge jorg jose josef joseph josephine joshua josiane joyce juan juana juanita judith judy jules julia julian juliana julie
julien juliette julio jurgen justin justine kai karen karim karin karine karl karla karsten katarina kate katharina katherine
kathleen kathryn kathy katia katja katrin kay keith kelly ken kenneth kerstin kevin khadija kim kirsten klaus konrad kristen kristin
kurt kyle lars laura laure laurence laurent laurie lea leah leila lena leo leon leonard leonardo leonie leslie lia liam lidia lieke
liliane lily linda lionel lisa lise loic lorena lorenzo lori lorraine lothar lotte louis louise luc luca lucas lucia luciano lucie
lucien lucienne ludovic luigi luis luisa lukas luke lutz lydia lydie lynn madeleine mael maelle magali manfred manon manuel manuela
marc marcel marcello marco marcus margaret margarita margaux margot marguerite maria mariam marianne marie mariela marielle marilyn
marina mario marion marisa marjorie mark markus marlene marta martha martin martina martine marvin mary maryse massimo mateo
mathias mathieu mathilde matteo matthew matthias matthieu mattia maud maurice maurizio max maxime maya megan mehdi melanie melissa
mercedes michael michaela michel michele micheline michelle miguel mike mireille miriam mohamed mohammed moritz monica monika
monique morgan morgane muriel myriam nadia nadine nancy natacha natalia natalie natasha nathalie nathan nele nicholas nick nico
nicola nicolas nicole niels nigel nils nina noah noel noemie nora norbert norma olaf oliver olivia olivier omar oscar oskar otto
owen pablo paola paolo pascal pascale patrice patricia patrick paul paula paulette pauline pedro peggy penelope peter petra philip philipp
philippe phillip phyllis pia pierre pierrette pieter pilar quentin rachel rachid rafael raffaele rainer ralf ralph ramon raphael raul
raymond raymonde rebecca regina regine reinhard remi remy rene renate renaud renee ricardo riccardo richard rick rita rob robert
roberta roberto robin rodrigo roger roland rolf romain roman ronald rosa rosario rose rosemary roxane roy ruben rudolf russell ruth
ryan sabine sabrina said salvatore sam samantha samira samuel sandra sandrine sandro sara sarah sascha scott sean sebastian
sebastien serena serge sergio severine shane shannon sharon sheila shirley sibylle sidonie sigrid silke silvia silvio simon
simona simone sofia sofie solange sonia sonja sophia sophie stacy stan stanislas stefan stefania stefanie stefano steffen steffi
stephan stephane stephanie stephen steve steven stuart susan susana susanne suzanne sven sylvain sylvia sylvie tamara tania
tanja tatiana ted teresa terry theo theodore theresa therese thibault thibaut thierry thijs thomas thorsten tiffany tim timo timothy
tina tobias todd tom tomas tommy toni tony torsten tracy travis udo ulrich ulrike ursula ute uwe valentin valentina valerie vanessa
vera veronica veronika veronique vicente victor victoria vincent vincenzo viola violette virginia virginie vivian viviane walter
wanda warren wayne wendy werner wilfried wilhelm willem william wolfgang xavier yan yann yannick yasmine yolanda yolande youssef yves
yvette yvonne zoe`;

let givenNames: ReadonlySet<string> | undefined;

/** `word` folded, see names.ts. */
export function isGivenName(word: string): boolean {
  return commonGivenNames().has(word);
}

/** All of them, folded. */
export function commonGivenNames(): ReadonlySet<string> {
  return (givenNames ??= new Set(common.split(/\s+/)));
}
