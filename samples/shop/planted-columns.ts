/**
 * Table -> column -> class, under its Have I Been Pwned name, for every column of the shop that holds
 * something of a person.
 */
export const plantedShopColumns: Record<string, Record<string, string>> = {
  customers: {
    first_name: 'Names',
    last_name: 'Names',
    email: 'Email addresses',
    phone: 'Phone numbers',
    street: 'Physical addresses',
    postal_code: 'Physical addresses',
    city: 'Geographic locations',
    date_of_birth: 'Dates of birth',
    password_hash: 'Passwords',
  },
  newsletter: { email: 'Email addresses' },
  orders: { ip_address: 'IP addresses' },
};
