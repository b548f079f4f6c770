/** Collects the figures, prints each as it comes, and writes docs/benchmarks.md. */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import path from 'node:path'

type Row = { what: string; budget: string; measured: string; isMet: boolean | null }

const rows: Row[] = []
const begun = new Date()
const load = loadavg()[0]!

/** `isMet` is null where there is no budget, only something to know. */
export function note(what: string, budget: string, measured: string, isMet: boolean | null): void {
  rows.push({ what, budget, measured, isMet })
  console.log(`${what}: ${measured}   (budget ${budget}${isMet === false ? ', MISSED' : ''})`)
}

export function writeReport(seconds: number): void {
  const missed = rows.filter(({ isMet }) => isMet === false)
  const table = rows
    .map(
      ({ what, budget, measured, isMet }) =>
        `| ${what} | ${budget} | ${measured}${isMet === false ? ' **missed**' : ''} |`,
    )
    .join('\n')
  const busy =
    load > 0.5
      ? `\nThe machine was busy with other work when it began (load ${load.toFixed(1)} on ${cpus().length} cores), so rates are lower bounds; the processor's time per request is the steadier figure.\n`
      : ''
  const text = `# Measured

\`npm run bench\` repeats this and rewrites the page: the real server on its own PostgreSQL, load from the same machine over HTTP at 16 connections, each figure over ${seconds} s after a warm-up of 2 s. The load generator and the database share the cores with what they measure.

${begun.toISOString().slice(0, 10)} · ${cpus().length} cores (${cpus()[0]!.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB · Node ${process.versions.node}, PostgreSQL 18.4
${busy}
| what | budget | measured |
| --- | --- | --- |
${table}

${missed.length === 0 ? 'Every budget of the table is met.' : `Missed: ${missed.map(({ what }) => what).join('; ')}.`}

Missed as well, and counted by \`src/modules/checkout/statements.test.ts\`: a whole checkout tells the database 109 statements, of which 21 open and close its seven transactions (budget 40). Not measured here: the largest paint and the layout's shift in a browser, which the journeys look at.
`
  writeFileSync(path.resolve(import.meta.dirname, '../docs/benchmarks.md'), text)
}
