// Where a public notice is to stand, so that it is as effective as a letter (GDPR Art. 34(3)(c); EDPB Guidelines
// 9/2022: a press release or a blog alone is not enough). In: a country. Out: places, the most effective first. They
// are proposals for whoever decides.

export interface PublicationPlace {
  place: string;
  /** How long, or how often. */
  how: string;
  why: string;
}

const everywhere: readonly PublicationPlace[] = [
  {
    place: 'the first page of the organisation’s own site, reached by no more than one step from it',
    how: 'for at least three months, not hidden by a banner that can be closed',
    why: 'people who hear of the leak look there first',
  },
  {
    place: 'the telephone menu of the organisation, as an announcement with a choice',
    how: 'as long as the page stands',
    why: 'who has no internet calls',
  },
  {
    place: 'counters, agencies and shops of the organisation, as a poster in large print',
    how: 'for at least four weeks',
    why: 'people without an address that is known come in person',
  },
];

const byCountry: Readonly<Record<string, readonly PublicationPlace[]>> = {
  FR: [
    {
      place: 'two national daily newspapers and the regional press where the organisation is at home',
      how: 'twice, a week apart',
      why: 'reaches people who left the region or are not online',
    },
    {
      place:
        'public agencies that serve the same people: France Travail, CAF, CPAM, town halls, France Services',
      how: 'as a poster, for at least four weeks',
      why: 'people whom no letter reaches go there',
    },
    {
      place: 'cybermalveillance.gouv.fr, asked to list the incident',
      how: 'once, and again when the scope grows',
      why: 'people who get suspicious messages ask there',
    },
  ],
  GB: [
    {
      place: 'one national and the local newspapers of the area',
      how: 'twice, a week apart',
      why: 'reaches people who moved or are not online',
    },
    {
      place: 'Citizens Advice, libraries and councils of the area',
      how: 'as a poster, for at least four weeks',
      why: 'people whom no letter reaches go there',
    },
  ],
  DE: [
    {
      place: 'two national daily newspapers, at least half a page in each',
      how: 'once, and again when the scope grows',
      why: 'the form that German law named for such notices until 2018 (BDSG, § 42a, in its old version)',
    },
    {
      place: 'consumer advice centres and town halls of the area',
      how: 'as a poster, for at least four weeks',
      why: 'people whom no letter reaches go there',
    },
  ],
};

const elsewhere: readonly PublicationPlace[] = [
  {
    place: 'two newspapers that are read where the people live',
    how: 'twice, a week apart',
    why: 'reaches people who are not online',
  },
];

/** `country`: ISO 3166; null where it is not known. */
export function publicationPlaces(country: string | null): PublicationPlace[] {
  return [...everywhere, ...(byCountry[country ?? ''] ?? elsewhere)];
}
