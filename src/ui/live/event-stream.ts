/**
 * One open line to the server's events for a whole page, however many parts listen. Read with fetch, not EventSource:
 * that one hears only events whose names are known beforehand. A lost line is taken up where it broke (`Last-Event-ID`).
 */

export type LiveEvent = { id: string; event: string; data: unknown }
export type LiveState = 'connecting' | 'open' | 'closed'

type Listener = { topics: readonly string[]; onEvent: (event: LiveEvent) => void }

const firstDelay = 1000
const longestDelay = 30_000
// A browser allows few lines to one server: a page nobody sees gives its line back.
const hiddenDelay = 60_000

const listeners = new Set<Listener>()
const stateListeners = new Set<() => void>()
let state: LiveState = 'closed'
let line: AbortController | null = null
let lastId = ''
let openTopics = ''

export const liveState = {
  read: () => state,
  subscribe(listener: () => void) {
    stateListeners.add(listener)
    return () => stateListeners.delete(listener)
  },
}

function setState(next: LiveState) {
  if (state === next) return
  state = next
  stateListeners.forEach((listener) => listener())
}

/** Listens until the returned function is called. Topics are the API's: `orders`, `availability:<serviceId>`. */
export function listen(listener: Listener): () => void {
  listeners.add(listener)
  queueMicrotask(adjust)
  return () => {
    listeners.delete(listener)
    queueMicrotask(adjust)
  }
}

/** Opens, changes or closes the line so that it carries what is listened to. */
function adjust() {
  const topics = [...new Set([...listeners].flatMap((listener) => listener.topics))].toSorted().join(',')
  if (topics === openTopics && (line || !topics)) return
  line?.abort()
  line = null
  openTopics = topics
  if (!topics) return setState('closed')
  line = new AbortController()
  void hold(topics, line.signal)
}

async function hold(topics: string, signal: AbortSignal) {
  for (let delay = firstDelay; !signal.aborted; delay = Math.min(delay * 2, longestDelay)) {
    setState('connecting')
    const status = await read(topics, signal, () => {
      delay = firstDelay
      setState('open')
    })
    if (signal.aborted) return
    // Refused for good (not signed in, not allowed): asking again would not help.
    if (status >= 400 && status < 500 && status !== 429) return setState('closed')
    setState('connecting')
    await new Promise((resolve) => setTimeout(resolve, delay * (0.5 + Math.random())))
  }
}

/** Reads one connection to its end; the status it had, 0 when it broke. */
async function read(topics: string, signal: AbortSignal, onOpen: () => void): Promise<number> {
  try {
    const headers = { accept: 'text/event-stream', ...(lastId && { 'last-event-id': lastId }) }
    const answer = await fetch(`/api/v1/events?topics=${encodeURIComponent(topics)}`, { headers, signal })
    if (!answer.ok || !answer.body) return answer.status
    onOpen()
    const take = eventReader(dispatch, (id) => (lastId = id))
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader()
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) take(piece.value)
    return 0
  } catch {
    return 0
  }
}

function dispatch(event: LiveEvent) {
  for (const { topics, onEvent } of listeners)
    if (topics.some((topic) => isAbout(topic, event))) onEvent(event)
}

/** Whether a listener may be meant: the server sends what any part of the page asked for. `reset` concerns all. */
export function isAbout(topic: string, { data }: LiveEvent): boolean {
  const entity = (data as { entity?: { kind: string; id: string } } | null)?.entity
  if (!entity) return true
  const [name = '', id] = topic.split(':')
  const plain = (word: string) => word.replaceAll(/[-_]/gu, '').toLowerCase()
  // `categories` is about a category; that `order-parts` also hears of orders does no harm.
  return (
    plain(name).startsWith(plain(entity.kind).replace(/y$/u, '')) && (id === undefined || id === entity.id)
  )
}

/** Puts the pieces of a stream together to events (WHATWG HTML, server-sent events). */
export function eventReader(
  onEvent: (event: LiveEvent) => void,
  onId: (id: string) => void,
): (piece: string) => void {
  let rest = ''
  let fields: Record<string, string> = {}
  return (piece) => {
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/u)
    rest = lines.pop() ?? ''
    for (const text of lines) {
      if (text !== '') {
        // A line that begins with a colon is a sign of life.
        const [, name, value = ''] = /^([^:]+)(?:: ?(.*))?$/su.exec(text) ?? []
        if (name)
          fields[name] = name === 'data' && fields.data !== undefined ? `${fields.data}\n${value}` : value
        continue
      }
      const { id, event = 'message', data } = fields
      fields = {}
      if (id !== undefined) onId(id)
      if (data !== undefined) onEvent({ id: id ?? '', event, data: parsed(data) })
    }
  }
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return data
  }
}

if (typeof document !== 'undefined') {
  let timer: ReturnType<typeof setTimeout> | undefined
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer)
    if (!document.hidden) return adjust()
    timer = setTimeout(() => {
      line?.abort()
      line = null
      if (openTopics) setState('connecting')
    }, hiddenDelay)
  })
}
