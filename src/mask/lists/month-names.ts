// The months by name: whole, and as people shorten them. In the order of the year.

const names = (text: string): readonly string[] => text.split(' ');

export const monthNames: readonly (readonly string[])[] = [
  names('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  names('january february march april may june july august september october november december'),
  names('januar februar märz april mai juni juli august september oktober november dezember'),
  names('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  names('gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'),
  names('janv févr mars avr mai juin juil août sept oct nov déc'),
  names('jan feb mar apr may jun jul aug sep oct nov dec'),
  names('jan feb mrz apr mai jun jul aug sep okt nov dez'),
  names('ene feb mar abr may jun jul ago sep oct nov dic'),
  names('gen feb mar apr mag giu lug ago set ott nov dic'),
];
