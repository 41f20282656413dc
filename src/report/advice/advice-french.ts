// What to do about data that was lost, in French. In: nothing. Out: a text for each topic, the same as in English.

import type { AdviceTopic } from './advice-topics.ts';

export const frenchAdvice: Readonly<Record<AdviceTopic, string>> = {
  passwords:
    'Changez-le là où il servait, et partout où vous utilisez le même ou presque : chaque fois un autre, long, gardé par un gestionnaire de mots de passe. Activez la connexion en deux étapes, d’abord pour votre messagerie.',
  secretAnswers:
    'Partout où ces réponses ouvrent un compte, choisissez-en d’autres ; une réponse inventée vaut une vraie.',
  tokens:
    'Déconnectez tous les appareils dans les réglages du compte, reconnectez-vous, et renouvelez les clés confiées à des programmes.',
  cards:
    'Faites opposition auprès de votre banque et lisez vos relevés : un paiement que vous n’avez pas ordonné est remboursé si vous le signalez tout de suite, et au plus tard 13 mois après.',
  bankAccounts:
    'Guettez sur vos relevés les prélèvements inconnus : votre banque les rembourse sans justification pendant 8 semaines, et pendant 13 mois si vous ne les avez jamais autorisés. Elle peut aussi n’accepter que les créanciers que vous nommez.',
  socialSecurity:
    'Ce numéro reste le vôtre à vie. Consultez de temps en temps vos comptes d’assurance maladie, d’allocations et de retraite, et ne répondez à aucun message sur une nouvelle carte Vitale, un remboursement ou un droit qui expire.',
  papers:
    'Quelqu’un pourrait se faire passer pour vous. Demandez à l’autorité qui a délivré la pièce s’il faut la remplacer, n’en envoyez pas de copie sans nécessité, et portez plainte aussitôt si un contrat ou un compte apparaît à votre nom.',
  intimate:
    'Si quelqu’un menace de le faire savoir : ne payez pas, ne répondez pas, gardez le message et portez plainte.',
  cardParts:
    'Personne ne peut payer avec cela seul. Qui vous cite ces chiffres au téléphone n’est pas pour autant votre banque : raccrochez et appelez le numéro inscrit sur votre carte.',
  money:
    'Attendez-vous à des offres et à des appels adaptés à vos moyens. Votre banque ne demande jamais un code, ni un virement vers un compte sûr.',
  emails:
    'Attendez-vous à des messages trompeurs. Ne suivez aucun lien que vous n’avez pas demandé : ouvrez le site vous-même. Donnez à votre messagerie un mot de passe qui ne sert qu’à elle.',
  phones:
    'Attendez-vous à des appels et à des SMS trompeurs. Ne donnez jamais un code reçu ; raccrochez, et rappelez à un numéro que vous connaissez. Si votre téléphone perd soudain le réseau, appelez votre opérateur.',
  addresses:
    'Attendez-vous à des lettres, à des colis et à des visites d’allure officielle. Vérifiez auprès de l’expéditeur avant de payer ou de signer.',
  birth:
    'Cela sert souvent à vous reconnaître : ne l’employez dans aucun mot de passe ni aucune réponse secrète, et ne vous fiez pas à un appel parce qu’on y connaît cela.',
  accounts:
    'Vos comptes peuvent désormais être reliés entre eux ou à votre nom. Méfiez-vous des inconnus et des faux amis ; regardez qui peut voir vos profils.',
  family:
    'Prévenez vos proches : quelqu’un peut se faire passer pour l’un de vous, en difficulté et à court d’argent.',
  work: 'Attendez-vous à de faux recruteurs et à de faux collègues. Aucun employeur honnête ne demande d’argent, ni vos coordonnées bancaires avant qu’il y ait un contrat.',
  photos:
    'Une image peut servir à un faux profil. Si vous en trouvez un, signalez-le au site et demandez sa suppression.',
  vehicles:
    'Attendez-vous à de fausses amendes. S’il en vient de vraies pour des lieux où vous n’étiez pas, portez plainte pour usurpation de plaques.',
  traces: 'Il n’y a rien à changer. Cela dit à peu près où vous étiez, ou quel appareil vous utilisiez.',
  deaths:
    'Si les fichiers disent à tort que quelqu’un est décédé, demandez à l’organisme de le corriger : c’est votre droit.',
  aboutYou: 'Il n’y a rien à changer. Cela rend les messages trompeurs plus crédibles.',
  other: 'Ne vous fiez pas à un message ou à un appel parce qu’on y connaît cela.',
};
