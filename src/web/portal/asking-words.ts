// The words of the pages where somebody asks by an address, and of those behind the links in mails, in each language. In:
// nothing. Out: text. What is said after a question is the same whatever is true.

import type { Language } from '../../report/index.ts';
import type { OptOutKind } from '../../register/index.ts';
import { withFrenchSpaces } from '../page/french-spaces.ts';

/** A page that asks something before it does it. */
export interface StepWords {
  title: string;
  text: string;
  button: string;
}

export interface AskingWords {
  ask: StepWords;
  askPrivacy: string;
  otherWays: string;
  withCode: string;
  withNumber: string;
  subscribe: StepWords;
  subscribeKept: string;
  optOut: StepWords;
  optOutKinds: Readonly<Record<OptOutKind, { name: string; text: string }>>;
  optOutChoice: string;
  optOutNotices: string;
  address: string;
  noAddress: string;
  noKind: string;
  wrong: string;
  notRead: string;
  sent: { title: string; text: string; next: string };
  link: {
    statement: StepWords;
    subscribe: StepWords;
    optOut: StepWords;
    domain: StepWords;
    unsubscribe: StepWords;
  };
  taken: { title: string; text: string };
  ended: { title: string; text: string };
  unknown: { title: string; text: string };
  again: string;
  subscribed: { title: string; text: string };
  optedOut: { title: string; text: string };
  approved: { title: string; text: string };
  unsubscribed: { title: string; text: string };
}

const english: AskingWords = {
  ask: {
    title: 'Am I in it?',
    text: 'Enter your e-mail address. You get a mail with a link to your answer: which breaches the address is in, what exactly was lost about you in each, and what you can do about it.',
    button: 'Send me my answer',
  },
  askPrivacy:
    'The answer goes to the address and to nobody else: this page says the same whatever is true. The address rests here sealed until the link is used, and for no more than some weeks.',
  otherWays: 'Without e-mail',
  withCode: 'I have a letter with a code',
  withNumber: 'Ask by social security number or telephone number, without telling it to anybody',
  subscribe: {
    title: 'Tell me from now on',
    text: 'You get a mail whenever your address is found in a breach that is new here. First you confirm that the address is yours, by a link that is sent to it.',
    button: 'Send me the link',
  },
  subscribeKept:
    'Kept are the address, sealed, your language and the day. You can stop it at any time by the link in each mail.',
  optOut: {
    title: 'Take me out',
    text: 'You can ask that your address be found no more. First you confirm that it is yours, by a link that is sent to it.',
    button: 'Send me the link',
  },
  optOutChoice: 'What do you wish?',
  optOutKinds: {
    hide: {
      name: 'Hide it from searches by others',
      text: 'You still see everything here, by a link sent to you; so do those who keep the domain of your address.',
    },
    delete: {
      name: 'Delete it, now and in future',
      text: 'The address is taken out of all breaches, and not added to later ones. Then you do not see it here any more either. Of it remains a keyed hash, in order to recognise it.',
    },
    forget: {
      name: 'Delete it now only',
      text: 'The address is taken out of all breaches that are here today. Then you do not see it in them any more either. If it turns up in a later one, it can be found again.',
    },
  },
  optOutNotices:
    'None of these ends a subscription to notices: use the link in them for that. Whoever is deleted in future is in no later breach, and hears of none.',
  address: 'Your e-mail address',
  noAddress: 'This is not an e-mail address: it needs an @ with something before and after it.',
  noKind: 'Choose one of the three.',
  wrong: 'Please check',
  notRead: 'The form could not be read. Fill it in again.',
  sent: {
    title: 'Look into your mailbox',
    text: 'If mail can reach the address you entered, one is on its way to it, whatever the answer is. It holds a link that works once and for 24 hours.',
    next: 'If nothing comes within some minutes, look among the unwanted mail, and check how you wrote the address. One address gets only a few mails a day.',
  },
  link: {
    statement: {
      title: 'Your answer is ready',
      text: 'It is shown once, to whoever presses the button. Then you can print or save it.',
      button: 'Show my answer',
    },
    subscribe: {
      title: 'Do you wish to be told?',
      text: 'If you press the button, you get a mail whenever your address is found in a breach that is new here. Until then nothing is kept of it.',
      button: 'Yes, tell me',
    },
    optOut: {
      title: 'Do you wish this?',
      text: 'If you press the button, this is done with your address. Until then nothing changes.',
      button: 'Yes, do it',
    },
    domain: {
      title: 'Approve the verification of this domain?',
      text: 'If you press the button, whoever asked for it will see which addresses of this domain are in breaches. Until then nobody does.',
      button: 'Approve',
    },
    unsubscribe: {
      title: 'Stop the notices?',
      text: 'If you press the button, you get no more mails about new breaches. Until then nothing changes.',
      button: 'Stop the notices',
    },
  },
  taken: {
    title: 'This link has been used',
    text: 'Each link works once, so that nobody else can use it after you. If that was not you, somebody who reads your mailbox has used it.',
  },
  ended: { title: 'This link is too old', text: 'Links in mails work for a limited time.' },
  unknown: {
    title: 'This link does not work',
    text: 'Perhaps a part of it is missing: copy it whole from the mail.',
  },
  again: 'Ask again',
  subscribed: {
    title: 'You will be told',
    text: 'You get a mail when your address is found in a new breach.',
  },
  optedOut: { title: 'Done', text: 'Your wish holds from now on.' },
  approved: { title: 'Done', text: 'The domain is verified.' },
  unsubscribed: {
    title: 'No more notices',
    text: 'No more notices will be sent. One that is on its way already may still arrive.',
  },
};

const french: AskingWords = {
  ask: {
    title: 'Suis-je concerné ?',
    text: 'Indiquez votre adresse e-mail. Vous recevrez un message avec un lien vers votre réponse : dans quelles fuites figure l’adresse, ce qui a été perdu exactement à votre sujet dans chacune, et ce que vous pouvez faire.',
    button: 'M’envoyer ma réponse',
  },
  askPrivacy:
    'La réponse va à cette adresse et à personne d’autre : cette page dit la même chose quelle que soit la vérité. L’adresse repose ici scellée jusqu’à ce que le lien ait servi, et quelques semaines tout au plus.',
  otherWays: 'Sans e-mail',
  withCode: 'J’ai une lettre avec un code',
  withNumber: 'Demander par numéro de sécurité sociale ou de téléphone, sans le dire à personne',
  subscribe: {
    title: 'M’avertir désormais',
    text: 'Vous recevrez un message chaque fois que votre adresse sera trouvée dans une fuite nouvelle ici. Vous confirmez d’abord que l’adresse est la vôtre, par un lien qui y est envoyé.',
    button: 'M’envoyer le lien',
  },
  subscribeKept:
    'Sont gardés l’adresse, scellée, votre langue et le jour. Vous pouvez y mettre fin à tout moment par le lien de chaque message.',
  optOut: {
    title: 'Me retirer',
    text: 'Vous pouvez demander que votre adresse ne soit plus trouvée. Vous confirmez d’abord qu’elle est la vôtre, par un lien qui y est envoyé.',
    button: 'M’envoyer le lien',
  },
  optOutChoice: 'Que souhaitez-vous ?',
  optOutKinds: {
    hide: {
      name: 'La cacher aux recherches des autres',
      text: 'Vous voyez toujours tout ici, par un lien qui vous est envoyé ; ceux qui gèrent le domaine de votre adresse aussi.',
    },
    delete: {
      name: 'La supprimer, maintenant et à l’avenir',
      text: 'L’adresse est retirée de toutes les fuites et n’est pas ajoutée aux suivantes. Vous non plus ne la verrez alors plus ici. Il en reste une empreinte à clé, pour la reconnaître.',
    },
    forget: {
      name: 'La supprimer maintenant seulement',
      text: 'L’adresse est retirée de toutes les fuites présentes aujourd’hui. Vous non plus ne l’y verrez alors plus. Si elle figure dans une fuite ultérieure, elle peut être trouvée de nouveau.',
    },
  },
  optOutNotices:
    'Rien de cela ne met fin à un abonnement aux avis : servez-vous pour cela du lien qu’ils contiennent. Qui se fait supprimer aussi à l’avenir n’est dans aucune fuite suivante, et n’est averti d’aucune.',
  address: 'Votre adresse e-mail',
  noAddress: 'Ce n’est pas une adresse e-mail : il y faut un @, précédé et suivi de quelque chose.',
  noKind: 'Choisissez l’une des trois.',
  wrong: 'À vérifier',
  notRead: 'Le formulaire n’a pas pu être lu. Remplissez-le de nouveau.',
  sent: {
    title: 'Regardez dans votre messagerie',
    text: 'Si l’adresse indiquée peut recevoir du courrier, un message est en route, quelle que soit la réponse. Il contient un lien qui marche une fois et pendant 24 heures.',
    next: 'Si rien n’arrive en quelques minutes, regardez parmi les indésirables, et vérifiez l’adresse. Une même adresse ne reçoit que quelques messages par jour.',
  },
  link: {
    statement: {
      title: 'Votre réponse est prête',
      text: 'Elle s’affiche une fois, pour qui appuie sur le bouton. Vous pourrez alors l’imprimer ou l’enregistrer.',
      button: 'Afficher ma réponse',
    },
    subscribe: {
      title: 'Souhaitez-vous être averti ?',
      text: 'Si vous appuyez sur le bouton, vous recevrez un message chaque fois que votre adresse sera trouvée dans une fuite nouvelle ici. D’ici là, rien n’en est conservé.',
      button: 'Oui, m’avertir',
    },
    optOut: {
      title: 'Le souhaitez-vous ?',
      text: 'Si vous appuyez sur le bouton, voici ce qui sera fait de votre adresse. D’ici là, rien ne change.',
      button: 'Oui, le faire',
    },
    domain: {
      title: 'Approuver la vérification de ce domaine ?',
      text: 'Si vous appuyez sur le bouton, qui l’a demandée verra quelles adresses de ce domaine figurent dans des fuites. D’ici là, personne.',
      button: 'Approuver',
    },
    unsubscribe: {
      title: 'Arrêter les avis ?',
      text: 'Si vous appuyez sur le bouton, vous ne recevrez plus de messages sur de nouvelles fuites. D’ici là, rien ne change.',
      button: 'Arrêter les avis',
    },
  },
  taken: {
    title: 'Ce lien a déjà servi',
    text: 'Chaque lien marche une fois, pour que personne ne s’en serve après vous. Si ce n’était pas vous, quelqu’un qui lit votre messagerie s’en est servi.',
  },
  ended: { title: 'Ce lien est trop ancien', text: 'Les liens des messages marchent un temps limité.' },
  unknown: {
    title: 'Ce lien ne marche pas',
    text: 'Peut-être en manque-t-il une partie : copiez-le en entier depuis le message.',
  },
  again: 'Demander de nouveau',
  subscribed: {
    title: 'Vous serez averti',
    text: 'Vous recevrez un message quand votre adresse sera trouvée dans une nouvelle fuite.',
  },
  optedOut: { title: 'C’est fait', text: 'Votre souhait vaut dès maintenant.' },
  approved: { title: 'C’est fait', text: 'Le domaine est vérifié.' },
  unsubscribed: {
    title: 'Plus d’avis',
    text: 'Aucun avis ne sera plus envoyé. Un message déjà en route peut encore arriver.',
  },
};

export const askingWords: Readonly<Record<Language, AskingWords>> = {
  en: english,
  fr: withFrenchSpaces(french),
};
