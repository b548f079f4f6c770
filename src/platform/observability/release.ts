/** The version of the program, as package.json has it. */
// Imported and not read from the disk: the built pages hold a copy of this file elsewhere.
import manifest from '../../../package.json' with { type: 'json' }

export const release: string = manifest.version
