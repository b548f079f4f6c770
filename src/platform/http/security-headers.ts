/** The headers that every answer carries, at the level of the OWASP baseline. */

/** A nonce for each page; nothing else inline may run. Inline style attributes are refused too: sizes and colours are classes or SVG attributes. */
export function contentSecurityPolicy(options: {
  nonce: string
  formTargets: readonly string[]
  isDevelopment: boolean
}): string {
  const { nonce, isDevelopment } = options
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${isDevelopment ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    // Browsers check the redirect after a form too, and paying sends people to the provider's page.
    `form-action 'self' ${options.formTargets.join(' ')}`,
    "frame-ancestors 'none'",
  ].join('; ')
}

export function setSecurityHeaders(headers: Headers, isHttps: boolean): void {
  headers.set('X-Content-Type-Options', 'nosniff')
  headers.set('X-Frame-Options', 'DENY')
  headers.set('Referrer-Policy', 'strict-origin-when-cross-origin')
  headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()')
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  // Public pictures may be shown elsewhere, in mails above all, and say so themselves.
  if (!headers.has('Cross-Origin-Resource-Policy')) headers.set('Cross-Origin-Resource-Policy', 'same-origin')
  if (isHttps) headers.set('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
  }
}
