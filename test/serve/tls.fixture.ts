/*
 * A certificate that nobody trusts, for `localhost` and 127.0.0.1, made with:
 * openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=localhost
 *   -addext subjectAltName=DNS:localhost,IP:127.0.0.1
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const testCertificate = `-----BEGIN CERTIFICATE-----
MIIBmjCCAUGgAwIBAgIUG9rUzvXGa4azVuYshX1kUXUchaMwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzA3MzYyMFoYDzIxMjYxMDMw
MDczNjIwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASkwP8HHqZofFGTu8/SrjX6IogucnTDs7paEiaAofJr/CxGu79GQ9B4
oGyajlDej7ta7KClFXMyteDQuDG8U99So28wbTAdBgNVHQ4EFgQUb2cKZkC24+3m
Vp+/Le5IAMWnoxgwHwYDVR0jBBgwFoAUb2cKZkC24+3mVp+/Le5IAMWnoxgwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDRwAwRAIgPiqDDbp72SqTcv1/fQo5/GlJxh4Hqw5ZX62jvVGfXOECIHnP
IGF8uVsl4bc7VhHwfShd6HL/5N5eQSGErwARoXuA
-----END CERTIFICATE-----
`;

const testKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgJuM8qayehC3eWV5Y
OfLj/nzTSNj7EuNKE95jlGAsibGhRANCAASkwP8HHqZofFGTu8/SrjX6IogucnTD
s7paEiaAofJr/CxGu79GQ9B4oGyajlDej7ta7KClFXMyteDQuDG8U99S
-----END PRIVATE KEY-----
`;

/** The flags that answer by TLS with it. */
export function tlsFlags(folder: string): string[] {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  writeFileSync(cert, testCertificate);
  writeFileSync(key, testKey, { mode: 0o600 });
  return ['--tls-cert', cert, '--tls-key', key];
}
