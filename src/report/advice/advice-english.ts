// What to do about data that was lost, in English. In: nothing. Out: a text for each topic, said to the person whose
// data it is. Sources: CNIL, "Violation de données: que faire"; Regulation (EU) 260/2012, Art. 5(3)(d), and Directive
// (EU) 2015/2366, Art. 71 and 77, on direct debits and payments.

import type { AdviceTopic } from './advice-topics.ts';

export const englishAdvice: Readonly<Record<AdviceTopic, string>> = {
  passwords:
    'Change it where it was used, and wherever you have used the same or nearly the same: each time another one, long, kept by a password manager. Turn on log-in in two steps, first of all for your mailbox.',
  secretAnswers:
    'Wherever these answers open an account, choose others; an invented answer does as well as a true one.',
  tokens:
    'Log out everywhere in the settings of the account, log in again, and renew keys that you have given to programs.',
  cards:
    'Have the card blocked and replaced by your bank, and read your statements: a payment you did not order is given back if you report it at once, 13 months after it at the latest.',
  bankAccounts:
    'Read your statements for direct debits that you do not know: your bank gives them back within 8 weeks without asking why, within 13 months if you never allowed them. It can also limit debits to creditors you name.',
  socialSecurity:
    'This number stays yours for life. Look from time to time into your accounts with health insurance, family benefits and pension, and answer no message about a new card, a refund or a right that is about to end.',
  papers:
    'Somebody could pass for you. Ask the authority that issued the paper whether to replace it, refuse to send copies of it without need, and if a contract or account appears in your name, report it to the police at once.',
  intimate:
    'Should somebody threaten to make this known: do not pay and do not answer, keep the message, report it to the police.',
  cardParts:
    'Nobody can pay with this alone. Whoever names these figures to you on the telephone is not your bank for that: hang up and call the number on your card.',
  money:
    'Expect offers and calls made to fit your means. Your bank never asks for a code, nor for a payment to a safe account.',
  emails:
    'Expect deceptive mails. Follow no link that you did not ask for: open the site by yourself. Give your mailbox a password of its own.',
  phones:
    'Expect deceptive calls and text messages. Never give a code you have received; hang up, and call back on a number that you know. If your telephone suddenly has no network, call your operator.',
  addresses:
    'Expect letters, parcels and visits that look official. Check with the sender before you pay or sign.',
  birth:
    'It is often asked for to make sure who you are: use it in no password and no secret answer, and do not trust a caller because they know it.',
  accounts:
    'Your accounts can now be tied to each other or to your name. Expect messages from strangers or false friends; look at who may see your profiles.',
  family: 'Tell your relatives: somebody may pretend to be one of you, in trouble and in need of money.',
  work: 'Expect false recruiters and false colleagues. No honest employer asks for money, or for bank details before there is a contract.',
  photos:
    'A picture can be used for a false profile. If you find one, report it to the site and ask for its removal.',
  vehicles:
    'Expect false fines. If true ones come for places where you were not, report the misuse of your plates to the police.',
  traces: 'There is nothing to change. This tells roughly where you were, or which device you used.',
  deaths:
    'If the files wrongly say that somebody has died, ask the organisation to correct it: that is a right you have.',
  aboutYou: 'There is nothing to change. This makes deceptive messages more believable.',
  other: 'Do not trust a message or a caller because they know this.',
};
