/** A local stand-in for ACS: its one address, vouchers with valid numbers, labels, pickup lists and tracking. */
import { Hono } from 'hono'
import { z } from 'zod'
import { type Faults, makeFaults } from '../../../platform/twins/faults.ts'
import { remember } from '../../../platform/twins/memory.ts'
import { serveTwin } from '../../../platform/twins/serve.ts'
import { isAcsNumber } from '../providers/acs.ts'
import type { AcsSettings } from '../providers/acs-api.ts'
import { acsMethods } from './acs-methods.ts'
import { addParcelControl, type CourierTwinOptions } from './parcel-control.ts'
import { makeParcelWorld, type ParcelWorld } from './parcel-world.ts'

export type AcsTwin = {
  url: string
  /** What `acs()` needs to speak to this twin. */
  settings: AcsSettings
  control: { world: ParcelWorld; faults: Faults }
  stop(): Promise<void>
}

const Asked = z.object({
  ACSAlias: z.string(),
  ACSInputParameters: z.looseObject({
    Company_ID: z.string(),
    Company_Password: z.string(),
    User_ID: z.string(),
    User_Password: z.string(),
  }),
})

export async function startAcsTwin(options: CourierTwinOptions = {}): Promise<AcsTwin> {
  const accounts = {
    apiKey: 'twin-acs-key',
    companyId: 'demo',
    companyPassword: 'demo',
    userId: 'demo',
    userPassword: 'demo',
    billingCode: '2ΑΘ999999',
  }
  const faults = makeFaults()
  const world = makeParcelWorld(remember({ serial: 0, parcels: {} }, options.file), {
    numberOf: (serial) => withCheckDigit(700_000_000 + (serial % 100_000_000)),
    isOurs: isAcsNumber,
    stageEveryMs: options.stageEveryMs === undefined ? 600_000 : options.stageEveryMs,
    now: options.now ?? (() => new Date()),
  })
  const methods = acsMethods(world, accounts.billingCode)

  const server = await serveTwin(options.port ?? 0, () => {
    const app = new Hono()
    addParcelControl(app, world, faults)
    app.post('/ACSRestServices/api/ACSAutoRest', async (c) => {
      if (c.req.header('acsapikey') !== accounts.apiKey) return c.text('Forbidden', 403)
      const asked = Asked.safeParse(await c.req.json().catch(() => null))
      if (!asked.success) return c.json(failed('Invalid request'))
      const { ACSAlias: alias, ACSInputParameters: input } = asked.data
      if (input.Company_ID !== accounts.companyId || input.Company_Password !== accounts.companyPassword) {
        return c.json(failed('Λάθος στοιχεία πρόσβασης'))
      }
      const method = methods[alias]
      if (!method) return c.json(failed(`Unknown ACSAlias ${alias}`))
      const { value, table } = await method(input)
      return c.json({
        ACSExecution_HasError: false,
        ACSExecutionErrorMessage: '',
        ACSOutputResponce: {
          ACSValueOutput: [value ?? {}],
          ACSTableOutput: table ? { Table_Data: table } : {},
        },
      })
    })
    return (request) => faults.around(request, async () => app.fetch(request))
  })
  return {
    url: server.url,
    settings: { ...accounts, baseUrl: `${server.url}/ACSRestServices/api/ACSAutoRest` },
    control: { world, faults },
    stop: server.stop,
  }
}

const failed = (message: string) => ({
  ACSExecution_HasError: true,
  ACSExecutionErrorMessage: message,
  ACSOutputResponce: {},
})

const withCheckDigit = (nine: number) => `${nine}${nine % 7}`
