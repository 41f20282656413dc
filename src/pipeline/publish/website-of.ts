// The website that a value of a stealer log names. In: text such as an address of the web, a host, an app. Out: its
// domain in lower case without `www.`, or null where it names none.

const longestHost = 253;

export function websiteOf(value: string): string | null {
  const text = value.trim();
  if (text === '' || text.length > 4096 || /\s/u.test(text)) return null;
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`);
  // of an app only its own name is known
  if (url === null || !/^(?:https?|ftp|wss?):$/u.test(url.protocol)) return null;
  const host = url.hostname.replace(/^www\./u, '').replace(/\.$/u, '');
  return host.length <= longestHost && /^(?:[a-z\d_-]+\.)+[a-z][a-z\d-]*$/u.test(host) ? host : null;
}
