/*
 * Column names cut short, as systems with eight or ten characters to a name have them: en fr de es it nl. See
 * header-line.ts.
 */

import type { HeaderLine } from './header-line.ts';

export const abbreviatedHeaders: readonly HeaderLine[] = [
  { validator: 'email', weight: 5, phrases: 'eml emladdr emailadr emailad adrmail adrmel adremail mailad' },
  {
    validator: 'phone',
    weight: 5,
    phrases: `phnno phnnum phoneno1 mobno mobnum cellno telno1 telport teldom telpro telperso telpriv numport notel numtel1 telef
      tfno tlfno tfn tlf1 telefpart cell1 gsm1 telhome telwork telmob tel3`,
  },
  {
    validator: 'firstName',
    weight: 5,
    phrases:
      'fstnm frstnm firstnm fnm fstname pren prnom prenoms1 prenusu vorn vname vrnm nomb1 voorn vnaam nomepers',
  },
  {
    validator: 'lastName',
    weight: 5,
    phrases: `lstnm lastnm lnm lstname nomfam nomusu nompat nomnais nomnai nommar nachn nname famname apell apell1 apell2 cogn
      achtern anaam`,
  },
  {
    validator: 'birthDate',
    weight: 5,
    phrases: `dtbirth brthdt birthdte birthdat bdate bthdate dtnais datnai dtnai dnais datenai ddnaiss gebdt geburtsdat geburtsd
      fecnacim fchnac fnac datnas dtnasc1 datanas gebdatum`,
  },
  {
    validator: 'birthPlace',
    weight: 5,
    phrases:
      'luogonasc luogonas lugarnac lugnac lieunai lieunaisse communenais comnais locnasc gebort gebland depnais deptnaiss deptnais dptnaiss paysnais birthplc',
  },
  {
    validator: 'streetAddress',
    weight: 5,
    phrases: `addrln addrln1 addrln2 adr adr1 adr2 adr3 adrs addr3 strt strasshnr straathuisnr straathuisnummer straatnr
      strassenr strnr numvoie libvoie voie1 indir dirpostal domic calleynum plzort postcodeplaats cpville codepostalville
      zipcity capcitta cplocalite citystatezip`,
  },
  {
    validator: 'postalCode',
    weight: 5,
    phrases: 'zipcd postcd pstlz pcode cdpost codpos cpos codepost cpost pstcd',
  },
  {
    validator: 'place',
    weight: 4,
    phrases: 'cty citynm ctry cntry ctryname villenom vil pobl prov wohno wnpl ort01 land1',
  },
  { validator: 'gender', weight: 4.5, phrases: 'gndr sexcd gendercd codsexe cdsexe geschl sexocod sessocod' },
  { validator: 'salutation', weight: 4, phrases: 'civ titciv cdciv codciv salut anr titlecd' },
  {
    validator: 'maritalStatus',
    weight: 5,
    phrases:
      'mrtlstat maritalstat maritstat sitfam sitfamille sitmat famstand famst estciv estcivil statociv burgstaat',
  },
  {
    validator: 'familyStructure',
    weight: 5,
    phrases: 'nbenf nbrenf nbenfant nbrenfants nbpers numhij nrkinder anzkinder nchildren',
  },
  {
    validator: 'nationality',
    weight: 5,
    phrases: 'natlty natio nationalit staatsang staatsangeh natcod codnat cdnat',
  },
  {
    validator: 'nir',
    weight: 5,
    phrases: 'nosecsocial nosecsoc nss13 numsec nummatss insee13 nirbenef nirouvrant matss',
  },
  { validator: 'ssn', weight: 5, phrases: 'ssnno ssnnbr ssnnum socsecnbr ssnid empssn' },
  {
    validator: 'passportNumber',
    weight: 5,
    phrases: 'psprtno psprt psptno pspt passno passptno numpass nopass pssprt',
  },
  { validator: 'cardPart', weight: 5.5, phrases: 'ccexpdt cardexpdt ccexpdte cbexp cbexpdt expdtcc' },
  { validator: 'bsn', weight: 5, phrases: 'sofinr sofinummer1 bsnnum' },
  { validator: 'occupation', weight: 4.5, phrases: 'occptn prof csp1 catsocpro codcsp' },
  {
    validator: 'password',
    weight: 5,
    phrases: 'passwrd paswd pwrd pswrd motpass mtpasse kennw passwdenc userpswd',
  },
  {
    validator: 'username',
    weight: 5,
    phrases: 'usrnm usrname userid1 logname benutzerkz bname uname1 usernm1',
  },
];
