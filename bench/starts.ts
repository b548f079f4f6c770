/** How long the demo's starts take and what the server holds when it has come to rest. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { note } from './report.ts'
import { cpuOf, forget, memoryOf, newData, startServer } from './server.ts'

const demo = { STOA_DEMO: '1' }
const stamp = path.resolve(import.meta.dirname, '../build/.built')
/** The month of trade goes on behind the first answer; nobody else works on this machine meanwhile. */
const restMs = 1_000

export async function measureStarts(): Promise<void> {
  rmSync(stamp, { force: true })
  await firstStart('first start from nothing, the program built before', '≤ 8 s')
  const data = await firstStart('first start from nothing, of a program already built', '≤ 8 s')
  const server = await startServer(data, demo)
  const { startMs, pid } = server
  note('start on existing data, to first answer', '≤ 1 s', told(startMs, cpuOf(pid)), startMs <= 1_000)
  await atRest(pid)
  const memory = memoryOf(pid)
  note('memory of the server at rest', '≤ 150 MB', `${memory.toFixed(0)} MB`, memory <= 150)
  await server.stop()
  forget(data)
}

async function firstStart(what: string, budget: string): Promise<string> {
  const data = newData()
  const server = await startServer(data, demo)
  note(what, budget, told(server.startMs, cpuOf(server.pid)), server.startMs <= 8_000)
  await atRest(server.pid)
  await server.stop()
  if (what.includes('already')) return data
  forget(data)
  return ''
}

const told = (ms: number, cpu: number) =>
  `${(ms / 1000).toFixed(2)} s (processor ${(cpu / 1000).toFixed(2)} s)`

/** Waits until the server does next to nothing, at most a minute and a half. */
async function atRest(pid: number): Promise<void> {
  for (let waited = 0; waited < 90_000; waited += restMs) {
    const before = cpuOf(pid)
    await sleep(restMs)
    if (cpuOf(pid) - before < 60) return
  }
}
