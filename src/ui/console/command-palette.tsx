/** Ctrl/⌘-K: one field that finds pages, records and actions. Loaded when it is first opened. */
import Search from 'lucide-react/icons/search'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components'
import { useFetcher, useNavigate } from 'react-router'
import { useT } from '../i18n.tsx'
import { fold } from './fold.ts'

/** One thing found by the server. */
export type PaletteRecord = {
  id: string
  label: string
  /** "Order · 12 June" */ detail?: string
  to: string
}

type Entry = { id: string; label: string; detail?: string; to: string }

type CommandPaletteProps = {
  pages: readonly { to: string; label: string }[]
  actions: readonly Entry[]
  recordsUrl: string
  onClose: () => void
}

export default function CommandPalette({ pages, actions, recordsUrl, onClose }: CommandPaletteProps) {
  const t = useT()
  const navigate = useNavigate()
  const [words, setWords] = useState('')
  const { records, hasFailed } = useRecords(recordsUrl, words)

  const sections = useMemo(() => {
    const needle = fold(words)
    const matching = (entries: readonly Entry[]) =>
      entries.filter((entry) => fold(entry.label).includes(needle))
    return [
      { id: 'records', label: t('ui.paletteRecords'), entries: records },
      { id: 'actions', label: t('ui.paletteActions'), entries: matching(actions).slice(0, needle ? 8 : 5) },
      {
        id: 'pages',
        label: t('ui.palettePages'),
        entries: matching(pages.map(({ to, label }) => ({ id: `page:${to}`, to, label }))),
      },
    ].filter((section) => section.entries.length > 0)
  }, [words, records, actions, pages, t])

  // The search field would take the first Escape for itself, to empty itself.
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const listen = (event: KeyboardEvent) => event.key === 'Escape' && close()
    document.addEventListener('keydown', listen, true)
    return () => document.removeEventListener('keydown', listen, true)
  }, [])

  const open = (id: unknown) => {
    const entry = sections.flatMap((section) => section.entries).find((one) => one.id === id)
    if (!entry) return
    onClose()
    void navigate(entry.to)
  }

  return (
    <ModalOverlay
      className="palette-back"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="palette">
        <Dialog aria-label={t('ui.paletteOpen')}>
          <Autocomplete inputValue={words} onInputChange={setWords}>
            {/* Whoever opens it means to type. */}
            {/* eslint-disable-next-line jsx-a11y/no-autofocus */}
            <SearchField aria-label={t('ui.paletteHint')} className="palette-field" autoFocus>
              <Search aria-hidden />
              <Input placeholder={t('ui.paletteHint')} />
              <kbd>Esc</kbd>
            </SearchField>
            <Menu
              aria-label={t('ui.paletteOpen')}
              className="palette-list"
              items={sections}
              onAction={open}
              renderEmptyState={() => <p className="palette-empty">{t('ui.paletteEmpty', { words })}</p>}
            >
              {(section) => (
                <MenuSection id={section.id}>
                  <Header className="palette-title">{section.label}</Header>
                  <Collection items={section.entries}>
                    {(entry) => (
                      <MenuItem id={entry.id} textValue={entry.label} className="palette-item">
                        <Text slot="label">{entry.label}</Text>
                        {entry.detail && <Text slot="description">{entry.detail}</Text>}
                      </MenuItem>
                    )}
                  </Collection>
                </MenuSection>
              )}
            </Menu>
          </Autocomplete>
          {hasFailed && <p className="palette-empty">{t('ui.paletteFailed')}</p>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks the server when typing pauses; what was found stays until the next answer. */
function useRecords(recordsUrl: string, words: string) {
  const { load, data } = useFetcher<{ data: readonly PaletteRecord[] } | { problem: unknown }>()
  const url = useRef('')
  const needle = words.trim()
  useEffect(() => {
    if (needle.length < 2) return
    const timer = setTimeout(() => {
      url.current = `${recordsUrl}?q=${encodeURIComponent(needle)}`
      void load(url.current)
    }, 180)
    return () => clearTimeout(timer)
  }, [needle, recordsUrl, load])
  const records = needle.length >= 2 && data && 'data' in data ? data.data : []
  return { records, hasFailed: needle.length >= 2 && Boolean(data && 'problem' in data) }
}
