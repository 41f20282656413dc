// The mails in French. In: an order and the links. Out: their texts.

import type { MailedBreach, OptOutKind } from '../../register/index.ts';
import { calendarDay, frenchClass, frenchOf } from '../../report/index.ts';
import type { MailPart, MailPlaces, WriteMail } from './mail-text.ts';

export const frenchMail: WriteMail = (order, places) => {
  const { link, home } = places;
  switch (order.mail) {
    case 'statement':
      return {
        subject: 'Votre réponse est prête',
        parts: [
          {
            text: 'Quelqu’un, vous très probablement, a demandé ce que cette adresse a perdu dans les fuites connues ici.',
          },
          { label: 'Voir la réponse', url: link },
          {
            text: 'Le lien fonctionne une seule fois, pendant 24 heures. La réponse se trouve derrière lui, pas dans ce message.',
          },
          { text: 'Si ce n’était pas vous, il n’y a rien à faire : personne d’autre n’a ce lien.' },
          ...ending(places),
        ],
      };
    case 'subscribe':
      return {
        subject: 'Confirmez que vous voulez être prévenu',
        parts: [
          {
            text: 'Quelqu’un, vous très probablement, souhaite que cette adresse soit prévenue quand elle figure dans une fuite.',
          },
          { label: 'Confirmer', url: link },
          {
            text: 'Le lien fonctionne une seule fois, pendant 24 heures. Sans lui, rien n’est conservé de cette adresse.',
          },
          ...ending(places),
        ],
      };
    case 'opt-out':
      return {
        subject: 'Confirmez ce que doit devenir cette adresse',
        parts: [
          { text: `Quelqu’un, vous très probablement, a demandé ceci : ${optOut[order.kind]}` },
          { label: 'Vérifier et confirmer', url: link },
          { text: 'Le lien fonctionne une seule fois, pendant 24 heures. Sans lui, rien ne change.' },
          ...ending(places),
        ],
      };
    case 'domain':
      return {
        subject: `Confirmez qui gère ${order.domain}`,
        parts: [
          {
            text: `Quelqu’un a demandé à savoir quelles adresses ${frenchOf(order.domain)} figurent dans des fuites, et dit que le domaine lui appartient. Seuls ceux qui le gèrent lisent cette adresse.`,
          },
          { label: 'Vérifier et approuver', url: link },
          {
            text: 'Le lien fonctionne une seule fois, pendant 24 heures. Si vous n’en savez rien, ne l’ouvrez pas.',
          },
          ...ending(places),
        ],
      };
    case 'notice': {
      const { breach, classes } = order;
      const what: MailPart[] = breach.isSensitive
        ? [
            {
              text: 'Cette adresse figure dans une fuite connue ici. Son nom à lui seul en dirait trop sur une personne : il se trouve derrière le lien, pas dans ce message.',
            },
          ]
        : [
            { text: `Cette adresse figure dans une fuite : ${breach.title}.` },
            { list: facts(breach) },
            { text: 'Ce qu’elle a révélé de vous :' },
            { list: classes.map(frenchClass) },
          ];
      return {
        subject: breach.isSensitive
          ? 'Votre adresse figure dans une fuite'
          : `Votre adresse figure dans une fuite : ${breach.title}`,
        parts: [
          ...what,
          { label: 'Voir exactement ce qui a été perdu, et que faire', url: link },
          {
            text: `Le lien fonctionne une seule fois, pendant 30 jours. Ensuite, demandez de nouveau : ${home}/`,
          },
          { text: 'Dans tous les cas :' },
          {
            list: [
              'changez le mot de passe de ce site, et partout où vous utilisiez le même',
              'activez une seconde étape à la connexion là où il y en a une',
              'méfiez-vous de qui vous écrit ou vous appelle en sachant ces choses de vous',
            ],
          },
          {
            text: 'Vous recevez ce message parce que vous avez demandé à être prévenu. Pour ne plus l’être :',
          },
          { label: 'Se désabonner', url: places.unsubscribe },
          ...ending(places),
        ],
      };
    }
    default:
      return {
        subject: `Des adresses ${frenchOf(order.domain)} figurent dans une fuite : ${order.breach.title}`,
        parts: [
          { text: `${count(order.count)} ${frenchOf(order.domain)} dans une fuite : ${order.breach.title}.` },
          { list: facts(order.breach) },
          { text: 'Lesquelles, l’API le dit à votre clé :' },
          { label: 'Adresses du domaine', url: `${home}/api/v3/breacheddomain/${order.domain}` },
          ...ending(places),
        ],
      };
  }
};

const optOut: Readonly<Record<OptOutKind, string>> = {
  hide: 'que cette adresse ne soit plus trouvée par d’autres. Vous la voyez encore par un lien, et qui gère son domaine aussi.',
  delete:
    'que cette adresse soit retirée de toutes les fuites, et absente des suivantes. Vous non plus ne l’y verrez plus.',
  forget:
    'que cette adresse soit retirée de toutes les fuites connues. Vous non plus ne l’y verrez plus. Les suivantes pourront la montrer.',
};

function count(addresses: number): string {
  return addresses === 1 ? 'Une adresse' : `${addresses.toLocaleString('fr-FR')} adresses`;
}

function facts({ breachDate, isDateKnown = true, domain, controllers, pwnCount }: MailedBreach): string[] {
  return [
    isDateKnown
      ? `quand : ${calendarDay(breachDate, 'fr')}`
      : `connue : depuis le ${calendarDay(breachDate, 'fr')} au plus tard`,
    ...(domain === '' ? [] : [`site : ${domain}`]),
    ...(controllers.length === 0 ? [] : [`à qui étaient ces données : ${controllers.join(', ')}`]),
    `personnes concernées : ${pwnCount.toLocaleString('fr-FR')}`,
  ];
}

function ending({ home, contact }: MailPlaces): MailPart[] {
  return [{ text: contact === null ? home : `${home}\nQuestions : ${contact}` }];
}
