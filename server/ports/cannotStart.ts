/** Why the program does not start: a stable code for machines and one sentence for the person at the console. */
export class CannotStart extends Error {
  readonly code: string;

  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'CannotStart';
    this.code = code;
  }
}
