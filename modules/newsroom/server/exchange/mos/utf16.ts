/** Text as MOS puts it on the wire: UTF-16, the higher byte first, without a byte order mark. */
export function toWire(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16()
}

/** Collects what arrives and gives each message once it is whole; a sign or a message may come in any number of pieces. */
export function messagesOfWire(longest = 4_000_000): (bytes: Uint8Array) => string[] {
  const decoder = new TextDecoder('utf-16be')
  let waiting = ''
  return (bytes) => {
    waiting += decoder.decode(bytes, { stream: true })
    const whole: string[] = []
    for (let end = waiting.indexOf('</mos>'); end !== -1; end = waiting.indexOf('</mos>')) {
      const message = waiting.slice(0, end + 6)
      waiting = waiting.slice(end + 6)
      const start = message.lastIndexOf('<mos>')
      if (start !== -1) whole.push(message.slice(start))
    }
    if (waiting.length > longest) throw new RangeError('a MOS message without end')
    return whole
  }
}
