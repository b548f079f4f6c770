/** Files by choosing or dropping, sent with progress when `upload` is given, else carried by the form around it. */
import Upload from 'lucide-react/icons/upload'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useFormat, useT } from '../i18n.tsx'
import { Notice } from './notice.tsx'
import { ProgressBar } from './progress-bar.tsx'

type FileDropProps = {
  name: string
  label: string
  hint?: string
  /** As the file input has it: `image/*,.csv`. */
  accept?: string
  multiple?: boolean
  maxBytes?: number
  required?: boolean
  /** Sends each file by itself as multipart field `name`; `onDone` gets the server's JSON. */
  upload?: { url: string; onDone: (answer: unknown, file: File) => void }
}

type Sending = { file: string; percent: number }

export function FileDrop({ name, label, hint, accept, multiple, maxBytes, required, upload }: FileDropProps) {
  const t = useT()
  const { number } = useFormat()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [sending, setSending] = useState<Sending | null>(null)
  const [error, setError] = useState<string | null>(null)

  const take = async (files: readonly File[]) => {
    setError(null)
    const large = files.find((file) => maxBytes && file.size > maxBytes)
    if (large) {
      if (input.current) input.current.value = ''
      setChosen([])
      return setError(
        t('ui.fileTooLarge', { name: large.name, size: number(Math.round(maxBytes! / 1e5) / 10) }),
      )
    }
    setChosen(files.map((file) => file.name))
    if (!upload) return
    for (const file of files) {
      try {
        setSending({ file: file.name, percent: 0 })
        upload.onDone(
          await send(upload.url, name, file, (percent) => setSending({ file: file.name, percent })),
          file,
        )
      } catch (problem) {
        setError((problem as Error).message || t('ui.uploadFailed', { name: file.name }))
      }
    }
    setSending(null)
    setChosen([])
    if (input.current) input.current.value = ''
  }

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const files = [...event.dataTransfer.files].slice(0, multiple ? undefined : 1)
    if (!files.length || !input.current) return
    const carried = new DataTransfer()
    files.forEach((file) => carried.items.add(file))
    input.current.files = carried.files
    void take(files)
  }

  return (
    <div className="drop-field">
      {/* The input inside is the control; dropping is a shortcut for the mouse. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <label
        className="drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Upload aria-hidden className="drop-icon" />
        <span className="drop-label">{label}</span>
        <span id={`${id}-hint`} className="drop-hint">
          {chosen.length ? chosen.join(', ') : (hint ?? t('ui.dropHint'))}
        </span>
        <input
          ref={input}
          type="file"
          className="drop-input"
          {...{ name, accept, multiple, required }}
          aria-describedby={`${id}-hint`}
          onChange={(event) => void take([...(event.target.files ?? [])])}
        />
      </label>
      {sending && <ProgressBar label={sending.file} value={sending.percent} />}
      {error && (
        <Notice tone="bad" announce>
          {error}
        </Notice>
      )}
    </div>
  )
}

/** XMLHttpRequest, because fetch does not tell how far an upload has come. Rejects with the server's sentence. */
function send(
  url: string,
  name: string,
  file: File,
  onProgress: (percent: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.responseType = 'json'
    request.setRequestHeader('Accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(Math.round((100 * loaded) / total)),
    )
    request.addEventListener('error', () => reject(new Error('')))
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response)
      else reject(new Error((request.response as { detail?: string } | null)?.detail ?? ''))
    })
    const body = new FormData()
    body.append(name, file)
    request.send(body)
  })
}
