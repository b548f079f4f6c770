/** Faults on demand: a twin answers its next requests with an error, or not at all, so that retries can be seen. */

export type Fault = {
  /** Which paths: a part of the path, or every one when absent. */
  path?: string
  /** The status to answer, or `silence` to leave the caller waiting until its own timeout. */
  answer: number | 'silence'
  /** How many requests. */
  times: number
  /** True: the work is done and only the answer is lost, as when a line breaks late. */
  afterWork?: boolean
}

export type Faults = {
  add(fault: Fault): void
  /** Runs the request, or the fault that waits for it. */
  around(request: Request, work: () => Promise<Response>): Promise<Response>
}

export function makeFaults(): Faults {
  let waiting: Fault[] = []
  const take = (pathname: string): Fault | undefined => {
    const fault = waiting.find((each) => pathname.includes(each.path ?? ''))
    if (fault && --fault.times <= 0) waiting = waiting.filter((each) => each !== fault)
    return fault
  }
  return {
    add: (fault) => void waiting.push({ ...fault }),
    async around(request, work) {
      const fault = take(new URL(request.url).pathname)
      if (!fault) return work()
      if (fault.afterWork) await work()
      if (fault.answer === 'silence') return new Promise(() => {})
      return new Response('{"error":{"message":"A fault that was asked for."}}', {
        status: fault.answer,
        headers: { 'Content-Type': 'application/json' },
      })
    },
  }
}
