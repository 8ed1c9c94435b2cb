import { Refused } from './refused.ts'

/** The largest body. */
const MAX_BYTES = 16 * 1024

const isForm = (type: string) => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)

/** What a request sends, as JSON or as a form, whose values are all text. @throws Refused */
export async function readFields(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  const body = new Uint8Array(await request.arrayBuffer())
  if (body.length > MAX_BYTES) throw new Refused(413, `The request is larger than ${MAX_BYTES} bytes.`)
  if (/^application\/json\b/i.test(type)) return fromJson(new TextDecoder().decode(body))
  if (isForm(type)) return fromForm(body, type)
  throw new Refused(415, `Send application/json or a form, not "${type.slice(0, 60)}".`)
}

function fromJson(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Emitted below, as for any other value.
  }
  throw new Refused(
    400,
    'The body must be a JSON object, such as {"email": "ada@example.org", "every": "DAY"}.',
  )
}

async function fromForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<Record<string, unknown>> {
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return Object.fromEntries([...form].filter(([, value]) => value !== ''))
  } catch {
    throw new Refused(400, 'The form cannot be read.')
  }
}
