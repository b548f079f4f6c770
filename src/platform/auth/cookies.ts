/** Names of the accounts' cookies: with https they are `__Host-`, which no subdomain and no plain request can set. */

export const isHttps = (url: string): boolean => url.startsWith('https:')

export const cookiePrefix = (url: string): string => (isHttps(url) ? '__Host-stoa' : 'stoa')

export const sessionCookie = (url: string): string => `${cookiePrefix(url)}.session_token`
