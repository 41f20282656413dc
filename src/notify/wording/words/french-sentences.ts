// The sentences of a notice in French. In: nothing. Out: a text by its key, the same as in English. `{ofOrganisation}` is
// the organisation with its "de" or "d’".

import type { NoticeWords } from './notice-words.ts';

export const frenchSentences: NoticeWords['sentences'] = {
  'organisation.name': '{organisation}',
  'organisation.unknown': 'l’organisme à qui sont ces fichiers',
  'files.all': 'les fichiers',
  'files.ours': 'notre partie des fichiers',
  'subject.from': '{subject} (avis {ofOrganisation})',
  'subject.person.first': 'Vos données personnelles ont fait l’objet d’une fuite',
  'subject.person.more': 'Fuite de vos données personnelles : d’autres données sont concernées',
  'subject.person.correction': 'Rectificatif : fuite de vos données personnelles',
  'subject.guardian.first': 'Fuite de données personnelles d’un enfant dont vous avez la charge',
  'subject.guardian.more': 'Fuite : d’autres données d’un enfant dont vous avez la charge sont concernées',
  'subject.guardian.correction': 'Rectificatif : fuite de données d’un enfant dont vous avez la charge',
  'subject.heirs.first': 'Fuite de données personnelles d’une personne décédée',
  'subject.heirs.more': 'Fuite : d’autres données d’une personne décédée sont concernées',
  'subject.heirs.correction': 'Rectificatif : fuite de données d’une personne décédée',
  'greeting.person': 'Bonjour {name},',
  'greeting.person.unnamed': 'Bonjour,',
  'greeting.guardian': 'Aux personnes qui ont la charge de {name},',
  'greeting.guardian.unnamed': 'Aux personnes qui ont la charge de l’enfant,',
  'greeting.heirs': 'À la famille de {name},',
  'greeting.heirs.unnamed': 'À la famille,',

  'event.title': 'Ce qui s’est passé',
  'event.from': 'Cet avis vous est adressé par {organisation}.',
  'event.before.more':
    'Nous vous avons déjà parlé de cette fuite. Les fichiers contiennent plus que ce que nous vous avions dit. Ce qui est nouveau vient en premier.',
  'event.before.correction':
    'Nous vous avons déjà parlé de cette fuite. Une partie de ce que nous vous avons dit était fausse. Cet avis remplace le précédent.',
  'event.usual':
    'Des fichiers de données personnelles dont nous avons la charge ont fui : ils sont tombés dans des mains qui n’y ont pas droit.',
  'event.on': 'Cela s’est passé le {day}.',
  'event.between': 'Cela s’est passé entre le {from} et le {to}.',
  'event.unknown': 'Cet avis ne peut pas encore dire quand cela s’est passé.',
  'event.found': 'La fuite a été découverte le {day}.',
  'event.chain': 'Où se trouvaient les données : {chain}.',
  'event.why.person.known':
    'Vous recevez cet avis parce que nous avons des données sur vous. Une partie est dans ces fichiers.',
  'event.why.person.former':
    'Vous recevez cet avis parce que nous avons eu, par le passé, des données sur vous. Une partie est dans ces fichiers.',
  'event.why.person.unknown':
    'Vous recevez cet avis parce que nous avons, ou avons eu par le passé, des données sur vous. Une partie est dans ces fichiers.',
  'event.why.guardian.known':
    'Vous recevez cet avis pour un enfant dont vous avez la charge. Nous avons des données sur lui. Une partie est dans ces fichiers.',
  'event.why.guardian.former':
    'Vous recevez cet avis pour un enfant dont vous avez la charge. Nous avons eu, par le passé, des données sur lui. Une partie est dans ces fichiers.',
  'event.why.guardian.unknown':
    'Vous recevez cet avis pour un enfant dont vous avez la charge. Nous avons, ou avons eu par le passé, des données sur lui. Une partie est dans ces fichiers.',
  'event.why.heirs.known':
    'Vous recevez cet avis pour une personne décédée. Nous avons des données sur elle. Une partie est dans ces fichiers.',
  'event.why.heirs.former':
    'Vous recevez cet avis pour une personne décédée. Nous avons eu, par le passé, des données sur elle. Une partie est dans ces fichiers.',
  'event.why.heirs.unknown':
    'Vous recevez cet avis pour une personne décédée. Nous avons, ou avons eu par le passé, des données sur elle. Une partie est dans ces fichiers.',

  'data.title.person': 'Vos données qui sont dans les fichiers',
  'data.title.guardian': 'Les données de l’enfant qui sont dans les fichiers',
  'data.title.heirs': 'Les données de cette personne qui sont dans les fichiers',
  'data.held.person': 'Les fichiers contiennent ceci sur vous :',
  'data.held.guardian': 'Les fichiers contiennent ceci sur l’enfant :',
  'data.held.heirs': 'Les fichiers contiennent ceci sur la personne décédée :',
  'data.new': 'Ceci est nouveau, ou va plus loin que ce que nous vous avions dit :',
  'data.before': 'Ceci, nous vous l’avons déjà dit :',
  'data.wrong': 'Nous vous avons dit que ceci était aussi dans les fichiers. Ce n’est pas dans {files} :',
  'data.nothingHeld': 'Nous ne connaissons pas d’autre donnée dans {files}.',
  'data.item': '{class} ({kinds})',
  'data.noValues':
    'Pour ne nuire à personne s’il tombe en de mauvaises mains, cet avis ne répète pas les données elles-mêmes.',
  'data.notHeld.person':
    'Les fichiers contiennent aussi ce qui suit sur d’autres personnes. Nous n’en avons rien trouvé sur vous dans {files} :',
  'data.notHeld.guardian':
    'Les fichiers contiennent aussi ce qui suit sur d’autres personnes. Nous n’en avons rien trouvé sur l’enfant dans {files} :',
  'data.notHeld.heirs':
    'Les fichiers contiennent aussi ce qui suit sur d’autres personnes. Nous n’en avons rien trouvé sur la personne décédée dans {files} :',
  'data.nothingElse.person': 'Nous n’avons rien trouvé d’autre sur vous dans {files}.',
  'data.nothingElse.guardian': 'Nous n’avons rien trouvé d’autre sur l’enfant dans {files}.',
  'data.nothingElse.heirs': 'Nous n’avons rien trouvé d’autre sur cette personne dans {files}.',

  'consequences.title': 'Ce que cela peut entraîner',
  'consequences.intro.person':
    'Voici ce que d’autres pourraient en faire. Cela ne veut pas dire qu’il vous est arrivé quelque chose :',
  'consequences.intro.guardian':
    'Voici ce que d’autres pourraient en faire. Cela ne veut pas dire qu’il est arrivé quelque chose. Dans la liste, «\u00a0vous\u00a0» est l’enfant :',
  'consequences.intro.heirs':
    'Voici ce que d’autres pourraient en faire. Cela ne veut pas dire qu’il est arrivé quelque chose. Dans la liste, «\u00a0vous\u00a0» est la personne décédée :',

  'measures.title': 'Ce qui a été fait',
  'measures.usual':
    'Nous avons examiné les fichiers pour savoir qui y figure et ce qu’ils contiennent sur chacun. Nous prévenons les personnes que nous pouvons joindre.',
  'measures.unsaid': 'Cet avis ne dit pas encore ce qui a été fait d’autre. Vous pouvez nous le demander.',
  'measures.told': 'Nous avons prévenu :',
  'measures.toldOn': '{who}, le {day}',

  'advice.title': 'Ce que vous pouvez faire',
  'advice.intro.person': 'Le plus urgent vient en premier :',
  'advice.intro.guardian':
    'Dans la liste, «\u00a0vous\u00a0» est l’enfant. Merci de faire pour lui ce qu’il y a à faire. Le plus urgent vient en premier :',
  'advice.intro.heirs':
    'Dans la liste, «\u00a0vous\u00a0» est la personne décédée. Une bonne part n’est plus à faire. Le plus urgent vient en premier :',
  'topic.item': '{classes} : {text}',

  'contact.title': 'Questions et réclamations',
  'contact.ask': 'Pour toute question, vous pouvez nous joindre ici :',
  'contact.answer':
    'Pour toute question, écrivez à {address}. Vous pouvez aussi répondre à ce message s’il est venu par e-mail.',
  'contact.phone': 'Téléphone : {phone}',
  'contact.email': 'E-mail : {email}',
  'contact.post': 'Par courrier : {post}',
  'complaint.named': 'Vous avez le droit de vous plaindre auprès de l’autorité de protection des données :',
  'complaint.site': 'Sur le web : {site}',
  'complaint.unnamed':
    'Vous avez le droit de vous plaindre auprès de l’autorité de protection des données du pays où vous habitez, où vous travaillez ou bien où la fuite a eu lieu.',

  'proof.title': 'Comment vérifier que cet avis est vrai',
  'proof.reference':
    'La référence de cet avis est {reference}. Donnez-la quand vous nous posez une question : nous vous dirons alors s’il vient de nous.',
  'proof.site':
    'Ne vous fiez pas à ce seul avis. Notre site est {site} : tapez ce nom vous-même, vous y verrez comment nous joindre.',
  'proof.alone':
    'Ne vous fiez pas à ce seul avis. Cherchez vous-même comment nous joindre, dans nos courriers ou dans un annuaire.',
  'proof.never':
    'Cet avis ne contient ni lien ni pièce jointe, et il ne vous demande rien. Nous ne vous demanderons jamais un mot de passe, un code ou un paiement à cause de cette fuite. Si quelqu’un le fait, ce n’est pas nous.',

  'sms.from':
    '{organisation}: vos données personnelles ont fui. En savoir plus: {where}. Ni code ni paiement ne vous sera demandé. Réf {reference}',
  'sms.unnamed':
    'Vos données personnelles ont fui. En savoir plus: {where}. Ni code ni paiement ne vous sera demandé. Réf {reference}',
  'call.opening.person':
    'Bonjour. Je vous appelle de la part {ofOrganisation}. Il s’agit d’une fuite de données personnelles, dont les vôtres. Je ne vous demande ni mot de passe, ni code, ni paiement. Vous pouvez raccrocher et nous rappeler. La référence de cet appel est {reference}.',
  'call.opening.guardian':
    'Bonjour. Je vous appelle de la part {ofOrganisation}. Il s’agit d’une fuite de données personnelles, dont celles d’un enfant dont vous avez la charge. Je ne vous demande ni mot de passe, ni code, ni paiement. Vous pouvez raccrocher et nous rappeler. La référence de cet appel est {reference}.',
  'call.opening.heirs':
    'Bonjour. Je vous appelle de la part {ofOrganisation}. Il s’agit d’une fuite de données personnelles d’une personne décédée. Je ne vous demande ni mot de passe, ni code, ni paiement. Vous pouvez raccrocher et nous rappeler. La référence de cet appel est {reference}.',
};
