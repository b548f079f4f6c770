/** The control API of the couriers' twins, below `/_twin`, and the options that they share. */
import type { Hono } from 'hono'
import { z } from 'zod'
import { addFaultControl } from '../../../platform/twins/control.ts'
import type { Faults } from '../../../platform/twins/faults.ts'
import type { ParcelWorld } from './parcel-world.ts'

export type CourierTwinOptions = {
  /** 0, the default, takes a free one. */
  port?: number
  /** A JSON file, for a memory that outlives a restart. */
  file?: string
  /** From one stage of a journey to the next: ten minutes unless said; null: only by command. */
  stageEveryMs?: number | null
  now?: () => Date
}

const Ends = z.strictObject({ outcome: z.enum(['deliver', 'absent', 'refuse']) })

/** `GET /_twin/parcels`, `POST /_twin/parcels/:number/advance`, `POST /_twin/parcels/:number/outcome {outcome}`, `POST /_twin/faults`. */
export function addParcelControl(app: Hono, world: ParcelWorld, faults: Faults): void {
  addFaultControl(app, faults)
  app.get('/_twin/parcels', (c) =>
    c.json(
      Object.values(world.state.parcels).map((parcel) => ({ ...parcel, journey: world.journey(parcel) })),
    ),
  )
  app.post('/_twin/parcels/:number/advance', (c) => c.json({ stage: world.advance(c.req.param('number')) }))
  app.post('/_twin/parcels/:number/outcome', async (c) => {
    world.setOutcome(c.req.param('number'), Ends.parse(await c.req.json()).outcome)
    return c.body(null, 204)
  })
}
