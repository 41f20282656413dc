import { describe, expect, it } from 'vitest';
import { commonPrefix, identifierWords, readHeader } from './column-header.ts';

function strongest(name: string): string | null {
  const [best] = [...readHeader(identifierWords(name)).matches].sort((a, b) => b[1].weight - a[1].weight);
  return best?.[0] ?? null;
}

describe('column names', () => {
  it('fall into words at separators, capitals and digits', () => {
    expect(identifierWords('BillingAddress1')).toEqual(['billing', 'address', '1']);
    expect(identifierWords('IPAddress')).toEqual(['ip', 'address']);
    expect(identifierWords('contraseña_usuario')).toEqual(['contrasena', 'usuario']);
    expect(identifierWords('E-Mail')).toEqual(['e', 'mail']);
  });

  it.each([
    ['dt_naissance', 'birthDate'],
    ['DateOfBirth', 'birthDate'],
    ['BILLINGPOSTALCODE', 'postalCode'],
    ['customeremail', 'email'],
    ['cust_usr_email_addr', 'email'],
    ['TelDomicile', 'phone'],
    ['nom_de_famille', 'lastName'],
    ['prénom', 'firstName'],
    ['Straße', 'streetAddress'],
    ['mot_de_passe', 'password'],
    ['remote_addr', 'ipAddress'],
    ['ip_address', 'ipAddress'],
    ['email_address', 'email'],
    ['lieu_de_naissance', 'birthPlace'],
    ['employment_status', 'employmentStatus'],
  ])('%s', (name, validator) => {
    expect(strongest(name)).toBe(validator);
  });

  it.each([
    'email_sent',
    'phone_type',
    'mailing_list_id',
    'pass_count',
    'passerelle',
    'password_reset_token',
    'address_id',
    'name',
    'nom_produit',
    'file_name',
    'product_title_count',
    'x',
    '',
  ])('%j says nothing of a person', (name) => {
    expect(strongest(name)).toBeNull();
  });

  it('a name of something is a person’s only if the name says so', () => {
    expect(
      [
        'name',
        'nom',
        'product_name',
        'nom_produit',
        'name_client',
        'nom_etudiant',
        'host_name',
        'manager',
        'title',
      ].map((name) => readHeader(identifierWords(name)).generic),
    ).toEqual(['alone', 'alone', null, null, 'person', 'person', null, 'role', null]);
  });

  it('the prefix that a table puts before its columns is passed over', () => {
    const names = ['etu_id', 'etu_nom', 'etu_prenom', 'etu_tel'];
    expect(commonPrefix(names.map(identifierWords))).toBe('etu');
    expect(readHeader(['etu', 'nom'], 'etu').generic).toBe('alone');
    expect(commonPrefix([['first', 'name'], ['last', 'name'], []])).toBeNull();
  });
});
