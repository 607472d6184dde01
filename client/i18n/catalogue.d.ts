declare module 'virtual:catalogue/*' {
  export const catalogue: import('@shared/i18n/translate.ts').Catalogue;
}
