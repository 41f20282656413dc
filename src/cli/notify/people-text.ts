// How many people, in words. In: a number. Out: "1 person", "2,000 people".

export function peopleText(people: number): string {
  return people === 1 ? '1 person' : `${people.toLocaleString('en')} people`;
}
