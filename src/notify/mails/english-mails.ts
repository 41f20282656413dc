// The mails in English. In: an order and the links. Out: their texts.

import type { MailedBreach, OptOutKind } from '../../register/index.ts';
import { calendarDay } from '../../report/index.ts';
import type { MailPart, MailPlaces, WriteMail } from './mail-text.ts';

export const englishMail: WriteMail = (order, places) => {
  const { link, home } = places;
  switch (order.mail) {
    case 'statement':
      return {
        subject: 'Your answer is ready',
        parts: [
          { text: 'Somebody, most likely you, asked what this address has lost in the breaches known here.' },
          { label: 'See the answer', url: link },
          { text: 'The link works once, for 24 hours. The answer stands behind it and not in this mail.' },
          { text: 'If it was not you, there is nothing to do: nobody but you has this link.' },
          ...ending(places),
        ],
      };
    case 'subscribe':
      return {
        subject: 'Confirm that you want to be told',
        parts: [
          { text: 'Somebody, most likely you, wants this address to be told when it is in a breach.' },
          { label: 'Confirm', url: link },
          { text: 'The link works once, for 24 hours. Without it nothing is kept of this address.' },
          ...ending(places),
        ],
      };
    case 'opt-out':
      return {
        subject: 'Confirm what shall happen to this address',
        parts: [
          { text: `Somebody, most likely you, asked for this: ${optOut[order.kind]}` },
          { label: 'Look at it and confirm', url: link },
          { text: 'The link works once, for 24 hours. Without it nothing changes.' },
          ...ending(places),
        ],
      };
    case 'domain':
      return {
        subject: `Confirm who keeps ${order.domain}`,
        parts: [
          {
            text: `Somebody asked to be told which addresses of ${order.domain} are in breaches, and says that the domain is theirs. This address is one that only its keepers read.`,
          },
          { label: 'Look at it and approve', url: link },
          { text: 'The link works once, for 24 hours. If you know nothing of this, do not open it.' },
          ...ending(places),
        ],
      };
    case 'notice': {
      const { breach, classes } = order;
      const what: MailPart[] = breach.isSensitive
        ? [
            {
              text: 'This address is in a breach that became known here. Which one it is says something about people, so it stands behind the link and not in this mail.',
            },
          ]
        : [
            { text: `This address is in a breach: ${breach.title}.` },
            { list: facts(breach) },
            { text: 'What it lost of you:' },
            { list: classes },
          ];
      return {
        subject: breach.isSensitive
          ? 'Your address is in a breach'
          : `Your address is in a breach: ${breach.title}`,
        parts: [
          ...what,
          { label: 'See exactly what was lost, and what to do', url: link },
          { text: `The link works once, for 30 days. After that, ask again at ${home}/` },
          { text: 'In any case:' },
          {
            list: [
              'change the password there, and wherever you used the same one',
              'switch on a second step at log-in where there is one',
              'distrust whoever writes or calls and knows these things of you',
            ],
          },
          { text: 'You get this mail because you asked to be told. To be told no more:' },
          { label: 'Unsubscribe', url: places.unsubscribe },
          ...ending(places),
        ],
      };
    }
    default:
      return {
        subject: `Addresses of ${order.domain} are in a breach: ${order.breach.title}`,
        parts: [
          {
            text: `${count(order.count)} of ${order.domain} ${order.count === 1 ? 'is' : 'are'} in a breach: ${order.breach.title}.`,
          },
          { list: facts(order.breach) },
          { text: 'Which ones they are, the API tells to your key:' },
          { label: 'Addresses of the domain', url: `${home}/api/v3/breacheddomain/${order.domain}` },
          ...ending(places),
        ],
      };
  }
};

const optOut: Readonly<Record<OptOutKind, string>> = {
  hide: 'this address is found no more by others. You still see it by a link, and so does whoever keeps its domain.',
  delete:
    'this address is taken out of all breaches, and not added to later ones. You do not see it here any more either.',
  forget:
    'this address is taken out of all breaches there are. You do not see it in them any more either. Later ones may show it.',
};

function count(addresses: number): string {
  return addresses === 1 ? 'One address' : `${addresses.toLocaleString('en-GB')} addresses`;
}

function facts({ breachDate, isDateKnown = true, domain, controllers, pwnCount }: MailedBreach): string[] {
  return [
    isDateKnown
      ? `when: ${calendarDay(breachDate, 'en')}`
      : `known since: ${calendarDay(breachDate, 'en')} at the latest`,
    ...(domain === '' ? [] : [`site: ${domain}`]),
    ...(controllers.length === 0 ? [] : [`whose data it was: ${controllers.join(', ')}`]),
    `people in it: ${pwnCount.toLocaleString('en-GB')}`,
  ];
}

function ending({ home, contact }: MailPlaces): MailPart[] {
  return [{ text: contact === null ? home : `${home}\nQuestions: ${contact}` }];
}
