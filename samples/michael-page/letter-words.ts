/**
 * The sentences cover letters are put together from, in three languages. `{}` marks where a value
 * of the writer or of a referee goes.
 */
import { escaped } from '../sql-text.ts';
import type { Locale } from './names.ts';

export interface LetterWords {
  greetings: Uint8Array[];
  paragraphs: Uint8Array[];
  /** parts before, between and after the writer's address and telephone */
  byMail: Uint8Array[][];
  byMailAndPhone: Uint8Array[][];
  /** parts before, between and after a referee's name and address */
  referee: Uint8Array[][];
  closings: Uint8Array[];
}

interface Source {
  greetings: string[];
  paragraphs: string[];
  byMail: string[];
  byMailAndPhone: string[];
  referee: string[];
  closings: string[];
}

const sources: Record<Locale, Source> = {
  en: {
    greetings: [
      'Dear Sir or Madam,',
      'Dear Hiring Manager,',
      'To whom it may concern,',
      'Hello,',
      'Dear recruitment team,',
    ],
    paragraphs: [
      "I am writing to apply for the position advertised on your website. I've spent the last six years in a similar role and I'm confident that my experience matches what you're looking for.",
      "In my current job I lead a team of eight and report directly to the regional director. Over the past two years we've cut month-end closing from nine days to four, and the auditors' remarks from 23 to 2.",
      'My manager describes me as "calm under pressure"; I\'d say I simply like to know where things stand. When our largest supplier failed in 2014, I rebuilt the sourcing plan in eleven days.',
      "I hold a degree in business administration and am part-qualified (CIMA). I speak French and German well enough to negotiate, and I don't mind travelling up to 40% of the time.",
      "What attracts me to this vacancy is the mix of hands-on work and project responsibility. I've followed the company's growth for some time and believe I could contribute from day one.",
      "I'm currently on a three-month notice period, though this is negotiable. My salary expectation is between 42,000 and 48,000 per year, depending on the package.",
      "Please find my CV attached. You'll see from it that I changed sectors twice; both moves were deliberate, and in both cases I was promoted within eighteen months.",
      "Outside work I coach an under-12 rugby side and I'm treasurer of a small housing association, which taught me more about difficult conversations than any training course.",
      'Reference: advert no. 4001928374, seen on 12/09/2016. I would be available for an interview at any time from the 26th, mornings preferred.',
    ],
    byMail: [
      'You can reach me at {}.',
      "My e-mail address is {}, please don't use the old one.",
      'Contact: {}',
      'Feel free to write to me ({}).',
      'E-mail:\r\n{}\r\n',
    ],
    byMailAndPhone: [
      'You can reach me at {} or on {}.',
      'Tel/e-mail: {} / {}',
      'Please write to <{}> or ring me on {} after 6pm.',
      'Contact details:\r\n{}\r\n{}',
    ],
    referee: [
      'My former manager, {}, has agreed to act as a referee: {}.',
      'References: {} ({})',
      "You're welcome to contact {}, who supervised me for three years, at {}, for a reference.",
    ],
    closings: [
      'Yours faithfully,',
      'Yours sincerely,',
      'Kind regards,',
      'I look forward to hearing from you.',
      'Best wishes',
    ],
  },
  fr: {
    greetings: [
      'Madame, Monsieur,',
      'Bonjour,',
      'Madame, Monsieur le responsable du recrutement,',
      "À l'attention du service recrutement",
    ],
    paragraphs: [
      "Actuellement en poste depuis six ans dans une entreprise du secteur, je souhaite aujourd'hui donner un nouvel élan à ma carrière et vous propose ma candidature pour le poste publié sur votre site.",
      "J'encadre une équipe de huit personnes et je rends compte directement à la direction régionale. En deux ans, nous avons ramené la clôture mensuelle de neuf à quatre jours et divisé par dix les réserves des commissaires aux comptes.",
      "Mon responsable me décrit comme quelqu'un de « calme sous la pression » ; je dirais plutôt que j'aime savoir où l'on va. Lorsque notre premier fournisseur a déposé le bilan, j'ai reconstruit le plan d'achat en onze jours.",
      "Titulaire d'un master en gestion obtenu à l'université, je parle couramment l'anglais et l'allemand, et les déplacements ne me font pas peur (jusqu'à 40 % du temps).",
      "Ce qui m'attire dans cette offre, c'est l'équilibre entre le terrain et la conduite de projet. Je suis l'évolution de votre client depuis longtemps et je pense pouvoir être utile dès le premier jour.",
      'Je suis soumis à un préavis de trois mois, négociable. Mes prétentions se situent entre 38 000 et 44 000 euros bruts annuels, selon les avantages.',
      "Vous trouverez ci-joint mon CV. J'ai changé deux fois de secteur : c'était à chaque fois un choix, et à chaque fois j'ai été promue dans les dix-huit mois.",
      "En dehors du travail, j'entraîne une équipe de handball et je tiens la trésorerie d'une petite association ; on y apprend l'écoute mieux qu'en formation.",
      'Annonce n° 4001928374 vue le 12/09/2016. Je suis disponible pour un entretien à partir du 26, de préférence le matin.',
    ],
    byMail: [
      "Vous pouvez m'écrire à {}.",
      'Mon adresse : {}',
      "Merci de me répondre à l'adresse {}, l'ancienne n'étant plus valable.",
      'Courriel :\r\n{}\r\n',
    ],
    byMailAndPhone: [
      "Je suis joignable à l'adresse {} ou au {}.",
      'Mél. {} - Tél. {}',
      "N'hésitez pas à m'écrire ({}) ou à m'appeler au {}, de préférence après 18 h.",
      'Mes coordonnées :\r\n{}\r\n{}',
    ],
    referee: [
      'Mon ancien responsable, {}, peut témoigner de mon travail : {}.',
      'Références : {} ({})',
      "Vous pouvez contacter {}, qui m'a encadrée pendant trois ans, à l'adresse {}, de ma part.",
    ],
    closings: [
      "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
      'Cordialement,',
      'Bien à vous,',
      "Dans l'attente de votre réponse, je vous adresse mes sincères salutations.",
    ],
  },
  de: {
    greetings: ['Sehr geehrte Damen und Herren,', 'Guten Tag,', 'Liebes Bewerbungsteam,'],
    paragraphs: [
      'mit großem Interesse habe ich Ihre Anzeige gelesen. Seit sechs Jahren arbeite ich in einer vergleichbaren Position und möchte mich nun beruflich verändern.',
      'Derzeit führe ich ein Team von acht Personen und berichte an die Regionalleitung. In zwei Jahren haben wir den Monatsabschluss von neun auf vier Tage verkürzt.',
      'Meine Vorgesetzte nennt mich "ruhig unter Druck"; ich würde sagen, ich weiß einfach gern, woran ich bin. Französisch und Englisch spreche ich verhandlungssicher.',
      'Meine Kündigungsfrist beträgt drei Monate zum Quartalsende. Meine Gehaltsvorstellung liegt zwischen 52.000 und 58.000 Euro im Jahr.',
      'Den Lebenslauf finden Sie im Anhang. Die beiden Branchenwechsel waren bewusste Entscheidungen; Dienstreisen bis zu 40 % der Zeit sind für mich kein Problem.',
      'Anzeige Nr. 4001928374, gesehen am 12.09.2016. Für ein Gespräch stehe ich ab dem 26. zur Verfügung, am liebsten vormittags.',
    ],
    byMail: ['Sie erreichen mich unter {}.', 'E-Mail: {}', 'Meine Adresse:\r\n{}\r\n'],
    byMailAndPhone: [
      'Sie erreichen mich unter {} oder telefonisch unter {}.',
      'Kontakt: {} / {}',
      'Schreiben Sie mir gern ({}) oder rufen Sie an: {}',
    ],
    referee: ['Als Referenz nenne ich Ihnen {}, erreichbar unter {}.', 'Referenzen: {} ({})'],
    closings: ['Mit freundlichen Grüßen', 'Beste Grüße', 'Freundliche Grüße'],
  },
};

export function createLetterWords(): Record<Locale, LetterWords> {
  return { fr: letterWords('fr'), en: letterWords('en'), de: letterWords('de') };
}

function letterWords(locale: Locale): LetterWords {
  const source = sources[locale];
  return {
    greetings: source.greetings.map(escaped),
    paragraphs: source.paragraphs.map(escaped),
    byMail: source.byMail.map(aroundValues),
    byMailAndPhone: source.byMailAndPhone.map(aroundValues),
    referee: source.referee.map(aroundValues),
    closings: source.closings.map(escaped),
  };
}

function aroundValues(text: string): Uint8Array[] {
  return text.split('{}').map(escaped);
}
