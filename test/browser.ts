/** A Chromium for the journeys: the system's own, or the one that comes as a package where there is none. */
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

export async function launchBrowser(): Promise<Browser> {
  const own = installed.find((file) => file && existsSync(file))
  if (own) return chromium.launch({ executablePath: own, args: ['--no-sandbox'] })
  return launchPacked()
}

/** Linux on x64 only. It brings its own fonts, and nss and nspr for a machine that has none. */
async function launchPacked(): Promise<Browser> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const executablePath = await packed.executablePath()
  const libraries = await inflate(
    path.join(import.meta.dirname, '../node_modules/@sparticuz/chromium/bin/al2023.tar.br'),
  )
  return chromium.launch({
    executablePath,
    args: packed.args.filter((argument) => argument !== '--single-process'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(libraries, 'lib'),
      FONTCONFIG_PATH: path.join(tmpdir(), 'fonts'),
    },
  })
}
