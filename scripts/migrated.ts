/** Holds the migrations to the schema: says so, and ends with 1, when a table was changed and its migration forgotten, or a snapshot lost its parent. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'

const kit = path.join(import.meta.dirname, '../node_modules/drizzle-kit/bin.cjs')
const run = spawnSync(process.execPath, [kit, 'generate', '--explain', '--output', 'json'], {
  cwd: path.join(import.meta.dirname, '..'),
  encoding: 'utf8',
})
if (!run.stdout.includes('"status":"no_changes"')) {
  console.error(`The migrations do not make this schema:\n${run.stdout}${run.stderr}`)
  console.error('Make the missing one with: npm run migration -- --name what_it_is')
  process.exit(1)
}
console.log('the migrations make this schema')
