const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map(b => b.toString(16).padStart(2, '0')).join('')

/** SHA-256 in hex, as the server names what it keeps. */
export const sha256 = async (content: BufferSource) => hex(await crypto.subtle.digest('SHA-256', content))
export const hashOf = (text: string) => sha256(new TextEncoder().encode(text))
export const hashOfFile = async (file: Blob) => sha256(await file.arrayBuffer())
