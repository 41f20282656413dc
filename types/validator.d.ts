// What the bench uses of validator, which has no declarations of its own.
declare module 'validator' {
  const validator: {
    isTaxID(text: string, locale: string): boolean;
    isIdentityCard(text: string, locale: string): boolean;
    isIBAN(text: string): boolean;
    isBIC(text: string): boolean;
    isCreditCard(text: string): boolean;
  };
  export default validator;
}
