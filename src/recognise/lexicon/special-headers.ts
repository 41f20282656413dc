/*
 * What columns of special data are called, in English, French, German, Spanish, Italian, Dutch, Portuguese and Polish:
 * phrases without separators and accents. In: nothing. Out: a list for each category. Words that have an everyday
 * sense beside it (`union`, `orientation`, `race`, `traitement`, `conviction`, `rsa`) stand only in phrases, or under
 * `weak`: those count only where the values speak, too.
 */

import type { SpecialCategory } from '../special/special-category.ts';

export interface SpecialHeaders {
  strong: string;
  weak: string;
}

export const specialHeaders: Record<SpecialCategory, SpecialHeaders> = {
  health: {
    strong: `health healthstatus healthcondition medicalcondition medicalconditions medicalhistory medicalnotes medicalrecord
      diagnosis diagnoses diagnosiscode disease diseases illness allergies allergy medication medications prescription
      prescriptions icd icd9 icd10 bloodtype bloodgroup pregnancy pregnant ispregnant hivstatus mentalhealth sickleave
      sickdays sicknote vaccination vaccinated vaccine covidtest smoker bmi patientnotes symptoms treatmentplan therapy
      etatsante etatdesante sante problemedesante problemesante pathologie pathologies maladie maladies antecedentsmedicaux
      diagnostic allergie medicament medicaments ordonnance grossesse enceinte groupesanguin arretmaladie accidenttravail
      accidentdutravail cim10 ald affectionlongueduree vaccin symptomes inaptitude aptitudemedicale
      gesundheit gesundheitszustand krankheit krankheiten krankheitstage krankmeldung diagnose diagnosen allergien
      medikamente medikation schwanger schwangerschaft blutgruppe impfung impfstatus vorerkrankung vorerkrankungen
      salud estadosalud enfermedad enfermedades diagnostico alergias medicamentos embarazo gruposanguineo bajamedica vacuna
      salute statodisalute malattia malattie diagnosi allergie farmaci gravidanza grupposanguigno malattiecroniche
      gezondheid ziekte ziektes ziekmelding medicijnen zwangerschap bloedgroep saude doenca doencas alergia gravidez
      zdrowie choroba choroby rozpoznanie ciaza grupakrwi`,
    weak: 'condition treatment traitement behandlung symptom medical medecin',
  },
  disability: {
    strong: `disability disabilities disabled isdisabled disabilitystatus disabilitytype impairment specialneeds handicap
      handicaps handicape handicapee rqth reconnaissancehandicap tauxincapacite tauxdincapacite incapacite invalidite
      behinderung behinderungsgrad gradderbehinderung gdb schwerbehindert schwerbehinderung schwerbehindertenausweis
      discapacidad gradodiscapacidad minusvalia disabilita invalidita beperking arbeidshandicap deficiencia niepelnosprawnosc`,
    weak: 'accessibility adaptations amenagement',
  },
  religion: {
    strong: `religion religions religiousbelief religiousbeliefs religiousaffiliation faith churchmember churchtax baptised
      religionpratiquee confession confessionreligieuse appartenancereligieuse konfession religionszugehoerigkeit
      religionszugehorigkeit kirchensteuer kirchensteuermerkmal kirchenzugehoerigkeit creencias confesionreligiosa
      religione confessione godsdienst geloofsovertuiging kerkgenootschap religiao wyznanie halal kosher`,
    weak: 'belief beliefs church eglise kirche parish paroisse',
  },
  union: {
    strong: `tradeunion tradeunionmember tradeunionmembership unionmember unionmembership unionname uniondues labourunion
      laborunion syndicat syndicats syndique syndiquee appartenancesyndicale adhesionsyndicale organisationsyndicale
      mandatsyndical gewerkschaft gewerkschaftszugehoerigkeit gewerkschaftsmitglied betriebsratsmitglied sindicato
      afiliacionsindical sindacato iscrizionesindacale vakbond vakbondslid zwiazekzawodowy`,
    weak: 'union shopsteward steward delegue',
  },
  politics: {
    strong: `politicalparty politicalviews politicalopinion politicalopinions politicalaffiliation partymembership
      partyaffiliation votingintention votepreference opinionpolitique opinionspolitiques partipolitique engagementpolitique
      parteimitglied parteimitgliedschaft parteizugehoerigkeit politischemeinung politischeausrichtung ideologia
      ideologiapolitica afiliacionpolitica partidopolitico opinionepolitica partitopolitico politiekevoorkeur`,
    weak: 'party parti partei partido partito vote',
  },
  orientation: {
    strong: `sexualorientation sexualpreference sexualpreferences sexuality orientationsexuelle preferencesexuelle
      viesexuelle sexuelleorientierung orientacionsexual orientamentosessuale seksuelegeaardheid orientacaosexual
      orientacjaseksualna samesexpartner genderidentity`,
    weak: 'orientation interestedin lookingfor seeking',
  },
  origin: {
    strong: `ethnicity ethnicities ethnicgroup ethnicorigin ethnicbackground raceethnicity racialorigin skincolour skincolor
      ethnie origineethnique originesethniques couleurpeau couleurdepeau hautfarbe ethnischeherkunft ethnizitaet
      migrationshintergrund etnia origenetnico origineetnica etnicita colordepiel etniciteit afkomst corpele
      pochodzenieetniczne caste tribe`,
    weak: 'race races origin origine herkunft',
  },
  biometrics: {
    strong: `biometric biometrics biometricdata biometricid fingerprintimage fingerprinttemplate fingerprints facetemplate
      faceembedding facialrecognition faceid irisscan iristemplate voiceprint palmprint dna dnaprofile geneticdata
      geneticmarker genome genotype empreintesdigitales empreintedigitale donneesbiometriques biometrie adn
      fingerabdruck fingerabdruecke gesichtserkennung huelladactilar huellasdactilares improntadigitale vingerafdruk`,
    weak: 'embedding template iris',
  },
  convictions: {
    strong: `criminalrecord criminalhistory criminalrecords criminalconvictions convictionhistory priorconvictions
      hasconviction policerecord offences offenses offencecode offensecode dbscheck backgroundcheckresult arrestrecord
      arrests casierjudiciaire casierjudiciaireb2 condamnation condamnations condamnationpenale infractions
      extraitcasier vorstrafe vorstrafen fuehrungszeugnis strafregister antecedentespenales antecedentesdelictivos
      casellariogiudiziale precedentipenali reatocommesso strafblad vog antecedentescriminais karalnosc`,
    weak: 'sentence conviction convictions offence offense infraction crime delit straftat probation',
  },
  assistance: {
    strong: `socialassistance socialbenefit socialbenefits welfarebenefit welfarebenefits benefitstype incomesupport
      universalcredit foodstamps medicaid housingbenefit minimasociaux minimumsocial beneficiairersa percoitrsa allocationrsa
      droitsrsa allocationaah aidesociale aidessociales allocationlogement allocataire numallocataire numeroallocataire
      montantallocation indemnisationare sozialhilfe sozialleistung sozialleistungen buergergeld hartz4 hartziv
      arbeitslosengeld wohngeld grundsicherung ayudasocial prestacionsocial rentaminima redditodicittadinanza
      assistenzasociale bijstand bijstandsuitkering uitkering toeslagen zasilek pomocspoleczna`,
    weak: 'rsa aah apl ass are benefit benefits allocation welfare',
  },
};
