// The sentences of a notice in English. In: nothing. Out: a text by its key, with places in braces. What holds for one
// audience or one kind of notice only has its name in the key.

export const englishSentences = {
  'organisation.name': '{organisation}',
  'organisation.unknown': 'the organisation whose files these are',
  'files.all': 'the files',
  'files.ours': 'our part of the files',
  'subject.from': '{subject} (notice from {organisation})',
  'subject.person.first': 'Your personal data was in a breach',
  'subject.person.more': 'More of your personal data was in the breach',
  'subject.person.correction': 'Correction: your personal data in the breach',
  'subject.guardian.first': 'Personal data of a child in your care was in a breach',
  'subject.guardian.more': 'More personal data of a child in your care was in the breach',
  'subject.guardian.correction': 'Correction: personal data of a child in your care in the breach',
  'subject.heirs.first': 'Personal data of somebody who has died was in a breach',
  'subject.heirs.more': 'More personal data of somebody who has died was in the breach',
  'subject.heirs.correction': 'Correction: personal data of somebody who has died in the breach',
  'greeting.person': 'Dear {name},',
  'greeting.person.unnamed': 'Hello,',
  'greeting.guardian': 'To those who care for {name},',
  'greeting.guardian.unnamed': 'To those who care for the child,',
  'greeting.heirs': 'To the family of {name},',
  'greeting.heirs.unnamed': 'To the family,',

  'event.title': 'What happened',
  'event.from': 'This notice is from {organisation}.',
  'event.before.more':
    'We have told you about this breach before. The files hold more than we told you then. What is new comes first.',
  'event.before.correction':
    'We have told you about this breach before. Part of what we told you was wrong. This notice takes the place of the one before.',
  'event.usual':
    'Files with personal data in our care have leaked: they came into hands that have no right to them.',
  'event.on': 'It happened on {day}.',
  'event.between': 'It happened between {from} and {to}.',
  'event.unknown': 'This notice cannot say yet when it happened.',
  'event.found': 'The leak was found on {day}.',
  'event.chain': 'Where the data lay: {chain}.',
  'event.why.person.known':
    'You get this notice because we hold data about you, and some of it is in these files.',
  'event.why.person.former':
    'You get this notice because we held data about you in the past, and some of it is in these files.',
  'event.why.person.unknown':
    'You get this notice because we hold data about you, or held some in the past, and some of it is in these files.',
  'event.why.guardian.known':
    'You get this notice for a child in your care. We hold data about the child, and some of it is in these files.',
  'event.why.guardian.former':
    'You get this notice for a child in your care. We held data about the child in the past, and some of it is in these files.',
  'event.why.guardian.unknown':
    'You get this notice for a child in your care. We hold data about the child, or held some in the past, and some of it is in these files.',
  'event.why.heirs.known':
    'You get this notice for somebody who has died. We hold data about this person, and some of it is in these files.',
  'event.why.heirs.former':
    'You get this notice for somebody who has died. We held data about this person in the past, and some of it is in these files.',
  'event.why.heirs.unknown':
    'You get this notice for somebody who has died. We hold data about this person, or held some in the past, and some of it is in these files.',

  'data.title.person': 'Which of your data is in the files',
  'data.title.guardian': 'Which data of the child is in the files',
  'data.title.heirs': 'Which data of this person is in the files',
  'data.held.person': 'The files hold this about you:',
  'data.held.guardian': 'The files hold this about the child:',
  'data.held.heirs': 'The files hold this about the person who has died:',
  'data.new': 'This is new, or more than we told you before:',
  'data.before': 'We have told you this before:',
  'data.wrong': 'We told you that this was in the files too. It is not in {files}:',
  'data.nothingHeld': 'We know of no other data in {files}.',
  'data.item': '{class} ({kinds})',
  'data.noValues': 'So that it harms nobody in the wrong hands, this notice does not repeat the data itself.',
  'data.notHeld.person':
    'The files also hold the following about others. We found none of it about you in {files}:',
  'data.notHeld.guardian':
    'The files also hold the following about others. We found none of it about the child in {files}:',
  'data.notHeld.heirs':
    'The files also hold the following about others. We found none of it about this person in {files}:',
  'data.nothingElse.person': 'We found nothing else about you in {files}.',
  'data.nothingElse.guardian': 'We found nothing else about the child in {files}.',
  'data.nothingElse.heirs': 'We found nothing else about this person in {files}.',

  'consequences.title': 'What this may lead to',
  'consequences.intro.person':
    'Here is what others could do with it. This does not mean that any of it has happened to you:',
  'consequences.intro.guardian':
    'Here is what others could do with it. This does not mean that any of it has happened. In the list, “you” is the child:',
  'consequences.intro.heirs':
    'Here is what others could do with it. This does not mean that any of it has happened. In the list, “you” is the person who has died:',

  'measures.title': 'What has been done',
  'measures.usual':
    'We have gone through the files to find out who is in them and what they hold about each person. We are telling the people whom we can reach.',
  'measures.unsaid': 'What else has been done is not part of this notice yet. You can ask us.',
  'measures.told': 'We have told:',
  'measures.toldOn': '{who}, on {day}',

  'advice.title': 'What you can do',
  'advice.intro.person': 'What is most urgent comes first:',
  'advice.intro.guardian':
    'In the list, “you” is the child: please do for the child what is to be done. What is most urgent comes first:',
  'advice.intro.heirs':
    'In the list, “you” is the person who has died. Much of it need not be done any more. What is most urgent comes first:',
  'topic.item': '{classes}: {text}',

  'contact.title': 'Questions and complaints',
  'contact.ask': 'If you have questions, you can reach us here:',
  'contact.answer':
    'If you have questions, write to {address}. You can also answer this message if it came by e-mail.',
  'contact.phone': 'Telephone: {phone}',
  'contact.email': 'E-mail: {email}',
  'contact.post': 'By post: {post}',
  'complaint.named': 'You have the right to complain to the authority for data protection:',
  'complaint.site': 'On the web: {site}',
  'complaint.unnamed':
    'You have the right to complain to the authority for data protection of the country where you live, where you work, or where this happened.',

  'proof.title': 'How to make sure that this notice is real',
  'proof.reference':
    'The reference of this notice is {reference}. Name it when you ask us about it: then we can tell you whether it is ours.',
  'proof.site':
    'Do not rely on this notice alone. Our site is {site}: type that in by hand, and you find there how to reach us.',
  'proof.alone':
    'Do not rely on this notice alone. Look up by yourself how to reach us, in our letters or in a directory.',
  'proof.never':
    'This notice holds no link and no attachment, and it asks you for nothing. We will never ask you for a password, a code or a payment because of this breach. Whoever does so is not us.',

  'sms.from':
    '{organisation}: your personal data has leaked. To learn more: {where}. We never ask for a code or payment. Ref {reference}',
  'sms.unnamed':
    'Your personal data has leaked. To learn more: {where}. We never ask for a code or payment. Ref {reference}',
  'call.opening.person':
    'Good day. I am calling for {organisation}. It is about a leak of personal data, and about yours in it. I ask you for no password, no code and no payment. You can hang up and call us back. Our reference for this call is {reference}.',
  'call.opening.guardian':
    'Good day. I am calling for {organisation}. It is about a leak of personal data, and about a child in your care. I ask you for no password, no code and no payment. You can hang up and call us back. Our reference for this call is {reference}.',
  'call.opening.heirs':
    'Good day. I am calling for {organisation}. It is about a leak of personal data of somebody who has died. I ask you for no password, no code and no payment. You can hang up and call us back. Our reference for this call is {reference}.',
} as const;
