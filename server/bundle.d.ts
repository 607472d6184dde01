/** Bundles an entry point, packages and all, into one file that Node runs. */
export function bundleProgram(entryPoint: string, outfile: string): Promise<unknown>;
