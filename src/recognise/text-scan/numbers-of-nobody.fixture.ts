/*
 * Numbers in made-up texts that are nobody's and look like somebody's. In: nothing. Out: texts in which no identifier
 * of a person, no telephone number and no date of birth may be found.
 */

export const numbersOfNobody: readonly string[] = [
  'Order number: 185057800604831',
  'Commande n° 0612345678 du 12/02/2024',
  'Numéro de suivi 0612 34 56 78',
  'tracking 1Z999AA10123456784',
  'EAN 4006381333931, ISBN 9780306406157',
  'Serial number: 353081160412345',
  'total 1 240 000,00 € dont 06 39 98 12 34 €',
  'Montant : 12 345 678,90 EUR',
  'v1.2.3.4, version 10.0.19.45, build 2024.11.22.1',
  'Chrome/49.0.2623.112 Safari/537.36',
  '2024-03-03 12:00:01 INFO user=4123 took 1530 ms',
  '1700000000, 1700000001 and 1700000002',
  'https://www.example.com/p/0639981234/4111111111111111?id=0639981234',
  '/var/log/06-39-98/12345678.log',
  'md5 9e107d9d372bb6826bd81d3542a419d6',
  'uuid 550e8400-e29b-41d4-a716-446655440000',
  'ref FR2024 0001 1234 5678 9012 345',
  'Facture 2024-0183, contrat 4100000123, dossier 0000123456',
  'SIRET 732 829 320 00074'.replace('SIRET', 'Ref.'),
  '06 39 98 12 34 56 78.5',
  'matrix 1 2 3 4 5 6 7 8 9 10 11 12 13',
  'between 1914-1918 and 1939-1945',
  '48.8566, 2.3522',
  'IMEI 490154203237518',
  '3.14159265358979',
  'a:2:{s:5:\\"token\\";s:16:\\"kq3v9m2x7c1b5n8z\\";}',
];
