// Phrases that a notice must not have, in the languages that notices are most often written in. In: nothing. Out: patterns
// by rule. All are tried on every text: none of them is a usual word of another of these languages. Sources: GDPR Art.
// 34(2) and WP 250 rev.01 on what is to be plain; CNIL and NCSC on what deceptive messages look like.

export interface Phrase {
  pattern: RegExp;
  what: string;
}

const letter = String.raw`\p{L}`;

/** Whole words; what stands in `words` may hold patterns. */
function words(of: string, flags = 'iu'): RegExp {
  return new RegExp(`(?<!${letter})(?:${of})(?!${letter})`, flags);
}

/** About what is known: in the subject, in what happened and in which data. */
export const hedges: readonly RegExp[] = [
  // the month has a capital
  words(`may|might|perhaps|possibly|potentially|presumably|allegedly`, 'u'),
  words(`Might|Perhaps|Possibly|Potentially|Presumably|Allegedly|May(?= (?:have|be|also|not))`, 'u'),
  // what everybody could read was open to all; what could have been read is a guess
  words(
    `could (?:also |even |well |perhaps |possibly )?(?:have|be(?! (?:read|reached|seen|opened|downloaded|found|accessed|copied)(?!${letter})))`,
  ),
  words(
    `could (?:also |even |well )?(?:affect|concern|harm|include|involve|contain)|(?:believed|thought|suspected) to`,
  ),
  words(`il est probable|il paraît|possiblement|sans doute|(?:a|ont|avai(?:t|ent)) pu (?:être|avoir|fuir)`),
  words(`it is possible|it is likely|it appears|it seems|appears? to have|seems? to have|likely to have`),
  words(
    `pourrai(?:t|ent|s)|peut-être|éventuellement|potentiellement|probablement|susceptibles? d(?:[’']${letter}+|e)`,
  ),
  words(`il est possible|il se peut|il semble(?:rait)?|aurai(?:t|ent) (?:été|pu|fui)|serai(?:t|ent)`),
  words(`möglicherweise|könnten?|eventuell|vielleicht|vermutlich|podrían?|posiblemente|quizás?|tal vez`),
  words(`potrebbe(?:ro)?|forse|probabilmente|mogelijk|misschien|zouden? kunnen|poderiam?|talvez`),
];

/** Instead of saying it: on a site, in a call, in another message. That something lay on a site is another matter. */
export const elsewhere: readonly RegExp[] = [
  words(
    `(?:see|visit|consult|go to|look at|refer to|log in to)[^.]{0,60}(?:web ?site|site|portal|page|account|app)`,
  ),
  words(
    `(?:available|explained|described|learn more|find out|can find|will find|(?:more|further|full|all) (?:information|details))[^.]{0,60} (?:on|at|in|from) (?:our|the|your) [^.]{0,20}(?:web ?site|site|portal|page|account|app)`,
  ),
  words(`(?:more|further|full|all) (?:information|details?)[^.]{0,40}(?:available|found|online|on request)`),
  words(
    `(?:find|get|obtain|trouverez|trouver|obtenir|obtiendrez|avoir) (?:more |further |full |plus d[’']|davantage d[’']|toutes les )(?:informations?|details?)`,
  ),
  words(`(?:call|contact|ask|write to) us (?:to (?:learn|know|find out|see)|for (?:more|details|the))`),
  words(
    `(?:told|sent|explained) (?:to you )?(?:in another|in a separate|separately|later)|frequently asked questions|faq`,
  ),
  words(
    `(?:consultez|voir|voyez|visitez|rendez-vous sur|reportez-vous|connectez-vous)[^.]{0,60}(?:site|page|portail|espace|compte|application)`,
  ),
  words(
    `(?:disponibles?|expliquée?s?|décrite?s?|détaillée?s?|consultables?|trouverez|savoir plus|(?:plus d[’']|toutes les |davantage d[’'])informations?)[^.]{0,60}sur (?:notre|le|votre) [^.]{0,20}(?:site|page|portail|espace|compte|application)`,
  ),
  words(
    `(?:appelez|contactez|interrogez|écrivez)(?:-nous| nous)? pour (?:savoir|connaître|obtenir|en savoir)`,
  ),
  words(`dans un (?:autre|prochain) (?:courrier|message|courriel)|foire aux questions`),
];

/** Named where none can stand. */
export const links: readonly RegExp[] = [
  words(
    `(?:use|follow|open|via|through|with) (?:the|this|our|your) (?:\\p{L}+ )?link|link (?:below|above|here)`,
  ),
  words(
    `(?:suivez|utilisez|ouvrez|suivre|utiliser|ouvrir) (?:le|ce|notre) lien|lien (?:ci-dessous|ci-dessus|suivant)`,
  ),
  words(
    `${letter}+ (?:dot|point|\\(dot\\)|\\[dot\\]|\\[\\.\\]) (?:com|org|net|info|eu|io|fr|uk|de|example|test)`,
  ),
  words(`${letter}+ ?(?:\\(at\\)|\\[at\\]|arobase| at ${letter}+ dot) ?${letter}+`),
];

export const attachments: readonly RegExp[] = [
  words(`attach(?:ed|ments?)|enclosed|(?:open|see|download) (?:the|this|our) (?:file|document|pdf|form)`),
  words(`pièces? jointes?|ci-joint(?:e?s?)?|(?:ouvrez|téléchargez) (?:le|la|ce|cette|notre|les)`),
  words(`download (?:the|this|our|your|it)|téléchargez|laden Sie|Anhang|adjunt[oa]s?|allegat[oi]|bijlage`),
];

export const clicks: readonly RegExp[] = [
  words(`click(?:ing|s)?|tap (?:on|here|the|below)|scan (?:the|this) (?:qr|code|barcode)|qr[- ]?code`),
  words(
    `cliqu(?:ez|er|ant)|appuyez (?:ici|sur)|(?:scannez|flashez) (?:le|ce)|klicken|haga clic|fare clic|klik`,
  ),
];

/** What people who deceive ask for. */
const askedFor = `(?:full |own |bank |card |account |personal |contact )*(?:details|data|account|cards?|date of birth|birth ?date|address|phone|telephone|numbers?|passwords?|identity|pin|codes?|name|information)`;

/** Questions and complaints may be sent. */
const notAsked = `(?!(?:own )?(?:questions?|complaints?|requests?|demandes?|réclamations?|plaintes?)(?!${letter}))`;

export const asks: readonly RegExp[] = [
  words(`(?:reply|respond|answer)(?: to)?(?: us| this| it| message| mail| e-mail| letter)* with`),
  words(
    `(?:send|give|tell|provide|submit|supply|forward|e-?mail|text) us (?:back )?(?:with )?(?:your|a copy|a photo|proof|the following) ${notAsked}${letter}+`,
  ),
  words(
    `(?:please|must|should|need to|have to|to) (?:send|submit|provide|supply|forward|e-?mail) (?:in )?(?:your|a copy of|a photo of|proof of) ${notAsked}${letter}+`,
  ),
  words(`(?:confirm|verify|validate|re-?enter|enter|type in|fill in|complete) (?:your|the form|this form)`),
  words(
    `(?:send|text|e-?mail|provide|give|state|supply|submit|enter|tell) (?:us )?(?:with )?your ${askedFor}`,
  ),
  words(
    `(?:ask|like|want|need|invite|request)(?:s|ing)? you to (?:confirm|verify|provide|send|give|enter|state|supply)`,
  ),
  words(`update your (?:own )?(?:details|data|account|information|payment|profile|contact|personal)`),
  words(`(?:log|sign) ?in (?:at|here|now|below|to (?:confirm|verify|update|check))`),
  words(
    `(?:identify|authenticate) yourself|your (?:full )?(?:details|credentials) (?:are|is) (?:needed|required)`,
  ),
  words(
    `(?:communique|fournisse|envoye|transmette|indique|donne|précise|adresse)z(?:-nous)? (?:par retour )?(?:(?:vos|votre) ${notAsked}|une copie|une photo|un justificatif)`,
  ),
  words(`(?:confirme|valide|renseigne|saisisse|tape)z (?:vos|votre|le formulaire|ce formulaire)|remplissez`),
  words(
    `(?:vérifiez|mettez à jour) (?:vos|votre) (?:données|informations|coordonnées|compte|identité|identifiants|profil)`,
  ),
  words(`(?:communiquez|fournissez|transmettez)-nous`),
  words(
    `(?:merci de|veuillez|prière de|invitons à|demandons de|devez|il faut) (?:bien vouloir )?(?:nous |vous )?(?:communiquer|fournir|envoyer|transmettre|confirmer|valider|renseigner|saisir|remplir|vérifier|indiquer|préciser|identifier|connecter) ?(?!toutes? |(?:vos|votre) (?:questions?|demandes?|réclamations?))`,
  ),
  words(`répondre[^.]{0,20} (?:avec|en (?:indiquant|donnant|joignant))`),
  words(
    `répondez(?: à ce (?:message|mail|courriel|courrier))?[^.]{0,20} (?:avec|en (?:indiquant|donnant|joignant))`,
  ),
  words(`(?:identifiez|authentifiez)-vous|connectez-vous (?:ici|pour (?:confirmer|vérifier|valider))`),
  words(`bestätigen Sie Ihre?n?|senden Sie uns Ihre?n?|confirme sus?|envíenos|confermi|ci invii|bevestig uw`),
];

export const money: readonly RegExp[] = [
  words(
    `(?:please |must |to )pay (?:us|the|a|an|now)|pay (?:a fee|the amount)|transfer (?:the|an) amount|wire (?:the|us)`,
  ),
  words(
    `versez|réglez|payez (?:la|le|les|une?|maintenant)|effectuez un (?:virement|paiement)|frais de dossier`,
  ),
];

/** What says nothing, plays down or binds. */
export const phrases: readonly Phrase[] = [
  {
    pattern: words(`sophisticated|highly skilled|state[- ]sponsored|unprecedented`),
    what: 'praises the attacker',
  },
  { pattern: words(`sophistiquée?s?|sans précédent|d[’']une rare ampleur`), what: 'praises the attacker' },
  {
    pattern: words(
      `takes? (?:the |your |our |data )*(?:security|privacy|protection|confidentiality|matter|this)[^.]{0,60}(?:very |extremely )?seriously`,
    ),
    what: 'says nothing that helps',
  },
  {
    pattern: words(`(?:prenons|prend|prenant)[^.]{0,60}(?:très |extrêmement )?au sérieux|soucieu(?:x|se) de`),
    what: 'says nothing that helps',
  },
  {
    pattern: words(
      `(?:security|privacy|protection)[^.]{0,30} is (?:very |extremely |so )?(?:important|our (?:top |first )?priority)`,
    ),
    what: 'says nothing that helps',
  },
  {
    pattern: words(
      `(?:sécurité|protection|confidentialité)[^.]{0,40} (?:est|sont|reste|constitue)[^.]{0,20}priorité`,
    ),
    what: 'says nothing that helps',
  },
  {
    pattern: words(`abundance of caution|par (?:simple )?mesure de précaution`),
    what: 'plays the matter down',
  },
  {
    pattern: words(
      `rest assured|no (?:need|reason|cause) (?:to|for) (?:worry|panic|concern)|do not worry|don[’']t worry`,
    ),
    what: 'plays the matter down',
  },
  {
    pattern: words(
      `soyez rassurée?s?|soyez assurée?s?|ne vous inquiétez pas|rassurez-vous|aucune inquiétude`,
    ),
    what: 'plays the matter down',
  },
  {
    pattern: words(`(?:only|just|merely) a (?:limited|small|few)|uniquement un nombre limité`),
    what: 'plays the matter down',
  },
  {
    pattern: words(
      `no (?:evidence|indication|sign|reason to believe)(?: that| of| the)?|n[’']avons (?:pas|aucune?) (?:de )?(?:preuve|indice)s?`,
    ),
    what: 'takes what was not looked for as not there',
  },
  {
    pattern: words(
      `some combination of|various (?:kinds of )?(?:personal )?data|certain(?:es)? (?:of your |de vos )?(?:data|données|informations)`,
    ),
    what: 'does not say which data',
  },
  {
    pattern: words(`waive|you (?:hereby )?agree|you accept|by (?:reading|continuing)|arbitration|not liable`),
    what: 'binds whoever reads it',
  },
  {
    pattern: words(
      `vous renoncez|vous acceptez|sans reconnaissance de responsabilité|dégage(?:ons)? toute responsabilité`,
    ),
    what: 'binds whoever reads it',
  },
  {
    pattern: words(
      `(?:special|exclusive) offer|discount|promo(?:tion|tional)?|newsletter|offre (?:spéciale|exclusive)|remise de`,
    ),
    what: 'advertises',
  },
  {
    pattern: words(`act now|will be (?:closed|suspended|blocked)|sera (?:fermé|suspendu|bloqué)e?`),
    what: 'threatens, as deceptive messages do',
  },
];
