/** A local stand-in for ELTA Courier: its SOAP services at one address, told apart by namespace. */
import { Hono } from 'hono'
import { type Faults, makeFaults } from '../../../platform/twins/faults.ts'
import { remember } from '../../../platform/twins/memory.ts'
import { serveTwin } from '../../../platform/twins/serve.ts'
import { type EltaSettings, isEltaNumber, s10CheckDigit } from '../providers/elta.ts'
import { escapeXml, findNode, parseXml } from '../providers/soap.ts'
import { eltaServices, type Fields, type Reply } from './elta-services.ts'
import { addParcelControl, type CourierTwinOptions } from './parcel-control.ts'
import { makeParcelWorld, type ParcelWorld } from './parcel-world.ts'

export type EltaTwin = {
  url: string
  /** What `elta()` needs to speak to this twin. */
  settings: EltaSettings
  control: { world: ParcelWorld; faults: Faults }
  stop(): Promise<void>
}

export async function startEltaTwin(options: CourierTwinOptions = {}): Promise<EltaTwin> {
  const accounts = { userCode: '9999999', userPassword: '9999999', customerCode: '999999999' }
  const faults = makeFaults()
  const world = makeParcelWorld(remember({ serial: 0, parcels: {} }, options.file), {
    numberOf(serial) {
      const digits = String(serial % 100_000_000).padStart(8, '0')
      return `NZ${digits}${s10CheckDigit(digits)}GR`
    },
    isOurs: isEltaNumber,
    stageEveryMs: options.stageEveryMs === undefined ? 600_000 : options.stageEveryMs,
    now: options.now ?? (() => new Date()),
  })
  const services = eltaServices(world, accounts)

  const server = await serveTwin(options.port ?? 0, () => {
    const app = new Hono()
    addParcelControl(app, world, faults)
    app.post('/', async (c) => {
      const body = await c.req.text()
      const read = findNode(parseXml(body), 'READ')
      const namespace = /<READ xmlns="\/(\w+)"/.exec(body)?.[1] ?? ''
      const service = services[namespace]
      if (!read || !service) return c.body(fault, 500, { 'Content-Type': 'text/xml; charset=utf-8' })
      const fields: Fields = Object.fromEntries(read.children.map((child) => [child.name, child.text]))
      const reply = await service(fields)
      return c.body(envelope(namespace, reply), 200, { 'Content-Type': 'text/xml; charset=utf-8' })
    })
    return (request) => faults.around(request, async () => app.fetch(request))
  })
  return {
    url: server.url,
    settings: { ...accounts, baseUrl: server.url },
    control: { world, faults },
    stop: server.stop,
  }
}

/** With a prefix, as ELTA's server answers. */
function envelope(namespace: string, reply: Reply): string {
  const write = (fields: Reply): string =>
    fields
      .map(
        ([name, value]) =>
          `<ns0:${name}>${Array.isArray(value) ? write(value) : escapeXml(value)}</ns0:${name}>`,
      )
      .join('')
  return (
    '<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/">' +
    `<SOAP-ENV:Body><ns0:READResponse xmlns:ns0="/${namespace}">${write(reply)}</ns0:READResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`
  )
}

const fault =
  '<?xml version="1.0" encoding="UTF-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/">' +
  '<SOAP-ENV:Body><SOAP-ENV:Fault><faultcode>SOAP-ENV:Client</faultcode><faultstring>Unknown service</faultstring></SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>'
