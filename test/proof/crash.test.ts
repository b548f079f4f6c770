/** Rounds of crashes in the middle of five hundred checkouts: the server killed, the database killed, and a clean end. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { expectAllKept, expectEffectsOnce, expectNothingHalfDone, untilAlone } from './after.ts'
import { type Checkout, type Crowd, sendCrowd, setUpStall, type Stall } from './crowd.ts'
import { newServer } from './server.ts'

const rounds = Number(process.env['CRASH_ROUNDS'] ?? 5)
const wanted = 500

const server = await newServer()
afterAll(() => server.remove())

const all: Checkout[] = []
let stall: Stall

const acknowledged = (crowd: Crowd) => crowd.checkouts.filter(({ orderId }) => orderId).length

/** Waits until some of the crowd are through, how many is left to chance. */
async function untilSome(crowd: Crowd): Promise<void> {
  const some = 20 + Math.floor(Math.random() * (wanted - 100))
  // Where everybody gave up before, waiting would never end.
  let isOver = false
  void crowd.done.then(() => (isOver = true))
  while (acknowledged(crowd) < some && !isOver) await sleep(2)
  expect(acknowledged(crowd), `the crowd gave up: ${crowd.faults.join('; ')}`).toBeGreaterThanOrEqual(some)
  await sleep(Math.random() * 30)
}

async function expectPromisesKept(crowd: Crowd): Promise<void> {
  all.push(...crowd.checkouts)
  await expectAllKept(server, all)
  await expectNothingHalfDone(server)
}

test('a market is set up, and the server answers', async () => {
  stall = await setUpStall(server.env)
  expect(await server.start()).toBeGreaterThan(0)
})

for (let round = 1; round <= rounds; round++) {
  test(`kill -9 of the server, round ${round}`, async () => {
    const crowd = sendCrowd(server.url, stall, wanted)
    await untilSome(crowd)
    await server.kill()
    await crowd.done
    await untilAlone(server)
    const ms = await server.start()
    console.log(
      `round ${round}: ${acknowledged(crowd)} of ${crowd.checkouts.length} acknowledged, up again in ${Math.round(ms)} ms`,
    )
    expect(crowd.faults).toEqual([])
    await expectPromisesKept(crowd)
  })
}

for (let round = 1; round <= rounds; round++) {
  test(`kill -9 of the database server, round ${round}`, async () => {
    const crowd = sendCrowd(server.url, stall, wanted)
    await untilSome(crowd)
    await server.killDatabase()
    await crowd.done
    // The server itself is still there, and says so: it has no database.
    await server.stop()
    const ms = await server.start()
    console.log(
      `round ${round}: ${acknowledged(crowd)} of ${crowd.checkouts.length} acknowledged, up again in ${Math.round(ms)} ms`,
    )
    expect(crowd.faults).toEqual([])
    await expectPromisesKept(crowd)
  })
}

test('in the end each order has had its effects once', async () => {
  expect(await expectEffectsOnce(server, 600_000)).toBe(all.length)
})

test('SIGTERM lets those who are served finish, and leaves nothing running', async () => {
  const crowd = sendCrowd(server.url, stall, wanted)
  while (acknowledged(crowd) < 30) await sleep(5)
  expect(await server.stop()).toBe(0)
  await crowd.done
  expect(crowd.faults).toEqual([])
  expect(await server.databasePid()).toBeNull()
  const ms = await server.start()
  console.log(`a second start answers after ${Math.round(ms)} ms`)
  await expectPromisesKept(crowd)
  await expectEffectsOnce(server, 120_000)
  expect(await server.stop()).toBe(0)
})
