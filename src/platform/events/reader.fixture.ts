/** Reads a stream of server-sent events as a browser does; for tests. */

export type Told = { id: string; event: string | null; data: Record<string, unknown> | null }

export class Reader {
  readonly blocks: Told[] = []
  isEnded = false
  failure: unknown
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader()
    void this.#read()
  }

  async #read() {
    let rest = ''
    const decoder = new TextDecoder()
    try {
      for (;;) {
        const { done, value } = await this.#reader.read()
        if (done) break
        rest += decoder.decode(value, { stream: true })
        const blocks = rest.split('\n\n')
        rest = blocks.pop()!
        for (const block of blocks) this.blocks.push(parse(block))
      }
    } catch (error) {
      this.failure = error
    }
    this.isEnded = true
  }

  get lastId() {
    return this.blocks.at(-1)!.id
  }

  /** Names and ids of what came, in order. */
  get told() {
    return this.blocks.flatMap(({ event, data }) => {
      const entity = data?.['entity'] as { id: string } | undefined
      return event ? [entity ? `${event} ${entity.id}` : event] : []
    })
  }

  cancel = () => this.#reader.cancel()
}

function parse(block: string): Told {
  const fields = new Map(
    block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  )
  const data = fields.get('data')
  return { id: fields.get('id')!, event: fields.get('event') ?? null, data: data ? JSON.parse(data) : null }
}
