/** Where the program lies. The built one runs from below `build/`, so the way up is looked for and not counted. */
import { existsSync } from 'node:fs'
import * as path from 'node:path'

const above = (folder: string): string =>
  existsSync(path.join(folder, 'package.json')) ? folder : above(path.dirname(folder))

export const root = above(import.meta.dirname)
