/** One crash in the middle of a hundred checkouts; many rounds of it, and of worse, are in test/proof. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { expectAllKept, expectEffectsOnce, expectNothingHalfDone, untilAlone } from './proof/after.ts'
import { sendCrowd, setUpStall } from './proof/crowd.ts'
import { newServer } from './proof/server.ts'

const server = await newServer()
afterAll(() => server.remove())

test(
  'what was acknowledged before kill -9 is there after the next start, once',
  { timeout: 260_000 },
  async () => {
    const stall = await setUpStall(server.env)
    await server.start()
    const crowd = sendCrowd(server.url, stall, 100)
    while (crowd.checkouts.filter(({ orderId }) => orderId).length < 50) await sleep(5)
    await server.kill()
    await crowd.done
    expect(crowd.faults).toEqual([])

    // The database of the killed server is still running: the next start takes care of it.
    expect(await server.databasePid()).not.toBeNull()
    await untilAlone(server)
    await server.start()
    await expectAllKept(server, crowd.checkouts)
    await expectNothingHalfDone(server)
    await expectEffectsOnce(server, 150_000)

    expect(await server.stop()).toBe(0)
    expect(await server.databasePid()).toBeNull()
  },
)
