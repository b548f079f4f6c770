/** What a twin remembers: in memory, and in a JSON file when it is to outlive a restart. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export type Memory<T> = { state: T; /** Call after each change. */ save(): void }

/** A missing or broken file starts empty: a twin's past is a convenience, never worth a failed start. */
export function remember<T extends object>(empty: T, file?: string): Memory<T> {
  if (!file) return { state: empty, save: () => {} }
  const state = { ...empty, ...read(file) }
  mkdirSync(path.dirname(file), { recursive: true })
  return {
    state,
    save() {
      writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    },
  }
}

function read(file: string): object {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof found === 'object' && found !== null ? found : {}
  } catch {
    return {}
  }
}
