// What a controller directs for single people: who is protected, who is written to in whose place.
export type { OtherContact } from './direction-lines.ts';
export { type Directions, directionsOf, type PersonDirections } from './directions-of.ts';
