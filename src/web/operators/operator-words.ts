// The words of the pages for those who run this service, in each language. In: nothing. Out: words.

import type { Role } from '../../register/index.ts';
import type { Language } from '../../report/index.ts';

export interface OperatorWords {
  overview: string;
  keys: string;
  jobs: string;
  users: string;
  log: string;
  access: string;
  roles: Record<Role, string>;
  loggedIn: (name: string, role: string) => string;
  logIn: string;
  logOut: string;
  didNotWork: string;
  notAllowed: (role: Role) => string;
  notFromHere: string;
  notSafe: string;
  noUsers: string;
  byPasskey: string;
  byCode: string;
  passkeyHint: string;
  usePasskey: string;
  name: string;
  secret: string;
  secretHint: string;
  code: string;
  codeHint: string;
  refused: string;
  tooOften: string;
  enrol: (name: string) => string;
  enrolLead: string;
  enrolOver: string;
  addPasskey: string;
  passkeyLabel: string;
  codeSetUp: string;
  codeScan: string;
  codePicture: string;
  codeOpen: string;
  codeType: string;
  codeConfirm: string;
  codeWrong: string;
  enrolled: string;
  noScript: string;
  oneCookie: string;
  cookieOnceIn: string;
}

const english: OperatorWords = {
  overview: 'Overview',
  keys: 'API keys',
  jobs: 'Failed jobs',
  users: 'Users',
  log: 'Custody log',
  access: 'My access',
  roles: { owner: 'owner', responder: 'responder', reader: 'reader', auditor: 'auditor' },
  loggedIn: (name, role) => `Logged in as ${name}, ${role}.`,
  logIn: 'Log in',
  logOut: 'Log out',
  didNotWork: 'That did not work',
  notAllowed: (role) => `The role ${role} does not allow this. That it was asked for is in the custody log.`,
  notFromHere:
    'This form is not of the session you are in. Go back, load the page again, and send it once more.',
  notSafe:
    'Users log in by TLS only, or on the machine itself. Start the service with --public-url https://… or with a certificate.',
  noUsers: 'This instance has no users yet. On its machine: tocsin user add, then tocsin user web.',
  byPasskey: 'With a passkey',
  byCode: 'With a one-time code',
  passkeyHint: 'The key on your device or security key; it needs JavaScript.',
  usePasskey: 'Use a passkey',
  name: 'Name',
  secret: 'Secret',
  secretHint: 'The one you were given when you were added.',
  code: 'One-time code',
  codeHint: 'Six digits, from the app you enrolled. Each works once.',
  refused: 'Name, secret or code are not right, or the code was used before.',
  tooOften: 'Too many tries. Wait 15 minutes.',
  enrol: (name) => `A way to log in for ${name}`,
  enrolLead:
    'Choose one of the two. This link works once; further passkeys are added when you are logged in.',
  enrolOver:
    'This link was used, is older than a day, or was replaced by another. Ask for a new one: tocsin user web.',
  addPasskey: 'Add a passkey',
  passkeyLabel: 'What you call it, such as “work laptop”',
  codeSetUp: 'Set up one-time codes',
  codeScan: 'Scan this with the app of another device:',
  codePicture: 'QR code for the app; the same stands below as text',
  codeOpen: 'Open it in the app of this device',
  codeType: 'or type this into the app:',
  codeConfirm: 'The code that the app shows now',
  codeWrong: 'That is not the code of this moment. Check the clock of the device, and type the next one.',
  enrolled: 'One-time codes are set up. Log in with your name, your secret and the next code.',
  noScript: 'Passkeys need JavaScript. One-time codes do not.',
  oneCookie: 'One cookie holds your session, and nothing else; it ends with it.',
  cookieOnceIn: 'This page sets no cookie. Logging in sets one, which holds your session and ends with it.',
};

const french: OperatorWords = {
  overview: 'Vue d’ensemble',
  keys: 'Clés d’API',
  jobs: 'Tâches en échec',
  users: 'Utilisateurs',
  log: 'Journal de conservation',
  access: 'Mes accès',
  roles: { owner: 'propriétaire', responder: 'intervenant', reader: 'lecteur', auditor: 'auditeur' },
  loggedIn: (name, role) => `Connecté en tant que ${name}, ${role}.`,
  logIn: 'Se connecter',
  logOut: 'Se déconnecter',
  didNotWork: 'Cela n’a pas fonctionné',
  notAllowed: (role) =>
    `Le rôle ${french.roles[role]} ne le permet pas. La demande est inscrite au journal de conservation.`,
  notFromHere:
    'Ce formulaire n’est pas celui de votre session. Revenez en arrière, rechargez la page et renvoyez-le.',
  notSafe:
    'La connexion n’est possible que par TLS, ou sur la machine elle-même. Lancez le service avec --public-url https://… ou avec un certificat.',
  noUsers:
    'Cette instance n’a pas encore d’utilisateur. Sur sa machine : tocsin user add, puis tocsin user web.',
  byPasskey: 'Avec une clé d’accès',
  byCode: 'Avec un code à usage unique',
  passkeyHint: 'Celle de votre appareil ou une clé de sécurité ; JavaScript est nécessaire.',
  usePasskey: 'Utiliser une clé d’accès',
  name: 'Nom',
  secret: 'Secret',
  secretHint: 'Celui qui vous a été remis lors de votre ajout.',
  code: 'Code à usage unique',
  codeHint: 'Six chiffres, de l’application que vous avez configurée. Chacun ne sert qu’une fois.',
  refused: 'Le nom, le secret ou le code est inexact, ou le code a déjà servi.',
  tooOften: 'Trop d’essais. Attendez 15 minutes.',
  enrol: (name) => `Un moyen de connexion pour ${name}`,
  enrolLead:
    'Choisissez l’un des deux. Ce lien ne sert qu’une fois ; d’autres clés d’accès s’ajoutent une fois connecté.',
  enrolOver:
    'Ce lien a servi, date de plus d’un jour ou a été remplacé par un autre. Demandez-en un nouveau : tocsin user web.',
  addPasskey: 'Ajouter une clé d’accès',
  passkeyLabel: 'Comment vous l’appelez, par exemple « portable du bureau »',
  codeSetUp: 'Configurer les codes à usage unique',
  codeScan: 'Scannez ceci avec l’application d’un autre appareil :',
  codePicture: 'Code QR pour l’application ; le même contenu figure ci-dessous en texte',
  codeOpen: 'Ouvrir dans l’application de cet appareil',
  codeType: 'ou saisissez ceci dans l’application :',
  codeConfirm: 'Le code que l’application affiche maintenant',
  codeWrong:
    'Ce n’est pas le code de cet instant. Vérifiez l’horloge de l’appareil et saisissez le code suivant.',
  enrolled:
    'Les codes à usage unique sont configurés. Connectez-vous avec votre nom, votre secret et le prochain code.',
  noScript: 'Les clés d’accès demandent JavaScript. Pas les codes à usage unique.',
  oneCookie: 'Un seul cookie garde votre session, et rien d’autre ; il finit avec elle.',
  cookieOnceIn:
    'Cette page ne dépose aucun cookie. La connexion en dépose un, qui garde votre session et finit avec elle.',
};

export const operatorWords: Readonly<Record<Language, OperatorWords>> = { en: english, fr: french };
