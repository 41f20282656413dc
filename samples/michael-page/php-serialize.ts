/**
 * PHP's serialize() for strings, whole numbers, booleans, null, arrays and objects with protected
 * properties: enough for what Drupal caches. Lengths count bytes, as PHP's do.
 */
export interface PhpObject {
  className: string;
  properties: Record<string, PhpValue>;
}
export type PhpValue = string | number | boolean | null | PhpValue[] | Map<string, PhpValue> | PhpObject;

export function phpSerialize(value: PhpValue): string {
  if (value === null) return 'N;';
  if (typeof value === 'boolean') return `b:${value ? 1 : 0};`;
  if (typeof value === 'number') return Number.isInteger(value) ? `i:${value};` : `d:${value};`;
  if (typeof value === 'string') return `s:${Buffer.byteLength(value)}:"${value}";`;
  if (Array.isArray(value)) {
    return `a:${value.length}:{${value.map((item, i) => `i:${i};${phpSerialize(item)}`).join('')}}`;
  }
  if (value instanceof Map) {
    const items = [...value].map(([key, item]) => phpSerialize(key) + phpSerialize(item));
    return `a:${value.size}:{${items.join('')}}`;
  }
  // A protected property's name is written as NUL * NUL name.
  const items = Object.entries(value.properties).map(
    ([name, item]) => phpSerialize(`\0*\0${name}`) + phpSerialize(item),
  );
  const { className } = value;
  return `O:${className.length}:"${className}":${items.length}:{${items.join('')}}`;
}
