#!/usr/bin/env node
/** The command line: `stoa <command>`. Exit code 0 is done, 1 is refused or unwell, 2 is a command not understood. */
import { ZodError } from 'zod'
import { findCommand, help } from './commands.ts'

const words = process.argv.slice(2)

try {
  const found = findCommand(words)
  if (!found || words.includes('--help')) {
    const isAsked = words.length === 0 || words.includes('--help') || words[0] === 'help'
    console[isAsked ? 'log' : 'error'](
      isAsked ? help() : `There is no command "${words.join(' ')}".\n\n${help()}`,
    )
    process.exit(isAsked ? 0 : 2)
  }
  process.exitCode = (await found.run()) ? 0 : 1
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  const issues = error instanceof ZodError ? error.issues : []
  if (issues.length === 0) console.error(message ?? error)
  for (const issue of issues) console.error(`${issue.path.join('.')}: ${issue.message}`)
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error)
  process.exitCode = code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1
}
