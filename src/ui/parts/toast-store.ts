/** The short messages of the open page, kept outside React so that any handler in the browser may add one. */

export type ToastUndo =
  /** Posted like a form, so it also works before the page is awake. */
  { action: string; fields?: Record<string, string>; label?: string } | { run: () => void; label?: string }

export type ToastMessage = { id: string; text: string; tone?: 'good' | 'bad'; undo?: ToastUndo }

let toasts: readonly ToastMessage[] = []
const listeners = new Set<() => void>()

function set(next: readonly ToastMessage[]) {
  toasts = next
  listeners.forEach((listener) => listener())
}

/** Shows a message; the same id shows once. Browser only: on the server it would reach every visitor. */
export function toast(message: Omit<ToastMessage, 'id'> & { id?: string }) {
  const id = message.id ?? crypto.randomUUID()
  set([...toasts.filter((other) => other.id !== id), { ...message, id }].slice(-4))
}

export const dismissToast = (id: string) => set(toasts.filter((toast) => toast.id !== id))

export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  read: () => toasts,
}
